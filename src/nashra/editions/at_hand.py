"""Which edition somebody at the desk is working in: what choosers offer first."""

from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.models import Page

from nashra.editions.models import Edition
from nashra.editions.rights import editions_of

HOME_DEPTH = 3  # root, newsroom, front


def edition_at_hand(request: HttpRequest) -> Edition | None:
    """The edition of the page or item that is open in the browser window a chooser was opened from; None: of none.

    The browser names that window's address itself (``Referer``, RFC 9110), whatever kind of field the chooser serves.
    """
    try:
        match = resolve(urlsplit(request.META.get("HTTP_REFERER", "")).path)
    except Resolver404:
        return None
    if match.namespace == "wagtailadmin_pages":
        return _edition_of_page(match.kwargs.get("page_id") or match.kwargs.get("parent_page_id"))
    # Views made of classes keep what they were made with, under whatever wrapping.
    model = getattr(match.func, "view_initkwargs", {}).get("model")
    if model is None or "pk" not in match.kwargs or not _belongs_to_edition(model):
        return None
    item = model._default_manager.filter(pk=match.kwargs["pk"]).select_related("edition").first()
    return item.edition if item else None


def editions_at_hand(request: HttpRequest) -> "list[Edition]":
    """The edition that is being worked in; where that cannot be told, all the editions the asker works in."""
    at_hand = edition_at_hand(request)
    return [at_hand] if at_hand else list(editions_of(request.user))


def _edition_of_page(pk: Any) -> Edition | None:
    path = Page.objects.filter(pk=pk or 0).values_list("path", flat=True).first()
    return Edition.objects.filter(home_page__path=path[: HOME_DEPTH * Page.steplen]).first() if path else None


def _belongs_to_edition(model: type[models.Model]) -> bool:
    return any(field.name == "edition" for field in model._meta.get_fields())
