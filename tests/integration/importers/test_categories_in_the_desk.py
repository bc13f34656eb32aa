import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from nashra.editions.models import Edition
from nashra.importers.models import CategoryMapping
from tests.integration.importers.conftest import OpenEdition, section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("chief", password="x"))
    return client


def _add(desk: Client, edition: Edition, category: str, section_id: int) -> int:
    url = reverse("wagtailsnippets_importers_categorymapping:add")
    return desk.post(url, {"edition": edition.pk, "category": category, "section": section_id}).status_code


def test_table_of_categories_is_listed(desk: Client, edition: Edition) -> None:
    CategoryMapping.objects.create(edition=edition, category="Innenriks", section=section_of(edition))
    page = desk.get(reverse("wagtailsnippets_importers_categorymapping:list"))
    assert page.status_code == 200
    assert "Innenriks" in page.content.decode()


def test_category_is_added(desk: Client, edition: Edition) -> None:
    assert _add(desk, edition, " Innenriks ", section_of(edition).pk) == 302
    assert CategoryMapping.objects.get().category == "Innenriks"


def test_category_has_one_section_whatever_its_capitals(desk: Client, edition: Edition) -> None:
    _add(desk, edition, "Innenriks", section_of(edition).pk)
    assert _add(desk, edition, "INNENRIKS", section_of(edition).pk) == 200
    assert CategoryMapping.objects.count() == 1


def test_section_of_another_edition_is_refused(desk: Client, open_edition: OpenEdition) -> None:
    english, arabic = open_edition("en"), open_edition("ar")
    assert _add(desk, english, "Innenriks", section_of(arabic).pk) == 200
    assert not CategoryMapping.objects.exists()
