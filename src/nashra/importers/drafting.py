"""A `NewsItem` as a story that is not in the database yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.blocks import StreamValue

from nashra.base.control import strip_control
from nashra.base.html_blocks import text_of_blocks
from nashra.base.newsitem import NewsItem
from nashra.base.reading_time import count_words, reading_minutes
from nashra.base.safe_html import plain_text
from nashra.editions.models import Edition
from nashra.importers.bodies import StoredBlock, stored_body
from nashra.importers.deciding import digest_of, link_key_of
from nashra.stories.kinds import Kind
from nashra.stories.models import Article

_LONGEST_HEADLINE = 255
_LONGEST_SHORT_HEADLINE = 120
_LONGEST_NAME = 120
_GENRES = {
    "opinion": Kind.OPINION,
    "editorial": Kind.OPINION,
    "column": Kind.OPINION,
    "analysis": Kind.ANALYSIS,
    "feature": Kind.FEATURE,
    "background": Kind.EXPLAINER,
    "explainer": Kind.EXPLAINER,
    "blog": Kind.BLOG,
}


@dataclass(frozen=True, slots=True)
class Content:
    """What an item says, in the form a story keeps it: what is compared, updated and fingerprinted."""

    headline: str
    short_headline: str
    standfirst: str
    body: list[StoredBlock]
    text: str
    source: str
    location: str
    kind: str
    published_at: datetime
    updated_at: datetime | None

    @property
    def digest(self) -> str:
        """The fingerprint of these words."""
        return digest_of(self.headline, self.standfirst, self.body)


def content_of(item: NewsItem, signature: str, now: datetime) -> Content:
    """The content of an item. ``signature``: who signed it without having a byline here, kept as part of its source.
    Times that lie ahead are taken as now, for the sender's clock may be wrong."""
    created = item.first_created or item.content_created or item.version_created or now
    published = min(created, now)
    changed = min(item.version_created, now) if item.version_created else None
    return Content(
        headline=cut(item.headline, _LONGEST_HEADLINE),
        short_headline=cut(item.short_headline, _LONGEST_SHORT_HEADLINE),
        standfirst=item.standfirst,
        body=stored_body(item.body),
        text=text_of_blocks(item.body),
        source=_source(item, signature),
        location=cut(item.dateline, _LONGEST_NAME),
        kind=_kind(item),
        published_at=published,
        updated_at=changed if changed and changed > published else None,
    )


def article_of(item: NewsItem, content: Content, edition: Edition, *, live: bool, now: datetime) -> Article:
    """A story for the item, without a place in the tree."""
    article = Article(edition=edition, live=live, has_unpublished_changes=not live)
    take_content(article, content, edition)
    article.link_key = link_key_of(item) or article.link_key
    article.published_at = content.published_at if live else None
    article.first_published_at = content.published_at if live else None
    article.go_live_at = item.embargoed if item.embargoed and item.embargoed > now else None
    article.expire_at = item.expires
    article.latest_revision_created_at = now
    return article


def take_content(article: Any, content: Content, edition: Edition) -> None:
    """Put an item's content into a story, new or old."""
    article.title = article.draft_title = content.headline
    article.short_headline = content.short_headline
    article.standfirst = content.standfirst
    article.body = StreamValue(article.body.stream_block, content.body, is_lazy=True)
    article.source = content.source
    article.location = content.location
    article.kind = content.kind
    article.updated_at = content.updated_at if article.live else None
    article.last_published_at = (content.updated_at or content.published_at) if article.live else None
    article.word_count = count_words(content.text)
    article.reading_minutes = reading_minutes(content.text, edition.language)


def cut(text: str, longest: int) -> str:
    """`text`, cut at a word and marked as cut if it is longer than there is room for."""
    text = strip_control(text)
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:.–—-") + "…"


def _source(item: NewsItem, signature: str) -> str:
    """Whose reporting it is, the signature first: “Salma Nasser · Agency”."""
    names = [signature, *(source.name for source in item.sources)]
    if not item.sources:
        names.append(item.copyright_holder)
    distinct = dict.fromkeys(plain_text(name) for name in names if name)
    return cut(" · ".join(distinct), _LONGEST_NAME)


def _kind(item: NewsItem) -> str:
    names = (
        name.casefold() for genre in item.of_kind("genre") for name in (genre.name, genre.code, genre.uri)
    )
    return next(
        (_GENRES[name.rpartition("/")[2]] for name in names if name.rpartition("/")[2] in _GENRES), Kind.NEWS
    )
