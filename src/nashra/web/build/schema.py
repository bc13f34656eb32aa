"""What pages say of themselves to search engines: schema.org, as Google's pages on articles, films and live blogs ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.html import strip_tags

from nashra.base.dates import machine_time
from nashra.editions.addresses import absolute, list_path, origin
from nashra.editions.models import Edition
from nashra.stories.addresses import below_front
from nashra.stories.kinds import Kind
from nashra.stories.models import PlainPage, Story
from nashra.web.shapes.people import AuthorShape
from nashra.web.shapes.pictures import CutShape, PictureShape
from nashra.web.shapes.shell import SwitchShape
from nashra.web.shapes.stories import LiveEntryShape
from nashra.web.shapes.videos import ChannelShape, VideoShape

_TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.EXPLAINER: "BackgroundNewsArticle",
    Kind.FEATURE: "ReportageNewsArticle",
    Kind.LIVEBLOG: "LiveBlogPosting",
}
_POLICIES = {
    "about": ("publishingPrinciples", "ownershipFundingInfo", "missionCoveragePrioritiesPolicy"),
    "contact": ("actionableFeedbackPolicy",),
    "corrections": ("correctionsPolicy",),
    "ethics": ("ethicsPolicy",),
    "diversity": ("diversityPolicy",),
    "sources": ("unnamedSourcesPolicy", "verificationFactCheckingPolicy"),
}
"""What is promised on a footer page, by the page's key."""

type Said = dict[str, Any]


def describe_newspaper(edition: Edition, policies: Iterable[PlainPage], accounts: Iterable[str]) -> Said:
    """The newspaper itself, for its front: a NewsMediaOrganization with its promises and its other addresses."""
    front = absolute(edition)
    said = {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "@id": front,
        "name": edition.masthead,
        "url": front,
        "knowsLanguage": edition.language,
        "masthead": absolute(edition, list_path("authors")),
        **{
            promise: absolute(edition, below_front(page))
            for page in policies
            for promise in _POLICIES.get(page.key, ())
        },
    }
    told = {"slogan": edition.slogan, "description": edition.description, "sameAs": list(accounts)}
    return said | {name: value for name, value in told.items() if value}


def describe_story(
    edition: Edition,
    story: Story,
    parts: Mapping[str, Any],
    cuts: Sequence[CutShape] = (),
    counterparts: Iterable[SwitchShape] = (),
) -> tuple[Said, ...]:
    """A NewsArticle of the right subtype, with one author object for each person."""
    if not story.path:
        return ()
    url = absolute(edition, below_front(story))
    published = story.published_at or story.first_published_at
    kind = _TYPES.get(Kind(story.kind), "NewsArticle")
    article: Said = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": story.headline,
        "description": story.standfirst,
        "inLanguage": edition.language,
        "isAccessibleForFree": True,
        "mainEntityOfPage": url,
        "url": url,
        "publisher": _publisher(edition),
        "author": [_author(edition, shape) for shape in parts["bylines"]]
        or [{"@type": "Organization", "name": edition.desk_byline, "url": absolute(edition)}],
    }
    if published:
        article["datePublished"] = machine_time(published, edition.time_zone)
        article["dateModified"] = machine_time(story.updated_at or published, edition.time_zone)
    if parts["sections"]:
        article["articleSection"] = parts["sections"][-1].text
    if picture := parts["lead_picture"]:
        article["image"] = [describe_picture(edition, picture, cut) for cut in cuts] or [
            describe_picture(edition, picture)
        ]
    if parts["corrections"]:
        article["correction"] = [
            {
                "@type": "CorrectionComment",
                "text": strip_tags(item.html).strip(),
                "datePublished": item.corrected.iso,
            }
            for item in parts["corrections"]
        ]
    if others := [
        {"@type": kind, "url": _absolute(edition, other.url), "inLanguage": other.lang}
        for other in counterparts
    ]:
        article["workTranslation"] = others
    return (article,)


def describe_picture(edition: Edition, picture: PictureShape, cut: CutShape | None = None) -> Said:
    """A picture, or one cut of it, with those who made it."""
    src, width, height = (
        (cut.src, cut.width, cut.height) if cut else (picture.src, picture.width, picture.height)
    )
    said = {
        "@type": "ImageObject",
        "contentUrl": _absolute(edition, src),
        "url": _absolute(edition, src),
        "width": width,
        "height": height,
        "creditText": picture.credit,
        "caption": picture.caption,
    }
    return {name: value for name, value in said.items() if value}


def describe_film(edition: Edition, story: Story, film: VideoShape) -> Said:
    """What a film adds to its story: the film."""
    published = story.published_at or story.first_published_at
    poster = film.poster
    said = {
        "@type": "VideoObject",
        "name": story.headline,
        "description": story.standfirst or story.headline,
        "thumbnailUrl": [_absolute(edition, poster.url or poster.src)] if poster else [],
        "uploadDate": machine_time(published, edition.time_zone) if published else "",
        "contentUrl": _absolute(edition, film.src),
        "encodingFormat": film.type,
        "width": film.width,
        "height": film.height,
        "duration": film.length.iso if film.length else "",
        "inLanguage": film.lang,
        "transcript": strip_tags(film.transcript).strip(),
    }
    return {"video": {name: value for name, value in said.items() if value}}


def describe_liveblog(
    edition: Edition, story: Any, entries: Sequence[LiveEntryShape], authors: Iterable[Any]
) -> Said:
    """What a live blog adds to its story: when it runs, and every entry, newest first."""
    written = [_author(edition, shape) for shape in authors]
    said: Said = {
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": entry.title or strip_tags(entry.html).strip()[:110],
                "articleBody": strip_tags(entry.html).strip(),
                "datePublished": entry.posted.iso,
                "dateModified": (entry.updated or entry.posted).iso,
                "url": entry.url,
                **({"author": written} if written else {}),
            }
            for entry in entries
        ]
    }
    if started := story.started_at or story.published_at:
        said["coverageStartTime"] = machine_time(started, edition.time_zone)
    if story.ended_at:
        said["coverageEndTime"] = machine_time(story.ended_at, edition.time_zone)
    if moments := [
        moment for moment in (story.updated_at, *(entry.posted_at for entry in story.entries.all())) if moment
    ]:
        said["dateModified"] = machine_time(max(moments), edition.time_zone)
    return said


def describe_gallery(edition: Edition, pictures: Iterable[PictureShape]) -> Said:
    """What a gallery adds to its story: every picture."""
    return {"image": [describe_picture(edition, picture) for picture in pictures]}


def describe_author(edition: Edition, author: AuthorShape) -> Said:
    """Somebody who writes, for their page."""
    person = {
        "@type": "Person",
        "name": author.name,
        "url": _absolute(edition, author.url),
        "jobTitle": author.role,
        "description": strip_tags(author.bio).strip(),
        "image": _absolute(edition, author.portrait.src) if author.portrait else "",
        "knowsAbout": list(author.expertise),
        "sameAs": [link.url for link in author.links if link.url.startswith("http")],
        "worksFor": _publisher(edition),
    }
    return {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "inLanguage": edition.language,
        "mainEntity": {name: value for name, value in person.items() if value},
    }


def describe_channel(edition: Edition, channel: ChannelShape, starts: str, ends: str) -> tuple[Said, ...]:
    """The live channel as a film that is being broadcast; nothing while it is off air."""
    if not channel.on_air or channel.poster is None or not starts:
        return ()
    return (
        {
            "@context": "https://schema.org",
            "@type": "VideoObject",
            "name": channel.name,
            "description": channel.description or channel.name,
            "thumbnailUrl": [_absolute(edition, channel.poster.url or channel.poster.src)],
            "uploadDate": starts,
            "contentUrl": _absolute(edition, channel.playlist),
            "inLanguage": edition.language,
            "publication": {
                "@type": "BroadcastEvent",
                "isLiveBroadcast": True,
                "startDate": starts,
                "endDate": ends,
            },
        },
    )


def _publisher(edition: Edition) -> Said:
    front = absolute(edition)
    return {"@type": "NewsMediaOrganization", "@id": front, "name": edition.masthead, "url": front}


def _author(edition: Edition, shape: Any) -> dict[str, str]:
    author = {"@type": "Person", "name": shape.name}
    return {**author, "url": _absolute(edition, shape.url)} if shape.url else author


def _absolute(edition: Edition, url: str) -> str:
    return url if "://" in url else origin(edition) + url
