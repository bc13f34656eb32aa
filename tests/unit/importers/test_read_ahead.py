import threading
from collections.abc import Iterator

import pytest

from nashra.importers._ahead import read_ahead


def test_records_come_in_their_order() -> None:
    assert list(read_ahead(range(2000), ahead=3)) == list(range(2000))


def test_what_reading_raises_is_raised_in_its_place() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise FileNotFoundError("gone")

    records = read_ahead(broken())
    assert next(records) == 1
    with pytest.raises(FileNotFoundError, match="gone"):
        next(records)


def test_leaving_early_ends_the_reading() -> None:
    read = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            read.append(number)
            yield number
            number += 1

    records = read_ahead(endless(), ahead=2)
    next(iter(records))
    records.close()  # type: ignore[attr-defined] # it is a generator
    assert len(read) < 10
    assert "import-reader" not in {thread.name for thread in threading.enumerate()}
