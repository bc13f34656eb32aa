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

from nashra.base.newsitem import Concept, Embed, FactBox, Heading, ItemList, NewsItem, Paragraph, Quote, Table
from nashra.editions.models import Edition
from nashra.importers.export import write_edition
from nashra.importers.formats.ninjs import read_record
from nashra.people.models import Byline, BylineName
from nashra.stories.addresses import address_of
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
        Quote("Words", "Salma", "harbour master"),
        Quote("More words", role="a fisherman"),
        Quote("Nobody's"),
        FactBox("The harbour", (Paragraph("Opened in 1901."), ItemList(("deep", "wide")))),
        Table((("h", "i"), ("1", "2")), caption="c", has_header=True),
        Embed("https://x.example/v", "Film"),
        Paragraph('<a href="https://x.example/" rel="noopener">x</a>'),
    )
    bring_in(edition, news(body=body))
    (line,) = _lines(edition)
    assert read_record(line).body == body


def test_story_written_in_the_desk_comes_in_again_as_it_was(
    edition: Edition, open_edition: OpenEdition
) -> None:
    written = [
        ("paragraph", "<p>One <b>two</b> <i>three</i>.</p><ul><li>a</li></ul>"),
        ("paragraph", '<p>H<sub>2</sub>O <span lang="ar" dir="rtl">ماء</span></p>'),
        ("heading", "Later & later"),
        ("quote", {"text": "First line\nsecond <line>", "speaker": "Salma", "role": "harbour master"}),
        ("fact_box", {"title": "The harbour", "text": "<p>Opened in 1901.</p><ol><li>deep</li></ol>"}),
        (
            "table",
            {
                "caption": "Ships",
                "table": {
                    "columns": [{"type": "text", "heading": "Year"}, {"type": "text", "heading": "Ships"}],
                    "rows": [{"values": ["2025", "1 < 2"]}],
                    "caption": "",
                },
            },
        ),
        ("embed", {"url": "https://video.example/watch?v=1&t=2", "title": "Film"}),
        ("paragraph", "<p>The end.</p>"),
    ]
    story = _written(edition)
    story.body = [{"type": kind, "value": value} for kind, value in written]
    story.save_revision().publish()
    there = open_edition("gb")
    there.language = "en"
    there.save()
    bring_in(there, *(read_record(line) for line in _lines(edition)))
    again = Article.objects.in_edition(there).get()
    assert _plain(again) == _plain(story)


def _plain(story: Article) -> list[tuple[str, Any]]:
    """The blocks of a story without their ids; paragraphs in a row are one text."""
    blocks: list[tuple[str, Any]] = []
    for block in story.body.raw_data:
        kind, value = block["type"], block["value"]
        if kind == "paragraph" and blocks and blocks[-1][0] == kind:
            blocks[-1] = (kind, blocks[-1][1] + value)
        else:
            blocks.append((kind, value))
    return blocks


def test_link_to_an_own_page_leads_there_from_outside(edition: Edition) -> None:
    other = _written(edition, slug="other")
    story = _written(edition, slug="this")
    story.body = [{"type": "paragraph", "value": f'<p>See <a linktype="page" id="{other.pk}">there</a>.</p>'}]
    story.save_revision().publish()
    body = next(line["bodies"][0]["value"] for line in _lines(edition) if line.get("bodies"))
    assert f'<a href="{address_of(other, edition)}" rel="noopener">there</a>' in body


def test_what_each_byline_did_goes_out_and_comes_in_again(
    edition: Edition, open_edition: OpenEdition
) -> None:
    story = _written(edition)
    for key, name, role in (("salma", "Salma Nasser", ""), ("omar", "Omar Diab", "Photographs")):
        byline = Byline.objects.create(key=key)
        BylineName.objects.create(byline=byline, language="en", name=name)
        StoryByline.objects.create(story=story, byline=byline, role=role, sort_order=len(key))
    there = open_edition("gb")
    there.language = "en"
    there.save()
    (line,) = _lines(edition)
    assert line["by"] in {"Salma Nasser, Omar Diab (Photographs)", "Omar Diab (Photographs), Salma Nasser"}
    bring_in(there, read_record(line))
    again = Article.objects.in_edition(there).get()
    of = [[(s.byline.key, s.role) for s in each.story_bylines.all()] for each in (story, again)]
    assert of[0] == of[1]


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
