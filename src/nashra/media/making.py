"""Makes the files of a picture's uses and keeps them true to the picture."""

import logging
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, transaction
from wagtail.images.models import Filter

from nashra.media.cutting import Cut, Original
from nashra.media.models import Picture, PictureRendition
from nashra.media.uses import USES, Size, sizes_of, stand_in_of, use_named

logger = logging.getLogger(__name__)


def focal_key(picture: Picture) -> str:
    """What Wagtail files a cut rendition under: it changes with the focal point."""
    return _key(picture, "fill-1x1")


def prepare_renditions(picture: Picture, uses: Iterable[str] = ("whole", "share")) -> int:
    """Make the files of these uses that are missing, now; how many were made. A lost or broken original makes none.

    Takes about a second for a use of many widths: for the worker, a command or a script, not for a request.
    """
    return len(make_sizes(picture, missing_sizes(picture, uses)))


def missing_sizes(picture: Picture, uses: Iterable[str]) -> list[Size]:
    """The files of these uses that are not there."""
    wanted = [size for use in uses for size in sizes_of(use_named(use), picture.width, picture.height)]
    there = {row.filter_spec for row in picture.renditions.all() if _is_current(row, picture)}
    return [size for size in wanted if size.spec not in there]


def make_stand_in(picture: Picture) -> None:
    """Make the one small JPEG a picture is shown by until the rest is ready, if it is not there; some 50 ms."""
    stand_in = stand_in_of(picture.width, picture.height)
    if not picture.renditions.filter(filter_spec=stand_in.spec).exists():
        make_sizes(picture, [stand_in])


def renew_renditions(picture: Picture) -> int:
    """Make all files of a picture anew after its focal point, credit or file has changed; then drop those of before."""
    before = list(picture.renditions.all())
    specs = {row.filter_spec for row in before}
    sizes = [size for use in USES.values() for size in sizes_of(use, picture.width, picture.height)]
    made = make_sizes(picture, [size for size in sizes if size.spec in specs])
    kept = {row.pk for row in made}
    PictureRendition.objects.filter(pk__in=[row.pk for row in before if row.pk not in kept]).delete()
    return len(made)


def make_sizes(picture: Picture, sizes: Iterable[Size]) -> list[PictureRendition]:
    """Make these files from one decoding of the original, in the order given, replacing those that are there.

    What cannot be made is left out and logged: a lost or broken original must not stop a page, or the pictures after it.
    """
    sizes = list({size.spec: size for size in sizes}.values())
    made: list[PictureRendition] = []
    if not sizes:
        return made
    try:
        with picture.open_file() as file:
            original = Original(picture, picture.rights_carried(), file, _decoded_width(picture, sizes))
        made.extend(_keep(picture, size.spec, original.cut(size.spec)) for size in sizes)
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - Pillow and storages raise all kinds
        logger.warning("Picture %s cannot be cut: %s", picture.pk, error)
    return made


def _decoded_width(picture: Picture, sizes: list[Size]) -> int:
    """How wide the whole picture has to be for the widest cut out of it to be sharp."""
    needed = 0.0
    for size in sizes:
        transform = Filter(size.spec).get_transform(picture, (picture.width, picture.height))
        needed = max(needed, size.width * picture.width / max(1.0, transform.get_rect().width))
    return round(needed)


def _key(picture: Picture, spec: str) -> str:
    key: str = Filter(spec).get_cache_key(picture)
    return key


def _is_current(row: PictureRendition, picture: Picture) -> bool:
    return bool(row.focal_point_key == _key(picture, row.filter_spec))


def _keep(picture: Picture, spec: str, cut: Cut) -> PictureRendition:
    """Store a file and its row; whoever was faster in another process is overtaken, and the file before it goes."""
    key = _key(picture, spec)
    file = ContentFile(cut.content, name=cut.name_for(picture.file.name))
    row = PictureRendition(image=picture, filter_spec=spec, focal_point_key=key, file=file)
    existing = picture.renditions.filter(filter_spec=spec, focal_point_key=key).first()
    if existing is None:
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            existing = picture.renditions.get(filter_spec=spec, focal_point_key=key)
            row.file.storage.delete(row.file.name)
        else:
            return row
    return _replace(existing, cut, cut.name_for(picture.file.name))


def _replace(row: PictureRendition, cut: Cut, name: str) -> PictureRendition:
    storage, old = row.file.storage, row.file.name
    row.file = ContentFile(cut.content, name=name)
    row.save()
    if row.file.name != old:
        transaction.on_commit(lambda: storage.delete(old))
    return row
