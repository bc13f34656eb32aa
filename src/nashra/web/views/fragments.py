"""Parts of pages that are pages of their own: what would tie every page to every change, fetched by a small script."""

from collections.abc import Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from nashra.press.keys import carry
from nashra.stories.models import Story
from nashra.web.build.cards import Cut, build_cards
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene

LATEST_SHOWN = 6


def show_latest(request: HttpRequest, scene: Scene) -> HttpResponse:
    """The edition's latest stories: a list of headlines and nothing around it."""
    edition = scene.edition
    carry(f"edition:{edition.code}", f"latest:{edition.code}")
    stories = Story.objects.live().in_edition(edition).filter(published_at__isnull=False).by_recency()
    voice = Voice(edition)
    ids = stories.values_list("pk", flat=True)[:LATEST_SHOWN]
    cards = [replace(card, reading_time="") for card in build_cards(voice, ids, Cut.WORDS)]
    return _fragment(request, "latest", {"cards": cards})


def _fragment(request: HttpRequest, name: str, context: Mapping[str, object]) -> HttpResponse:
    """An answer that is part of a page: not to be found by itself."""
    text = render_to_string(f"nashra/fragments/{name}.html", dict(context), request)
    return HttpResponse(text, headers={"X-Robots-Tag": "noindex"})
