"""``nashra manage addedition``: a new newspaper, without code and without a restart."""

from typing import Any

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from nashra.base.numerals import default_digits
from nashra.editions.addresses import root_path
from nashra.editions.models import Edition
from nashra.stories.actions.add_section import add_section


class Command(BaseCommand):
    """Open an edition; what is not said is taken from CLDR."""

    help = "Open an edition: a front, roles, a collection of pictures, and the sections you name."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="first part of its addresses, such as fr")
        parser.add_argument("--language", help="BCP 47 tag; default: the code")
        parser.add_argument("--name", help="in the edition switcher; default: the language's own name")
        parser.add_argument("--masthead", help="default: the newsroom's name")
        parser.add_argument("--slogan", default="")
        parser.add_argument("--desk-byline", help="byline of stories nobody signed; default: the masthead")
        parser.add_argument("--time-zone", default="UTC")
        parser.add_argument("--digits", help="CLDR numbering system: latn, arab …; default: the language's")
        parser.add_argument(
            "--calendar-names", default="", help="CLDR locale month names come from, such as ar-LB"
        )
        parser.add_argument("--host", default="", help="a host of its own, such as fr.example.org")
        parser.add_argument(
            "--section", action="append", default=[], metavar="TITLE", help="repeat for each section"
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        edition = _edition_from(options)
        try:
            edition.full_clean()
        except ValidationError as refusal:
            sentences = (
                f"{_option(field)}: {' '.join(said)}" for field, said in refusal.message_dict.items()
            )
            raise CommandError("\n".join(sentences)) from refusal
        edition.save()
        for title in options["section"]:
            add_section(edition, title)
        self.stdout.write(
            f"Opened {edition.masthead} at {root_path(edition)} with {_count(options['section'])}."
        )


def _edition_from(options: dict[str, Any]) -> Edition:
    language = options["language"] or options["code"]
    masthead = options["masthead"] or settings.WAGTAIL_SITE_NAME
    return Edition(
        code=options["code"],
        language=language,
        name=options["name"] or _own_name(language),
        masthead=masthead,
        slogan=options["slogan"],
        desk_byline=options["desk_byline"] or masthead,
        time_zone=options["time_zone"],
        numbering=options["digits"] or _digits(language),
        calendar_locale=options["calendar_names"],
        host=options["host"],
        position=Edition.objects.count(),
    )


def _option(field: str) -> str:
    """The option a field of the edition is named by."""
    options = {"numbering": "digits", "calendar_locale": "calendar-names"}
    return "--" + options.get(field, field).replace("_", "-")


def _own_name(language: str) -> str:
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return language
    return (locale.get_display_name(locale) or language).title()


def _digits(language: str) -> str:
    try:
        return default_digits(language)
    except (UnknownLocaleError, ValueError):
        return "latn"


def _count(sections: list[str]) -> str:
    return "1 section" if len(sections) == 1 else f"{len(sections)} sections"
