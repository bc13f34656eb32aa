"""Films and the live channel: stored, measured, shown in the desk, followed by pages."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from nashra.editions.models import Edition
from nashra.media.errors import VideoRefused
from nashra.media.models import Channel, Programme, Video, VideoCaptions
from nashra.people.models import User
from nashra.press.models import PressEvent
from tests.real_input import real_input

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def edition() -> Edition:
    opened: Edition = Edition.objects.create(code="en", language="en", name="English", masthead="Nashra")
    return opened


@pytest.fixture
def film() -> bytes:
    return real_input("media", "video", "this_week_nasa.mp4").read_bytes()


def was_purged(key: str) -> bool:
    return PressEvent.objects.filter(keys__contains=[key]).exists()


def test_a_film_is_measured_when_it_is_stored(film: bytes) -> None:
    video = Video.objects.create(title="This week", file=ContentFile(film, name="week.mp4"))
    video.refresh_from_db()
    assert (video.duration_seconds, video.width, video.height) == (10, 480, 270)


def test_a_refused_film_leaves_nothing_behind(film: bytes, media_folder: Path) -> None:
    with pytest.raises(VideoRefused):
        Video.objects.create(title="Cut", file=ContentFile(film[:50_000], name="week.mp4"))
    assert not Video.objects.exists()
    assert list(media_folder.iterdir()) == []


def test_captions_once_for_each_language_and_kind(film: bytes) -> None:
    video = Video.objects.create(title="This week", file=ContentFile(film, name="week.mp4"))
    for _time in range(1):
        VideoCaptions.objects.create(video=video, language="ar", file=ContentFile(b"WEBVTT", name="ar.vtt"))
    with pytest.raises(IntegrityError):
        VideoCaptions.objects.create(video=video, language="ar", file=ContentFile(b"WEBVTT", name="ar.vtt"))


def test_a_film_with_captions_is_uploaded_in_the_desk(client: Client, film: bytes) -> None:
    User.objects.create_superuser("editor", password="quay")
    client.login(username="editor", password="quay")
    address = reverse(Video.snippet_viewset.get_url_name("add"))
    data = {
        "title": "This week",
        "language": "en",
        "credit": "Agency",
        "transcript": "",
        "poster": "",
        "edition": "",
        "captions-TOTAL_FORMS": "1",
        "captions-INITIAL_FORMS": "0",
        "captions-MIN_NUM_FORMS": "0",
        "captions-MAX_NUM_FORMS": "1000",
        "captions-0-language": "en",
        "captions-0-kind": "captions",
    }
    files = {
        "file": SimpleUploadedFile("week.mp4", film),
        "captions-0-file": SimpleUploadedFile("en.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"),
    }
    answer = client.post(address, data | files)
    assert answer.status_code == 302, answer.content.decode()
    video = Video.objects.get()
    assert (video.duration_seconds, video.captions.count()) == (10, 1)

    files["captions-0-file"] = SimpleUploadedFile("en.vtt", b"1\n00:01,000 --> 00:02,000\n")
    files["file"] = SimpleUploadedFile("week.mp4", b"not a film")
    refused = client.post(address, data | files).content.decode()
    assert "is not an MP4 film" in refused
    assert "its first line has to be WEBVTT" in refused
    assert Video.objects.count() == 1


def test_changed_captions_purge_their_film(film: bytes) -> None:
    video = Video.objects.create(title="This week", file=ContentFile(film, name="week.mp4"))
    PressEvent.objects.all().delete()
    VideoCaptions.objects.create(video=video, language="ar", file=ContentFile(b"WEBVTT", name="ar.vtt"))
    assert was_purged(f"video:{video.pk}")


def test_a_changed_schedule_purges_its_channel(edition: Edition) -> None:
    channel = Channel.objects.create(edition=edition, name="Nashra live", playlist="/media/live/en.m3u8")
    PressEvent.objects.all().delete()
    Programme.objects.create(
        channel=channel, starts_at=NOON, ends_at=NOON + timedelta(hours=1), title="Midday"
    )
    assert was_purged(f"channel:{channel.pk}")


def test_a_programme_ends_after_it_starts(edition: Edition) -> None:
    channel = Channel.objects.create(edition=edition, name="Nashra live")
    programme = Programme(channel=channel, starts_at=NOON, ends_at=NOON, title="Midday")
    with pytest.raises(ValidationError, match="end after it starts"):
        programme.full_clean()
    with pytest.raises(IntegrityError):
        programme.save()


def test_a_channel_on_air_needs_a_playlist(edition: Edition) -> None:
    with pytest.raises(ValidationError, match="needs a playlist"):
        Channel(edition=edition, name="Nashra live", live=True).full_clean()


def test_the_desk_lists_films_and_channels(client: Client, edition: Edition) -> None:
    User.objects.create_superuser("editor", password="quay")
    client.login(username="editor", password="quay")
    Channel.objects.create(edition=edition, name="Nashra live")
    for model in (Video, Channel):
        address = reverse(model.snippet_viewset.get_url_name("list"))
        assert client.get(address).status_code == 200
