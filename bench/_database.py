"""An empty newsroom for one measurement."""

import contextlib
import os
import tempfile
from collections.abc import Iterator


@contextlib.contextmanager
def empty_newsroom() -> Iterator[str]:
    """Django set up on a new, migrated database that goes when the block ends; yields the database server's version.

    On DATABASE_URL's server if it is set, in a database beside the one named there; else on an embedded one.
    """
    with tempfile.TemporaryDirectory(prefix="nashra-bench-") as folder:
        os.environ["NASHRA_DATA_DIR"] = folder
        from nashra.cli.opening import open_newsroom

        with open_newsroom(migrated=False):
            from django.db import connection
            from django.test.utils import setup_databases, teardown_databases

            made = setup_databases(verbosity=0, interactive=False)
            try:
                with connection.cursor() as cursor:
                    cursor.execute("SHOW server_version")
                    yield str(cursor.fetchone()[0])
            finally:
                teardown_databases(made, verbosity=0)
