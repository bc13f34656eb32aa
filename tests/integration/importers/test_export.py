import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from referencing import Registry, Resource

from nashra.base.newsitem import Concept, Embed, Heading, ItemList, NewsItem, Paragraph, Quote, Table
from nashra.editions.models import Edition
from nashra.importers.export import write_edition
from nashra.importers.formats.ninjs import read_record
from nashra.people.models import Byline, BylineName
from nashra.stories.models import Article, Story, StoryByline
from tests.integration.importers.conftest import OpenEdition, bring_in, news, section_of
from tests.real_input import real_input

pytestmark = pytest.mark.django_db


def _lines(edition: Edition) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    write_edition(edition, None, stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def _written(edition: Edition, **fields: object) -> Article:
    """A story by the newsroom itself, published."""
    article = Article(title="By hand", standfirst="Ours.", **fields)
    section_of(edition).add_child(instance=article)
    article.published_at = datetime(2026, 5, 1, tzinfo=UTC)
    article.save_revision().publish()
    return article


def test_imported_story_goes_out_under_its_senders_identity(edition: Edition) -> None:
    bring_in(edition, news("urn:sender:7", version="3"))
    (line,) = _lines(edition)
    assert (line["uri"], line["version"], line["pubstatus"]) == ("urn:sender:7", "3", "usable")


def test_story_published_again_by_an_editor_goes_out_as_a_later_version(edition: Edition) -> None:
    bring_in(edition, news("urn:sender:7", version="3"))
    Article.objects.get().save_revision().publish()
    (line,) = _lines(edition)
    assert line["uri"] == "urn:sender:7"
    assert int(line["version"]) > 3


def test_own_story_keeps_its_identity_when_it_is_renamed(edition: Edition) -> None:
    article = _written(edition)
    (before,) = _lines(edition)
    article.slug = "renamed"
    article.save_revision().publish()
    (after,) = _lines(edition)
    assert after["uri"] == before["uri"]
    assert f"story-{article.pk}" in after["uri"]


def test_byline_section_and_genre_go_out(edition: Edition) -> None:
    byline = Byline.objects.create(key="salma")
    BylineName.objects.create(byline=byline, language="en", name="Salma Nasser")
    article = _written(edition, kind="opinion")
    StoryByline.objects.create(story=article, byline=byline)
    (line,) = _lines(edition)
    assert line["people"] == [{"name": "Salma Nasser", "rel": "author"}]
    assert {"name": "News", "rel": "category", "literal": "news"} in line["subjects"]
    assert line["genres"][0]["name"] == "Opinion"


def test_nothing_is_added_on_the_way_out_and_in_again(edition: Edition, open_edition: OpenEdition) -> None:
    salma = Byline.objects.create(key="salma")
    BylineName.objects.create(byline=salma, language="en", name="Salma Nasser")
    signed = _written(edition, source="Agency", slug="signed")
    StoryByline.objects.create(story=signed, byline=salma)
    _written(edition, source="Agency", slug="unsigned")
    first = _lines(edition)
    there = open_edition("gb")
    there.language = "en"
    there.save()
    bring_in(there, *(read_record(line) for line in first))
    second = _lines(there)
    kept = ("uri", "by", "people", "infosources", "headlines", "descriptions", "firstcreated")
    assert [[line.get(name) for name in kept] for line in second] == [
        [line.get(name) for name in kept] for line in first
    ]
    assert [line.get("by") for line in second] == ["Salma Nasser", None]


def test_drafts_stay_at_home(edition: Edition) -> None:
    bring_in(edition, news(), publish=False)
    assert _lines(edition) == []


def test_body_of_every_kind_of_block_survives_the_way_in_and_out(edition: Edition) -> None:
    body = (
        Paragraph("One <b>two</b>."),
        ItemList(("a", "b"), ordered=True),
        Heading("Later"),
        Quote("Words", "Salma"),
        Table((("h", "i"), ("1", "2")), caption="c", has_header=True),
        Paragraph('<a href="https://x.example/">x</a>'),
    )
    bring_in(edition, news(body=(*body, Embed("https://x.example/v", "Film"))))
    (line,) = _lines(edition)
    again = read_record(line).body
    assert [type(block) for block in again] == [*(type(block) for block in body), Paragraph]
    assert again[1:5] == body[1:5]


def test_export_goes_into_another_edition_and_comes_in_there_once(open_edition: OpenEdition) -> None:
    first, second = open_edition("en"), open_edition("en-gb")
    _written(first)
    bring_in(first, news())
    items = [read_record(line) for line in _lines(first)]
    bring_in(second, *items)
    bring_in(second, *items)
    assert [story.title for story in Story.objects.live().in_edition(second).oldest_first()] == [
        story.title for story in Story.objects.live().in_edition(first).oldest_first()
    ]
    assert {story.link_key for story in Story.objects.in_edition(first)} == {
        story.link_key for story in Story.objects.in_edition(second)
    }


def test_own_export_does_not_come_in_again(edition: Edition) -> None:
    _written(edition)
    items = [read_record(line) for line in _lines(edition)]
    (arrival,) = bring_in(edition, *items)
    assert arrival.outcome == "already there"


def test_every_line_is_valid_ninjs_2_1(edition: Edition) -> None:
    _written(edition)
    bring_in(edition, *_real_items("en", 60))
    schema = json.loads(real_input("wires", "schemas", "ninjs-schema_2.1.json").read_text("utf-8"))
    anything = Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", anything)
    validator = jsonschema.Draft202012Validator(
        schema, registry=registry, format_checker=jsonschema.FormatChecker()
    )
    lines = _lines(edition)
    assert len(lines) == 61
    for line in lines:
        validator.validate(line)


def _real_items(language: str, count: int) -> list[NewsItem]:
    with gzip.open(real_input("news", "ninjs", f"{language}.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [read_record(json.loads(line)) for line, _ in zip(lines, range(count), strict=False)]


def test_number_of_queries_does_not_grow_with_stories(edition: Edition) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            _lines(edition)
        return len(captured)

    bring_in(edition, *(news(f"urn:{n}", concepts=(Concept("x", rel="category"),)) for n in range(3)))
    few = queries()
    bring_in(edition, *(news(f"urn:more:{n}") for n in range(40)))
    assert queries() <= few


def test_file_appears_whole_and_packed(edition: Edition, tmp_path: Path) -> None:
    bring_in(edition, news())
    file = tmp_path / "en.jsonl.gz"
    assert write_edition(edition, file, io.BytesIO()) == 1
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        assert json.loads(next(lines))["headlines"][0]["value"] == "Harbour opens"
    assert list(tmp_path.iterdir()) == [file]


def test_export_that_fails_leaves_nothing_behind(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(edition, news())
    monkeypatch.setattr("nashra.importers.export.write_line", lambda _item: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_edition(edition, tmp_path / "en.jsonl", io.BytesIO())
    assert list(tmp_path.iterdir()) == []
