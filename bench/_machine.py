"""What a result was measured on."""

import os
import platform
import subprocess
from importlib.metadata import version


def machine() -> dict[str, str]:
    """Processor count and versions, as text."""
    return {
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "django": version("django"),
        "wagtail": version("wagtail"),
        "commit": _commit(),
    }


def _commit() -> str:
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"
