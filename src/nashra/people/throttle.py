"""How often a password may be guessed, and a letter with a new one asked for, before there is a wait.

Counted are failures, in PostgreSQL, in windows that slide: a wait ends by itself, and asking during it makes it no
longer. Nobody can lock an editor out of the browsers they sign in with: those are counted on their own
(`docs/decisions/0024-sign-in-waits-by-browser-name-and-network.md`).
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils.crypto import salted_hmac

from nashra.base import clock
from nashra.people.models import Attempt

logger = logging.getLogger(__name__)

# Nothing is asked of attempts older than this, so they are deleted.
KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """``most`` attempts that agree in ``fields``, ``within`` a time."""

    fields: tuple[str, ...]
    most: int
    within: timedelta

    def free_at(self, attempt: Attempt) -> datetime | None:
        """When such an attempt may be made again; None: now."""
        alike = {field: getattr(attempt, field) for field in self.fields}
        earlier = Attempt.objects.filter(kind=attempt.kind, at__gt=clock.now() - self.within, **alike)
        decisive = earlier.order_by("-at").values_list("at", flat=True)[self.most - 1 : self.most]
        return next((at + self.within for at in decisive), None)


_QUARTER, _HOUR = timedelta(minutes=15), timedelta(hours=1)
_FROM_A_KNOWN_BROWSER = (Limit(("browser",), 10, _QUARTER),)
_FROM_ANYWHERE = (
    Limit(("name", "network", "browser"), 5, _QUARTER),
    Limit(("network", "browser"), 30, _QUARTER),
    # Guessed from many networks at once.
    Limit(("name", "browser"), 20, _HOUR),
)
_LETTERS = (Limit(("name",), 3, _HOUR), Limit(("network",), 10, _HOUR))


def limits_for(attempt: Attempt) -> tuple[Limit, ...]:
    """What holds for an attempt; those of browsers nobody knows have an empty ``browser`` in common."""
    if attempt.kind == Attempt.Kind.LETTER:
        return _LETTERS
    return _FROM_A_KNOWN_BROWSER if attempt.browser else _FROM_ANYWHERE


def wait_before(attempt: Attempt) -> timedelta | None:
    """How long there is to wait before such an attempt may be made; None: not at all.

    Until the transaction ends, attempts that count together are let through one after the other: a hundred sent at once
    are no more guesses than a hundred in a row.
    """
    for bucket in _buckets(attempt):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [bucket])
    moments = [moment for limit in limits_for(attempt) if (moment := limit.free_at(attempt))]
    return max(moments) - clock.now() if moments else None


def count(attempt: Attempt) -> None:
    """Let the attempt count; the log says, once, when it was the last there may be for now."""
    attempt.at = clock.now()
    attempt.save()
    for limit in limits_for(attempt):
        if limit.free_at(attempt):
            logger.warning(
                "%s: %d in %d minutes for %s from %s; more are refused for now. "
                "They are listed in the desk under Settings, Failed sign-ins.",
                "Failed sign-ins" if attempt.kind == Attempt.Kind.SIGN_IN else "Letters with a new password",
                limit.most,
                limit.within.total_seconds() // 60,
                attempt.account or "a name that is nobody's",
                attempt.network or "no known network",
            )


def forgive(attempt: Attempt) -> None:
    """Forget the failures before a success: of this name in this browser, or from this network."""
    Attempt.objects.filter(
        kind=attempt.kind, name=attempt.name, network=attempt.network, browser=attempt.browser
    ).delete()


def forget_old_attempts() -> None:
    """Delete what counts no more."""
    Attempt.objects.filter(at__lt=clock.now() - KEPT_FOR).delete()


def kept_secret(*parts: str) -> str:
    """A name that tells nothing: people write passwords into the wrong field."""
    return salted_hmac("nashra.people.throttle", "\0".join(parts), algorithm="sha256").hexdigest()


def _buckets(attempt: Attempt) -> Iterator[str]:
    """Always the network before the name: whoever waits for a name holds none that others wait for."""
    if attempt.browser:
        yield f"browser {attempt.browser}"
    else:
        yield f"{attempt.kind} network {attempt.network}"
        yield f"{attempt.kind} name {attempt.name}"
