"""``nashra check``: is everything right, and how is it set?"""

import os
import sys
import textwrap

import click

from nashra.cli.opening import open_newsroom, say
from nashra.cli.options import data_dir_option
from nashra.project.environment import Environment, read_environment


@click.command(name="check")
@click.option("--settings", "show_settings", is_flag=True, help="List all settings: value, source, meaning.")
@data_dir_option
def command(show_settings: bool) -> None:
    """Check settings, database and migrations; exit code 1 when something is wrong."""
    if show_settings:
        click.echo(_table(read_environment(os.environ)))
        return
    with open_newsroom(migrated=False):
        sys.exit(_check())


def _check() -> int:
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    from nashra.project.preparation import pending_migrations

    try:
        call_command("check", databases=["default"], fail_level="ERROR")
    except SystemCheckError as error:
        say(str(error))
        return 1
    if steps := pending_migrations():
        say(f"{len(steps)} database steps are missing, the first is {steps[0]}. Run: nashra manage migrate")
        return 1
    click.echo("Settings, database and migrations are right.")
    return 0


def _table(environment: Environment) -> str:
    blocks = []
    for chosen in environment.chosen:
        meaning = textwrap.indent(textwrap.fill(chosen.help, 96), "    ")
        blocks.append(f"{chosen.name}={chosen.text}  ({chosen.source})\n{meaning}")
    return "\n".join(blocks)
