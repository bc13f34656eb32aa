"""Editions share nothing by accident: what choosers and listings show to whom, and what is refused."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from nashra.editions.models import Edition
from nashra.media.models import Video
from nashra.people.models import User
from nashra.people.roles import Role
from nashra.stories.choosers import COUNTERPART
from nashra.stories.models import Coverage, Episode, NewsroomRoot, Show, Story
from tests.factories.editions import make_edition, make_section
from tests.factories.people import make_user
from tests.factories.stories import add_story, draft_story, publish_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Edition:
    return make_edition("en")


@pytest.fixture
def arabic() -> Edition:
    return make_edition("ar")


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief", password="x"))
    return client


def choose_page(client: Client, opened_from: str = "", name: str = "", **query: Any) -> str:
    answer = client.get(
        reverse(name or "wagtailadmin_choose_page"),
        {"page_type": "stories.story", **query},
        HTTP_REFERER=f"http://testserver{opened_from}",
    )
    assert answer.status_code == 200
    return html_of(answer)


def html_of(answer: Any) -> str:
    """What is shown, inside the answer to a chooser's script or by itself."""
    return (
        str(answer.json()["html"])
        if answer["Content-Type"] == "application/json"
        else answer.content.decode()
    )


def search_page(client: Client, words: str, opened_from: str = "", **query: Any) -> str:
    return choose_page(client, opened_from, "wagtailadmin_choose_page_search", q=words, **query)


def editor_of(story: Story) -> str:
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def test_story_chooser_finds_stories_of_the_edition_being_written_in(
    desk: Client, english: Edition, arabic: Edition
) -> None:
    story = draft_story(english, "Harbour opens")
    draft_story(arabic, "Harbour opens too")
    found = search_page(desk, "Harbour", editor_of(story))
    assert "Harbour opens" in found
    assert "Harbour opens too" not in found


def test_story_chooser_of_a_new_story_stays_in_the_section_s_edition(
    desk: Client, english: Edition, arabic: Edition
) -> None:
    draft_story(english, "Harbour opens")
    draft_story(arabic, "Harbour opens too")
    section = make_section(english, "Sport")
    writing = reverse("wagtailadmin_pages:add", args=["stories", "article", section.pk])
    assert "Harbour opens too" not in search_page(desk, "Harbour", writing)


def test_chooser_first_offers_the_edition_s_own_front(
    desk: Client, english: Edition, arabic: Edition
) -> None:
    story = draft_story(english)
    draft_story(arabic)
    offered = choose_page(desk, editor_of(story))
    assert "The Bulletin" in offered
    assert "النشرة" not in offered


def test_going_above_the_edition_is_asking_across(desk: Client, english: Edition, arabic: Edition) -> None:
    story = draft_story(english)
    make_section(arabic)
    newsroom = NewsroomRoot.objects.get()
    answer = desk.get(
        reverse("wagtailadmin_choose_page_child", args=[newsroom.pk]),
        {"page_type": "stories.story"},
        HTTP_REFERER=f"http://testserver{editor_of(story)}",
    )
    assert "النشرة" in html_of(answer)


def test_counterpart_chooser_finds_the_other_editions_alone(
    desk: Client, english: Edition, arabic: Edition
) -> None:
    story = draft_story(english, "Harbour opens")
    draft_story(arabic, "Harbour opens too")
    found = search_page(desk, "Harbour", editor_of(story), user_perms=COUNTERPART)
    assert "Harbour opens too" in found
    assert found.count('choose-page"') == 1


def test_counterpart_field_says_what_it_is_for(desk: Client, english: Edition) -> None:
    page = desk.get(editor_of(draft_story(english))).content.decode()
    assert f'"userPerms": "{COUNTERPART}"' in page


def test_chooser_opened_from_nowhere_stays_with_the_editions_of_its_user(
    client: Client, english: Edition, arabic: Edition
) -> None:
    client.force_login(make_user(role=Role.REPORTER))
    draft_story(english, "Harbour opens")
    draft_story(arabic, "Harbour opens too")
    assert "Harbour opens too" not in search_page(client, "Harbour")


def packages(model: type[Coverage] | type[Show] | type[Video], *editions: Edition) -> dict[str, Any]:
    return {
        edition.code: model.objects.create(edition=edition, title=f"Thing of {edition.code}")
        for edition in editions
    }


@pytest.mark.parametrize("model", [Coverage, Show, Video])
def test_item_chooser_lists_the_edition_being_written_in(
    desk: Client, english: Edition, arabic: Edition, model: type[Coverage]
) -> None:
    packages(model, english, arabic)
    url = reverse(model.snippet_viewset.chooser_viewset.get_url_name("choose"))
    desk.defaults["HTTP_REFERER"] = f"http://testserver{editor_of(draft_story(english))}"
    kept = desk.get(url).json()["html"]
    across = desk.get(url, {"edition": "all"}).json()["html"]
    assert ("Thing of en" in kept, "Thing of ar" in kept) == (True, False)
    assert ("Thing of en" in across, "Thing of ar" in across) == (True, True)


def test_film_of_no_edition_is_offered_to_all(desk: Client, english: Edition) -> None:
    Video.objects.create(title="Archive film")
    url = reverse(Video.snippet_viewset.chooser_viewset.get_url_name("choose"))
    story = draft_story(english)
    assert "Archive film" in desk.get(url, HTTP_REFERER=f"http://testserver{editor_of(story)}").json()["html"]


@pytest.mark.parametrize("model", [Coverage, Show, Video])
def test_listing_shows_what_its_user_has_rights_in(
    client: Client, english: Edition, arabic: Edition, model: type[Coverage]
) -> None:
    packages(model, english, arabic)
    client.force_login(make_user(role=Role.EDITOR))
    page = client.get(reverse(model.snippet_viewset.get_url_name("list"))).content.decode()
    assert ("Thing of en" in page, "Thing of ar" in page) == (True, False)


@pytest.mark.parametrize("screen", ["edit", "delete", "copy", "usage", "history"])
def test_screens_of_another_edition_s_coverage_are_refused(
    client: Client, english: Edition, arabic: Edition, screen: str
) -> None:
    things = packages(Coverage, english, arabic)
    client.force_login(make_user(role=Role.EDITOR))
    name = f"wagtailsnippets_stories_coverage:{screen}"
    assert client.get(reverse(name, args=[things["en"].pk])).status_code == 200
    assert client.get(reverse(name, args=[things["ar"].pk])).status_code == 302


def test_coverage_cannot_be_opened_in_an_edition_one_does_not_work_in(
    client: Client, english: Edition, arabic: Edition
) -> None:
    client.force_login(make_user(role=Role.EDITOR))
    form = {
        "edition": arabic.pk,
        "title": "Floods",
        "look": "plain",
        "leads-TOTAL_FORMS": 0,
        "leads-INITIAL_FORMS": 0,
    }
    url = reverse("wagtailsnippets_stories_coverage:add")
    assert client.post(url, form).status_code == 200
    assert not Coverage.objects.exists()
    assert client.post(url, form | {"edition": english.pk}).status_code == 302


def test_bulk_deletion_leaves_other_editions_alone(client: Client, english: Edition, arabic: Edition) -> None:
    things = packages(Coverage, english, arabic)
    client.force_login(make_user(role=Role.EDITOR))
    url = reverse("wagtail_bulk_action", args=["stories", "coverage", "delete"])
    client.post(f"{url}?id={things['en'].pk}&id={things['ar'].pk}")
    assert list(Coverage.objects.values_list("edition__code", flat=True)) == ["ar"]


def test_role_in_two_editions_gives_each_its_own_rights(
    client: Client, english: Edition, arabic: Edition
) -> None:
    things = packages(Coverage, english, arabic)
    user = make_user(role=Role.REPORTER)
    user.groups.add(*make_user("other", Role.EDITOR, "ar").groups.all())
    client.force_login(user)
    name = "wagtailsnippets_stories_coverage:edit"
    assert client.get(reverse(name, args=[things["en"].pk])).status_code == 302
    assert client.get(reverse(name, args=[things["ar"].pk])).status_code == 200


def test_administrator_changes_their_own_edition_alone(
    client: Client, english: Edition, arabic: Edition
) -> None:
    client.force_login(make_user(role=Role.ADMINISTRATOR))
    name = "wagtailsnippets_editions_edition:edit"
    assert client.get(reverse(name, args=[english.pk])).status_code == 200
    assert client.get(reverse(name, args=[arabic.pk])).status_code == 302


def test_explorer_shows_the_edition_s_branch_alone(client: Client, english: Edition, arabic: Edition) -> None:
    client.force_login(make_user(role=Role.EDITOR))
    page = client.get(reverse("wagtailadmin_explore_root"), follow=True).content.decode()
    assert "The Bulletin" in page
    assert "النشرة" not in page


def test_coverage_of_another_edition_is_refused(english: Edition, arabic: Edition) -> None:
    foreign = packages(Coverage, arabic)["ar"]
    with pytest.raises(ValidationError, match="“Thing of ar” belongs to another edition"):
        draft_story(english, coverage=foreign)


def test_show_of_another_edition_is_refused(english: Edition, arabic: Edition) -> None:
    foreign = packages(Show, arabic)["ar"]
    with pytest.raises(ValidationError, match="“Thing of ar” is a show of another edition"):
        add_story(Episode, english, "Part one", live=False, show=foreign)


def test_desk_refuses_a_foreign_coverage_with_a_sentence(
    desk: Client, english: Edition, arabic: Edition
) -> None:
    story = publish_story(english)
    foreign = packages(Coverage, arabic)["ar"]
    page = desk.get(editor_of(story))
    form = {name: value for name, value in page.context["form"].initial.items() if value is not None}
    managed = {
        f"{formset.prefix}-{part}_FORMS": 0
        for formset in page.context["form"].formsets.values()
        for part in ("TOTAL", "INITIAL")
    }
    body = {"body-count": 0, "coverage": foreign.pk, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    answer = desk.post(editor_of(story), form | managed | body)
    assert "belongs to another edition" in answer.content.decode()
    assert Story.objects.get(pk=story.pk).coverage is None


def slot(**value: Any) -> dict[str, Any]:
    return {"type": "rail", "value": {"heading": "", "picks": [], "count": 4, "fill": True, **value}}


@pytest.mark.parametrize("named", ["picks", "section", "coverage"])
def test_front_refuses_what_is_of_another_edition(english: Edition, arabic: Edition, named: str) -> None:
    story = publish_story(arabic, "Ships come in")
    value: dict[str, Any] = {
        "picks": {"picks": [{"type": "item", "value": story.pk, "id": "a"}]},
        "section": {"section": story.section_id},
        "coverage": {"coverage": packages(Coverage, arabic)["ar"].pk},
    }[named]
    home = english.home_page
    home.slots = [slot(**value) | ({"type": "coverage"} if named == "coverage" else {})]
    with pytest.raises(ValidationError, match="belongs to another edition"):
        home.full_clean()


def test_front_takes_what_is_its_own(english: Edition) -> None:
    story = publish_story(english)
    home = english.home_page
    home.slots = [slot(picks=[{"type": "item", "value": story.pk, "id": "a"}], section=story.section_id)]
    home.full_clean()


def test_desk_shows_a_front_with_a_coverage(desk: Client, english: Edition) -> None:
    home = english.home_page
    coverage = packages(Coverage, english)["en"]
    home.slots = [slot(coverage=coverage.pk) | {"type": "coverage"}]
    home.save_revision().publish()
    page = desk.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    assert "Thing of en" in page.content.decode()
