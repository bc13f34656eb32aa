"""Where records come from: a file, a folder, standard input; JSON, JSON lines, either of them gzipped.

A stream, so that an archive of any size is read in little memory. Whatever is wrong is reported with its
place and does not stop the rest.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from nashra.base.newsitem import NewsItem
from nashra.importers._lines import Heard, Lines, UnreadableStream
from nashra.importers.formats import ninjs
from nashra.importers.formats.refusals import RefusedRecord

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_FOLDER_ENDINGS = (
    ".json",
    ".jsonl",
    ".ndjson",
    ".ninjs",
    ".json.gz",
    ".jsonl.gz",
    ".ndjson.gz",
    ".xml",
    ".xml.gz",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one record or file may hold, in bytes, before it is refused; protects memory from hostile or
    broken files.
    """

    record: int = 8 * 1024 * 1024
    document: int = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Found:
    """A news item and where it was found, such as `ar.jsonl.gz line 12`."""

    place: str
    item: NewsItem


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that could not be read: where it is, and a sentence that says why."""

    place: str
    reason: str


class NothingToRead(Exception):
    """There is no such file or folder, or it may not be read; or the folder has no JSON file in it."""


def items_in(
    source: str | Path, standard_input: BinaryIO, limits: Limits | None = None, heard: Heard | None = None
) -> Iterator[Found | Refusal]:
    """Every record of a file, of the files of a folder (and its folders) in order of name, or of standard
    input (`-`).

    `heard` is told of every piece that was read. Raises NothingToRead at the first step if the source is not
    there.
    """
    limits = limits or Limits()
    if str(source) == "-":
        yield from items_in_stream(standard_input, "standard input", limits, heard)
        return
    path = Path(source)
    for file in _files(path):
        name = str(file.relative_to(path)) if path.is_dir() else file.name
        try:
            stream = file.open("rb")
        except OSError as error:
            yield Refusal(name, f"It cannot be opened: {error.strerror}.")
            continue
        with stream:
            yield from items_in_stream(stream, name, limits, heard)


def size_of(source: str | Path) -> int | None:
    """How many bytes a file or folder has to read, for a progress bar; None for standard input. Raises
    NothingToRead.
    """
    return None if str(source) == "-" else sum(file.stat().st_size for file in _files(Path(source)))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise NothingToRead(f"There is no file or folder “{path}”.")
    files = sorted(
        file for file in path.rglob("*") if file.is_file() and file.name.lower().endswith(_FOLDER_ENDINGS)
    )
    if not files:
        raise NothingToRead(
            f"The folder “{path}” has no file that ends in .json, .jsonl or .ndjson (or these with .gz)."
        )
    return files


def items_in_stream(
    stream: BinaryIO, name: str, limits: Limits | None = None, heard: Heard | None = None
) -> Iterator[Found | Refusal]:
    """The records of one stream of bytes; `name` stands in front of the places it reports."""
    limits = limits or Limits()
    lines = Lines(stream, heard)
    try:
        yield from _items_in_lines(lines, name, limits)
    except UnreadableStream as stopped:
        yield Refusal(f"{name} after line {lines.number}", f"The rest cannot be read: {stopped}.")


def _items_in_lines(lines: Lines, name: str, limits: Limits) -> Iterator[Found | Refusal]:
    first = lines.next_filled(limits.document)
    if first is None:
        yield Refusal(name, "There is nothing in it.")
    elif first.startswith(_WIDE_MARKS):
        yield from _wide(first + lines.rest(limits.document), name, limits)
    elif lines.too_long or _is_whole(first):
        yield from _json_lines([(lines.number, first, lines.too_long)], lines, name, limits)
    else:
        yield from _document_or_lines(first, lines, name, limits)


def _is_whole(line: bytes) -> bool:
    """Whether a line is an object by itself, as in JSON lines, or only a part of one document."""
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not (line.startswith(b"{") and line.endswith(b"}")):
        return False
    try:
        ninjs.decode(line)
    except RefusedRecord:
        return False
    return True


def _wide(data: bytes, name: str, limits: Limits) -> Iterator[Found | Refusal]:
    """UTF-16 and UTF-32, whose line breaks are not single bytes."""
    if len(data) > limits.document:
        yield Refusal(name, _too_large(limits.document, "Save it as UTF-8."))
        return
    encoding = "utf-32" if data[2:4] == b"\x00\x00" or data[:2] == b"\x00\x00" else "utf-16"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        yield Refusal(
            name, f"The text is not valid {encoding.upper()} (byte {error.start + 1}). Save it as UTF-8."
        )
        return
    yield from items_in_stream(io.BytesIO(text.encode("utf-8", "replace")), name, limits)


def _json_lines(
    begun: list[tuple[int, bytes, bool]], lines: Lines, name: str, limits: Limits
) -> Iterator[Found | Refusal]:
    """A record a line: those already read, then the rest."""
    for number, known, too_long in begun:
        yield from _line(known, f"{name} line {number}", too_long, limits)
    while (line := lines.next_filled(limits.record)) is not None:
        yield from _line(line, f"{name} line {lines.number}", lines.too_long, limits)


def _line(line: bytes, place: str, too_long: bool, limits: Limits) -> Iterator[Found | Refusal]:
    if too_long:
        yield Refusal(place, _too_large(limits.record, "No story is as long as that."))
    elif line.strip():
        yield from _records(line, place)


def _document_or_lines(first: bytes, lines: Lines, name: str, limits: Limits) -> Iterator[Found | Refusal]:
    """One JSON document over many lines, or JSON lines that begin with a broken one."""
    begun = [(lines.number, first, False)]
    second = lines.next_filled(limits.record)
    if second is not None:
        begun.append((lines.number, second, lines.too_long))
        opens_array = first.lstrip(b"\xef\xbb\xbf \t").startswith(b"[")
        if lines.too_long or (_is_whole(second) and not opens_array):
            yield from _json_lines(begun, lines, name, limits)
            return
    whole = b"".join(line for _, line, _ in begun)
    whole += lines.rest(limits.document)
    if len(whole) > limits.document:
        yield Refusal(name, _too_large(limits.document, "Send it as JSON lines, a story a line."))
        return
    yield from _document(whole, name)


def _document(whole: bytes, name: str) -> Iterator[Found | Refusal]:
    try:
        ninjs.decode(whole)
    except RefusedRecord as refused:
        separate = [(number, line) for number, line in enumerate(whole.splitlines(), 1) if _is_whole(line)]
        if not separate or whole.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"[", b"<")):
            yield Refusal(name, refused.reason)
            return
        for number, line in enumerate(whole.splitlines(), 1):
            if line.strip():
                yield from _records(line, f"{name} line {number}")
        return
    yield from _records(whole, name)


def _too_large(limit: int, remedy: str) -> str:
    return f"It is larger than {limit / 1024 / 1024:g} MB. {remedy}"


def _records(data: bytes, place: str) -> Iterator[Found | Refusal]:
    try:
        records = list(ninjs.records_in(ninjs.decode(data)))
    except RefusedRecord as refused:
        yield Refusal(place, refused.reason)
        return
    for number, record in enumerate(records, 1):
        where = f"{place} item {number}" if len(records) > 1 else place
        try:
            yield Found(where, ninjs.read_record(record))
        except RefusedRecord as refused:
            yield Refusal(where, refused.reason)
