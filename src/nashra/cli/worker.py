"""``nashra worker``: the process that does what need not be done at once."""

import click

from nashra.cli.opening import open_newsroom
from nashra.cli.options import data_dir_option


@click.command(name="worker")
@data_dir_option
def command() -> None:
    """Do background work: schedules, pictures, whatever rooms hand over; on as many machines as you like."""
    with open_newsroom() as environment:
        from nashra.project.worker import work

        work(environment.worker_jobs)
