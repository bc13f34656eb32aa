"""What keeps a story from being published, in words an editor can act on."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from nashra.media.models import Picture

type Faults = dict[str, list[str]]


def faults_of(story: Any) -> Faults:
    """What is missing before readers may see this story, by field; empty when it is fit to publish.

    A picture needs a credit, a caption and a text for those who do not see it, each in the edition's language.
    """
    faults: Faults = {}
    language = story.edition.language
    for field, picture, words in pictures_of(story):
        for missing in picture.missing_in(language):
            if not words.get(missing.value):
                faults.setdefault(field, []).append(_refusal(missing.value, picture.title, language))
    for field, sentence in _missing_parts(story):
        faults.setdefault(field, []).append(sentence)
    return faults


def pictures_of(story: Any) -> Iterator[tuple[str, Picture, dict[str, str]]]:
    """Every picture a story shows: the form field it was chosen in, the picture, the words written for this place."""
    if story.lead_picture:
        yield "lead_picture", story.lead_picture, {"caption": story.lead_caption}
    for block in story.body:
        items = {
            "picture": [block.value],
            "gallery": block.value["pictures"] if block.block_type == "gallery" else [],
        }
        for item in items.get(block.block_type, []):
            if item.get("picture"):
                yield (
                    "body",
                    item["picture"],
                    {word: item.get(word) or "" for word in ("caption", "alt_text")},
                )
    if hasattr(story, "pictures"):
        for shown in story.pictures.all():
            yield "lead_picture", shown.picture, {"caption": shown.caption}


def _refusal(missing: str, title: str, language: str) -> str:
    # Whole sentences, one for each part: pieces cannot be translated.
    sentences = {
        "credit": _("The picture “%(title)s” has no credit. Open the picture and say who made it."),
        "caption": _(
            "The picture “%(title)s” has no caption in this edition’s language (%(language)s). Write one here or on the picture."
        ),
        "alt_text": _(
            "The picture “%(title)s” has no text for readers who cannot see it, in this edition’s language (%(language)s). Open the picture and write one."
        ),
    }
    return sentences[missing] % {"title": title, "language": language}


def _missing_parts(story: Any) -> Iterator[tuple[str, str]]:
    for section in dict.fromkeys((story.top_section, story.section)):
        if section is not None and not section.live:
            yield (
                "title",
                _(
                    "The section “%(title)s” is not published, so readers would not find the story. Publish the section, or move the story to another."
                )
                % {"title": section.title},
            )
    if hasattr(story, "video_id") and story.video_id is None:
        yield "video", _("Choose the video this story shows.")
    if hasattr(story, "text_alternative") and not story.text_alternative.strip():
        yield "text_alternative", _("Say in words what the infographic shows.")
    if story.kind == "gallery" and hasattr(story, "pictures") and story.pictures.count() < 2:
        yield "lead_picture", _("A picture gallery needs at least two pictures.")
