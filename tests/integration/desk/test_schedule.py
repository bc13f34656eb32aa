"""What is due is carried out, and one bad item holds up nobody."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from nashra.desk.schedule import carry_out_schedule, seconds_late
from nashra.media.models import Picture
from nashra.stories.models import Story
from tests.factories.editions import make_edition
from tests.factories.media import make_picture
from tests.factories.stories import draft_story, publish_story

pytestmark = pytest.mark.django_db


def schedule(story: Story, minutes: int) -> None:
    """Approve a story for a moment, then let the clock reach it."""
    story.go_live_at = timezone.now() + timedelta(minutes=60)
    revision = story.save_revision()
    revision.publish()
    revision.refresh_from_db()
    revision.approved_go_live_at = timezone.now() + timedelta(minutes=minutes)
    revision.save()
    content = revision.content
    content["go_live_at"] = revision.approved_go_live_at.isoformat()
    type(revision).objects.filter(pk=revision.pk).update(content=content)


def is_live(story: Story) -> bool:
    return Story.objects.get(pk=story.pk).live


def test_story_is_published_when_its_time_has_come() -> None:
    story = draft_story(make_edition("en"))
    schedule(story, minutes=-1)
    assert carry_out_schedule().published == 1
    assert is_live(story)


def test_story_is_not_published_before_its_time() -> None:
    story = draft_story(make_edition("en"))
    schedule(story, minutes=1)
    carry_out_schedule()
    assert not is_live(story)


def test_story_that_cannot_be_published_holds_up_nobody() -> None:
    edition = make_edition("en")
    picture = make_picture()
    bad = draft_story(edition, "Without credit", lead_picture=picture)
    good = draft_story(edition, "In order")
    schedule(bad, minutes=-2)
    schedule(good, minutes=-1)
    Picture.objects.filter(pk=picture.pk).update(credit="")
    done = carry_out_schedule()
    assert (done.published, done.refused) == (1, 1)
    assert is_live(good)
    assert not is_live(bad)


def test_refused_story_stays_scheduled() -> None:
    picture = make_picture()
    story = draft_story(make_edition("en"), lead_picture=picture)
    schedule(story, minutes=-1)
    Picture.objects.filter(pk=picture.pk).update(credit="")
    carry_out_schedule()
    Picture.objects.filter(pk=picture.pk).update(credit="Layla Haddad")
    assert carry_out_schedule().published == 1


def test_expired_story_is_withdrawn() -> None:
    story = publish_story(make_edition("en"))
    Story.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert carry_out_schedule().withdrawn == 1
    assert not is_live(story)


def test_wagtails_own_command_purges_what_it_withdraws() -> None:
    from nashra.press.models import PressEvent

    story = publish_story(make_edition("en"))
    Story.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    before = PressEvent.objects.filter(takedown=True).count()
    call_command("publish_scheduled")
    assert PressEvent.objects.filter(takedown=True, keys__contains=[f"story:{story.pk}"]).count() > before


def test_how_late_the_schedule_is_counts_from_the_oldest_item_that_is_due() -> None:
    edition = make_edition("en")
    assert seconds_late() == 0
    schedule(draft_story(edition, "Tomorrow"), minutes=5)
    assert seconds_late() == 0
    schedule(draft_story(edition, "A while ago"), minutes=-2)
    Story.objects.filter(pk=publish_story(edition).pk).update(expire_at=timezone.now() - timedelta(minutes=3))
    assert seconds_late() == pytest.approx(180, abs=20)
    carry_out_schedule()
    assert seconds_late() == 0
