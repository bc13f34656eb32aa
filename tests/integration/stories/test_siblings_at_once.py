"""Of two who write at one address at the same moment one is second; transactions really commit here."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Collection, Task, Workflow

from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.press.models import PressEvent
from nashra.stories.models import Article, HomePage, SectionPage
from tests.factories.editions import make_edition, make_section
from tests.integration.web.test_preview import form

AT_ONCE = 4
# What an edition brings with it, beside its pages.
MADE: tuple[type[Model], ...] = (Workflow, Task, Collection, Group, User, PressEvent)


@pytest.fixture
def transactional_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's, which would empty every table: only what is written here is removed again."""
    with django_db_blocker.unblock():
        before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in MADE}
        yield
        for kind in (Article, SectionPage, HomePage):
            for page in kind.objects.all():
                page.delete()
        Edition.objects.all().delete()
        for model, known in before.items():
            model._default_manager.exclude(pk__in=known).delete()
        connection.close()


@pytest.fixture
def section(transactional_db: None) -> SectionPage:
    return make_section(make_edition("en"))


def test_of_two_at_one_address_one_is_told_that_it_is_taken(section: SectionPage) -> None:
    desk = Client()
    desk.force_login(User.objects.create_superuser("chief", password="x"))
    together = Barrier(AT_ONCE)

    def write(number: int) -> int:
        own = Client()
        own.cookies = desk.cookies
        try:
            together.wait()
            address = f"/admin/pages/add/stories/article/{section.pk}/"
            return int(own.post(address, form(title="The ferry sails", slug="ferry")).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sorted(pool.map(write, range(AT_ONCE))) == [200] * (AT_ONCE - 1) + [302]
    assert Article.objects.filter(section=section).count() == 1
