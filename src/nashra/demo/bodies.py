"""The demo's blocks in the form a body is stored in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from nashra.media.models import Picture, Video
from nashra.stories.models import Story


@dataclass(frozen=True, slots=True)
class Shelf:
    """What blocks point to, by the keys the content uses."""

    pictures: dict[str, Picture]
    videos: dict[str, Video]
    stories: dict[str, Story]


def body_of(blocks: list[dict[str, Any]], shelf: Shelf) -> list[dict[str, Any]]:
    """Stored form of a list of content blocks; what points to nothing is left out."""
    return [
        {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"{place}"))}
        for place, block in enumerate(blocks)
        for kind, value in _stored(block, shelf)
    ]


def table_of(header: list[str], rows: list[list[str]]) -> dict[str, Any]:
    """A typed table in stored form."""
    return {
        "columns": [{"type": "text", "heading": heading} for heading in header],
        "rows": [{"values": [str(cell) for cell in row]} for row in rows],
        "caption": "",
    }


def _stored(block: dict[str, Any], shelf: Shelf) -> Iterator[tuple[str, Any]]:
    match block["type"]:
        case "paragraph":
            yield "paragraph", f"<p>{block['html']}</p>"
        case "heading":
            yield "heading", block["text"]
        case "quote":
            yield (
                "quote",
                {"text": block["text"], "speaker": block.get("speaker", ""), "role": block.get("role", "")},
            )
        case "fact_box":
            html = block["html"] if block["html"].lstrip().startswith("<") else f"<p>{block['html']}</p>"
            yield "fact_box", {"title": block["title"], "text": html}
        case "table":
            yield "table", {"caption": block["caption"], "table": table_of(block["header"], block["rows"])}
        case "embed":
            yield "embed", {"url": block["url"], "title": block["title"]}
        case "picture" | "gallery" | "video":
            yield from _media(block, shelf)
        case "related" | "read_more":
            yield from _stories(block, shelf)


def _media(block: dict[str, Any], shelf: Shelf) -> Iterator[tuple[str, Any]]:
    if block["type"] == "video":
        if video := shelf.videos.get(block["video"]):
            yield "video", {"video": video.pk, "caption": block.get("caption", "")}
        return
    if block["type"] == "picture":
        if picture := shelf.pictures.get(block["picture"]):
            yield "picture", {"picture": picture.pk, "caption": block.get("caption", ""), "alt_text": ""}
        return
    found = [shelf.pictures[key] for key in block["pictures"] if key in shelf.pictures]
    if len(found) > 1:
        items = [
            {
                "type": "item",
                "value": {"picture": picture.pk, "caption": "", "alt_text": ""},
                "id": str(uuid5(NAMESPACE_URL, str(picture.pk))),
            }
            for picture in found
        ]
        yield "gallery", {"title": block.get("title", ""), "pictures": items}


def _stories(block: dict[str, Any], shelf: Shelf) -> Iterator[tuple[str, Any]]:
    if block["type"] == "read_more":
        if story := shelf.stories.get(block["story"]):
            yield "read_more", {"story": story.pk}
        return
    found = [shelf.stories[key] for key in block["stories"] if key in shelf.stories]
    if found:
        items = [
            {"type": "item", "value": story.pk, "id": str(uuid5(NAMESPACE_URL, str(story.pk)))}
            for story in found
        ]
        yield "related", {"stories": items}
