import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.base.safe_html import (
    BLOCK_TAGS,
    INLINE_TAGS,
    clean_blocks,
    clean_inline,
    is_safe_link,
    plain_text,
)
from tests.real_input import real_input

ATTRIBUTES = {
    "lang",
    "dir",
    "href",
    "hreflang",
    "title",
    "rel",
    "start",
    "reversed",
    "colspan",
    "rowspan",
    "scope",
}


class _Inspector(HTMLParser):
    """Reads cleaned HTML on its own and fails at anything that is not plainly harmless."""

    def __init__(self, tags: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.tags = tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.tags
        for name, value in attrs:
            assert name in ATTRIBUTES
            if name == "href":
                assert (value or "").lower().startswith(
                    ("http:", "https:", "mailto:", "/", "#", "?", ".")
                ) or ":" not in (value or "").partition("/")[0]

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment was left: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration was left: {decl}")


def _assert_harmless(payload: str) -> None:
    for cleaned, tags in ((clean_inline(payload), INLINE_TAGS), (clean_blocks(payload), BLOCK_TAGS)):
        _Inspector(tags).feed(cleaned)
    assert "\x00" not in plain_text(payload)


def _payloads() -> Iterator[str]:
    for vector in json.loads(real_input("security", "xss", "dompurify-vectors.json").read_text("utf-8")):
        yield vector["payload"]
    for folder in ("bleach", "feedparser-sanitize"):
        for path in sorted(real_input("security", "xss", folder).iterdir()):
            yield path.read_text("utf-8", errors="replace")
    for path in sorted(real_input("security", "lists").glob("xss-*")):
        yield from path.read_text("utf-8", errors="replace").splitlines()
    yield from json.loads(real_input("security", "lists", "naughty-strings.json").read_text("utf-8"))


def test_known_attacks_come_out_harmless() -> None:
    count = 0
    for payload in _payloads():
        _assert_harmless(payload)
        count += 1
    assert count > 1000


@given(st.text(alphabet=st.sampled_from("<>/=\"' abhrefscriptsvgonload:;&#x0\n-!")))
def test_any_scrap_of_markup_comes_out_harmless(text: str) -> None:
    _assert_harmless(text)


def test_language_and_direction_of_a_passage_stay() -> None:
    assert (
        clean_inline('<span lang="ar" dir="RTL" style="color:red">ع</span>')
        == '<span lang="ar" dir="rtl">ع</span>'
    )


def test_malformed_language_goes() -> None:
    assert clean_inline('<span lang="&quot; onclick=1">x</span>') == "<span>x</span>"


@pytest.mark.parametrize(
    "href", ["https://a.example/x", "http://a.example", "mailto:a@b.example", "/en/x/", "#top", "?page=2"]
)
def test_harmless_links_stay(href: str) -> None:
    assert clean_inline(f'<a href="{href}">x</a>') == f'<a href="{href}" rel="noopener">x</a>'


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "java\tscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "blob:x",
    ],
)
def test_links_that_run_or_carry_lose_their_address(href: str) -> None:
    assert clean_inline(f'<a href="{href}">x</a>') == '<a rel="noopener">x</a>'
    assert not is_safe_link(href)


def test_scripts_and_styles_go_with_their_content() -> None:
    assert clean_blocks("<p>a<script>b</script><style>c</style></p>") == "<p>a</p>"


def test_unknown_tags_keep_their_text() -> None:
    assert clean_blocks("<section><center>a</center></section>") == "a"


def test_text_without_markup_is_left_alone() -> None:
    assert clean_inline("مرحبا “x”") == "مرحبا “x”"


def test_plain_text_parts_blocks_and_keeps_entities_as_text() -> None:
    assert (
        plain_text("<p>a &lt;b&gt; &amp;</p><p>c<br>d</p><table><tr><td>1</td><td>2</td></tr></table>")
        == "a <b> &\nc\nd\n1 2"
    )
