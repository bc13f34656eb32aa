"""Open an edition: from the moment its row is saved it has a front, roles, a workflow and a collection."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from nashra.editions.models import Edition, FormerCode
from nashra.media.collections import collection_of, shared_collection
from nashra.people.approval import delete_samples, open_approval
from nashra.people.roles import open_roles
from nashra.stories.actions.rename_edition import rename_edition
from nashra.stories.models.tree import HomePage, NewsroomRoot


@transaction.atomic
def open_edition(edition: Edition) -> HomePage:
    """Give ``edition`` all it needs to be published, keep what it has; its front is live when this returns."""
    home = HomePage.objects.filter(edition=edition).first() or _add_home(edition)
    _follow_facts(edition, home)
    open_roles(edition.code, home, collection_of(edition), shared_collection(edition.language))
    open_approval(edition.code, edition.language, home)
    return home


def open_newsroom() -> NewsroomRoot:
    """The page above all editions, made on first use; the default site shows it."""
    newsroom = NewsroomRoot.objects.first()
    if newsroom is None:
        newsroom = NewsroomRoot(title="Newsroom", slug="newsroom")
        Page.get_first_root_node().add_child(instance=newsroom)
        welcome = list(Page.objects.filter(depth=2).exclude(pk=newsroom.pk))
        Site.objects.update_or_create(
            is_default_site=True,
            defaults={
                "hostname": "localhost",
                "port": 80,
                "root_page": newsroom,
                "site_name": settings.WAGTAIL_SITE_NAME,
            },
        )
        for page in welcome:
            page.delete()
        delete_samples()
    return newsroom


def _add_home(edition: Edition) -> HomePage:
    # Whoever takes a code that another edition had takes its addresses.
    FormerCode.objects.filter(code=edition.code).delete()
    home = HomePage(title=edition.masthead, slug=edition.code, edition=edition)
    # The root is read again: treebeard counts children on the row it is given.
    NewsroomRoot.objects.get(pk=open_newsroom().pk).add_child(instance=home)
    return home


def _follow_facts(edition: Edition, home: HomePage) -> None:
    """The front's title and address, and the edition's own host, follow the edition's row."""
    if home.slug != edition.code:
        rename_edition(edition, home)
    if home.title != edition.masthead:
        home.title = home.draft_title = edition.masthead
        home.save()
    if edition.host:
        hostname, _separator, port = edition.host.partition(":")
        Site.objects.update_or_create(
            root_page=home,
            defaults={"hostname": hostname, "port": int(port or 80), "site_name": edition.masthead},
        )
    else:
        Site.objects.filter(root_page=home).delete()
