"""The purge journal, for the rooms that change content: say what changed, in the transaction that changes it.

``purge("story:12")`` in the same ``transaction.atomic`` block as the change is enough; the press hears of it when the
transaction commits, and never when it does not.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import Max, QuerySet
from django.db.models.functions import Now
from django.dispatch import Signal
from django.utils.translation import get_language

from nashra.press.events import EVENTS_FROM, MOST_EVENTS_AT_ONCE, Anchor, Event
from nashra.press.keys import checked
from nashra.press.models import PressEvent, PressMachine

log = logging.getLogger(__name__)

TAKEDOWN_PATIENCE = 3.0
SILENCE_BEFORE_DOUBT = timedelta(seconds=10)
SILENCE_BEFORE_FORGETTING = timedelta(days=30)
KEPT_FOR = timedelta(days=7)
_FOR_DJANGO_ONLY = frozenset({"cursor_factory", "context", "pool"})

takedown_unconfirmed = Signal()
"""Some machines have not said in time that a taken-down page is gone there. ``machines``: their names; ``keys``;
``language``: what whoever took it down reads."""


@dataclass(slots=True)
class Takedown:
    """A takedown under way; after the transaction has committed, ``unconfirmed`` names the machines still in doubt."""

    keys: tuple[str, ...]
    machines: list[str]
    language: str | None
    unconfirmed: list[str] = field(default_factory=list)


def purge(*keys: str) -> None:
    """Have every page that carries one of these keys made anew, once the current transaction has committed."""
    if keys:
        PressEvent.objects.create(keys=checked(keys))


def takedown(*keys: str) -> Takedown:
    """Have every page that carries one of these keys gone from every machine before the commit returns to its caller.

    Waits up to three seconds for machines that answer; the others are named in ``Takedown.unconfirmed`` and announced
    with the signal ``takedown_unconfirmed``.
    """
    event = PressEvent.objects.create(keys=checked(keys), takedown=True)
    # Asked now: after the commit the database may be gone, and the desk's screen no longer in the editor's language.
    machines = list(PressMachine.objects.order_by("name").values_list("name", flat=True))
    under_way = Takedown(tuple(event.keys), machines, get_language())
    transaction.on_commit(lambda: _confirm(event.pk, under_way))
    return under_way


def anchor() -> Anchor:
    """The newest position that can be seen now: content read from here on is at least as new as every event up to it."""
    newest = _numbered().order_by("-position").values_list("position", "token").first()
    return Anchor(newest[0] or 0, str(newest[1])) if newest else Anchor(0, "")


def events_from(known: Anchor) -> list[Event] | None:
    """What the journal says from a position on, that event first; None when it is too much to catch up with."""
    with connection.cursor() as cursor:
        cursor.execute(EVENTS_FROM, [known.position, MOST_EVENTS_AT_ONCE])
        rows = cursor.fetchall()
    if len(rows) == MOST_EVENTS_AT_ONCE:
        return None
    return [Event(row[0], row[1], tuple(row[2]), row[3], row[4]) for row in rows]


def has_taken_down(keys: Sequence[str], since: int) -> bool:
    """Whether something that carries one of these keys was taken down after a position."""
    return _numbered().filter(takedown=True, position__gt=since, keys__overlap=list(keys)).exists()


def connection_parameters() -> dict[str, object]:
    """How to reach the journal's database with psycopg alone, for a ``Follower``."""
    parameters: dict[str, object] = connection.get_connection_params()
    return {name: value for name, value in parameters.items() if name not in _FOR_DJANGO_ONLY}


def forget_old_events() -> int:
    """Delete what every live machine has long applied; the newest event always stays. Returns how many went.

    Of a takedown the keys are kept, without a place in the journal: a machine that slept through it adopts the journal as
    it is then, and has to hear of it all the same.
    """
    newest = _numbered().aggregate(newest=Max("position"))["newest"] or 0
    old = PressEvent.objects.filter(happened_at__lt=Now() - KEPT_FOR, position__lt=newest)
    old.filter(takedown=True).update(position=None)
    PressMachine.objects.filter(heard_at__lt=Now() - SILENCE_BEFORE_FORGETTING).delete()
    return old.delete()[0]


def _numbered() -> QuerySet[PressEvent]:
    return PressEvent.objects.filter(position__isnull=False)


def _confirm(event_number: int, under_way: Takedown) -> None:
    try:
        under_way.unconfirmed = _machines_behind(event_number)
    except DatabaseError as error:
        log.error("The database went away while a takedown was being confirmed (%s).", str(error).strip())
        under_way.unconfirmed = under_way.machines
    if under_way.unconfirmed:
        log.error(
            "Taken down (%s), but not confirmed by %s: they may still show it. Switch them off or connect them to the "
            "database again; of one that is gone for good, say so with: nashra press forget NAME.",
            " ".join(under_way.keys),
            ", ".join(under_way.unconfirmed),
        )
        takedown_unconfirmed.send(
            sender=None,
            machines=under_way.unconfirmed,
            keys=under_way.keys,
            language=under_way.language,
        )


def _machines_behind(event_number: int) -> list[str]:
    """The machines that have not confirmed an event after those that answer have had time to."""
    position = PressEvent.objects.values_list("position", flat=True).get(pk=event_number)
    give_up = time.monotonic() + TAKEDOWN_PATIENCE
    behind = PressMachine.objects.filter(position__lt=position)
    while behind.filter(heard_at__gt=Now() - SILENCE_BEFORE_DOUBT).exists() and time.monotonic() < give_up:
        time.sleep(0.005)
    return list(behind.order_by("name").values_list("name", flat=True))


def forget_machine(name: str) -> int:
    """Forget machines that are gone for good, by their name; returns how many. One that is alive is known again at once."""
    return PressMachine.objects.filter(name=name).delete()[0]
