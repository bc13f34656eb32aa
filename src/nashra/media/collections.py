"""The collections every newsroom has: one for each edition, one for all of them."""

from django.utils.translation import gettext, override
from wagtail.models import Collection

from nashra.editions.models import Edition
from nashra.media.models import KeptFor


def collection_of(edition: Edition) -> Collection:
    """The edition's own collection, made where there is none; called as its code until somebody renames it."""
    return _kept_for(edition) or _keep(edition, edition.code)


def shared_collection(language: str = "en") -> Collection:
    """The collection of what every edition may show, made where there is none, with a name in ``language``."""
    found = _kept_for(None)
    if found is not None:
        return found
    with override(language.split("-")[0]):
        # Earlier versions told it by its English name.
        return _keep(None, gettext("All editions"), "All editions")


def out_of_the_root(chosen: Collection) -> Collection:
    """Where a thing goes that was put into the root, from which nobody but its owner may choose: to all editions."""
    return (_kept_for(None) or chosen) if chosen.is_root() else chosen


def _kept_for(edition: Edition | None) -> Collection | None:
    found = KeptFor.objects.filter(edition=edition).select_related("collection").first()
    return found.collection if found else None


def _keep(edition: Edition | None, name: str, *earlier: str) -> Collection:
    root = Collection.get_first_root_node()
    unkept = root.get_children().filter(name__in=[name, *earlier], kept_for=None).first()
    collection: Collection = unkept or root.add_child(name=name)
    KeptFor.objects.create(edition=edition, collection=collection)
    return collection
