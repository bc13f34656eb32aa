"""Two people at one page: whoever saves second is told of the first, and keeps what they wrote."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision


def notice_newer_version(request: HttpRequest, page: Page) -> None:
    """Before a page is edited: note on it whether somebody else has saved it since its form was opened.

    Wagtail asks this of drafts it saves by itself; here it is asked of every other way to save, publishing included.
    One's own drafts do not count: one may still be on its way when the button is pressed. The row stays locked until
    the answer is committed, so that of two at the same moment one is second.
    """
    opened_at = _moment(request.POST.get("loaded_revision_created_at", ""))
    if opened_at is None:
        return
    Page.objects.select_for_update().filter(pk=page.pk).values_list("pk").first()
    of_others = page.revisions.filter(created_at__gt=opened_at).exclude(user=request.user)
    page.newer_version = of_others.defer("content").select_related("user").order_by("-created_at").first()


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


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:  # a date there never was
        return None
    return moment if moment and moment.tzinfo else None
