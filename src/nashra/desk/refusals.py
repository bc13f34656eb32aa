"""What is refused on the way to the readers is said in words, whatever way it was asked for."""

from collections.abc import Callable, Iterable, Iterator

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from nashra.stories.models import Story
from nashra.stories.models.tree import HomePage, edition_above
from nashra.stories.prepublish import faults_of

MOST_SAID = 5
_PRIVACY_OF_COLLECTION = "wagtailadmin_collections:set_privacy"


class RefusalsInWords:
    """Answers a refusal no form has caught, as when a workflow's last task is approved, with its sentences."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as ever."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to the page in question with a sentence; what had been begun has been undone with the request."""
        if not isinstance(exception, ValidationError):
            return None
        if request.resolver_match and request.resolver_match.view_name == _PRIVACY_OF_COLLECTION:
            return _in_the_dialog(exception)
        page = _page_asked_about(request)
        if page is None:
            return None
        messages.error(request, refusal_of(page, exception))
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)


def refusal_of(page: Page, refusal: ValidationError) -> str:
    """One text that names the page and says all that is wrong with it."""
    return _("“%(title)s” was left as it was. %(reasons)s") % {
        "title": page.specific_deferred.get_admin_display_title(),
        "reasons": " ".join(dict.fromkeys(refusal.messages)),
    }


def refuse_unfit_copies(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before pages are copied and published in one go: refused when readers would get to see an unfit story.

    Wagtail saves copies without asking whether they are valid.
    """
    if isinstance(page.specific, HomePage):
        messages.error(request, _("A front belongs to its edition; to have another, open an edition."))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    if request.method != "POST" or not request.POST.get("publish_copies"):
        return None
    parent = Page.objects.filter(pk=request.POST.get("new_parent_page") or 0).first()
    if parent is None:
        return None
    copied = page.get_descendants(inclusive=True) if request.POST.get("copy_subpages") else [page]
    refusals = list(_unfit_below(parent, copied))
    for sentence in refusals[:MOST_SAID]:
        messages.error(request, sentence)
    return redirect("wagtailadmin_pages:copy", page.pk) if refusals else None


def _unfit_below(parent: Page, pages: Iterable[Page]) -> Iterator[str]:
    live = Story.objects.live().filter(pk__in=[page.pk for page in pages])
    for story in live.specific():
        story.edition = edition_above(parent)
        if faults := faults_of(story):
            yield refusal_of(story, ValidationError(faults))


def _in_the_dialog(refusal: ValidationError) -> HttpResponse:
    """The refusal in place of the form in the dialog that is open."""
    sentences = format_html("<p>{}</p>", " ".join(refusal.messages))
    return JsonResponse({"step": "set_privacy", "html": sentences})


def _page_asked_about(request: HttpRequest) -> Page | None:
    match = request.resolver_match
    if match is None or match.namespace != "wagtailadmin_pages":
        return None
    return Page.objects.filter(pk=match.kwargs.get("page_id") or 0).first()
