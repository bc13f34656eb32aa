"""What an editor sees when writing: the same order for every kind of story, its own parts first."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from nashra.stories.choosers import CounterpartPanel

HEADLINES: list[Panel] = [
    TitleFieldPanel(
        "title",
        heading=_("Headline"),
        placeholder=_("Headline"),
        # Wagtail speaks of a page's title.
        help_text=_("In full, as readers see it above the story."),
    ),
    FieldPanel("standfirst"),
    MultiFieldPanel([FieldPanel("lead_picture"), FieldPanel("lead_caption")], heading=_("Lead picture")),
]
BODY: list[Panel] = [FieldPanel("body")]
CREDITS: list[Panel] = [
    InlinePanel("story_bylines", label=_("Byline"), heading=_("Bylines")),
    MultiFieldPanel([FieldRowPanel([FieldPanel("source"), FieldPanel("location")])], heading=_("Source")),
]
CORRECTIONS: list[Panel] = [InlinePanel("corrections", label=_("Correction"), heading=_("Corrections"))]
PLACES: list[Panel] = [
    InlinePanel("story_topics", label=_("Topic"), heading=_("Topics")),
    MultiFieldPanel([FieldPanel("region"), FieldPanel("coverage")], heading=_("Where it belongs")),
    InlinePanel(
        "related_stories",
        label=_("Story"),
        heading=_("Related stories"),
        panels=[FieldPanel("related")],
    ),
    FieldPanel("read_next"),
    CounterpartPanel("counterpart"),
]
LISTING: list[Panel] = [
    MultiFieldPanel([FieldPanel("kicker"), FieldPanel("short_headline")], heading=_("In lists")),
    FieldPanel("slug"),
    FieldPanel("published_at"),
    FieldPanel("is_minor_edit"),
    FieldPanel("search_description"),
    PublishingPanel(),
]


def story_editor(*own: Panel, kinds: bool = False, body: bool = True) -> TabbedInterface:
    """The editor of a kind of story: ``own`` panels come right after the headline."""
    first = [FieldPanel("kind")] if kinds else []
    return TabbedInterface(
        [
            ObjectList(
                [*first, *HEADLINES, *own, *(BODY if body else []), *CREDITS, *CORRECTIONS],
                heading=_("Story"),
            ),
            ObjectList(PLACES, heading=_("Connections")),
            ObjectList(LISTING, heading=_("Address and publication")),
        ]
    )
