"""``nashra postgres``: PostgreSQL's own programs on the newsroom's database."""

import os
import sys

import click

from nashra.cli.options import data_dir_option
from nashra.project.database import running_database
from nashra.project.environment import read_environment
from nashra.project.postgres import CLIENTS, run_client


@click.command(
    name="postgres",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@data_dir_option
@click.argument("program", type=click.Choice(CLIENTS))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(program: str, arguments: tuple[str, ...]) -> None:
    """Run psql, pg_dump or pg_restore of PostgreSQL 18, connected to the newsroom's database."""
    environment = read_environment(os.environ)
    with running_database(environment):
        code = run_client(environment.database_url, environment.data_dir, program, arguments)
    sys.exit(code)
