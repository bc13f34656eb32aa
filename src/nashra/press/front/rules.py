"""Which requests are answered from the store, under which address, and which go through to the application."""

import hashlib
import hmac
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from nashra.press.pages import Address

STAFF_COOKIE = "nashra_desk"
_SAFE_HOST = re.compile(r"[a-z0-9.-]{1,253}(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a newsroom decides about its front; the assembly fills it in from the settings."""

    parameters: Mapping[str, re.Pattern[str]] = field(
        default_factory=lambda: {"page": re.compile(r"[1-9]\d{0,3}")}
    )
    """Query parameters that a page may declare, and what their values may look like; all others are ignored."""

    live_parameters: frozenset[str] = frozenset()
    """Parameters whose presence sends the request through to the application (a search's words, a preview's token)."""

    live_prefixes: tuple[str, ...] = ("/admin/", "/documents/", "/static/", "/media/")
    """Paths below these are never stored."""

    staff_secret: bytes = b""
    """Signs the cookie that lets signed-in staff past the store."""

    shared_seconds: int = 1
    """How long a cache further out may keep a page unasked; raise it when that cache is purged by us."""

    stale_seconds: int = 7 * 24 * 3600
    """How long such a cache may go on serving a page while we do not answer."""

    unknown_per_second: int = 20
    """How many addresses that a complete store does not know each process looks for in a second; a moment's more is
    three times that. A missing page is not thereby refused for good: it may be asked for again."""

    through_per_second: int = 50
    """How many of the readers' requests that are no stored page's (searches, forms, odd methods) each process passes on
    to the application in a second, and at once twice as many."""

    unavailable: bytes = b"<!doctype html><meta charset=utf-8><title>503</title><p>503 Service Unavailable"
    """The page for readers when there is nothing to show: not stored, and cannot be rendered now."""

    unavailable_below: Mapping[str, bytes] = field(default_factory=dict)
    """The same by the first part of the path, so that readers are told in their language."""

    def unavailable_at(self, path: str) -> bytes:
        """The page for readers of ``path`` when there is nothing to show."""
        return self.unavailable_below.get(path.lstrip("/").partition("/")[0], self.unavailable)

    @property
    def cache_control(self) -> str:
        """For browsers and caches further out alike; browsers always ask, which costs them a 304."""
        return (
            f"public, max-age=0, s-maxage={self.shared_seconds}, "
            f"stale-while-revalidate={self.shared_seconds}, stale-if-error={self.stale_seconds}"
        )

    def is_desk(self, path: str, cookie: str | None) -> bool:
        """Whether this is no reader's request: the desk's screens, uploads, signed-in staff."""
        return path.startswith(self.live_prefixes) or (
            cookie is not None
            and STAFF_COOKIE in cookie
            and is_staff_mark(_cookie(cookie), self.staff_secret)
        )

    def is_live(self, query: str) -> bool:
        """Whether the store has no say in a reader's request: a search, a preview somebody was sent."""
        return bool(query) and not self.live_parameters.isdisjoint(
            dict(parse_qsl(query, keep_blank_values=True))
        )

    def address(self, host: str, path: str, query: str) -> Address:
        """The address of the page asked for, without the parameters that mean nothing."""
        if query:
            # The last of several wins, as in Django.
            given = dict(parse_qsl(query))
            query = urlencode(
                sorted(
                    (name, value)
                    for name, value in given.items()
                    if name in self.parameters and self.parameters[name].fullmatch(value)
                )
            )
        return Address(host, path, query)


def clean_host(host: str) -> str:
    """A Host header as written in addresses: lower case, no final dot, no default port; "" when it is no host."""
    lowered = host.lower().removesuffix(":80").removesuffix(":443").removesuffix(".")
    return lowered if _SAFE_HOST.fullmatch(lowered) else ""


def make_staff_mark(secret: bytes, expires_at: float) -> str:
    """The value of the cookie that lets its bearer past the store until a moment (Unix seconds); it grants nothing else."""
    moment = str(int(expires_at))
    return f"{moment}.{_signature(secret, moment)}"


def is_staff_mark(value: str, secret: bytes) -> bool:
    """Whether this is a mark we made, and still good. Invented ones are no way round the store."""
    moment, _, signature = value.partition(".")
    genuine = bool(secret) and hmac.compare_digest(signature.encode(), _signature(secret, moment).encode())
    return genuine and time.time() < int(moment)


def _signature(secret: bytes, moment: str) -> str:
    return hmac.new(
        hashlib.sha256(b"nashra.press.staff" + secret).digest(), moment.encode(), "sha256"
    ).hexdigest()


def _cookie(header: str) -> str:
    for part in header.split(";"):
        name, _, value = part.strip().partition("=")
        if name == STAFF_COOKIE:
            return value.strip('"')
    return ""
