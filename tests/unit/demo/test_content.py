"""The demo's content is whole: every edition, every kind, nothing named twice, nothing named that is not there."""

from collections import Counter
from typing import Any

import pytest

from nashra.demo.reading import MEDIA, edition_codes, read_part, read_shared, read_stories
from nashra.stories.kinds import Kind

EDITIONS = ("en", "ar", "es")


def keys_of(name: str) -> set[str]:
    return {row["key"] for row in read_shared(name)}


def names_in(story: dict[str, Any]) -> set[str]:
    """The stories a story points to."""
    blocks = [key for block in story["body"] for key in block.get("stories", [])]
    blocks += [block["story"] for block in story["body"] if block["type"] == "read_more"]
    return {*blocks, *story.get("related", []), *([story["read_next"]] if story.get("read_next") else [])}


def test_there_are_three_editions() -> None:
    assert edition_codes() == list(EDITIONS)


@pytest.mark.parametrize("code", EDITIONS)
def test_edition_has_sixty_stories_and_every_kind(code: str) -> None:
    stories = read_stories(code)
    assert len(stories) >= 60
    assert {story["kind"] for story in stories} == set(Kind.values)


@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", ["key", "slug"])
def test_nothing_is_named_twice(code: str, name: str) -> None:
    assert [
        word for word, times in Counter(story[name] for story in read_stories(code)).items() if times > 1
    ] == []


def test_the_same_story_has_the_same_key_in_each_edition() -> None:
    # Told of the same hour, from the same place of the paper, with the same picture: one story, linked by its key.
    told: dict[tuple[object, ...], set[str]] = {}
    for code in EDITIONS:
        for story in read_stories(code):
            what = (story["kind"], story["section"], story["picture"], story["hours_ago"])
            told.setdefault(what, set()).add(story["key"])
    assert [keys for keys in told.values() if len(keys) > 1] == []


@pytest.mark.parametrize("code", EDITIONS)
def test_everything_named_is_there(code: str) -> None:
    stories = read_stories(code)
    known = {story["key"] for story in stories}
    assert {story["section"] for story in stories} <= keys_of("sections")
    assert {topic for story in stories for topic in story["topics"]} <= keys_of("topics")
    assert {byline for story in stories for byline in story["bylines"]} <= keys_of("bylines")
    assert {story["picture"] for story in stories} <= keys_of("pictures")
    assert {name for story in stories for name in names_in(story)} <= known
    assert {pick for row in read_part(code, "coverages") for pick in row["leads"]} <= known


def test_every_picture_is_drawn_and_described_in_every_language() -> None:
    for row in read_shared("pictures"):
        assert (MEDIA / "pictures" / f"{row['key']}.jpg").exists(), row["key"]
        for words in (row["caption"], row["alt"], row["credits"]):
            assert all(words[code].strip() for code in EDITIONS), row["key"]
