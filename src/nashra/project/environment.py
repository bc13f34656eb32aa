"""What a newsroom sets from outside: read once, checked, and refused by name when wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Environment:
    data_dir: Path
    secret_key: str
    debug: bool
    https: bool
    hosts: tuple[str, ...]
    trusted_origins: tuple[str, ...]
    base_url: str
    name: str
    theme_dir: Path | None
    database_url: str

    def database(self) -> dict[str, object]:
        """The Django database entry for ``database_url`` (postgresql://user:password@host:port/name?options)."""
        parts = urlsplit(self.database_url)
        from urllib.parse import parse_qs

        query = parse_qs(parts.query)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")) or "postgres",
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": query.get("host", [parts.hostname or ""])[0],
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }


def read_environment(values: Mapping[str, str]) -> Environment:
    """Read the NASHRA_* variables and DATABASE_URL."""
    data_dir = Path(values.get("NASHRA_DATA_DIR") or ".nashra").resolve()
    theme = values.get("NASHRA_THEME_DIR")
    return Environment(
        data_dir=data_dir,
        secret_key=values.get("NASHRA_SECRET_KEY", "not-secret-only-for-tests-and-checks-000000000000000000"),
        debug=False,
        https=values.get("NASHRA_HTTPS") == "1",
        hosts=tuple((values.get("NASHRA_HOSTS") or "*").split(",")),
        trusted_origins=(),
        base_url=values.get("NASHRA_BASE_URL", "http://localhost:8000"),
        name=values.get("NASHRA_NAME", "Nashra"),
        theme_dir=Path(theme) if theme else None,
        database_url=values.get("DATABASE_URL", "postgresql:///nashra"),
    )
