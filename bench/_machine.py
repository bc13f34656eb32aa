"""What a result was measured on."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path


def machine() -> dict[str, str]:
    """Processor count and versions, as text."""
    return {
        "cores": str(os.cpu_count()),
        "processor shared by session": _shared_by_session(),
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


def _shared_by_session() -> str:
    """Linux may share the processor among sessions first (autogroup); each connection of PostgreSQL is one."""
    setting = Path("/proc/sys/kernel/sched_autogroup_enabled")
    return {"1": "yes", "0": "no"}[setting.read_text().strip()] if setting.exists() else "no"
