"""The press in figures for Prometheus (text format 0.0.4)."""

import contextlib
from collections.abc import Iterable

from nashra.press.store import PageStore, StoreFull

VISIBLE_BUCKETS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.6, 1.0, 2.0, 5.0, 15.0, 60.0)
_HELP = {
    "hit": "Requests answered from the store.",
    "miss": "Requests for which a page had to be made.",
    "stale": "Requests answered with a spoiled page because no new one could be made.",
    "unavailable": "Requests for a page that was neither stored nor could be made.",
    "refused": "Requests asked to come back, because too many addresses that no page has were being asked for.",
    "through": "Requests passed on to the application.",
    "stored": "Pages swapped into the store with new bytes.",
    "unchanged": "Pages pressed again that came out the same.",
    "dropped": "Pages spoiled and no longer used until made anew.",
    "taken_down": "Pages removed by takedowns.",
    "evicted": "Pages removed because of the disk limit.",
    "events": "Journal events applied.",
}
_STORE_HELP = {
    "pages": "Pages in the page store.",
    "bytes": "Bytes of the pages in the page store.",
    "absent": "Stored answers that say that there is no page: not found, gone, moved.",
    "absent_bytes": "Bytes of those answers.",
    "due": "Pages that a change has spoiled and that have not been made anew yet.",
    "owed": "Purges that caches further out have not taken yet.",
}


def note_visible(store: PageStore, seconds: float) -> None:
    """Count one page that showed a change ``seconds`` after its commit."""
    fitting = next(
        (f"visible_le_{bucket}" for bucket in VISIBLE_BUCKETS if seconds <= bucket), "visible_le_inf"
    )
    with contextlib.suppress(StoreFull):  # figures are not worth an error
        store.add_counts({fitting: 1, "visible_sum": max(seconds, 0.0), "visible_count": 1})


def prometheus(store: PageStore) -> str:
    """The machine's counters, gauges and the publish-to-visible histogram as Prometheus reads them."""
    counts, tally = store.counts(), store.tally()
    lines: list[str] = []
    for name, text in _HELP.items():
        lines += metric(f"nashra_press_{name}_total", "counter", text, [("", counts.get(name, 0.0))])
    for name, amount in tally.items():
        lines += metric(f"nashra_press_store_{name}", "gauge", _STORE_HELP[name], [("", amount)])
    position = store.anchor().position
    lines += metric(
        "nashra_press_position", "gauge", "How far the purge journal has been applied.", [("", position)]
    )
    running, buckets = 0.0, []
    for bucket in VISIBLE_BUCKETS:
        running += counts.get(f"visible_le_{bucket}", 0.0)
        buckets.append((f'_bucket{{le="{bucket}"}}', running))
    total = counts.get("visible_count", 0.0)
    buckets += [('_bucket{le="+Inf"}', total), ("_sum", counts.get("visible_sum", 0.0)), ("_count", total)]
    text = "Seconds from the commit of a change to the swapped page."
    lines += metric("nashra_press_visible_seconds", "histogram", text, buckets)
    return "\n".join(lines) + "\n"


def metric(name: str, kind: str, text: str, samples: Iterable[tuple[str, float]]) -> list[str]:
    """The lines of one metric; each sample is what follows the name (labels, ``_sum``) and its value, written in full."""
    values = [f"{name}{suffix} {_written(value)}" for suffix, value in samples]
    return [f"# HELP {name} {text}", f"# TYPE {name} {kind}", *values]


def _written(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))
