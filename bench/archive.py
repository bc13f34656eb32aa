"""Pages of a long archive: how long Django takes for each kind, how many queries, and how that grows.

Each kind is made cold (as ever outside the press), and again by a process whose type stands: what the presser does when
one of them has changed.
"""

import argparse
import json
import logging
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from bench._archive import multiply, open_edition
from bench._database import empty_newsroom
from bench._machine import machine

_TURNS = 15


def main(arguments: list[str]) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench archive", description=__doc__)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    logging.disable(logging.WARNING)  # no static files are collected here
    with empty_newsroom():
        open_edition()
        small = _measure()
        multiply(chosen.stories)
        large = _measure()
    result: dict[str, object] = {**machine(), "stories": chosen.stories, "pages": {}}
    pages = {name: _compare(small[name], large[name]) for name in large}
    result["pages"] = pages
    if chosen.json:
        print(json.dumps(result, indent=2))
    else:
        print(f"{chosen.stories} stories, {machine()}")
        for name, figures in pages.items():
            print(f"{name:>24}  " + "  ".join(f"{said} {value}" for said, value in figures.items()))
    return 0


type Taken = tuple[float, int]
"""Milliseconds (median) and queries."""


def _measure() -> dict[str, tuple[Taken, Taken]]:
    """What each kind of page takes: cold, and made again."""
    from nashra.press.standing import StandingType, standing_type

    taken = {}
    for name, path in _pages():
        cold = _time(path)
        with standing_type(StandingType(), 0):
            taken[name] = (cold, _time(path))
    return taken


def _compare(small: tuple[Taken, Taken], large: tuple[Taken, Taken]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for how, (ms_small, _), (ms, queries) in zip(("cold", "again"), small, large, strict=True):
        figures |= {
            f"{how}, ms": round(ms, 1),
            f"{how}, queries": queries,
            f"{how}, ms at 1,000": round(ms_small, 1),
            f"{how}, growth": round(ms / ms_small, 2),
        }
    return figures


def _pages() -> Iterator[tuple[str, str]]:
    from nashra.stories.models import HomePage, SectionPage, Story

    home = HomePage.objects.get(edition__code="en")
    section = SectionPage.objects.get(edition__code="en")
    slot = {"type": "rail", "value": {"heading": "Rail", "picks": [], "count": 4, "fill": True}}
    home.slots = [{**slot, "value": {**slot["value"], "section": section.pk}} for _ in range(40)]  # type: ignore[dict-item] # a stream's raw form
    home.save()
    months = Story.objects.order_by("published_at").values_list("published_at", flat=True)
    newest = Story.objects.by_recency().first()
    oldest = months.first()
    assert newest is not None
    assert oldest is not None
    yield "story", f"/en/news/{newest.slug}/"
    yield "front with 40 slots", "/en/"
    yield "section", "/en/news/"
    yield "topic", "/en/topics/topic-3/"
    yield "region", "/en/regions/region-3/"
    yield "archive, first month", f"/en/archive/{oldest:%Y/%m}/"
    yield "archive, months", "/en/archive/"
    yield "latest, fragment", "/en/fragments/latest/"


def _time(path: str) -> Taken:
    from django.db import connection
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    asked = 0

    def count(execute: Callable[..., Any], *rest: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*rest)

    for _ in range(3):
        answer = client.get(path)
        if answer.status_code != 200:
            sys.exit(f"{path} answered {answer.status_code}.")
    taken = []
    for _ in range(_TURNS):
        asked = 0
        with connection.execute_wrapper(count):
            began = time.perf_counter()
            client.get(path)
            taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), asked
