"""Compares what is stored with what would be rendered now: the proof that nothing is stale."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import PageStore


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored page that is not what Django says now."""

    address: Address
    stored: bytes
    rendered: bytes
    stored_status: int
    rendered_status: int


def differences(printer: Printer) -> Iterator[Difference]:
    """Render each page the store would serve as fresh, and yield those that come out differently.

    Meant for a settled store: while pages are being changed and pressed, a difference may be only a moment's.
    """
    for address in every_address(printer.store):
        stored = printer.store.read(address)
        if stored is None or not stored.fresh(time.time()):
            continue
        kept = printer.store.body(stored, "identity")
        fresh, _ = printer.render(address)
        if (stored.page.status, stored.page.etag) != (fresh.page.status, fresh.page.etag):
            new = fresh.page.bodies["identity"]
            yield Difference(address, kept or b"", new, stored.page.status, fresh.page.status)


def every_address(store: PageStore) -> Iterator[Address]:
    """All stored pages, in order, however many there are."""
    after = ""
    while batch := store.addresses(after):
        yield from batch
        after = str(batch[-1])
