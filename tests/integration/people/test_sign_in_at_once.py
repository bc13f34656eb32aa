"""Guesses sent at once are no more than guesses in a row; transactions really commit here."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from nashra.people.models import User
from tests.factories.people import make_user
from tests.integration.people.test_sign_in import REFUSED, WRONG, try_to_sign_in


@pytest.fixture
def layla(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[User]:
    with django_db_blocker.unblock():
        user = make_user("layla-at-once")
        yield user
        user.delete()  # her failed sign-ins go with her
        connection.close()


def test_guesses_sent_at_once_are_no_more_than_in_a_row(layla: User) -> None:
    def guess(_number: int) -> str:
        try:
            return str(try_to_sign_in(Client(), name=layla.username).content.decode())
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as guessers:
        answers = list(guessers.map(guess, range(10)))
    assert sum(WRONG in answer for answer in answers) == 5
    assert sum(REFUSED in answer for answer in answers) == 5
