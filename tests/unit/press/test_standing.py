"""Parts of pages that stay set: made once, true by their keys, and never older than what a render would read itself."""

from collections.abc import Callable

import pytest

from nashra.press.events import Anchor, Event
from nashra.press.keys import carry, recording
from nashra.press.standing import StandingType, part, recall, standing_type


class Journal:
    """A journal in memory, numbered as the real one is."""

    def __init__(self) -> None:
        self.events = [Event(1, "token-1", ())]

    def purge(self, *keys: str) -> None:
        position = self.newest().position + 1
        self.events.append(Event(position, f"token-{position}", keys))

    def events_from(self, known: Anchor) -> list[Event] | None:
        return [event for event in self.events if event.position >= known.position]

    def newest(self) -> Anchor:
        return Anchor(self.events[-1].position, self.events[-1].token)


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def standing(journal: Journal) -> StandingType:
    standing = StandingType()
    standing.catch_up(journal.events_from, journal.newest)
    return standing


def kept(words: str, *keys: str) -> Callable[[], str]:
    """Something that makes a part with these keys."""

    def make() -> str:
        carry(*keys)
        return words

    return make


def read_on(standing: StandingType, journal: Journal) -> int:
    return standing.catch_up(journal.events_from, journal.newest)


def test_a_part_is_made_once_and_used_again(standing: StandingType) -> None:
    with standing_type(standing, 1):
        part("menu", kept("first", "edition:en"))
        assert part("menu", kept("second", "edition:en")) == "first"


def test_a_page_carries_the_keys_of_a_part_that_stands(standing: StandingType) -> None:
    with standing_type(standing, 1):
        part("menu", kept("words", "edition:en", "regions:en"))
        with recording() as page:
            part("menu", kept("words"))
    assert page.keys == {"edition:en", "regions:en"}


def test_a_part_does_not_take_in_the_keys_of_the_page_around_it(standing: StandingType) -> None:
    with standing_type(standing, 1):
        with recording():
            carry("story:1")
            part("menu", kept("words", "edition:en"))
        with recording() as other:
            part("menu", kept("words"))
    assert other.keys == {"edition:en"}


def test_a_purge_of_one_of_its_keys_has_a_part_made_anew(standing: StandingType, journal: Journal) -> None:
    with standing_type(standing, 1):
        part("menu", kept("old", "edition:en", "regions:en"))
    journal.purge("regions:en")
    with standing_type(standing, read_on(standing, journal)):
        assert part("menu", kept("new", "edition:en", "regions:en")) == "new"


def test_a_purge_of_another_key_leaves_a_part_standing(standing: StandingType, journal: Journal) -> None:
    with standing_type(standing, 1):
        part("menu", kept("old", "edition:en"))
    journal.purge("edition:ar")
    with standing_type(standing, read_on(standing, journal)):
        assert part("menu", kept("new", "edition:en")) == "old"


def test_a_part_inside_a_part_takes_the_outer_one_with_it(standing: StandingType, journal: Journal) -> None:
    def outer() -> str:
        return "around " + part("inner", kept("old", "card:1"))

    with standing_type(standing, 1):
        part("outer", outer)
    journal.purge("card:1")
    with standing_type(standing, read_on(standing, journal)):
        assert part("outer", kept("new")) == "new"


def test_a_part_made_before_a_purge_that_another_render_has_read_does_not_stand(
    standing: StandingType, journal: Journal
) -> None:
    journal.purge("card:1")
    read_on(standing, journal)
    with standing_type(standing, 1):  # began before that purge, so its content may be older
        part("card", kept("old", "card:1"))
    with standing_type(standing, 2):
        assert part("card", kept("new", "card:1")) == "new"


def test_nothing_stands_when_the_journal_is_another_one(standing: StandingType, journal: Journal) -> None:
    with standing_type(standing, 1):
        part("menu", kept("old", "edition:en"))
    journal.events = [Event(1, "of another database", ())]
    with standing_type(standing, read_on(standing, journal)):
        assert part("menu", kept("new", "edition:en")) == "new"


def test_nothing_stands_when_too_much_has_happened_to_catch_up_with(
    standing: StandingType, journal: Journal
) -> None:
    with standing_type(standing, 1):
        part("menu", kept("old", "edition:en"))
    journal.purge("edition:en")
    position = standing.catch_up(lambda known: None, journal.newest)
    with standing_type(standing, position):
        assert part("menu", kept("new", "edition:en")) == "new"


def test_of_more_parts_than_may_stand_those_not_used_for_longest_go(journal: Journal) -> None:
    standing = StandingType(most=2)
    with standing_type(standing, read_on(standing, journal)):
        for name in ("a", "b"):
            part(name, kept(name))
        part("a", kept("again"))
        part("c", kept("c"))
        assert recall(["a", "b", "c"]) == {"a": "a", "c": "c"}


def test_nothing_is_kept_that_is_not_there(standing: StandingType) -> None:
    with standing_type(standing, 1):
        assert part("scene", lambda: None) is None
    assert len(standing) == 0


def test_outside_the_press_every_part_is_made() -> None:
    assert [part("menu", kept(words)) for words in ("first", "second")] == ["first", "second"]
    assert recall(["menu"]) == {}
