"""``nashra export``: an edition's stories out."""

import sys
from pathlib import Path

import click

from nashra.cli.opening import open_newsroom, say
from nashra.cli.options import data_dir_option


@click.group(name="export")
def command() -> None:
    """Write an edition's stories for other systems."""


@command.command(name="ninjs")
@click.argument("file", required=False, default="-", metavar="[FILE]")
@click.option(
    "--edition", "code", required=True, metavar="CODE", help="The edition whose stories are written."
)
@data_dir_option
def export_ninjs(file: str, code: str) -> None:
    """Write all live stories of an edition, oldest first, as JSON lines in ninjs 2.1.

    To FILE (gzipped if its name ends in .gz), which appears only when it is complete, or to standard output.
    """
    with open_newsroom():
        from nashra.editions.models import Edition
        from nashra.importers.export import write_edition

        edition = Edition.objects.filter(code=code).first()
        if edition is None:
            raise click.ClickException(f"There is no edition “{code}”.")
        try:
            count = write_edition(edition, None if file == "-" else Path(file), sys.stdout.buffer)
        except OSError as error:
            raise click.ClickException(f"“{file}” cannot be written: {error.strerror}.") from error
    say(f"Wrote {count} stories of {code}.")
