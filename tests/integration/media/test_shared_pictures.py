"""Pictures of one edition are its own; those of all editions serve everybody, each in their language."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from nashra.editions.models import Edition
from nashra.media.collections import collection_of, shared_collection
from nashra.media.models import KeptFor, Picture
from nashra.people.models import User
from nashra.people.roles import Role
from tests.factories.editions import make_edition
from tests.factories.media import make_picture, photograph
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


def test_renamed_collections_stay_whose_they_are(editions: dict[str, Edition]) -> None:
    shared, own = shared_collection(), collection_of(editions["en"])
    Collection.objects.filter(pk=shared.pk).update(name="Everybody’s")
    Collection.objects.filter(pk=own.pk).update(name="Pictures of the English desk")
    editions["en"].save()
    assert (shared_collection(), collection_of(editions["en"])) == (shared, own)
    assert Collection.objects.filter(depth=2).count() == 3


def test_renamed_collection_keeps_its_name_when_the_editions_code_changes(
    editions: dict[str, Edition],
) -> None:
    own = collection_of(editions["en"])
    Collection.objects.filter(pk=own.pk).update(name="Ours")
    editions["en"].code = "gb"
    editions["en"].save()
    assert collection_of(editions["en"]).name == "Ours"


def test_collection_of_all_editions_is_named_in_the_language_of_the_first() -> None:
    make_edition("ar")
    make_edition("en")
    assert shared_collection().name == "كل الطبعات"


def test_there_is_one_collection_of_all_editions(editions: dict[str, Edition]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptFor.objects.create(collection=Collection.objects.create(path="00019999", depth=2, name="Another"))


def test_picture_the_owner_puts_into_the_root_is_there_for_all_editions(
    client: Client, editions: dict[str, Edition]
) -> None:
    client.force_login(User.objects.create_superuser("owner", password="x"))
    root = Collection.get_first_root_node()
    assert root is not None
    upload = SimpleUploadedFile("quay.jpg", photograph(), "image/jpeg")
    client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Quay", "files[]": upload, "collection": root.pk},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert Picture.objects.get().collection == shared_collection()
