"""Pages for what is not there: said in the edition's language, with a way on."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from nashra.editions.addresses import path_to
from nashra.editions.models import Edition
from nashra.press.keys import carry
from nashra.stories.models import Story
from nashra.stories.querysets import StoryQuerySet
from nashra.web.build.cards import build_cards
from nashra.web.build.shell import Head, Whereabouts, build_shell, without_alternates
from nashra.web.build.voice import Voice
from nashra.web.failure import failure_page, language_at
from nashra.web.routing import Scene, Withdrawn, leads_on, scene_of
from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.plain import GonePage, NotFoundPage
from nashra.web.shapes.shell import PageShell
from nashra.web.shapes.words import LinkShape
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
        gone = isinstance(exception.__cause__, Withdrawn) and not leads_on(request)
        response = _gone_from(request, scene, exception.__cause__) if gone else _not_found_in(request, scene)
    response["Content-Language"] = scene.edition.language
    return response


def _not_found_in(request: HttpRequest, scene: Scene) -> HttpResponse:
    carry(f"absent:{scene.edition.code}", f"latest:{scene.edition.code}")
    page = NotFoundPage(
        shell=_shell(scene, translation.gettext("Page not found")), latest=_latest(scene, _published(scene))
    )
    return render_page(request, page, status=404)


def _gone_from(request: HttpRequest, scene: Scene, withdrawn: Any) -> HttpResponse:
    """410 (RFC 9110): a story stood here and was taken down; the way on leads to the section it stood in."""
    carry(f"absent:{scene.edition.code}", f"latest:{scene.edition.code}")
    place, stories = withdrawn.place, _published(scene)
    links = {}
    if place is not None:
        stories = stories.filter(Q(section=place.pk) | Q(top_section=place.pk))
        url = path_to(scene.edition, place.below_front)
        links = {
            "section": LinkShape(text=place.title, url=url),
            "archive": LinkShape(text=translation.gettext("Archive"), url=f"{url}archive/"),
        }
    page = GonePage(
        shell=_shell(scene, translation.gettext("No longer available")),
        latest=_latest(scene, stories) or _latest(scene, _published(scene)),
        **links,
    )
    return render_page(request, page, status=410)


def _published(scene: Scene) -> StoryQuerySet:
    return Story.objects.live().in_edition(scene.edition).filter(published_at__isnull=False).by_recency()


def _latest(scene: Scene, stories: StoryQuerySet) -> tuple[CardShape, ...]:
    return build_cards(Voice(scene.edition), stories.values_list("pk", flat=True)[:OFFERED])


def _shell(scene: Scene, title: str) -> PageShell:
    return without_alternates(build_shell(scene, Head(title=title), Whereabouts()))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a page made beforehand and no database, for that may be what failed."""
    language = language_at(request.path)
    return HttpResponse(failure_page(language), status=500, headers={"Content-Language": language})
