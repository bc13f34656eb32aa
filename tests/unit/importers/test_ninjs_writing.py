import gzip
import json
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from nashra.base.newsitem import (
    AlternateId,
    Association,
    Byline,
    Concept,
    NewsItem,
    Paragraph,
    Picture,
    Quote,
    Rendition,
    Source,
)
from nashra.importers.formats.ninjs import read, read_record
from nashra.importers.formats.ninjs_out import write, write_line
from tests.real_input import real_input

ANY_GEOJSON = Resource.from_contents(
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}
)


@pytest.fixture
def validator() -> Any:
    schema = json.loads(real_input("wires", "schemas", "ninjs-schema_2.1.json").read_text("utf-8"))
    registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", ANY_GEOJSON)
    return jsonschema.Draft202012Validator(
        schema, registry=registry, format_checker=jsonschema.FormatChecker()
    )


FULL = NewsItem(
    uri="urn:newsml:example:1",
    version="3",
    version_created=datetime(2026, 5, 1, 10, tzinfo=UTC),
    first_created=datetime(2026, 5, 1, 9, tzinfo=UTC),
    language="ar",
    headline="عنوان",
    standfirst="مقدمة",
    body=(
        Paragraph("نص <b>قوي</b>"),
        Quote("قول", "قائل"),
        Picture(href="https://x.example/a.jpg", caption="c", credit="d"),
    ),
    bylines=(Byline("Salma", role="Editor"),),
    sources=(Source("Agency", uri="https://agency.example/"),),
    urgency=3,
    concepts=(
        Concept(
            "Politics", code="11000000", uri="http://cv.iptc.org/newscodes/mediatopic/11000000", rel="about"
        ),
        Concept("Actuality", kind="genre"),
    ),
    embargoed=datetime(2026, 5, 2, tzinfo=UTC),
    alternate_ids=(AlternateId("same-story", "x-1"),),
    associations=(
        Association(
            "mainpic",
            caption="c",
            credit="d",
            alt="e",
            renditions=(Rendition("https://x.example/a.jpg", width=10, height=20),),
        ),
    ),
)


def test_full_item_is_valid_ninjs_2_1(validator: Any) -> None:
    validator.validate(write(FULL))


def test_item_with_nothing_but_identity_is_valid(validator: Any) -> None:
    validator.validate(write(NewsItem(uri="urn:a")))


def test_real_stories_stay_valid_after_reading_and_writing(validator: Any) -> None:
    for language in ("ar", "en", "es", "fr"):
        with gzip.open(real_input("news", "ninjs", f"{language}.jsonl.gz"), "rt", encoding="utf-8") as lines:
            for line, _ in zip(lines, range(40), strict=False):
                validator.validate(write(read_record(json.loads(line))))


def test_agency_samples_are_valid_when_written_again(validator: Any) -> None:
    for path in sorted(real_input("wires", "ninjs").glob("*.json")):
        for item in read(path.read_bytes()):
            validator.validate(write(item))


def test_what_is_written_is_read_back_the_same() -> None:
    item = read_record(write(FULL))
    for name in (
        "uri",
        "version",
        "headline",
        "standfirst",
        "language",
        "version_created",
        "embargoed",
        "alternate_ids",
        "urgency",
        "sources",
    ):
        assert getattr(item, name) == getattr(FULL, name)
    assert item.body[:2] == FULL.body[:2]
    assert item.associations[0].alt == "e"


def test_second_writing_changes_nothing() -> None:
    once = write(FULL)
    assert write(read_record(write(read_record(once)))) == write(read_record(once))


def test_line_is_one_line_of_utf_8() -> None:
    line = write_line(FULL)
    assert line.count(b"\n") == 1
    assert "عنوان".encode() in line
