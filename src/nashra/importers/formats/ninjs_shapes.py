"""ninjs of any version brought into one shape: that of 2.x.

1.x names properties by what they hold (`headline`, `body_xhtml`, `person`) and keys associations and
renditions by name; 2.x has arrays with roles; 3.x is 2.x in camel case. What agencies add of their own is
kept. Numbers sent where the standard wants text are taken as text.
"""

import re
from collections.abc import Mapping
from typing import cast

from nashra.importers.formats.refusals import RefusedRecord

KINDS_OF_CONCEPT = {
    "subjects": "subject",
    "places": "place",
    "people": "person",
    "organisations": "organisation",
    "events": "event",
    "objects": "object",
    "genres": "genre",
}
"""Where ninjs 2.x keeps each kind of concept."""

type Record = Mapping[str, object]

_PLURALS = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "subject": "subjects",
    "event": "events",
    "object": "objects",
    "infosource": "infosources",
    "genre": "genres",
    "trustindicator": "trustindicators",
}
_OTHER_NAMES = {
    "byline": "by",
    "$standard": "standard",
    "guid": "uri",
    "contenttype": "contenttype",
    "mimetype": "contenttype",
}
_EXTENDED = re.compile(r"(headline|description|body)_(\w+)", re.ASCII)
_EXTENDED_HOME = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
_HTML_ROLES = {"html", "xhtml", "html5"}


def in_one_shape(record: Record) -> dict[str, object]:
    """A ninjs object of any version with the property names and arrays of 2.x, in lower case. Raises
    RefusedRecord.
    """
    shaped: dict[str, object] = {}
    texts: dict[str, list[Record]] = {"headlines": [], "descriptions": [], "bodies": []}
    for name, value in record.items():
        lower = name.lower()
        extended = _EXTENDED.fullmatch(lower)
        if extended:
            texts[_EXTENDED_HOME[extended[1]]].append(_text_part(name, extended[2], value))
        elif lower == "headline":
            texts["headlines"].append(_text_part(name, "main", value))
        elif lower in texts:
            texts[lower] += objects_in(value, name)
        elif lower in _PLURALS:
            shaped[_PLURALS[lower]] = objects_in(value, name)
        elif lower in {"associations", "renditions"}:
            shaped[lower] = _named_objects(value, name)
        elif lower == "altids":
            shaped[lower] = _alternate_ids(value, name)
        else:
            shaped.setdefault(_OTHER_NAMES.get(lower, lower), value)
    return shaped | {name: [_lower_names(part) for part in parts] for name, parts in texts.items() if parts}


def objects_in(value: object, name: str) -> list[Record]:
    """The objects of an array; a single object stands for an array of one, as some senders have it."""
    if value is None:
        return []
    if isinstance(value, Mapping):
        return [_lower_names(cast(Record, value))]
    if not isinstance(value, list) or not all(isinstance(part, Mapping) for part in value):
        raise RefusedRecord(f"“{name}” must be a list of objects.")
    return [_lower_names(cast(Record, part)) for part in value]


def text_in(record: Record, name: str) -> str:
    """A property as text: empty if absent, numbers as written. Raises RefusedRecord for anything else."""
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return " ".join(cast(list[str], value))
    raise RefusedRecord(f"“{name}” must be text, not {_kind(value)}.")


def number_in(record: Record, name: str) -> float:
    """A property as a number, also if it was sent as text; 0 if absent or unreadable."""
    value = record.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return 0
    try:
        number = float(value)
    except ValueError:
        return 0
    return number if 0 <= number < 1e9 else 0


def _kind(value: object) -> str:
    return {bool: "true or false", list: "a list", dict: "an object"}.get(type(value), type(value).__name__)


def _text_part(name: str, role: str, value: object) -> Record:
    if not isinstance(value, str | int | float):
        raise RefusedRecord(f"“{name}” must be text, not {_kind(value)}.")
    content_type = "text/html" if role in _HTML_ROLES else "text/plain" if role == "text" else ""
    return {"role": role, "value": str(value), "contenttype": content_type}


def _lower_names(record: Record) -> Record:
    return {_OTHER_NAMES.get(key.lower(), key.lower()): value for key, value in record.items()}


def _named_objects(value: object, name: str) -> list[Record]:
    """An object of objects (1.x) as an array whose members carry their key as `name`; arrays as they are."""
    if not isinstance(value, Mapping):
        return [dict(part) for part in objects_in(value, name)]
    entries = [(key, part) for key, part in value.items() if part is not None]
    if not all(isinstance(part, Mapping) for _, part in entries):
        raise RefusedRecord(f"“{name}” must hold objects.")
    return [{"name": str(key), **cast(Record, part)} for key, part in entries]


def _alternate_ids(value: object, name: str) -> list[Record]:
    if isinstance(value, Mapping):
        return [
            {"role": str(role), "value": str(other)}
            for role, other in value.items()
            if isinstance(other, str | int)
        ]
    return objects_in(value, name)
