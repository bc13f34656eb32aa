"""Every page of the demo: it answers, in its language, valid, accessible, light, and asks nobody else for anything."""

import gzip
import json
import re
import shutil
import subprocess
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from tests.browser.conftest import CHECKERS, Demo

TYPES = [
    "front",
    "section",
    "news",
    "opinion",
    "analysis",
    "blog",
    "feature",
    "explainer",
    "video",
    "episode",
    "gallery",
    "infographic",
    "liveblog",
    "topic",
    "region",
    "author",
    "authors",
    "coverage",
    "show",
    "shows",
    "channel",
    "archive",
    "month",
    "plain",
]
EDITIONS = ("en", "ar", "es")
KB = 1024

COUNT_SHIFTS = """window.shift = 0; new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});"""
SCROLL_THROUGH = """async () => {
    for (let down = 0; down < document.body.scrollHeight; down += 600) {
        scrollTo(0, down);
        await new Promise(done => setTimeout(done, 40));
    }
}"""
# A headline's link covers its whole card; a link inside a sentence has the sentence's height.
SMALL_TARGETS = """() => [...document.querySelectorAll('a[href], button, summary, input')].filter(target => {
    const {width, height} = target.getBoundingClientRect();
    const inSentence = target.closest('p, figcaption, li') && getComputedStyle(target).display === 'inline';
    const told = target.checkVisibility() && width && !target.closest('.skip, .card-title') && !inSentence;
    return told && (width < 24 || height < 24);
}).map(target => target.textContent.trim())"""
# Standfirsts in the slots of a front end in three points on purpose: the story has them whole.
CUT_OFF = """() => [...document.querySelectorAll('body *:not(.unseen, .unseen *, .standfirst, svg, svg *)')].filter(part => {
    const {overflowX, overflowY} = getComputedStyle(part);
    const wide = part.scrollWidth > part.clientWidth + 2, high = part.scrollHeight > part.clientHeight + 2;
    return wide && /hidden|clip/.test(overflowX) || high && /hidden|clip/.test(overflowY);
}).map(part => part.className + ': ' + part.textContent.trim().slice(0, 60))"""
BADGES_OUTSIDE = """() => [...document.querySelectorAll('.badge')].filter(badge => {
    const picture = badge.parentElement.querySelector('img').getBoundingClientRect();
    return badge.getBoundingClientRect().bottom > picture.bottom + 1;
}).map(badge => badge.closest('.card').textContent.trim().slice(0, 60))"""
# Bands of cards whose first row ends before the band does.
HALF_EMPTY = """() => [...document.querySelectorAll('.films, .secondary, .columns-1')].filter(band => {
    const end = box => document.dir === 'rtl' ? -box.left : box.right;
    const reached = [...band.querySelectorAll('.card')].map(card => end(card.getBoundingClientRect()));
    return Math.max(...reached) < end(band.getBoundingClientRect()) - 2;
}).map(band => band.className + ': ' + band.textContent.trim().slice(0, 60))"""
SPACED = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""


def test_every_live_address_answers(demo: Demo) -> None:
    wrong = {path: status for path in demo.paths if (status := demo.get(path)[0]) != 200}
    assert wrong == {}


def test_newsroom_has_sixty_stories_of_every_kind_in_each_edition(demo: Demo) -> None:
    for code in EDITIONS:
        assert set(TYPES) <= set(demo.types[code])
        assert sum(path.startswith(f"/{code}/") and path.count("/") > 4 for path in demo.paths) >= 60


@pytest.mark.parametrize("code", EDITIONS)
def test_wrong_address_gets_a_page_in_its_editions_language(demo: Demo, code: str) -> None:
    status, headers, text = demo.get(f"/{code}/no-such-page/")
    assert status == 404
    assert html.document_fromstring(text).get("lang") == code
    assert headers["content-language"] == code


def test_language_and_direction_stand_on_every_page(demo: Demo) -> None:
    for code, direction in (("en", "ltr"), ("ar", "rtl"), ("es", "ltr")):
        for path in demo.types[code].values():
            root = html.document_fromstring(demo.get(path)[2])
            assert (root.get("lang"), root.get("dir")) == (code, direction), path


def test_linked_stories_name_each_other_in_both_directions(demo: Demo) -> None:
    pages: dict[str, dict[str, str]] = {}
    for path in [path for path in demo.paths if path.count("/") > 4 and "archive" not in path][:400:7]:
        tree = html.document_fromstring(demo.get(path)[2])
        pages[path] = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@hreflang]")}
    linked = {path: links for path, links in pages.items() if links}
    assert linked
    for path, links in linked.items():
        for url in links.values():
            other = html.document_fromstring(demo.get("/" + url.split("/", 3)[3])[2])
            back = {link.get("href") for link in other.xpath("//link[@hreflang]")}
            assert any(unquote(address).endswith(path) for address in back), (path, url)


def test_story_page_is_light(demo: Demo) -> None:
    for code in EDITIONS:
        _status, _headers, text = demo.get(demo.types[code]["news"])
        tree = html.document_fromstring(text)
        sheets = b"".join(_fetch(demo, link.get("href")) for link in tree.xpath('//link[@rel="stylesheet"]'))
        scripts = b"".join(_fetch(demo, script.get("src")) for script in tree.xpath("//script[@src]"))
        assert len(gzip.compress(text.encode())) + len(gzip.compress(sheets)) <= 30 * KB
        assert len(gzip.compress(scripts)) <= 12 * KB


@pytest.mark.skipif(
    not (CHECKERS / "vnu-jar").exists() or shutil.which("java") is None,
    reason="The Nu HTML checker needs Java and npm; script/test installs them where it can.",
)
def test_every_page_type_is_valid_html(demo: Demo, tmp_path: Path) -> None:
    for code in EDITIONS:
        for name in [*TYPES, "404"]:
            path = demo.types[code].get(name, f"/{code}/no-such-page/")
            (tmp_path / f"{code}-{name}.html").write_text(demo.get(path)[2])
        fragment = demo.get(f"/{code}/fragments/latest/")[2]
        around = f'<!doctype html><html lang="{code}"><title>A page</title><h1>A page</h1><h2>Latest</h2>{fragment}'
        (tmp_path / f"{code}-latest.html").write_text(around)
    jar = CHECKERS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = subprocess.run(
        [
            "java",
            "-Xmx1g",
            "-jar",
            jar,
            "--errors-only",
            "--format",
            "json",
            *sorted(tmp_path.glob("*.html")),
        ],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    messages = json.loads(said.stderr)["messages"]
    errors = [f"{Path(item['url']).name}:{item.get('lastLine')}: {item['message']}" for item in messages]
    assert errors == []


@pytest.mark.skipif(
    not (CHECKERS / "axe-core").exists(), reason="axe comes from npm; script/test installs it where it can."
)
@pytest.mark.parametrize("code", EDITIONS)
def test_every_page_type_is_accessible(demo: Demo, page: Page, code: str) -> None:
    axe = (CHECKERS / "axe-core" / "axe.min.js").read_text()
    page.set_viewport_size({"width": 1280, "height": 900})
    violations: list[str] = []
    for name in [*TYPES, "404"]:
        page.goto(demo.types[code].get(name, f"/{code}/no-such-page/"))
        page.evaluate(axe)
        found = page.evaluate("axe.run().then(result => result.violations)")
        violations += [f"{name}: {item['id']} {item['nodes'][0]['html'][:160]}" for item in found]
    assert violations == []


@dataclass(frozen=True)
class OnAPhone:
    """What was measured on a page at 320 pixels, scrolled from top to bottom."""

    width: int
    shift: float
    small_targets: list[str]
    cut_when_spaced: list[str]
    badges_outside: list[str]


@pytest.fixture(scope="module", params=EDITIONS)
def on_a_phone(demo: Demo, browser: Browser, request: pytest.FixtureRequest) -> dict[str, OnAPhone]:
    """Every page type of an edition, measured once for the tests below."""
    context = browser.new_context(base_url=demo.url, viewport={"width": 320, "height": 700})
    context.add_init_script(COUNT_SHIFTS)
    window, measured = context.new_page(), {}
    for name in TYPES:
        window.goto(demo.types[request.param][name])
        window.evaluate(SCROLL_THROUGH)
        window.wait_for_load_state("networkidle")
        width, shift = window.evaluate("[document.documentElement.scrollWidth, window.shift]")
        targets, before = window.evaluate(SMALL_TARGETS), window.evaluate(CUT_OFF)
        badges = window.evaluate(BADGES_OUTSIDE)
        window.add_style_tag(content=SPACED)
        cut = [words for words in window.evaluate(CUT_OFF) if words not in before]
        measured[name] = OnAPhone(width, shift, targets, cut, badges)
    context.close()
    return measured


def test_no_page_scrolls_sideways_at_320_pixels(on_a_phone: dict[str, OnAPhone]) -> None:
    assert {name: page.width for name, page in on_a_phone.items() if page.width > 320} == {}


def test_nothing_moves_on_any_page_while_it_is_read(on_a_phone: dict[str, OnAPhone]) -> None:
    assert {name: page.shift for name, page in on_a_phone.items() if page.shift > 0.01} == {}


def test_targets_are_24_pixels_or_more(on_a_phone: dict[str, OnAPhone]) -> None:
    """WCAG 2.2, 2.5.8; links inside a sentence are excepted."""
    assert {name: page.small_targets for name, page in on_a_phone.items() if page.small_targets} == {}


def test_a_films_length_lies_in_its_picture(on_a_phone: dict[str, OnAPhone]) -> None:
    assert {name: page.badges_outside for name, page in on_a_phone.items() if page.badges_outside} == {}


def test_no_words_are_lost_when_readers_space_their_text(on_a_phone: dict[str, OnAPhone]) -> None:
    """WCAG 2.2, 1.4.12."""
    assert {name: page.cut_when_spaced for name, page in on_a_phone.items() if page.cut_when_spaced} == {}


def test_stories_read_and_navigate_without_scripts(demo: Demo, page: Page) -> None:
    context = page.context.browser.new_context(base_url=demo.url, java_script_enabled=False)  # type: ignore[union-attr] # launched
    window = context.new_page()
    window.goto("/ar/")
    window.locator("main a[href*='/ar/']").first.click()
    assert window.locator("h1").count() == 1
    assert window.locator("main p").count() > 2
    context.close()


def test_lead_picture_shifts_nothing(demo: Demo, page: Page) -> None:
    page.add_init_script(COUNT_SHIFTS)
    for code in EDITIONS:
        page.goto(demo.types[code]["news"])
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shift") <= 0.01


def test_pictures_have_sizes_and_words(demo: Demo) -> None:
    for code in EDITIONS:
        for path in demo.types[code].values():
            for image in html.document_fromstring(demo.get(path)[2]).xpath("//img"):
                assert image.get("width"), path
                assert image.get("height"), path
                assert image.get("alt") is not None, path


def test_only_the_open_section_is_marked_where_readers_choose_the_colours(demo: Demo, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(demo.types["en"]["section"])
    drawn = page.evaluate(
        """[...document.querySelectorAll('.strip-nav a')].filter(link =>
            getComputedStyle(link).borderBottomColor !== getComputedStyle(document.body).backgroundColor
        ).map(link => link.textContent)"""
    )
    assert drawn == page.locator(".strip-nav [aria-current]").all_text_contents()


def test_text_of_a_gallery_keeps_its_distance_from_the_pictures(demo: Demo, page: Page) -> None:
    page.goto(demo.types["en"]["gallery"])
    pictures, text = page.locator(".frames").bounding_box(), page.locator(".narrow .prose").bounding_box()
    assert pictures is not None
    assert text is not None
    assert text["y"] - (pictures["y"] + pictures["height"]) >= 24


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("code", EDITIONS)
def test_no_band_of_a_section_is_half_empty(demo: Demo, page: Page, code: str, width: int) -> None:
    """However few stories it has."""
    page.set_viewport_size({"width": width, "height": 900})
    tops = {path.rstrip("/").rpartition("/")[0] + "/" for path, _pk in demo.sections[code]}
    half_empty: dict[str, list[str]] = {}
    for path in sorted(tops | {path for path, _pk in demo.sections[code]}):
        page.goto(path)
        if found := page.evaluate(HALF_EMPTY):
            half_empty[unquote(path)] = found
    assert half_empty == {}


@pytest.mark.parametrize("code", EDITIONS)
def test_portraits_are_cut_below_the_hair(demo: Demo, code: str) -> None:
    opinion = next(path for path, _pk in demo.sections[code] if re.search("opini|رأي", unquote(path)))
    tree = html.document_fromstring(demo.get(unquote(opinion))[2])
    portraits = tree.xpath("//main//div[contains(@class, 'cut-wide')]//img[contains(@src, 'portrait-')]")
    assert portraits
    assert {portrait.get("data-down") for portrait in portraits} == {"0"}


@pytest.mark.parametrize("code", EDITIONS)
def test_no_picture_stands_twice_on_the_front(demo: Demo, code: str) -> None:
    cards = html.document_fromstring(demo.get(f"/{code}/")[2]).xpath(
        "//main//div[contains(@class, 'card-picture')]"
    )
    shown = [card.xpath(".//img/@src")[0].rsplit("/", 1)[-1].split(".")[0] for card in cards]
    assert len(shown) > 30
    assert {name for name in shown if shown.count(name) > 1} == set()


@pytest.mark.parametrize("code", EDITIONS)
def test_films_tell_their_length_and_go_by_the_storys_name(demo: Demo, code: str) -> None:
    front = html.document_fromstring(demo.get(f"/{code}/")[2])
    films = front.xpath("//section//*[contains(@class, 'films')]//p[@class='badge']")
    assert len(films) >= 4
    assert all(film.xpath(".//time") for film in films)
    story = html.document_fromstring(demo.get(demo.types[code]["video"])[2])
    assert story.xpath("//video/@aria-label") == [story.findtext(".//h1")]


def test_dates_are_in_the_editions_digits(demo: Demo) -> None:
    times = html.document_fromstring(demo.get(demo.types["ar"]["news"])[2]).xpath("//time")
    assert times
    assert any(re.search("[٠-٩]", time.text_content()) for time in times)
    assert not any(re.search("[0-9]", time.text_content()) for time in times)


def _fetch(demo: Demo, path: str) -> bytes:
    with urllib.request.urlopen(demo.url + path, timeout=30) as answer:
        return bytes(answer.read())
