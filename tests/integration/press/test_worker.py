"""The presser: new bytes soon, old ones until then, and every live page in the store."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Group
from django.db import connections, transaction

from nashra.press.journal import anchor, purge, takedown
from nashra.press.keys import hosts, hot_pages, page_sources
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import LONGEST_GRACE, PageStore
from nashra.press.verify import differences
from nashra.press.worker import Presser
from tests.integration.press import newsroom
from tests.integration.press.conftest import Opener, eventually, headline

STORY, FRONT = Address("", "/story/1/"), Address("", "/")


@pytest.fixture
def start_presser() -> Iterator[Callable[[Printer], Presser]]:
    """Run pressers in threads; their database connections are closed at the end."""
    stop, threads = threading.Event(), []

    def start(printer: Printer) -> Presser:
        presser = Presser(printer.store, printer.press_ahead)

        def run() -> None:
            try:
                presser.run(stop)
            finally:
                connections.close_all()

        threads.append(threading.Thread(target=run))
        threads[-1].start()
        assert eventually(printer.store.presser_works)
        return presser

    yield start
    newsroom.gate.set()
    stop.set()
    for thread in threads:
        thread.join(10)


def text_of(store: PageStore, address: Address) -> str:
    stored = store.read(address)
    body = stored and store.body(stored, "identity")
    return (body or b"").decode()


def test_a_changed_page_is_swapped_without_ever_being_missing(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    start_presser(printer)
    headline(1, "Old headline")
    printer.press(STORY)
    printer.press(FRONT)
    assert eventually(lambda: printer.store.anchor() == anchor())
    fresh: list[bool] = []
    headline(1, "New headline")
    give_up = time.monotonic() + LONGEST_GRACE / 2
    while "New" not in text_of(printer.store, STORY) and time.monotonic() < give_up:
        stored = printer.store.read(STORY)
        fresh.append(stored is not None and stored.fresh(time.time()))
    assert all(fresh)
    assert "New headline" in text_of(printer.store, STORY)
    assert eventually(lambda: "New headline" in text_of(printer.store, FRONT), LONGEST_GRACE / 2)
    assert list(differences(printer)) == []


def test_without_a_presser_a_changed_page_is_missing_at_once(printer: Printer) -> None:
    headline(1, "Old headline")
    printer.press(STORY)
    headline(1, "New headline")
    assert eventually(lambda: not printer.store.read(STORY).fresh(time.time()))  # type: ignore[union-attr] # it is stored


def test_a_new_page_is_pressed_before_anybody_asks(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    hot_pages.register(
        lambda keys: [("", f"/story/{key.partition(':')[2]}/") for key in keys if key.startswith("story:")]
    )
    start_presser(printer)
    headline(7, "Just in")
    assert eventually(lambda: "Just in" in text_of(printer.store, Address("", "/story/7/")))


def test_news_does_not_wait_for_a_page_made_at_leisure(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    headline(1, "Long ago")
    headline(2, "Old headline")
    printer.press(FRONT)
    page_sources.register(lambda: [("", "/story/1/")])
    newsroom.gate.clear()
    start_presser(printer)
    assert newsroom.at_the_gate.acquire(timeout=30)
    headline(2, "New headline")
    assert eventually(lambda: "New headline" in text_of(printer.store, FRONT))
    assert printer.store.read(STORY) is None


def test_every_live_page_gets_into_the_store_asked_for_or_not(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    for number in range(1, 6):
        headline(number, f"Story {number}")
    page_sources.register(lambda: [("", f"/story/{story.pk}/") for story in Group.objects.all()])
    start_presser(printer)
    assert eventually(lambda: printer.store.tally()["pages"] == 5)
    assert eventually(lambda: '"live": 5' in (printer.store.note("complete") or ""))


def test_hosts_with_pages_of_their_own_are_noted_for_the_front(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    hosts.register(lambda: ["ar.example.org"])
    start_presser(printer)
    assert eventually(lambda: printer.store.note("hosts") == '["ar.example.org"]')


def test_a_page_that_cannot_be_made_is_kept_and_does_not_hold_up_others(
    printer: Printer,
    start_presser: Callable[[Printer], Presser],
    settings: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False  # type: ignore[attr-defined] # pytest-django's settings
    headline(1, "Old headline")
    printer.press(STORY)
    printer.press(FRONT)
    monkeypatch.setattr(Group.objects, "filter", lambda **_: 1 / 0)
    start_presser(printer)
    headline(1, "New headline")
    assert eventually(lambda: "New headline" in text_of(printer.store, FRONT))
    assert "Old headline" in text_of(printer.store, STORY)
    monkeypatch.undo()
    assert eventually(lambda: "New headline" in text_of(printer.store, STORY))


def test_a_taken_down_story_leaves_its_page_at_once_and_the_front_soon(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    start_presser(printer)
    headline(1, "Leaked name")
    printer.press(STORY)
    printer.press(FRONT)
    with transaction.atomic():
        Group.objects.all().delete()
        takedown("story:1", "card:1")
    assert "Leaked" not in text_of(printer.store, STORY) + text_of(printer.store, FRONT)


def test_two_machines_press_for_themselves(
    opened: Opener, start_presser: Callable[[Printer], Presser]
) -> None:
    printers = [Printer(opened(name), main_host="news.example.org") for name in ("one", "two")]
    for printer in printers:
        start_presser(printer)
    headline(1, "Old headline")
    assert eventually(lambda: all(printer.store.anchor() == anchor() for printer in printers))
    for printer in printers:
        printer.press(STORY)
    headline(1, "New headline")
    assert eventually(lambda: all("New" in text_of(printer.store, STORY) for printer in printers))


def test_a_presser_that_ends_gives_its_seat_to_the_next(opened: Opener) -> None:
    first, second = opened(), opened()
    with first.presser_seat() as mine, second.presser_seat() as too:
        assert (mine, too) == (True, False)
    with second.presser_seat() as mine:
        assert mine


def test_the_time_from_commit_to_swap_is_measured(
    printer: Printer, start_presser: Callable[[Printer], Presser]
) -> None:
    start_presser(printer)
    headline(1, "Old headline")
    printer.press(STORY)
    assert eventually(lambda: printer.store.anchor() == anchor())
    purge("story:1")
    assert eventually(lambda: printer.store.counts().get("visible_count", 0) >= 1)
    assert printer.store.counts()["visible_sum"] < 5
