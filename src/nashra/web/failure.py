"""The page for when the newsroom's machine has failed: made beforehand, from no database, in each language of ours."""

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from nashra.base.direction import direction_of
from nashra.web.shapes.plain import FailurePage
from nashra.web.shapes.shell import EditionShape, HeadShape, PageShell


def list_failure_pages() -> Iterator[tuple[str, bytes]]:
    """The page for each language, by the first part of the addresses it is for; under the empty one that for all others."""
    yield "", failure_page(settings.LANGUAGE_CODE)
    for language, _name in settings.LANGUAGES:
        yield language, failure_page(language)


def language_at(path: str) -> str:
    """The language a reader of ``path`` is told of a failure in: what fails may be what knows the editions."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else str(settings.LANGUAGE_CODE)


@cache
def failure_page(language: str) -> bytes:
    """The page in ``language``, whole; plain words where not even a template can be set."""
    with translation.override(language):
        shell = PageShell(
            edition=EditionShape(
                code=language,
                language=language,
                dir=direction_of(language),
                masthead=settings.WAGTAIL_SITE_NAME,
                url="/",
            ),
            head=HeadShape(title=settings.WAGTAIL_SITE_NAME, robots="noindex"),
        )
        page = FailurePage(shell=shell)
        try:
            return render_to_string(page.template, {"page": page, "shell": shell}).encode()
        except Exception:  # noqa: BLE001 - a theme's template may be what has failed
            return translation.gettext("Something failed on our side. Please try again in a moment.").encode()
