"""The edition's logo, from what the request has already fetched: no page asks for it a second time."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject
from wagtail.images.models import get_rendition_storage

from nashra.editions.models import Edition
from nashra.media.keys import picture_key
from nashra.media.models import PictureRendition
from nashra.media.orders import order_renditions
from nashra.press.keys import carry
from nashra.web.shapes.pictures import PictureShape

type Logos = tuple[PictureShape | None, PictureShape | None]

# Pixels of the style sheet; the files are kept up to twice as wide, for sharp screens.
HEIGHT, WIDEST = 72, 320


def logo_files() -> ArraySubquery:
    """For a query of fronts: the files of each edition's logos that keep what is transparent."""
    files = PictureRendition.objects.filter(
        Q(image_id=OuterRef("edition__logo")) | Q(image_id=OuterRef("edition__logo_dark")),
        filter_spec__startswith="width-",
        filter_spec__endswith="|format-webp",
        width__lte=2 * WIDEST,
    )
    return ArraySubquery(
        files.order_by("width").values(
            shown=JSONObject(picture=F("image_id"), file="file", width="width", height="height")
        )
    )


def build_logos(edition: Edition, files: Iterable[Mapping[str, Any]]) -> Logos:
    """The logo for light and the one for dark; None for one that is not set, or not made ready yet."""
    wanted = [pk for pk in (edition.logo_id, edition.logo_dark_id) if pk]
    carry(*map(picture_key, wanted))
    # The narrower come first: the widest of each picture is kept.
    widest = {file["picture"]: file for file in files}
    if missing := [pk for pk in wanted if pk not in widest]:
        order_renditions(missing, "whole")
    light, dark = (widest.get(pk or 0) for pk in (edition.logo_id, edition.logo_dark_id))
    return _shape(light, edition.masthead), _shape(dark, edition.masthead) if light else None


def _shape(file: Mapping[str, Any] | None, name: str) -> PictureShape | None:
    if file is None:
        return None
    scale = min(HEIGHT / file["height"], WIDEST / file["width"])
    return PictureShape(
        src=get_rendition_storage().url(file["file"]),
        width=max(1, round(file["width"] * scale)),
        height=max(1, round(file["height"] * scale)),
        alt=name,
    )
