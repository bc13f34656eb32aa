"""The demo's content as it lies in the package: JSON written by its editors, described in ``content/README.md``."""

import json
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
MEDIA = Path(__file__).parent / "media"

# What in an edition's folder is not a list of stories.
_SHARED_FILES = frozenset({"shows", "coverages", "bulletins", "pages", "fronts", "schedule"})


@cache
def read_shared(name: str) -> Any:
    """What all editions share: world, sections, topics, bylines, pictures."""
    return json.loads((CONTENT / f"{name}.json").read_text("utf-8"))


@cache
def read_part(code: str, name: str) -> Any:
    """A part of one edition: shows, coverages, bulletins, pages, fronts, schedule; empty where it has none."""
    path = CONTENT / code / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def edition_codes() -> list[str]:
    """The editions there is content for, the world's order first."""
    return [code for code in read_shared("world")["editions"] if (CONTENT / code).is_dir()]


@cache
def read_stories(code: str) -> list[dict[str, Any]]:
    """Every story of an edition, the oldest first, as they would have been written."""
    files = sorted(path for path in (CONTENT / code).glob("*.json") if path.stem not in _SHARED_FILES)
    stories = [story for path in files for story in json.loads(path.read_text("utf-8"))]
    return sorted(stories, key=lambda story: -story["hours_ago"])
