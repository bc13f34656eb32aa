"""The page store: what was put is served until a purge, and nothing rendered before a purge is stored after it."""

import contextlib
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from nashra.press import _spreading
from nashra.press.events import Anchor, Event
from nashra.press.pages import Address, Page, pack, read_address
from nashra.press.store import PageStore, StoreFull

FRONT = Address("", "/en/")
STORY = Address("", "/en/news/harbour/")
HTML = (("content-type", "text/html; charset=utf-8"),)
WORDS = b"The harbour bridge opened this morning. " * 40


def page(body: bytes = WORDS, *keys: str, status: int = 200) -> Page:
    return pack(status, HTML, body, keys=keys)


def purge(position: int, *keys: str, takedown: bool = False) -> Event:
    return Event(position, f"token-{position}", keys, takedown)


type Opener = Callable[..., PageStore]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    """Open stores on one directory, as the processes of a machine do."""
    stores: list[PageStore] = []

    def open_store(**limits: Any) -> PageStore:
        stores.append(PageStore(tmp_path, **limits))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opener) -> PageStore:
    store = opened()
    store.adopt(Anchor(10, "token-10"))
    return store


def is_fresh(store: PageStore, address: Address, moment: float = 1e12) -> bool:
    stored = store.read(address)
    return stored is not None and stored.fresh(moment)


def test_each_encoding_comes_back_as_it_was_packed(store: PageStore) -> None:
    packed = page()
    store.put(STORY, packed, 10)
    stored = store.read(STORY)
    assert stored is not None
    assert set(stored.encodings) == {"identity", "gzip", "br", "zstd"}
    assert {name: store.body(stored, name) for name in stored.encodings} == packed.bodies


def test_two_stores_on_one_directory_see_the_same_pages(store: PageStore, opened: Opener) -> None:
    other = opened()
    before = other.version()
    store.put(STORY, page(), 10)
    assert other.version() != before
    assert is_fresh(other, STORY)


def test_a_purge_spoils_the_pages_that_carry_the_key_and_no_other(store: PageStore) -> None:
    store.put(STORY, page(WORDS, "story:1"), 10)
    store.put(FRONT, page(WORDS, "card:2"), 10)
    store.apply([purge(11, "story:1")], grace=0)
    assert not is_fresh(store, STORY)
    assert is_fresh(store, FRONT)


def test_a_hot_page_stays_in_use_for_the_grace_and_no_longer(store: PageStore) -> None:
    store.put(STORY, page(WORDS, "story:1"), 10)
    store.apply([purge(11, "story:1")], grace=5)
    stored = store.read(STORY)
    assert stored is not None
    assert stored.good_until is not None
    assert stored.fresh(stored.good_until - 4.9)
    assert not stored.fresh(stored.good_until)


def test_a_clock_put_back_does_not_lengthen_the_grace(store: PageStore) -> None:
    store.put(STORY, page(WORDS, "story:1"), 10)
    store.apply([purge(11, "story:1")], grace=5)
    stored = store.read(STORY)
    assert stored is not None
    assert stored.good_until is not None
    assert not stored.fresh(stored.good_until - 3600)


def test_a_render_from_before_a_purge_is_refused(store: PageStore) -> None:
    store.apply([purge(11, "story:1")], grace=0)
    assert not store.put(STORY, page(WORDS, "story:1"), 10)
    assert store.read(STORY) is None
    assert store.put(STORY, page(WORDS, "story:1"), 11)


def test_a_render_that_already_saw_the_purge_is_not_spoiled_by_it(store: PageStore) -> None:
    store.put(STORY, page(WORDS, "story:1"), 11)
    store.apply([purge(11, "story:1")], grace=0)
    assert is_fresh(store, STORY)


def test_an_older_render_does_not_replace_a_newer_one(store: PageStore) -> None:
    store.put(STORY, page(b"new"), 15)
    store.put(STORY, page(b"old"), 12)
    stored = store.read(STORY)
    assert stored is not None
    assert store.body(stored, "identity") == b"new"


def test_a_takedown_leaves_no_byte_of_the_text_on_the_disk(store: PageStore, tmp_path: Path) -> None:
    secret = b"Nobody may ever read this sentence again. " * 3
    store.put(STORY, page(secret + b"first version", "story:1"), 10)
    store.put(STORY, page(secret + b"second version", "story:1"), 10)
    store.apply([purge(11, "story:1", takedown=True)], grace=5)
    assert store.read(STORY) is None
    left = b"".join(file.read_bytes() for file in tmp_path.glob("pages.sqlite3*"))
    assert b"Nobody may ever read" not in left


def test_an_event_is_applied_once_however_many_processes_hear_it(store: PageStore, opened: Opener) -> None:
    store.put(STORY, page(WORDS, "story:1"), 10)
    store.apply([purge(11, "story:1")], grace=0)
    store.put(STORY, page(WORDS, "story:1"), 11)
    opened().apply([purge(11, "story:1")], grace=0)
    assert is_fresh(store, STORY)
    assert store.anchor() == Anchor(11, "token-11")


def test_absent_pages_are_believed_only_until_the_next_event(store: PageStore) -> None:
    store.put(STORY, page(b"Not here", status=404), 10)
    assert is_fresh(store, STORY)
    store.apply([purge(11, "edition:en")], grace=0)
    assert not is_fresh(store, STORY)


def test_a_flood_of_invented_addresses_pushes_no_real_page_out(opened: Opener) -> None:
    store = opened(absent_limit=50, disk_limit=60_000)
    store.adopt(Anchor(0, ""))
    store.put(FRONT, page(os.urandom(20_000)), 0)
    for number in range(500):
        store.put(Address("", f"/en/invented/{number}/"), page(os.urandom(900), status=404), 0)
    assert is_fresh(store, FRONT)
    assert store.tally()["absent"] <= 50
    assert store.tally()["bytes"] + store.tally()["absent_bytes"] <= 60_000


def test_the_least_read_pages_leave_when_the_disk_limit_is_reached(opened: Opener) -> None:
    store = opened(disk_limit=200_000)
    store.adopt(Anchor(0, ""))
    store.put(FRONT, page(os.urandom(9_000)), 0)
    store.mark_read([FRONT], 1_900_000_000)
    for number in range(60):
        store.put(Address("", f"/en/news/{number}/"), page(os.urandom(9_000)), 0)
    assert is_fresh(store, FRONT)
    assert store.tally()["bytes"] <= 200_000
    assert store.counts()["evicted"] > 0


def test_adopting_another_journal_spoils_every_page(store: PageStore) -> None:
    store.put(STORY, page(), 10)
    store.adopt(Anchor(3, "token-of-another"))
    assert not is_fresh(store, STORY)
    assert store.due(5) == [STORY]


def test_nothing_is_stored_before_the_journal_is_followed(opened: Opener) -> None:
    store = opened()
    assert not store.put(STORY, page(), 10)


def test_the_same_bytes_again_change_nothing_for_readers(store: PageStore) -> None:
    store.put(STORY, page(WORDS, "story:1"), 10)
    before = store.read(STORY)
    store.apply([purge(11, "story:1")], grace=0)
    store.put(STORY, page(WORDS, "story:1"), 11)
    after = store.read(STORY)
    assert before is not None
    assert after is not None
    assert (after.id, after.changed_at) == (before.id, before.changed_at)
    assert store.counts()["unchanged"] == 1


@pytest.mark.parametrize("kept", [0, 100, 5_000, 20_000])
def test_a_truncated_store_is_emptied_and_used_again(
    store: PageStore, opened: Opener, tmp_path: Path, kept: int
) -> None:
    other = opened()
    for number in range(30):
        store.put(Address("", f"/en/news/{number}/"), page(os.urandom(4_000), "edition:en"), 10)
    store._file.empty_log()
    os.truncate(tmp_path / "pages.sqlite3", kept)
    assert opened().read(Address("", "/en/news/20/")) is None
    store.adopt(Anchor(10, "token-10"))
    assert store.put(STORY, page(), 10)
    assert is_fresh(store, STORY)
    assert is_fresh(other, STORY)


def test_altered_bytes_are_noticed_and_never_sent(store: PageStore, tmp_path: Path) -> None:
    store.put(STORY, page(), 10)
    db = sqlite3.connect(tmp_path / "pages.sqlite3")
    db.execute("UPDATE body SET data = zeroblob(length(data))")
    db.commit()
    db.close()
    stored = store.read(STORY)
    assert stored is not None
    assert store.body(stored, "identity") is None
    assert store.read(STORY) is None


def test_a_deleted_store_file_is_made_again(store: PageStore, tmp_path: Path) -> None:
    store.put(STORY, page(), 10)
    for file in tmp_path.glob("pages.sqlite3*"):
        file.unlink()
    assert store.read(STORY) is None
    store.adopt(Anchor(10, "token-10"))
    assert store.put(STORY, page(), 10)


def test_an_address_survives_being_written_down() -> None:
    for address in (Address("ar.example.org", "/أخبار/", "page=2"), Address("", "/en/")):
        assert read_address(str(address)) == address


def test_only_one_process_has_the_pressers_seat(store: PageStore, opened: Opener) -> None:
    assert not store.presser_works()
    with opened().presser_seat() as mine:
        assert mine
        assert store.presser_works()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 24 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_on_a_full_disk_pages_are_served_and_a_takedown_still_finds_room(small_disk: Path) -> None:
    store = PageStore(small_disk)
    store.adopt(Anchor(10, "token-10"))
    store.put(STORY, page(b"Nobody may read this. " * 100, "story:1"), 10)
    store.put(FRONT, page(WORDS, "front:1"), 10)
    with contextlib.suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(65536))

    def put_many() -> None:
        for number in range(2000):
            store.put(Address("", f"/en/news/{number}/"), page(os.urandom(30_000)), 10)

    with pytest.raises(StoreFull):
        put_many()
    assert is_fresh(store, FRONT)
    store.apply([purge(11, "story:1", takedown=True)], grace=0)
    assert store.read(STORY) is None
    assert is_fresh(store, FRONT)
    assert store.anchor() == Anchor(11, "token-11")
    (small_disk / "filler").unlink()
    assert store.put(STORY, page(WORDS, "story:1"), 11)
    store.close()


def fill(folder: Path) -> Path:
    """Leave not one byte of a disk."""
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        for size in (65536, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    filler.write(bytes(size))
    return folder / "filler"


def test_a_store_opened_on_a_full_disk_has_its_pages(small_disk: Path) -> None:
    store = PageStore(small_disk)
    store.adopt(Anchor(10, "token-10"))
    store.put(STORY, page(WORDS, "story:1"), 10)
    store.close()
    fill(small_disk)
    opened_again = PageStore(small_disk)
    assert is_fresh(opened_again, STORY)
    opened_again.close()


def test_a_store_that_cannot_be_opened_for_want_of_room_is_not_emptied(small_disk: Path) -> None:
    store = PageStore(small_disk)
    store.adopt(Anchor(10, "token-10"))
    store.put(STORY, page(WORDS, "story:1"), 10)
    store.close()
    (small_disk / "ballast").unlink()
    filler = fill(small_disk)
    opened_again = PageStore(small_disk)
    with pytest.raises(StoreFull):
        opened_again.read(STORY)
    filler.unlink()
    assert is_fresh(opened_again, STORY)
    opened_again.close()


def test_the_room_kept_aside_is_never_the_last_of_the_disk(small_disk: Path) -> None:
    (small_disk / "others").write_bytes(bytes(12 * 1024 * 1024))
    store = PageStore(small_disk)
    store.adopt(Anchor(10, "token-10"))
    assert not (small_disk / "ballast").exists()
    store.close()


def test_a_purge_that_finds_no_room_is_kept_in_mind_until_it_can_be_written(
    store: PageStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    store.put(STORY, page(WORDS, "story:1"), 10)
    store.put(FRONT, page(WORDS, "front:1"), 10)
    version = store.version()
    with monkeypatch.context() as failing:
        failing.setattr("nashra.press._storefile._in_transaction", full)
        with pytest.raises(StoreFull):
            store.apply([purge(11, "story:1")], grace=5)
    assert store.version() != version
    assert store.read(STORY) is not None  # for the last resort
    assert not is_fresh(store, STORY)
    assert is_fresh(store, FRONT)
    store.keep_in_mind([purge(12, "front:1")])
    store.apply([purge(11, "story:1")], grace=0)
    assert not is_fresh(store, FRONT), "what comes later in the journal has not been applied yet"
    store.apply([purge(12, "front:1")], grace=0)
    assert store.doubted == frozenset()


def test_a_takedown_that_finds_no_room_at_all_hides_the_page_until_there_is_some(
    store: PageStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    store.put(STORY, page(WORDS, "story:1"), 10)
    with monkeypatch.context() as failing:
        failing.setattr("nashra.press._storefile._in_transaction", full)
        with pytest.raises(StoreFull):
            store.apply([purge(11, "story:1", takedown=True)], grace=0)
    assert store.read(STORY) is None
    assert store.anchor().position == 10
    store.apply([purge(11, "story:1", takedown=True)], grace=0)
    assert store.denied == frozenset()
    assert store.read(STORY) is None


# --- purges that very many pages carry ---------------------------------------------------------------------------------

MANY = 60


@pytest.fixture
def crowded(store: PageStore, monkeypatch: pytest.MonkeyPatch) -> PageStore:
    """A store in which sixty pages carry one key, and no more than ten are changed in one transaction."""
    monkeypatch.setattr(_spreading, "PAGES_AT_ONCE", 10)
    monkeypatch.setattr(_spreading, "PAGES_TAKEN_DOWN_AT_ONCE", 5)
    for number in range(MANY):
        store.put(numbered(number), page(WORDS, "edition:en", f"story:{number}"), 10)
    store.put(FRONT, page(WORDS, "edition:ar"), 10)
    return store


def numbered(number: int) -> Address:
    return Address("", f"/en/news/{number}/")


def test_a_purge_of_very_many_pages_counts_for_each_of_them_before_it_has_reached_them(
    crowded: PageStore, opened: Opener
) -> None:
    crowded.apply([purge(11, "edition:en")], grace=0)
    assert crowded.anchor().position == 11
    assert len(crowded.due(MANY)) < MANY
    other = opened()
    assert not any(is_fresh(other, numbered(number)) for number in range(MANY))
    assert is_fresh(other, FRONT)


def test_a_purge_of_very_many_pages_reaches_them_all_in_the_end(crowded: PageStore) -> None:
    crowded.apply([purge(11, "edition:en")], grace=0)
    before = crowded.version()
    while crowded.spread():
        pass
    assert crowded.version() != before or crowded.tally()["due"] == MANY
    assert crowded.tally()["due"] == MANY
    assert crowded.counts()["dropped"] == MANY
    assert is_fresh(crowded, FRONT)


def test_the_most_read_of_very_many_pages_stay_in_use_for_the_grace(crowded: PageStore) -> None:
    crowded.mark_read([numbered(7)], 1e9)
    crowded.apply([purge(11, "edition:en")], grace=5)
    stored = crowded.read(numbered(7))
    assert stored is not None
    assert stored.good_until is not None
    assert stored.fresh(stored.good_until - 1)
    assert not stored.fresh(stored.good_until + 1)


def test_no_render_from_before_a_purge_of_very_many_is_stored_while_it_spreads(crowded: PageStore) -> None:
    crowded.apply([purge(11, "edition:en")], grace=0)
    last, new = numbered(MANY - 1), page(b"new", "edition:en")
    assert not crowded.put(last, page(b"old", "edition:en"), 10)
    assert crowded.put(last, new, 11)
    assert crowded.put(numbered(MANY - 2), page(WORDS, "edition:en", f"story:{MANY - 2}"), 11)
    while crowded.spread():
        pass
    assert is_fresh(crowded, last)
    assert is_fresh(crowded, numbered(MANY - 2))
    assert crowded.tally()["due"] == MANY - 2


def test_whoever_is_killed_in_the_middle_of_a_large_purge_is_replaced(
    crowded: PageStore, opened: Opener
) -> None:
    crowded.apply([purge(11, "edition:en")], grace=0)
    crowded.close()
    other = opened()
    while other.spread():
        pass
    assert other.tally()["due"] == MANY


def test_a_later_purge_of_the_same_pages_takes_over_what_the_earlier_one_has_left(crowded: PageStore) -> None:
    crowded.apply([purge(11, "edition:en")], grace=0)
    crowded.put(numbered(MANY - 1), page(b"new", "edition:en"), 11)
    crowded.apply([purge(12, "edition:en"), purge(13, "edition:ar")], grace=0)
    assert not is_fresh(crowded, numbered(MANY - 1))
    assert not is_fresh(crowded, FRONT)
    while crowded.spread():
        pass
    assert crowded.tally()["due"] == MANY + 1


def test_a_takedown_of_very_many_pages_is_finished_before_it_is_told(
    crowded: PageStore, tmp_path: Path
) -> None:
    crowded.apply([purge(11, "edition:en", takedown=True)], grace=5)
    assert crowded.settled() == 11
    assert crowded.tally()["pages"] == 1
    left = b"".join(file.read_bytes() for file in tmp_path.glob("pages.sqlite3*"))
    assert left.count(WORDS) == 1


def test_a_takedown_under_way_is_hidden_from_readers_and_confirmed_to_nobody(
    crowded: PageStore, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(Exception):
        pass

    def cut(*_args: object, **_kwargs: object) -> None:
        raise PowerCut

    with monkeypatch.context() as torn:
        torn.setattr(_spreading, "go_on", cut)
        with pytest.raises(PowerCut):
            crowded.apply([purge(11, "story:1"), purge(12, "edition:en", takedown=True)], grace=0)
    other = opened()
    assert other.tally()["pages"] == MANY + 1
    assert [other.read(numbered(number)) for number in range(MANY)] == [None] * MANY
    assert (other.anchor().position, other.settled()) == (12, 11)
    while other.spread():
        pass
    assert (other.tally()["pages"], other.settled()) == (1, 12)


def test_many_events_together_are_applied_in_several_transactions_and_all_of_them(crowded: PageStore) -> None:
    events = [purge(11 + number, f"story:{number}") for number in range(40)]
    crowded.apply(events, grace=0)
    assert crowded.anchor() == Anchor(50, "token-50")
    assert crowded.tally()["due"] == 40


def test_an_unknown_journal_spoils_very_many_pages_at_once(crowded: PageStore, opened: Opener) -> None:
    crowded.apply([purge(11, "edition:ar")], grace=60)
    crowded._file.write(crowded._adopt, Anchor(3, "token-of-another"))
    other = opened()
    assert not any(is_fresh(other, numbered(number)) for number in range(MANY))
    assert not is_fresh(other, FRONT, 0)
    assert other.put(numbered(1), page(b"new", "edition:en"), 3)
    assert is_fresh(other, numbered(1))
    while other.spread():
        pass
    assert is_fresh(other, numbered(1))
    assert other.tally()["due"] == MANY


def test_a_store_of_another_version_is_emptied(store: PageStore, opened: Opener, tmp_path: Path) -> None:
    store.put(STORY, page(), 10)
    store.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "pages.sqlite3")) as db:
        db.execute("PRAGMA user_version = 7")
    assert opened().read(STORY) is None
    assert opened().anchor().position == -1


def test_a_lowered_disk_limit_is_reached_little_by_little(opened: Opener) -> None:
    store = opened()
    store.adopt(Anchor(0, ""))
    for number in range(400):
        store.put(numbered(number), page(os.urandom(300)), 0)
    low = opened(disk_limit=10_000)
    low.put(FRONT, page(os.urandom(300)), 0)
    assert 0 < 400 - low.tally()["pages"] <= 200
    for _ in range(3):
        low.put(FRONT, page(os.urandom(300)), 0)
    assert low.tally()["bytes"] <= 10_000


def test_pages_of_an_unknown_journal_are_replaced_although_their_positions_were_higher(
    store: PageStore,
) -> None:
    store.put(STORY, page(b"old"), 10)
    store.adopt(Anchor(3, "token-of-another"))
    assert store.put(STORY, page(b"new"), 3)
    assert is_fresh(store, STORY)
    assert store.due(5) == []


def test_pages_made_by_something_else_are_spoiled_once(store: PageStore) -> None:
    store.put(STORY, page(), 10)
    assert store.renew("release 2")
    assert not is_fresh(store, STORY)
    store.put(STORY, page(), 10)
    assert not store.renew("release 2")
    assert is_fresh(store, STORY)
