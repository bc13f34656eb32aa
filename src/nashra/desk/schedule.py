"""What is due: stories to be published, stories to be withdrawn. Asked of the database, never kept in memory.

Each item is one transaction of its own: what cannot be published is named in the log, and the others go out.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Min
from wagtail.models import Page, Revision

from nashra.base import clock
from nashra.desk.refusals import refusal_of

logger = logging.getLogger(__name__)

_said: dict[int, str] = {}
_MOST_REMEMBERED = 1000


@dataclass(slots=True)
class Round:
    """What one look at the schedule did."""

    published: int = 0
    withdrawn: int = 0
    refused: int = 0


def carry_out_schedule() -> Round:
    """Withdraw what has expired and publish what is due, the earliest first."""
    now = clock.now()
    done = Round()
    expired = Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at")
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    done.withdrawn = _each(expired, done, _withdraw)
    done.published = _each(due, done, _publish)
    return done


def seconds_late() -> float:
    """How long the oldest item that is due has been waiting; 0 when nothing is."""
    now = clock.now()
    moments = (
        Page.objects.filter(live=True, expire_at__lte=now).aggregate(oldest=Min("expire_at"))["oldest"],
        Revision.objects.filter(approved_go_live_at__lte=now).aggregate(oldest=Min("approved_go_live_at"))[
            "oldest"
        ],
    )
    return max(((now - moment).total_seconds() for moment in moments if moment), default=0.0)


def _each(items: Iterable[Any], done: Round, act: Callable[[Any], None]) -> int:
    count = 0
    for item in list(items):
        try:
            with transaction.atomic():
                act(item)
            count += 1
        except ValidationError as refusal:
            done.refused += 1
            _warn_once(item, refusal)
        except Exception:  # one bad item must never hold up the others
            done.refused += 1
            logger.exception("Scheduled: %s could not be carried out; it is tried again.", item)
    return count


def _warn_once(item: Any, refusal: ValidationError) -> None:
    """Say why, once for each reason: the item is asked for again every second until it is put right."""
    page = item.content_object if isinstance(item, Revision) else item
    sentence = refusal_of(page, refusal)
    if _said.get(page.pk) != sentence:
        if len(_said) >= _MOST_REMEMBERED:
            _said.clear()
        _said[page.pk] = sentence
        logger.warning("Scheduled: %s It is tried again until it can be published.", sentence)


def _withdraw(page: Page) -> None:
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")
