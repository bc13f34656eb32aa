"""Things of one name each get an address of their own; nothing at the desk ends in a server error for it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nashra.editions.models import Edition, RegionLabel
from nashra.people.models import BylineName, User
from nashra.stories.models import Coverage, Show, TopicLabel
from tests.factories.editions import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    return client


def rows(name: str, *given: dict[str, str]) -> dict[str, str]:
    form = {f"{name}-TOTAL_FORMS": str(len(given)), f"{name}-INITIAL_FORMS": "0"}
    for number, row in enumerate(given):
        form |= {f"{name}-{number}-{key}": value for key, value in row.items()}
        form |= {f"{name}-{number}-ORDER": str(number)}
    return form


def add(desk: Client, what: str, **form: Any) -> Any:
    return desk.post(reverse(f"wagtailsnippets_{what}:add"), form)


@pytest.mark.parametrize(("what", "model"), [("stories_coverage", Coverage), ("stories_show", Show)])
def test_second_of_a_title_gets_the_next_address(
    desk: Client, edition: Edition, what: str, model: Any
) -> None:
    for _number in range(2):
        add(
            desk,
            what,
            edition=edition.pk,
            title="The flood",
            look="plain",
            form="show",
            **rows("leads"),
        )
    assert set(model.objects.values_list("slug", flat=True)) == {"the-flood", "the-flood-2"}


@pytest.mark.parametrize(
    ("what", "label", "model"),
    [("stories_topic", {"key": "sea"}, TopicLabel), ("editions_region", {"code": "sea"}, RegionLabel)],
)
def test_second_of_a_label_gets_the_next_address(
    desk: Client, edition: Edition, what: str, label: dict[str, str], model: Any
) -> None:
    for number in range(2):
        own = {key: f"{value}{number}" for key, value in label.items()}
        add(desk, what, position=0, **own, **rows("labels", {"language": "en", "label": "The sea"}))
    assert set(model.objects.values_list("slug", flat=True)) == {"the-sea", "the-sea-2"}


def test_two_people_of_one_name_each_have_an_address(desk: Client, edition: Edition) -> None:
    for number in range(2):
        names = rows("names", {"language": "en", "name": "Layla Haddad"})
        add(desk, "people_byline", key=f"layla{number}", **names, **rows("links"))
    assert set(BylineName.objects.values_list("slug", flat=True)) == {"layla-haddad", "layla-haddad-2"}


def test_language_that_is_none_is_refused(desk: Client, edition: Edition) -> None:
    names = rows("names", {"language": "English", "name": "Layla Haddad"})
    answer = add(desk, "people_byline", key="layla", **names, **rows("links"))
    assert "is not a language tag CLDR knows" in answer.content.decode()


def test_languages_of_the_editions_are_offered_by_their_own_names(desk: Client, edition: Edition) -> None:
    make_edition("ar")
    page = desk.get(reverse("wagtailsnippets_people_byline:add")).content.decode()
    assert "العربية (ar)" in page
    assert "English (en)" in page
