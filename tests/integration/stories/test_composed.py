"""Questions whose SQL is composed once: the same answers, whatever is asked after what."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString

from nashra.base import clock
from nashra.stories.composed import Composed
from nashra.stories.models import Story
from tests.factories.editions import make_edition
from tests.factories.stories import paragraph, publish_story

pytestmark = pytest.mark.django_db


def in_section(values: Sequence[Any]) -> QuerySet[Story, Story]:
    section, slug = values
    return Story.objects.live().filter(section_id=section, slug=slug).for_page()


def fields_of(story: Story) -> dict[str, str]:
    return {field.name: str(field.value_from_object(story)) for field in story._meta.concrete_fields}


def test_an_answer_is_the_one_django_gives(django_assert_num_queries: Any) -> None:
    story = publish_story(make_edition(), body=[paragraph("Ships come in.")])
    plain = in_section([story.section_id, story.slug]).get()
    composed = Composed(in_section)
    with django_assert_num_queries(1):
        (found,) = composed.ask(story.section_id, story.slug)
        assert fields_of(found.article) == fields_of(plain.article)
    assert fields_of(found) == fields_of(plain)
    assert found._state.fields_cache.keys() == plain._state.fields_cache.keys()
    assert found.is_corrected == plain.is_corrected


def test_each_values_have_their_own_answer() -> None:
    edition = make_edition()
    first, second = publish_story(edition, "First"), publish_story(edition, "Second")
    composed = Composed(in_section)
    for story in (first, second, first):
        assert [found.pk for found in composed.ask(story.section_id, story.slug)] == [story.pk]
    assert composed.ask(first.section_id, "nowhere") == []
    assert [found.pk for found in composed.ask(first.section_id, SafeString(first.slug))] == [first.pk]


def test_a_question_is_composed_once_for_each_number_of_values() -> None:
    edition = make_edition()
    stories = [publish_story(edition, headline) for headline in ("First", "Second", "Third")]
    times = []

    def by_number(numbers: Sequence[Any]) -> QuerySet[Story, Any]:
        times.append(len(numbers))
        return Story.objects.filter(pk__in=numbers).order_by("pk").values_list("pk", flat=True)

    composed = Composed(by_number)
    numbers = [story.pk for story in stories]
    assert composed.ask(*numbers) == numbers
    assert composed.ask(*reversed(numbers)) == numbers
    assert composed.ask(numbers[1]) == numbers[1:2]
    assert times == [3, 1]


def test_moments_numbers_and_words_each_find_their_place() -> None:
    story = publish_story(make_edition())
    moment = clock.now()

    def before(values: Sequence[Any]) -> QuerySet[Story, Any]:
        earlier, number, slug = values
        return Story.objects.filter(Q(published_at__lt=earlier) & ~Q(pk=number), slug=slug).values_list("pk")

    composed = Composed(before)
    assert composed.ask(moment + timedelta(days=1), 0, story.slug) == [(story.pk,)]
    assert composed.ask(moment - timedelta(days=1), 0, story.slug) == []
    assert composed.ask(moment + timedelta(days=1), story.pk, story.slug) == []
