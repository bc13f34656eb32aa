"""Pages of one story, one view for each kind that shows something of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nashra.base import clock
from nashra.editions.addresses import absolute, list_path, path_to
from nashra.press.keys import carry
from nashra.stories.addresses import below_front
from nashra.stories.keys import FILMS, NEIGHBOURS
from nashra.stories.models import Episode, GalleryStory, Infographic, LiveBlog, Story, VideoStory
from nashra.stories.serving import shows
from nashra.web.build.bodies import build_table, safe_html
from nashra.web.build.cards import build_cards, byline_shape, cards_by_id
from nashra.web.build.schema import describe_film, describe_gallery, describe_liveblog
from nashra.web.build.stories import Told, build_story, common_parts, gather
from nashra.web.build.videos import build_video
from nashra.web.routing import Scene, scene_of
from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.stories import (
    EpisodePage,
    GalleryPage,
    InfographicPage,
    LiveBlogPage,
    LiveEntryShape,
    VideoPage,
)
from nashra.web.shapes.words import LinkShape
from nashra.web.views.rendering import is_preview, render_page

MORE_FILMS = 4


@shows(Story)
def show_story(request: HttpRequest, story: Story) -> HttpResponse:
    """News, opinion, analysis, blog, feature, explainer."""
    return render_page(request, build_story(_scene(request, story), story, is_preview=is_preview(request)))


@shows(VideoStory)
def show_video(request: HttpRequest, story: VideoStory) -> HttpResponse:
    """A film with its story, and other films."""
    told = gather(_scene(request, story), story)
    if story.video is None:
        return show_story(request, story)
    video = build_video(told.voice, story.video, told.album, title=story.headline)
    says = describe_film(told.scene.edition, story, video)
    parts = common_parts(told, is_preview=is_preview(request), says=says)
    return render_page(request, VideoPage(**{**parts, **_after_film(told, parts)}, video=video))


@shows(Episode)
def show_episode(request: HttpRequest, story: Episode) -> HttpResponse:
    """A film of a show, with its neighbours."""
    told = gather(_scene(request, story), story)
    if story.video is None:
        return show_story(request, story)
    video = build_video(told.voice, story.video, told.album, title=story.headline)
    says = describe_film(told.scene.edition, story, video)
    parts = common_parts(told, is_preview=is_preview(request), says=says)
    previous, following = _neighbours(told, story)
    carry(f"show:{story.show_id}")
    voice = told.voice
    number = _("Season %(season)s, episode %(number)s") % {
        "season": voice.number(story.season),
        "number": voice.number(story.number),
    }
    page = EpisodePage(
        **{**parts, **_after_film(told, parts, [card.url for card in (previous, following) if card])},
        video=video,
        show=LinkShape(
            text=story.show.title, url=path_to(voice.edition, list_path("show", slug=story.show.slug))
        ),
        number=number,
        previous=previous,
        following=following,
    )
    return render_page(request, page)


@shows(GalleryStory)
def show_gallery(request: HttpRequest, story: GalleryStory) -> HttpResponse:
    """Pictures first."""
    told = gather(_scene(request, story), story)
    found = [told.album.get(item.picture, item.caption) for item in story.pictures.select_related("picture")]
    pictures = tuple(picture for picture in found if picture is not None)
    counts = tuple(told.voice.place_in_row(place, len(pictures)) for place in range(1, len(pictures) + 1))
    says = describe_gallery(told.scene.edition, pictures)
    parts = common_parts(told, is_preview=is_preview(request), says=says)
    return render_page(request, GalleryPage(**parts, pictures=pictures, counts=counts))


@shows(Infographic)
def show_infographic(request: HttpRequest, story: Infographic) -> HttpResponse:
    """A drawing, and all it says in words."""
    told = gather(_scene(request, story), story)
    parts = common_parts(told, is_preview=is_preview(request))
    tables = [build_table(block.value, story.headline, "figures") for block in story.figures]
    page = InfographicPage(
        **parts, text_alternative=safe_html(story.text_alternative), figures=tables[0] if tables else None
    )
    return render_page(request, page)


@shows(LiveBlog)
def show_liveblog(request: HttpRequest, story: LiveBlog) -> HttpResponse:
    """A story told while it happens."""
    told = gather(_scene(request, story), story)
    entries = tuple(_entry(told, entry) for entry in story.entries.all())
    written_by = [byline_shape(told.voice, item, told.album, portrayed=False) for item in told.bylines]
    says = describe_liveblog(told.scene.edition, story, entries, written_by)
    parts = common_parts(told, is_preview=is_preview(request), says=says)
    page = LiveBlogPage(
        **parts,
        entries=entries,
        is_running=story.is_running,
        started=told.voice.moment(story.started_at) if story.started_at else None,
        ended=told.voice.moment(story.ended_at) if story.ended_at else None,
    )
    return render_page(request, page)


def _scene(request: HttpRequest, story: Story) -> Scene:
    scene = getattr(request, "scene", None)
    return scene if isinstance(scene, Scene) else scene_of(story.edition)


def _entry(told: Told, entry: Any) -> LiveEntryShape:
    anchor = f"entry-{entry.pk}"
    return LiveEntryShape(
        anchor=anchor,
        url=f"{absolute(told.scene.edition, below_front(told.story))}#{anchor}",
        posted=told.voice.moment(entry.posted_at),
        day=told.voice.day(entry.posted_at),
        time=told.voice.time(entry.posted_at),
        html=safe_html(entry.text),
        title=entry.title,
        is_key_event=entry.is_key_event,
    )


def _after_film(told: Told, parts: Mapping[str, Any], shown: Sequence[str] = ()) -> dict[str, Any]:
    """Films go on with films: what to read next is one of them only if it is a film, and none stands twice.

    ``shown`` are the addresses of what the page has beside this.
    """
    # Looking back only, as with what to read next, and no further than changes are followed.
    moment = told.story.published_at or clock.now()
    films = (
        Story.objects.live().in_edition(told.scene.edition).of_kind(*FILMS).filter(published_at__lt=moment)
    )
    around = told.around
    met = {*around.named, *around.related, *around.coverage, *around.next}
    others = [pk for pk in films.by_recency().values_list("pk", flat=True)[:NEIGHBOURS] if pk not in met]
    after = parts["read_next"]
    more = [*(card for card in after if card.is_film), *build_cards(told.voice, others)]
    return {
        "more": tuple(card for card in more if card.url not in shown)[:MORE_FILMS],
        "read_next": tuple(card for card in after if not card.is_film),
    }


def _neighbours(told: Told, episode: Episode) -> tuple[CardShape | None, CardShape | None]:
    others = Episode.objects.live().filter(show=episode.show_id).exclude(pk=episode.pk)
    place = (episode.season, episode.number)
    before = Q(season__lt=place[0]) | Q(season=place[0], number__lt=place[1])
    after = Q(season__gt=place[0]) | Q(season=place[0], number__gt=place[1])
    ids = [
        others.filter(before).order_by("-season", "-number").values_list("pk", flat=True).first(),
        others.filter(after).order_by("season", "number").values_list("pk", flat=True).first(),
    ]
    cards = cards_by_id(told.voice, [pk for pk in ids if pk])
    previous, following = (cards.get(pk) if pk else None for pk in ids)
    return previous, following
