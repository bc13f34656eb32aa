"""What is published is there for everybody; a mark that promises otherwise is refused by name."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from nashra.people.models import User
from nashra.stories.restrictions import find_restrictions
from tests.factories.editions import make_edition
from tests.factories.stories import publish_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Page:
    return publish_story(make_edition("en"))


@pytest.fixture
def collection() -> Collection:
    root = Collection.get_first_root_node()
    assert root is not None
    return root.add_child(name="Contracts")


def test_page_is_not_marked_private(page: Page) -> None:
    with pytest.raises(ValidationError, match="“The harbour opens” cannot be made private"):
        PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_collection_is_not_marked_private(collection: Collection) -> None:
    with pytest.raises(ValidationError, match="“Contracts” cannot be made private"):
        CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def test_fixture_with_a_private_page_is_refused(page: Page, tmp_path: Path) -> None:
    fixture = tmp_path / "private.json"
    fields = {"page": page.pk, "restriction_type": "login"}
    fixture.write_text(json.dumps([{"model": "wagtailcore.pageviewrestriction", "fields": fields}]))
    with pytest.raises(ValidationError, match="cannot be made private"):
        call_command("loaddata", str(fixture), verbosity=0)


def test_dialog_in_the_desk_says_why(client: Client, collection: Collection) -> None:
    client.force_login(User.objects.create_superuser("owner", password="x"))
    url = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    answer = client.post(url, {"restriction_type": "login"}, headers={"x-requested-with": "XMLHttpRequest"})
    assert "“Contracts” cannot be made private" in answer.json()["html"]
    assert not CollectionViewRestriction.objects.exists()


def test_mark_that_came_in_beside_it_is_named_by_the_check(page: Page, collection: Collection) -> None:
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=page, restriction_type="login")])
    CollectionViewRestriction.objects.bulk_create(
        [CollectionViewRestriction(collection=collection, restriction_type="login")]
    )
    said = [str(found.msg) for found in find_restrictions(None, ["default"])]
    assert said == [
        "The page “The harbour opens” is marked private, and everybody can see it all the same.",
        "The collection “Contracts” is marked private, and everybody can see it all the same.",
    ]


def test_check_asks_no_database_it_was_not_given(page: Page) -> None:
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page=page, restriction_type="login")])
    assert find_restrictions(None, None) == []
