"""What may be embedded from elsewhere: known players in a frame, on the reader's click; anything else is a link."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Embed:
    """Something on another site. ``player`` is the address for a sandboxed frame, empty where only a link is offered."""

    kind: Literal["player", "link"]
    provider: str
    link: str
    player: str = ""
    ratio: str = "16 / 9"


@dataclass(frozen=True, slots=True)
class Provider:
    """A site whose player may be framed: its name, its hosts, and how an address of it becomes its player's."""

    name: str
    hosts: frozenset[str]
    player: Callable[[str, dict[str, list[str]]], str]
    ratio: str = "16 / 9"


def _youtube(path: str, query: dict[str, list[str]]) -> str:
    found = re.fullmatch(r"/(?:embed/|shorts/|live/)?([\w-]{11})", path)
    name = query.get("v", [""])[0] if path == "/watch" else found[1] if found else ""
    return (
        f"https://www.youtube-nocookie.com/embed/{name}" if re.fullmatch(r"[\w-]{11}", name, re.ASCII) else ""
    )


def _vimeo(path: str, _query: dict[str, list[str]]) -> str:
    found = re.fullmatch(r"/(?:video/)?(\d{1,12})(?:/([0-9a-f]{6,16}))?", path, re.ASCII)
    if not found:
        return ""
    # An unlisted film is opened by a second word in its address.
    key = f"&h={found[2]}" if found[2] else ""
    return f"https://player.vimeo.com/video/{found[1]}?dnt=1{key}"


def _dailymotion(path: str, _query: dict[str, list[str]]) -> str:
    found = re.fullmatch(r"(?:/embed)?/(?:video/)?([a-z0-9]{5,12})", path, re.ASCII)
    return f"https://geo.dailymotion.com/player.html?video={found[1]}" if found else ""


def _soundcloud(path: str, _query: dict[str, list[str]]) -> str:
    found = re.fullmatch(r"/([\w-]{1,80})/((?:sets/)?[\w-]{1,120})", path, re.ASCII)
    if not found:
        return ""
    return f"https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/{found[1]}/{found[2].replace('/', '%2F')}"


def _spotify(path: str, _query: dict[str, list[str]]) -> str:
    found = re.fullmatch(r"/(?:embed/)?(episode|show|track|album|playlist)/([A-Za-z0-9]{22})", path)
    return f"https://open.spotify.com/embed/{found[1]}/{found[2]}" if found else ""


def _internet_archive(path: str, _query: dict[str, list[str]]) -> str:
    found = re.fullmatch(r"/(?:details|embed)/([\w.-]{1,100})/?", path, re.ASCII)
    return f"https://archive.org/embed/{found[1]}" if found else ""


PROVIDERS = (
    Provider(
        "YouTube",
        frozenset({"youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"}),
        _youtube,
    ),
    Provider("Vimeo", frozenset({"vimeo.com", "player.vimeo.com"}), _vimeo),
    Provider("Dailymotion", frozenset({"dailymotion.com", "dai.ly"}), _dailymotion),
    Provider("SoundCloud", frozenset({"soundcloud.com"}), _soundcloud, ratio="4 / 1"),
    Provider("Spotify", frozenset({"open.spotify.com"}), _spotify, ratio="4 / 1"),
    Provider("Internet Archive", frozenset({"archive.org"}), _internet_archive),
)
PLAYER_ORIGINS = (
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
    "https://geo.dailymotion.com",
    "https://w.soundcloud.com",
    "https://open.spotify.com",
    "https://archive.org",
)
"""Every origin a player comes from, for the ``frame-src`` of a content security policy."""


def check_embed_address(address: str) -> None:
    """Refuse what is not an https address of another site."""
    try:
        parts = urlsplit(address)
        good = (
            parts.scheme == "https"
            and "." in (parts.hostname or "")
            and not parts.username
            and parts.port in (None, 443)
        )
    except ValueError:
        good = False
    if not good or any(character.isspace() or character in '\\<>"' for character in address):
        raise ValidationError(
            _(
                "“%(address)s” cannot be embedded. Copy the page's address from the browser; it has to begin with https://."
            ),
            params={"address": address},
        )


def embed_of(address: str) -> Embed | None:
    """How an https address may be shown: as a known site's player, or as a link; None for an address that is not safe to open."""
    try:
        check_embed_address(address)
    except ValidationError:
        return None
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    for provider in PROVIDERS:
        if host in provider.hosts and (player := provider.player(parts.path, parse_qs(parts.query))):
            return Embed("player", provider.name, address, player, provider.ratio)
    return Embed("link", host, address)
