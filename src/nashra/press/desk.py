"""What an operator asks of the press and tells it: status, purge, warm, why. Plain functions behind `nashra press`."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from nashra.press import journal
from nashra.press.front.rules import Rules, clean_host
from nashra.press.models import PressEvent, PressMachine
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import PageStore
from nashra.press.worker import Presser


def status(store: PageStore) -> dict[str, object]:
    """How the press of this machine and its journal are doing, as plain values."""
    tally, counts = store.tally(), store.counts()
    asked = sum(counts.get(name, 0) for name in ("hit", "miss", "stale", "unavailable"))
    newest = journal.anchor().position
    complete = json.loads(store.note("complete") or "null")
    return {
        "pages": tally["pages"],
        "absent pages": tally["absent"],
        "waiting to be pressed": tally["due"],
        "megabytes on disk": round((tally["bytes"] + tally["absent_bytes"]) / 1_048_576, 1),
        "disk limit in megabytes": store.disk_limit // 1_048_576,
        "pages evicted for the disk limit": int(counts.get("evicted", 0)),
        "complete": _completeness(complete),
        "events behind": max(newest - store.anchor().position, 0),
        "presser": "working" if store.presser_works() else "not running on this machine",
        "answered from the store": f"{100 * counts.get('hit', 0) / asked:.1f} %"
        if asked
        else "nothing asked yet",
        "caches further out": [
            f"{cache} has {count} purges still to take" for cache, count in store.count_owed().items()
        ],
        "machines": [f"{machine.name} at {machine.position} of {newest}" for machine in _machines()],
    }


def _machines() -> list[PressMachine]:
    return list(PressMachine.objects.order_by("name"))


def _completeness(found: dict[str, float] | None) -> str:
    if found is None:
        return "not yet: the first round through all live pages is not finished"
    at = datetime.fromtimestamp(found["at"], UTC).isoformat(timespec="seconds")
    if found["no_room"]:
        return f"no: {found['no_room']} of {found['live']} live pages do not fit within the disk limit ({at})"
    return f"yes: all {found['live']} live pages ({at})"


def warm(printer: Printer) -> int:
    """Press every live page that is not in the store now; returns how many were pressed."""
    return Presser(printer.store, printer.press_ahead).warm()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an address is answered as it is."""

    address: Address
    state: str
    keys: tuple[str, ...] = ()
    pressed_at: datetime | None = None
    as_of: int | None = None
    purged_by: tuple[str, ...] = ()


def why(store: PageStore, url: str) -> Explanation:
    """What is stored for a URL or address, which keys it carries, when it was made, and what purged it last."""
    address = address_of(store, url)
    stored = store.read(address)
    if stored is None:
        return Explanation(address, "not stored: it will be made when it is asked for")
    state = (
        "fresh"
        if stored.fresh(float("inf"))
        else "spoiled, still in use"
        if stored.fresh(time.time())
        else "spoiled"
    )
    events = PressEvent.objects.filter(keys__overlap=list(stored.page.keys), position__isnull=False).order_by(
        "-position"
    )
    return Explanation(
        address,
        f"{stored.page.status}, {state}",
        stored.page.keys,
        datetime.fromtimestamp(stored.pressed_at, UTC),
        stored.as_of,
        tuple(f"{event.happened_at.isoformat(timespec='seconds')} {event}" for event in events[:5]),
    )


def address_of(store: PageStore, url: str) -> Address:
    """The address under which the front would look for a URL; a path alone is on the main host."""
    parts = urlsplit(url)
    host = clean_host(parts.netloc)
    known = json.loads(store.note("hosts") or "[]")
    return Rules().address(host if host in known else "", unquote(parts.path) or "/", parts.query)


def told(values: dict[str, object]) -> Iterator[str]:
    """Status as lines for a terminal."""
    for name, value in values.items():
        yield f"{name}: {', '.join(map(str, value)) or 'none' if isinstance(value, list) else value}"
