"""Settings for the tests: ours, on a PostgreSQL of their own unless DATABASE_URL names one."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_data_dir = tempfile.mkdtemp(prefix="nashra-tests-")
os.environ["NASHRA_DATA_DIR"] = _data_dir
atexit.register(shutil.rmtree, _data_dir, ignore_errors=True)

if "DATABASE_URL" not in os.environ:
    from nashra.project.postgres import postgres_for_tests

    _server = postgres_for_tests(Path(_data_dir))
    os.environ["DATABASE_URL"] = _server.__enter__()
    atexit.register(_server.__exit__, None, None, None)

from nashra.project.settings import *  # noqa: E402, F403 - the environment has to be set first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# No worker runs beside the tests; those of the worker's own backend name it.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
