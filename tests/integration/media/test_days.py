"""A schedule begins with the edition's day."""

from datetime import UTC, datetime

import pytest

from nashra.base import clock
from nashra.media.days import turn_days
from nashra.media.models import Channel
from nashra.press.models import PressEvent
from tests.factories.editions import make_edition

pytestmark = pytest.mark.django_db


def test_new_day_purges_the_channels_page_once(monkeypatch: pytest.MonkeyPatch) -> None:
    channel = Channel.objects.create(edition=make_edition("en", time_zone="Africa/Cairo"), name="Live")

    def at(hour: int, minute: int) -> int:
        monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 24, hour, minute, tzinfo=UTC))
        return turn_days()

    at(12, 0)
    assert at(21, 59) == 0
    assert at(22, 0) == 1  # midnight in Cairo
    assert PressEvent.objects.order_by("pk").last().keys == [f"channel:{channel.pk}"]  # type: ignore[union-attr] # there is one
    assert at(22, 1) == 0
