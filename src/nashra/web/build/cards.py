"""Stories as lists show them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from nashra.editions.addresses import link, list_path, path_to
from nashra.editions.models import Edition
from nashra.media.models import Picture
from nashra.people.models import Byline
from nashra.press.keys import carry
from nashra.press.standing import part, recall
from nashra.stories.addresses import link_to
from nashra.stories.composed import Composed
from nashra.stories.kinds import Kind
from nashra.stories.models import Story, StoryByline
from nashra.stories.querysets import StoryQuerySet
from nashra.web.build.pictures import Album, collect, keys_of_shown
from nashra.web.build.voice import Voice
from nashra.web.shapes.cards import CardShape
from nashra.web.shapes.people import BylineShape
from nashra.web.shapes.pictures import PictureShape
from nashra.web.shapes.words import LinkShape


class Cut(Enum):
    """How much of a card a place has room for; what it leaves out, its page does not depend on."""

    WHOLE = "whole"
    UNSIGNED = "unsigned"
    """Without the names of those who wrote it."""
    WORDS = "words"
    """Without names and pictures."""


def build_cards(voice: Voice, ids: Iterable[int], cut: Cut = Cut.WHOLE) -> tuple[CardShape, ...]:
    """The cards of the live stories with these ids, in their order."""
    ordered = list(ids)
    found = cards_by_id(voice, ordered, cut)
    return tuple(found[pk] for pk in ordered if pk in found)


def cards_by_id(voice: Voice, ids: Iterable[int], cut: Cut = Cut.WHOLE) -> dict[int, CardShape]:
    """Cards of live stories by the stories' ids."""
    hand = deal(voice, ids, cut)
    return hand.cards(collect(voice, hand.pictures))


@dataclass(frozen=True, slots=True)
class Hand:
    """The cards of a page, of which some stand already; ``stories`` are those of the others."""

    voice: Voice
    cut: Cut
    standing: dict[int, CardShape]
    stories: Sequence[Story]

    @property
    def pictures(self) -> Iterator[Picture | None]:
        """What the cards that are still to be made show, for the page's album."""
        for story in self.stories if self.cut is not Cut.WORDS else ():
            yield story.lead_picture
            if story.kind == Kind.OPINION and self.cut is Cut.WHOLE:
                yield from (item.byline.portrait for item in story.story_bylines.all())

    def cards(self, album: Album) -> dict[int, CardShape]:
        """All of them, by the stories' ids; those made now stand from here on."""
        made = {
            story.pk: part(
                _name(self.voice, story.pk, self.cut),
                partial(_build_card, self.voice, story, album, self.cut),
            )
            for story in self.stories
        }
        return self.standing | made


def deal(voice: Voice, ids: Iterable[int], cut: Cut = Cut.WHOLE) -> Hand:
    """Find the cards of live stories: what stands, and in a query or two the stories of the rest."""
    names = {_name(voice, pk, cut): pk for pk in ids}
    standing = {names[name]: card for name, card in recall(names).items()}
    missing = names.values() - standing.keys()
    return Hand(voice, cut, standing, _stories(missing, cut) if missing else ())


def _live(ids: Sequence[int]) -> StoryQuerySet:
    return Story.objects.live().filter(pk__in=ids).order_by()


_WHOLE: Composed[Story] = Composed(lambda ids: _live(ids).for_cards())
_SMALL: Composed[Story] = Composed(lambda ids: _live(ids).for_small_cards())


def _stories(ids: Iterable[int], cut: Cut) -> list[Story]:
    return (_WHOLE if cut is Cut.WHOLE else _SMALL).ask(*ids)


def _name(voice: Voice, story: int, cut: Cut) -> tuple[object, ...]:
    return "card", voice.edition.pk, story, cut


def _build_card(voice: Voice, story: Story, album: Album, cut: Cut) -> CardShape:
    """One story's card. It may stand on many pages, so it carries the keys of all it shows itself."""
    carry(f"card:{story.pk}", f"edition:{voice.edition.code}", "editions")
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
        picture=_shown(voice, story.lead_picture, album) if cut is not Cut.WORDS else None,
        bylines=tuple(
            byline_shape(voice, item, album, portrayed=story.kind == Kind.OPINION)
            for item in story.story_bylines.all()
        )
        if cut is Cut.WHOLE
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
        portrait=_shown(voice, item.byline.portrait, album) if portrayed else None,
        lang=lang,
        dir=direction,
    )


def _shown(voice: Voice, picture: Picture | None, album: Album) -> PictureShape | None:
    if picture is not None:
        carry(*keys_of_shown(voice, picture.pk))
    return album.get(picture)


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
