"""What the newsroom uploaded, as browsers get it: pictures and films play, everything else is only downloaded."""

from pathlib import Path
from urllib.parse import quote

from nashra.project.files import FileAnswer, find_inside

_SHOWN = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".mp4": "video/mp4",
    ".m4s": "video/iso.segment",
    ".m4v": "video/mp4",
    ".webm": "video/webm",
    ".ts": "video/mp2t",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".vtt": "text/vtt; charset=utf-8",
    ".m3u8": "application/vnd.apple.mpegurl",
}
# A drawing may be shown inside a page, where browsers run none of its scripts; opened by itself it is downloaded.
_DOWNLOADED = {".svg": "image/svg+xml", ".pdf": "application/pdf"}

# Originals carry what a photographer's camera knew, documents have rights of their own: both are shown by the desk.
_KEPT_INSIDE = ("original_images/", "documents/")

_NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; sandbox"


def media_answer(root: Path, name: str) -> FileAnswer | None:
    """The answer for the uploaded file ``name`` in ``root``; None if there is none that readers may have."""
    if name.startswith(_KEPT_INSIDE):
        return None
    path = find_inside(root, name)
    if path is None:
        return None
    ending = path.suffix.lower()
    headers = {"Content-Security-Policy": _NO_SCRIPTS, "Cache-Control": _keep_for(name, ending)}
    if ending in _SHOWN:
        return FileAnswer(path, _SHOWN[ending], headers)
    headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(path.name)}"
    return FileAnswer(path, _DOWNLOADED.get(ending, "application/octet-stream"), headers)


def _keep_for(name: str, ending: str) -> str:
    if ending == ".m3u8":  # a live playlist changes with every segment
        return "public, max-age=1"
    if name.startswith("images/"):  # a rendition's name says what is in it
        return "public, max-age=31536000, immutable"
    return "public, max-age=86400, stale-while-revalidate=604800"
