"""The forms pages are written in."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from nashra.stories.kinds import ARTICLE_KINDS
from nashra.stories.prepublish import faults_of
from nashra.stories.versions import tell_of_newer_version

# What the editor's buttons send when the story would come before readers, or before those who decide that it does.
PUBLISHING_ACTIONS = ("action-publish", "action-submit", "action-workflow-action", "action-restart-workflow")


class NewsroomPageForm(WagtailAdminPageForm):
    """Refuses to save over what somebody else has saved since it was opened; what was written stays in it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("go_live_at", "expire_at", "published_at"):
            if name in self.fields:
                field = self.fields[name]
                field.help_text = f"{field.help_text} {_whose_clock()}".strip()

    def clean(self) -> dict[str, Any]:
        """What every page is asked."""
        cleaned: dict[str, Any] = super().clean()
        if sentence := tell_of_newer_version(self.instance):
            self.add_error(None, sentence)
        return cleaned


class StoryForm(NewsroomPageForm):
    """Refuses to publish a story that is not fit for it, and says what is missing where it is missing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Said anew for each publication; the last one's answer says nothing about this one.
        self.initial["is_minor_edit"] = False
        if "kind" in self.fields:
            self.fields["kind"].choices = [(kind.value, kind.label) for kind in ARTICLE_KINDS]

    def _post_clean(self) -> None:
        # The model's own checks ask which edition the story is in, which a new one does not know yet.
        self.instance.settle_place_below(self.parent_page)
        # A draft may lack much, that of a live story too; whether it is fit is asked when it is to be published.
        self.instance.is_being_written = True
        try:
            super()._post_clean()
        finally:
            self.instance.is_being_written = False

    def is_valid(self) -> bool:
        """Valid, and when it is to be published, fit for it."""
        if not super().is_valid():
            return False
        if any(action in self.data for action in PUBLISHING_ACTIONS):
            self._say_faults()
        return not self.errors

    def _say_faults(self) -> None:
        story = self.save(commit=False)
        for field, sentences in faults_of(story).items():
            for sentence in sentences:
                self.add_error(field if field in self.fields else None, sentence)
        if not story.standfirst.strip():
            self.add_error("standfirst", _("Write the sentence under the headline."))


def _whose_clock() -> str:
    """Which time zone a time is written in: an hour too early is news too early."""
    now = date_format(timezone.localtime(), "TIME_FORMAT")
    zone = timezone.get_current_timezone_name()
    return _("On your clock (%(zone)s), where it is %(time)s now.") % {"zone": zone, "time": now}
