"""What is about to become a story."""

from dataclasses import dataclass, field

from nashra.stories.models import Article, SectionPage


@dataclass(slots=True)
class Seedling:
    """An article that is to stand in a section, with what is to hang on it. `name` sets its address apart
    from another's.
    """

    article: Article
    section: SectionPage
    name: str
    text: str
    bylines: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    is_version_of_another: bool = False
