"""Options that several words share; each stands for the setting of the same meaning."""

import os
from collections.abc import Callable
from typing import Any

import click


def _stands_for(setting: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def choose(_context: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value is not None:
            os.environ[setting] = str(value)

    return choose


def data_dir_option[C: Callable[..., Any]](function: C) -> C:
    """``--data-dir DIR``, which wins over NASHRA_DATA_DIR."""
    return click.option(
        "--data-dir",
        metavar="DIR",
        expose_value=False,
        is_eager=True,
        callback=_stands_for("NASHRA_DATA_DIR"),
        help="The folder that holds everything the embedded set-up writes (default: .nashra).",
    )(function)


def address_options[C: Callable[..., Any]](function: C) -> C:
    """``--host`` and ``--port``, which win over NASHRA_HOST and NASHRA_PORT."""
    port = click.option(
        "--port",
        metavar="PORT",
        expose_value=False,
        callback=_stands_for("NASHRA_PORT"),
        help="The port to listen on (default: 8000).",
    )
    host = click.option(
        "--host",
        metavar="HOST",
        expose_value=False,
        callback=_stands_for("NASHRA_HOST"),
        help="The address to listen on (default: 127.0.0.1, this computer alone; 0.0.0.0 lets others in).",
    )
    return host(port(function))
