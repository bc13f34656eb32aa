"""A draft looks to its editor as it will to readers, saved or not."""

import pytest
from django.test import Client
from django.urls import reverse

from nashra.people.models import User
from nashra.stories.models import Story
from tests.factories.editions import make_edition, make_section
from tests.factories.media import make_picture
from tests.factories.people import make_byline, make_user
from tests.factories.stories import draft_story, make_topic

pytestmark = pytest.mark.django_db

# What the desk's form sends for a story with a headline, a standfirst and nothing else.
EMPTY_LISTS = ("story_bylines", "corrections", "story_topics", "related_stories")


def form(**fields: str) -> dict[str, str]:
    values = {
        "kind": "news",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **fields,
    }
    for name in EMPTY_LISTS:
        values |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0", f"{name}-MIN_NUM_FORMS": "0"}
    return values


@pytest.fixture
def editor(client: Client) -> User:
    user = make_user()
    user.is_superuser = True
    user.save()
    client.force_login(user)
    return user


def test_byline_topic_and_picture_chosen_a_moment_ago_are_previewed(client: Client, editor: User) -> None:
    section, byline, topic = make_section(make_edition("en")), make_byline(), make_topic()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["stories", "article", section.pk])
    said = client.post(
        url,
        form(
            title="The night ferry",
            slug="the-night-ferry",
            standfirst="It sails.",
            lead_picture=str(make_picture().pk),
        )
        | {
            "story_bylines-TOTAL_FORMS": "1",
            "story_bylines-0-byline": str(byline.pk),
            "story_bylines-0-ORDER": "1",
        }
        | {
            "story_topics-TOTAL_FORMS": "1",
            "story_topics-0-topic": str(topic.pk),
            "story_topics-0-ORDER": "1",
        },
    )
    assert said.json()["is_valid"]
    shown = client.get(url).content.decode()
    assert "Layla Haddad" in shown
    assert "Boats at the quay." in shown


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_story_that_was_never_saved_is_previewed(
    client: Client, editor: User, code: str, direction: str
) -> None:
    section = make_section(make_edition(code))
    url = reverse("wagtailadmin_pages:preview_on_add", args=["stories", "article", section.pk])
    said = client.post(url, form(title="The night ferry", slug="the-night-ferry", standfirst="It sails."))
    assert said.json() == {"is_valid": True, "is_available": True}
    shown = client.get(url).content.decode()
    assert "The night ferry" in shown
    assert f'dir="{direction}"' in shown
    assert not Story.objects.exists()


def test_saved_draft_is_previewed(client: Client, editor: User) -> None:
    story = draft_story(make_edition("en"), "Before")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])
    client.post(url, form(title="After", slug="after", standfirst="It sails."))
    assert "After" in client.get(url).content.decode()
