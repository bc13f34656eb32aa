"""The folder that holds everything the embedded set-up writes: who may use it, and which Nashra wrote it."""

import contextlib
import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from nashra.project.errors import (
    CannotStart,
    DataFolderFromNewerNashra,
    DataFolderFull,
    DataFolderInUse,
    DataFolderMarkerBroken,
    DataFolderNotWritable,
)

LOCK = "nashra.lock"
MARKER = "nashra.version"
KEY_FILE = "secret_key"


def open_data_folder(folder: Path) -> None:
    """Make ``folder`` ready for this Nashra: it exists, can be written, has a secret key and is not from a newer
    version. Refuses with ``DataFolderNotWritable`` or ``DataFolderFromNewerNashra`` and then changes nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_newer(folder)
        _make_secret_key(folder / KEY_FILE)
        _write_if_different(folder / MARKER, f"{version('nashra')}\n")
    except OSError as error:
        raise not_writable(folder, error) from error


def not_writable(folder: Path, error: OSError) -> CannotStart:
    """The refusal that says why ``folder`` cannot be written."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DataFolderFull(folder=folder)
    return DataFolderNotWritable(folder=folder, reason=(error.strerror or str(error)).lower())


@contextlib.contextmanager
def sole_use(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for this process alone, or raise ``DataFolderInUse`` with the other one's process id.

    The kernel holds the lock, so it is gone with its process however that ends.
    """
    with _opened(folder) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DataFolderInUse(pid=holder(folder) or "?", folder=folder) from None
        os.truncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        try:
            yield
        finally:
            os.truncate(lock, 0)


def holder(folder: Path) -> int | None:
    """The process id in the lock of ``folder``, or None if nobody has written one."""
    with contextlib.suppress(OSError, ValueError):
        return int((folder / LOCK).read_text())
    return None


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    try:
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise not_writable(folder, error) from error
    try:
        yield lock
    finally:
        os.close(lock)


def _refuse_newer(folder: Path) -> None:
    marker, ours = folder / MARKER, version("nashra")
    if not marker.exists():
        return
    theirs = marker.read_text().strip()
    try:
        newer = _release(theirs) > _release(ours)
    except ValueError:
        raise DataFolderMarkerBroken(file=marker) from None
    if newer:
        raise DataFolderFromNewerNashra(folder=folder, theirs=theirs, ours=ours)


def _release(text: str) -> tuple[int, int]:
    # The third number is for corrections, which never change what is stored.
    major, minor = text.split(".")[:2]
    return int(major), int(minor)


def _make_secret_key(file: Path) -> None:
    if file.exists():
        return
    # Linked into place whole: a crash in between must not leave an empty key.
    draft = file.with_name(f"{KEY_FILE}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w") as key:
            key.write(f"{secrets.token_urlsafe(50)}\n")
        with contextlib.suppress(FileExistsError):
            file.hardlink_to(draft)
    finally:
        draft.unlink()


def _write_if_different(file: Path, text: str) -> None:
    if not file.exists() or file.read_text() != text:
        file.write_text(text)
