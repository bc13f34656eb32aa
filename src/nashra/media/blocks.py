"""Blocks that place pictures, films and embeds in a story."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from nashra.media.embeds import Embed, check_embed_address, embed_of


class PictureBlock(blocks.StructBlock):
    """One picture; the words written here stand in for the picture's own."""

    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        required=False,
        max_length=500,
        label=_("Caption here"),
        help_text=_("Instead of the picture’s own caption."),
    )
    alt_text = blocks.CharBlock(
        required=False,
        max_length=500,
        label=_("Alternative text here"),
        help_text=_("Instead of the picture’s own alternative text."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")


class GalleryBlock(blocks.StructBlock):
    """Two or more pictures to be looked at one after the other. Their order is changed with buttons, so by keyboard too."""

    title = blocks.CharBlock(required=False, max_length=160, label=_("Title"))
    pictures = blocks.ListBlock(PictureBlock(), min_num=2, max_num=60, label=_("Pictures"))

    class Meta:
        icon = "images"
        label = _("Gallery")


class VideoBlock(blocks.StructBlock):
    """A film the newsroom serves itself."""

    video = SnippetChooserBlock("media.Video", label=_("Video"))
    caption = blocks.CharBlock(required=False, max_length=500, label=_("Caption"))

    class Meta:
        icon = "media"
        label = _("Video")


class EmbedValue(blocks.StructValue):
    """An embed's address with what may be made of it."""

    @cached_property
    def shown_as(self) -> Embed | None:
        """The player or link readers get; None where the address is not safe to open."""
        return embed_of(self.get("url") or "")


class EmbedBlock(blocks.StructBlock):
    """Something on another site. Nothing is fetched from there before the reader asks."""

    url = blocks.URLBlock(
        label=_("Address"),
        max_length=500,
        validators=[check_embed_address],
        help_text=_(
            "A page on YouTube, Vimeo or another player is shown on click; any other address becomes a link."
        ),
    )
    title = blocks.CharBlock(
        max_length=200,
        label=_("Title"),
        help_text=_("What it is, in this edition’s language."),
    )

    class Meta:
        icon = "media"
        label = _("Embed on click")
        value_class = EmbedValue


def pictures_in(value: Any) -> list[Any]:
    """All pictures placed in a body, in order, without those that have been deleted since."""
    found: list[Any] = []
    for block in value:
        if block.block_type == "picture":
            found.append(block.value.get("picture"))
        elif block.block_type == "gallery":
            found.extend(item.get("picture") for item in block.value["pictures"])
    return [picture for picture in found if picture is not None]
