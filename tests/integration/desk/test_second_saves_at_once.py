"""Of two who save at the same moment one is second; transactions really commit here."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import ModelLogEntry

from nashra.people.models import Byline, User
from nashra.press.models import PressEvent
from tests.factories.people import make_byline
from tests.integration.desk.test_second_saves import desk_of, opened, save


@pytest.fixture
def byline(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Byline]:
    with django_db_blocker.unblock():
        yield make_byline("at-once")
        Byline.objects.all().delete()
        User.objects.filter(username__in=["layla", "sami"]).delete()
        for model in (ModelLogEntry, PressEvent):
            model._default_manager.all().delete()
        connection.close()


def test_of_two_at_the_same_moment_one_is_second(byline: Byline) -> None:
    desks = [desk_of("layla"), desk_of("sami")]
    forms = [opened(desk, byline) | {"key": f"by-{number}"} for number, desk in enumerate(desks)]

    def press(desk: Client, fields: dict[str, Any]) -> int:
        try:
            return int(save(desk, byline, fields).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(press, desks, forms))
    assert sorted(answers) == [200, 302]
    assert Byline.objects.get().key == f"by-{answers.index(302)}"
