"""What a figure was taken on: without machine, versions and commit it says nothing."""

import os
import platform
import re
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any


def describe() -> dict[str, Any]:
    """Machine, versions, commit and time, ready for JSON."""
    return {
        "taken_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _said(["git", "rev-parse", "--short", "HEAD"]),
        "machine": {
            "cores": os.cpu_count(),
            "processor": _processor(),
            "load_before": round(os.getloadavg()[0], 2),
            "system": platform.platform(),
        },
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("granian", "django", "wagtail", "psycopg")},
            "nginx": _said(["nginx", "-v"]).removeprefix("nginx version: ")
            if shutil.which("nginx")
            else "missing",
        },
    }


def _processor() -> str:
    found = (
        re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
        if Path("/proc/cpuinfo").exists()
        else None
    )
    return found.group(1) if found else platform.processor()


def _said(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip()
