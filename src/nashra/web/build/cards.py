"""Stories as lists show them."""

from collections.abc import Iterable, Sequence

from nashra.editions.addresses import link, list_path, path_to
from nashra.editions.models import Edition
from nashra.media.models import Picture
from nashra.people.models import Byline
from nashra.press.keys import carry
from nashra.stories.addresses import link_to
from nashra.stories.kinds import Kind
from nashra.stories.models import Story, StoryByline
from nashra.web.build.pictures import Album, collect
from nashra.web.build.voice import Voice
from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.people import BylineShape
from nashra.web.shapes.words import LinkShape


def build_cards(voice: Voice, stories: Sequence[Story], album: Album | None = None) -> tuple[CardShape, ...]:
    """The cards of ``stories``, in their order; the pictures come from ``album`` or are fetched."""
    album = album or collect(voice, pictures_of_cards(stories))
    return tuple(build_card(voice, story, album) for story in stories)


def pictures_of_cards(stories: Iterable[Story]) -> Iterable[Picture | None]:
    """Every picture the cards of ``stories`` may show: to be collected with the page's others."""
    for story in stories:
        yield story.lead_picture
        if story.kind == Kind.OPINION:
            yield from (item.byline.portrait for item in story.story_bylines.all())


def build_card(voice: Voice, story: Story, album: Album, *, names: bool = True) -> CardShape:
    """One story's card, with the names of those who wrote it or without; records that the page shows it."""
    carry(f"card:{story.pk}")
    story.edition = voice.edition_numbered(story.edition_id)
    if story.edition_id != voice.edition.pk:
        carry(f"places:{story.edition.code}")  # the section's name and address
    lang, direction = voice.other_language(story.edition.language)
    length = _film_length(story)
    return CardShape(
        url=link_to(story, voice.edition),
        headline=story.list_headline,
        kind=story.kind,
        standfirst=story.standfirst,
        kicker=story.kicker,
        section=_section_link(voice, story),
        picture=album.get(story.lead_picture),
        bylines=tuple(
            byline_shape(voice, item, album, portrayed=story.kind == Kind.OPINION)
            for item in story.story_bylines.all()
        )
        if names
        else (),
        published=voice.short_day(story.published_at) if story.published_at else None,
        updated=None,
        reading_time=voice.reading_time(story.reading_minutes)
        if story.kind not in (Kind.VIDEO, Kind.EPISODE)
        else "",
        length=voice.length(length) if length else None,
        count=_picture_count(voice, story),
        is_live=story.kind == Kind.LIVEBLOG and story.liveblog.is_running,
        lang=lang,
        dir=direction,
    )


def byline_shape(voice: Voice, item: StoryByline, album: Album, *, portrayed: bool) -> BylineShape:
    """A name over a story; ``portrayed`` where the face may be shown beside it."""
    carry(f"byline:{voice.edition.code}:{item.byline_id}")
    if portrayed:
        carry(f"portrait:{item.byline_id}")
    name = item.byline.name_in(voice.edition.language)
    if name is None:
        return BylineShape(name=item.byline.key)
    lang, direction = voice.other_language(name.language)
    return BylineShape(
        name=name.name,
        url=author_url(voice.edition, item.byline),
        role=item.role or name.role,
        portrait=album.get(item.byline.portrait) if portrayed else None,
        lang=lang,
        dir=direction,
    )


def author_url(edition: Edition, byline: Byline) -> str:
    """The author's page in an edition; empty for somebody without a name in its language."""
    name = byline.name_in(edition.language)
    return path_to(edition, list_path("author", slug=name.slug)) if name else ""


def _section_link(voice: Voice, story: Story) -> LinkShape | None:
    # Lists fetch these along with the story.
    title, path = story.section_title, story.section_path
    if not title or not path:
        return None
    return LinkShape(text=title, url=link(story.edition, path.split("/", 3)[3], voice.edition))


def _picture_count(voice: Voice, story: Story) -> str:
    # Lists fetch the number along with the story.
    count = getattr(story, "picture_count", 0)
    return voice.picture_count(count) if count else ""


def _film_length(story: Story) -> int:
    film = next((getattr(story, name) for name in ("videostory", "episode") if hasattr(story, name)), None)
    return film.video.duration_seconds if film is not None and film.video else 0
