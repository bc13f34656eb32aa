"""Writing ninjs 2.1: a `NewsItem` as a JSON object that IPTC's schema accepts."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from nashra.base.html_blocks import html_from_blocks, text_of_blocks
from nashra.base.newsitem import Association, Byline, Concept, NewsItem, Rendition
from nashra.base.reading_time import count_words
from nashra.importers.formats.ninjs_shapes import KINDS_OF_CONCEPT

_STANDARD: Mapping[str, str] = MappingProxyType(
    {"name": "ninjs", "version": "2.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"}
)
_TYPES = {"text", "audio", "video", "picture", "graphic", "composite", "component"}

type Json = dict[str, object]


def write(item: NewsItem) -> Json:
    """The item as a ninjs 2.1 object, ready for `json.dumps`. What it does not have is left out, never
    written as null.
    """
    return _filled(
        {
            "uri": item.uri,
            "standard": dict(_STANDARD),
            "type": item.kind if item.kind in _TYPES else "text",
            "representationtype": "full",
            "version": item.version,
            "firstcreated": _moment(item.first_created),
            "versioncreated": _moment(item.version_created),
            "contentcreated": _moment(item.content_created),
            "embargoed": _moment(item.embargoed),
            "expires": _moment(item.expires),
            "pubstatus": str(item.pubstatus),
            "urgency": item.urgency,
            "language": item.language,
            "headlines": _texts(("main", item.headline), ("short", item.short_headline)),
            "descriptions": _texts(("summary", item.standfirst), ("creditline", item.credit)),
            "bodies": _bodies(item),
            "by": item.byline_text or ", ".join(map(_signed, item.bylines)),
            "slugline": item.slugline,
            "located": item.dateline,
            "copyrightholder": item.copyright_holder,
            "copyrightnotice": item.copyright_notice,
            "usageterms": item.usage_terms,
            "ednote": item.editor_note,
            "infosources": [
                _filled({"name": source.name, "uri": source.uri, "role": source.role})
                for source in item.sources
            ],
            **{name: _concepts(item.of_kind(kind)) for name, kind in KINDS_OF_CONCEPT.items()},
            "people": [*_concepts(item.of_kind("person")), *_authors(item)],
            "genres": [_without_rel(term) for term in _concepts(item.of_kind("genre"))],
            "altids": [{"role": other.role, "value": other.value} for other in item.alternate_ids],
            "associations": [_association(part, item) for part in item.associations],
        }
    )


def write_line(item: NewsItem) -> bytes:
    """The item as one line of a JSON-lines file, UTF-8, with its line break."""
    return json.dumps(write(item), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _signed(byline: Byline) -> str:
    """A name with its role, for which ninjs 2.1 has no place among people: “Omar Diab (Photographs)”."""
    return f"{byline.name} ({byline.role})" if byline.role else byline.name


def _filled(record: Json) -> Json:
    return {name: value for name, value in record.items() if value not in (None, "", [], 0)}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


def _texts(*parts: tuple[str, str]) -> list[Json]:
    return [{"role": role, "contenttype": "text/plain", "value": text} for role, text in parts if text]


def _bodies(item: NewsItem) -> list[Json]:
    if not item.body:
        return []
    words = text_of_blocks(item.body)
    return [
        {
            "role": "main",
            "contenttype": "text/html",
            "charcount": len(words),
            "wordcount": count_words(words),
            "value": html_from_blocks(item.body),
        }
    ]


def _concepts(concepts: Iterable[Concept]) -> list[Json]:
    return [
        _filled({"name": term.name, "rel": term.rel, "uri": term.uri, "literal": term.code})
        for term in concepts
    ]


def _without_rel(term: Json) -> Json:
    return {name: value for name, value in term.items() if name != "rel"}


def _authors(item: NewsItem) -> list[Json]:
    written = {person.name for person in item.of_kind("person") if person.rel == "author"}
    return [
        _filled({"name": byline.name, "rel": "author", "uri": byline.uri})
        for byline in item.bylines
        if byline.name not in written
    ]


def _association(part: Association, item: NewsItem) -> Json:
    name = part.name or part.kind
    return _filled(
        {
            "name": name,
            "uri": part.uri or f"{item.uri}#{name}",
            "type": part.kind if part.kind in _TYPES else "picture",
            "language": part.language,
            "headlines": _texts(("main", part.headline)),
            "descriptions": _texts(("caption", part.caption), ("creditline", part.credit), ("alt", part.alt)),
            "copyrightnotice": part.rights,
            "usageterms": part.usage_terms,
            "renditions": [
                _rendition(rendition, place) for place, rendition in enumerate(part.renditions, 1)
            ],
        }
    )


def _rendition(rendition: Rendition, place: int) -> Json:
    return _filled(
        {
            "name": rendition.name or f"rendition-{place}",
            "href": rendition.href,
            "contenttype": rendition.mimetype,
            "width": rendition.width,
            "height": rendition.height,
            "duration": rendition.duration,
        }
    )
