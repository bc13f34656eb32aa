"""``nashra press``: how the finished pages are doing, and what can be done about them."""

import json

import click

from nashra.cli.opening import open_newsroom, say
from nashra.cli.options import data_dir_option


@click.group(name="press")
def command() -> None:
    """Look after the finished pages of this machine."""


@command.command()
@data_dir_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--prometheus", is_flag=True, help="Print the figures as Prometheus reads them.")
def status(as_json: bool, prometheus: bool) -> None:
    """Say how many pages are stored, whether that is all of them, and what is behind."""
    with open_newsroom():
        from nashra.press import desk, figures, service

        if prometheus:
            click.echo(figures.prometheus(service.store()), nl=False)
            return
        found = desk.status(service.store())
        click.echo(
            json.dumps(found, ensure_ascii=False, indent=2) if as_json else "\n".join(desk.told(found))
        )


@command.command()
@data_dir_option
@click.argument("keys", nargs=-1, required=True)
def purge(keys: tuple[str, ...]) -> None:
    """Have every page that carries one of KEYS (story:12, edition:ar) made anew, on all machines."""
    with open_newsroom():
        from nashra.press import journal
        from nashra.press.keys import KeyMalformed

        try:
            journal.purge(*keys)
        except KeyMalformed as refusal:
            raise click.ClickException(str(refusal)) from None
        say(f"Purged {len(keys)} keys.")


@command.command()
@data_dir_option
@click.argument("name")
def forget(name: str) -> None:
    """Forget the machine NAME, which is gone for good: takedowns no longer wait for it nor name it."""
    with open_newsroom():
        from nashra.press import journal

        if not journal.forget_machine(name):
            raise click.ClickException(f"No machine is called {name}. See: nashra press status.")
        say(f"Forgot {name}.")


@command.command()
@data_dir_option
def warm() -> None:
    """Press every live page that is not stored on this machine, and wait for it."""
    with open_newsroom():
        from nashra.press import desk, service

        say(f"Pressed {desk.warm(service.printer())} pages.")


@command.command()
@data_dir_option
@click.argument("url")
def why(url: str) -> None:
    """Say what is stored for URL, which keys it carries and what purged it."""
    with open_newsroom():
        from nashra.press import desk, service

        found = desk.why(service.store(), url)
        click.echo(f"{found.address}: {found.state}")
        if found.pressed_at:
            click.echo(
                f"pressed at {found.pressed_at:%Y-%m-%d %H:%M:%S} UTC, content as of event {found.as_of}"
            )
            click.echo(f"keys: {' '.join(found.keys) or 'none'}")
        for event in found.purged_by:
            click.echo(f"purged {event}")


@command.command()
@data_dir_option
def run() -> None:
    """Make spoiled pages anew until told to stop. "nashra web" runs one beside it; start no more by hand."""
    with open_newsroom():
        from nashra.project.presser import press_pages

        press_pages()
