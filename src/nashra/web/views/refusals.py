"""Pages for what is not there: said in the edition's language, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from nashra.editions.models import Edition
from nashra.press.keys import carry
from nashra.stories.models import Story
from nashra.web.build.cards import build_cards
from nashra.web.build.shell import Head, Whereabouts, build_shell, without_alternates
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene, scene_of
from nashra.web.shapes.plain import NotFoundPage
from nashra.web.views.rendering import render_page

OFFERED = 4


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, in the language of the edition the address would have been in, else of the first edition."""
    scene = getattr(request, "scene", None)
    if not isinstance(scene, Scene):
        edition = Edition.objects.filter(home_page__live=True).first()
        if edition is None:
            return HttpResponse(
                "Nothing is published here yet.", status=404, content_type="text/plain; charset=utf-8"
            )
        scene = scene_of(edition)
    with translation.override(scene.edition.language):
        return _not_found_in(request, scene)


def _not_found_in(request: HttpRequest, scene: Scene) -> HttpResponse:
    carry(f"absent:{scene.edition.code}", f"latest:{scene.edition.code}")
    latest = Story.objects.live().in_edition(scene.edition).filter(published_at__isnull=False).by_recency()
    title = translation.gettext("Page not found")
    shell = without_alternates(build_shell(scene, Head(title=title), Whereabouts()))
    page = NotFoundPage(shell=shell, latest=build_cards(Voice(scene.edition), latest.for_cards()[:OFFERED]))
    response = render_page(request, page, status=404)
    response["Content-Language"] = scene.edition.language
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: plain words and no database, for that may be what failed."""
    text = translation.gettext("Something failed on our side. Please try again in a moment.")
    return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")
