"""The limits of the press, set from outside, are those the press works with."""

import os
import subprocess
import sys
from pathlib import Path

from tests.integration.project.newsrooms import outside

_SHOW = """
import django
django.setup()
from nashra.project.asgi import press
from nashra.press.service import store
print(store().directory, store().disk_limit, store().absent_limit, press.front.memory._limit,
      press.front.rules.cache_control)
"""


def test_a_newsrooms_limits_are_those_of_its_press(tmp_path: Path) -> None:
    variables = outside(
        DATABASE_URL=os.environ["DATABASE_URL"],
        DJANGO_SETTINGS_MODULE="nashra.project.settings",
        NASHRA_DATA_DIR=str(tmp_path),
        NASHRA_PRESS_DIR=str(tmp_path / "pages"),
        NASHRA_PRESS_DISK_MEGABYTES="20",
        NASHRA_PRESS_ABSENT_PAGES="300",
        NASHRA_PRESS_MEMORY_MEGABYTES="3",
        NASHRA_PRESS_SHARED_SECONDS="60",
    )
    done = subprocess.run(
        [sys.executable, "-c", _SHOW], env=variables, capture_output=True, text=True, check=True, timeout=120
    )
    folder, disk, absent, memory, shared = done.stdout.split(maxsplit=4)
    assert folder == str(tmp_path / "pages")
    assert (int(disk), int(absent), int(memory)) == (20 << 20, 300, 3 << 20)
    assert "s-maxage=60" in shared
