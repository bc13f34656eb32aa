"""How each kind of setting is read: text in, value out, ValueError with a sentence when it cannot be."""

import json
import re
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.conninfo import conninfo_to_dict

_YES, _NO = frozenset({"1", "yes", "true", "on"}), frozenset({"0", "no", "false", "off"})
_HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:]+\]", re.IGNORECASE)


def text(value: str) -> str:
    """Any text without space around it."""
    return value.strip()


def yes_or_no(value: str) -> bool:
    """1, yes, true, on; 0, no, false, off."""
    word = value.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError(f'"{value}" is neither yes nor no.')


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers from ``least`` to ``most``."""

    def read(value: str) -> int:
        if not value.strip().isdecimal() or not least <= int(value) <= most:
            raise ValueError(f'"{value}" is not a whole number from {least} to {most}.')
        return int(value)

    return read


def folder(value: str) -> Path:
    """An absolute path; whether it exists is seen when it is used."""
    return Path(value).expanduser().resolve()


def existing_folder(value: str) -> Path | None:
    """A folder that is there, or nothing."""
    if not value:
        return None
    found = folder(value)
    if not found.is_dir():
        raise ValueError(f'"{value}" is not a folder.')
    return found


def origin(value: str) -> str:
    """A scheme, a host and maybe a port: https://news.example:8443."""
    found = value.strip().rstrip("/")
    parts = urlsplit(found)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or f"{parts.scheme}://{parts.netloc}" != found
    ):
        raise ValueError(f'"{value}" is not an address like https://news.example.')
    _ = parts.port  # raises ValueError when it is not a number
    return found


def origins(value: str) -> tuple[str, ...]:
    """Addresses separated by commas."""
    return tuple(origin(part) for part in _parts(value))


def hosts(value: str) -> tuple[str, ...]:
    """Host names separated by commas."""
    found = tuple(part.lower() for part in _parts(value))
    for host in found:
        if not _HOST.fullmatch(host):
            raise ValueError(f'"{host}" is not a host name.')
    return found


def networks(value: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Networks and single addresses separated by commas, or the word nobody."""
    if value.strip().lower() == "nobody":
        return ()
    try:
        return tuple(ip_network(part) for part in _parts(value))
    except ValueError as error:
        raise ValueError(f"{error}.") from None


def purge_targets(value: str) -> list[dict[str, object]]:
    """A JSON list of objects, each with the address of a cache that purges by key, or nothing."""
    try:
        found = json.loads(value or "[]")
    except ValueError as error:
        raise ValueError(f"it is not JSON: {error}.") from None
    if not isinstance(found, list) or not all(isinstance(target, dict) for target in found):
        raise ValueError("it is not a list of objects.")
    for target in found:
        if urlsplit(str(target.get("url", ""))).scheme not in {"http", "https"}:
            raise ValueError('an object has no "url" that begins with http:// or https://.')
    return found


def purge_backends(value: str) -> dict[str, dict[str, object]]:
    """A JSON object of Wagtail's front-end-cache backends, as its setting WAGTAILFRONTENDCACHE has it, or nothing."""
    try:
        found = json.loads(value or "{}")
    except ValueError as error:
        raise ValueError(f"it is not JSON: {error}.") from None
    if not isinstance(found, dict) or not all(isinstance(backend, dict) for backend in found.values()):
        raise ValueError("it is not an object of objects.")
    for name, backend in found.items():
        if not isinstance(backend.get("BACKEND"), str):
            raise ValueError(f'"{name}" has no "BACKEND".')
    return found


def database(value: str) -> str:
    """The address of a PostgreSQL database."""
    if not value.startswith(("postgresql://", "postgres://")):
        raise ValueError("it does not begin with postgresql://.")
    try:
        parts = conninfo_to_dict(value)
    except psycopg.ProgrammingError as error:
        raise ValueError(f"PostgreSQL's client says: {str(error).strip()}.") from None
    for port in str(parts.get("port") or "5432").split(","):
        whole_number(1, 65535)(port)
    return value


def mail_server(value: str) -> str:
    """The address of a mail server, or nothing."""
    parts = urlsplit(value)
    if value and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
        raise ValueError("it is not an address like smtp://user:password@host:587.")
    _ = parts.port
    return value


def secret(value: str) -> str:
    """A key nobody guesses."""
    if len(value) < 32:
        raise ValueError(f"it has {len(value)} characters.")
    return value


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]
