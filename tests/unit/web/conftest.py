"""Pages of invented stories, set once for all tests of the look."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test.utils import override_settings
from django.utils import translation
from lxml import html

from nashra.web.gallery import LANGUAGES, sample_pages

PLAIN_FILES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@dataclass(frozen=True)
class SetPage:
    """A page as a browser gets it."""

    language: str
    name: str
    text: str
    tree: Any


@pytest.fixture(autouse=True)
def plain_static_files() -> Iterator[None]:
    """Addresses of static files without hashes: nothing has been collected here."""
    with override_settings(STORAGES=PLAIN_FILES):
        yield


@pytest.fixture(scope="session")
def set_pages() -> list[SetPage]:
    """Every page type in every language of the gallery."""
    pages = []
    with override_settings(STORAGES=PLAIN_FILES):
        for language in LANGUAGES:
            with translation.override(language):
                for name, page in sample_pages(language).items():
                    text = render_to_string(page.template, {"page": page, "shell": page.shell})
                    pages.append(SetPage(language, name, text, html.document_fromstring(text)))
    return pages
