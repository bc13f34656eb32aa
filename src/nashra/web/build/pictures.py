"""All pictures of a page at once: their words and their sizes in two queries, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import prefetch_related_objects

from nashra.media.keys import picture_key, picture_words_key
from nashra.media.models import Picture
from nashra.media.renditions import PictureSources, sources_for
from nashra.press.keys import carry
from nashra.web.build.voice import Voice
from nashra.web.shapes.pictures import PictureShape, SourceShape


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures of one page, as shapes."""

    shapes: dict[int, PictureShape]

    def get(self, picture: Picture | None, caption: str = "", alt: str = "") -> PictureShape | None:
        """The picture's shape, with the words written for this place where there are some."""
        if picture is None or picture.pk not in self.shapes:
            return None
        shape = self.shapes[picture.pk]
        if caption:
            shape = replace(shape, caption=caption, caption_lang="", caption_dir="")
        return replace(shape, alt=alt) if alt else shape


def collect(voice: Voice, pictures: Iterable[Picture | None]) -> Album:
    """Make an album of the pictures a page shows; one whose files are not there yet is left out."""
    found = {picture.pk: picture for picture in pictures if picture is not None}
    if not found:
        return Album({})
    code = voice.edition.code
    carry(*(key for pk in found for key in (picture_key(pk), picture_words_key(pk, code))))
    prefetch_related_objects(list(found.values()), "texts")
    sized = sources_for(found.values())
    return Album({pk: _shape(voice, found[pk], sources) for pk, sources in sized.items()})


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
