"""The surrogate keys of pictures, films and channels: what a page that shows one carries, what a change purges."""

from collections.abc import Iterable

from nashra.editions.labels import language_matches
from nashra.editions.models import Edition
from nashra.press.journal import purge, takedown


def picture_key(picture_id: int) -> str:
    """A picture's files, words and rights."""
    return f"picture:{picture_id}"


def picture_words_key(picture_id: int, code: str) -> str:
    """A picture's words as an edition says them."""
    return f"picture:{picture_id}:{code}"


def video_key(video_id: int) -> str:
    """A film, its captions and its poster."""
    return f"video:{video_id}"


def channel_key(channel_id: int) -> str:
    """A channel, whether it is on air, and its schedule."""
    return f"channel:{channel_id}"


def purge_pictures(picture_ids: Iterable[int]) -> None:
    """Have every page that shows one of these pictures made anew, in the transaction of the change."""
    _purge(map(picture_key, picture_ids))


def take_down(key: str) -> None:
    """Have every page that shows a deleted picture or film gone before the deletion is confirmed to whoever asked for it."""
    takedown(key)


def purge_picture_words(picture_id: int, languages: Iterable[str]) -> None:
    """Have the pages that show a picture made anew in the editions that are read in one of these languages."""
    tags = set(languages)
    editions = Edition.objects.values_list("code", "language")
    _purge(
        picture_words_key(picture_id, code)
        for code, language in editions
        if not tags.isdisjoint(language_matches(language))
    )


def purge_videos(video_ids: Iterable[int]) -> None:
    """Have every page that shows one of these films made anew."""
    _purge(map(video_key, video_ids))


def purge_channels(channel_ids: Iterable[int]) -> None:
    """Have every page that shows one of these channels made anew."""
    _purge(map(channel_key, channel_ids))


def _purge(keys: Iterable[str]) -> None:
    if names := sorted(set(keys)):
        purge(*names)
