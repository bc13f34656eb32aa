"""A story's body, block by block."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from nashra.base.safe_html import clean_blocks, plain_text
from nashra.base.slugs import slug_of
from nashra.media.blocks import pictures_in
from nashra.media.models import Picture, Video
from nashra.press.keys import carry
from nashra.web.build.pictures import Album
from nashra.web.build.videos import build_video
from nashra.web.build.voice import Voice
from nashra.web.shapes import blocks as shapes
from nashra.web.shapes.blocks import BlockShape
from nashra.web.shapes.cards import CardShape


@dataclass(frozen=True, slots=True)
class Stock:
    """What a body's blocks refer to, fetched beforehand: pictures, and cards by the ids of their stories."""

    voice: Voice
    album: Album
    cards: Mapping[int, CardShape]


def stories_named_in(raw: Iterable[Mapping[str, Any]]) -> list[int]:
    """The ids of stories a body points to, from its stored form: asks the database nothing."""
    ids: list[int] = []
    for block in raw:
        if block["type"] == "related":
            ids += [item["value"] for item in block["value"]["stories"] if item["value"]]
        elif block["type"] == "read_more" and block["value"]["story"]:
            ids.append(block["value"]["story"])
    return ids


def pictures_of_body(body: Any) -> list[Picture | None]:
    """Every picture a body shows, posters of its films included."""
    shown = [
        body[place]
        for place, raw in enumerate(body.raw_data)
        if raw["type"] in ("picture", "gallery", "video")
    ]
    films = [block.value["video"] for block in shown if block.block_type == "video" and block.value["video"]]
    return [*pictures_in(shown), *(film.poster for film in films)]


def build_body(body: Any, stock: Stock) -> tuple[BlockShape, ...]:
    """The shapes of a body's blocks, in order; what has been deleted since is left out."""
    return tuple(
        shape
        for place, raw in enumerate(body.raw_data)
        for shape in _build_at(body, place, raw["type"], raw["value"], stock)
    )


def safe_html(source: str) -> Any:
    """Rich text as stored, with its links resolved and everything harmful taken out."""
    return mark_safe(clean_blocks(expand_db_html(source)))


def _build_at(body: Any, place: int, kind: str, raw: Any, stock: Stock) -> Iterator[BlockShape]:
    if kind in ("related", "read_more"):
        # From the stored ids: the stories have been fetched as cards already, the block would fetch them again.
        yield from _stories(kind, raw, stock)
    else:
        yield from _build(kind, body[place].value, place + 1, stock)


def _build(kind: str, value: Any, number: int, stock: Stock) -> Iterator[BlockShape]:
    match kind:
        case "paragraph":
            yield shapes.ParagraphShape(html=safe_html(value.source))
        case "heading":
            yield shapes.HeadingShape(text=value, anchor=slug_of(value, f"part-{number}"))
        case "quote":
            yield shapes.QuoteShape(
                text=value["text"], speaker=value["speaker"] or "", role=value["role"] or ""
            )
        case "fact_box":
            yield shapes.FactBoxShape(title=value["title"], html=safe_html(value["text"].source))
        case "picture" | "gallery" | "video":
            yield from _media(kind, value, number, stock)
        case "embed":
            yield from _embed(value)
        case "table":
            yield build_table(value["table"], value["caption"], f"table-{number}")
        case "document":
            yield from _document(value, stock)


def _media(kind: str, value: Any, number: int, stock: Stock) -> Iterator[BlockShape]:
    if kind == "video":
        if isinstance(value["video"], Video):
            yield shapes.VideoBlockShape(
                video=build_video(stock.voice, value["video"], stock.album, caption=value["caption"] or "")
            )
        return
    items = value["pictures"] if kind == "gallery" else [value]
    found = [
        stock.album.get(item["picture"], item["caption"] or "", item["alt_text"] or "") for item in items
    ]
    pictures = tuple(picture for picture in found if picture is not None)
    if kind == "picture":
        yield from (shapes.PictureBlockShape(picture=picture) for picture in pictures)
    elif pictures:
        counts = tuple(
            stock.voice.place_in_row(place, len(pictures)) for place in range(1, len(pictures) + 1)
        )
        yield shapes.GalleryBlockShape(
            pictures=pictures, counts=counts, anchor=f"gallery-{number}", title=value["title"] or ""
        )


def _embed(value: Any) -> Iterator[BlockShape]:
    if embed := value.shown_as:
        yield shapes.EmbedShape(
            provider=embed.provider, title=value["title"], url=embed.link, frame=embed.player
        )


def build_table(table: Any, caption: str, anchor: str) -> shapes.TableShape:
    """A typed table: the column headings, the rows, and which columns hold figures."""
    rows = tuple(tuple(str(cell.value or "") for cell in row) for row in table.rows)
    head = tuple(column["heading"] for column in table.columns)
    numbers = tuple(
        place for place in range(1, len(head)) if rows and all(_is_figure(row[place]) for row in rows)
    )
    return shapes.TableShape(caption=caption, head=head, rows=rows, anchor=anchor, numbers=numbers)


def _is_figure(text: str) -> bool:
    letters = [letter for letter in text if not letter.isspace()]
    return bool(letters) and sum(letter.isalpha() for letter in letters) * 3 <= len(letters)


def _stories(kind: str, raw: Any, stock: Stock) -> Iterator[BlockShape]:
    ids = stories_named_in([{"type": kind, "value": raw}])
    cards = tuple(stock.cards[pk] for pk in ids if pk in stock.cards)
    if kind == "related" and cards:
        yield shapes.RelatedShape(cards=cards)
    elif cards:
        yield shapes.ReadMoreShape(card=cards[0])


def _document(document: Any, stock: Stock) -> Iterator[BlockShape]:
    if document is not None:
        carry(f"document:{document.pk}")
        size = document.get_file_size() or 0
        yield shapes.DocumentShape(
            title=document.title,
            url=document.url,
            form=document.file_extension.upper(),
            size=_("%(size)s kB") % {"size": stock.voice.number(max(1, round(size / 1000)))},
        )


def describe(standfirst: str, body: Any) -> str:
    """One or two sentences for search engines and shared links."""
    if standfirst:
        return standfirst
    first = next((block["value"] for block in body.raw_data if block["type"] == "paragraph"), "")
    return plain_text(first)[:200]
