"""A story as a `NewsItem`, for whatever goes out."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from nashra.base.newsitem import (
    AlternateId,
    Association,
    Byline,
    Concept,
    NewsItem,
    PubStatus,
    Rendition,
    Source,
)
from nashra.editions.addresses import origin
from nashra.editions.models import Edition
from nashra.importers.bodies import neutral_body
from nashra.importers.models import ImportedItem
from nashra.stories.addresses import address_of
from nashra.stories.models import Story

_GENRES = {
    "opinion": "Opinion",
    "analysis": "Analysis",
    "feature": "Feature",
    "explainer": "Background",
    "blog": "Blog",
    "liveblog": "Update",
}
_TYPES = {"video": "video", "episode": "video", "gallery": "picture", "infographic": "graphic"}
_OWN_URI = re.compile(r"urn:newsml:([^:]+):\d{8}:story-(\d+)")


def published_stories(edition: Edition) -> QuerySet[Story]:
    """The live stories of an edition, oldest first, with all an outline needs, in a fixed number of queries
    a chunk.
    """
    stories: QuerySet[Story] = (
        Story.objects.live()
        .in_edition(edition)
        .oldest_first()
        .select_related("section", "region", "lead_picture")
        .prefetch_related(
            "story_bylines__byline__names",
            "story_topics__topic__labels",
            "lead_picture__texts",
            Prefetch("imported_from", ImportedItem.objects.filter(edition=edition)),
        )
    )
    return stories


def outlines(edition: Edition, chunk: int = 200) -> Iterator[NewsItem]:
    """All live stories of an edition as news items, oldest first, a chunk at a time in memory."""
    for story in published_stories(edition).iterator(chunk_size=chunk):
        yield item_of(story, edition)


def item_of(story: Story, edition: Edition) -> NewsItem:
    """One live story as a news item. What came from a sender keeps the sender's identity, so that it is
    never taken for another.
    """
    imported = next(iter(story.imported_from.all()), None)
    changed = story.updated_at or story.published_at or story.first_published_at
    return NewsItem(
        uri=imported.uri if imported else own_uri(story),
        version=_version(story, imported),
        version_created=changed,
        first_created=story.published_at or story.first_published_at,
        pubstatus=PubStatus.USABLE,
        kind=_TYPES.get(story.kind, "text"),
        language=edition.language,
        headline=story.headline,
        short_headline=story.short_headline,
        standfirst=story.standfirst,
        body=neutral_body(story.body.raw_data, origin(edition)),
        bylines=tuple(_bylines(story, edition)),
        sources=(Source(story.source),) if story.source else (),
        dateline=story.location,
        concepts=tuple(_concepts(story, edition)),
        copyright_holder=edition.masthead,
        alternate_ids=(
            AlternateId("web", address_of(story, edition)),
            AlternateId("same-story", str(story.link_key)),
        ),
        associations=tuple(_pictures(story, edition)),
        expires=story.expire_at,
        sent_as="nashra",
    )


def own_uri(story: Story) -> str:
    """A name for a story of this newsroom that stays when it is renamed or moved (NewsML URN, RFC 3085)."""
    host = urlsplit(str(settings.WAGTAILADMIN_BASE_URL)).hostname or "localhost"
    day = story.first_published_at or story.published_at
    return f"urn:newsml:{host}:{day:%Y%m%d}:story-{story.pk}"


def own_story_ids(uris: Iterable[str]) -> dict[str, int]:
    """The ids of this newsroom's own stories among the addresses of news items."""
    host = urlsplit(str(settings.WAGTAILADMIN_BASE_URL)).hostname or "localhost"
    found = ((uri, _OWN_URI.fullmatch(uri)) for uri in uris)
    return {uri: int(own[2]) for uri, own in found if own and own[1] == host}


def _version(story: Story, imported: ImportedItem | None) -> str:
    """The sender's version as long as nobody has published the story since; else a number that grows with
    each publication.
    """
    last = story.last_published_at
    if imported and (last is None or last <= imported.imported_at):
        return imported.version
    return str(int(last.timestamp())) if last else "1"


def _bylines(story: Story, edition: Edition) -> Iterator[Byline]:
    for signed in story.story_bylines.all():
        if name := signed.byline.name_in(edition.language):
            yield Byline(name.name, role=signed.role)


def _concepts(story: Story, edition: Edition) -> Iterator[Concept]:
    if story.section:
        yield Concept(name=story.section.title, code=story.section.key or story.section.slug, rel="category")
    for tagged in story.story_topics.all():
        label = tagged.topic.label_in(edition.language)
        yield Concept(name=label.label if label else tagged.topic.key, code=tagged.topic.concept, rel="about")
    if story.region:
        label = story.region.label_in(edition.language)
        yield Concept(
            name=label.label if label else story.region.code,
            code=story.region.code,
            rel="about",
            kind="place",
        )
    if genre := _GENRES.get(story.kind):
        yield Concept(name=genre, uri=f"http://cv.iptc.org/newscodes/genre/{genre}", kind="genre")


def _pictures(story: Story, edition: Edition) -> Iterator[Association]:
    picture = story.lead_picture
    if picture is None:
        return
    words = picture.text_in(edition.language)
    href = urljoin(origin(edition) + "/", picture.file.url)
    yield Association(
        name="mainpic",
        uri=f"{own_uri(story)}#picture-{picture.pk}",
        caption=story.lead_caption or words.caption,
        credit=words.credit,
        alt=words.alt_text,
        language=edition.language,
        renditions=(Rendition(href, name="original", width=picture.width, height=picture.height),),
    )
