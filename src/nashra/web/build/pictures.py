"""All pictures of a page at once: their words and their sizes in two queries, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects

from nashra.media.keys import picture_key, picture_words_key
from nashra.media.models import Picture
from nashra.media.renditions import PictureSources, sources_for_uses
from nashra.media.uses import CLASSIC, SHARE, SQUARE, WHOLE, WIDE
from nashra.press.keys import carry
from nashra.web.build.voice import Voice
from nashra.web.shapes.pictures import CutShape, PictureShape, SourceShape

_PASSED_ON = (SQUARE.name, CLASSIC.name, WIDE.name)


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures of one page, as shapes."""

    shapes: dict[int, PictureShape]
    shared: CutShape | None = None
    """The picture the page is known by elsewhere, cut for links shown by other sites; None while it is not made."""
    cuts: tuple[CutShape, ...] = ()
    """The same picture cut for search engines: square, 4 : 3 and 16 : 9, as far as they are made."""

    def get(self, picture: Picture | None, caption: str = "", alt: str = "") -> PictureShape | None:
        """The picture's shape, with the words written for this place where there are some."""
        if picture is None or picture.pk not in self.shapes:
            return None
        shape = self.shapes[picture.pk]
        if caption:
            shape = replace(shape, caption=caption, caption_lang="", caption_dir="")
        return replace(shape, alt=alt) if alt else shape


def collect(voice: Voice, pictures: Iterable[Picture | None], *, known_by: Picture | None = None) -> Album:
    """Make an album of the pictures a page shows; one whose files are not there yet is left out.

    ``known_by`` is the one among them that stands for the page elsewhere: it is also given in the cuts others ask for.
    """
    found = {picture.pk: picture for picture in pictures if picture is not None}
    if not found:
        return Album({})
    carry(*(key for pk in found for key in keys_of_shown(voice, pk)))
    prefetch_related_objects(list(found.values()), "texts")
    uses = (SHARE.name, *_PASSED_ON) if known_by else ()
    sized = sources_for_uses(
        [
            *((picture, WHOLE.name) for picture in found.values()),
            *((known_by, use) for use in uses if known_by),
        ]
    )
    made = {
        use: CutShape(src=sources.src, width=sources.width, height=sources.height)
        for (_pk, use), sources in sized.items()
        if use in uses and sources.complete
    }
    return Album(
        {pk: _shape(voice, found[pk], sources) for (pk, use), sources in sized.items() if use == WHOLE.name},
        shared=made.get(SHARE.name),
        cuts=tuple(made[use] for use in _PASSED_ON if use in made),
    )


def keys_of_shown(voice: Voice, picture: int) -> tuple[str, str]:
    """What a place that shows a picture with its words depends on."""
    return picture_key(picture), picture_words_key(picture, voice.edition.code)


def _shape(voice: Voice, picture: Picture, sources: PictureSources) -> PictureShape:
    words = picture.text_in(voice.edition.language)
    return PictureShape(
        src=sources.src,
        width=sources.width,
        height=sources.height,
        alt=words.alt_text,
        srcset=sources.srcset,
        sources=tuple(SourceShape(type=source.type, srcset=source.srcset) for source in sources.sources),
        caption=words.caption,
        credit=words.credit,
        focal=sources.focal,
        url=sources.whole,
    )
