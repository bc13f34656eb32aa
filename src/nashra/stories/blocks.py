"""What a story's body and an arranged front are made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from nashra.editions.models import Region
from nashra.media.blocks import EmbedBlock, GalleryBlock, PictureBlock, VideoBlock
from nashra.stories.languages import LANGUAGE_MARKS

STORY = "stories.Story"
INLINE_FEATURES = ["bold", "italic", "link", "document-link", "superscript", "subscript", *LANGUAGE_MARKS]


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, and whose."""

    text = blocks.TextBlock(label=_("Words"))
    speaker = blocks.CharBlock(required=False, label=_("Speaker"))
    role = blocks.CharBlock(required=False, label=_("Who they are"))

    class Meta:
        icon = "openquote"
        label = _("Quote")


class FactBoxBlock(blocks.StructBlock):
    """Background set apart from the text."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(features=[*INLINE_FEATURES, "ul", "ol"], label=_("Text"))

    class Meta:
        icon = "info-circle"
        label = _("Fact box")


class TableBlock(blocks.StructBlock):
    """Rows and columns with a caption; the first row heads the columns."""

    caption = blocks.CharBlock(label=_("Caption"))
    table = TypedTableBlock([("text", blocks.CharBlock(required=False, label=_("Text")))], label=_("Table"))

    class Meta:
        icon = "table"
        label = _("Table")


class RelatedStoriesBlock(blocks.StructBlock):
    """Stories set inside the text."""

    stories = blocks.ListBlock(
        blocks.PageChooserBlock(page_type=STORY), min_num=1, max_num=6, label=_("Stories")
    )

    class Meta:
        icon = "list-ul"
        label = _("Related stories")


class ReadMoreBlock(blocks.StructBlock):
    """One line that leads to another story."""

    story = blocks.PageChooserBlock(page_type=STORY, label=_("Story"))

    class Meta:
        icon = "link"
        label = _("Read more")


class BodyBlock(blocks.StreamBlock):
    """A story's body."""

    paragraph = blocks.RichTextBlock(features=[*INLINE_FEATURES, "ul", "ol"], label=_("Paragraph"))
    heading = blocks.CharBlock(label=_("Heading"), icon="title")
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    embed = EmbedBlock()
    fact_box = FactBoxBlock()
    table = TableBlock()
    related = RelatedStoriesBlock()
    read_more = ReadMoreBlock()
    document = DocumentChooserBlock(label=_("Document"))


def list_regions() -> list[tuple[str, str]]:
    """The regions a slot can be filled from."""
    return [(region.code, str(region)) for region in Region.with_labels()]


class SlotBlock(blocks.StructBlock):
    """A place on a front: hand-picked stories first, the rest filled by rule."""

    heading = blocks.CharBlock(required=False, label=_("Heading"))
    picks = blocks.ListBlock(
        blocks.PageChooserBlock(page_type=STORY), required=False, default=[], label=_("Hand-picked stories")
    )
    count = blocks.IntegerBlock(min_value=0, max_value=40, default=4, label=_("Stories in all"))
    fill = blocks.BooleanBlock(required=False, default=True, label=_("Fill up with the latest"))


class SectionSlotBlock(SlotBlock):
    """A slot filled from a section and those under it; without one, from the whole edition."""

    section = blocks.PageChooserBlock(page_type="stories.SectionPage", required=False, label=_("Section"))


class RegionSlotBlock(SlotBlock):
    """A slot filled with a region's latest."""

    region = blocks.ChoiceBlock(choices=list_regions, label=_("Region"))


class CoverageSlotBlock(SlotBlock):
    """A slot filled with a coverage's stories, in the coverage's order."""

    coverage = SnippetChooserBlock("stories.Coverage", label=_("Coverage"))


class SlotsBlock(blocks.StreamBlock):
    """An arranged front: slots in order. Order is changed with buttons, so by keyboard too."""

    lead = SectionSlotBlock(label=_("Lead"), icon="pick")
    secondary = SectionSlotBlock(label=_("Secondary stories"), icon="grip")
    rail = SectionSlotBlock(label=_("Rail"), icon="list-ul")
    opinion = SectionSlotBlock(label=_("Opinion"), icon="openquote")
    videos = SectionSlotBlock(label=_("Video"), icon="media")
    galleries = SectionSlotBlock(label=_("In pictures"), icon="image")
    coverage = CoverageSlotBlock(label=_("Coverage"), icon="folder-open-inverse")
    region = RegionSlotBlock(label=_("Region"), icon="globe")
