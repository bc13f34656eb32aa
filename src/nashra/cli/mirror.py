"""``nashra mirror``: the whole site as plain files."""

import signal
import sys
import threading
from pathlib import Path

import click

from nashra.cli.opening import open_newsroom, say
from nashra.cli.options import data_dir_option


@click.command(name="mirror")
@data_dir_option
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--base-url", default="", help="Where the mirror will live, if elsewhere: https://mirror.example."
)
@click.option("--watch", is_flag=True, help="Keep it up to date until stopped.")
@click.option(
    "--check", "check_links", is_flag=True, help="Only see whether every internal link leads somewhere."
)
def command(directory: Path, base_url: str, watch: bool, check_links: bool) -> None:
    """Write every live page into DIRECTORY, compressed beside, for any static host."""
    with open_newsroom():
        from nashra.press import service
        from nashra.press.mirror import Mirror, check

        mirror = Mirror(service.printer(), directory, base_url=base_url)
        if check_links:
            faults = list(check(mirror))
            for fault in faults:
                click.echo(fault)
            say(f"{len(faults)} broken links." if faults else "Every internal link leads somewhere.")
            sys.exit(1 if faults else 0)
        counts = mirror.write_all()
        say(", ".join(f"{amount} {word}" for word, amount in counts.items()))
        if watch:
            stop = threading.Event()
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stop.set())
            mirror.watch(stop)
        mirror.close()
        sys.exit(1 if counts["failed"] else 0)
