"""Where pages of the tree are found."""

from wagtail.models import Page

from nashra.editions.addresses import absolute, link, path_to
from nashra.editions.models import Edition
from nashra.stories.models import Story


def below_front(page: Page) -> str:
    """The page's address below its edition's front, from its place in the tree: ``news/politics/slug/``."""
    # The tree writes /newsroom/<edition>/<rest>.
    return str(page.url_path).split("/", 3)[3]


def path_of(page: Page, edition: Edition) -> str:
    """The page's path on its edition's host."""
    return path_to(edition, below_front(page))


def address_of(page: Page, edition: Edition) -> str:
    """The page's whole address."""
    return absolute(edition, below_front(page))


def link_to(story: Story, seen_from: Edition) -> str:
    """The shortest address that leads from a page of ``seen_from`` to the story."""
    return link(story.edition, below_front(story), seen_from)
