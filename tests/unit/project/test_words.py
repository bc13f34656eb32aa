"""The words of the interface, as Django finds them when it runs."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils import translation

import nashra

LOCALE = Path(nashra.__file__).parent / "locale"
COUNTS = (0, 1, 2, 3, 11, 100, 1_000_000)


@pytest.fixture(params=["ar", "es"])
def catalog(request: pytest.FixtureRequest) -> Catalog:
    with (LOCALE / request.param / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=request.param)


def test_our_words_win_over_those_of_django_and_wagtail(catalog: Catalog) -> None:
    with translation.override(str(catalog.locale)):
        others = {
            message.id: found
            for message in catalog
            if isinstance(message.id, str) and message.id and (found := _found(message)) != message.string
        }
    assert others == {}


def test_every_number_takes_one_of_our_plural_forms(catalog: Catalog) -> None:
    with translation.override(str(catalog.locale)):
        strays = {
            (message.id, count)
            for message in catalog
            if isinstance(message.id, tuple)
            for count in COUNTS
            if translation.ngettext(message.id[0], message.id[1], count) not in (message.string or ())
        }
    assert strays == set()


def test_arabic_counts_as_arabic_does() -> None:
    with translation.override("ar"):
        forms = [
            translation.ngettext("%(count)s-minute read", "%(count)s-minute read", n) for n in (2, 3, 11)
        ]
    assert forms == ["دقيقتا قراءة", "%(count)s دقائق قراءة", "%(count)s دقيقة قراءة"]


def test_what_happens_now_is_not_called_as_wagtail_calls_a_published_page() -> None:
    with translation.override("ar"):
        assert translation.pgettext("happening now", "Live") == "مباشر"


def _found(message: Message) -> str:
    if message.context:
        return translation.pgettext(message.context, str(message.id))
    return translation.gettext(str(message.id))
