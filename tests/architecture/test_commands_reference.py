"""The reference of commands says what can be typed, no more and no less."""

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module

import click
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

from nashra.cli.main import nashra_command
from tests.architecture.source import REFERENCE, quoted, rows

# What every word takes is said once, above the table.
EVERYWHERE = {"--help", "--data-dir"}


def spelled(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Every command that does something, as it is typed, with its options."""
    context = click.Context(command)
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            below = command.get_command(context, word)
            assert below is not None
            yield from spelled(below, (*path, word))
        return
    options = {
        opt
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option)
        for opt in parameter.opts
    }
    yield " ".join(path), {option for option in options if option.startswith("--")} - EVERYWHERE


def documented() -> dict[str, set[str]]:
    """The same, as the first table of the page has it; several rows may speak of one command."""
    found: dict[str, set[str]] = {}
    for first, *_rest in rows("commands.md"):
        if said := re.match(r"`nashra ((?:[a-z]+ ?)+)(?![\w])", first):
            words = said[1].strip()
            if not words.startswith("manage "):
                found.setdefault(words, set()).update(re.findall(r"--[a-z-]+", quoted(first)[0]))
    return found


def test_every_command_and_option_is_explained_and_every_explained_one_exists() -> None:
    assert documented() == dict(spelled(nashra_command))


def own_management_commands() -> dict[str, ArgumentParser]:
    apps = {name: app for name, app in get_commands().items() if str(app).startswith("nashra.")}
    return {
        name: load_command_class(str(app), name).create_parser("nashra", name) for name, app in apps.items()
    }


def test_every_management_command_of_ours_is_explained_and_every_explained_one_exists() -> None:
    explained = {
        quoted(first)[0].split()[2]
        for first, *_rest in rows("commands.md", "Management commands of Nashra's own")
    }
    assert explained == set(own_management_commands())


def test_every_option_of_a_management_command_is_explained_where_its_row_leads() -> None:
    usual = BaseCommand().create_parser("nashra", "any")
    missing = {}
    for first, said in rows("commands.md", "Management commands of Nashra's own"):
        name = quoted(first)[0].split()[2]
        pages = [
            first,
            *((REFERENCE / link).read_text("utf-8") for link in re.findall(r"\]\(([^)#]+)", said)),
        ]
        own = (
            _options(own_management_commands()[name]) - _options(usual) - {"--skip-checks"}
        )  # of Django, where there are none
        missing[name] = {
            option
            for option in own
            if not any(f"`{option}" in page or f" {option}" in page for page in pages)
        }
    assert {name: options for name, options in missing.items() if options} == {}


def _options(parser: ArgumentParser) -> set[str]:
    return {
        option for action in parser._actions for option in action.option_strings if option.startswith("--")
    }


def test_named_modules_of_words_are_commands() -> None:
    for word in nashra_command.list_commands(click.Context(nashra_command)):
        module = import_module(f"nashra.cli.{word}_" if word == "import" else f"nashra.cli.{word}")
        assert isinstance(module.command, click.Command), word
