"""Styles, scripts and fonts: collected once, named by their content, compressed before anyone asks."""

import contextlib
import fcntl
import gzip
import hashlib
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any, override

import brotli
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command

from nashra.project.static_answers import is_named_by_content

_log = logging.getLogger(__name__)

_COMPRESSIBLE = {
    ".css",
    ".js",
    ".mjs",
    ".svg",
    ".json",
    ".html",
    ".txt",
    ".xml",
    ".map",
    ".webmanifest",
    ".vtt",
}
_FINGERPRINT = ".collected"


class NamedByContent(ManifestStaticFilesStorage):
    """Addresses with the content's hash in them, which browsers may keep for ever; plain ones before the collection."""

    support_js_module_import_aggregation = True
    manifest_strict = False

    @override
    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        """The name with the content's hash, or ``name`` itself for a file that is not there: a page (or a theme's
        style sheet) that names a missing file is better than no page."""
        try:
            hashed: str = super().hashed_name(name, content, filename)
        except ValueError:
            _log.warning('The static file "%s" is named somewhere, but it is not there.', name)
            return name
        return hashed


def collect_static() -> bool:
    """Collect, rename and compress the static files of all rooms and the theme into STATIC_ROOT; False if nothing
    had changed. Files of earlier versions stay: pages made before still name them."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with _alone(root):
        fingerprint = _fingerprint()
        record = root / _FINGERPRINT
        if record.exists() and record.read_text() == fingerprint:
            return False
        call_command("collectstatic", interactive=False, verbosity=0)
        compress(root)
        record.write_text(fingerprint)
    return True


def compress(root: Path) -> None:
    """Put a .gz and a .br beside each file named by its content, where that is worth it."""
    files = [
        path for path in root.rglob("*") if path.suffix in _COMPRESSIBLE and is_named_by_content(path.name)
    ]
    with ThreadPoolExecutor() as threads:
        list(threads.map(_compress_one, files))


def _compress_one(path: Path) -> None:
    content = path.read_bytes()
    for ending, packed in (
        (".gz", gzip.compress(content, 9, mtime=0)),
        (".br", brotli.compress(content, quality=10)),
    ):
        beside = path.with_name(path.name + ending)
        if len(packed) < len(content) * 0.95 and not beside.exists():
            draft = beside.with_suffix(".part")
            draft.write_bytes(packed)
            draft.replace(beside)


def _fingerprint() -> str:
    digest = hashlib.sha256(version("nashra").encode())
    for finder in get_finders():
        for name, storage in finder.list(["CVS", ".*", "*~"]):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{storage.path(name)}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    with (root / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
