"""Close an edition for ever: only one that holds no story."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Collection, Page, Site

from nashra.editions.models import Edition
from nashra.people.approval import close_approval
from nashra.people.roles import Role, group_name
from nashra.stories.models import HomePage, Story


class HoldsStories(ValueError):
    """Stories stand here; move or delete them first."""


def refuse_if_it_holds_stories(name: str, page: Page, *, live: bool = False) -> None:
    """Raise ``HoldsStories``, with a sentence, where stories stand below ``page``; ``live``: published ones."""
    below = Story.objects.filter(path__startswith=page.path)
    count = (below.live() if live else below).count()
    if count:
        raise HoldsStories(
            ngettext(
                "“%(name)s” holds %(count)s story; move or delete it first.",
                "“%(name)s” holds %(count)s stories; move or delete them first.",
                count,
            )
            % {"name": name, "count": count}
        )


@transaction.atomic
def close_edition(edition: Edition) -> None:
    """Delete an edition with its front, sections, footer pages and roles; raises ``HoldsStories``.

    Its collection stays while it holds pictures or documents: other editions may show them.
    """
    home = HomePage.objects.filter(edition=edition).first()
    if home is not None:
        refuse_if_it_holds_stories(edition.masthead, home)
        close_approval(edition.code, home)
        Site.objects.filter(root_page=home).delete()
        home.delete()
    Group.objects.filter(name__in=[group_name(edition.code, role) for role in Role]).delete()
    collection = Collection.objects.filter(kept_for__edition=edition).first()
    edition.delete()
    if collection is not None and not _holds_anything(collection):
        collection.delete()


def _holds_anything(collection: Collection) -> bool:
    # Each kind of thing a collection may hold says itself how many of it there are.
    described = (tell(collection) for tell in hooks.get_hooks("describe_collection_contents"))
    return any(told and told["count"] for told in described)
