"""The page tree: the newsroom's root, an edition's home page, its sections, its footer pages."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from nashra.stories.blocks import BodyBlock, SlotsBlock
from nashra.stories.forms import NewsroomPageForm
from nashra.stories.serving import ServedByWeb

# First parts of the edition's own lists; a section cannot take their names.
RESERVED_SECTION_SLUGS = frozenset(
    {"topics", "regions", "authors", "coverage", "shows", "live", "search", "fragments", "feeds", "theme.css"}
)
ARCHIVE = "archive"
TOP_DEPTH = 4  # root, newsroom, front, section

# How Wagtail calls the site that opens with the newsroom.
UNNAMED_SITE = "http://localhost"

# A draft saved, a lock taken: readers see none of it.
OF_THE_DESK = frozenset(
    {
        COMMENTS_RELATION_NAME,
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "has_unpublished_changes",
        "locked",
        "locked_by",
        "locked_at",
    }
)


class NewsroomPage(ServedByWeb, Page):
    """What every page of the tree shares: the web room shows it, and everybody may read it."""

    private_page_options: list[str] = []
    base_form_class = NewsroomPageForm
    said_before: Any = None
    newer_version: Any = None

    class Meta:
        abstract = True

    def get_url_parts(self, request: Any = None) -> Any:
        """The page's address as Wagtail asks for it, in redirects and at the desk: on the newsroom's own host and scheme.

        Wagtail's table of sites does not know either; it counts as soon as an edition has a host of its own.
        """
        parts = super().get_url_parts(request)
        if parts is None or parts[1] is None:
            return parts
        site, root, path = parts
        base = str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")
        scheme = base.partition("://")[0]
        return site, base if root == UNNAMED_SITE else f"{scheme}://{root.partition('://')[2]}", path


class NewsroomRoot(NewsroomPage):
    """The invisible page above all editions; its address sends the reader to an edition."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["stories.HomePage"]
    max_count = 1
    preview_modes: list[tuple[str, str]] = []

    class Meta:
        verbose_name = _("newsroom")


class ArrangedPage(NewsroomPage):
    """A front: what is placed on it is of its own edition."""

    if TYPE_CHECKING:
        edition: Any
        slots: Any

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.edition_id and (foreign := strangers_in(self.slots.raw_data, self.edition_id)):
            raise ValidationError(
                {
                    "slots": [
                        _("“%(title)s” belongs to another edition; a front shows its own edition’s alone.")
                        % {"title": title}
                        for title in foreign
                    ]
                }
            )


class HomePage(ArrangedPage):
    """An edition's front. Everything the edition publishes lies under it."""

    edition = models.OneToOneField("editions.Edition", on_delete=models.PROTECT, related_name="home_page")
    slots = StreamField(SlotsBlock(), blank=True, verbose_name=_("front"))

    content_panels = [*Page.content_panels, FieldPanel("slots")]
    is_creatable = False  # it comes with its edition
    promote_panels = [FieldPanel("seo_title"), FieldPanel("search_description")]
    parent_page_types = ["stories.NewsroomRoot"]
    subpage_types = ["stories.SectionPage", "stories.PlainPage"]

    class Meta:
        verbose_name = _("edition’s front")

    def with_content_json(self, content: dict[str, Any]) -> "HomePage":
        """A draft of the front; its address and name are the edition's, whatever they were when it was written."""
        draft: HomePage = super().with_content_json(content)
        draft.slug, draft.title, draft.draft_title = self.slug, self.title, self.draft_title
        return draft


class SectionPage(ArrangedPage):
    """A place in an edition's menu; nests two deep. Its page is a front of its own."""

    class Layout(models.TextChoices):
        NEWS = "news", _("News")
        OPINION = "opinion", _("Opinion, with portraits")
        VIDEO = "video", _("Video")
        GALLERY = "gallery", _("Pictures")

    edition = models.ForeignKey(
        "editions.Edition",
        on_delete=models.PROTECT,
        related_name="sections",
        editable=False,
        verbose_name=_("edition"),
    )
    key = models.SlugField(
        _("key"),
        max_length=80,
        blank=True,
        help_text=_(
            "The same in every edition, such as “science”: readers who switch editions stay in their section."
        ),
    )
    description = models.CharField(_("description"), max_length=250, blank=True)
    layout = models.CharField(_("layout"), max_length=10, choices=Layout.choices, default=Layout.NEWS)
    slots = StreamField(SlotsBlock(), blank=True, verbose_name=_("front"))

    content_panels = [
        *Page.content_panels,
        FieldPanel("description"),
        MultiFieldPanel([FieldPanel("layout"), FieldPanel("key")], heading=_("Place")),
        FieldPanel("slots"),
    ]
    promote_panels = [FieldPanel("slug"), FieldPanel("show_in_menus"), FieldPanel("search_description")]
    parent_page_types = ["stories.HomePage", "stories.SectionPage"]
    exclude_fields_in_copy = ["edition", "key"]
    show_in_menus_default = True

    class Meta:
        verbose_name = _("section")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "key"],
                condition=~models.Q(key=""),
                name="section_key_is_unique_in_edition",
            )
        ]

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Sections nest two deep: home, section, subsection."""
        return bool(super().can_create_at(parent)) and parent.depth <= 4

    def clean(self) -> None:
        check_key(self)
        super().clean()
        if self.slug == ARCHIVE or (self._will_be_top() and self.slug in RESERVED_SECTION_SLUGS):
            raise ValidationError(
                {
                    "slug": _("“%(slug)s” is an address Nashra itself uses; choose another.")
                    % {"slug": self.slug}
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.edition_id is None:
            self.edition = edition_above(self)
        super().save(*args, **kwargs)

    def _will_be_top(self) -> bool:
        # The desk's form knows the parent before treebeard has set the depth.
        parent = getattr(self, "_cached_parent_obj", None)
        return int(self.depth or (parent.depth + 1 if parent else TOP_DEPTH)) == TOP_DEPTH

    @property
    def is_top(self) -> bool:
        """Whether this section stands in the menu's first level."""
        return int(self.depth) == TOP_DEPTH


class PlainPage(NewsroomPage):
    """About, contact, privacy: a page of the footer."""

    edition = models.ForeignKey(
        "editions.Edition", on_delete=models.PROTECT, related_name="+", editable=False
    )
    key = models.SlugField(
        _("key"), max_length=80, blank=True, help_text=_("The same in every edition: “about”.")
    )
    standfirst = models.TextField(_("standfirst"), blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels = [*Page.content_panels, FieldPanel("standfirst"), FieldPanel("body"), FieldPanel("key")]
    parent_page_types = ["stories.HomePage"]
    exclude_fields_in_copy = ["edition", "key"]
    subpage_types: list[str] = []
    show_in_menus_default = True

    class Meta:
        verbose_name = _("footer page")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "key"],
                condition=~models.Q(key=""),
                name="footer_page_key_is_unique_in_edition",
            )
        ]

    def clean(self) -> None:
        check_key(self)
        super().clean()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.edition_id is None:
            self.edition = edition_above(self)
        super().save(*args, **kwargs)


def check_key(page: Any) -> None:
    """Refuse a section's or footer page's key that another of its kind has in the edition; tells a new page its edition."""
    parent = getattr(page, "_cached_parent_obj", None)
    if page.edition_id is None and parent is not None:
        # The desk's form knows where a new page is to stand before it stands there.
        page.edition = edition_above(parent)
    namesakes = type(page)._default_manager.filter(edition=page.edition_id, key=page.key)
    if page.key and namesakes.exclude(pk=page.pk).exists():
        raise ValidationError(
            {"key": _("“%(key)s” is the key of another page of this edition.") % {"key": page.key}}
        )


def strangers_in(slots: Iterable[Mapping[str, Any]], edition: int) -> list[str]:
    """The titles of what stored ``slots`` name that belongs to another edition: stories, sections, coverages."""
    named: dict[str, set[int]] = {"Story": set(), "SectionPage": set(), "Coverage": set()}
    for slot in slots:
        value = slot["value"]
        named["Story"] |= {int(pick["value"]) for pick in value.get("picks") or [] if pick.get("value")}
        named["SectionPage"] |= {int(value["section"])} if value.get("section") else set()
        named["Coverage"] |= {int(value["coverage"])} if value.get("coverage") else set()
    return [
        title
        for model, ids in named.items()
        if ids
        # By name: stories and coverages stand in modules that build on this one.
        for title in apps.get_model("stories", model)
        ._default_manager.filter(pk__in=ids)
        .exclude(edition=edition)
        .values_list("title", flat=True)
    ]


class NotInsideAnEdition(ValidationError):
    """A page of a newspaper belongs under an edition's front."""


def edition_above(page: Page) -> Any:
    """The edition whose front stands above ``page``; raises ``NotInsideAnEdition``."""
    home = HomePage.objects.filter(path=page.path[: 3 * page.steplen]).select_related("edition").first()
    if home is None:
        raise NotInsideAnEdition(str(NotInsideAnEdition.__doc__))
    return home.edition
