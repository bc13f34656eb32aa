"""/metrics: the newsroom in figures for Prometheus (text format 0.0.4), for the staff's own network alone."""

import asyncio
from collections.abc import Collection, Iterator
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address

from django.db import DatabaseError, connection

from nashra.desk.schedule import seconds_late
from nashra.press import service
from nashra.press.figures import metric, prometheus
from nashra.project.files import Scope
from nashra.project.readiness import Readiness

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# What proxies say of those they ask for. Anybody can write any of these, so they only ever count against a request.
_PROXIED = frozenset(
    {b"forwarded", b"via", b"x-real-ip", b"x-client-ip", b"true-client-ip", b"cf-connecting-ip"}
)


def may_read(scope: Scope, networks: Collection[IPv4Network | IPv6Network]) -> bool:
    """Whether a request comes straight from one of ``networks``; one that came through a proxy does not, for the
    address that is seen then is the proxy's own."""
    names = [name for name, _value in scope["headers"]]
    if any(name in _PROXIED or name.startswith(b"x-forwarded-") for name in names):
        return False
    try:
        address = ip_address(scope["client"][0])
    except (TypeError, ValueError):
        return False
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    return any(address in network for network in networks)


async def figures(found: Readiness) -> bytes:
    """All figures of this machine: the press, the parts, and how late the schedule is where the database can say so."""
    text = await asyncio.to_thread(prometheus, service.store())
    late = await asyncio.to_thread(_seconds_late) if found.parts["database"] == "up" else None
    return (text + "\n".join(_newsroom(found, late)) + "\n").encode()


def _newsroom(found: Readiness, late: float | None) -> Iterator[str]:
    states = [(f'{{part="{name}"}}', float(state == "up")) for name, state in found.parts.items()]
    yield from metric("nashra_part_up", "gauge", "Whether a part of the newsroom is up.", states)
    if found.events_behind is not None:
        text = "Journal events that this machine has still to apply."
        yield from metric("nashra_press_events_behind", "gauge", text, [("", found.events_behind)])
    if late is not None:
        text = "How long ago the oldest story was due that has not been published or withdrawn as scheduled."
        yield from metric("nashra_schedule_late_seconds", "gauge", text, [("", late)])


def _seconds_late() -> float | None:
    try:
        return seconds_late()
    except DatabaseError:
        return None
    finally:
        connection.close()
