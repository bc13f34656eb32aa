"""Asks Django for a page as an anonymous reader would, and presses the answer into the store."""

import io
import logging
import re
import time
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core import signals
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.db import DatabaseError, close_old_connections
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from nashra.press import journal
from nashra.press.keys import recording
from nashra.press.pages import Address, Page, pack
from nashra.press.standing import StandingType, standing_type
from nashra.press.store import PageStore, StoreFull

log = logging.getLogger(__name__)

STORABLE = frozenset({200, 301, 302, 307, 308, 404, 410})
ATTEMPTS = 6
_MADE_BY_THE_FRONT = frozenset(
    {"content-length", "cache-control", "etag", "vary", "date", "server", "connection"}
)
_PRIVATE = re.compile(r"\b(?:private|no-store)\b", re.IGNORECASE)


class RenderFailed(RuntimeError):
    """The page could not be rendered now. What is stored is served meanwhile; the cause is in the log."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of pressing one address: the page, where it belongs, and whether it went into the store."""

    address: Address
    page: Page
    storable: bool
    stored: bool


class Printer:
    """Renders the newsroom's pages in this process; safe to use from several threads."""

    def __init__(
        self, store: PageStore, *, main_host: str, https: bool = False, keeps_type: bool = True
    ) -> None:
        """``main_host`` stands in the place of the empty host of an ``Address`` when Django is asked.

        With ``keeps_type``, parts that several pages show stand between renders; without, all is made anew each time.
        """
        self.store = store
        self._standing = StandingType() if keeps_type else None
        self._main_host = main_host
        self._scheme = "https" if https else "http"
        self._handler = BaseHandler()
        self._handler.load_middleware()

    def press(self, address: Address, *, ahead: bool = False) -> Pressed | None:
        """Render a page and swap it into the store, one process of the machine at a time.

        None when somebody else stored a fresh one meanwhile; with ``ahead``, a spoiled page that is still in use does
        not count as fresh. A render that a purge has overtaken is thrown away and made again, so what is stored is never
        older than the newest purge applied on this machine. A page that changes faster than it can be made is returned
        without being stored: it is newer than the question. Raises ``RenderFailed`` when Django cannot answer, or when
        ``ahead`` of a question nothing could be stored.
        """
        with self.store.flight(address):
            if self._has_fresh(address, float("inf") if ahead else time.time()):
                return None
            for attempt in range(ATTEMPTS):
                following = self.store.anchor().position >= 0
                pressed, as_of = self.render(address)
                if not pressed.storable or not following:
                    return pressed
                try:
                    if self.store.put(pressed.address, pressed.page, as_of):
                        return Pressed(pressed.address, pressed.page, storable=True, stored=True)
                except StoreFull:
                    log.warning("A page could not be stored: the disk is full.")
                    return pressed
                if attempt == ATTEMPTS - 1 and not ahead and not self._is_taken_down(pressed, as_of):
                    return pressed
        raise RenderFailed(f"{RenderFailed.__doc__} ({address} changed faster than it could be rendered)")

    def press_ahead(self, address: Address) -> None:
        """Press a page that is missing or spoiled, also while the spoiled one is still in use; for pressers."""
        try:
            self.press(address, ahead=True)
        finally:
            close_old_connections()

    def render(self, address: Address) -> tuple[Pressed, int]:
        """Render without storing; also returns the journal position the content is at least as new as."""
        environ = self._environ(address)
        signals.request_started.send(sender=type(self), environ=environ)
        try:
            as_of = self._read_on()
        except DatabaseError as error:
            signals.request_finished.send(sender=type(self))
            raise RenderFailed(RenderFailed.__doc__) from error
        with (
            recording() as recorded,
            standing_type(self._standing, as_of),
            translation.override(settings.LANGUAGE_CODE),
            timezone.override(None),
        ):
            response = self._handler.get_response(WSGIRequest(environ))
            try:
                body = response.content if isinstance(response, HttpResponse) else b""
            finally:
                response.close()  # sends request_finished
        if response.status_code >= 500:
            raise RenderFailed(f"{RenderFailed.__doc__} ({address}: {response.status_code})")
        headers = [
            (name, value) for name, value in response.items() if name.lower() not in _MADE_BY_THE_FRONT
        ]
        page = pack(response.status_code, headers, body, keys=recorded.keys, parameters=recorded.parameters)
        declared = [(name, value) for name, value in parse_qsl(address.query) if name in recorded.parameters]
        home = Address(address.host, address.path, urlencode(sorted(declared)))
        return Pressed(home, page, storable=_storable(response) and home.storable, stored=False), as_of

    def _read_on(self) -> int:
        """The journal's newest position; what stands is true as of it."""
        if self._standing is None:
            return journal.anchor().position
        return self._standing.catch_up(journal.events_from, journal.anchor)

    def _is_taken_down(self, pressed: Pressed, as_of: int) -> bool:
        try:
            return journal.has_taken_down(pressed.page.keys, as_of)
        finally:
            close_old_connections()

    def _has_fresh(self, address: Address, moment: float) -> bool:
        stored = self.store.read(address)
        return stored is not None and stored.fresh(moment)

    def _environ(self, address: Address) -> dict[str, object]:
        host, _, port = (address.host or self._main_host).partition(":")
        return {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            # WSGI hands paths over as Latin-1 text that holds UTF-8 bytes (PEP 3333).
            "PATH_INFO": address.path.encode().decode("latin-1"),
            "QUERY_STRING": address.query,
            "SERVER_NAME": host,
            "SERVER_PORT": port or ("443" if self._scheme == "https" else "80"),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": address.host or self._main_host,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": self._scheme,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
            "nashra.pressing": True,
        }


def _storable(response: HttpResponseBase) -> bool:
    """Whether every anonymous reader would get this same answer."""
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return (
        response.status_code in STORABLE
        and not response.streaming
        and not response.cookies
        and not _PRIVATE.search(response.get("Cache-Control", ""))
        # Nobody signed in is ever answered from the store, so a page that looks at the session is still one page.
        and varies <= {"", "accept-encoding", "cookie"}
    )
