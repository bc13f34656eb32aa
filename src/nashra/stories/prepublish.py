"""What keeps a story from being published, in words an editor can act on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from nashra.media.models import Picture
    from nashra.stories.models import Story

type Faults = dict[str, list[str]]


def faults_of(story: "Story") -> Faults:
    """What is missing before readers may see this story, by field; empty when it is fit to publish.

    A picture needs a credit, a caption and a text for those who do not see it, each in the edition's language.
    """
    faults: Faults = {}
    language = story.edition.language
    for field, picture, caption in pictures_of(story):
        for missing in picture.missing_in(language):
            if missing == "caption" and caption:
                continue
            faults.setdefault(field, []).append(_refusal(missing, picture.title, language))
    for field, sentence in _missing_parts(story):
        faults.setdefault(field, []).append(sentence)
    return faults


def pictures_of(story: "Story") -> Iterator[tuple[str, "Picture", str]]:
    """Every picture a story shows: the form field it was chosen in, the picture, a caption written for this place."""
    if story.lead_picture:
        yield "lead_picture", story.lead_picture, story.lead_caption
    yield from (("body", picture, caption) for picture, caption in _pictures_in(story.body))
    if hasattr(story, "pictures"):
        yield from (("lead_picture", item.picture, item.caption) for item in story.pictures.all())


def _pictures_in(value: Any) -> Iterator[tuple["Picture", str]]:
    """Pictures anywhere in a body; a block that holds a picture holds its caption beside it."""
    for block in value:
        inner = block.value
        if block.block_type == "picture" and inner.get("picture"):
            yield inner["picture"], inner.get("caption") or ""
        elif block.block_type == "gallery":
            for item in inner["pictures"]:
                if item.get("picture"):
                    yield item["picture"], item.get("caption") or ""


def _refusal(missing: str, title: str, language: str) -> str:
    # Whole sentences, one for each part: pieces cannot be translated.
    sentences = {
        "credit": _("The picture “%(title)s” has no credit. Open the picture and say who made it."),
        "caption": _("The picture “%(title)s” has no caption in this edition’s language (%(language)s). Write one here or on the picture."),
        "alt_text": _("The picture “%(title)s” has no text for readers who cannot see it, in this edition’s language (%(language)s). Open the picture and write one."),
    }
    return sentences[missing] % {"title": title, "language": language}


def _missing_parts(story: "Story") -> Iterator[tuple[str, str]]:
    if hasattr(story, "video_id") and story.video_id is None:
        yield "video", _("Choose the video this story shows.")
    if hasattr(story, "text_alternative") and not story.text_alternative.strip():
        yield "text_alternative", _("Say in words what the infographic shows.")
    if story.kind == "gallery" and hasattr(story, "pictures") and story.pictures.count() < 2:
        yield "lead_picture", _("A picture gallery needs at least two pictures.")
