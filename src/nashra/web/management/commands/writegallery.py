"""``nashra manage writegallery FOLDER``: every page type with invented stories, as files to look at and to check."""

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.test.utils import override_settings
from django.utils import translation

from nashra.web.gallery import LANGUAGES, sample_pages

_PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


class Command(BaseCommand):
    """Write the gallery of pages and components to a folder that any web server can serve."""

    help = "Write every page type and component, in Arabic, English and Spanish, as files to a folder."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="Where to write; made if it is not there.")

    def handle(self, *_args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if folder.is_file():
            raise CommandError(f"{folder} is a file; name a folder to write the pages to.")
        with override_settings(STORAGES={**settings.STORAGES, "staticfiles": _PLAIN}):
            count = write_pages(folder)
        copy_static_files(folder / settings.STATIC_URL.strip("/"))
        self.stdout.write(
            f"Wrote {count} pages to {folder}; serve it as the root of a site, for example with:"
        )
        self.stdout.write(f"  python3 -m http.server --directory {folder} 8080")


def write_pages(folder: Path) -> int:
    """Write ``<language>-<page>.html`` for every page type; how many were written."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for language in LANGUAGES:
        with translation.override(language):
            for name, page in sample_pages(language).items():
                text = render_to_string(page.template, {"page": page, "shell": page.shell})
                (folder / f"{language}-{name}.html").write_text(text, "utf-8")
                count += 1
    return count


def copy_static_files(folder: Path) -> None:
    """Copy the reader's static files, themes first."""
    copied = set()
    for finder in get_finders():
        for name, storage in finder.list([]):
            if name.startswith("nashra/") and name not in copied:
                copied.add(name)
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(storage.path(name), target)
