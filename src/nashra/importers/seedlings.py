"""What is about to become a story."""

from dataclasses import dataclass, field

from nashra.stories.models import Article, SectionPage


@dataclass(slots=True)
class Seedling:
    """An article that is to stand in a section, with what is to hang on it. `name` sets its address apart
    from another's; `bylines` are ids with the role of each here.
    """

    article: Article
    section: SectionPage
    name: str
    text: str
    bylines: dict[int, str] = field(default_factory=dict)
    topics: list[int] = field(default_factory=list)
    is_version_of_another: bool = False
