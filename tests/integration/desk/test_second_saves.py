"""Two people at one byline, picture or edition: nobody's words are lost, and whoever is second knows."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from lxml import html
from wagtail.documents import get_document_model

from nashra.editions.models import Edition
from nashra.editions.second_saves import SHOWN
from nashra.importers.models import CategoryMapping
from nashra.media.models import Channel, Picture
from nashra.people.models import BylineName, User
from nashra.stories.models import Coverage, Show
from tests.factories.editions import make_edition, make_region
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import make_topic, section_of

pytestmark = pytest.mark.django_db
SAVED_TOO = "saved this too, at"


def desk_of(name: str) -> Client:
    user = User.objects.create_superuser(name, password="x", first_name=name.title(), last_name="Haddad")
    client = Client()
    client.force_login(user)
    return client


def screen_of(thing: Any) -> str:
    if isinstance(thing, Picture):
        return reverse("wagtailimages:edit", args=[thing.pk])
    if isinstance(thing, get_document_model()):
        return reverse("wagtaildocs:edit", args=[thing.pk])
    return reverse(f"wagtailsnippets_{thing._meta.app_label}_{thing._meta.model_name}:edit", args=[thing.pk])


def opened(desk: Client, thing: Any) -> dict[str, Any]:
    """The fields of the form as a browser has them after opening it."""
    return fields_of(desk.get(screen_of(thing)).content)


def fields_of(page: bytes) -> dict[str, Any]:
    form = next(form for form in html.fromstring(page.decode()).forms if SHOWN in form.fields)
    # As browsers do, without the line break that a textarea begins with.
    return {
        name: value.removeprefix("\n") for name, value in form.form_values() if name != "csrfmiddlewaretoken"
    }


def save(desk: Client, thing: Any, fields: dict[str, Any]) -> Any:
    return desk.post(screen_of(thing), fields)


THINGS: dict[str, tuple[Callable[[Edition], Any], str, str]] = {
    "byline": (lambda _edition: make_byline(), "names-0-role", "Science correspondent"),
    "topic": (lambda _edition: make_topic("sea"), "labels-0-label", "The sea"),
    "region": (lambda _edition: make_region("africa"), "position", "7"),
    "edition": (lambda edition: edition, "slogan", "First with the tide"),
    "coverage": (
        lambda edition: Coverage.objects.create(edition=edition, title="Storm", slug="storm"),
        "standfirst",
        "It blows.",
    ),
    "show": (
        lambda edition: Show.objects.create(edition=edition, title="Tides", slug="tides"),
        "title",
        "Ebb",
    ),
    "channel": (
        lambda edition: Channel.objects.create(
            edition=edition, name="Live", playlist="https://live.example.org/a.m3u8"
        ),
        "description",
        "Day and night.",
    ),
    "category": (
        lambda edition: CategoryMapping.objects.create(
            edition=edition, category="politics", section=section_of(edition)
        ),
        "category",
        "politics-2",
    ),
    "picture": (lambda _edition: make_picture(), "caption", "Boats at noon."),
    "document": (
        lambda _edition: get_document_model().objects.create(
            title="Figures", file=ContentFile(b"a,b", "figures.csv")
        ),
        "title",
        "Figures of May",
    ),
}


@pytest.fixture
def edition() -> Edition:
    return make_edition("en")


@pytest.mark.parametrize("kind", THINGS)
def test_second_is_told_who_was_first_and_keeps_their_words(edition: Edition, kind: str) -> None:
    make, field, words = THINGS[kind]
    thing = make(edition)
    layla, sami = desk_of("layla"), desk_of("sami")
    of_layla, of_sami = opened(layla, thing), opened(sami, thing)
    assert save(layla, thing, of_layla | {field: words}).status_code == 302
    answer = save(sami, thing, of_sami | {field: "99"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert f"Layla Haddad {SAVED_TOO}" in page
    assert words in page
    assert fields_of(answer.content)[field] == "99"
    assert opened(layla, thing)[field] == words


@pytest.mark.parametrize("kind", THINGS)
def test_second_who_has_been_told_may_save(edition: Edition, kind: str) -> None:
    make, field, words = THINGS[kind]
    thing = make(edition)
    layla, sami = desk_of("layla"), desk_of("sami")
    of_sami = opened(sami, thing)
    save(layla, thing, opened(layla, thing) | {field: words})
    told = save(sami, thing, of_sami | {field: "99"})
    assert save(sami, thing, fields_of(told.content)).status_code == 302
    assert opened(layla, thing)[field] == "99"


@pytest.mark.parametrize("kind", THINGS)
def test_who_comes_alone_is_not_stopped(edition: Edition, kind: str) -> None:
    make, field, words = THINGS[kind]
    thing = make(edition)
    layla = desk_of("layla")
    for value in (words, "99"):
        assert save(layla, thing, opened(layla, thing) | {field: value}).status_code == 302


def test_same_words_saved_by_another_are_no_reason_to_refuse() -> None:
    byline = make_byline()
    layla, sami = desk_of("layla"), desk_of("sami")
    of_sami = opened(sami, byline)
    save(layla, byline, opened(layla, byline))
    assert save(sami, byline, of_sami | {"key": "sami"}).status_code == 302


def test_own_earlier_save_is_no_reason_to_refuse() -> None:
    byline = make_byline()
    layla = desk_of("layla")
    fields = opened(layla, byline)
    save(layla, byline, fields | {"key": "first"})
    assert save(layla, byline, fields | {"key": "second"}).status_code == 302


def test_what_was_changed_without_the_desk_is_noticed_too() -> None:
    byline, layla = make_byline(), desk_of("layla")
    fields = opened(layla, byline)
    BylineName.objects.filter(language="en").update(name="Layla H.", role="Editor")
    page = save(layla, byline, fields).content.decode()
    assert f"Somebody {SAVED_TOO}" in page
    assert "names: “en · Layla H. · Editor · layla-haddad”, “ar · ليلى حداد · ليلى-حداد”" in page


def test_name_added_by_the_first_is_not_lost() -> None:
    byline = make_byline(en="Layla")
    layla, sami = desk_of("layla"), desk_of("sami")
    of_sami = opened(sami, byline)
    added = {"names-TOTAL_FORMS": "2", "names-1-language": "es", "names-1-name": "Laila", "names-1-id": ""}
    assert save(layla, byline, opened(layla, byline) | added).status_code == 302
    assert SAVED_TOO in save(sami, byline, of_sami).content.decode()
    assert byline.names.count() == 2


def test_picture_described_in_another_language_meanwhile_is_noticed(edition: Edition) -> None:
    make_edition("es")
    picture = make_picture()
    layla, sami = desk_of("layla"), desk_of("sami")
    of_sami = opened(sami, picture)
    save(layla, picture, opened(layla, picture) | {"caption_es": "Barcas."})
    assert "“Barcas.”" in save(sami, picture, of_sami | {"caption_es": "Botes."}).content.decode()
    assert picture.texts.get().caption == "Barcas."


@pytest.mark.parametrize("shown", ["", "rubbish", "[]", "{}", json.dumps({"at": "x", "digests": {}})])
def test_form_that_says_nothing_of_what_it_showed_is_no_server_error(shown: str) -> None:
    byline, layla = make_byline(), desk_of("layla")
    assert save(layla, byline, opened(layla, byline) | {SHOWN: shown}).status_code == 302
