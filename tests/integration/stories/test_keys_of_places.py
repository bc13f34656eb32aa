"""What changes of menus, fronts and editions purge: wherever readers see something else, and nowhere else."""

import pytest
from wagtail.models import Page

from nashra.editions.models import Edition
from nashra.media.models import Channel
from nashra.stories.models import HomePage, SectionPage
from tests.factories.editions import make_edition, make_section
from tests.factories.stories import publish_story
from tests.integration.stories.test_keys import Journal

pytestmark = pytest.mark.django_db


def move(page: Page, to: Page, pos: str) -> None:
    """Move a page the way the desk does it, rows read anew."""
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=to.pk), pos=pos)


def test_reordered_menu_purges_every_page_of_its_edition() -> None:
    edition = make_edition("en")
    news, culture = make_section(edition), make_section(edition, "Culture")
    journal = Journal()
    move(culture, news, "left")
    assert "edition:en" in journal.purged()


def test_moved_section_purges_its_edition_and_what_others_say_of_its_places() -> None:
    edition = make_edition("en")
    news, culture = make_section(edition), make_section(edition, "Culture")
    music = make_section(edition, "Music", below=culture)
    journal = Journal()
    move(music, news, "last-child")
    assert {"edition:en", "places:en", f"address:{music.pk}"} <= journal.purged()


def test_section_that_leaves_its_edition_purges_both() -> None:
    english, arabic = make_edition("en"), make_edition("ar")
    section = make_section(english)
    journal = Journal()
    move(section, HomePage.objects.get(edition=arabic), "last-child")
    assert {"edition:en", "edition:ar"} <= journal.purged()


def test_moved_story_purges_its_cards_and_whatever_leads_to_it() -> None:
    edition = make_edition("en")
    news, culture = make_section(edition), make_section(edition, "Culture")
    story = publish_story(edition, section=news)
    journal = Journal()
    move(story, culture, "last-child")
    assert {f"card:{story.pk}", f"link:{story.link_key}", f"address:{story.pk}"} <= journal.purged()


def test_layout_of_a_section_purges_the_front_it_stands_on() -> None:
    section = make_section(make_edition("en"))
    journal = Journal()
    section.layout = SectionPage.Layout.OPINION
    section.save()
    assert f"section:{section.pk}" in journal.purged()


def test_key_of_a_section_purges_what_other_editions_say_of_it() -> None:
    section = make_section(make_edition("en"))
    journal = Journal()
    section.key = "news"
    section.save()
    assert "places:en" in journal.purged()


def test_arrangement_that_is_not_published_purges_nothing() -> None:
    home = HomePage.objects.get(edition=make_edition("en"))
    journal = Journal()
    home.slots = []
    home.save_revision()
    assert journal.purged() == set()


def test_masthead_purges_its_own_edition_only() -> None:
    edition = make_edition("en")
    journal = Journal()
    edition.masthead = "The Harbour Bulletin"
    edition.save()
    assert "editions" not in journal.purged()


def test_order_of_editions_purges_every_switcher() -> None:
    english = make_edition("en", position=1)
    make_edition("ar", position=2)
    journal = Journal()
    Edition.objects.get(pk=english.pk).save()
    assert "editions" not in journal.purged()
    english.position = 3
    english.save()
    assert "editions" in journal.purged()


def test_channel_purges_its_edition_only_when_it_comes_or_goes() -> None:
    edition = make_edition("en")
    journal = Journal()
    channel = Channel.objects.create(edition=edition, name="Live")
    assert "edition:en" in journal.purged()
    journal = Journal()
    channel.name = "Nashra live"
    channel.save()
    assert journal.purged() == {f"channel:{channel.pk}"}
