"""``nashra manage``: Django's and the rooms' own management commands."""

import click

from nashra.cli.opening import open_newsroom
from nashra.cli.options import data_dir_option


@click.command(
    name="manage",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@data_dir_option
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Pass ARGUMENTS to Django's manage: migrate, createsuperuser, addedition and so on."""
    with open_newsroom(migrated=False):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["nashra manage", *(arguments or ("help",))])
