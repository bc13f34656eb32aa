"""Pictures in the sizes readers get: found in one query for a whole page, made in the background, never while a reader waits long."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.core.files.storage import FileSystemStorage, Storage
from wagtail.images.models import get_rendition_storage

from nashra.media.keys import picture_key
from nashra.media.kinds import JPEG
from nashra.media.making import focal_key, make_sizes
from nashra.media.models import Picture, PictureRendition
from nashra.media.orders import order_renditions
from nashra.media.uses import WHOLE, Size, Use, sizes_of, stand_in_of, use_named
from nashra.press.keys import carry

# How many stand-ins one page may wait for: each takes some 50 ms. The others appear when the page is pressed again.
_MOST_MADE_WHILE_RENDERING = 3


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of file: its MIME type and a ``srcset`` with widths."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class PictureSources:
    """A picture's files for one use: ``src`` with its width and height is a JPEG, ``sources`` come best first.

    ``cut`` tells whether the files have the shape of the use; where they have not (an uncut use, or a stand-in), a style sheet cuts
    around ``focal``, per cent from left and top. ``complete`` is False while files are still being made. ``whole`` is the widest
    uncut JPEG there is.
    """

    picture_id: int
    src: str
    width: int
    height: int
    srcset: str
    sources: tuple[Source, ...]
    focal: tuple[int, int]
    whole: str
    cut: bool
    complete: bool


type Wanted = tuple[Picture, str]


def sources_for(pictures: Iterable[Picture], use: str = "whole") -> dict[int, PictureSources]:
    """The files of many pictures for one use, by the pictures' ids; see ``sources_for_uses``."""
    found = sources_for_uses((picture, use) for picture in pictures)
    return {picture_id: sources for (picture_id, _use), sources in found.items()}


def sources_for_uses(wanted: Iterable[Wanted]) -> dict[tuple[int, str], PictureSources]:
    """The files of many pictures, each for a named use, with one query for all.

    What is missing is ordered in the background; meanwhile a stand-in is given, and the pages are purged
    once it is ready. Carries each picture's key for the page at hand. A picture that has neither yet, or whose file is
    lost, is left out: show no picture. Raises UnknownUse for a name that is not in ``USES``.
    """
    wanted = list(wanted)
    carry(*{picture_key(picture.pk) for picture, _use in wanted})
    pairs = {(picture.pk, use): (picture, use_named(use)) for picture, use in wanted}
    shelf = _Shelf(list(pairs.values()))
    result: dict[tuple[int, str], PictureSources] = {}
    unfinished: dict[str, set[int]] = defaultdict(set)
    for key, (picture, use) in pairs.items():
        sources = shelf.sources(picture, use)
        if sources is None or not sources.complete:
            unfinished[use.name].add(picture.pk)
        if sources is not None:
            result[key] = sources
    for use_name, picture_ids in unfinished.items():
        order_renditions(picture_ids, use_name)
    return result


@dataclass(frozen=True, slots=True)
class _File:
    url: str
    width: int
    height: int


class _Shelf:
    """The files that are there already, by picture and spec; one query, and no model instances, for a front has hundreds."""

    def __init__(self, wanted: list[tuple[Picture, Use]]) -> None:
        self._left_to_make = _MOST_MADE_WHILE_RENDERING
        self._storage: Storage = get_rendition_storage()
        self._files: dict[tuple[int, str], tuple[str, int, int]] = {}
        self._made: dict[int, _File | None] = {}
        keys = {picture.pk: "" for picture, _use in wanted}
        keys |= {picture.pk: focal_key(picture) for picture, use in wanted if use.ratio}
        specs = {
            size.spec
            for picture, use in wanted
            for each in {use, WHOLE}
            for size in sizes_of(each, picture.width, picture.height)
        }
        rows = PictureRendition.objects.filter(image_id__in=keys, filter_spec__in=specs)
        for picture_id, spec, key, name, width, height in rows.values_list(
            "image_id", "filter_spec", "focal_point_key", "file", "width", "height"
        ):
            # A file cut around another focal point than today's is on its way out.
            if key in ("", keys[picture_id]):
                self._files[picture_id, spec] = (name, width, height)

    def sources(self, picture: Picture, use: Use) -> PictureSources | None:
        """What there is for a use, or the stand-in, or None."""
        sizes = sizes_of(use, picture.width, picture.height)
        there = [(size, file) for size in sizes if (file := self._file(picture, size))]
        if any(size.kind is JPEG for size, _file in there):
            return self._describe(
                picture, there, cut=use.ratio is not None, complete=len(there) == len(sizes)
            )
        stand_in = stand_in_of(picture.width, picture.height)
        file = self._file(picture, stand_in) or self._make(picture, stand_in)
        return self._describe(picture, [(stand_in, file)], cut=False, complete=False) if file else None

    def _file(self, picture: Picture, size: Size) -> _File | None:
        row = self._files.get((picture.pk, size.spec))
        return _File(_url_of(self._storage, row[0]), row[1], row[2]) if row else None

    def _make(self, picture: Picture, size: Size) -> _File | None:
        if picture.pk not in self._made:
            if not self._left_to_make:
                return None
            self._left_to_make -= 1
            rows = make_sizes(picture, [size])
            self._made[picture.pk] = _File(rows[0].url, rows[0].width, rows[0].height) if rows else None
        return self._made[picture.pk]

    def _describe(
        self, picture: Picture, there: list[tuple[Size, _File]], *, cut: bool, complete: bool
    ) -> PictureSources:
        by_kind: dict[str, list[_File]] = defaultdict(list)
        for size, file in there:
            by_kind[size.kind.mime].append(file)
        jpegs = by_kind.pop(JPEG.mime)
        middle = jpegs[len(jpegs) // 2]
        return PictureSources(
            picture_id=picture.pk,
            src=middle.url,
            width=middle.width,
            height=middle.height,
            srcset=_srcset(jpegs) if len(jpegs) > 1 else "",
            sources=tuple(Source(mime, _srcset(files)) for mime, files in by_kind.items()),
            focal=focal_of(picture),
            whole=self._widest_whole(picture) or jpegs[-1].url,
            cut=cut,
            complete=complete,
        )

    def _widest_whole(self, picture: Picture) -> str:
        sizes = reversed(sizes_of(WHOLE, picture.width, picture.height))
        files = (self._file(picture, size) for size in sizes if size.kind is JPEG)
        return next((file.url for file in files if file), "")


def _url_of(storage: Storage, name: str) -> str:
    if isinstance(storage, FileSystemStorage):
        return _local_url(storage, storage.base_url, name)
    return storage.url(name)  # may be signed for a time only


@lru_cache(maxsize=50_000)
def _local_url(storage: FileSystemStorage, base_url: str | None, name: str) -> str:
    """Joining and quoting an address takes longer than all else that is done for a file, and a page names hundreds."""
    return storage.url(name)


def focal_of(picture: Picture) -> tuple[int, int]:
    """Where the eye should rest: per cent of the picture from its left and top; the middle when nobody has said."""
    point = picture.get_focal_point()
    if point is None or not picture.width or not picture.height:
        return 50, 50
    across, down = point.centroid
    return (
        min(100, max(0, round(100 * across / picture.width))),
        min(100, max(0, round(100 * down / picture.height))),
    )


def _srcset(files: list[_File]) -> str:
    return ", ".join(f"{file.url} {file.width}w" for file in files)
