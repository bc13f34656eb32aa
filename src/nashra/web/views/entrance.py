"""The door every reader's request comes through."""

from collections.abc import Callable

from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils import translation

from nashra.editions.addresses import absolute, path_to, root_path
from nashra.editions.models import Edition, FormerCode
from nashra.press.keys import carry
from nashra.press.standing import standing_for_one_page
from nashra.stories.serving import view_for
from nashra.web.routing import Located, NothingThere, Scene, leads_on, locate


@transaction.non_atomic_requests
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page an address means, in its edition's language."""
    with standing_for_one_page():
        return _serve(request)


def _serve(request: HttpRequest) -> HttpResponse:
    asked = request.path
    try:
        found = locate(request.get_host(), asked)
    except NothingThere as absence:
        if absence.scene is None and (renamed := address_after_renaming(request)):
            return HttpResponsePermanentRedirect(renamed)
        request.scene = absence.scene  # type: ignore[attr-defined] # read by the page for absent pages
        raise Http404 from absence
    if not asked.endswith("/") and not (found.view and "." in asked.rpartition("/")[2]):
        return HttpResponsePermanentRedirect(request.get_full_path().replace(asked, asked + "/", 1))
    return answer(request, found.scene, lambda: _call(request, found))


def address_after_renaming(request: HttpRequest) -> str:
    """Where what stood below a former code of an edition stands now; empty where no edition had that code.

    A redirect for this very address, left by a story that was moved, leads further and goes first.
    """
    code, _separator, rest = request.path.lstrip("/").partition("/")
    former = FormerCode.objects.filter(code=code).select_related("edition").first()
    if former is None or leads_on(request):
        return ""
    carry("editions")
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    edition = former.edition
    return (absolute(edition, rest) if edition.host else path_to(edition, rest)) + query


@transaction.non_atomic_requests
def choose_edition(request: HttpRequest) -> HttpResponse:
    """The newsroom's own address: an edition's front where the host is an edition's, else the way to one."""
    if Edition.objects.for_host(request.get_host()).exists():
        return serve(request, "")
    carry("editions")
    editions = list(Edition.objects.filter(home_page__live=True))
    if not editions:
        raise Http404
    # The answer must be the same for everyone, or no cache could keep it: the first edition, which offers the others.
    edition = editions[0]
    return HttpResponseRedirect(absolute(edition) if edition.host else root_path(edition))


def answer(request: HttpRequest, scene: Scene, build: Callable[[], HttpResponse]) -> HttpResponse:
    """Build an answer in the language of the scene's edition."""
    request.scene = scene  # type: ignore[attr-defined] # read by the page for absent pages
    with translation.override(scene.edition.language):
        response = build()
    response["Content-Language"] = scene.edition.language
    return response


def _call(request: HttpRequest, found: Located) -> HttpResponse:
    if found.view is not None:
        return found.view(request, found.scene, **found.parts)
    return view_for(type(found.page))(request, found.page)
