"""``nashra import``: an archive into an edition."""

import contextlib
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from io import FileIO
from typing import TYPE_CHECKING, Any

import click

from nashra.cli.opening import open_newsroom, say
from nashra.cli.options import data_dir_option

if TYPE_CHECKING:
    from nashra.importers.run import Arrival, Run

_CATEGORIES_NAMED = 12


class _ToldToStop(BaseException):
    """A signal came while nothing was being written."""


@click.group(name="import")
def command() -> None:
    """Bring an archive into an edition."""


@command.command(name="ninjs")
@click.argument("source", metavar="FILE|DIR|-")
@click.option("--edition", "code", required=True, metavar="CODE", help="The edition it goes to, such as en.")
@click.option(
    "--section",
    "address",
    required=True,
    metavar="SLUG",
    help="The section for stories whose category has none, such as news or news/politics.",
)
@click.option(
    "--publish", is_flag=True, help="Publish what may be published; without it, all come in as drafts."
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@data_dir_option
def import_ninjs(source: str, code: str, address: str, publish: bool, dry_run: bool) -> None:
    """Bring in news in IPTC's ninjs (1.x, 2.x, 3.x) as JSON or JSON lines, gzipped or not.

    A story comes in once, however often this is run; a newer version takes the place of an older one unless an editor
    has changed it. Which categories go to which sections is set in the admin under Settings, Imported categories.
    A record that cannot be read is named with its reason, and the others go in; the exit code is 1 only when nothing
    could be read. Stopped by Ctrl-C or SIGTERM, it ends with what it had in hand, whole, and says how far it came; the
    exit code is then 130 or 143.
    """
    outcomes: Counter[str] = Counter()
    with open_newsroom():
        run = _run(code, address, publish=publish, dry=dry_run)
        with _stopped_by_signals(run) as stopped_by:
            _import(run, source, outcomes)
    _tell(outcomes, run, dry=dry_run)
    if stopped_by:
        _tell_of_the_rest(dry=dry_run)
        sys.exit(128 + stopped_by[0])
    if outcomes and set(outcomes) == {"refused"}:
        sys.exit(1)


def _run(code: str, address: str, *, publish: bool, dry: bool) -> "Run":
    from nashra.editions.models import Edition
    from nashra.importers.run import Run
    from nashra.importers.sections import NoSuchSection, section_at

    edition = Edition.objects.filter(code=code).first()
    if edition is None:
        there_are = ", ".join(Edition.objects.values_list("code", flat=True)) or "none yet"
        raise click.ClickException(
            f"There is no edition “{code}”. There are: {there_are}. Open one with: nashra manage addedition {code}"
        )
    try:
        section = section_at(edition, address)
    except NoSuchSection as refused:
        raise click.ClickException(str(refused)) from refused
    return Run(edition, section, publish=publish, dry=dry)


@contextlib.contextmanager
def _stopped_by_signals(run: "Run") -> Iterator[list[int]]:
    """Ctrl-C and SIGTERM end what is done inside once the batch in hand is in; gives the signals that came."""
    came: list[int] = []

    def hear(number: int, _frame: object) -> None:
        came.append(number)
        run.stopping = True
        if not run.batch_in_hand:
            raise _ToldToStop

    earlier = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    except _ToldToStop:
        pass
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


def _import(run: "Run", source: str, outcomes: Counter[str]) -> None:
    from nashra.importers.reading import NothingToRead, items_in, size_of
    from nashra.importers.run import import_items

    read = 0

    def heard(count: int) -> None:
        nonlocal read
        read += count

    try:
        size = size_of(source)
        # Not Python's own object for it, which can neither give what is there yet nor be let go of while it waits for more.
        records = items_in(source, FileIO(0, closefd=False), heard=heard)
        with _progress_bar(size or 1, outcomes) as bar:
            for arrival in import_items(run, records):
                outcomes[arrival.outcome] += 1
                _name(arrival)
                if size and outcomes.total() % 50 == 0:
                    bar.update(max(0, min(read, size) - bar.pos))
            if not run.stopping:
                bar.update((size or 1) - bar.pos)
    except NothingToRead as refused:
        raise click.ClickException(str(refused)) from refused


def _progress_bar(length: int, outcomes: Counter[str]) -> Any:
    return click.progressbar(
        length=length, label="Importing", file=sys.stderr, item_show_func=lambda _: _short(outcomes)
    )


def _name(arrival: "Arrival") -> None:
    if arrival.reason:
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""
        click.echo(f"{clear}{arrival.place}: {arrival.outcome}. {arrival.reason}", err=True)


def _short(outcomes: Counter[str]) -> str:
    return ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common(3))


def _tell(outcomes: Counter[str], run: "Run", *, dry: bool) -> None:
    """The counts at the end, every outcome named, and which categories have no section of their own."""
    from nashra.importers.run import Outcome

    counts = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in Outcome if outcomes[outcome])
    click.echo(
        f"{'Would import' if dry else 'Imported'} into {run.edition.code}: {counts or 'nothing found'}."
    )
    if run.unmapped:
        named = ", ".join(f"{name} ({count})" for name, count in run.unmapped.most_common(_CATEGORIES_NAMED))
        click.echo(
            f"Categories without a section of their own, put in {run.section.title}: {named}.", err=True
        )


def _tell_of_the_rest(*, dry: bool) -> None:
    if dry:
        say("Stopped before the end; nothing was to be written.")
    else:
        say(
            "Stopped before the end. What is counted above is in, each story whole; of the rest nothing is. "
            "Run the same command again, and it goes on from there."
        )
