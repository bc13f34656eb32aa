"""Every page type, in Arabic, English and Spanish: what must be true of each."""

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import nashra.web
from nashra.web.shapes import blocks, fronts, lists, plain, stories
from nashra.web.stylesheet import build_stylesheet, source_files
from tests.unit.web.conftest import SetPage

type Pages = list[SetPage]

KB = 1024
STATIC = Path(nashra.web.__file__).parent / "static"
JS = STATIC / "nashra" / "js"
SCRIPTS = re.compile(r'<script type="module" src="/static/nashra/js/([\w-]+\.js)">')


def faults(pages: Pages, found_in: object) -> list[str]:
    """Where a rule is broken; a rule is a function that lists what it finds on a page."""
    assert callable(found_in)
    return [f"{page.language} {page.name}: {fault}" for page in pages for fault in found_in(page)]


def test_there_is_a_page_of_every_type(set_pages: Pages) -> None:
    rooms = (blocks, fronts, lists, plain, stories)
    types = {
        shape.template
        for room in rooms
        for name, shape in vars(room).items()
        if name.endswith("Page") and isinstance(getattr(shape, "template", None), str)
    }
    shown = {f"nashra/pages/{page.name.partition('-')[0]}.html" for page in set_pages}
    assert types <= shown


def test_the_page_says_its_language_and_direction(set_pages: Pages) -> None:
    for page in set_pages:
        assert page.tree.get("lang") == page.language
        assert page.tree.get("dir") == ("rtl" if page.language == "ar" else "ltr")


def test_a_page_has_one_heading_of_the_first_level(set_pages: Pages) -> None:
    assert not faults(set_pages, lambda page: [] if len(page.tree.findall(".//h1")) == 1 else ["h1"])


def test_headings_do_not_skip_a_level(set_pages: Pages) -> None:
    def skips(page: SetPage) -> list[str]:
        levels = [int(item.tag[1]) for item in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        return [f"h{after} after h{before}" for before, after in pairwise(levels) if after > before + 1]

    assert not faults(set_pages, skips)


def test_an_id_stands_once_on_a_page(set_pages: Pages) -> None:
    def twice(page: SetPage) -> list[str]:
        return [name for name, count in Counter(page.tree.xpath("//@id")).items() if count > 1]

    assert not faults([page for page in set_pages if page.name != "components"], twice)


def test_labels_point_to_something(set_pages: Pages) -> None:
    def lost(page: SetPage) -> list[str]:
        ids = set(page.tree.xpath("//@id"))
        named = page.tree.xpath("//@aria-labelledby | //@aria-describedby | //label/@for")
        return [name for name in named if name not in ids]

    assert not faults(set_pages, lost)


def test_every_picture_has_its_size_and_an_alternative_text(set_pages: Pages) -> None:
    def bare(page: SetPage) -> list[str]:
        return [
            image.get("src")
            for image in page.tree.iter("img")
            if not {"width", "height", "alt"} <= set(image.keys())
        ]

    assert not faults(set_pages, bare)


def test_no_style_or_script_is_written_into_the_page(set_pages: Pages) -> None:
    def inline(page: SetPage) -> list[str]:
        scripts = page.tree.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        handlers = page.tree.xpath("//@*[starts-with(name(), 'on')]")
        return [
            *page.tree.xpath("//@style"),
            *map(str, page.tree.xpath("//style")),
            *map(str, scripts),
            *handlers,
        ]

    assert not faults(set_pages, inline)


def test_nothing_is_fetched_from_elsewhere(set_pages: Pages) -> None:
    def fetched(page: SetPage) -> list[str]:
        asked = page.tree.xpath("//link[@rel!='canonical'][@rel!='alternate']/@href | //@src | //@poster")
        return [address for address in asked if not address.startswith(("/", "#"))]

    assert not faults(set_pages, fetched)


def test_links_and_buttons_have_words(set_pages: Pages) -> None:
    def silent(page: SetPage) -> list[str]:
        return [
            str(item.get("href") or item.tag)
            for item in page.tree.iter("a", "button", "summary")
            if not (item.text_content().strip() or item.get("aria-label") or item.xpath(".//img[@alt!='']"))
        ]

    assert not faults(set_pages, silent)


def test_a_passage_in_another_language_says_so(set_pages: Pages) -> None:
    story = next(page for page in set_pages if (page.language, page.name) == ("en", "story"))
    assert story.tree.xpath("//div[@class='prose']//span[@lang='ar'][@dir='rtl']")


def test_the_menu_and_its_second_level_are_there_without_scripts(set_pages: Pages) -> None:
    # What fails may be what knows the sections, so that one page does without.
    for page in (page for page in set_pages if page.name != "500"):
        panel = page.tree.xpath("//details[contains(@class, 'sections')]//nav/ul/li")
        assert len(panel) >= 6
        assert panel[0].xpath("./ul/li/a")


def test_an_embed_is_a_plain_link_until_it_is_asked_for(set_pages: Pages) -> None:
    for page in set_pages:
        assert not page.tree.findall(".//iframe")
    story = next(page for page in set_pages if page.name == "story")
    embed = story.tree.find(".//nashra-embed")
    assert embed.find("a").get("href")
    assert embed.find("button").get("hidden") is not None


def test_places_in_a_list_are_in_the_digits_of_the_edition(set_pages: Pages) -> None:
    arabic = next(page for page in set_pages if (page.language, page.name) == ("ar", "story"))
    assert [place.text for place in arabic.tree.xpath("//span[@class='place']")][:2] == ["١", "٢"]


def test_the_skip_link_comes_first_and_leads_to_the_content(set_pages: Pages) -> None:
    for page in set_pages:
        first = page.tree.xpath("//body//a")[0]
        assert first.get("href") == "#content"
        assert page.tree.xpath("//main[@id='content']")


def test_a_story_page_and_its_style_weigh_at_most_30_kb(set_pages: Pages) -> None:
    style = build_stylesheet((layer, file.read_text("utf-8")) for layer, file in source_files())
    for page in set_pages:
        if page.name.startswith("story"):
            weight = len(gzip.compress(page.text.encode())) + len(gzip.compress(style.encode()))
            assert weight <= 30 * KB, f"{page.language} {page.name}: {weight}"


def test_the_scripts_of_a_page_weigh_at_most_12_kb(set_pages: Pages) -> None:
    scripts = {file.name: file for file in JS.glob("*.js")}
    for page in set_pages:
        asked = set(SCRIPTS.findall(page.text))
        assert asked <= set(scripts)
        assert sum(len(gzip.compress(scripts[name].read_bytes())) for name in asked) <= 12 * KB


def test_every_page_loads_one_style_sheet(set_pages: Pages) -> None:
    for page in set_pages:
        assert page.tree.xpath("//link[@rel='stylesheet']/@href") == ["/static/nashra/nashra.css"]


def test_the_fonts_fetched_early_are_those_of_the_script(set_pages: Pages) -> None:
    for page in set_pages:
        fonts = page.tree.xpath("//link[@rel='preload']/@href")
        family = "markazi" if page.language == "ar" else "newsreader"
        assert any(family in font for font in fonts)
        assert all((STATIC / font.removeprefix("/static/")).is_file() for font in fonts)
