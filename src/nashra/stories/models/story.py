"""A story: what every kind has in common, and what hangs on it."""

import uuid
from collections.abc import Collection
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from nashra.base import clock
from nashra.base.reading_time import count_words, reading_minutes
from nashra.stories.blocks import BodyBlock
from nashra.stories.forms import StoryForm
from nashra.stories.kinds import Kind
from nashra.stories.models.tree import OF_THE_DESK, NewsroomPage, SectionPage, edition_above
from nashra.stories.prepublish import faults_of
from nashra.stories.querysets import StoryManager
from nashra.stories.references import references_read_once
from nashra.stories.signals import story_saved, story_saving
from nashra.stories.text import body_text

# What no one types in: read off the tree or kept by Wagtail. The database itself refuses a wrong one; to ask it about each
# of them beforehand, with every save and again with every publication, would take as long as the publication itself.
SET_BY_THE_SYSTEM = frozenset(
    {
        "path",
        "content_type",
        "locale",
        "translation_key",
        "latest_revision",
        "live_revision",
        "section",
        "top_section",
    }
)


class Story(NewsroomPage):
    """Anything published under a headline. Lists of all kinds ask this model; the kinds add what is theirs."""

    default_kind: ClassVar[str] = Kind.NEWS
    facts_before: Any = None
    is_being_written = False
    section_title: str | None
    section_path: str | None
    """The section's name and place in the tree, where the story was fetched ``for_cards()``."""
    is_corrected = True
    """Whether there may be corrections; ``for_page()`` knows for sure."""

    # Kept here, though the tree knows them, so that every list is one indexed query.
    edition = models.ForeignKey(
        "editions.Edition", on_delete=models.PROTECT, related_name="stories", editable=False
    )
    section = models.ForeignKey(
        "stories.SectionPage", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    top_section = models.ForeignKey(
        "stories.SectionPage", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.NEWS)
    short_headline = models.CharField(
        _("short headline"),
        max_length=120,
        blank=True,
        help_text=_("For lists, where the headline is too long."),
    )
    kicker = models.CharField(
        _("kicker"), max_length=60, blank=True, help_text=_("A word or two above the headline.")
    )
    standfirst = models.TextField(_("standfirst"), blank=True)
    lead_picture = models.ForeignKey(
        "media.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead picture"),
    )
    lead_caption = models.CharField(
        _("caption here"), max_length=500, blank=True, help_text=_("Instead of the picture’s own caption.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    source = models.CharField(
        _("source"),
        max_length=120,
        blank=True,
        help_text=_("Whose reporting: an agency’s name, “Agencies”, …"),
    )
    location = models.CharField(_("written in"), max_length=120, blank=True)
    region = models.ForeignKey(
        "editions.Region",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("region"),
    )
    coverage = models.ForeignKey(
        "stories.Coverage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("coverage"),
    )
    read_next = models.ForeignKey(
        "stories.Story",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("read next"),
    )
    counterpart = models.ForeignKey(
        "stories.Story",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("counterpart in another edition"),
        help_text=_("The same story in another edition; readers who switch editions land there."),
    )
    link_key = models.UUIDField(default=uuid.uuid4, editable=False)

    published_at = models.DateTimeField(
        _("published"), null=True, blank=True, help_text=_("Set at first publication; empty: then.")
    )
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    is_minor_edit = models.BooleanField(
        _("minor edit"),
        default=False,
        help_text=_("Spelling and the like: readers are not told the story was updated."),
    )
    word_count = models.PositiveIntegerField(default=0, editable=False)
    reading_minutes = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = StoryManager()

    parent_page_types = ["stories.SectionPage"]
    subpage_types: list[str] = []
    is_creatable = False
    base_form_class = StoryForm
    # A copy is a story of its own.
    exclude_fields_in_copy = ["link_key", "counterpart", "published_at", "updated_at"]
    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst", boost=2),
        index.SearchField("body"),
        index.FilterField("edition"),
        index.FilterField("kind"),
        index.FilterField("published_at"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            models.Index(fields=["edition", "-published_at", "-page_ptr"], name="story_edition_recency"),
            models.Index(fields=["section", "-published_at", "-page_ptr"], name="story_section_recency"),
            models.Index(
                fields=["top_section", "-published_at", "-page_ptr"], name="story_top_section_recency"
            ),
            models.Index(fields=["edition", "region", "-published_at"], name="story_region_recency"),
            models.Index(fields=["edition", "kind", "-published_at"], name="story_kind_recency"),
            models.Index(fields=["coverage", "-published_at"], name="story_coverage_recency"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "link_key"], name="story_has_one_counterpart_per_edition"
            )
        ]

    @property
    def headline(self) -> str:
        """The headline; the page tree calls it title."""
        return str(self.title)

    @property
    def list_headline(self) -> str:
        """The headline as lists show it."""
        return self.short_headline or self.headline

    def as_its_kind(self) -> "Story":
        """This story as an instance of its own kind's model; asks nothing when fetched with ``for_page()``."""
        for child in type(self).__subclasses__():
            found: Story | None = getattr(self, str(child._meta.model_name), None)
            if found is not None:
                found.is_corrected = self.is_corrected
                return found
        return self

    def full_clean(self, exclude: Collection[str] | None = None, **kwargs: Any) -> None:
        """Validate; a story that is live must also be fit to publish, whatever way it became so."""
        super().full_clean(exclude={*(exclude or ()), *SET_BY_THE_SYSTEM}, **kwargs)
        if self.live and not self.is_being_written and (faults := faults_of(self)):
            raise ValidationError(faults)

    def clean(self) -> None:
        super().clean()
        if self.published_at and self.published_at > clock.now():
            raise ValidationError(
                {"published_at": _("This lies in the future. To publish later, set a schedule.")}
            )
        self._check_connections()

    def minimal_clean(self) -> None:
        """A draft may lack much, but not claim a counterpart or a package it cannot have."""
        super().minimal_clean()
        self._check_connections()

    def _check_connections(self) -> None:
        self._check_counterpart()
        if self.coverage and self.coverage.edition_id != self.edition_id:
            raise ValidationError(
                {
                    "coverage": _(
                        "The coverage “%(title)s” belongs to another edition; choose one of this edition."
                    )
                    % {"title": self.coverage.title}
                }
            )

    def _check_counterpart(self) -> None:
        other = self.counterpart
        if other is None:
            return
        if other.pk == self.pk:
            raise ValidationError({"counterpart": _("A story cannot be its own counterpart.")})
        if other.edition_id == self.edition_id:
            raise ValidationError(
                {"counterpart": _("The counterpart is in this same edition; choose one from another.")}
            )
        if (
            Story.objects.filter(edition=self.edition_id, link_key=other.link_key)
            .exclude(pk=self.pk)
            .exists()
        ):
            raise ValidationError(
                {
                    "counterpart": _(
                        "Another story of this edition is its counterpart already; unlink that one first."
                    )
                }
            )

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        written = kwargs.get("update_fields") or ()
        if written and OF_THE_DESK.issuperset(written):
            with references_read_once(self, changed=False):
                super().save(*args, **kwargs)
            return
        if not written:
            self.settle_place()
            self._check_connections()
            self.settle()
        story_saving.send(sender=Story, story=self)
        with references_read_once(self):
            super().save(*args, **kwargs)
        story_saved.send(sender=Story, story=self)

    def settle(self) -> None:
        """Bring what is derived up to date: dates, kind, length, link to counterparts."""
        if self.live:
            self._settle_dates()
        if type(self).default_kind != Kind.NEWS:
            self.kind = type(self).default_kind
        text = body_text(self)
        self.word_count = count_words(text)
        self.reading_minutes = reading_minutes(text, self.edition.language)
        if self.counterpart:
            self.link_key = self.counterpart.link_key

    def _settle_dates(self) -> None:
        """Published once; updated with every later publication that readers are to be told of."""
        before = (
            Story.objects.filter(pk=self.pk)
            .values("live", "live_revision", "published_at", "updated_at")
            .first()
        )
        if self.published_at is None:
            # A revision written before the first publication does not know of it.
            self.published_at = (before or {}).get("published_at") or self.first_published_at or clock.now()
        if before and before["live"] and before["live_revision"] != self.live_revision_id:
            self.updated_at = before["updated_at"] if self.is_minor_edit else clock.now()

    def settle_place(self) -> None:
        """Read edition and sections off the tree."""
        if not self.path:
            return
        places = (
            SectionPage.objects.filter(path__in=[self.path[: n * self.steplen] for n in (4, 5)])
            .order_by("depth")
            .select_related("edition")
        )
        before = self.edition_id
        self._stand_in([section for section in places if section.depth < self.depth])
        if before not in (None, self.edition_id):
            # A coverage stays in its edition when a story is moved or copied to another.
            self.coverage = None

    def settle_place_below(self, parent: Page) -> None:
        """Say where a story that has no place yet is going to stand; a preview gives it a path before it has one."""
        if self.edition_id is None:
            paths = [parent.path[: n * self.steplen] for n in (4, 5)]
            sections = SectionPage.objects.filter(path__in=paths).order_by("depth").select_related("edition")
            self._stand_in(list(sections))

    def _stand_in(self, sections: list[SectionPage]) -> None:
        self.edition = sections[0].edition if sections else edition_above(self)
        self.top_section = sections[0] if sections else None
        self.section = sections[-1] if sections else None


class StoryByline(Orderable):
    """Who wrote a story, in order."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="story_bylines")
    byline = models.ForeignKey(
        "people.Byline", on_delete=models.CASCADE, related_name="+", verbose_name=_("byline")
    )
    role = models.CharField(_("role here"), max_length=80, blank=True, help_text=_("Such as “Photographs”."))

    class Meta(Orderable.Meta):
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [models.UniqueConstraint(fields=["story", "byline"], name="story_names_a_byline_once")]


class StoryTopic(Orderable):
    """What a story is about, the most telling first."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="story_topics")
    topic = models.ForeignKey(
        "stories.Topic", on_delete=models.CASCADE, related_name="story_topics", verbose_name=_("topic")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [models.UniqueConstraint(fields=["story", "topic"], name="story_has_a_topic_once")]


class RelatedStory(Orderable):
    """A story shown beside this one, chosen by hand."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="related_stories")
    related = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="+", verbose_name=_("story")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")


class FormerAddress(models.Model):
    """Where a deleted story stood, below its edition's front."""

    edition = models.ForeignKey("editions.Edition", on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=700)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "address"], name="former_address_is_kept_once")
        ]

    def __str__(self) -> str:
        return self.address


class Correction(models.Model):
    """What was wrong, said openly on the story."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="corrections")
    corrected_at = models.DateTimeField(_("corrected"))
    text = RichTextField(_("what was wrong and what is right"), features=["bold", "italic", "link"])

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-corrected_at"]
