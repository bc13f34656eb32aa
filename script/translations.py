"""Keeps the translations and the texts in the code together, without gettext's programs.

``update`` collects every text from Python and templates into each language's .po file, keeping what is translated.
``check`` fails for a text without a translation, with a doubtful (fuzzy) one, or with other placeholders than ours,
and for a plural rule other than Django's: Django looks such a catalogue up in another order than the rest, so that
words of Wagtail could take the place of ours.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

type Text = str | tuple[str, ...] | list[str]

SOURCE = Path(__file__).resolve().parent.parent / "src" / "nashra"
LOCALE = SOURCE / "locale"
LANGUAGES = ("ar", "es")
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def collect() -> Catalog:
    """Every text in the code."""
    catalog = Catalog(project="Nashra", charset="utf-8")
    for file in sorted(SOURCE.rglob("*")):
        if (
            file.suffix not in {".py", ".html", ".txt", ".xml"}
            or "migrations" in file.parts
            or "static" in file.parts
        ):
            continue
        for line, message, context in _texts(file):
            place = (str(file.relative_to(SOURCE.parent.parent)), line)
            catalog.add(message, locations=[place], context=context, flags=_flags(message))
    return catalog


def update() -> None:
    """Bring each language's .po file to the texts of the code."""
    texts = collect()
    for language in LANGUAGES:
        catalog = _read(language)
        catalog.update(texts, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
        catalog.obsolete.clear()
        with _file(language).open("wb") as file:
            write_po(file, catalog, width=110, omit_header=False, sort_by_file=True, include_lineno=False)


def check() -> list[str]:
    """What is wrong, a sentence for each finding."""
    texts = [message for message in collect() if message.id]
    others = [
        f"{language}: Plural-Forms must be as in Django's own .po file"
        for language in LANGUAGES
        if _read(language).plural_forms != _djangos(language).plural_forms
    ]
    return others + [
        f'{language}: "{_first(message.id)}" {finding}'
        for language in LANGUAGES
        for catalog in [_read(language)]
        for message in texts
        if (finding := _finding(message, catalog))
    ]


def _texts(file: Path) -> Iterator[tuple[int, Text, str | None]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        # Indentation means nothing in a template, but a Python tokenizer stumbles over it.
        text = "\n".join(line.strip() for line in templatize(text).split("\n"))
    for line, message, _comments, context in extract(
        "python", BytesIO(text.encode()), _KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield line, message, context


def _flags(message: Text) -> set[str]:
    return {"python-format"} if re.search(r"%\(\w+\)", _first(message)) else set()


def _finding(message: Message, catalog: Catalog) -> str:
    found = catalog.get(message.id, context=message.context)
    if found is None:
        return 'is not in the .po file: run "python script/translations.py update"'
    forms = _all(found.string or "")
    if not all(forms) or (isinstance(message.id, tuple) and len(forms) != catalog.num_plurals):
        return "has no translation"
    if found.fuzzy:
        return "has a doubtful translation"
    known = set(_PLACEHOLDER.findall(" ".join(_all(message.id))))
    # A plural form may leave the number out ("one picture"), but never invent a placeholder.
    if any(set(_PLACEHOLDER.findall(form)) - known for form in forms):
        return "has other placeholders in its translation"
    if isinstance(message.id, str) and set(_PLACEHOLDER.findall(forms[0])) != known:
        return "has lost a placeholder in its translation"
    return ""


def _read(language: str) -> Catalog:
    file = _file(language)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        return Catalog(locale=language, project="Nashra", charset="utf-8", fuzzy=False)
    return _opened(file, language)


def _djangos(language: str) -> Catalog:
    own = Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES" / "django.po"
    return _opened(own, language)


def _opened(file: Path, language: str) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _all(message: Text) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def _first(message: Text) -> str:
    return _all(message)[0]


def main() -> int:
    """``update`` or ``check``."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("word", choices=("update", "check"))
    settings.configure()
    if parser.parse_args().word == "update":
        update()
        return 0
    findings = check()
    print("\n".join(findings), file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
