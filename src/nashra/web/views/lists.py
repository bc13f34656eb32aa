"""Stories under one name: a topic, a region, a coverage."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nashra.editions.addresses import list_path, path_to
from nashra.editions.labels import language_matches
from nashra.editions.models import RegionLabel
from nashra.press.keys import carry
from nashra.stories.models import Coverage, Story, TopicLabel
from nashra.web.build.cards import build_cards, deal
from nashra.web.build.paging import Leaf, leaf_of
from nashra.web.build.pictures import collect
from nashra.web.build.shell import Head, Whereabouts, build_shell
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene
from nashra.web.shapes.cards import CoverageShape
from nashra.web.shapes.lists import CoveragePage, RegionPage, TopicPage
from nashra.web.shapes.words import LinkShape
from nashra.web.views.rendering import render_page


def show_topic(request: HttpRequest, scene: Scene, slug: str, page: int | None = None) -> HttpResponse:
    """Stories on a topic."""
    label = (
        TopicLabel.objects.filter(slug=slug, language__in=language_matches(scene.edition.language))
        .select_related("topic")
        .first()
    )
    if label is None:
        raise Http404
    stories = Story.objects.live().in_edition(scene.edition).about(label.topic)
    code, topic = scene.edition.code, label.topic_id
    leaf = leaf_of(stories, page, f"topic-list:{code}:{topic}:leaves")
    carry(f"topic:{code}:{topic}", leaf.key(f"topic-list:{code}:{topic}"))
    rest = list_path("topic", slug=slug)
    older, newer = leaf_links(scene, leaf, rest)
    shell = build_shell(scene, Head(title=_titled(label.label, page)), Whereabouts(rest=_rest(rest, page)))
    cards = build_cards(Voice(scene.edition), leaf.stories)
    return render_page(
        request, TopicPage(shell=shell, title=label.label, cards=cards, older=older, newer=newer)
    )


def show_region(request: HttpRequest, scene: Scene, slug: str, page: int | None = None) -> HttpResponse:
    """Stories from a region."""
    label = (
        RegionLabel.objects.filter(slug=slug, language__in=language_matches(scene.edition.language))
        .select_related("region")
        .first()
    )
    if label is None:
        raise Http404
    list_key = f"region:{scene.edition.code}:{label.region_id}"
    stories = Story.objects.live().in_edition(scene.edition).in_region(label.region)
    leaf = leaf_of(stories, page, f"{list_key}:leaves")
    carry(leaf.key(list_key))
    rest = list_path("region", slug=slug)
    older, newer = leaf_links(scene, leaf, rest)
    where = Whereabouts(rest=_rest(rest, page), region=label.region.code)
    shell = build_shell(scene, Head(title=_titled(label.label, page)), where)
    cards = build_cards(Voice(scene.edition), leaf.stories)
    return render_page(
        request, RegionPage(shell=shell, title=label.label, cards=cards, older=older, newer=newer)
    )


def show_coverage(request: HttpRequest, scene: Scene, slug: str, page: int | None = None) -> HttpResponse:
    """A running coverage: its leading stories in the newsroom's order, the others newest first."""
    coverage = Coverage.objects.filter(edition=scene.edition, slug=slug).select_related("picture").first()
    if coverage is None:
        raise Http404
    carry(f"coverage:{coverage.pk}", f"coverage-front:{coverage.pk}")
    voice, edition = Voice(scene.edition), scene.edition
    stories = Story.objects.live().in_edition(edition).in_coverage(coverage)
    led = (
        list(coverage.leads.order_by("sort_order").values_list("story_id", flat=True)) if page is None else []
    )
    carry(*(f"card:{pk}" for pk in led))  # also of one that is not published yet
    leaf = leaf_of(stories, page, f"coverage:{coverage.pk}")
    hand = deal(voice, [*led, *leaf.stories])
    album = collect(voice, [coverage.picture, *hand.pictures])
    cards = hand.cards(album)
    rest = list_path("coverage", slug=slug)
    older, newer = leaf_links(scene, leaf, rest)
    shape = CoverageShape(
        title=coverage.title,
        url=path_to(edition, rest),
        standfirst=coverage.standfirst,
        look=coverage.look,
        picture=album.get(coverage.picture),
    )
    head = Head(title=_titled(coverage.title, page), description=coverage.standfirst)
    answer = CoveragePage(
        shell=build_shell(scene, head, Whereabouts(rest=_rest(rest, page))),
        title=coverage.title,
        description=coverage.standfirst,
        coverage=shape,
        is_running=coverage.is_running,
        leads=tuple(cards[pk] for pk in led if pk in cards),
        cards=tuple(cards[pk] for pk in leaf.stories if pk in cards and pk not in led),
        older=older,
        newer=newer,
    )
    return render_page(request, answer)


def leaf_links(scene: Scene, leaf: Leaf, rest: str) -> tuple[LinkShape | None, LinkShape | None]:
    """The ways to older and newer stories from one leaf of a list at ``rest``."""

    def to(number: int | None, text: str) -> LinkShape | None:
        if number is None:
            return None
        return LinkShape(
            text=text, url=path_to(scene.edition, rest if number == 0 else f"{rest}page/{number}/")
        )

    return to(leaf.older, _("Older stories")), to(leaf.newer, _("Newer stories"))


def _rest(rest: str, page: int | None) -> str:
    return rest if page is None else f"{rest}page/{page}/"


def _titled(title: str, page: int | None) -> str:
    return title if page is None else _("%(title)s, page %(page)s") % {"title": title, "page": page}
