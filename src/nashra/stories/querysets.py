"""Questions about stories."""

from datetime import datetime
from typing import Self

from django.apps import apps
from django.db.models import Case, Count, Exists, F, Model, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from nashra.editions.models import Edition, Region
from nashra.people.models import Byline
from nashra.stories.kinds import Kind

TOP_SECTION_DEPTH = 4  # root, newsroom, front, section


class StoryQuerySet(PageQuerySet):
    """The read vocabulary of stories. Every list a reader sees starts with ``live()``."""

    def in_edition(self, edition: Edition) -> Self:
        """Stories of one edition."""
        return self.filter(edition=edition)

    def in_section(self, section: Page) -> Self:
        """Stories of a section, and of the sections under it when it stands in the menu's first level."""
        return (
            self.filter(top_section=section)
            if section.depth == TOP_SECTION_DEPTH
            else self.filter(section=section)
        )

    def in_region(self, region: Region) -> Self:
        """Stories from one part of the world."""
        return self.filter(region=region)

    def about(self, topic: Model) -> Self:
        """Stories tagged with a topic."""
        return self.filter(story_topics__topic=topic)

    def in_coverage(self, coverage: Model) -> Self:
        """Stories of a coverage."""
        return self.filter(coverage=coverage)

    def by_author(self, byline: Byline) -> Self:
        """Stories that carry a byline."""
        return self.filter(story_bylines__byline=byline)

    def of_show(self, show: Model) -> Self:
        """Episodes of a show or series."""
        return self.filter(episode__show=show)

    def of_kind(self, *kinds: str) -> Self:
        """Stories of these kinds."""
        return self.filter(kind__in=kinds)

    def not_of_kind(self, *kinds: str) -> Self:
        """Stories of other kinds than these."""
        return self.exclude(kind__in=kinds)

    def linked_to(self, link_key: object) -> Self:
        """A story and its counterparts in other editions."""
        return self.filter(link_key=link_key)

    def published_between(self, start: datetime, end: datetime) -> Self:
        """Stories first published in the half-open span from ``start`` to ``end``."""
        return self.filter(Q(published_at__gte=start) & Q(published_at__lt=end))

    def by_recency(self) -> Self:
        """Newest first; the id settles ties, so that a list never wavers."""
        return self.order_by("-published_at", "-pk")

    def oldest_first(self) -> Self:
        """The order of archives: what is published next comes last and moves nothing."""
        return self.order_by("published_at", "pk")

    def for_small_cards(self) -> Self:
        """Fetch with each story what a card without names shows, and not its body.

        Of its section two words are enough, and its edition is mostly the page's own: with both as whole rows, a
        front would spend a fifth of its time on them.
        """
        related = ("lead_picture", "videostory__video", "episode__video", "liveblog")
        return (
            self.defer("body")
            .select_related(*related)
            .annotate(
                picture_count=count_of_pictures(),
                section_title=F("section__title"),
                section_path=F("section__url_path"),
            )
        )

    def for_cards(self) -> Self:
        """Fetch with each story what its card shows, those who wrote it included."""
        return self.for_small_cards().prefetch_related(
            "story_bylines__byline__portrait", "story_bylines__byline__names"
        )

    def for_page(self) -> Self:
        """Fetch a story with all its own page shows of its row, its kind's row included, in one query.

        Its edition, section and region are not among it: every page of an edition has them at hand.
        """
        corrections = apps.get_model("stories", "Correction")._default_manager.filter(story=OuterRef("pk"))
        return self.annotate(is_corrected=Exists(corrections)).select_related(
            "lead_picture",
            "coverage",
            "article",
            "videostory__video",
            "episode__video",
            "episode__show",
            "gallerystory",
            "infographic",
            "liveblog",
        )


def count_of_pictures() -> Case:
    """How many pictures a gallery shows; 0 for every other kind, of which nothing is asked."""
    pictures = apps.get_model("stories", "GalleryPicture")._default_manager.filter(gallery=OuterRef("pk"))
    # Ordered by nothing, grouped by the story: one number.
    count = pictures.order_by().values("gallery").annotate(count=Count("pk")).values("count")
    return Case(When(kind=Kind.GALLERY, then=Coalesce(Subquery(count), 0)), default=0)


StoryManager = PageManager.from_queryset(StoryQuerySet)
