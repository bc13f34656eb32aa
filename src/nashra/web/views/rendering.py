"""The last step of every page: a shape becomes an answer."""

from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


class Page(Protocol):
    """A page's shape: it names its template and has a shell."""

    @property
    def template(self) -> str:
        """The template the page is set with."""

    @property
    def shell(self) -> Any:
        """What stands around it."""


def render_page(request: HttpRequest, page: Page, status: int = 200) -> HttpResponse:
    """Set a page with its template."""
    return HttpResponse(
        render_to_string(page.template, {"page": page, "shell": page.shell}, request), status=status
    )


def is_preview(request: HttpRequest) -> bool:
    """Whether an editor looks at a draft."""
    return bool(getattr(request, "is_preview", False))
