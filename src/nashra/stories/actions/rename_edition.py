"""Give an edition another code: addresses, roles and the collection follow, and the old addresses lead to the new ones."""

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Collection, Page

from nashra.editions.models import Edition, FormerCode
from nashra.people.approval import rename_approval
from nashra.people.roles import rename_roles
from nashra.press.journal import purge
from nashra.stories.models.tree import HomePage


@transaction.atomic
def rename_edition(edition: Edition, home: HomePage) -> None:
    """Bring everything named after the code of ``edition`` to the one it has now; ``home`` still has the old one.

    A few statements, however many stories there are: one redirect leads from all old addresses, not one from each.
    """
    old, new = home.slug, edition.code
    FormerCode.objects.filter(code=new).delete()
    FormerCode.objects.update_or_create(code=old, defaults={"edition": edition})
    rename_roles(old, new)
    rename_approval(old, new, home)
    Collection.objects.filter(kept_for__edition=edition, name=old).update(name=new)
    _move_branch(home, new)
    purge(*(f"{name}:{old}" for name in ("edition", "absent", "latest", "places", "regions")))


def _move_branch(home: HomePage, slug: str) -> None:
    above = home.url_path[: -len(f"{home.slug}/")]
    branch = Page.objects.filter(path__startswith=home.path)
    branch.update(url_path=Concat(Value(f"{above}{slug}/"), Substr("url_path", len(home.url_path) + 1)))
    Page.objects.filter(pk=home.pk).update(slug=slug)
    home.refresh_from_db()
