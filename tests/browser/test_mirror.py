"""The demo as plain files: each live page is one, and every way between them leads somewhere."""

import subprocess
import sys
from pathlib import Path

from tests.browser.conftest import Demo
from tests.integration.project.newsrooms import outside


def mirror(demo: Demo, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``nashra mirror`` on the demo."""
    command = [sys.executable, "-m", "nashra.cli", "mirror", "--data-dir", str(demo.data_dir), str(folder)]
    return subprocess.run(
        [*command, *words], env=outside(), capture_output=True, text=True, timeout=900, check=False
    )


def test_the_demos_mirror_is_whole(demo: Demo, tmp_path: Path) -> None:
    written = mirror(demo, tmp_path)
    assert written.returncode == 0, written.stderr
    missing = [path for path in demo.paths if not _file_of(tmp_path, path).is_file()]
    assert missing == []
    assert (tmp_path / "ar" / "fragments" / "latest" / "index.html.gz").is_file()
    checked = mirror(demo, tmp_path, "--check")
    assert (checked.returncode, checked.stdout) == (0, "")


def _file_of(folder: Path, path: str) -> Path:
    return folder / path.strip("/") / ("index.html" if path.endswith("/") else "")
