"""Two people at one page: whoever saves second is told of the first, and keeps what they wrote."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision


def notice_newer_version(request: HttpRequest, page: Page) -> None:
    """Before a page is edited: note on it whether somebody has saved it since its form was opened.

    Wagtail asks this of drafts it saves by itself; here it is asked of every other way to save, publishing included.
    The row stays locked until the answer is committed, so that of two at the same moment one is second.
    """
    sent = request.POST
    opened, own = sent.get("loaded_revision_id"), sent.get("overwrite_revision_id")
    if not (opened or own):
        return
    row = Page.objects.select_for_update().filter(pk=page.pk).values_list("latest_revision", flat=True)
    latest = Revision.objects.filter(pk=row.first() or 0).select_related("user").first()
    if latest is None:
        return
    is_known = (
        own == str(latest.pk)
        if own
        else opened == str(latest.pk)
        and sent.get("loaded_revision_created_at") == latest.created_at.isoformat()
    )
    page.newer_version = None if is_known else latest


def tell_of_newer_version(page: Any) -> str:
    """The sentence for whoever is second; empty when nobody was first."""
    newer: Revision | None = getattr(page, "newer_version", None)
    if newer is None:
        return ""
    saved_at = date_format(timezone.localtime(newer.created_at), "TIME_FORMAT")
    return _(
        "%(name)s saved another version at %(time)s, after you opened this page; it is kept in the history. What you wrote "
        "is still in this form. Compare the two before you go on: saving or publishing again puts yours in the place of "
        "the other."
    ) % {"name": get_user_display_name(newer.user) or _("Somebody"), "time": saved_at}
