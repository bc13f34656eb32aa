"""What page choosers offer: the edition that is being worked in, unless somebody asks across."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from nashra.editions.at_hand import HOME_DEPTH, edition_at_hand, editions_at_hand
from nashra.editions.models import Edition
from nashra.editions.spoken import SpokenPageChooser

# Wagtail's chooser hands this word on from screen to screen; it is none of the rights it knows, so it restricts nothing.
COUNTERPART = "counterpart"
# The chooser's screen for one place of the tree: whoever goes there by hand asks for what is there.
_GONE_TO = "wagtailadmin_choose_page_child"


class CounterpartPanel(FieldPanel):
    """Chooses the same story in another edition: the one chooser that offers the other editions."""

    def get_form_options(self) -> dict[str, object]:
        """The chooser, told what it is for."""
        options: dict[str, object] = super().get_form_options()
        chooser = SpokenPageChooser(target_models=["stories.Story"], user_perms=COUNTERPART)
        return options | {"widgets": {self.field_name: chooser}}


def keep_to_edition(pages: "QuerySet[Page]", request: HttpRequest) -> "QuerySet[Page]":
    """Narrow what a page chooser lists: to the edition at hand, or for a counterpart to all others.

    A search and the first screen stay inside; going up the tree above the edition's front is asking across.
    """
    if request.GET.get("user_perms") == COUNTERPART:
        own = edition_at_hand(request)
        return pages.exclude(_inside([own])) if own else pages
    if request.resolver_match and request.resolver_match.url_name == _GONE_TO:
        return pages
    editions = editions_at_hand(request)
    return pages.filter(_inside(editions) | Q(depth__lt=HOME_DEPTH)) if editions else pages


def _inside(editions: list[Edition]) -> Q:
    homes = Edition.objects.filter(pk__in=[edition.pk for edition in editions])
    return reduce(or_, (Q(path__startswith=path) for path in homes.values_list("home_page__path", flat=True)))
