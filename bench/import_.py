"""Loading an archive: stories a second into an empty edition, all indexes written, against Wagtail's own way."""

import argparse
import io
import itertools
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench._database import empty_newsroom
from bench._machine import machine
from nashra.base.newsitem import NewsItem, Paragraph
from nashra.importers.formats.ninjs_out import write_line

REAL = Path(__file__).parents[2] / "shared" / "data" / "news" / "ninjs"
_SAMPLE = 150


def main(arguments: list[str]) -> int:
    """Measure and print; returns the exit code."""
    options = _options(arguments)
    with empty_newsroom() as server:
        result = machine() | {"postgresql": server} | _measure(options.source, options.stories)
    if options.json:
        print(json.dumps(result, indent=2))
    else:
        print("\n".join(f"{name:>24}  {value}" for name, value in result.items()))
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench import", description=__doc__)
    parser.add_argument(
        "--source", type=Path, help="ninjs file or folder (default: the real stories, if there)"
    )
    parser.add_argument("--stories", type=int, default=5000, help="how many to make up without a source")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _measure(source: Path | None, count: int) -> dict[str, str]:
    from nashra.editions.models import Edition
    from nashra.importers.reading import Found, Refusal, items_in, items_in_stream
    from nashra.importers.run import Outcome, Run, import_items
    from nashra.stories.actions.add_section import add_section

    source = source or (REAL if REAL.exists() else None)

    def records() -> Iterator[Found | Refusal]:
        return (
            items_in(source, io.BytesIO())
            if source
            else items_in_stream(io.BytesIO(_made_up(count)), "made up")
        )

    edition = Edition.objects.create(code="en", language="en", name="en", masthead="en", desk_byline="en")
    plain, bulk = (add_section(edition, name, slug=name) for name in ("plain", "bulk"))
    found = [record for record in itertools.islice(records(), 2000) if isinstance(record, Found)]
    sample = found[:: max(1, len(found) // _SAMPLE)][:_SAMPLE]
    yardstick = _rate_of_wagtail(edition, plain.pk, [record.item for record in sample])

    begun = time.perf_counter()
    run = Run(edition, bulk, publish=True)
    outcomes = [arrival.outcome for arrival in import_items(run, records())]
    rate = len(outcomes) / (time.perf_counter() - begun)
    came_in = sum(outcome in {Outcome.ADDED, Outcome.HELD} for outcome in outcomes)
    return {
        "source": str(source or "made up"),
        "stories": str(came_in),
        "refused": str(sum(outcome is Outcome.REFUSED for outcome in outcomes)),
        "stories a second": f"{rate:.0f}",
        "wagtail add_child, a second": f"{yardstick:.0f}",
        "times as fast": f"{rate / yardstick:.1f}",
    }


def _rate_of_wagtail(edition: object, section: int, items: list[NewsItem]) -> float:
    """The same stories added one by one, as an editor's form or a simple script would."""
    from nashra.base import clock
    from nashra.editions.models import Edition
    from nashra.importers.drafting import article_of, content_of
    from nashra.stories.models import SectionPage

    assert isinstance(edition, Edition)
    begun = time.perf_counter()
    for item in items:
        now = clock.now()
        article = article_of(item, content_of(item, "", now), edition, live=True, now=now)
        parent = SectionPage.objects.get(pk=section)
        article.slug = f"story-{parent.numchild}"
        parent.add_child(instance=article)
        article.save_revision().publish()
    return len(items) / (time.perf_counter() - begun)


def _made_up(count: int) -> bytes:
    sentence = (
        "The harbour master said on {n} that the breakwater would stand until the spring tides of year {n}."
    )
    body = tuple(Paragraph(sentence.format(n=place) * 4) for place in range(8))
    items = (
        NewsItem(
            uri=f"urn:bench:{n}", version="1", language="en", headline=f"Breakwater stands, {n}", body=body
        )
        for n in range(count)
    )
    return b"".join(map(write_line, items))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
