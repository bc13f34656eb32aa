"""How a page of the tree is shown: the web room registers a view for each kind of page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

type PageView = Callable[..., HttpResponse]

_views: dict[type[Page], PageView] = {}


class NoViewForPage(LookupError):
    """No view has been registered for this kind of page; the web room registers one for each."""


def shows(model: type[Page]) -> Callable[[PageView], PageView]:
    """Register the decorated view for a page model and those derived from it: ``view(request, page, **route)``."""

    def register(view: PageView) -> PageView:
        _views[model] = view
        return view

    return register


def view_for(model: type[Page]) -> PageView:
    """The view of the nearest registered ancestor of ``model``; raises ``NoViewForPage``."""
    for ancestor in model.__mro__:
        if ancestor in _views:
            return _views[ancestor]
    raise NoViewForPage(f"{NoViewForPage.__doc__} ({model.__name__})")


class ServedByWeb:
    """Mixed into every page of the tree: asks the registry who shows it."""

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a reader."""
        return view_for(type(self))(request, self, *args, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the draft as readers would see it."""
        request.is_preview = True  # type: ignore[attr-defined] # Wagtail's own mark
        return view_for(type(self))(request, self)
