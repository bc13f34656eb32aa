"""Opening the newsroom for one command: settings read, database answering, Django ready."""

import contextlib
import os
from collections.abc import Iterator

import click
import django

from nashra.project.database import running_database
from nashra.project.environment import Environment, read_environment


def say(sentence: str) -> None:
    """Tell whoever sits at the terminal; results go to stdout, talk goes here."""
    click.echo(f"nashra: {sentence}", err=True)


def load_django(environment: Environment) -> None:
    """Set Django up for ``environment``."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "nashra.project.settings"
    os.environ["NASHRA_DATA_DIR"] = str(environment.data_dir)
    django.setup()


@contextlib.contextmanager
def open_newsroom(*, migrated: bool = True) -> Iterator[Environment]:
    """Read the settings, see to it that the database answers, set Django up, and close all of it again.

    Every word that works on the newsroom's content does so inside ``with open_newsroom():``; models are imported
    inside too. Words that look after the database itself take it as it is (``migrated=False``). Raises a
    ``CannotStart``, which ``main`` turns into a sentence.
    """
    environment = read_environment(os.environ)
    with running_database(environment):
        load_django(environment)
        from nashra.project.preparation import leave_database, require_migrated

        try:
            if migrated:
                require_migrated()
                leave_database()  # whoever comes in may fork
            yield environment
        finally:
            leave_database()
