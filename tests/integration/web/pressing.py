"""Pages asked for as a presser's maker asks for them: with type that stands from one to the next."""

from collections.abc import Iterator
from contextlib import contextmanager

from nashra.press import journal
from nashra.press.standing import StandingType, standing_type

JOURNAL = 1
"""The query by which a maker reads the journal on, before each page."""


@contextmanager
def pressing() -> Iterator[None]:
    """Inside the block, what one page has made stands for the next."""
    standing = StandingType()
    with standing_type(standing, standing.catch_up(journal.events_from, journal.anchor)):
        yield
