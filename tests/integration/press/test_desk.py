"""What the operator is told: honest about what is missing, what is behind, and why."""

import json
from collections.abc import Callable

from nashra.press import desk, figures
from nashra.press.follower import Follower
from nashra.press.journal import anchor, purge
from nashra.press.keys import page_sources
from nashra.press.pages import Address
from nashra.press.render import Printer
from tests.integration.press.conftest import Opener, eventually, headline


def test_why_says_the_keys_and_what_purged_the_page(printer: Printer) -> None:
    headline(1, "Harbour opens")
    printer.press(Address("", "/story/1/"))
    found = desk.why(printer.store, "https://news.example.org/story/1/?utm_source=x")
    assert (found.address, found.state, found.keys) == (Address("", "/story/1/"), "200, fresh", ("story:1",))
    assert "story:1" in found.purged_by[0]


def test_why_of_an_unknown_page_says_so(printer: Printer) -> None:
    assert desk.why(printer.store, "/nowhere/").state.startswith("not stored")


def test_status_says_what_is_behind_and_that_nobody_presses(
    opened: Opener, follow: Callable[..., Follower]
) -> None:
    store = opened()
    follow(store).stop()
    purge("story:1")
    purge("story:2")
    found = desk.status(store)
    assert found["events behind"] == 2
    assert found["presser"] == "not running on this machine"


def test_warming_fills_the_store_and_says_that_it_is_complete(printer: Printer) -> None:
    headline(1, "Harbour opens")
    page_sources.register(lambda: [("", "/"), ("", "/story/1/")])
    assert desk.warm(printer) == 2
    assert str(desk.status(printer.store)["complete"]).startswith("yes: all 2 live pages")


def test_a_store_too_small_says_how_many_pages_do_not_fit(
    opened: Opener, follow: Callable[..., Follower]
) -> None:
    store = opened(disk_limit=20_000)
    follow(store)
    for number in range(1, 41):
        headline(number, f"Story {number}")
    assert eventually(lambda: store.anchor() == anchor())
    page_sources.register(lambda: [("", f"/story/{number}/") for number in range(1, 41)])
    desk.warm(Printer(store, main_host="news.example.org"))
    assert str(desk.status(store)["complete"]).startswith("no: ")
    assert json.loads(store.note("complete") or "")["no_room"] > 0
    assert store.tally()["bytes"] <= 20_000


def test_the_figures_are_prometheus_text_with_a_rising_histogram(printer: Printer) -> None:
    for seconds in (0.01, 0.12, 0.5, 100):
        figures.note_visible(printer.store, seconds)
    lines = figures.prometheus(printer.store).splitlines()
    buckets = [
        float(line.split()[-1]) for line in lines if line.startswith("nashra_press_visible_seconds_bucket")
    ]
    assert buckets == sorted(buckets)
    assert buckets[-1] == 4
    assert "nashra_press_visible_seconds_count 4" in lines
