"""How links inside a text are resolved for readers: the page records where they lead, so that it follows when that moves."""

from html import escape
from typing import Any

from wagtail import hooks
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from nashra.editions.addresses import absolute, path_to
from nashra.editions.models import Edition
from nashra.press.keys import carry


class LinkToPage(PageLinkHandler):
    """A page of the newsroom; one that is not published is named without a link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """The opening tags, in order, for two queries; Wagtail's own know the editions' hosts and not the newsroom's."""
        ids = [int(attrs["id"]) if str(attrs.get("id")).isdecimal() else 0 for attrs in attrs_list]
        found = dict(Page.objects.live().filter(pk__in=ids).values_list("pk", "url_path"))
        # The tree writes /newsroom/<edition>/<rest>: the places above the page may move too.
        places = {pk: url_path.split("/", 3)[2:] for pk, url_path in found.items()}
        carry(
            *(f"address:{pk}" for pk in ids if pk),
            *(f"places:{place[0]}" for place in places.values() if place[0]),
        )
        editions = {edition.code: edition for edition in Edition.objects.all()}
        to = absolute if any(edition.host for edition in editions.values()) else path_to
        links = {pk: to(editions[place[0]], place[1]) for pk, place in places.items() if place[0] in editions}
        return [f'<a href="{escape(links[pk])}">' if pk in links else "<a>" for pk in ids]


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
