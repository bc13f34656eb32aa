"""What an import purges: the lists the new stories stand in, once for a whole batch.

An archive goes in between what is there, so the older leaves of lists and the stories that look back at it change too.
"""

from collections.abc import Iterable, Iterator
from itertools import batched

from nashra.base.dates import zone_of
from nashra.importers.seedlings import Seedling
from nashra.stories.keys import NEIGHBOURS
from nashra.stories.models import Article, Story


def keys_of_batch(seedlings: Iterable[Seedling]) -> set[str]:
    """The surrogate keys of the pages that show one of these stories now and did not before; drafts are
    shown nowhere.
    """
    live = [seedling for seedling in seedlings if seedling.article.live]
    keys = {key for seedling in live for key in _keys_of(seedling)}
    return keys | _keys_of_younger([seedling.article for seedling in live])


def _keys_of(seedling: Seedling) -> Iterator[str]:
    article = seedling.article
    code = article.edition.code
    yield from (f"absent:{code}", f"authors:{code}")
    for key in _keys_of_lists(seedling):
        yield from (key, f"{key}:leaves")
    places = dict.fromkeys((code, article.section_id, article.top_section_id))
    yield from (f"archive:{place}" for place in places)
    if seedling.is_version_of_another:
        yield f"link:{article.link_key}"


def _keys_of_lists(seedling: Seedling) -> Iterator[str]:
    article = seedling.article
    code = article.edition.code
    yield f"latest:{code}"
    yield from (f"section:{section}" for section in {article.section_id, article.top_section_id})
    yield from (f"topic-list:{code}:{topic}" for topic in seedling.topics)
    yield from (f"author-list:{code}:{byline}" for byline in seedling.bylines)
    if article.region_id:
        yield f"region:{code}:{article.region_id}"
    if article.published_at:
        month = article.published_at.astimezone(zone_of(article.edition.time_zone))
        for place in dict.fromkeys((code, article.section_id, article.top_section_id)):
            yield f"month:{place}:{month:%Y-%m}"


def _keys_of_younger(articles: list[Article]) -> set[str]:
    """The pages that look back at one of these: the next younger stories of its section, as many as look that far."""
    searches = [
        Story.objects.live()
        .filter(section=article.section_id, published_at__gte=article.published_at)
        .oldest_first()
        .values_list("pk", flat=True)[:NEIGHBOURS]
        for article in articles
        if article.published_at
    ]
    keys = set()
    for some in batched(searches, _AT_ONCE, strict=False):
        found = some[0].union(*some[1:]) if len(some) > 1 else some[0]
        keys |= {f"story:{pk}" for pk in found}
    return keys


# How many look-ups go into one statement: beyond this PostgreSQL plans longer than it searches.
_AT_ONCE = 50
