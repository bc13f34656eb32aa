"""An edition's stories out, as JSON lines in ninjs."""

import gzip
import tempfile
from pathlib import Path
from typing import BinaryIO, cast

from nashra.editions.models import Edition
from nashra.importers.formats.ninjs_out import write_line
from nashra.importers.outline import outlines


def write_edition(edition: Edition, file: Path | None, standard_output: BinaryIO) -> int:
    """Write all live stories, oldest first, to `file` or to standard output; returns how many.

    A file is written beside its place and moved there when it is whole; a name that ends in `.gz` gets gzip.
    Raises OSError.
    """
    if file is None:
        return _write(edition, standard_output)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as unfinished:
        try:
            if file.suffix == ".gz":
                with gzip.GzipFile(fileobj=unfinished, mode="wb", filename="") as packed:
                    count = _write(edition, cast(BinaryIO, packed))
            else:
                count = _write(edition, cast(BinaryIO, unfinished))
            unfinished.flush()
            Path(unfinished.name).chmod(0o644)
            Path(unfinished.name).replace(file)
        except BaseException:
            Path(unfinished.name).unlink(missing_ok=True)
            raise
    return count


def _write(edition: Edition, stream: BinaryIO) -> int:
    count = 0
    for item in outlines(edition):
        stream.write(write_line(item))
        count += 1
    stream.flush()
    return count
