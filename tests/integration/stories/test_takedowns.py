"""Whatever is withdrawn or deleted is taken down: no failure of anything may show it again."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from nashra.editions.models import Edition
from nashra.media.models import Video
from nashra.press.models import PressEvent
from nashra.stories.models import Coverage, HomePage, PlainPage, Show
from tests.factories.editions import make_edition, make_section
from tests.factories.media import make_picture
from tests.factories.people import make_byline
from tests.factories.stories import make_topic, paragraph

pytestmark = pytest.mark.django_db


type Committing = Callable[..., AbstractContextManager[object]]


@pytest.fixture
def committing(django_capture_on_commit_callbacks: Committing, monkeypatch: pytest.MonkeyPatch) -> Committing:
    """What follows a commit happens, without one: no machine can confirm a takedown that is never committed."""
    monkeypatch.setattr("nashra.press.journal._machines_behind", lambda _event: [])
    return django_capture_on_commit_callbacks


def taken_down() -> set[str]:
    return {key for event in PressEvent.objects.filter(takedown=True) for key in event.keys}


def footer_page(edition: Edition) -> PlainPage:
    page = PlainPage(title="About", edition=edition, body=[paragraph("Who we are.")])
    HomePage.objects.get(edition=edition).add_child(instance=page)
    return page


@pytest.mark.parametrize("leaves", [lambda page: page.unpublish(), lambda page: page.delete()])
def test_footer_page_that_goes_is_taken_down(leaves: Callable[[PlainPage], None]) -> None:
    page = footer_page(make_edition("en"))
    pk = page.pk
    assert f"page:{pk}" not in taken_down()
    leaves(page)
    assert f"page:{pk}" in taken_down()


@pytest.mark.parametrize("leaves", [lambda page: page.unpublish(), lambda page: page.delete()])
def test_section_that_goes_is_taken_down(leaves: Callable[[PlainPage], None]) -> None:
    section = make_section(make_edition("en"), key="news")
    pk = section.pk
    leaves(section)
    assert f"front:{pk}" in taken_down()


def test_edition_whose_front_is_withdrawn_is_taken_down() -> None:
    edition = make_edition("en")
    HomePage.objects.get(edition=edition).unpublish()
    assert "edition:en" in taken_down()


def test_page_that_is_only_saved_is_not_taken_down() -> None:
    page = footer_page(make_edition("en"))
    page.title = "About us"
    page.save_revision().publish()
    page.unpublish()
    before = PressEvent.objects.filter(takedown=True).count()
    page.title = "About them"
    page.save()
    assert PressEvent.objects.filter(takedown=True).count() == before


def test_deleted_names_and_packages_are_taken_down() -> None:
    edition = make_edition("en")
    coverage = Coverage.objects.create(edition=edition, title="The flood")
    show = Show.objects.create(edition=edition, title="Harbour hour")
    topic = make_topic("storms", en="Storms")
    byline = make_byline("layla", en="Layla Haddad")
    expected = {
        f"coverage-front:{coverage.pk}",
        f"show:{show.pk}",
        f"topic:en:{topic.pk}",
        f"author-links:{byline.pk}",
    }
    for thing in (coverage, show, topic, byline):
        thing.delete()
    assert expected <= taken_down()


def test_deleted_picture_is_taken_down_where_it_is_shown() -> None:
    picture = make_picture()
    key = f"picture:{picture.pk}"
    picture.delete()
    assert key in taken_down()


def test_deleted_pictures_and_documents_leave_no_file(committing: Committing) -> None:
    picture = make_picture()
    rendition = picture.get_rendition("max-100x100")
    document = Document.objects.create(title="Report", file=ContentFile(b"Ten metres.", name="report.txt"))
    files = [(each.file.storage, each.file.name) for each in (picture, rendition, document)]
    with committing(execute=True):
        picture.delete()
        document.delete()
    assert [storage.exists(str(name)) for storage, name in files] == [False] * 3


def film(name: str = "film.mp4") -> Video:
    video = Video(title="Film")
    video.file.save(name, ContentFile(b"not really a film"), save=False)
    Video.objects.bulk_create([video])  # what it is made of does not matter here
    return Video.objects.get(file=video.file.name)


def test_deleted_film_is_taken_down_and_leaves_no_file(committing: Committing) -> None:
    video = film()
    key, storage, name = f"video:{video.pk}", video.file.storage, video.file.name
    with committing(execute=True):
        video.delete()
    assert key in taken_down()
    assert not storage.exists(str(name))


def test_film_that_is_replaced_leaves_no_file(committing: Committing) -> None:
    video, other = film(), film("other.mp4")
    storage, name = video.file.storage, video.file.name
    video.file.name = other.file.name
    with committing(execute=True):
        video.save()
    assert not storage.exists(str(name))
    with committing(execute=True):
        video.delete()
    assert storage.exists(str(other.file.name)), "another film still refers to it"
