"""What a newsroom sets from outside: read once, checked, and refused by name when wrong."""

import dataclasses
import difflib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from dotenv.parser import parse_stream
from psycopg.conninfo import conninfo_to_dict

from nashra.project import readers
from nashra.project.data_folder import KEY_FILE
from nashra.project.errors import EnvironmentFileBroken, SettingRefused, SettingUnknown
from nashra.project.postgres import embedded_url

OUTSIDE = "the environment"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Declared:
    """How one setting is written, read, explained and left out."""

    name: str
    read: Callable[[str], Any]
    default: str | Callable[[Mapping[str, Any]], str]
    help: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """One setting as it stands: its text (masked if secret) and where it came from."""

    name: str
    text: str
    source: str
    help: str


def _setting(
    name: str,
    read: Callable[[str], Any],
    default: str | Callable[[Mapping[str, Any]], str],
    text: str,
    *,
    secret: bool = False,
) -> Any:
    return dataclasses.field(metadata={"declared": Declared(name, read, default, text, secret)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The settings of this process, each read from its variable."""

    data_dir: Path = _setting(
        "NASHRA_DATA_DIR", readers.folder, ".nashra", "The folder that holds everything Nashra writes."
    )
    database_url: str = _setting(
        "DATABASE_URL",
        readers.database,
        lambda chosen: embedded_url(chosen["data_dir"]),
        "A PostgreSQL of your own, as postgresql://user:password@host:5432/name; left out, Nashra runs its own.",
        secret=True,
    )
    database_connections: int = _setting(
        "NASHRA_DATABASE_CONNECTIONS",
        readers.whole_number(2, 500),
        "16",
        "The most database connections one process opens, a whole number from 2 to 500.",
    )
    host: str = _setting(
        "NASHRA_HOST",
        readers.text,
        "127.0.0.1",
        "The address to listen on; 0.0.0.0 lets other computers in.",
    )
    port: int = _setting(
        "NASHRA_PORT", readers.whole_number(1, 65535), "8000", "The port to listen on, from 1 to 65535."
    )
    web_processes: int = _setting(
        "NASHRA_WEB_PROCESSES",
        readers.whole_number(1, 256),
        "2",
        "How many processes answer readers, a whole number from 1 to 256; one for each core is a good start.",
    )
    worker_jobs: int = _setting(
        "NASHRA_WORKER_JOBS",
        readers.whole_number(1, 100),
        "2",
        "How many background jobs run side by side, a whole number from 1 to 100.",
    )
    base_url: str = _setting(
        "NASHRA_BASE_URL",
        readers.origin,
        lambda chosen: f"http://localhost:{chosen['port']}",
        "How readers reach the site, as https://news.example; no path.",
    )
    https: bool = _setting(
        "NASHRA_HTTPS",
        readers.yes_or_no,
        lambda chosen: "yes" if chosen["base_url"].startswith("https:") else "no",
        "Whether readers come over https, through a proxy that sets X-Forwarded-Proto: yes or no.",
    )
    hosts: tuple[str, ...] = _setting(
        "NASHRA_HOSTS",
        readers.hosts,
        "",
        "More host names the site answers to, separated by commas (.example.org for all below it, * for any). "
        "That of NASHRA_BASE_URL, the editions' own and this computer's are known without it.",
    )
    trusted_origins: tuple[str, ...] = _setting(
        "NASHRA_TRUSTED_ORIGINS",
        readers.origins,
        "",
        "More addresses forms may be sent from, as https://desk.example, separated by commas.",
    )
    proxies: tuple[IPv4Network | IPv6Network, ...] = _setting(
        "NASHRA_PROXIES",
        readers.networks,
        "127.0.0.0/8, ::1",
        "The networks of the proxies and CDN in front, separated by commas, as 10.0.0.0/8, or nobody: "
        "only they are believed when they say (X-Forwarded-For) where a sign-in comes from.",
    )
    metrics_from: tuple[IPv4Network | IPv6Network, ...] = _setting(
        "NASHRA_METRICS_FROM",
        readers.networks,
        "127.0.0.0/8, ::1",
        "The networks that may read /metrics, separated by commas, as 10.0.0.0/8, or nobody. "
        "Whoever comes through a proxy may not.",
    )
    press_dir: Path = _setting(
        "NASHRA_PRESS_DIR",
        readers.folder,
        lambda chosen: str(chosen["data_dir"] / "press"),
        "The folder of this machine's finished pages, on a disk of its own, never one shared with other machines.",
    )
    press_disk_megabytes: int = _setting(
        "NASHRA_PRESS_DISK_MEGABYTES",
        readers.whole_number(16, 100_000_000),
        "4096",
        "How much room finished pages may take on the disk, in megabytes, from 16; "
        "beyond it the pages least recently asked for leave first.",
    )
    press_memory_megabytes: int = _setting(
        "NASHRA_PRESS_MEMORY_MEGABYTES",
        readers.whole_number(1, 1_000_000),
        "64",
        "How much memory each web process gives to the pages in use, in megabytes, from 1.",
    )
    press_absent_pages: int = _setting(
        "NASHRA_PRESS_ABSENT_PAGES",
        readers.whole_number(20, 1_000_000),
        "1000",
        "How many answers that there is no page (404, 410, redirects) are kept, from 20 to 1000000.",
    )
    press_shared_seconds: int = _setting(
        "NASHRA_PRESS_SHARED_SECONDS",
        readers.whole_number(0, 86_400),
        "1",
        "How long a CDN or proxy may keep a page without asking, in seconds, from 0 to 86400; "
        "more than 1 only where it is purged.",
    )
    press_purge_by_key: list[dict[str, object]] = _setting(
        "NASHRA_PRESS_PURGE_BY_KEY",
        readers.purge_targets,
        "",
        'Caches to be purged by key after a change, as JSON: [{"url": "http://varnish:6081/"}]; each may name '
        '"method" (PURGE), "header" (Surrogate-Key), "headers", "json" (the name of the list in a body) and "at_once".',
        secret=True,
    )
    press_purge_by_url: dict[str, dict[str, object]] = _setting(
        "NASHRA_PRESS_PURGE_BY_URL",
        readers.purge_backends,
        "",
        "Caches to be purged by address after a change, as JSON in the form of Wagtail's WAGTAILFRONTENDCACHE: "
        '{"cdn": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": "http://varnish:6081"}}.',
        secret=True,
    )
    name: str = _setting("NASHRA_NAME", readers.text, "Nashra", "The newsroom's name, as its staff see it.")
    theme_dir: Path | None = _setting(
        "NASHRA_THEME_DIR",
        readers.existing_folder,
        "",
        "A folder whose templates/, static/ and locale/ replace ours file by file.",
    )
    email_url: str = _setting(
        "NASHRA_EMAIL_URL",
        readers.mail_server,
        "",
        "The mail server, as smtp://user:password@host:587 (smtps:// for one that begins encrypted); "
        "left out, mail is written to the log.",
        secret=True,
    )
    email_from: str = _setting(
        "NASHRA_EMAIL_FROM",
        readers.text,
        lambda chosen: f"nashra@{urlsplit(chosen['base_url']).hostname}",
        "The address our mail comes from.",
    )
    secret_key: str = _setting(
        "NASHRA_SECRET_KEY",
        readers.secret,
        lambda chosen: _stored_secret(chosen["data_dir"]),
        "What sessions are signed with, 32 characters or more; the same on every machine of a newsroom.",
        secret=True,
    )
    debug: bool = _setting(
        "NASHRA_DEBUG",
        readers.yes_or_no,
        "no",
        "Show errors with their causes to whoever meets them, yes or no; never on a public site.",
    )
    chosen: tuple[Chosen, ...]

    @property
    def embedded(self) -> bool:
        """Whether the database is the one that comes with Nashra, for this process to start if nobody has."""
        return any(c.name == "DATABASE_URL" and c.source == DEFAULT for c in self.chosen)

    def database(self) -> dict[str, Any]:
        """The entry for Django's DATABASES; what is not Django's goes to PostgreSQL's client as it is."""
        known = dict(conninfo_to_dict(self.database_url))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": known.pop("dbname", None) or "nashra",
            "USER": known.pop("user", None) or "",
            "PASSWORD": known.pop("password", None) or "",
            "HOST": known.pop("host", None) or "",
            "PORT": str(known.pop("port", None) or ""),
            # A pool, because a request under ASGI runs in a thread of its own and would leave its connection behind.
            "OPTIONS": {
                **known,
                # A story with all its page shows joins some twenty tables. PostgreSQL would weigh eight at a time in any
                # order, which takes it longer (28 ms) than the query itself (0.5 ms); four are enough for every list.
                "options": f"{known.get('options', '')} -c join_collapse_limit=4".strip(),
                "pool": {"min_size": 0, "max_size": self.database_connections, "timeout": 10},
            },
        }

    def mailer(self) -> dict[str, Any]:
        """The entry for Django's MAILERS; without a mail server, mail is written to the log."""
        if not self.email_url:
            return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
        server = urlsplit(self.email_url)
        encrypted = server.scheme == "smtps"
        return {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {
                "host": server.hostname,
                "port": server.port or (465 if encrypted else 587),
                "username": unquote(server.username or ""),
                "password": unquote(server.password or ""),
                "use_ssl": encrypted,
                # Port 25 is the plain one of a mail server on the same machine.
                "use_tls": not encrypted and server.port != 25,
                "timeout": 20,
            },
        }


def read_environment(outside: Mapping[str, str]) -> Environment:
    """Read every setting from ``outside`` (the process's variables), then from the ``.env`` file of the data folder,
    else take its default.

    Raises ``SettingRefused`` for a wrong value, ``SettingUnknown`` for a NASHRA_ name that is none, and
    ``EnvironmentFileBroken`` for a line of ``.env`` that cannot be read. Reading changes nothing on disk.
    """
    data_dir = readers.folder(outside.get("NASHRA_DATA_DIR") or ".nashra")
    file = data_dir / ".env"
    beside = _read_file(file)
    _refuse_unknown(outside, OUTSIDE)
    _refuse_unknown(beside, str(file), without="NASHRA_DATA_DIR")

    values: dict[str, Any] = {}
    chosen = []
    for name, declared in _declared().items():
        text, source = _choose(declared, outside, beside, str(file), values)
        try:
            values[name] = declared.read(text)
        except ValueError as error:
            raise SettingRefused(
                name=declared.name, source=source, reason=error, help=declared.help
            ) from None
        shown = _masked(text) if declared.secret else text
        chosen.append(Chosen(declared.name, shown, source, declared.help))
    return Environment(**values, chosen=tuple(chosen))


def setting_names() -> list[str]:
    """The names of all settings, in the order they are explained."""
    return [declared.name for declared in _declared().values()]


def setting_defaults() -> dict[str, str]:
    """The default of each setting that has the same one everywhere, by its name; the others follow from other settings."""
    return {d.name: d.default for d in _declared().values() if isinstance(d.default, str)}


def _declared() -> dict[str, Declared]:
    return {f.name: f.metadata["declared"] for f in dataclasses.fields(Environment) if f.metadata}


def _choose(
    declared: Declared,
    outside: Mapping[str, str],
    beside: Mapping[str, str],
    file: str,
    values: Mapping[str, Any],
) -> tuple[str, str]:
    if outside.get(declared.name):
        return outside[declared.name], OUTSIDE
    if beside.get(declared.name):
        return beside[declared.name], file
    if callable(declared.default):
        return declared.default(values), DEFAULT
    return declared.default, DEFAULT


def _read_file(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    found = {}
    with file.open(encoding="utf-8") as stream:
        for binding in parse_stream(stream):
            if binding.error or (binding.key and binding.value is None):
                raise EnvironmentFileBroken(line=binding.original.line, file=file)
            if binding.key and binding.value is not None:
                found[binding.key] = binding.value
    return found


def _refuse_unknown(given: Mapping[str, str], source: str, without: str = "") -> None:
    known = [name for name in setting_names() if name != without]
    for name in sorted(given):
        if name.startswith("NASHRA_") and name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
            suggestion = f"Did you mean {near[0]}?" if near else "Remove it."
            raise SettingUnknown(name=name, source=source, suggestion=suggestion)


def _stored_secret(data_dir: Path) -> str:
    try:
        return (data_dir / KEY_FILE).read_text().strip()
    except OSError:
        # Nothing has been started here yet: good for this process, never a known one.
        return secrets.token_urlsafe(50)


def _masked(text: str) -> str:
    parts = urlsplit(text)
    if not text.startswith(f"{parts.scheme}://") or "password" in parts.query:
        return "***" if text else ""
    return text.replace(f":{parts.password}@", ":***@") if parts.password else text
