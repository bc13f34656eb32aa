"""The live channel: where its stream may come from."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def check_playlist_address(address: str) -> None:
    """Refuse what is neither a path on this site nor an https address of an HLS playlist."""
    try:
        parts = urlsplit(address)
        own = not parts.scheme and not parts.netloc and address.startswith("/")
        elsewhere = parts.scheme == "https" and bool(parts.hostname) and not parts.username
    except ValueError:
        own = elsewhere = False
    if (
        not (own or elsewhere)
        or not parts.path.endswith(".m3u8")
        or "\\" in address
        or any(c.isspace() for c in address)
    ):
        raise ValidationError(
            _(
                "“%(address)s” is no playlist address. Write a path such as /media/live/en.m3u8 or an https address that ends "
                "in .m3u8."
            ),
            params={"address": address},
        )
