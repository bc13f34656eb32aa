"""Surrogate keys: the names of the things a page depends on, recorded while it is rendered.

A view calls ``carry("story:12", "card:13")`` for what it shows. A change later purges the same names, and the press
finds the pages. Rooms above also say here, through registries, which addresses exist; the press knows no stories.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

KEY_PATTERN = re.compile(r"[a-z][a-z0-9-]*(?::[A-Za-z0-9_.-]+)*")
MOST_KEY_CHARACTERS = 120


class KeyMalformed(ValueError):
    """A surrogate key looks like ``story:12``: a lower-case word, then parts of letters and digits after colons."""


@dataclass(slots=True)
class Recording:
    """What one render depended on: its keys and the query parameters it read."""

    keys: set[str] = field(default_factory=set)
    parameters: set[str] = field(default_factory=set)


_current: ContextVar[Recording | None] = ContextVar("nashra_press_recording", default=None)


def carry(*keys: str) -> None:
    """Note that the page being rendered depends on these things; does nothing outside a recording."""
    recording_now = _current.get()
    if recording_now is not None:
        recording_now.keys.update(checked(keys))


def declare(*parameters: str) -> None:
    """Note that the page being rendered differs by these query parameters; every other one is ignored."""
    recording_now = _current.get()
    if recording_now is not None:
        recording_now.parameters.update(parameters)


@contextmanager
def recording() -> Iterator[Recording]:
    """Record what is carried and declared inside the block; an inner recording also counts for the outer one."""
    outer, inner = _current.get(), Recording()
    token = _current.set(inner)
    try:
        yield inner
    finally:
        _current.reset(token)
        if outer is not None:
            outer.keys |= inner.keys
            outer.parameters |= inner.parameters


def checked(keys: Iterable[str]) -> list[str]:
    """The same keys, sorted and once each; raises ``KeyMalformed`` for one that could not travel in a header."""
    unique = sorted(set(keys))
    for key in unique:
        if len(key) > MOST_KEY_CHARACTERS or not KEY_PATTERN.fullmatch(key):
            raise KeyMalformed(f"{KeyMalformed.__doc__} Refused: {key[:MOST_KEY_CHARACTERS]!r}")
    return unique


type Place = tuple[str, str]
"""Where a page lives: host ("" for the newsroom's main host) and path ("/en/news/")."""


class Registry[**P, T]:
    """Functions that higher rooms register (in ``AppConfig.ready``) and the press calls all of."""

    def __init__(self) -> None:
        self._functions: list[Callable[P, Iterable[T]]] = []

    def register(self, function: Callable[P, Iterable[T]]) -> Callable[P, Iterable[T]]:
        """Add a function, once; usable as a decorator."""
        if function not in self._functions:
            self._functions.append(function)
        return function

    def every(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        """What all registered functions yield for these arguments, in the order of registration."""
        for function in self._functions:
            yield from function(*args, **kwargs)


page_sources: Registry[[], Place] = Registry()
"""``fn()`` yields the place of every live page: stories, fronts, archives, feeds, sitemaps, fragments."""

hot_pages: Registry[[frozenset[str]], Place] = Registry()
"""``fn(keys)`` yields places to press at once when these keys are purged, stored before or not (a new story's own page)."""

failure_pages: Registry[[], tuple[str, bytes]] = Registry()
"""``fn()`` yields what readers get when a page can neither be found nor made: the first part of the path, the HTML."""

hosts: Registry[[], str] = Registry()
"""``fn()`` yields each host, beside the main one, that has pages of its own (``ar.example.org``)."""
