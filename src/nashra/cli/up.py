"""``nashra up``: the whole newsroom on this machine."""

import os

import click

from nashra.cli.opening import say
from nashra.cli.options import address_options, data_dir_option
from nashra.project.environment import read_environment
from nashra.project.newsroom import Newsroom


@click.command(name="up")
@data_dir_option
@address_options
def command() -> None:
    """Run everything on this machine: database, worker and web, until Ctrl-C."""
    environment = read_environment(os.environ)

    def opened() -> None:
        say(f"Readers: {environment.base_url}/   Desk: {environment.base_url}/admin/")
        say("Stop with Ctrl-C.")

    Newsroom(environment, say).run(opened)
