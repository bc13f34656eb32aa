"""The desk's first screen: where to write, what is being worked on, what comes out later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.permissions import policy_registry

from nashra.base import clock
from nashra.editions.addresses import origin, root_path
from nashra.editions.models import Edition
from nashra.editions.rights import editions_of
from nashra.stories.menus import Place, places_of
from nashra.stories.models import Story

_MOST_SHOWN = 10
# How far back in the log of changes is looked for stories under way: bounded, however long the log is.
_MOST_READ = 300


@dataclass(slots=True)
class Newspaper:
    """An edition of the user's: its front at the desk, its address for readers, its sections to write in."""

    edition: Edition
    front: int
    address: str
    sections: list[Place]
    is_arranged_by_user: bool

    @property
    def heading(self) -> str:
        """The masthead, with the edition's name: several editions may have one masthead."""
        return f"{self.edition.masthead} · {self.edition.name}"


@dataclass(slots=True)
class Scheduled:
    """A story that comes out later: when, on the clock of its readers and on that of whoever looks."""

    story: Story
    for_readers: datetime
    for_user: datetime

    @property
    def clocks_differ(self) -> bool:
        """Whether the two clocks show different times."""
        return self.for_readers.utcoffset() != self.for_user.utcoffset()


class NewspapersPanel(Component):
    """Each edition of the user with its sections: one click from a new story."""

    name = "newspapers"
    template_name = "nashra_desk/newspapers.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        """``newspapers``: the editions the user works in."""
        user = parent_context["request"].user
        return {
            "newspapers": list(find_newspapers(user)),
            "may_open_editions": user.has_perm("editions.add_edition"),
        }


class ScheduledPanel(Component):
    """What comes out by itself, the next first."""

    name = "scheduled"
    template_name = "nashra_desk/scheduled.html"
    order = 220

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        """``scheduled``: the next stories, with their times."""
        return {"scheduled": list(find_scheduled(parent_context["request"].user))}


class UnderWayPanel(Component):
    """Stories with words readers have not seen yet, the latest first."""

    name = "under_way"
    template_name = "nashra_desk/under_way.html"
    order = 230

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        """``stories``: those the user may edit, with who changed them last."""
        return {"stories": find_under_way(parent_context["request"].user)}


def show_first_screen(request: HttpRequest, panels: list[Component]) -> None:
    """Add the panels; Wagtail sorts all by their order."""
    panels += [NewspapersPanel(), ScheduledPanel(), UnderWayPanel()]


def find_newspapers(user: Any) -> Iterator[Newspaper]:
    """The user's editions, in the order of the switcher."""
    for edition in editions_of(user).select_related("home_page"):
        sections = [place for place in places_of(edition.home_page) if place.is_section]
        yield Newspaper(
            edition,
            edition.home_page.pk,
            origin(edition) + root_path(edition),
            sections,
            is_arranged_by_user=edition.home_page.permissions_for_user(user).can_edit(),
        )


def find_scheduled(user: Any) -> Iterator[Scheduled]:
    """The next stories of the user's editions that have a time."""
    due = Revision.page_revisions.filter(approved_go_live_at__gt=clock.now()).order_by("approved_go_live_at")
    moments = {int(pk): at for pk, at in due.values_list("object_id", "approved_go_live_at")[:_MOST_READ]}
    stories = Story.objects.filter(pk__in=moments, edition__in=editions_of(user)).select_related("edition")
    found = stories.defer("body").in_bulk()
    for pk in [pk for pk in moments if pk in found][:_MOST_SHOWN]:
        zone = found[pk].edition.zone
        yield Scheduled(found[pk], timezone.localtime(moments[pk], zone), timezone.localtime(moments[pk]))


def find_under_way(user: Any) -> list[Story]:
    """The stories lately changed that have unpublished changes, of the user's editions, as far as the user may edit them."""
    entries = PageLogEntry.objects.filter(action__in=("wagtail.create", "wagtail.edit")).order_by(
        "-timestamp"
    )
    latest = list(dict.fromkeys(entries.values_list("page_id", flat=True)[:_MOST_READ]))
    mine = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    found = (
        Story.objects.filter(pk__in=latest, has_unpublished_changes=True)
        .filter(pk__in=mine.filter(pk__in=latest).values("pk"))
        .select_related("edition", "section", "latest_revision__user")
        .defer("body")
        .in_bulk()
    )
    return [found[pk] for pk in latest if pk in found][:_MOST_SHOWN]
