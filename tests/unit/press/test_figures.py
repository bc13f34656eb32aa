"""The press's figures, as Prometheus reads them (text format 0.0.4)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.press.events import Anchor
from nashra.press.figures import note_visible, prometheus
from nashra.press.pages import Address, pack
from nashra.press.store import PageStore

SAMPLE = re.compile(r'([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-z]+="[^"\\\n]*"\})? (-?[0-9.]+(?:e[+-]?\d+)?|\+Inf)')


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PageStore]:
    store = PageStore(tmp_path)
    store.adopt(Anchor(7, "seven"))
    yield store
    store.close()


def samples(store: PageStore) -> dict[str, float]:
    found = [SAMPLE.fullmatch(line) for line in prometheus(store).splitlines() if not line.startswith("#")]
    return {f"{match[1]}{match[2] or ''}": float(match[3]) for match in found if match}


def test_every_line_is_help_type_or_sample_and_metrics_do_not_mix(store: PageStore) -> None:
    text = prometheus(store)
    assert text.endswith("\n")
    kinds: dict[str, str] = {}
    helped: set[str] = set()
    current = ""
    seen: defaultdict[str, int] = defaultdict(int)
    for line in text.splitlines():
        if line.startswith("# HELP "):
            current = line.split(" ", 3)[2]
            assert current not in helped
            assert len(line.split(" ", 3)[3]) > 10
            helped.add(current)
        elif line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name == current
            assert kind in ("counter", "gauge", "histogram")
            kinds[name] = kind
        else:
            match = SAMPLE.fullmatch(line)
            assert match is not None, line
            suffixes = ("_bucket", "_sum", "_count") if kinds[current] == "histogram" else ("",)
            assert match[1] in {current + suffix for suffix in suffixes}
            seen[current] += 1
    assert set(seen) == set(kinds) == helped
    assert all(name.endswith("_total") for name, kind in kinds.items() if kind == "counter")


def test_the_buckets_of_the_histogram_add_up(store: PageStore) -> None:
    for seconds in (0.04, 0.12, 0.12, 0.5, 400.0):
        note_visible(store, seconds)
    found = samples(store)
    buckets = [value for name, value in found.items() if "_bucket" in name]
    assert buckets == sorted(buckets)
    assert found['nashra_press_visible_seconds_bucket{le="0.05"}'] == 1
    assert found['nashra_press_visible_seconds_bucket{le="0.15"}'] == 3
    assert found['nashra_press_visible_seconds_bucket{le="60.0"}'] == 4
    assert found['nashra_press_visible_seconds_bucket{le="+Inf"}'] == 5
    assert found["nashra_press_visible_seconds_count"] == 5
    assert found["nashra_press_visible_seconds_sum"] == pytest.approx(400.78)


def test_large_numbers_are_told_to_the_last_digit(store: PageStore) -> None:
    store.add_counts({"hit": 123_456_789})
    assert "nashra_press_hit_total 123456789\n" in prometheus(store)


def test_what_is_stored_is_told(store: PageStore) -> None:
    store.put(Address("", "/en/"), pack(200, [], b"words"), 7)
    found = samples(store)
    assert found["nashra_press_store_pages"] == 1
    assert found["nashra_press_position"] == 7
    assert found["nashra_press_stored_total"] == 1
