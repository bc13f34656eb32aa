"""Rendering and pressing: what is recorded, what may be stored, and the race that must not be lost."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import Group
from django.db import connections, transaction

from nashra.press.follower import Follower
from nashra.press.journal import anchor, purge, takedown
from nashra.press.pages import Address
from nashra.press.render import Pressed, Printer, RenderFailed
from nashra.press.store import PageStore
from nashra.press.verify import differences
from tests.integration.press import newsroom
from tests.integration.press.conftest import Opener, eventually, headline

STORY, FRONT = Address("", "/story/1/"), Address("", "/")


@pytest.fixture
def in_threads() -> Iterator[ThreadPoolExecutor]:
    """Threads of our own, whose database connections are closed at the end."""
    pool, together = ThreadPoolExecutor(4), threading.Barrier(4)

    def let_go() -> None:
        together.wait()
        connections.close_all()

    yield pool
    newsroom.gate.set()
    for _ in range(4):
        pool.submit(let_go)
    pool.shutdown()


def text_of(store: PageStore, address: Address) -> str:
    stored = store.read(address)
    body = stored and store.body(stored, "identity")
    return (body or b"").decode()


def test_a_page_is_stored_with_the_keys_it_carried(printer: Printer) -> None:
    headline(1, "Harbour opens")
    printer.press(FRONT)
    stored = printer.store.read(FRONT)
    assert stored is not None
    assert stored.page.keys == ("card:1", "front:1")


def test_a_fresh_page_is_not_rendered_again(printer: Printer) -> None:
    headline(1, "Harbour opens")
    printer.press(STORY)
    assert printer.press(STORY) is None
    assert newsroom.renders == ["/story/1/"]


def test_parameters_a_page_does_not_declare_are_dropped_from_its_address(printer: Printer) -> None:
    pressed = printer.press(Address("", "/archive/", "page=3&utm_source=x"))
    assert pressed is not None
    assert pressed.address == Address("", "/archive/", "page=3")


@pytest.mark.parametrize(("path", "status"), [("/nothing/here/", 404), ("/moved/", 301)])
def test_absent_pages_are_stored_with_their_status(printer: Printer, path: str, status: int) -> None:
    printer.press(Address("", path))
    stored = printer.store.read(Address("", path))
    assert stored is not None
    assert stored.page.status == status


def test_a_page_that_sets_a_cookie_is_not_stored(printer: Printer) -> None:
    pressed = printer.press(Address("", "/counter/"))
    assert pressed is not None
    assert not pressed.storable
    assert printer.store.read(Address("", "/counter/")) is None


def test_a_failing_page_leaves_the_stored_one_alone(
    printer: Printer, settings: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEBUG_PROPAGATE_EXCEPTIONS = False  # type: ignore[attr-defined] # pytest-django's settings
    headline(1, "Harbour opens")
    printer.press(STORY)
    purge("story:1")
    assert eventually(lambda: printer.store.due(1) == [STORY])
    monkeypatch.setattr(Group.objects, "filter", lambda **_: 1 / 0)
    with pytest.raises(RenderFailed):
        printer.press(STORY)
    assert "Harbour opens" in text_of(printer.store, STORY)


@pytest.mark.parametrize("elsewhere", [False, True], ids=["same process", "another process of the machine"])
def test_a_render_that_began_before_a_purge_is_never_stored_after_it(
    printer: Printer, opened: Opener, in_threads: ThreadPoolExecutor, elsewhere: bool
) -> None:
    """The render is held after it has read the old headline, until the purge has been applied."""
    rendering = Printer(opened(), main_host="news.example.org") if elsewhere else printer
    headline(1, "Old headline")
    assert eventually(lambda: printer.store.anchor() == anchor())
    newsroom.gate.clear()
    under_way = in_threads.submit(rendering.press, STORY)
    newsroom.at_the_gate.acquire()
    headline(1, "New headline")
    assert eventually(lambda: printer.store.anchor() == anchor())
    newsroom.gate.set()
    under_way.result(10)
    assert "New headline" in text_of(printer.store, STORY)
    assert newsroom.renders == ["/story/1/", "/story/1/"]


def test_a_render_overtaken_by_a_purge_that_is_heard_later_is_spoiled_then(
    opened: Opener, follow: Callable[..., Follower], in_threads: ThreadPoolExecutor
) -> None:
    """The store has not yet heard of the purge when the old render is put in; hearing of it must still find the page."""
    store = opened()
    follow(store).stop()
    printer = Printer(store, main_host="news.example.org")
    headline(1, "Old headline")
    newsroom.gate.clear()
    under_way = in_threads.submit(printer.press, STORY)
    newsroom.at_the_gate.acquire()
    headline(1, "New headline")
    newsroom.gate.set()
    under_way.result(10)
    assert "Old headline" in text_of(store, STORY)
    follow(store)
    assert eventually(lambda: store.due(1) == [STORY])


def test_a_takedown_while_the_page_is_being_rendered_leaves_nothing(
    printer: Printer, in_threads: ThreadPoolExecutor
) -> None:
    headline(1, "Leaked name")
    assert eventually(lambda: printer.store.anchor() == anchor())
    newsroom.gate.clear()
    under_way = in_threads.submit(printer.press, STORY)
    newsroom.at_the_gate.acquire()
    with transaction.atomic():
        Group.objects.all().delete()
        takedown("story:1")
    newsroom.gate.set()
    pressed = under_way.result(10)
    assert pressed is not None
    assert pressed.page.status == 404
    assert "Leaked" not in text_of(printer.store, STORY)


@pytest.fixture
def restless(printer: Printer, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Has something happen, and be heard of, during every render."""
    render = printer.render

    def begin(happens: Callable[[], object]) -> None:
        def overtaken(address: Address) -> tuple[Pressed, int]:
            made = render(address)
            happens()
            assert eventually(lambda: printer.store.anchor() == anchor())
            return made

        monkeypatch.setattr(printer, "render", overtaken)

    return begin


def test_readers_get_a_page_that_changes_faster_than_it_can_be_made(
    printer: Printer, restless: Callable[[Callable[[], object]], None]
) -> None:
    headline(1, "Harbour opens")
    restless(lambda: purge("story:1"))
    pressed = printer.press(STORY)
    assert pressed is not None
    assert (pressed.page.status, pressed.stored) == (200, False)
    assert printer.store.read(STORY) is None


def test_pressers_try_such_a_page_again_later(
    printer: Printer, restless: Callable[[Callable[[], object]], None]
) -> None:
    headline(1, "Harbour opens")
    restless(lambda: purge("story:1"))
    with pytest.raises(RenderFailed):
        printer.press_ahead(STORY)


def test_readers_do_not_get_a_page_that_was_taken_down_while_it_was_made(
    printer: Printer, restless: Callable[[Callable[[], object]], None]
) -> None:
    headline(1, "Leaked name")
    restless(lambda: takedown("story:1"))
    with pytest.raises(RenderFailed):
        printer.press(STORY)


def test_many_processes_asking_for_one_page_render_it_once(
    printer: Printer, opened: Opener, in_threads: ThreadPoolExecutor
) -> None:
    headline(1, "Harbour opens")
    assert eventually(lambda: printer.store.anchor() == anchor())
    printers = [printer, *(Printer(opened(), main_host="news.example.org") for _ in range(3))]
    start = threading.Barrier(4)

    def ask(asker: Printer) -> None:
        start.wait()
        asker.press(STORY)

    for asked in [in_threads.submit(ask, asker) for asker in printers]:
        asked.result(10)
    assert newsroom.renders == ["/story/1/"]


def test_a_page_changed_without_a_purge_is_found_by_the_verifier(printer: Printer) -> None:
    headline(1, "Harbour opens")
    printer.press(STORY)
    printer.press(FRONT)
    assert list(differences(printer)) == []
    Group.objects.update(name="Changed behind the press's back")
    assert [difference.address for difference in differences(printer)] == [FRONT, STORY]
    purge("story:1", "card:1")
    assert eventually(lambda: list(differences(printer)) == [])
