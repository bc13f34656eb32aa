"""Shows, series and the live channel."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nashra.base import clock
from nashra.editions.addresses import list_path, path_to
from nashra.media.models import Channel, Programme
from nashra.press.keys import carry
from nashra.stories.models import Episode, Show
from nashra.web.build.cards import cards_by_id
from nashra.web.build.pictures import Album, collect
from nashra.web.build.schema import describe_channel
from nashra.web.build.shell import Head, Whereabouts, build_shell
from nashra.web.build.videos import build_video
from nashra.web.build.voice import Voice
from nashra.web.routing import Scene
from nashra.web.shapes.lists import ChannelPage, SeasonShape, ShowPage, ShowShape, ShowsPage
from nashra.web.shapes.videos import ChannelShape, ProgrammeShape, ScheduleDayShape
from nashra.web.shapes.words import LinkShape
from nashra.web.views.rendering import render_page

SCHEDULE_DAYS = 2


def show_shows(request: HttpRequest, scene: Scene) -> HttpResponse:
    """All shows and series of an edition."""
    carry(f"shows:{scene.edition.code}")
    voice = Voice(scene.edition)
    shell = build_shell(scene, Head(title=_("Shows")), Whereabouts(rest=list_path("shows"), same_in_all=True))
    return render_page(request, ShowsPage(shell=shell, title=_("Shows"), shows=_shows(voice)))


def show_show(request: HttpRequest, scene: Scene, slug: str) -> HttpResponse:
    """A show with its episodes, the newest season first."""
    show = Show.objects.filter(edition=scene.edition, slug=slug).select_related("picture").first()
    if show is None:
        raise Http404
    carry(f"show:{show.pk}")
    voice = Voice(scene.edition)
    episodes = Episode.objects.live().filter(show=show).order_by("-season", "-number")
    numbered = list(episodes.values_list("pk", "season"))
    cards = cards_by_id(voice, [pk for pk, _season in numbered])
    album = collect(voice, [show.picture])
    shapes = tuple(
        SeasonShape(
            title=_("Season %(number)s") % {"number": voice.number(season)}
            if numbered[0][1] != numbered[-1][1]
            else "",
            cards=tuple(cards[pk] for pk, _season in group if pk in cards),
        )
        for season, group in groupby(numbered, key=itemgetter(1))
    )
    picture = album.get(show.picture)
    head = Head(title=show.title, description=show.standfirst, picture=picture.url if picture else "")
    answer = ShowPage(
        shell=build_shell(scene, head, Whereabouts(rest=list_path("show", slug=slug))),
        title=show.title,
        standfirst=show.standfirst,
        form=show.form,
        picture=picture,
        seasons=shapes,
    )
    return render_page(request, answer)


def show_channel(request: HttpRequest, scene: Scene) -> HttpResponse:
    """The live channel: the stream, and what is on."""
    edition, voice = scene.edition, Voice(scene.edition)
    channel = (
        Channel.objects.filter(edition=edition).select_related("poster", "fallback_video__poster").first()
    )
    if channel is None:
        raise Http404
    carry(f"channel:{channel.pk}", f"shows:{edition.code}")
    fallback = channel.fallback_video
    album = collect(voice, [channel.poster, fallback.poster if fallback else None])
    shape = ChannelShape(
        name=channel.name,
        description=channel.description,
        on_air=channel.live,
        playlist=channel.playlist if channel.live else "",
        poster=album.get(channel.poster),
        fallback=build_video(voice, fallback, album) if fallback else None,
    )
    schedule = _schedule(voice, channel)
    times = [programme for day in schedule for programme in day.programmes]
    head = Head(
        title=channel.name,
        description=channel.description,
        type="video.other",
        json_ld=describe_channel(edition, shape, times[0].starts.iso, times[-1].ends.iso) if times else (),
    )
    answer = ChannelPage(
        shell=build_shell(scene, head, Whereabouts(rest=list_path("channel"), same_in_all=True)),
        channel=shape,
        schedule=schedule,
        zone=edition.time_zone.replace("_", " "),
        shows=_shows(voice),
    )
    return render_page(request, answer)


def _shows(voice: Voice) -> tuple[ShowShape, ...]:
    shows = list(Show.objects.filter(edition=voice.edition).select_related("picture"))
    counts = dict(
        Episode.objects.live()
        .filter(show__in=shows)
        .order_by()
        .values_list("show")
        .annotate(count=Count("pk"))
    )
    album = collect(voice, [show.picture for show in shows])
    return tuple(_show_shape(voice, show, counts.get(show.pk, 0), album) for show in shows)


def _show_shape(voice: Voice, show: Show, episodes: int, album: Album) -> ShowShape:
    return ShowShape(
        title=show.title,
        url=path_to(voice.edition, list_path("show", slug=show.slug)),
        standfirst=show.standfirst,
        form=show.form,
        picture=album.get(show.picture),
        count=voice.episode_count(episodes),
    )


def _schedule(voice: Voice, channel: Channel) -> tuple[ScheduleDayShape, ...]:
    """From the start of the edition's day on, so that the page is the same all day."""
    midnight = clock.now().astimezone(voice.edition.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    programmes = channel.programmes.filter(
        ends_at__gt=midnight, starts_at__lt=midnight + timedelta(days=SCHEDULE_DAYS)
    ).order_by("starts_at")
    return tuple(
        ScheduleDayShape(day=voice.day(group[0].starts_at), programmes=tuple(_programmes(voice, group)))
        for group in (
            list(found)
            for _day, found in groupby(
                programmes, key=lambda programme: programme.starts_at.astimezone(voice.edition.zone).date()
            )
        )
    )


def _programmes(voice: Voice, programmes: Iterable[Programme]) -> Iterable[ProgrammeShape]:
    for programme in programmes:
        show = programme.show
        yield ProgrammeShape(
            starts=voice.time(programme.starts_at),
            ends=voice.time(programme.ends_at),
            title=programme.title,
            description=programme.description,
            show=LinkShape(text=show.title, url=path_to(voice.edition, list_path("show", slug=show.slug)))
            if show
            else None,
        )
