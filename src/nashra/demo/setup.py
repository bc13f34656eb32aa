"""Set the demo newsroom up: three editions with all that a newspaper has, in an empty database."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from nashra.base import clock
from nashra.demo.bodies import Shelf
from nashra.demo.fronts import add_footer_pages, arrange_fronts, open_channel
from nashra.demo.newsroom import (
    add_editions,
    add_people,
    add_pictures,
    add_regions,
    add_sections,
    add_topics,
    add_videos,
    copy_channel,
)
from nashra.demo.reading import edition_codes
from nashra.demo.stories import Desk, add_packages, draft_stories, lead_coverages, publish_stories
from nashra.editions.models import Edition
from nashra.people.models import User
from nashra.stories.models import Story

EDITOR = "editor"

type Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """How to sign in to the demo's desk."""

    username: str
    password: str


class NewsroomNotEmpty(RuntimeError):
    """There are editions here already; the demo is only set up in an empty newsroom. Choose another --data-dir."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


@transaction.atomic
def set_up_demo(progress: Say) -> DemoLogin:
    """Make the demo newsroom, all of it or nothing; ``progress`` is told what is being done.

    Raises ``NewsroomNotEmpty`` where there is an edition already.
    """
    if Edition.objects.exists():
        raise NewsroomNotEmpty
    # Each row that hangs on a story would have the whole story's references read again.
    with disable_reference_index_auto_update():
        login = _make_newsroom(progress)
    for story in Story.objects.specific().iterator(chunk_size=100):
        ReferenceIndex.create_or_update_for_object(story)
    return login


def _make_newsroom(progress: Say) -> DemoLogin:
    login = DemoLogin(EDITOR, secrets.token_urlsafe(9))
    editor = User.objects.create_superuser(
        login.username, "editor@nashra.example", login.password, first_name="Mona", last_name="Tarrab"
    )
    codes = edition_codes()
    progress("Editions, sections, topics")
    editions = add_editions(codes)
    regions, topics = add_regions(codes), add_topics(codes)
    progress("Pictures and films")
    pictures = add_pictures(codes, progress)
    videos, playlist = add_videos(codes, pictures), copy_channel()
    people = add_people(codes, pictures)
    counterparts: dict[str, Story] = {}
    for code, edition in editions.items():
        shelf = Shelf(pictures, videos, {})
        coverages, shows = add_packages(edition, shelf)
        desk = Desk(
            edition,
            clock.now(),
            editor,
            add_sections(edition),
            regions,
            topics,
            people,
            coverages,
            shows,
            shelf,
        )
        stories = draft_stories(desk, counterparts)
        shelf.stories.update(stories)
        publish_stories(desk, stories, progress)
        lead_coverages(desk, stories)
        arrange_fronts(desk, stories)
        add_footer_pages(desk)
        open_channel(desk, playlist)
        counterparts = {**stories, **counterparts}
        progress(f"{edition.masthead} ({code}): {len(stories)} stories")
    return login
