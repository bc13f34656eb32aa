"""After a page has been moved: what is kept of the tree on stories is brought up to date for the whole branch."""

from django.db import transaction
from wagtail.models import Page

from nashra.stories.models import SectionPage, Story
from nashra.stories.models.tree import edition_above


@transaction.atomic
def settle_branch(page: Page) -> None:
    """Give a moved story, or every story of a moved section, the edition and sections of its new place."""
    match page.specific:
        case Story() as story:
            # Saved like any change: its lists before and after are purged.
            story.save(clean=False)
        case SectionPage() as section:
            _settle_section(section)


def _settle_section(section: SectionPage) -> None:
    """One statement for each level, however many stories there are; the edition's every page is purged by the save."""
    edition = edition_above(section)
    top = section if section.is_top else SectionPage.objects.get(path=section.path[: -section.steplen])
    branch = SectionPage.objects.filter(path__startswith=section.path)
    Story.objects.filter(section__in=branch).update(edition=edition, top_section=top)
    branch.update(edition=edition)
    section.edition = edition
    section.save(clean=False)
