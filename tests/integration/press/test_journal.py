"""The journal: written with the change, numbered in the order of becoming visible, never missed."""

import threading
from collections.abc import Callable
from datetime import timedelta

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from nashra.press.events import Event
from nashra.press.follower import Follower
from nashra.press.journal import (
    anchor,
    connection_parameters,
    forget_machine,
    forget_old_events,
    purge,
    takedown,
)
from nashra.press.keys import KeyMalformed
from nashra.press.models import PressEvent, PressMachine
from nashra.press.pages import Address, pack
from nashra.press.store import PageStore
from tests.integration.press.conftest import Opener, eventually

type Follow = Callable[..., Follower]
STORY = Address("", "/story/1/")


def stored_with(store: PageStore, *keys: str) -> None:
    assert store.put(STORY, pack(200, [], b"text", keys=keys), anchor().position)


def is_fresh(store: PageStore) -> bool:
    stored = store.read(STORY)
    return stored is not None and stored.fresh(1e12)


def test_a_change_that_is_rolled_back_purges_nothing() -> None:
    before = anchor()
    with transaction.atomic():
        purge("story:1")
        transaction.set_rollback(True)
    assert anchor() == before


def test_a_malformed_key_is_refused_before_it_is_written() -> None:
    with pytest.raises(KeyMalformed):
        purge("story 1\r\nX: y")


def test_a_purge_reaches_the_store_of_every_machine(opened: Opener, follow: Follow) -> None:
    one, two = opened("one"), opened("two")
    follow(one)
    follow(two)
    stored_with(one, "story:1")
    stored_with(two, "story:1")
    purge("story:1")
    assert eventually(lambda: not is_fresh(one) and not is_fresh(two))


def test_a_transaction_that_commits_late_is_numbered_late(store: PageStore, follow: Follow) -> None:
    """The trap of every plain sequence: the smaller number commits last and is never read."""
    follow(store)
    stored_with(store, "story:1")
    with psycopg.connect(**connection_parameters()) as slow:  # type: ignore[arg-type] # Django's own parameters
        slow.execute(
            "INSERT INTO press_event (token, keys, takedown) VALUES (gen_random_uuid(), '{story:1}', false)"
        )
        purge("story:2")
        reached = anchor().position
        assert eventually(lambda: store.anchor().position == reached)
        assert is_fresh(store)
        slow.commit()
    assert eventually(lambda: not is_fresh(store))
    assert anchor().position > reached


def test_positions_rise_in_the_order_of_becoming_visible(follow: Follow, store: PageStore) -> None:
    heard: list[Event] = []
    follow(store, on_events=heard.extend)

    def write() -> None:
        with psycopg.connect(**connection_parameters()) as own:  # type: ignore[arg-type] # Django's own parameters
            for _ in range(20):
                own.execute(
                    "INSERT INTO press_event (token, keys, takedown) VALUES (gen_random_uuid(), '{a}', false)"
                )
                own.commit()

    writers = [threading.Thread(target=write) for _ in range(5)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert eventually(lambda: len(heard) >= 100)
    assert [event.position for event in heard] == sorted({event.position for event in heard})
    assert len(heard) == 100


def test_events_are_caught_up_after_the_connection_was_cut(store: PageStore, follow: Follow) -> None:
    follow(store)
    stored_with(store, "story:1")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE '%%press_%%' AND pid <> pg_backend_pid()"
        )
    purge("story:1")
    assert eventually(lambda: not is_fresh(store))


def test_a_store_that_slept_catches_up_when_it_is_followed_again(opened: Opener, follow: Follow) -> None:
    follow(opened()).stop()
    stored_with(opened(), "story:1")
    for number in range(30):
        purge(f"story:{number}")
    woken = opened()
    follow(woken)
    assert eventually(lambda: not is_fresh(woken))
    assert woken.anchor() == anchor()


def test_a_store_that_meets_another_journal_trusts_no_page(store: PageStore, follow: Follow) -> None:
    follow(store).stop()
    stored_with(store, "story:1")
    PressEvent.objects.all().delete()
    purge("story:9")
    follow(store)
    assert eventually(lambda: not is_fresh(store))
    assert store.anchor() == anchor()


def test_old_events_are_forgotten_but_never_the_newest() -> None:
    purge("story:1")
    PressEvent.objects.update(happened_at="2020-01-01T00:00:00Z")
    assert forget_old_events() >= 1
    assert PressEvent.objects.count() == 1
    assert anchor().position > 0


def test_a_takedown_is_finished_on_every_machine_when_the_call_returns(
    opened: Opener, follow: Follow
) -> None:
    stores = [opened("one"), opened("two")]
    for store in stores:
        follow(store)
        stored_with(store, "story:1")
    with transaction.atomic():
        Group.objects.filter(pk=1).delete()
        under_way = takedown("story:1")
    assert [store.read(STORY) for store in stores] == [None, None]
    assert under_way.unconfirmed == []


def test_a_machine_that_does_not_answer_is_named(
    opened: Opener, follow: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.press.journal.TAKEDOWN_PATIENCE", 0.3)
    follow(opened())
    PressMachine.objects.create(store="8f7d3f3e-0000-4000-8000-000000000000", name="harbour-2", position=1)
    assert takedown("story:1").unconfirmed == ["harbour-2"]


def test_a_takedown_that_is_rolled_back_removes_nothing(store: PageStore, follow: Follow) -> None:
    follow(store)
    stored_with(store, "story:1")
    with transaction.atomic():
        takedown("story:1")
        transaction.set_rollback(True)
    assert is_fresh(store)


def test_a_database_that_dies_after_the_commit_leaves_every_machine_in_doubt(
    opened: Opener, follow: Follow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(_event: int) -> list[str]:
        raise OperationalError("the server closed the connection unexpectedly")

    follow(opened())
    assert eventually(PressMachine.objects.exists)
    name = PressMachine.objects.get().name
    monkeypatch.setattr("nashra.press.journal._machines_behind", gone)
    assert takedown("story:1").unconfirmed == [name]
    assert f"not confirmed by {name}" in caplog.text


def test_a_store_that_slept_through_a_takedown_and_its_pruning_has_no_byte_of_it(
    opened: Opener, follow: Follow
) -> None:
    store = opened()
    sleeping = follow(store)
    stored_with(store, "story:1")
    sleeping.stop()
    with transaction.atomic():
        Group.objects.filter(pk=1).delete()
        takedown("story:1")
    purge("story:2")
    PressEvent.objects.update(happened_at=timezone.now() - timedelta(days=8))
    purge("story:3")
    forget_old_events()
    follow(store)
    assert eventually(lambda: store.anchor() == anchor())
    assert eventually(lambda: store.read(STORY) is None)


def test_a_pruned_takedown_is_no_place_to_follow_the_journal_from(opened: Opener, follow: Follow) -> None:
    store = opened()
    sleeping = follow(store)
    takedown("story:9")
    assert eventually(lambda: store.anchor() == anchor())
    stored_with(store, "story:1")
    sleeping.stop()
    purge("story:1")
    PressEvent.objects.update(happened_at=timezone.now() - timedelta(days=8))
    purge("story:3")
    forget_old_events()
    follow(store)
    assert eventually(lambda: not is_fresh(store))


def test_a_database_restored_from_a_backup_is_followed_anew(store: PageStore, follow: Follow) -> None:
    """Its positions have gone back, and are given again to other events."""
    follow(store)
    backup = list(PressEvent.objects.order_by("position").values())
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM press_event_position")
        (last,) = cursor.fetchone()
    stored_with(store, "story:1")
    for number in range(5):
        purge(f"card:{number}")
    assert eventually(lambda: store.anchor() == anchor())
    assert is_fresh(store)
    PressEvent.objects.all().delete()
    PressEvent.objects.bulk_create(PressEvent(**row) for row in backup)
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('press_event_position', %s)", [last])
    assert eventually(lambda: not is_fresh(store))
    for number in range(10):
        purge(f"card:{number}")
    assert eventually(lambda: store.anchor() == anchor())


def test_a_machine_that_is_gone_for_good_is_forgotten_when_told_so(opened: Opener, follow: Follow) -> None:
    PressMachine.objects.create(store="8f7d3f3e-0000-4000-8000-000000000000", name="harbour-2", position=1)
    assert forget_machine("harbour-2") == 1
    assert takedown("story:1").unconfirmed == []
    assert forget_machine("harbour-2") == 0
