"""What a story says of itself to search engines: schema.org, as Google's Article and Video pages ask for it."""

from collections.abc import Mapping
from typing import Any

from nashra.base.dates import machine_time
from nashra.editions.addresses import absolute, origin
from nashra.editions.models import Edition
from nashra.stories.addresses import below_front
from nashra.stories.kinds import Kind
from nashra.stories.models import Story

_TYPES = {
    Kind.OPINION: "OpinionNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.EXPLAINER: "BackgroundNewsArticle",
    Kind.FEATURE: "ReportageNewsArticle",
    Kind.LIVEBLOG: "LiveBlogPosting",
}


def describe_story(edition: Edition, story: Story, parts: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """A NewsArticle of the right subtype, with one author object for each person."""
    if not story.path:
        return ()
    url = absolute(edition, below_front(story))
    published = story.published_at or story.first_published_at
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(Kind(story.kind), "NewsArticle"),
        "headline": story.headline,
        "description": story.standfirst,
        "inLanguage": edition.language,
        "isAccessibleForFree": True,
        "mainEntityOfPage": url,
        "publisher": {"@type": "NewsMediaOrganization", "name": edition.masthead, "url": absolute(edition)},
        "author": [_author(edition, shape) for shape in parts["bylines"]]
        or [{"@type": "Organization", "name": edition.desk_byline, "url": absolute(edition)}],
    }
    if published:
        article["datePublished"] = machine_time(published, edition.time_zone)
        article["dateModified"] = machine_time(story.updated_at or published, edition.time_zone)
    if parts["sections"]:
        article["articleSection"] = parts["sections"][-1].text
    if picture := parts["lead_picture"]:
        article["image"] = [
            {
                "@type": "ImageObject",
                "contentUrl": _absolute(edition, picture.src),
                "width": picture.width,
                "height": picture.height,
                "creditText": picture.credit,
                "caption": picture.caption,
            }
        ]
    if parts["corrections"]:
        article["correction"] = [
            {"@type": "CorrectionComment", "datePublished": item.corrected.iso}
            for item in parts["corrections"]
        ]
    return (article,)


def _author(edition: Edition, shape: Any) -> dict[str, str]:
    author = {"@type": "Person", "name": shape.name}
    return {**author, "url": _absolute(edition, shape.url)} if shape.url else author


def _absolute(edition: Edition, url: str) -> str:
    return url if "://" in url else origin(edition) + url
