"""Every page of the demo: it answers, in its language, valid, accessible, light, and asks nobody else for anything."""

import gzip
import json
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from playwright.sync_api import Page

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


@pytest.mark.parametrize("code", EDITIONS)
def test_no_page_scrolls_sideways_at_320_pixels(demo: Demo, page: Page, code: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    wide = {}
    for name in TYPES:
        page.goto(demo.types[code][name])
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
    assert wide == {}


def test_stories_read_and_navigate_without_scripts(demo: Demo, page: Page) -> None:
    context = page.context.browser.new_context(base_url=demo.url, java_script_enabled=False)  # type: ignore[union-attr] # launched
    window = context.new_page()
    window.goto("/ar/")
    window.locator("main a[href*='/ar/']").first.click()
    assert window.locator("h1").count() == 1
    assert window.locator("main p").count() > 2
    context.close()


def test_lead_picture_shifts_nothing(demo: Demo, page: Page) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => {"
        "for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;"
        "}).observe({type: 'layout-shift', buffered: true});"
    )
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


def test_dates_are_in_the_editions_digits(demo: Demo) -> None:
    times = html.document_fromstring(demo.get(demo.types["ar"]["news"])[2]).xpath("//time")
    assert times
    assert any(re.search("[٠-٩]", time.text_content()) for time in times)
    assert not any(re.search("[0-9]", time.text_content()) for time in times)


def _fetch(demo: Demo, path: str) -> bytes:
    with urllib.request.urlopen(demo.url + path, timeout=30) as answer:
        return bytes(answer.read())
