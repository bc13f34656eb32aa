"""The words of the command line: each a module, each with help."""

import click
import pytest
from click.testing import CliRunner

from nashra.cli.main import nashra_command

GROUP: click.Group = nashra_command
WORDS = GROUP.list_commands(click.Context(GROUP))


def test_every_promised_word_is_there() -> None:
    assert {"up", "web", "worker", "demo", "manage", "check"} <= set(WORDS)


@pytest.mark.parametrize("word", [word for word in WORDS if word != "manage"])
def test_every_word_explains_itself_and_takes_a_data_folder(word: str) -> None:
    command = GROUP.get_command(click.Context(GROUP), word)
    assert command is not None
    leaves = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    for leaf in leaves:
        assert leaf.help
        assert any("--data-dir" in parameter.opts for parameter in leaf.params), leaf.name


def test_a_word_that_does_not_exist_is_refused() -> None:
    said = CliRunner().invoke(nashra_command, ["publsh"])
    assert said.exit_code == 2
    assert "No such command" in said.stderr
