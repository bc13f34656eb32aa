"""Where the real input lies: files of others that are read in place and never copied here."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "shared" / "data"


def real_input(*parts: str) -> Path:
    """The path of a real file or folder; skips the test, saying so, where it is absent."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"Real input is not there: {'/'.join(parts)}")
    return path
