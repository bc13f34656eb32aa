"""The ``nashra`` command: one module of this room for each word, found by its name."""

import importlib
import pkgutil
import sys
from importlib.metadata import version
from typing import override

import click

import nashra.cli
from nashra.cli.options import data_dir_option
from nashra.project.errors import CannotStart


class Words(click.Group):
    """The words are the modules of this room that have a ``command``; each is loaded only when it is said."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """All words, in the order of the alphabet."""
        return sorted(_modules())

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command for a word."""
        module = _modules().get(cmd_name)
        if module is None:
            return None
        command = importlib.import_module(f"nashra.cli.{module}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"nashra.cli.{module}.command is not a click command.")
        return command


@click.command(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("nashra"), prog_name="nashra")
@data_dir_option
def nashra_command() -> None:
    """A newsroom: stories in several languages, written by people, published at once."""


def main() -> None:
    """Run the command line; a refusal is one sentence on stderr and exit code 1."""
    try:
        nashra_command(prog_name="nashra")
    except CannotStart as refusal:
        click.echo(f"nashra: {refusal}", err=True)
        sys.exit(1)


def _modules() -> dict[str, str]:
    """Word → module; a word that Python reserves is written with an underscore at its end."""
    not_words = {"main", "options", "opening"}
    names = (module.name for module in pkgutil.iter_modules(nashra.cli.__path__))
    return {name.rstrip("_"): name for name in names if name not in not_words and not name.startswith("_")}
