"""What each role may do in its edition, and that it may nothing in another."""

import pytest

from nashra.people.roles import Role
from tests.factories.editions import make_edition
from tests.factories.people import make_byline, make_user
from tests.factories.stories import draft_story

pytestmark = pytest.mark.django_db


def test_reporter_writes_but_does_not_publish() -> None:
    story = draft_story(make_edition("en"))
    may = story.get_parent().permissions_for_user(make_user(role=Role.REPORTER))
    assert may.can_add_subpage()
    assert not may.can_publish_subpage()


def test_reporter_edits_only_their_own_stories() -> None:
    story = draft_story(make_edition("en"))
    assert not story.permissions_for_user(make_user(role=Role.REPORTER)).can_edit()


def test_editor_publishes_any_story_of_the_edition() -> None:
    story = draft_story(make_edition("en"))
    assert story.permissions_for_user(make_user(role=Role.EDITOR)).can_publish()


def test_editor_of_one_edition_has_no_rights_in_another() -> None:
    make_edition("en")
    story = draft_story(make_edition("ar"))
    editor = make_user(role=Role.EDITOR, code="en")
    assert not story.permissions_for_user(editor).can_edit()


def test_only_administrators_change_an_edition() -> None:
    make_edition("en")
    assert make_user("chief", Role.CHIEF_EDITOR).has_perm("editions.change_edition") is False
    assert make_user("admin", Role.ADMINISTRATOR).has_perm("editions.change_edition") is True


def test_byline_is_named_in_the_readers_language() -> None:
    byline = make_byline(en="Layla Haddad", ar="ليلى حداد")
    assert str(byline.name_in("ar-EG")) == "ليلى حداد"


def test_byline_without_a_name_in_a_language_keeps_the_one_it_has() -> None:
    assert str(make_byline(en="Layla Haddad").name_in("es")) == "Layla Haddad"
