"""``nashra demo``: a newsroom to look at, in three languages."""

import os
import sys

import click

from nashra.cli.opening import open_newsroom, say
from nashra.cli.options import address_options, data_dir_option
from nashra.project.demo_login import Login, announce, find_login, keep_login, withdraw
from nashra.project.environment import read_environment
from nashra.project.newsroom import Newsroom
from nashra.project.supervisor import Supervisor


@click.command(name="demo")
@click.option("--only-set-up", is_flag=True, help="Set the demo newsroom up, but do not open it.")
@data_dir_option
@address_options
def command(only_set_up: bool) -> None:
    """Set up a demo newsroom in three languages, the first time, and open it."""
    if only_set_up:
        _set_up()
        return
    environment = read_environment(os.environ)
    newsroom = Newsroom(environment, say)

    def before(supervisor: Supervisor) -> None:
        if find_login(environment) is None:
            say("Setting up the demo newsroom; this is done once and takes a minute.")
            newsroom.run_program(supervisor, "demo", "--only-set-up")

    def opened() -> None:
        login = find_login(environment)
        if login is None:
            raise RuntimeError("The demo newsroom has been set up, but its login is gone.")
        say("The demo newsroom is open. Stop it with Ctrl-C.")
        click.echo(announce(environment, login))
        sys.stdout.flush()

    withdraw(environment)
    try:
        newsroom.run(opened, before)
    finally:
        withdraw(environment)


def _set_up() -> None:
    with open_newsroom(migrated=False) as environment:
        from django.db import transaction

        from nashra.demo.setup import NewsroomNotEmpty, set_up_demo
        from nashra.editions.models import Edition
        from nashra.project.preparation import migrate

        say("Preparing the database")
        migrate()
        try:
            # The login is written before the commit: a newsroom without its login could never be opened again.
            with transaction.atomic():
                made = set_up_demo(say)
                editions = {code: f"/{code}/" for code in Edition.objects.values_list("code", flat=True)}
                keep_login(environment.data_dir, Login(made.username, made.password, editions))
        except NewsroomNotEmpty as refusal:
            raise click.ClickException(str(refusal)) from refusal
