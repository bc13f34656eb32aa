"""A newer version of a story that came in before."""

from datetime import datetime

from nashra.base.newsitem import NewsItem
from nashra.importers.deciding import digest_of
from nashra.importers.drafting import content_of, take_content
from nashra.importers.models import ImportedItem
from nashra.stories.models import Article


def was_edited(imported: ImportedItem) -> bool:
    """Whether the story, or a draft of it, is no longer as it was brought in."""
    latest = _article(imported).get_latest_revision_as_object()
    return digest_of(latest.title, latest.standfirst, list(latest.body.raw_data)) != imported.digest


def bring_up_to_date(
    imported: ImportedItem, item: NewsItem, signature: str, *, publish: bool, now: datetime
) -> None:
    """Put the newer version in the story's place; both stay in its history. A live story stays live. ``signature``
    as in ``content_of``."""
    article = _article(imported)
    if article.latest_revision_id is None:
        article.save_revision(changed=False, clean=False)
    content = content_of(item, signature, now)
    goes_live = article.live or publish
    if goes_live and not article.published_at:
        article.published_at = content.published_at
    take_content(article, content, article.edition)
    if goes_live:
        article.updated_at = content.updated_at
    article.expire_at = item.expires
    revision = article.save_revision(clean=False)
    if goes_live:
        revision.publish()
    _remember(imported, item, content.digest, now)


def withdraw(imported: ImportedItem, item: NewsItem, now: datetime) -> None:
    """Take the story from its readers and off the schedule, whoever has edited it; it stays as a draft."""
    article = _article(imported)
    if article.live:
        article.unpublish()
    article.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
    _remember(imported, item, imported.digest, now)


def _article(imported: ImportedItem) -> Article:
    article: Article = Article.objects.select_related("edition").get(pk=imported.story_id)
    return article


def _remember(imported: ImportedItem, item: NewsItem, digest: str, now: datetime) -> None:
    imported.version, imported.version_created = item.version, item.version_created
    imported.digest, imported.imported_at = digest, now
    imported.save()
