"""Publishing many pages at once: what is fit goes out, what is not is named with its faults."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from nashra.desk.refusals import MOST_SAID, refusal_of


class PublishWhatIsFit(PublishBulkAction):
    """Wagtail's action, one page a time: a refused one stays a draft and holds up no other."""

    def get_execution_context(self) -> dict[str, Any]:
        """With a place for what is refused."""
        self.refused: list[str] = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        include_descendants: bool = False,
        user: Any = None,
        refused: list[str] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """Publish; returns how many of ``objects`` and how many drafts below them went out."""
        counts = [0, 0]
        for page, is_below in _with_drafts_below(objects, include_descendants, user):
            try:
                with transaction.atomic():
                    super().execute_action([page], user=user, **kwargs)
                counts[is_below] += 1
            except ValidationError as refusal:
                if refused is None:
                    raise
                refused.append(refusal_of(page, refusal))
        return counts[0], counts[1]

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """How many went out; what did not is said beside it."""
        for sentence in self.refused[:MOST_SAID]:
            messages.error(self.request, sentence)
        if not num_parent_objects and not num_child_objects:
            return None
        said: str = super().get_success_message(num_parent_objects, num_child_objects)
        return said


def _with_drafts_below(objects: Iterable[Page], below: bool, user: Any) -> Iterator[tuple[Page, bool]]:
    for page in objects:
        yield page, False
        if below:
            drafts = page.get_descendants().not_live().defer_streamfields().specific()
            yield from (
                (draft, True)
                for draft in drafts.iterator()
                if user is None or draft.permissions_for_user(user).can_publish()
            )
