import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.base.html_blocks import blocks_from_html, blocks_from_text, html_from_blocks, text_of_blocks
from nashra.base.newsitem import Embed, Heading, ItemList, Paragraph, Picture, Quote, Table
from nashra.base.safe_html import plain_text


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>a <b>b</b></p>", (Paragraph("a <b>b</b>"),)),
        ("loose <i>x</i>", (Paragraph("loose <i>x</i>"),)),
        ("a<br><br>b", (Paragraph("a"), Paragraph("b"))),
        ('<p lang="ar" dir="rtl">ع</p>', (Paragraph('<span lang="ar" dir="rtl">ع</span>'),)),
        ("<H1>Head</H1><h5 class=x>small</h5>", (Heading("Head", 2), Heading("small", 4))),
        ("<ul><li>a<li>b</ul>", (ItemList(("a", "b")),)),
        ("<ol><li>a</ol>", (ItemList(("a",), ordered=True),)),
        ("<blockquote><p>q</p><cite>— Me</cite></blockquote>", (Quote("q", "Me"),)),
        ("<table><tr><th>1<th>2<tr><td>3<td>4</table>", (Table((("1", "2"), ("3", "4")), has_header=True),)),
        ("<div><div><p>in</p>tail</div></div>", (Paragraph("in"), Paragraph("tail"))),
        ("<p></p><hr><p>&nbsp;</p><div> </div>", ()),
        ("&lt;script&gt;x", (Paragraph("&lt;script&gt;x"),)),
    ],
)
def test_html_becomes_blocks(html: str, blocks: tuple[object, ...]) -> None:
    assert blocks_from_html(html) == blocks


@pytest.mark.parametrize(
    "html", ["<div>" * 20000 + "deep", "<blockquote>" * 3000 + "deep", "<b>" * 5000 + "deep"]
)
def test_deep_nesting_loses_no_words(html: str) -> None:
    assert text_of_blocks(blocks_from_html(html)) == "deep"


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<ul><li>",
                "</ul>",
                "<h2>",
                "<table><tr><td>",
                "<blockquote>",
                "</b>",
                "<b>",
                "word ",
            ]
        )
    )
)
def test_no_word_of_any_markup_is_lost(pieces: list[str]) -> None:
    html = "".join(pieces)
    assert text_of_blocks(blocks_from_html(html)).count("word") == plain_text(html).count("word")


def test_blank_lines_part_paragraphs_of_plain_text() -> None:
    assert blocks_from_text("a\r\nb <x>\r\n\r\nc") == (Paragraph("a b &lt;x&gt;"), Paragraph("c"))


def test_blocks_survive_the_way_through_html() -> None:
    blocks = (
        Heading("H & M"),
        Paragraph('a <a href="https://x.example" rel="noopener">b</a>'),
        Quote("q", "Me"),
        ItemList(("a", "b"), ordered=True),
        Table((("1", "2"), ("3", "4")), caption="cap", has_header=True),
    )
    assert blocks_from_html(html_from_blocks(blocks)) == blocks


def test_captions_and_embeds_are_escaped_in_html() -> None:
    html = html_from_blocks(
        [Picture(href="https://x.example/a.jpg", caption="<b>"), Embed('https://x.example/"><script>')]
    )
    assert "<script>" not in html
    assert "&lt;b&gt;" in html
