"""On the desk's first screen: what should have been published by now and could not be, and why."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.models import Page, Revision

from nashra.base import clock
from nashra.desk.refusals import MOST_SAID, refusal_of
from nashra.editions.rights import editions_of
from nashra.stories.models import Story
from nashra.stories.prepublish import faults_of

# The schedule looks every second; what is due longer than this has been refused.
PATIENCE = timedelta(seconds=10)


class LatePanel(Component):
    """Stories whose time has come and passed."""

    name = "late"
    template_name = "nashra_desk/late.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        """``late``: pairs of the story and what is said of it."""
        return {"late": list(find_late(parent_context["request"].user))}


def find_late(user: Any) -> Iterator[tuple[Story, str]]:
    """The stories of the user's editions that are overdue, the longest first, each with its faults in words."""
    due = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        approved_go_live_at__lte=clock.now() - PATIENCE,
    ).order_by("approved_go_live_at")
    editions = set(editions_of(user).values_list("pk", flat=True))
    for revision in due[:MOST_SAID]:
        story = revision.as_object()
        if isinstance(story, Story) and story.edition_id in editions and (faults := faults_of(story)):
            yield story, refusal_of(story, ValidationError(faults))


def show_late(request: HttpRequest, panels: list[Component]) -> None:
    """Put the panel first; it shows nothing when nothing is late."""
    panels.insert(0, LatePanel())
