"""Reading ninjs, IPTC's news in JSON: 1.x, 2.x and 3.x into `NewsItem`.

Lenient where a sender's habit does no harm (unknown properties, numbers as text, one object for a list of
one), strict where a mistake would publish something wrongly: an item without identity, an unknown
`pubstatus`, an embargo or expiry that cannot be read are refused.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NoReturn, cast

from nashra.base.control import strip_control
from nashra.base.direction import is_language_tag
from nashra.base.newsitem import (
    AlternateId,
    Association,
    Byline,
    Concept,
    NewsItem,
    PubStatus,
    Rendition,
    Source,
)
from nashra.base.safe_html import is_safe_link, plain_text
from nashra.importers.formats.ninjs_bodies import body_of
from nashra.importers.formats.ninjs_shapes import (
    KINDS_OF_CONCEPT,
    Record,
    in_one_shape,
    number_in,
    objects_in,
    text_in,
)
from nashra.importers.formats.refusals import RefusedRecord

_READ = {
    *KINDS_OF_CONCEPT,
    *(
        "uri",
        "version",
        "versioncreated",
        "firstcreated",
        "contentcreated",
        "pubstatus",
        "type",
        "language",
        "headlines",
        "title",
    ),
    *(
        "descriptions",
        "bodies",
        "by",
        "authors",
        "infosources",
        "located",
        "slugline",
        "urgency",
        "embargoed",
        "expires",
    ),
    *(
        "copyrightholder",
        "copyrightnotice",
        "usageterms",
        "ednote",
        "altids",
        "associations",
        "renditions",
        "standard",
    ),
}
_STANDFIRST_ROLES = ("lead", "summary", "standfirst", "text", "main", "html", "xhtml", "")
_CAPTION_ROLES = ("caption", "text", "main", "html", "xhtml", "")


def read(data: bytes) -> list[NewsItem]:
    """All news items of one JSON document: an object, an array of them, or a sender's envelope around them.

    Raises RefusedRecord with a sentence if the bytes are no JSON, or if any item in them cannot be read;
    to read the good ones beside a bad one, take `records_in` and `read_record`.
    """
    return [read_record(record) for record in records_in(decode(data))]


def decode(data: bytes) -> object:
    """The JSON value in the bytes (UTF-8, 16 or 32, with or without a byte order mark). Raises
    RefusedRecord.
    """
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise RefusedRecord("There is nothing in it.")
    if start.startswith(b"<"):
        raise RefusedRecord(
            "This is XML, and ninjs is JSON. Ask the sender for ninjs, or convert the file first."
        )
    try:
        text = data.decode(json.detect_encoding(data))
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise RefusedRecord(
            f"The text is not valid {error.encoding.upper()} (byte {error.start + 1}). Save it as UTF-8."
        ) from error
    except RecursionError as error:
        raise RefusedRecord("It is nested too deeply to be news.") from error
    except json.JSONDecodeError as error:
        raise RefusedRecord(
            f"It is not valid JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        ) from error
    except ValueError as error:
        raise RefusedRecord(f"It is not valid JSON: {error}.") from error


def records_in(document: object) -> Iterator[Record]:
    """The ninjs objects of a decoded document, taken out of arrays and of the envelopes of news interfaces.
    Raises RefusedRecord.
    """
    if isinstance(document, list):
        for part in document:
            yield from records_in(part)
        return
    if not isinstance(document, Mapping):
        raise RefusedRecord("It is not an object, so it is not a news item.")
    inner = _inside_envelope(document)
    if inner is None:
        yield cast(Record, document)
    else:
        yield from records_in(inner)


def _inside_envelope(document: Mapping[str, object]) -> object | None:
    if "uri" in document or "guid" in document:
        return None
    for name in ("item", "items", "data", "news", "newsItems"):
        if isinstance(document.get(name), list | Mapping):
            return document[name]
    return None


def read_record(record: Record) -> NewsItem:
    """One ninjs object of any version as a NewsItem. Raises RefusedRecord, its reason naming the property at
    fault.
    """
    shaped = in_one_shape(record)
    uri = _line(shaped, "uri")
    if not uri:
        raise RefusedRecord("It has no “uri”, so a later version could never be told to be the same story.")
    return NewsItem(
        uri=uri,
        version=_line(shaped, "version"),
        version_created=_time(shaped, "versioncreated"),
        first_created=_time(shaped, "firstcreated"),
        content_created=_time(shaped, "contentcreated"),
        pubstatus=_pubstatus(shaped),
        kind=_kind(shaped),
        language=_language(shaped),
        headline=_headline(shaped),
        short_headline=_spoken(shaped, "headlines", ("short", "web", "mobile")),
        slugline=_line(shaped, "slugline"),
        standfirst=_spoken(shaped, "descriptions", _STANDFIRST_ROLES),
        body=body_of(shaped),
        byline_text=_line(shaped, "by"),
        bylines=tuple(_bylines(shaped)),
        sources=tuple(_sources(shaped)),
        credit=_spoken(shaped, "descriptions", ("creditline",)) or _line(shaped, "copyrightholder"),
        dateline=_line(shaped, "located"),
        urgency=_urgency(shaped),
        concepts=tuple(_concepts(shaped)),
        embargoed=_strict_time(shaped, "embargoed"),
        expires=_strict_time(shaped, "expires"),
        copyright_holder=_line(shaped, "copyrightholder"),
        copyright_notice=_line(shaped, "copyrightnotice"),
        usage_terms=_line(shaped, "usageterms"),
        editor_note=_line(shaped, "ednote"),
        alternate_ids=tuple(_alternate_ids(shaped)),
        associations=tuple(_associations(shaped)),
        sent_as=_sent_as(record, shaped),
        extras=MappingProxyType({name: value for name, value in shaped.items() if name not in _READ}),
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _clean(text: str) -> str:
    return " ".join(strip_control(text).split())


def _line(record: Record, name: str) -> str:
    """A property as one line of text."""
    return _clean(text_in(record, name))


def _strict_time(record: Record, name: str) -> datetime | None:
    """A time that decides whether readers may see the item: unreadable is refused."""
    written = _line(record, name)
    moment = _parsed(written)
    if written and moment is None:
        raise RefusedRecord(
            f"“{name}” is “{written[:40]}”, which is not a time, so it is not safe to publish the item."
        )
    return moment


def _time(record: Record, name: str) -> datetime | None:
    return _parsed(_line(record, name))


def _parsed(written: str) -> datetime | None:
    """ISO 8601 as an aware moment; a time without a zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _pubstatus(record: Record) -> PubStatus:
    written = _line(record, "pubstatus").rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() or "usable"
    try:
        return PubStatus("canceled" if written == "cancelled" else written)
    except ValueError:
        raise RefusedRecord(
            f"Its “pubstatus” is “{written[:40]}”; it must be usable, withheld or canceled."
        ) from None


def _kind(record: Record) -> str:
    kind = _line(record, "type").lower()
    if kind:
        return kind
    if "eventdetails" in record:
        return "event"
    return "planning" if "plannedcoverage" in record else "text"


def _language(record: Record) -> str:
    tag = _line(record, "language").replace("_", "-")
    return tag if is_language_tag(tag) else ""


def _spoken(record: Record, name: str, roles: Iterable[str]) -> str:
    """The plain text of the first part with one of the roles, in their order."""
    parts = objects_in(record.get(name), name)
    for role in roles:
        for part in parts:
            if text_in(part, "role").lower() == role and (words := _words(part)):
                return words
    return ""


def _words(part: Record) -> str:
    value = text_in(part, "value")
    content_type = text_in(part, "contenttype")
    is_markup = "html" in content_type or ("plain" not in content_type and "</" in value)
    return _clean(plain_text(value) if is_markup else value)


def _headline(record: Record) -> str:
    found = _spoken(record, "headlines", ("main", "headline", ""))
    if found:
        return found
    others = (_words(part) for part in objects_in(record.get("headlines"), "headlines"))
    return next(filter(None, others), "") or _line(record, "title")


def _bylines(record: Record) -> Iterator[Byline]:
    for author in objects_in(record.get("authors"), "authors"):
        if name := _line(author, "name"):
            yield Byline(name, role=_line(author, "role"), uri=_line(author, "uri"))
    for person in objects_in(record.get("people"), "people"):
        if _line(person, "rel").lower() in {"author", "creator", "byline"} and (
            name := _line(person, "name")
        ):
            yield Byline(name, role=_role_in(_line(record, "by"), name), uri=_line(person, "uri"))


def _role_in(by: str, name: str) -> str:
    """The role that stands behind a name in the line of who wrote it: “Omar Diab (Photographs)”."""
    found = re.search(rf"(?:^|, ){re.escape(name)} \(([^()]+)\)", by)
    return found[1].strip() if found else ""


def _sources(record: Record) -> Iterator[Source]:
    for source in objects_in(record.get("infosources"), "infosources"):
        if name := _line(source, "name") or _line(source, "literal") or _line(source, "code"):
            yield Source(name, uri=_line(source, "uri"), role=_line(source, "role") or _line(source, "rel"))


def _urgency(record: Record) -> int | None:
    urgency = int(number_in(record, "urgency"))
    return urgency if 1 <= urgency <= 9 else None


def _concepts(record: Record) -> Iterator[Concept]:
    for name, kind in KINDS_OF_CONCEPT.items():
        for term in objects_in(record.get(name), name):
            concept = Concept(
                name=_line(term, "name"),
                code=_line(term, "literal") or _line(term, "code"),
                scheme=_line(term, "scheme"),
                uri=_line(term, "uri"),
                rel=_line(term, "rel"),
                kind=kind,
            )
            if concept.name or concept.code or concept.uri:
                yield concept


def _alternate_ids(record: Record) -> Iterator[AlternateId]:
    for other in objects_in(record.get("altids"), "altids"):
        if value := _line(other, "value"):
            yield AlternateId(_line(other, "role"), value)


def _associations(record: Record) -> Iterator[Association]:
    if own := tuple(_renditions(record)):
        yield _association(record, "main", own)
    for sent in objects_in(record.get("associations"), "associations"):
        part = in_one_shape(sent)
        yield _association(part, _line(part, "name") or _line(part, "id"), tuple(_renditions(part)))


def _association(part: Record, name: str, renditions: tuple[Rendition, ...]) -> Association:
    return Association(
        name=name,
        kind=_line(part, "type").lower() or "picture",
        uri=_line(part, "uri"),
        headline=_headline(part),
        caption=_spoken(part, "descriptions", _CAPTION_ROLES),
        credit=_spoken(part, "descriptions", ("creditline",))
        or _line(part, "by")
        or _line(part, "copyrightholder"),
        alt=_spoken(part, "descriptions", ("alt", "alttext", "accessibility")),
        language=_language(part),
        rights=_line(part, "copyrightnotice"),
        usage_terms=_line(part, "usageterms"),
        renditions=renditions,
    )


def _renditions(record: Record) -> Iterator[Rendition]:
    for sent in objects_in(record.get("renditions"), "renditions"):
        href = _line(sent, "href")
        if href and is_safe_link(href):
            yield Rendition(
                href=href,
                name=_line(sent, "name"),
                mimetype=_line(sent, "contenttype").lower(),
                width=int(number_in(sent, "width")),
                height=int(number_in(sent, "height")),
                duration=number_in(sent, "duration"),
            )


def _sent_as(record: Record, shaped: Record) -> str:
    """The version the sender names, else the one its property names belong to."""
    standard = shaped.get("standard")
    if isinstance(standard, Mapping) and (version := str(standard.get("version") or "")):
        return f"ninjs {_clean(version)[:20]}"
    if any(
        name in record
        for name in ("versionCreated", "pubStatus", "altIds", "eventDetails", "copyrightHolder")
    ):
        return "ninjs 3"
    return "ninjs 2" if any(name in record for name in ("headlines", "bodies", "descriptions")) else "ninjs 1"
