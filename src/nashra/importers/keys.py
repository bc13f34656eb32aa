"""What an import purges: the lists the new stories stand in, once for a whole batch."""

from collections.abc import Iterable

from nashra.importers.seedlings import Seedling


def keys_of_batch(seedlings: Iterable[Seedling]) -> set[str]:
    """The surrogate keys of the lists that show one of these stories now and did not before; drafts are
    shown nowhere.
    """
    keys: set[str] = set()
    for seedling in seedlings:
        article = seedling.article
        if not article.live:
            continue
        code = article.edition.code
        keys |= {f"latest:{code}", f"section:{article.section_id}", f"section:{article.top_section_id}"}
        keys |= {f"topic-list:{code}:{topic}" for topic in seedling.topics}
        keys |= {f"author-list:{code}:{byline}" for byline in seedling.bylines}
        if seedling.is_version_of_another:
            keys.add(f"link:{article.link_key}")
    return keys
