"""Add a section to an edition."""

from django.utils.translation import gettext as _

from nashra.base.slugs import slug_of
from nashra.editions.models import Edition
from nashra.stories.models.tree import HomePage, SectionPage


class SectionsNestTwoDeep(ValueError):
    """A section can hold sections, those can hold none; choose a section of the first level."""


def add_section(
    edition: Edition,
    title: str,
    *,
    slug: str = "",
    key: str = "",
    below: SectionPage | None = None,
    layout: str = SectionPage.Layout.NEWS,
) -> SectionPage:
    """Add a live section at the end of the menu, or of the section ``below``; raises ``SectionsNestTwoDeep``."""
    if below is not None and not below.is_top:
        raise SectionsNestTwoDeep(
            _("A section can hold sections, those can hold none; choose a section of the first level.")
        )
    # Read again: treebeard counts children on the row it is given.
    parent = SectionPage.objects.get(pk=below.pk) if below else HomePage.objects.get(edition=edition)
    section = SectionPage(
        title=title,
        slug=slug or slug_of(title, key or "section"),
        key=key,
        layout=layout,
        edition=edition,
        show_in_menus=True,
    )
    parent.add_child(instance=section)
    return section
