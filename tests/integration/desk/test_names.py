"""Topics, regions and people are found at the desk by the name they have in one's own language."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from nashra.people.models import User
from tests.factories.editions import make_region
from tests.factories.people import make_byline
from tests.factories.stories import make_topic

pytestmark = pytest.mark.django_db
NAMED = ("people_byline", "stories_topic", "editions_region")


@pytest.fixture
def owner(client: Client) -> User:
    owner = User.objects.create_superuser("owner", password="x")
    client.force_login(owner)
    return owner


def make_all(number: int) -> None:
    make_byline(f"layla-{number}", en=f"Layla {number}", ar=f"ليلى {number}")
    make_region(f"africa-{number}")
    make_topic(f"sea-{number}")


def addresses(what: str) -> tuple[str, str]:
    chooser = reverse(f"wagtailsnippetchoosers_{what}:choose_results")
    return reverse(f"wagtailsnippets_{what}:list"), chooser


@pytest.mark.parametrize(
    ("what", "english", "arabic"),
    [("people_byline", "Layla 1", "ليلى 1"), ("editions_region", "Africa", "أفريقيا")],
)
def test_named_in_the_language_of_whoever_looks(
    client: Client, owner: User, what: str, english: str, arabic: str
) -> None:
    make_all(1)
    for address in addresses(what):
        assert english in client.get(address).content.decode()
    UserProfile.objects.create(user=owner, preferred_language="ar")
    for address in addresses(what):
        assert arabic in client.get(address).content.decode()


@pytest.mark.parametrize("what", NAMED)
def test_many_names_cost_no_more_questions_than_few(client: Client, owner: User, what: str) -> None:
    def ask(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    make_topic("first")
    make_byline("first", en="First")
    few = {address: ask(address) for address in addresses(what) for _again in range(2)}
    for number in range(4):
        make_byline(f"layla-{number}", en=f"Layla {number}", ar=f"ليلى {number}")
        make_topic(f"sea-{number}")
    for address, questions in few.items():
        assert ask(address) <= questions + 1
