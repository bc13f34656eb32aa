"""Embeds: known players, links for the rest, refusals for what is no web page."""

from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError

from nashra.media.embeds import PLAYER_ORIGINS, PROVIDERS, check_embed_address, embed_of


@pytest.mark.parametrize(
    ("address", "player"),
    [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        ),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"),
        (
            "https://vimeo.com/123456789/abcdef1234",
            "https://player.vimeo.com/video/123456789?dnt=1&h=abcdef1234",
        ),
        (
            "https://www.dailymotion.com/video/x8abcde",
            "https://geo.dailymotion.com/player.html?video=x8abcde",
        ),
        ("https://archive.org/details/some_film", "https://archive.org/embed/some_film"),
    ],
)
def test_a_known_film_gets_its_player(address: str, player: str) -> None:
    embed = embed_of(address)
    assert embed is not None
    assert (embed.kind, embed.player, embed.link) == ("player", player, address)


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/someone/status/1",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=%22%3E%3Cscript",
        "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
        "https://example.org/embed/dQw4w9WgXcQ",
    ],
)
def test_anything_else_is_a_link(address: str) -> None:
    embed = embed_of(address)
    assert embed is not None
    assert (embed.kind, embed.player) == ("link", "")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://user@youtube.com/watch?v=dQw4w9WgXcQ",
        "https://localhost/",
        "https://youtube.com:8443/watch?v=dQw4w9WgXcQ",
        'https://example.org/"onload="alert(1)',
        "https://[",
        "//youtube.com/watch?v=dQw4w9WgXcQ",
        "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>",
    ],
)
def test_what_is_no_https_page_is_refused(address: str) -> None:
    assert embed_of(address) is None
    with pytest.raises(ValidationError, match="https://"):
        check_embed_address(address)


def test_the_origins_are_those_of_the_players() -> None:
    examples = [
        "https://youtu.be/dQw4w9WgXcQ",
        "https://vimeo.com/1",
        "https://dai.ly/x8abcde",
        "https://soundcloud.com/someone/sets/some-list",
        "https://open.spotify.com/episode/0123456789abcdefghijAB",
        "https://archive.org/details/some_film",
    ]
    origins = []
    for example in examples:
        embed = embed_of(example)
        assert embed is not None
        parts = urlsplit(embed.player)
        origins.append(f"{parts.scheme}://{parts.netloc}")
    assert tuple(origins) == PLAYER_ORIGINS
    assert len(origins) == len(PROVIDERS)
