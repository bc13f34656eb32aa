"""``nashra web``: the processes that answer readers and the desk."""

import contextlib
import os

import click

from nashra.cli.opening import load_django
from nashra.cli.options import address_options, data_dir_option
from nashra.project.data_folder import open_data_folder
from nashra.project.database import running_database
from nashra.project.environment import read_environment
from nashra.project.port import require_free_port


@click.command(name="web")
@click.option("--migrate", "migrating", is_flag=True, help="First bring the database to this version.")
@data_dir_option
@address_options
def command(migrating: bool) -> None:
    """Answer readers and the desk, on as many machines as you like."""
    environment = read_environment(os.environ)
    require_free_port(environment.host, environment.port)
    open_data_folder(environment.data_dir)
    with running_database(environment) if environment.embedded else contextlib.nullcontext():
        load_django(environment)
        _prepare(migrating)
        from nashra.project.presser import presser_beside
        from nashra.project.server import serve

        with presser_beside():
            serve(environment.host, environment.port, environment.web_processes)


def _prepare(migrating: bool) -> None:
    # These need Django, which is ready only now.
    from nashra.project.preparation import leave_database, migrate, renew_pages
    from nashra.project.static_files import collect_static

    if migrating:
        migrate()
    collect_static()
    renew_pages()
    leave_database()
