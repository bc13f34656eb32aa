"""What may not be taken away at the desk while stories stand in it: editions, fronts, sections. Said in a sentence."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from nashra.editions.models import Edition
from nashra.stories.actions.close_edition import HoldsStories, close_edition, refuse_if_it_holds_stories
from nashra.stories.models import HomePage, NewsroomRoot, SectionPage


def close_deleted_editions(request: HttpRequest, items: Iterable[Any]) -> HttpResponse | None:
    """Deleting an edition closes it with all that came with it; refused while it holds stories."""
    editions = [item for item in items if isinstance(item, Edition)]
    if not editions:
        return None
    try:
        for edition in editions:
            if home := HomePage.objects.filter(edition=edition).first():
                refuse_if_it_holds_stories(edition.masthead, home)
        if request.method != "POST":
            return None
        for edition in editions:
            close_edition(edition)
    except HoldsStories as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The edition has been closed."))
    return redirect("wagtailsnippets_editions_edition:list")


def refuse_deletion(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Fronts go with their editions; sections when they are empty."""
    if sentence := _why_it_stays(page.specific):
        messages.error(request, sentence)
        return redirect("wagtailadmin_explore", page.pk)
    return None


def refuse_withdrawal(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Without its front nothing of an edition can be read, nor of a section without its page: refused while anything is
    published there."""
    if sentence := _why_it_stays_open(page.specific):
        messages.error(request, sentence)
        return redirect("wagtailadmin_explore", page.pk)
    return None


def refuse_in_bulk(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same for many at once: none goes where one has to stay."""
    why = {"delete": _why_it_stays, "unpublish": _why_it_stays_open}.get(action_type)
    pages = [item.specific for item in objects if isinstance(item, Page)]
    sentences = [sentence for page in pages if why and (sentence := why(page))]
    for sentence in sentences:
        messages.error(request, sentence)
    return redirect(action.next_url) if sentences else None


def _why_it_stays(page: Page) -> str:
    if isinstance(page, HomePage | NewsroomRoot):
        return _("A front goes with its edition: delete the edition instead.")
    try:
        if isinstance(page, SectionPage):
            refuse_if_it_holds_stories(page.title, page)
    except HoldsStories as refusal:
        return str(refusal)
    return ""


def _why_it_stays_open(page: Page) -> str:
    try:
        if isinstance(page, HomePage | NewsroomRoot | SectionPage):
            refuse_if_it_holds_stories(page.title, page, live=True)
    except HoldsStories as refusal:
        return str(refusal)
    return ""
