"""Which encoding a reader wants, and whether the reader has the page already (RFC 9110, sections 12.5.3 and 13)."""

import re
from collections.abc import Collection
from email.utils import formatdate, parsedate_to_datetime
from typing import Protocol

_PREFERRED = ("br", "zstd", "gzip", "identity")
_ALIASES = {"x-gzip": "gzip"}
_ETAG = re.compile(r'(?:W/)?("[^"]*")')


def encodings_wanted(accept_encoding: str) -> tuple[str, ...]:
    """The encodings a reader accepts, best first, from an Accept-Encoding header; identity is always possible."""
    weights: dict[str, float] = {}
    for item in accept_encoding.lower().split(","):
        name, _, parameters = item.partition(";")
        weights[_ALIASES.get(name.strip(), name.strip())] = _weight(parameters)
    for name in _PREFERRED:
        weights.setdefault(name, weights.get("*", 0.0))
    wanted = [name for name in _PREFERRED if weights[name] > 0 and name != "identity"]
    wanted.sort(key=lambda name: -weights[name])
    ahead = [name for name in wanted if weights[name] >= weights["identity"]]
    return (*ahead, "identity", *(name for name in wanted if name not in ahead))


def _weight(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def choose(wanted: Collection[str], prepared: Collection[str]) -> str:
    """The first wanted encoding that has been prepared."""
    return next((name for name in wanted if name in prepared), "identity")


def entity_tag(etag: str, encoding: str) -> str:
    """The strong entity tag of one representation: different bytes, different tag."""
    return f'"{etag}"' if encoding == "identity" else f'"{etag}-{encoding}"'


def has_it(answer: "Dated", if_none_match: bytes | str | None, if_modified_since: bytes | str | None) -> bool:
    """Whether 304 is the answer; If-Modified-Since counts only when there is no If-None-Match."""
    if if_none_match is not None:
        tags = _text(if_none_match)
        return tags.strip() == "*" or answer.tag in _ETAG.findall(tags)
    if if_modified_since is None:
        return False
    try:
        return int(answer.changed_at) <= parsedate_to_datetime(_text(if_modified_since)).timestamp()
    except ValueError:
        return False


def _text(header: bytes | str) -> str:
    return header.decode("latin-1") if isinstance(header, bytes) else header


class Dated(Protocol):
    """What a conditional request is compared with."""

    @property
    def tag(self) -> str: ...
    @property
    def changed_at(self) -> float: ...


def http_date(moment: float) -> str:
    """Unix seconds as an HTTP date."""
    return formatdate(moment, usegmt=True)
