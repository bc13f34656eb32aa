"""The latest stories on every page: brought by a script, in a place kept for them, with a link where scripts are off."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo
from tests.browser.test_pages import EDITIONS

SHIFT = (
    "window.shift = 0; new PerformanceObserver(list => {"
    "for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;"
    "}).observe({type: 'layout-shift', buffered: true});"
)


@pytest.mark.parametrize("width", [360, 800, 1280])
@pytest.mark.parametrize("code", EDITIONS)
def test_the_latest_stories_come_and_move_nothing(demo: Demo, page: Page, code: str, width: int) -> None:
    page.add_init_script(SHIFT)
    page.set_viewport_size({"width": width, "height": 1400})
    page.goto(demo.types[code]["plain"])
    place = page.get_by_role("complementary").locator("nashra-fragment")
    before = place.bounding_box()
    expect(place.get_by_role("listitem")).to_have_count(6)
    expect(place.get_by_role("link")).to_have_count(6)
    after = place.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] == pytest.approx(before["height"], abs=1)
    assert page.evaluate("window.shift") <= 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_a_link_leads_to_all_stories_and_no_room_is_kept(demo: Demo, page: Page) -> None:
    context = page.context.browser.new_context(base_url=demo.url, java_script_enabled=False)  # type: ignore[union-attr] # launched
    window = context.new_page()
    window.goto(demo.types["ar"]["news"])
    strip = window.get_by_role("complementary", name="آخر الأخبار")
    box = strip.locator("nashra-fragment").bounding_box()
    assert box is None or box["height"] == 0
    strip.get_by_role("link").click()
    assert window.url.endswith("/ar/archive/")
    context.close()


def test_a_page_that_offers_the_latest_itself_has_no_second_list(demo: Demo, page: Page) -> None:
    page.goto("/en/no-such-page/")
    assert page.locator("nashra-fragment").count() == 0
    assert page.get_by_role("heading", name="Latest stories").count() == 1
