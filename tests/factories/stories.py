"""Stories for tests."""

from typing import Any

from nashra.base.slugs import slug_of
from nashra.editions.models import Edition
from nashra.stories.models import Article, SectionPage, Story, Topic, TopicLabel
from tests.factories.editions import make_section


def section_of(edition: Edition) -> SectionPage:
    """The edition's first section, made when there is none."""
    return SectionPage.objects.filter(edition=edition).first() or make_section(edition)


def draft_story(edition: Edition, headline: str = "The harbour opens", **fields: Any) -> Article:
    """A story nobody can read yet."""
    return add_story(Article, edition, headline, live=False, **fields)


def publish_story(edition: Edition, headline: str = "The harbour opens", **fields: Any) -> Article:
    """A story before its readers, published the way the desk does it."""
    story = draft_story(edition, headline, **fields)
    publish(story)
    return Article.objects.get(pk=story.pk)


def add_story[S: Story](
    model: type[S], edition: Edition, headline: str, *, section: SectionPage | None = None, **fields: Any
) -> S:
    """A story of any kind, in the tree."""
    values = {"standfirst": "Ships come in again.", "slug": slug_of(headline, "story"), **fields}
    story = model(title=headline, **values)
    SectionPage.objects.get(pk=(section or section_of(edition)).pk).add_child(instance=story)
    return story


def publish(story: Story) -> None:
    """Publish a story's present state, as a new revision."""
    story.save_revision().publish()


def paragraph(html: str) -> dict[str, Any]:
    """A paragraph of a body, in stored form."""
    return {"type": "paragraph", "value": f"<p>{html}</p>"}


def make_topic(key: str = "storms", **labels: str) -> Topic:
    """A topic, by default named in English and Arabic."""
    topic = Topic.objects.create(key=key)
    for language, label in (labels or {"en": "Storms", "ar": "عواصف"}).items():
        TopicLabel.objects.create(topic=topic, language=language, label=label)
    return topic
