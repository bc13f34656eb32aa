import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from nashra.base.control import strip_control


@pytest.mark.parametrize(
    "mark", ["\x00", "\x08", "\x0b", "\x1f", "\x7f", "\x85", "\ud800", "\ufdd0", "\uffff", "\U0001ffff"]
)
def test_forbidden_characters_go(mark: str) -> None:
    assert strip_control(f"a{mark}b") == "ab"


@pytest.mark.parametrize(
    "text", ["a\tb\nc\r\n", "\u2067عربي\u2069 x", "\u202bعربي\u202c", "a\u200fb\u200e", "می\u200cخواهم"]
)
def test_harmless_controls_stay(text: str) -> None:
    assert strip_control(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\u202etxt.exe\u202c b", "atxt.exe b"),
        ("\u2067open", "open"),
        ("close\u2069", "close"),
        ("close\u202c", "close"),
        ("\u2067a\u202bb\u2069", "\u2067ab\u2069"),
        ("\u2067a\nb\u2069", "a\nb"),
    ],
)
def test_overrides_and_unpaired_controls_go(text: str, kept: str) -> None:
    assert strip_control(text) == kept


@given(st.text())
def test_whatever_is_left_fits_in_xml(text: str) -> None:
    element = etree.Element("p")
    element.text = strip_control(text)
    etree.fromstring(etree.tostring(element))


@given(st.text(alphabet="a\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n"))
def test_stripping_twice_changes_nothing_more(text: str) -> None:
    assert strip_control(strip_control(text)) == strip_control(text)
