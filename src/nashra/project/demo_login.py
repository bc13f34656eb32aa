"""What is kept beside the demo newsroom's data: its login, and where it is to be found while it runs. No Django."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from nashra.project.environment import Environment

_LOGIN = "demo-login.json"
_NOTICE = "demo.json"


@dataclass(frozen=True, slots=True)
class Login:
    """Who may sign in to the demo's desk, and the addresses of its editions by their codes."""

    username: str
    password: str
    editions: dict[str, str]


def keep_login(data_dir: Path, login: Login) -> None:
    """Write the login down, readable by this account alone."""
    _write(data_dir / _LOGIN, asdict(login))


def find_login(environment: Environment) -> Login | None:
    """The login of the demo newsroom if it is set up in this database, else None."""
    try:
        login = Login(**json.loads((environment.data_dir / _LOGIN).read_text()))
    except (OSError, ValueError, TypeError):
        return None
    return login if _has_editions(environment.database_url) else None


def announce(environment: Environment, login: Login) -> str:
    """Write ``demo.json`` (url, admin_url, username, password, editions) and give the same as lines for people."""
    url = environment.base_url
    notice = {
        "url": f"{url}/",
        "admin_url": f"{url}/admin/",
        "username": login.username,
        "password": login.password,
        "editions": login.editions,
    }
    _write(environment.data_dir / _NOTICE, notice)
    lines = [f"  {code:8}{url}{path}" for code, path in login.editions.items()]
    lines += [f"  desk    {url}/admin/", f"  login   {login.username} / {login.password}"]
    return "\n".join(lines)


def withdraw(environment: Environment) -> None:
    """Take ``demo.json`` back: whoever waits for it is not to find an old one."""
    (environment.data_dir / _NOTICE).unlink(missing_ok=True)


def _has_editions(url: str) -> bool:
    try:
        with psycopg.connect(url) as connection:
            return connection.execute("SELECT 1 FROM editions_edition LIMIT 1").fetchone() is not None
    except psycopg.errors.UndefinedTable:
        return False


def _write(file: Path, content: Mapping[str, object]) -> None:
    draft = file.with_suffix(".part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(content, stream, ensure_ascii=False, indent=2)
        stream.write("\n")
    draft.replace(file)
