"""What the tests of the media room share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nashra.media.orders import recent_orders


@pytest.fixture(autouse=True)
def media_folder(settings: Any, tmp_path: Path) -> Path:
    """An empty folder for uploaded files."""
    folder = tmp_path / "media"
    folder.mkdir()
    settings.MEDIA_ROOT = folder
    return folder


@pytest.fixture(autouse=True)
def no_orders_remembered() -> Iterator[None]:
    """Each test orders as if nobody had ordered before."""
    recent_orders.forget()
    yield
    recent_orders.forget()
