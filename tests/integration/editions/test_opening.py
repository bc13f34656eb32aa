"""An edition is data: it can be published as soon as its row is saved."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Collection, Site

from nashra.editions.models import Edition
from nashra.people.roles import Role, group_name
from nashra.stories.models import HomePage
from tests.factories.editions import make_edition

pytestmark = pytest.mark.django_db


def open_edition(*words: str) -> str:
    out = StringIO()
    call_command("addedition", *words, stdout=out)
    return out.getvalue()


def test_saved_edition_has_a_live_front() -> None:
    edition = make_edition("ar")
    assert HomePage.objects.live().get(edition=edition).slug == "ar"


def test_saved_edition_has_a_group_for_each_role() -> None:
    edition = make_edition("es")
    names = set(edition.home_page.group_permissions.values_list("group__name", flat=True))
    assert names == {group_name("es", role) for role in Role}


def test_saved_edition_has_a_collection_of_its_own() -> None:
    make_edition("en")
    assert Collection.objects.filter(name="en").exists()


def test_saving_an_edition_again_makes_nothing_twice() -> None:
    edition = make_edition("en")
    edition.save()
    assert HomePage.objects.count() == 1


def test_renamed_masthead_reaches_the_front() -> None:
    edition = make_edition("en")
    edition.masthead = "The Evening Bulletin"
    edition.save()
    assert HomePage.objects.get().title == "The Evening Bulletin"


def test_edition_with_a_host_gets_a_site_and_loses_it_with_the_host() -> None:
    edition = make_edition("ar", host="ar.example.org")
    assert Site.objects.get(hostname="ar.example.org").root_page_id == edition.home_page.pk
    edition.host = ""
    edition.save()
    assert not Site.objects.filter(hostname="ar.example.org").exists()


def test_command_opens_an_edition_from_cldr(client: Client) -> None:
    said = open_edition("fr", "--masthead", "Le Bulletin", "--section", "Actualités")
    edition = Edition.objects.get(code="fr")
    assert (edition.name, edition.numbering, edition.direction) == ("Français", "latn", "ltr")
    assert "/fr/" in said
    assert client.get("/fr/actualités/").status_code == 200


def test_command_knows_right_to_left_and_native_digits() -> None:
    open_edition("fa")
    edition = Edition.objects.get(code="fa")
    assert (edition.direction, edition.numbering) == ("rtl", "arabext")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("EN!",), "--code"),
        (("xx", "--language", "not-a-language"), "--language"),
        (("fr", "--time-zone", "Mars/Olympus"), "--time-zone"),
        (("fr", "--host", "https://x/y"), "--host"),
        (("fr", "--digits", "roman"), "--digits"),
        (("fr", "--calendar-names", "nowhere"), "--calendar-names"),
        (("admin", "--language", "fr"), "--code"),
    ],
)
def test_command_refuses_wrong_facts_by_name_and_leaves_nothing(words: tuple[str, ...], named: str) -> None:
    with pytest.raises(CommandError, match=named):
        open_edition(*words)
    assert not Edition.objects.exists()


def test_arabic_regional_editions_take_month_names_from_their_calendar() -> None:
    edition = make_edition("ar", calendar_locale="ar-LB")
    assert edition.months_locale == "ar-LB"


@pytest.mark.parametrize(
    "host",
    [
        "a..b",
        "-a.example",
        "https://a.example",
        "a.example/path",
        "a.example:99999",
        "a.example:0",
        "a.example:",
    ],
)
def test_host_no_browser_could_ask_for_is_refused(host: str) -> None:
    with pytest.raises(ValidationError, match="Write the host alone"):
        Edition(code="x", language="en", name="X", masthead="X", desk_byline="X", host=host).clean_fields()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_host_of_the_newsroom_itself_is_refused(host: str) -> None:
    edition = make_edition("en")
    edition.host = host
    with pytest.raises(ValidationError, match="the newsroom’s own address"):
        edition.full_clean()
