"""Everybody who writes, and what they wrote."""

from dataclasses import replace

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from nashra.base.safe_html import clean_blocks
from nashra.editions.addresses import list_path, path_to
from nashra.editions.labels import language_matches
from nashra.people.models import Byline, BylineName
from nashra.press.keys import carry
from nashra.stories.models import Story, StoryByline
from nashra.web.build.cards import build_cards
from nashra.web.build.paging import leaf_of
from nashra.web.build.pictures import Album, collect
from nashra.web.build.schema import describe_author
from nashra.web.build.shell import Head, Whereabouts, build_shell
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene
from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.lists import AuthorPage, AuthorsPage
from nashra.web.shapes.people import AuthorShape
from nashra.web.shapes.words import LinkShape
from nashra.web.views.lists import leaf_links
from nashra.web.views.rendering import render_page


def show_authors(request: HttpRequest, scene: Scene) -> HttpResponse:
    """Everybody who has written something here, in the order of the language's alphabet."""
    edition = scene.edition
    carry(f"authors:{edition.code}")
    wrote = StoryByline.objects.filter(byline=OuterRef("pk"), story__edition=edition, story__live=True)
    bylines = list(
        Byline.objects.filter(Exists(wrote)).select_related("portrait").prefetch_related("names", "links")
    )
    voice = Voice(edition)
    album = collect(voice, [byline.portrait for byline in bylines])
    carry(*(key for byline in bylines for key in _keys_of(byline)))
    named = [(byline, name) for byline in bylines if (name := byline.name_in(edition.language))]
    named.sort(key=lambda pair: pair[1].name.casefold())
    authors = tuple(_author(voice, byline, name, album) for byline, name in named)
    shell = build_shell(
        scene, Head(title=_("Authors")), Whereabouts(rest=list_path("authors"), same_in_all=True)
    )
    return render_page(request, AuthorsPage(shell=shell, title=_("Authors"), authors=authors))


def show_author(request: HttpRequest, scene: Scene, slug: str, page: int | None = None) -> HttpResponse:
    """Who somebody is, and what they wrote."""
    edition = scene.edition
    name = _name_at(edition.language, slug)
    if name is None:
        raise Http404
    byline = name.byline
    voice = Voice(edition)
    list_key = f"author-list:{edition.code}:{byline.pk}"
    leaf = leaf_of(Story.objects.live().in_edition(edition).by_author(byline), page, f"{list_key}:leaves")
    carry(*_keys_of(byline), leaf.key(list_key))
    author = _author(voice, byline, name, collect(voice, [byline.portrait]))
    rest = list_path("author", slug=slug)
    older, newer = leaf_links(scene, leaf, rest)
    head = Head(
        title=name.name,
        description=name.bio[:200],
        type="profile",
        picture=author.portrait.src if author.portrait else "",
        json_ld=(describe_author(edition, author),),
    )
    answer = AuthorPage(
        shell=build_shell(scene, head, Whereabouts(rest=rest if page is None else f"{rest}page/{page}/")),
        title=name.name,
        author=author,
        cards=tuple(_beside_portrait(card, author) for card in build_cards(voice, leaf.stories)),
        older=older,
        newer=newer,
    )
    return render_page(request, answer)


def _beside_portrait(card: CardShape, author: AuthorShape) -> CardShape:
    """The card without its picture where that is the portrait that stands over the list already."""
    return replace(card, picture=None) if card.picture == author.portrait else card


def _keys_of(byline: Byline) -> tuple[str, ...]:
    """All that is told of somebody: in words, as a face, as ways to reach them."""
    return (f"author:{byline.pk}", f"portrait:{byline.pk}", f"author-links:{byline.pk}")


def _name_at(language: str, slug: str) -> BylineName | None:
    """The name with this address: in the edition's language first, else in the language the byline has."""
    tags = language_matches(language)
    rank = Case(
        *(When(language=tag, then=Value(place)) for place, tag in enumerate(tags)),
        default=Value(99),
        output_field=IntegerField(),
    )
    found = BylineName.objects.filter(slug=slug).select_related("byline__portrait").order_by(rank, "pk")
    return found.first()


def _author(voice: Voice, byline: Byline, name: BylineName, album: Album) -> AuthorShape:
    lang, direction = voice.other_language(name.language)
    expertise = tuple(part.strip() for part in name.expertise.replace("،", ",").split(",") if part.strip())
    return AuthorShape(
        name=name.name,
        url=path_to(voice.edition, list_path("author", slug=name.slug)),
        role=name.role,
        portrait=album.get(byline.portrait),
        bio=mark_safe(clean_blocks(linebreaks(name.bio, autoescape=True))) if name.bio else mark_safe(""),
        expertise=expertise,
        links=tuple(LinkShape(text=link.label, url=link.url) for link in byline.links.all()),
        lang=lang,
        dir=direction,
    )
