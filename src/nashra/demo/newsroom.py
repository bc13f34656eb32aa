"""The demo's editions and what they share: sections, regions, topics, people, pictures, films."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage

from nashra.demo.reading import MEDIA, read_shared
from nashra.editions.models import Edition, Region, RegionLabel, SocialAccount
from nashra.media.collections import shared_collection
from nashra.media.making import make_sizes
from nashra.media.models import Picture, PictureText, Video, VideoCaptions
from nashra.media.uses import stand_in_of
from nashra.people.models import Byline, BylineLink, BylineName
from nashra.stories.actions.add_section import add_section
from nashra.stories.models import SectionPage, Topic, TopicLabel

# What CLDR cannot know: how each of the demo's editions presents itself.
_FACTS: dict[str, dict[str, Any]] = {
    "en": {"name": "English", "numbering": "latn"},
    "ar": {"name": "العربية", "numbering": "arab", "calendar_locale": "ar-EG"},
    "es": {"name": "Español", "numbering": "latn"},
}
_LAYOUTS = {
    "opinion": SectionPage.Layout.OPINION,
    "videos": SectionPage.Layout.VIDEO,
    "in-pictures": SectionPage.Layout.GALLERY,
}
_NETWORKS = (
    ("Mastodon", "https://mastodon.example/@nashra-{code}"),
    ("YouTube", "https://video.example/nashra-{code}"),
)


def add_editions(codes: list[str]) -> dict[str, Edition]:
    """The three newspapers, with their fronts."""
    world = read_shared("world")
    editions = {}
    for position, code in enumerate(codes):
        facts = world["editions"][code]
        edition = Edition(
            code=code,
            language=code,
            masthead=facts["masthead"],
            slogan=facts["slogan"],
            description=facts["description"],
            desk_byline=facts["desk"],
            time_zone=world["country"]["time_zone"],
            position=position,
            **_FACTS.get(code, {"name": code}),
        )
        edition.full_clean()
        edition.save()
        for order, (network, url) in enumerate(_NETWORKS):
            SocialAccount.objects.create(
                edition=edition, network=network, url=url.format(code=code), sort_order=order
            )
        editions[code] = edition
    return editions


def add_sections(edition: Edition) -> dict[str, SectionPage]:
    """The menu of an edition, two levels deep; by key."""
    sections: dict[str, SectionPage] = {}
    for row in read_shared("sections"):
        below = sections.get(row["parent"])
        slug = row.get("slugs", {}).get(edition.code, "")
        layout = _LAYOUTS.get(row["key"]) or _LAYOUTS.get(row["parent"], SectionPage.Layout.NEWS)
        section = add_section(
            edition, row["names"][edition.code], slug=slug, key=row["key"], below=below, layout=layout
        )
        section.description = row.get("descriptions", {}).get(edition.code, "")
        section.save(update_fields=["description"])
        sections[row["key"]] = section
    return sections


def add_regions(codes: list[str]) -> dict[str, Region]:
    """The regions of the world, named in each language."""
    regions = {}
    for position, row in enumerate(read_shared("world")["regions"]):
        region = Region.objects.create(code=row["key"], position=position)
        for code in codes:
            RegionLabel.objects.create(region=region, language=code, label=row["names"][code])
        regions[row["key"]] = region
    return regions


def add_topics(codes: list[str]) -> dict[str, Topic]:
    """The topics, named in each language."""
    topics = {}
    for row in read_shared("topics"):
        topic = Topic.objects.create(key=row["key"])
        for code in codes:
            TopicLabel.objects.create(topic=topic, language=code, label=row["labels"][code])
        topics[row["key"]] = topic
    return topics


def add_people(codes: list[str], pictures: dict[str, Picture]) -> dict[str, Byline]:
    """The bylines, with a name, a role and a biography in each language."""
    people = {}
    for row in read_shared("bylines"):
        byline = Byline.objects.create(key=row["key"], portrait=pictures.get(row["portrait"]))
        for code in codes:
            BylineName.objects.create(
                byline=byline,
                language=code,
                name=row["names"][code],
                role=row["roles"][code],
                bio=row["bios"][code],
                expertise=row["expertise"][code],
            )
        for order, link in enumerate(row["links"]):
            label = link["url"].removeprefix("mailto:").removeprefix("https://")
            BylineLink.objects.create(byline=byline, label=label, url=link["url"], sort_order=order)
        people[row["key"]] = byline
    return people


def add_pictures(codes: list[str], say: Callable[[str], None]) -> dict[str, Picture]:
    """Every picture with its credit, caption and text alternative in each language."""
    collection, pictures = shared_collection(), {}
    rows = [
        (row, path)
        for row in read_shared("pictures")
        if (path := MEDIA / "pictures" / f"{row['key']}.jpg").exists()
    ]
    for number, (row, path) in enumerate(rows, start=1):
        first, *others = codes
        picture = Picture(title=row["key"], collection=collection, language=first, **_words(row, first))
        with path.open("rb") as file:
            picture.file.save(path.name, File(file), save=False)
            if path.stem.startswith("portrait-"):
                _mark_face(picture)
            picture.save()
        for code in others:
            PictureText.objects.create(picture=picture, language=code, **_words(row, code))
        # One size at once; the others are made by the worker while the first pages are read.
        make_sizes(picture, [stand_in_of(picture.width, picture.height)])
        pictures[row["key"]] = picture
        if number % 20 == 0:
            say(f"{number} of {len(rows)} pictures")
    return pictures


def _mark_face(portrait: Picture) -> None:
    """What no cut of a portrait goes through: the face, which all are drawn with in the same place."""
    portrait.focal_point_x, portrait.focal_point_y = portrait.width // 2, portrait.height * 34 // 100
    portrait.focal_point_width, portrait.focal_point_height = portrait.width // 2, portrait.height // 2


def add_videos(codes: list[str], pictures: dict[str, Picture]) -> dict[str, Video]:
    """The films, with captions in each language."""
    videos = {}
    for path in sorted((MEDIA / "video").glob("*.mp4")):
        with path.open("rb") as file:
            # Not yet stored when it is saved, so that it is measured.
            video = Video(
                title=path.stem.removeprefix("clip-").capitalize(),
                file=File(file, name=path.name),
                poster=pictures.get(_POSTERS.get(path.stem, "")),
                credit="Nashra",
            )
            video.save()
        for code, captions in _captions(path, codes):
            with captions.open("rb") as file:
                VideoCaptions(video=video, language=code).file.save(captions.name, File(file))
        videos[path.stem] = video
    return videos


def copy_channel() -> str:
    """Put the live channel's loop where it is served from; its playlist's address, or nothing where there is none."""
    folder = MEDIA / "channel"
    if not folder.is_dir():
        return ""
    for path in sorted(folder.rglob("*")):
        name = f"channel/{path.relative_to(folder).as_posix()}"
        if path.is_file() and path.suffix != ".md" and not default_storage.exists(name):
            with path.open("rb") as file:
                default_storage.save(name, File(file))
    master = next(iter(sorted(folder.glob("master*.m3u8")) or sorted(folder.glob("*.m3u8"))), None)
    return default_storage.url(f"channel/{master.name}") if master else ""


_POSTERS = {
    "clip-harbour": "harbour-dawn",
    "clip-storm": "storm-waves",
    "clip-market": "saffron-market",
    "clip-windfarm": "wind-farm",
    "clip-lab": "laboratory",
    "clip-match": "football-final",
}


def _words(row: dict[str, Any], code: str) -> dict[str, str]:
    credited = row.get("credits", {})
    return {
        "caption": row["caption"][code],
        "alt_text": row["alt"][code],
        "credit": credited.get(code, row["credit"]),
    }


def _captions(film: Path, codes: list[str]) -> Iterator[tuple[str, Path]]:
    for code in codes:
        path = film.with_name(f"{film.stem}.{code}.vtt")
        if path.exists():
            yield code, path
