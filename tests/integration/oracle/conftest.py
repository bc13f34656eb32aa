"""Databases of the oracle's own: the newsroom is built once, and each example begins with a copy of it."""

import contextlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from psycopg.sql import SQL, Composed, Identifier
from pytest_django import DjangoDbBlocker

from nashra.press.follower import Follower
from nashra.press.journal import connection_parameters
from nashra.press.keys import page_sources
from nashra.press.pages import Address
from nashra.press.render import Printer
from nashra.press.store import PageStore
from nashra.stories import archives
from nashra.web import sources
from nashra.web.build import paging
from tests.integration.oracle.inputs import Inputs
from tests.integration.oracle.newsroom import build_newsroom
from tests.integration.oracle.proof import Ledger, Proof

PATIENCE = 20.0


@contextlib.contextmanager
def database(name: str, template: str) -> Iterator[None]:
    """Point Django at a copy of the database ``template``; afterwards the copy is dropped and nothing else touched."""
    usual = connection.settings_dict["NAME"]
    _let_go()
    _as_owner(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
    _copy(name, template)
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        _let_go()
        connection.settings_dict["NAME"] = usual
        _as_owner(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _let_go() -> None:
    """Close the connection, and the pool of those kept open for the next request."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined] # PostgreSQL's has one


def _copy(name: str, template: str) -> None:
    """A database can be copied when nobody is connected to it; a connection just closed takes a moment to be gone."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            _as_owner(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        except psycopg.errors.ObjectInUse:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
        else:
            return


def _as_owner(statement: Composed) -> None:
    parameters: dict[str, Any] = {**connection_parameters(), "dbname": "postgres"}
    with psycopg.connect(**parameters, autocommit=True) as owner:
        owner.execute(statement)


@contextlib.contextmanager
def following(folder: Path) -> Iterator[PageStore]:
    """A store of this machine that follows the journal."""
    store = PageStore(folder)
    follower = Follower(store, connection_parameters())
    follower.start()
    try:
        assert follower.connected.wait(PATIENCE)
        yield store
    finally:
        follower.stop()
        store.close()


def _printers(store: PageStore) -> tuple[Printer, Printer]:
    """One that keeps type standing, as in a newsroom, and one that makes everything anew."""
    return (
        Printer(store, main_host="localhost"),
        Printer(store, main_host="localhost", keeps_type=False),
    )


class Copies:
    """A built and pressed newsroom, of which each example gets a copy."""

    def __init__(self, folder: Path, inputs: Inputs) -> None:
        self.folder = folder
        self.inputs = inputs
        self.database = connection.settings_dict["NAME"]

    @contextlib.contextmanager
    def one(self, ledger: Ledger) -> Iterator[Proof]:
        """A newsroom of one's own, all its pages pressed."""
        mine = self.folder / "mine"
        shutil.rmtree(mine, ignore_errors=True)
        for part in ("pressed", "media"):
            shutil.copytree(self.folder / part, mine / part)
        with (
            override_settings(MEDIA_ROOT=mine / "media"),
            database(f"{self.database}_example", self.database),
            following(mine / "pressed") as store,
        ):
            proof = Proof(store, *_printers(store), ledger, self.inputs.copy())
            proof.begin()
            yield proof


@pytest.fixture(scope="module")
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's: transactions really commit, in a database of the oracle's own that is dropped afterwards."""
    with django_db_blocker.unblock(), database("nashra_oracle", connection.settings_dict["NAME"]):
        yield


@contextlib.contextmanager
def _short_lists() -> Iterator[None]:
    """Lists go on in leaves of three, so that a newsroom of thirty stories has some."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (paging, sources):
            patch.setattr(module, "LEAF", 3)
        for module in (archives, sources):
            patch.setattr(module, "PAGE_SIZE", 3)
        yield


@pytest.fixture(scope="module")
def copies(transactional_db: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copies]:
    """The newsroom, built and pressed."""
    folder = tmp_path_factory.mktemp("oracle")
    # Static files under their own names: none have been collected for this.
    kept = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(STORAGES=kept, MEDIA_ROOT=folder / "media"), _short_lists():
        build_newsroom()
        with following(folder / "pressed") as store:
            proof = Proof(store, *_printers(store), Ledger(), Inputs())
            for place in page_sources.every():
                proof.press(Address(*place))
            proof.begin()
            proof.check(set())
        yield Copies(folder, proof.inputs)
