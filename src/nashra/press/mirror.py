"""The mirror: the stored pages as plain files that any static host can serve, kept up to date page by page.

``DIR/en/index.html`` with ``.gz``, ``.br`` and ``.zst`` beside it; the pages of an edition's own host are below
``DIR/_hosts/<host>/``. Pages that differ by query parameters are left out: a static host does not see them.
"""

import contextlib
import errno
import html
import logging
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from django.conf import settings

from nashra.press import _links as links
from nashra.press.events import Event
from nashra.press.follower import Follower
from nashra.press.journal import connection_parameters
from nashra.press.keys import page_sources
from nashra.press.pages import Address, Page, pack, read_address
from nashra.press.render import Printer, RenderFailed
from nashra.press.store import Stored

log = logging.getLogger(__name__)

_SUFFIXES = {"gzip": ".gz", "br": ".br", "zstd": ".zst"}
_MEMORY = """
CREATE TABLE IF NOT EXISTS page (address TEXT PRIMARY KEY, etag TEXT NOT NULL, file TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS shown (address TEXT, file TEXT, PRIMARY KEY (address, file)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shown_file ON shown (file);
CREATE TABLE IF NOT EXISTS followed (store TEXT PRIMARY KEY, number INTEGER NOT NULL);
"""
WATCH_SECONDS = 0.5
_LOOKS = 5


class NameTooLong(OSError):
    """A part of this address is too long for the name of a file (255 bytes on most disks). Give the page a shorter slug."""


class Mirror:
    """One folder of plain files; one process at a time writes it."""

    def __init__(self, printer: Printer, directory: Path, *, base_url: str = "") -> None:
        """``base_url`` replaces the newsroom's own address in every page, for a mirror that lives elsewhere."""
        self.directory = directory
        self._printer = printer
        self._store = printer.store
        self._base = (settings.WAGTAILADMIN_BASE_URL.rstrip("/").encode(), base_url.rstrip("/").encode())
        directory.mkdir(parents=True, exist_ok=True)
        self._memory = sqlite3.connect(
            directory / ".nashra-mirror.sqlite3", isolation_level=None, check_same_thread=False
        )
        self._memory.executescript(_MEMORY)

    def close(self) -> None:
        """Let go of the folder."""
        self._memory.close()

    def write_all(self) -> dict[str, int]:
        """Bring the whole mirror up to date; returns how many pages were written, were the same, and were removed."""
        counts = {"written": 0, "unchanged": 0, "removed": 0, "failed": 0}
        live: set[str] = set()
        self._copy_static()
        self._remove_unfinished()
        self._note_swaps(0)
        for place in page_sources.every():
            address = Address(*place)
            try:
                self._printer.press(address, ahead=True)
                written = self.write(address)
            except (RenderFailed, NameTooLong) as error:
                log.warning("%s", error)
                counts["failed"] += 1
                live.add(str(address))
                continue
            if written is not None:
                live.add(str(address))
                counts["written" if written else "unchanged"] += 1
        known = [row[0] for row in self._memory.execute("SELECT address FROM page")]
        for address_text in known:
            if address_text not in live:
                self.remove(read_address(address_text))
                counts["removed"] += 1
        return counts

    def write(self, address: Address) -> bool | None:
        """Write one stored page; False when the file is so already, None (and no file) when there is no such page."""
        stored, body = self._found(address)
        if stored is None or address.query or (stored.page.absent and not _target(stored.page)):
            self.remove(address)
            return None
        file = self.file_of(address, stored.page)
        mark = f"{stored.page.etag} {self._base[1].decode()}".strip()
        old = self._memory.execute(
            "SELECT etag, file FROM page WHERE address = ?", (str(address),)
        ).fetchone()
        if body is None or (old and old[0] == mark and (self.directory / old[1]).exists()):
            return False
        if old and old[1] != str(file):
            self.remove(address)
        body = _moved_to(_target(stored.page)) if stored.page.absent else body
        if self._base[1]:
            body = body.replace(*self._base)
        content_type = (
            "text/html" if stored.page.absent else dict(stored.page.headers).get("content-type", "")
        )
        # Known before it is there: whoever is killed in between leaves no file that nobody would ever remove.
        self._remember(address, "", file)
        try:
            self._write_file(file, pack(200, [("content-type", content_type)], body))
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            self.remove(address)
            raise NameTooLong(f"{NameTooLong.__doc__} ({address})") from error
        self._bring_along(address, set(links.media_in(body, content_type, settings.MEDIA_URL)))
        self._remember(address, mark, file)
        return True

    def _found(self, address: Address) -> tuple[Stored | None, bytes | None]:
        """A stored page with its body; it may be replaced between the two questions."""
        for _ in range(_LOOKS):
            stored = self._store.read(address)
            body = self._store.body(stored, "identity") if stored else None
            if stored is None or body is not None:
                break
        return stored, body

    def _remember(self, address: Address, mark: str, file: PurePosixPath) -> None:
        self._memory.execute("INSERT OR REPLACE INTO page VALUES (?, ?, ?)", (str(address), mark, str(file)))

    def remove(self, address: Address) -> None:
        """Take a page out of the mirror, with what was packed of it."""
        row = self._memory.execute("SELECT file FROM page WHERE address = ?", (str(address),)).fetchone()
        if row is None:
            return
        with contextlib.suppress(OSError):  # of a name too long there is nothing
            for suffix in ("", *_SUFFIXES.values()):
                (self.directory / f"{row[0]}{suffix}").unlink(missing_ok=True)
            (self.directory / row[0]).parent.rmdir()  # only if nothing else is in it
        self._bring_along(address, set())
        self._memory.execute("DELETE FROM page WHERE address = ?", (str(address),))

    def _bring_along(self, address: Address, wanted: set[str]) -> None:
        """Copy the media a page shows; what no page shows any more leaves the mirror."""
        rows = self._memory.execute("SELECT file FROM shown WHERE address = ?", (str(address),))
        before = {row[0] for row in rows.fetchall()}
        for name in wanted:
            self._copy_media(name)
            self._memory.execute("INSERT OR IGNORE INTO shown VALUES (?, ?)", (str(address), name))
        for name in before - wanted:
            self._memory.execute("DELETE FROM shown WHERE address = ? AND file = ?", (str(address), name))
            if not self._memory.execute("SELECT 1 FROM shown WHERE file = ?", (name,)).fetchone():
                (self._media / name).unlink(missing_ok=True)

    def watch(self, stop: threading.Event) -> None:
        """Keep the mirror up to date until ``stop`` is set, with what the presser of this machine swaps."""
        changed = threading.Event()
        taken_down = threading.Event()

        def hear(events: Sequence[Event]) -> None:
            if any(event.takedown for event in events):
                taken_down.set()
            changed.set()

        follower = Follower(self._store, connection_parameters(), hear)
        follower.start()
        try:
            while not stop.is_set():
                if taken_down.is_set():
                    taken_down.clear()
                    self.remove_what_is_gone()
                self.write_swapped()
                changed.wait(WATCH_SECONDS)
                changed.clear()
        finally:
            follower.stop()

    def write_swapped(self) -> int:
        """Write the pages that were swapped into the store since the last call; returns how many."""
        written = 0
        while swapped := self._store.swapped_since(self._seen()):
            for number, address in swapped:
                try:
                    written += bool(self.write(address))
                except NameTooLong as error:
                    log.warning("%s", error)
                self._note_swaps(number)
        return written

    def remove_what_is_gone(self) -> None:
        """Take out every page that the store no longer has: taken down, or no longer there."""
        for (text,) in self._memory.execute("SELECT address FROM page").fetchall():
            stored = self._store.read(read_address(text))
            if stored is None or (stored.page.absent and not _target(stored.page)):
                self.remove(read_address(text))

    def broken_links(self) -> Iterator[tuple[str, str]]:
        """Each internal link that leads nowhere within the mirror, as (file, link)."""
        own = {part.decode() for part in self._base if part}
        for file in sorted(self.directory.rglob("*.html")):
            name = file.relative_to(self.directory).as_posix()
            for link in links.internal_links(file.read_bytes(), own, links.page_path(name)):
                if not self._leads_somewhere(link, name):
                    yield name, link

    # --- files -------------------------------------------------------------------------------------------------------

    def file_of(self, address: Address, page: Page) -> PurePosixPath:
        """Where a page lives in the mirror, relative to its folder."""
        parts = [part for part in address.path.split("/") if part not in ("", ".", "..")]
        content_type = dict(page.headers).get("content-type", "")
        if address.path.endswith("/") or (
            content_type.startswith("text/html") and "." not in (parts or [""])[-1]
        ):
            parts.append("index.html")
        return PurePosixPath(*(("_hosts", address.host) if address.host else ()), *parts)

    def _leads_somewhere(self, path: str, from_file: str) -> bool:
        if path.startswith(("/admin/", "/documents/")):
            return True
        root = self.directory
        if from_file.startswith("_hosts/") and not path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
            root = root / "_hosts" / from_file.split("/")[1]
        found = root / path.lstrip("/")
        return found.is_file() or (found / "index.html").is_file()

    def _write_file(self, file: PurePosixPath, page: Page) -> None:
        target = self.directory / file
        target.parent.mkdir(parents=True, exist_ok=True)
        for encoding, suffix in _SUFFIXES.items():
            if encoding in page.bodies:
                _replace(target.with_name(target.name + suffix), page.bodies[encoding])
            else:
                target.with_name(target.name + suffix).unlink(missing_ok=True)
        _replace(target, page.bodies["identity"])

    def _copy_static(self) -> None:
        root = Path(settings.STATIC_ROOT)
        if root.is_dir():
            _copy_tree(root, self.directory / settings.STATIC_URL.strip("/"))

    def _copy_media(self, name: str) -> None:
        root = Path(settings.MEDIA_ROOT).resolve()
        source = (root / name).resolve()
        if source.is_relative_to(root) and source.is_file():
            _copy_file(source, self._media / name)

    @property
    def _media(self) -> Path:
        return self.directory / settings.MEDIA_URL.strip("/")

    def _remove_unfinished(self) -> None:
        """What was being written when a mirror was killed."""
        for file in self.directory.rglob(".*"):
            if file.suffix[1:].isdecimal() and file.is_file():
                file.unlink(missing_ok=True)

    def _seen(self) -> int:
        """How far this store's swaps have been followed; one made anew counts from the beginning."""
        store = self._store.note("store")
        row = self._memory.execute("SELECT number FROM followed WHERE store = ?", (store,)).fetchone()
        return row[0] if row else 0

    def _note_swaps(self, number: int) -> None:
        values = (self._store.note("store"), number)
        self._memory.execute("INSERT OR REPLACE INTO followed VALUES (?, ?)", values)


def _target(page: Page) -> str:
    return dict(page.headers).get("location", "")


def _moved_to(target: str) -> bytes:
    safe = html.escape(target)
    return (
        f'<!doctype html><meta charset="utf-8"><title>{safe}</title><link rel="canonical" href="{safe}">'
        f'<meta http-equiv="refresh" content="0; url={safe}"><a href="{safe}">{safe}</a>'
    ).encode()


def _replace(target: Path, content: bytes) -> None:
    """Put a file in place in one step: a reader sees the old one or the new one."""
    waiting = target.with_name(f".{target.name}.{os.getpid()}")
    waiting.write_bytes(content)
    waiting.replace(target)


def _copy_tree(source: Path, target: Path) -> None:
    for file in source.rglob("*"):
        if file.is_file():
            _copy_file(file, target / file.relative_to(source))


def _copy_file(source: Path, target: Path) -> None:
    new = source.stat()
    if target.exists() and (target.stat().st_size, target.stat().st_mtime) == (new.st_size, new.st_mtime):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".{target.name}.{os.getpid()}")
    shutil.copy2(source, waiting)
    waiting.replace(target)


def check(mirror: Mirror) -> Iterable[str]:
    """What is wrong with a mirror, a sentence each."""
    for file, link in mirror.broken_links():
        yield f"{file} links to {link}, which is not in the mirror."
