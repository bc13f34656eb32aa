import uuid
from datetime import UTC, datetime

import pytest

from nashra.base.newsitem import AlternateId, NewsItem, PubStatus
from nashra.importers.deciding import Known, Step, decide, digest_of, is_newer, link_key_of

EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


def _item(
    version: str = "2", created: datetime | None = None, status: PubStatus = PubStatus.USABLE
) -> NewsItem:
    return NewsItem(uri="urn:a", version=version, version_created=created, pubstatus=status)


@pytest.mark.parametrize(
    ("item", "known", "newer"),
    [
        (_item("10"), Known("9", None, has_story=True), True),
        (_item("9"), Known("10", None, has_story=True), False),
        (_item("9", LATE), Known("9", EARLY, has_story=True), False),
        (_item("b", LATE), Known("a", EARLY, has_story=True), True),
        (_item("b", EARLY), Known("a", LATE, has_story=True), False),
        (_item("b"), Known("a", None, has_story=True), True),
    ],
)
def test_later_version_is_told_by_number_then_by_time(item: NewsItem, known: Known, newer: bool) -> None:
    assert is_newer(item, known) is newer


@pytest.mark.parametrize(
    ("status", "known", "step"),
    [
        (PubStatus.USABLE, None, Step.ADD),
        (PubStatus.WITHHELD, None, Step.ADD),
        (PubStatus.CANCELED, None, Step.REMEMBER),
        (PubStatus.USABLE, Known("1", None, has_story=True), Step.UPDATE),
        (PubStatus.CANCELED, Known("1", None, has_story=True), Step.WITHDRAW),
        (PubStatus.WITHHELD, Known("1", None, has_story=True), Step.WITHDRAW),
        (PubStatus.USABLE, Known("1", None, has_story=False), Step.SKIP),
        (PubStatus.CANCELED, Known("3", None, has_story=True), Step.SKIP),
    ],
)
def test_step_follows_from_status_and_what_came_before(
    status: PubStatus, known: Known | None, step: Step
) -> None:
    assert decide(_item(status=status), known) is step


def test_same_story_gives_the_same_key_everywhere() -> None:
    one, two = (NewsItem(uri=uri, alternate_ids=(AlternateId("same-story", "7"),)) for uri in ("a", "b"))
    assert link_key_of(one) == link_key_of(two) is not None


def test_key_of_another_newsroom_is_kept() -> None:
    key = uuid.uuid4()
    assert link_key_of(NewsItem(uri="a", alternate_ids=(AlternateId("same-story", str(key)),))) == key


def test_digest_does_not_see_what_the_editor_adds_by_itself() -> None:
    imported = [{"type": "paragraph", "value": '<p>A <a href="x">b</a></p>', "id": "1"}]
    opened = [{"type": "paragraph", "value": '<p data-block-key="k3x">A <a href="x">b</a></p>', "id": "2"}]
    assert digest_of("H", "S", imported) == digest_of("H", "S", opened)


def test_digest_sees_a_changed_word() -> None:
    one, two = ([{"type": "paragraph", "value": f"<p>{word}</p>"}] for word in ("A", "B"))
    assert digest_of("H", "S", one) != digest_of("H", "S", two)
