"""What has to be true before the newsroom opens: the database is of this version, static files are in place."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.loader import MigrationLoader
from psycopg.errors import InsufficientPrivilege

from nashra.press.service import leave_store, store
from nashra.project.errors import DatabaseBehind, DatabaseForbids, DatabaseFromNewerNashra

# Any number nobody else uses: machines that start at the same time migrate one after the other.
_MIGRATING = 0x6E617368


def migrate() -> bool:
    """Bring the database to this version; False if it was there already. Raises ``DatabaseFromNewerNashra`` or
    ``DatabaseForbids``."""
    with _one_at_a_time():
        steps = pending_migrations()
        if steps:
            try:
                call_command("migrate", interactive=False, verbosity=0)
            except (DatabaseError, MigrationSchemaMissing) as error:
                _refuse_if_forbidden(error)
                raise
    return bool(steps)


def require_migrated() -> None:
    """Raise ``DatabaseBehind`` if the database lacks steps of this version. Steps of a newer one do no harm: machines
    of the version before go on working while the others are brought to the next."""
    try:
        steps = pending_migrations()
    except DatabaseFromNewerNashra:
        return
    if steps:
        raise DatabaseBehind(count=len(steps), step=steps[0])


def pending_migrations() -> list[str]:
    """The steps this version has and the database has not, as "stories.0003_name"; raises ``DatabaseFromNewerNashra``
    for steps the database has and we have not."""
    loader = MigrationLoader(connections[DEFAULT_DB_ALIAS])
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("nashra.")}
    applied = set(loader.applied_migrations)
    unknown = sorted(
        step for step in applied - set(loader.graph.nodes) if step[0] in ours and not _replaced(loader, step)
    )
    if unknown:
        raise DatabaseFromNewerNashra(migration=".".join(unknown[-1]))
    return [".".join(step) for step in loader.graph.nodes if step not in applied]


def renew_pages() -> bool:
    """Have this machine's finished pages made anew if something else made them than would now: another Nashra, another
    theme, another address of the newsroom. False if they are of today's making."""
    digest = hashlib.sha256(settings.WAGTAILADMIN_BASE_URL.encode())
    for folder in filter(None, (settings.PACKAGE_DIR, settings.THEME_DIR)):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                facts = file.stat()
                digest.update(f"{file}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    try:
        return store().renew(digest.hexdigest())
    finally:
        leave_store()


def leave_database() -> None:
    """Close every connection of this process, so that it may fork or end."""
    for wrapper in connections.all(initialized_only=True):
        wrapper.close()
        if hasattr(wrapper, "close_pool"):
            wrapper.close_pool()


def _refuse_if_forbidden(error: BaseException | None) -> None:
    while error is not None:
        if isinstance(error, InsufficientPrivilege):
            raise DatabaseForbids(reason=str(error).strip().partition("\n")[0]) from None
        error = error.__cause__ or error.__context__


def _replaced(loader: MigrationLoader, step: tuple[str, str]) -> bool:
    return any(step in migration.replaces for migration in loader.disk_migrations.values())


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATING])
