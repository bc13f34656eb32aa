"""How links inside a text are resolved for readers: the page records where they lead, so that it follows when that moves."""

from typing import Any

from wagtail import hooks
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from nashra.press.keys import carry


class LinkToPage(PageLinkHandler):
    """A page of the newsroom; one that is not published is named without a link."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Any]:
        """The pages, in order; None for what readers cannot get to."""
        pages = super().get_many(attrs_list)
        carry(*(f"address:{attrs['id']}" for attrs in attrs_list if str(attrs.get("id")).isdecimal()))
        # The tree writes /newsroom/<edition>/<rest>: the places above the page may move too.
        carry(*(f"places:{page.url_path.split('/')[2]}" for page in pages if page and page.depth > 2))
        return [page if page and page.live else None for page in pages]


class LinkToDocument(DocumentLinkHandler):
    """A file for download; its address changes with the file."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[Any]:
        """The documents, in order."""
        carry(*(f"document:{attrs['id']}" for attrs in attrs_list if str(attrs.get("id")).isdecimal()))
        return super().get_many(attrs_list)


@hooks.register("register_rich_text_features", order=1)
def register_links(features: FeatureRegistry) -> None:
    """In place of Wagtail's own."""
    features.register_link_type(LinkToPage)
    features.register_link_type(LinkToDocument)
