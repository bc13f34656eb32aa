"""``nashra web``: the processes that answer readers and the desk."""

import contextlib
import os

import click

from nashra.cli.opening import load_django, say
from nashra.cli.options import address_options, data_dir_option
from nashra.project.data_folder import open_data_folder
from nashra.project.database import require_answer, running_database
from nashra.project.environment import Environment, read_environment
from nashra.project.errors import DatabaseUnreachable
from nashra.project.newsroom import Newsroom
from nashra.project.port import require_free_port


@click.command(name="web")
@click.option("--migrate", "migrating", is_flag=True, help="First bring the database to this version.")
@click.option(
    "--alone", is_flag=True, help='Without the presser: something else keeps "nashra press run" running here.'
)
@data_dir_option
@address_options
def command(migrating: bool, alone: bool) -> None:
    """Answer readers and the desk, on as many machines as you like."""
    environment = read_environment(os.environ)
    if alone:
        _serve(environment, migrating)
    else:
        Newsroom(environment, say).run_front(migrating=migrating)


def _serve(environment: Environment, migrating: bool) -> None:
    require_free_port(environment.host, environment.port)
    open_data_folder(environment.data_dir)
    with running_database(environment) if environment.embedded else contextlib.nullcontext():
        load_django(environment)
        _prepare(migrating, environment)
        from nashra.project.server import serve

        serve(environment.host, environment.port, environment.web_processes)


def _prepare(migrating: bool, environment: Environment) -> None:
    # These need Django, which is ready only now.
    from nashra.project.preparation import leave_database, migrate, renew_pages, require_migrated
    from nashra.project.static_files import collect_static

    if migrating:
        migrate()
    else:
        # Without the database, what is stored is served all the same.
        with contextlib.suppress(DatabaseUnreachable):
            require_answer(environment.database_url)
            require_migrated()
    collect_static()
    renew_pages()
    leave_database()
