"""From the keyboard to the reader's screen: an editor writes, publishes and moves a story in each edition."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Demo

# The desk saves while one writes; a slow machine takes its time.
expect.set_options(timeout=45_000)

STORIES = {
    "en": (
        "The night ferry sails again",
        "After six weeks the first passengers crossed.",
        "We had missed the sea.",
    ),
    "ar": ("عبّارة الليل تبحر من جديد", "بعد ستة أسابيع عبر أول الركاب.", "اشتقنا إلى البحر."),
    "es": (
        "El ferri nocturno vuelve a zarpar",
        "Seis semanas después cruzaron los primeros pasajeros.",
        "Lo echábamos de menos.",
    ),
}


@pytest.mark.parametrize("code", STORIES)
def test_editor_writes_publishes_and_moves_a_story(demo: Demo, page: Page, code: str) -> None:
    headline, standfirst, quote = STORIES[code]
    (section, section_id), (target, target_id) = demo.sections[code][:2]
    sign_in(page, demo)
    page.goto(f"/admin/pages/add/stories/article/{section_id}/")
    page.locator("[name=title]").fill(headline)
    page.locator("[name=standfirst]").fill(standfirst)
    choose_picture(page)
    add_quote(page, quote)
    page.locator("[data-side-panel-toggle=preview]").click()
    # The panel loads each new state into a second frame and swaps it in.
    expect(page.frame_locator("iframe[title=Preview]").last.locator("h1")).to_have_text(headline)
    press_publish(page)

    story = address_on(page, section, headline)
    page.goto(story)
    expect(page.locator("h1")).to_have_text(headline)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if code == "ar" else "ltr")
    expect(page.locator("main blockquote")).to_contain_text(quote)

    move(page, section_id, headline, target_id)
    moved = address_on(page, target, headline)
    for _ in range(60):
        page.goto(story)
        if unquote(page.url) == unquote(demo.url + moved):
            break
        page.wait_for_timeout(500)
    assert unquote(page.url) == unquote(demo.url + moved)
    expect(page.locator("h1")).to_have_text(headline)


def test_infographic_without_its_text_is_refused_by_name(demo: Demo, page: Page) -> None:
    section, section_id = demo.sections["en"][0]
    sign_in(page, demo)
    page.goto(f"/admin/pages/add/stories/infographic/{section_id}/")
    page.locator("[name=title]").fill("A drawing without words")
    page.locator("[name=standfirst]").fill("It lacks what readers who cannot see it need.")
    page.locator("button[name=action-publish]").dispatch_event("click")
    expect(page.locator(".messages")).to_contain_text("could not be")
    assert demo.get(f"{section}a-drawing-without-words/")[0] == 404


def sign_in(page: Page, demo: Demo) -> None:
    """Sign in with the login the demo printed."""
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(demo.username)
    page.locator("[name=password]").fill(demo.password)
    page.locator("button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))


def choose_picture(page: Page) -> None:
    """Take the first picture of the chooser as the lead."""
    page.locator("#id_lead_picture-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal a[data-chooser-modal-choice]").first.click()
    expect(page.locator("#id_lead_picture")).not_to_have_value("")


def add_quote(page: Page, words: str) -> None:
    """Add a quote block to the body."""
    page.locator("[data-contentpath=body] button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Quote").first.click()
    page.locator("[name=body-0-value-text]").fill(words)


def press_publish(page: Page) -> None:
    """Publish by the form's own button, which the desk keeps in a menu."""
    page.locator("button[name=action-publish]").dispatch_event("click")
    expect(page.locator(".messages")).to_contain_text("published")


def address_on(page: Page, section: str, headline: str) -> str:
    """The story's address on a section's page, which is swapped a moment after the change, on a busy machine a few."""
    link = page.locator("main a", has_text=headline).first
    for _ in range(60):
        page.goto(section)
        if link.count():
            return str(link.get_attribute("href"))
        page.wait_for_timeout(500)
    raise AssertionError(f"{headline} did not come to {section}")


def move(page: Page, section_id: int, headline: str, target_id: int) -> None:
    """Move the story, found in its section's list, below another section."""
    page.goto(f"/admin/pages/{section_id}/")
    edit = page.locator("a[href*='/edit/']", has_text=headline).first.get_attribute("href")
    story_id = str(edit).split("/")[3]
    page.goto(f"/admin/pages/{story_id}/move/{target_id}/confirm/")
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    expect(page.locator(".messages")).to_contain_text("moved")
