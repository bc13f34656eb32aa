import io
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index
from wagtail.search.models import IndexEntry

from nashra.base import clock
from nashra.base.newsitem import AlternateId, Concept, NewsItem, Paragraph, PubStatus, Quote, Source
from nashra.base.newsitem import Byline as SignedBy
from nashra.editions.models import Edition
from nashra.importers.models import CategoryMapping, ImportedItem
from nashra.importers.reading import items_in
from nashra.importers.run import Outcome, Run, import_items
from nashra.people.models import Byline, BylineName
from nashra.press.models import PressEvent
from nashra.stories.models import Article, SectionPage, Story, Topic, TopicLabel
from tests.integration.importers.conftest import OpenEdition, bring_in, news, section_of
from tests.real_input import real_input

pytestmark = pytest.mark.django_db


def _outcomes(*arrivals: object) -> list[str]:
    return [str(arrival.outcome) for arrival in arrivals]  # type: ignore[attr-defined] # arrivals


def _only_article() -> Article:
    article: Article = Article.objects.get()
    return article


def test_story_comes_in_with_all_its_parts(edition: Edition) -> None:
    item = news(
        body=(Paragraph("One <strong>two</strong>."), Paragraph("Three."), Quote("Four", "Salma")),
        sources=(Source("Agency"),),
        byline_text="Salma Nasser",
        dateline="Qarn",
        first_created=datetime(2026, 5, 1, 9, tzinfo=UTC),
        version_created=datetime(2026, 5, 1, 10, tzinfo=UTC),
        concepts=(Concept("Opinion", kind="genre"),),
    )
    assert _outcomes(*bring_in(edition, item)) == ["added"]
    article = _only_article()
    assert (article.headline, article.standfirst, article.location) == (
        "Harbour opens",
        "After nine years.",
        "Qarn",
    )
    assert article.source == "Salma Nasser · Agency"
    assert [block.block_type for block in article.body] == ["paragraph", "quote"]
    assert str(article.body[0].value.source) == "<p>One <b>two</b>.</p><p>Three.</p>"
    assert article.body[1].value["speaker"] == "Salma"
    assert article.kind == "opinion"
    assert article.live
    assert article.published_at == datetime(2026, 5, 1, 9, tzinfo=UTC)
    assert article.updated_at == datetime(2026, 5, 1, 10, tzinfo=UTC)
    assert article.url_path == "/newsroom/en/news/harbour-opens/"
    assert article.section == article.top_section == section_of(edition)


def test_tree_is_whole_after_several_batches(edition: Edition) -> None:
    bring_in(edition, *(news(f"urn:{n}") for n in range(25)), batch=10)
    section = section_of(edition)
    assert section.numchild == 26
    assert section.get_children().count() == 26
    assert Page.find_problems() == ([], [], [], [], [])


def test_same_headline_gets_addresses_of_its_own(edition: Edition) -> None:
    bring_in(edition, news("urn:a"), news("urn:b"))
    bring_in(edition, news("urn:c"))
    slugs = list(Article.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == 3
    assert all(slug.startswith("harbour-opens") for slug in slugs)


def test_page_added_by_an_editor_afterwards_finds_its_place(edition: Edition) -> None:
    bring_in(edition, news())
    section_of(edition).add_child(instance=Article(title="By hand"))
    assert Page.find_problems() == ([], [], [], [], [])


def test_import_follows_pages_added_by_an_editor(edition: Edition) -> None:
    section_of(edition).add_child(instance=Article(title="Harbour opens", slug="harbour-opens"))
    bring_in(edition, news())
    assert Article.objects.count() == 2
    assert Page.find_problems() == ([], [], [], [], [])


def test_author_with_a_byline_here_is_not_named_as_a_source_too(edition: Edition) -> None:
    byline = Byline.objects.create(key="salma")
    BylineName.objects.create(byline=byline, language="en", name="Salma Nasser")
    signed = (SignedBy("Salma Nasser"), SignedBy("A. Stranger"))
    bring_in(edition, news(bylines=signed, sources=(Source("Agency"),)))
    assert _only_article().source == "A. Stranger · Agency"
    assert list(_only_article().story_bylines.values_list("byline", flat=True)) == [byline.pk]
    bring_in(edition, news(version="2", bylines=signed, sources=(Source("Bureau"),)))
    assert _only_article().source == "A. Stranger · Bureau"


def test_indexes_are_what_wagtail_itself_would_have_written(edition: Edition) -> None:
    byline = Byline.objects.create(key="salma")
    BylineName.objects.create(byline=byline, language="en", name="Salma Nasser")
    topic = Topic.objects.create(key="ports", concept="medtop:20000337")
    TopicLabel.objects.create(topic=topic, language="en", label="Ports")
    bring_in(edition, news(byline_text="Salma Nasser", concepts=(Concept("harbours", code="20000337"),)))
    article = _only_article()
    entry = IndexEntry.objects.get(object_id=str(article.pk), content_type__model="article")
    columns = (
        "content_type",
        "base_content_type",
        "object_id",
        "to_content_type",
        "to_object_id",
        "model_path",
    )
    references = set(ReferenceIndex.objects.values_list(*columns, "content_path", "content_path_hash"))

    index.insert_or_update_object(article)
    ReferenceIndex.create_or_update_for_object(article)

    again = IndexEntry.objects.get(object_id=str(article.pk), content_type__model="article")
    assert (again.title, again.body, again.autocomplete) == (entry.title, entry.body, entry.autocomplete)
    assert (
        set(ReferenceIndex.objects.values_list(*columns, "content_path", "content_path_hash")) == references
    )
    assert article.story_bylines.get().byline == byline
    assert article.story_topics.get().topic == topic


def test_imported_story_is_found_by_the_desks_search(edition: Edition) -> None:
    bring_in(edition, news(body=(Paragraph("Breakwater"),)))
    assert [story.pk for story in Story.objects.search("breakwater")] == [_only_article().pk]


def test_batch_takes_few_queries_however_many_stories(edition: Edition) -> None:
    def queries(count: int, start: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            bring_in(edition, *(news(f"urn:{start + n}") for n in range(count)))
        return len(captured)

    queries(1, 0)
    assert queries(60, 100) <= queries(2, 1000) + 2 <= 40


def test_without_publishing_all_come_in_as_drafts(edition: Edition) -> None:
    assert _outcomes(*bring_in(edition, news(), publish=False)) == ["added"]
    article = _only_article()
    assert not article.live
    assert article.has_unpublished_changes
    assert article.published_at is None


def test_dry_run_writes_nothing_and_says_the_same(edition: Edition) -> None:
    items = [news("urn:a"), news("urn:a", version="2"), news("urn:b", headline="")]
    foreseen = _outcomes(*bring_in(edition, *items, dry=True))
    assert Article.objects.count() == ImportedItem.objects.count() == 0
    assert foreseen == _outcomes(*bring_in(edition, *items))
    assert sorted(foreseen) == ["added", "refused", "updated"]


def test_second_run_brings_nothing_in_twice(edition: Edition) -> None:
    bring_in(edition, news())
    assert _outcomes(*bring_in(edition, news())) == ["already there"]
    assert Article.objects.count() == 1


@pytest.mark.parametrize("older", ["1", "0"])
def test_older_version_is_left_aside(edition: Edition, older: str) -> None:
    bring_in(edition, news(version="1", headline="Newest"))
    assert _outcomes(*bring_in(edition, news(version=older, headline="Old"))) == ["already there"]
    assert _only_article().title == "Newest"


def test_newer_version_takes_the_place_of_the_older(edition: Edition) -> None:
    bring_in(edition, news(version="9"))
    pk = _only_article().pk
    assert _outcomes(*bring_in(edition, news(version="10", headline="Harbour closes"))) == ["updated"]
    article = _only_article()
    assert (article.pk, article.title, article.live) == (pk, "Harbour closes", True)
    assert article.revisions.count() == 2
    assert _outcomes(*bring_in(edition, news(version="11", headline="Harbour open again"))) == ["updated"]


def test_two_versions_in_one_file_leave_the_newer(edition: Edition) -> None:
    assert _outcomes(*bring_in(edition, news(), news(version="2", headline="Second"))) == ["added", "updated"]
    assert _only_article().title == "Second"


def test_editors_changes_are_kept_and_reported(edition: Edition) -> None:
    bring_in(edition, news())
    article = _only_article()
    article.title = "Harbour opens at last"
    article.save_revision().publish()
    (arrival,) = bring_in(edition, news(version="2", headline="Second"))
    assert arrival.outcome is Outcome.KEPT
    assert "An editor has changed the story" in arrival.reason
    assert _only_article().title == "Harbour opens at last"


def test_unpublished_draft_of_an_editor_is_kept_too(edition: Edition) -> None:
    bring_in(edition, news())
    article = _only_article()
    article.standfirst = "Being rewritten."
    article.save_revision()
    assert _outcomes(*bring_in(edition, news(version="2"))) == ["kept as edited"]


def test_publishing_without_changes_is_no_edit(edition: Edition) -> None:
    bring_in(edition, news(), publish=False)
    _only_article().save_revision().publish()
    assert _outcomes(*bring_in(edition, news(version="2", headline="Second"))) == ["updated"]
    assert _only_article().title == "Second"


@pytest.mark.parametrize("status", [PubStatus.CANCELED, PubStatus.WITHHELD])
def test_cancelled_story_is_taken_from_its_readers_even_if_edited(
    edition: Edition, status: PubStatus
) -> None:
    bring_in(edition, news())
    article = _only_article()
    article.title = "Edited"
    article.save_revision().publish()
    assert _outcomes(*bring_in(edition, news(version="2", pubstatus=status))) == ["withdrawn"]
    assert not _only_article().live


def test_story_cancelled_before_it_came_never_appears(edition: Edition) -> None:
    bring_in(edition, news(version="2", pubstatus=PubStatus.CANCELED))
    assert _outcomes(*bring_in(edition, news(version="1"))) == ["already there"]
    assert Article.objects.count() == 0


def test_story_an_editor_deleted_does_not_come_back(edition: Edition) -> None:
    bring_in(edition, news())
    _only_article().delete()
    assert _outcomes(*bring_in(edition, news(version="2"))) == ["already there"]
    assert Article.objects.count() == 0


def _in_a_day() -> datetime:
    return clock.now() + timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"pubstatus": PubStatus.WITHHELD}, "withholds"),
        ({"embargoed": _in_a_day()}, "embargo"),
        ({"expires": datetime(2020, 1, 1, tzinfo=UTC)}, "right to show it ended"),
        ({"kind": "picture"}, "picture"),
        ({"language": "nb-NO"}, "nb-NO"),
        ({"body": (), "standfirst": ""}, "nothing else"),
    ],
)
def test_what_must_not_be_published_unseen_comes_in_as_a_draft(
    edition: Edition, changes: dict[str, object], reason: str
) -> None:
    (arrival,) = bring_in(edition, news(**changes))  # type: ignore[arg-type] # fields of a news item
    assert arrival.outcome is Outcome.HELD
    assert reason in arrival.reason
    assert not _only_article().live


def test_held_story_is_published_by_a_version_that_may_be(edition: Edition) -> None:
    bring_in(edition, news(pubstatus=PubStatus.WITHHELD))
    assert _outcomes(*bring_in(edition, news(version="2"))) == ["updated"]
    assert _only_article().live


def test_time_ahead_is_taken_as_now(edition: Edition) -> None:
    bring_in(edition, news(first_created=_in_a_day(), version_created=_in_a_day()))
    published_at = _only_article().published_at
    assert published_at is not None
    assert published_at <= clock.now()


def test_category_goes_to_the_section_of_the_table(edition: Edition) -> None:
    CategoryMapping.objects.create(
        edition=edition, category="Internasjonalt", section=section_of(edition, "politics")
    )
    bring_in(edition, news(concepts=(Concept("internasjonalt", rel="category"),)))
    article = _only_article()
    assert article.section == section_of(edition, "politics")
    assert article.top_section == section_of(edition, "news")
    assert article.url_path.startswith("/newsroom/en/news/politics/")


def test_category_that_is_a_sections_key_needs_no_table(edition: Edition) -> None:
    bring_in(edition, news(concepts=(Concept("Politics", rel="category"),)))
    assert _only_article().section == section_of(edition, "politics")


def test_categories_without_a_section_are_counted(edition: Edition) -> None:
    run = Run(edition, section_of(edition))
    list(import_items(run, items_in(real_input("news", "ninjs", "en.jsonl.gz"), io.BytesIO())))
    assert run.unmapped["sports"] == 100
    assert "politics" not in run.unmapped


def test_versions_of_one_story_are_counterparts_across_editions(open_edition: OpenEdition) -> None:
    english, arabic = open_edition("en"), open_edition("ar")
    same = (AlternateId("same-story", "ntrex-7"),)
    bring_in(english, news("urn:en", alternate_ids=same))
    bring_in(arabic, news("urn:ar", language="ar", alternate_ids=same))
    link_key = Story.objects.get(edition=english).link_key
    assert [story.edition for story in Story.objects.linked_to(link_key).order_by("pk")] == [english, arabic]


def test_second_claim_to_be_the_same_story_in_one_edition_stands_alone(edition: Edition) -> None:
    same = (AlternateId("same-story", "x"),)
    bring_in(edition, news("urn:a", alternate_ids=same), news("urn:b", alternate_ids=same))
    bring_in(edition, news("urn:c", alternate_ids=same))
    assert len(set(Story.objects.values_list("link_key", flat=True))) == 3


def test_lists_are_purged_once_for_a_batch(edition: Edition) -> None:
    PressEvent.objects.all().delete()
    bring_in(edition, *(news(f"urn:{n}") for n in range(20)))
    (event,) = PressEvent.objects.all()
    assert {f"section:{section_of(edition).pk}", "latest:en"} <= set(event.keys)


def test_drafts_purge_nothing(edition: Edition) -> None:
    PressEvent.objects.all().delete()
    bring_in(edition, news(), publish=False)
    assert not PressEvent.objects.exists()


def test_record_the_database_refuses_does_not_keep_the_others_out(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.importers.deciding.LONGEST_VERSION", 10_000)
    arrivals = bring_in(edition, *(news(f"urn:{n}", version="1" * (500 if n == 3 else 1)) for n in range(8)))
    assert Counter(_outcomes(*arrivals)) == {"added": 7, "refused": 1}
    assert Article.objects.count() == 7
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"headline": ""}, "no headline"), ({"uri": "u" * 501}, "“uri”"), ({"version": "v" * 101}, "“version”")],
)
def test_record_that_cannot_become_a_story_is_refused(
    edition: Edition, changes: dict[str, object], reason: str
) -> None:
    item = NewsItem(**({"uri": "urn:a", "headline": "H"} | changes))  # type: ignore[arg-type] # fields of a news item
    (arrival,) = bring_in(edition, item)
    assert arrival.outcome is Outcome.REFUSED
    assert reason in arrival.reason


def test_endless_headline_is_cut_at_a_word(edition: Edition) -> None:
    bring_in(edition, news(headline="harbour " * 100))
    title = _only_article().title
    assert len(title) <= 255
    assert title.endswith("harbour…")


@pytest.mark.parametrize(("code", "count"), [("en", 548), ("es", 553), ("fr", 112)])
def test_real_archive_comes_in_whole_and_once(open_edition: OpenEdition, code: str, count: int) -> None:
    edition = open_edition(code)
    path = real_input("news", "ninjs", f"{code}.jsonl.gz")
    for expected in (Outcome.ADDED, Outcome.ALREADY_THERE):
        run = Run(edition, section_of(edition), publish=True)
        outcomes = Counter(arrival.outcome for arrival in import_items(run, items_in(path, io.BytesIO())))
        assert outcomes == {expected: count}
    assert Story.objects.live().in_edition(edition).count() == count
    assert Page.find_problems() == ([], [], [], [], [])


def test_real_arabic_archive_comes_in_whole(open_edition: OpenEdition) -> None:
    edition = open_edition("ar")
    run = Run(edition, section_of(edition), publish=True)
    path = real_input("news", "ninjs", "ar.jsonl.gz")
    outcomes = Counter(arrival.outcome for arrival in import_items(run, items_in(path, io.BytesIO())))
    assert outcomes == {Outcome.ADDED: 6307}
    assert SectionPage.objects.get(pk=run.section.pk).numchild == 6308
    assert Article.objects.filter(reading_minutes=0).count() == 0


def test_agency_samples_come_in_and_xml_is_refused(edition: Edition) -> None:
    run = Run(edition, section_of(edition), publish=True)
    arrivals = list(import_items(run, items_in(real_input("wires", "ninjs"), io.BytesIO())))
    refused = [arrival.place for arrival in arrivals if arrival.outcome is Outcome.REFUSED]
    assert len(refused) == 2
    assert all(place.endswith(".xml") for place in refused)
    assert Article.objects.filter(title__startswith="Dell Redefines", live=True).exists()
