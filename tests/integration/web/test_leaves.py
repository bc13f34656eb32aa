"""Long lists in leaves: every story on one of them, in the order it came, however the leaf is reached."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from nashra.editions.models import Edition
from nashra.stories.models import Story
from nashra.stories.querysets import StoryQuerySet
from nashra.web.build import paging
from nashra.web.build.paging import leaf_of
from tests.factories.editions import make_edition
from tests.factories.stories import publish_story
from tests.integration.web.pressing import pressing

pytestmark = pytest.mark.django_db

OLD = "topic-list:en:1:leaves"
START = timezone.now() - timedelta(days=100)


@pytest.fixture
def edition(monkeypatch: pytest.MonkeyPatch) -> Edition:
    monkeypatch.setattr(paging, "LEAF", 3)
    return make_edition("en")


def publish(edition: Edition, numbers: range) -> None:
    for number in numbers:
        publish_story(edition, f"{number}", published_at=START + timedelta(hours=number), lead_picture=None)


def listed(edition: Edition) -> StoryQuerySet:
    return Story.objects.live().in_edition(edition)


def headlines(edition: Edition, number: int | None) -> list[str]:
    titles = dict(listed(edition).values_list("pk", "title"))
    return [titles[pk] for pk in leaf_of(listed(edition), number, OLD).stories]


def test_each_story_is_on_one_leaf_oldest_leaf_first(edition: Edition) -> None:
    publish(edition, range(10))
    leaves = [headlines(edition, number) for number in (1, 2, 3)]
    assert leaves == [["2", "1", "0"], ["5", "4", "3"], ["8", "7", "6"]]


def test_the_lists_own_address_leads_to_the_youngest_full_leaf(edition: Edition) -> None:
    publish(edition, range(10))
    assert leaf_of(listed(edition), None, OLD).older == 3


def test_stories_that_came_after_the_list_was_counted_are_counted_too(edition: Edition) -> None:
    publish(edition, range(8))
    with pressing():
        assert leaf_of(listed(edition), None, OLD).older == 2
        publish(edition, range(8, 13))
        assert leaf_of(listed(edition), None, OLD).older == 4
        assert [headlines(edition, number) for number in (3, 4)] == [["8", "7", "6"], ["11", "10", "9"]]


def test_two_stories_of_the_same_moment_are_each_counted_once(edition: Edition) -> None:
    for title in ("a", "b", "c", "d"):
        publish_story(edition, title, published_at=START, lead_picture=None)
    with pressing():
        leaf_of(listed(edition), None, OLD)
        for title in ("e", "f"):
            publish_story(edition, title, published_at=START, lead_picture=None)
        assert headlines(edition, 2) == ["f", "e", "d"]
        with pytest.raises(Http404):
            leaf_of(listed(edition), 3, OLD)


def test_a_middle_leaf_leads_both_ways_and_the_youngest_to_the_list_itself(edition: Edition) -> None:
    publish(edition, range(10))
    middle, youngest = (leaf_of(listed(edition), number, OLD) for number in (2, 3))
    assert (middle.older, middle.newer) == (1, 3)
    assert (youngest.older, youngest.newer) == (2, 0)
