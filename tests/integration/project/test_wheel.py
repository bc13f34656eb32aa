"""The package people install: complete, and at work alone in an empty environment."""

import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.integration.project.newsrooms import newsroom, outside

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "src" / "nashra"

# Not shipped: what Python or the build makes again.
_MADE = {".pyc", ".po"}


def uv(*words: str, cwd: Path = ROOT) -> str:
    """Run uv, first without the network, then with it."""
    program = shutil.which("uv") or str(ROOT / ".tools" / "uv" / "bin" / "uv")
    for network in (["--offline"], []):
        finished = subprocess.run(
            [program, *words, *network], cwd=cwd, env=outside(), capture_output=True, text=True, check=False
        )
        if finished.returncode == 0:
            return finished.stdout
    pytest.fail(f"uv {' '.join(words)}: {finished.stderr}")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    uv("build", "--wheel", "--out-dir", str(folder))
    (built,) = folder.glob("nashra-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The Python of an environment that holds the wheel and what it depends on, in the locked versions."""
    folder = tmp_path_factory.mktemp("empty")
    constraints = folder / "constraints.txt"
    constraints.write_text(uv("export", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "-q"))
    uv("venv", "--python", sys.executable, str(folder / "venv"))
    python = folder / "venv" / "bin" / "python"
    uv("pip", "install", "--python", str(python), "-c", str(constraints), str(wheel))
    yield python
    shutil.rmtree(folder, ignore_errors=True)


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    listed = subprocess.run(
        ["git", "ls-files", "src/nashra"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wanted = {
        name.removeprefix("src/") for name in listed.stdout.splitlines() if Path(name).suffix not in _MADE
    }
    there = {name for name in wanted if (SOURCE.parent / name).exists()}
    assert there - carried == set()
    assert {Path(name).suffix for name in carried} >= {".html", ".css", ".js", ".woff2", ".json"}


def test_the_wheel_carries_compiled_translations(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    translated = {str(po.relative_to(SOURCE.parent).with_suffix(".mo")) for po in SOURCE.rglob("*.po")}
    assert translated - carried == set()


def told_by(installed: Path, *words: str, data_dir: Path) -> subprocess.CompletedProcess[str]:
    """Run ``nashra WORDS`` of the wheel to its end, from a folder without the repository."""
    return subprocess.run(
        [str(installed.with_name("nashra")), *words],
        cwd=data_dir,
        env=outside(NASHRA_DATA_DIR=str(data_dir)),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_wheel_works_alone(installed: Path, data_dir: Path) -> None:
    with newsroom(data_dir, python=installed) as running:
        running.wait_until_ready()
        assert running.status("/admin/login/") == 200
        assert running.status("/static/nashra/icon.svg") == 200
        said = told_by(installed, "manage", "addedition", "ar", "--section", "أخبار", data_dir=data_dir)
        assert said.returncode == 0, said.stderr
        # A front in the edition's words, with every file it loads.
        with urllib.request.urlopen(f"{running.url}/ar/", timeout=30) as answer:
            front = html.document_fromstring(answer.read().decode())
        assert front.get("dir") == "rtl"
        assert "تصفّح" in front.text_content()
        files = [
            *front.xpath("//link[@rel='stylesheet' or @rel='preload']/@href"),
            *front.xpath("//script/@src"),
        ]
        assert len(files) > 4
        assert {file: running.status(file) for file in files} == dict.fromkeys(files, 200)
        assert running.stop() == 0
    told = told_by(installed, "demo", "--help", data_dir=data_dir)
    assert told.returncode == 0, told.stderr
    assert "three languages" in told.stdout
