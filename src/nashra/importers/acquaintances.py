"""Names and terms an edition already knows, to join imported stories to."""

from nashra.base.newsitem import NewsItem
from nashra.editions.models import Edition
from nashra.people.models import BylineName
from nashra.stories.models import Topic, TopicLabel


class Acquaintances:
    """Bylines and topics of the newsroom by the names and codes senders use. Nobody is made up: unknown
    names stay text.
    """

    def __init__(self, edition: Edition) -> None:
        names = BylineName.objects.filter(language=edition.language).values_list("name", "byline_id")
        self._bylines = {name.casefold(): byline for name, byline in names}
        labels = TopicLabel.objects.filter(language=edition.language).values_list("label", "topic_id")
        self._topics = {label.casefold(): topic for label, topic in labels}
        concepts = Topic.objects.exclude(concept="").values_list("concept", "pk")
        self._concepts = {concept.rpartition(":")[2].casefold(): topic for concept, topic in concepts}

    def bylines_of(self, item: NewsItem) -> dict[int, str]:
        """Ids of the bylines an item names, in its order, with the role each has in it."""
        roles = {byline.name: byline.role for byline in item.bylines}
        found: dict[int, str] = {}
        for name in _names(item):
            byline = self._bylines.get(name.casefold())
            if byline is not None:
                found.setdefault(byline, roles.get(name, ""))
        return found

    def signature_of(self, item: NewsItem) -> str:
        """Who signed an item and has no byline here: their names, or the sender's own line when none of them has."""
        names = _names(item)
        unknown = [name for name in names if name.casefold() not in self._bylines]
        return item.byline_text or ", ".join(names) if unknown == names else ", ".join(unknown)

    def topics_of(self, item: NewsItem) -> list[int]:
        """Ids of the topics an item is about, by IPTC code or by name, in its order."""
        found: list[int | None] = []
        for concept in item.concepts:
            code = (concept.code or concept.uri.rpartition("/")[2]).rpartition(":")[2]
            found += [
                self._concepts.get(code.casefold()) if code else None,
                self._topics.get(concept.name.casefold()),
            ]
        return list(dict.fromkeys(topic for topic in found if topic is not None))


def _names(item: NewsItem) -> list[str]:
    return [byline.name for byline in item.bylines] or list(filter(None, [item.byline_text]))
