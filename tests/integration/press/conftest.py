"""A press of its own for each test: a store in a temporary folder, followers and a printer over the tiny newsroom."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from nashra.press.follower import Follower
from nashra.press.journal import connection_parameters, purge
from nashra.press.keys import Registry, hosts, hot_pages, page_sources
from nashra.press.models import PressEvent, PressMachine
from nashra.press.render import Printer
from nashra.press.store import PageStore
from tests.integration.press import newsroom

type Opener = Callable[..., PageStore]


@pytest.fixture(autouse=True)
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's: transactions really commit, and only what these tests write is removed again."""
    with django_db_blocker.unblock():
        _empty_the_newsroom()  # migrations make groups, and the newsroom's stories are groups
        yield
        _empty_the_newsroom()
        connection.close()


def _empty_the_newsroom() -> None:
    for model in (PressEvent, PressMachine, Group, get_user_model()):
        model._default_manager.all().delete()


@pytest.fixture(autouse=True)
def tiny_newsroom(settings: pytest.FixtureRequest, transactional_db: None) -> Iterator[None]:
    """The pages of `newsroom`, without what other rooms have registered; the journal starts with one event."""
    settings.ROOT_URLCONF = "tests.integration.press.newsroom"  # type: ignore[attr-defined] # pytest-django's settings
    settings.MIDDLEWARE = []  # type: ignore[attr-defined] # pytest-django's settings
    registries: tuple[Registry[..., Any], ...] = (page_sources, hot_pages, hosts)
    before = [list(registry._functions) for registry in registries]
    for registry in registries:
        registry._functions.clear()
    newsroom.gate.set()
    newsroom.renders.clear()
    purge("start")
    yield
    for registry, functions in zip(registries, before, strict=True):
        registry._functions[:] = functions


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """Open stores: the same name twice is two processes of one machine, another name another machine."""
    stores: list[PageStore] = []

    def open_store(machine: str = "one", **limits: Any) -> PageStore:
        stores.append(PageStore(tmp_path / machine, **limits))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def follow(opened: Opener) -> Iterator[Callable[..., Follower]]:
    """Start followers, stopped at the end of the test."""
    followers: list[Follower] = []

    def start(store: PageStore, **options: object) -> Follower:
        follower = Follower(store, connection_parameters(), **options)  # type: ignore[arg-type] # the test's own options
        follower.start()
        followers.append(follower)
        assert follower.connected.wait(10)
        return follower

    yield start
    for follower in followers:
        follower.stop()


@pytest.fixture
def store(opened: Opener) -> PageStore:
    return opened()


@pytest.fixture
def printer(store: PageStore, follow: Callable[..., Follower]) -> Printer:
    follow(store)
    return Printer(store, main_host="news.example.org")


def headline(number: int, words: str) -> None:
    """Write a story and say so, as a room would: in one transaction."""
    with transaction.atomic():
        _, new = Group.objects.update_or_create(pk=number, defaults={"name": words})
        purge(f"story:{number}", *(["front:1"] if new else [f"card:{number}"]))


def eventually(fact: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether a fact becomes true in time."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if fact():
            return True
        time.sleep(0.01)
    return False
