"""The demo's stories: first every one as a draft, so that they can point to one another, then written and published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Any

from nashra.demo.bodies import Shelf, body_of, table_of
from nashra.demo.reading import read_part, read_stories
from nashra.editions.models import Edition, Region
from nashra.people.models import Byline, User
from nashra.stories.kinds import Kind
from nashra.stories.models import (
    Article,
    Correction,
    Coverage,
    CoverageLead,
    Episode,
    GalleryPicture,
    GalleryStory,
    Infographic,
    LiveBlog,
    LiveBlogEntry,
    RelatedStory,
    SectionPage,
    Show,
    Story,
    StoryByline,
    StoryTopic,
    Topic,
    VideoStory,
)

_MODELS: dict[str, type[Story]] = {
    Kind.VIDEO: VideoStory,
    Kind.EPISODE: Episode,
    Kind.GALLERY: GalleryStory,
    Kind.INFOGRAPHIC: Infographic,
    Kind.LIVEBLOG: LiveBlog,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything an edition's stories are made with, by the keys the content uses."""

    edition: Edition
    now: datetime
    editor: User
    sections: dict[str, SectionPage]
    regions: dict[str, Region]
    topics: dict[str, Topic]
    people: dict[str, Byline]
    coverages: dict[str, Coverage]
    shows: dict[str, Show]
    shelf: Shelf

    def ago(self, hours: float) -> datetime:
        """A moment before the demo was made."""
        return self.now - timedelta(hours=hours)


def add_packages(edition: Edition, shelf: Shelf) -> tuple[dict[str, Coverage], dict[str, Show]]:
    """The coverages and shows of an edition."""
    coverages = {
        row["key"]: Coverage.objects.create(
            edition=edition,
            title=row["title"],
            slug=row["slug"],
            standfirst=row["standfirst"],
            look=row["look"],
            is_running=row["running"],
            picture=shelf.pictures.get(row["picture"]),
        )
        for row in read_part(edition.code, "coverages")
    }
    shows = {
        row["key"]: Show.objects.create(
            edition=edition,
            title=row["title"],
            slug=row["slug"],
            standfirst=row["standfirst"],
            form=row["form"],
            picture=shelf.pictures.get(row["picture"]),
        )
        for row in read_part(edition.code, "shows")
    }
    return coverages, shows


def draft_stories(desk: Desk, counterparts: dict[str, Story]) -> dict[str, Story]:
    """Every story of the edition as an empty draft in its section; by key. ``counterparts`` are linked by the same key."""
    rows = [
        row
        for row in read_stories(desk.edition.code)
        if row["section"] in desk.sections and _can_be_made(row, desk)
    ]
    stories = {}
    for row in rows:
        model = _MODELS.get(row["kind"], Article)
        story = model(
            title=row["headline"], slug=row["slug"], live=False, kind=row["kind"], owner=desk.editor
        )
        story.counterpart = counterparts.get(row["key"])
        if isinstance(story, Episode):
            story.show = desk.shows[row["show"]]
        # Read again: treebeard counts children on the row it is given.
        SectionPage.objects.get(pk=desk.sections[row["section"]].pk).add_child(instance=story)
        stories[row["key"]] = story
    return stories


def publish_stories(desk: Desk, stories: dict[str, Story], say: Callable[[str], None]) -> None:
    """Write every draft and put it before its readers; its first revision is the one an editor will make of it."""
    rows = [row for row in read_stories(desk.edition.code) if row["key"] in stories]
    for number, row in enumerate(rows, start=1):
        story = stories[row["key"]]
        _write(story, row, desk)
        _write_own(story, row, desk)
        story.live = True
        story.has_unpublished_changes = False
        story.last_published_at = desk.now
        story.save()
        if number % 20 == 0:
            say(f"{desk.edition.code}: {number} of {len(rows)} stories")


def lead_coverages(desk: Desk, stories: dict[str, Story]) -> None:
    """The stories each coverage sets first."""
    for row in read_part(desk.edition.code, "coverages"):
        leads = [stories[key] for key in row["leads"] if key in stories]
        for order, story in enumerate(leads):
            CoverageLead.objects.create(coverage=desk.coverages[row["key"]], story=story, sort_order=order)


def _can_be_made(row: dict[str, Any], desk: Desk) -> bool:
    """A film needs its film, an episode its show, a gallery its pictures; the demo leaves out what has lost them."""
    if row["kind"] == Kind.GALLERY:
        return sum(item["picture"] in desk.shelf.pictures for item in row["gallery"]) > 1
    if row["kind"] == Kind.EPISODE and row.get("show") not in desk.shows:
        return False
    return row["kind"] not in (Kind.VIDEO, Kind.EPISODE) or row.get("video") in desk.shelf.videos


def _write(story: Story, row: dict[str, Any], desk: Desk) -> None:
    story.standfirst = row["standfirst"]
    story.kicker = row.get("kicker", "")
    story.short_headline = row.get("short_headline", "")
    story.source = row["source"]
    story.location = row.get("location") or ""
    story.region = desk.regions.get(row["region"]) if row["region"] else None
    story.coverage = desk.coverages.get(_coverage_of(row, desk))
    story.lead_picture = desk.shelf.pictures.get(row["picture"])
    story.lead_caption = row.get("picture_caption") or ""
    story.published_at = story.first_published_at = desk.ago(row["hours_ago"])
    story.updated_at = (
        desk.ago(row["updated_hours_ago"]) if row.get("updated_hours_ago") is not None else None
    )
    story.read_next = desk.shelf.stories.get(row.get("read_next") or "")
    story.body = body_of(row["body"], desk.shelf)
    story.story_bylines = [
        StoryByline(byline=desk.people[key], sort_order=order)
        for order, key in enumerate(row["bylines"])
        if key in desk.people
    ]
    story.story_topics = [
        StoryTopic(topic=desk.topics[key], sort_order=order)
        for order, key in enumerate(row["topics"])
        if key in desk.topics
    ]
    story.related_stories = [
        RelatedStory(related=desk.shelf.stories[key], sort_order=order)
        for order, key in enumerate(row.get("related", []))
        if key in desk.shelf.stories
    ]
    story.corrections = [
        Correction(corrected_at=desk.ago(item["hours_ago"]), text=_paragraph(item["text"]))
        for item in row.get("corrections", [])
    ]


def _coverage_of(row: dict[str, Any], desk: Desk) -> str:
    """Said on the story, or in the coverage's own list."""
    listed = (
        item["key"]
        for item in read_part(desk.edition.code, "coverages")
        if row["key"] in item.get("stories", [])
    )
    return str(row.get("coverage") or next(listed, ""))


def _write_own(story: Story, row: dict[str, Any], desk: Desk) -> None:
    match story:
        case VideoStory():
            story.video = desk.shelf.videos[row["video"]]
        case Episode():
            story.video = desk.shelf.videos[row["video"]]
            story.season, story.number = row.get("season") or 1, row.get("number") or 1
        case GalleryStory():
            shown = [item for item in row["gallery"] if item["picture"] in desk.shelf.pictures]
            story.pictures = [
                GalleryPicture(
                    picture=desk.shelf.pictures[item["picture"]],
                    caption=item.get("caption") or "",
                    sort_order=order,
                )
                for order, item in enumerate(shown)
            ]
        case Infographic():
            _draw_figures(story, row["infographic"])
        case LiveBlog():
            story.started_at = story.published_at
            story.entries = [
                LiveBlogEntry(
                    posted_at=desk.now - timedelta(minutes=item["minutes_ago"]),
                    title=item.get("title") or "",
                    text=_paragraph(item["text"]),
                    is_key_event=bool(item.get("key_event")),
                )
                for item in row["entries"]
            ]


def _draw_figures(story: Infographic, figures: dict[str, Any]) -> None:
    story.text_alternative = _paragraph(figures["text_alternative"])
    rows = figures.get("data") or []
    if isinstance(rows, dict):
        rows = [rows["header"], *rows["rows"]]
    if len(rows) > 1:
        head, *body = rows
        story.figures = [{"type": "table", "value": table_of([str(cell) for cell in head], body)}]


def _paragraph(text: str) -> str:
    return (
        text
        if text.lstrip().startswith("<p")
        else f"<p>{text if '<' in text else escape(text, quote=False)}</p>"
    )
