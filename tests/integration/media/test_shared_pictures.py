"""Pictures of one edition are its own; those of all editions serve everybody, each in their language."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from nashra.editions.models import Edition
from nashra.media.models import Picture
from nashra.people.roles import Role
from nashra.stories.actions.open_edition import collection_of, shared_collection
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions() -> dict[str, Edition]:
    return {code: make_edition(code) for code in ("en", "ar")}


def kept_in(collection: Collection, title: str) -> Picture:
    picture = make_picture()
    picture.title, picture.collection = title, collection
    picture.save()
    return picture


def offered_to(role: Role) -> str:
    client = Client()
    client.force_login(make_user(f"ar-{role.value}", role, "ar"))
    return str(client.get(reverse("wagtailimages_chooser:choose")).json()["html"])


@pytest.mark.parametrize("role", list(Role))
def test_picture_of_all_editions_is_offered_in_each(editions: dict[str, Edition], role: Role) -> None:
    kept_in(shared_collection(), "For everybody")
    assert "For everybody" in offered_to(role)


@pytest.mark.parametrize("role", list(Role))
def test_picture_of_one_edition_is_not_offered_in_another(editions: dict[str, Edition], role: Role) -> None:
    kept_in(collection_of(editions["en"]), "Ours alone")
    assert "Ours alone" not in offered_to(role)


def test_editor_writes_the_words_of_a_picture_of_all_editions(
    client: Client, editions: dict[str, Edition]
) -> None:
    picture = kept_in(shared_collection(), "For everybody")
    client.force_login(make_user("editor", Role.EDITOR, "ar"))
    assert client.get(reverse("wagtailimages:edit", args=[picture.pk])).status_code == 200


def test_chief_editor_gives_a_picture_to_all_editions(client: Client, editions: dict[str, Edition]) -> None:
    picture = kept_in(collection_of(editions["en"]), "For everybody")
    client.force_login(make_user("chief", Role.CHIEF_EDITOR, "en"))
    page = client.get(reverse("wagtailimages:edit", args=[picture.pk]))
    choices = page.context["form"].fields["collection"].queryset
    assert set(choices) == {collection_of(editions["en"]), shared_collection()}
