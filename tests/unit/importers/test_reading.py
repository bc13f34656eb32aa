import gzip
import io
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from nashra.importers.reading import Found, Limits, NothingToRead, Refusal, items_in, items_in_stream
from tests.real_input import real_input

A = b'{"uri": "a", "headline": "A"}'
B = b'{"uri": "b", "headline": "B"}'
SMALL = Limits(record=200, document=2000)


def _read(data: bytes, limits: Limits | None = None) -> list[tuple[str, str]]:
    """Place and headline of what was found; place and `refused` of what was not."""
    results = items_in_stream(io.BytesIO(data), "f", limits)
    return [
        (result.place, result.item.headline if isinstance(result, Found) else "refused") for result in results
    ]


def _reason(data: bytes, limits: Limits | None = None) -> str:
    (refusal,) = (
        result for result in items_in_stream(io.BytesIO(data), "f", limits) if isinstance(result, Refusal)
    )
    return refusal.reason


def test_json_lines_are_read_line_by_line() -> None:
    assert _read(A + b"\n\n" + B) == [("f line 1", "A"), ("f line 3", "B")]


def test_one_document_over_many_lines_is_read() -> None:
    assert _read(b'{"uri": "a",\n "headline": "A"}\n') == [("f", "A")]


def test_array_names_the_item() -> None:
    assert _read(b"[" + A + b",\n" + B + b"]") == [("f item 1", "A"), ("f item 2", "B")]


def test_array_with_one_item_a_line_is_not_taken_for_json_lines() -> None:
    assert _read(b"[\n" + A + b"\n]") == [("f", "A")]


def test_gzip_is_known_by_its_first_bytes() -> None:
    assert _read(gzip.compress(A + b"\n" + B)) == [("f line 1", "A"), ("f line 2", "B")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_byte_order_marks_are_understood(encoding: str) -> None:
    assert _read((A + b"\n" + B).decode().encode(encoding)) == [("f line 1", "A"), ("f line 2", "B")]


@pytest.mark.parametrize("broken", [b"garbage", b'{"uri": }', b"{]", b'{"uri": "\xe9"}', b"42"])
def test_bad_line_is_reported_and_the_others_go_in(broken: bytes) -> None:
    assert _read(A + b"\n" + broken + b"\n" + B) == [
        ("f line 1", "A"),
        ("f line 2", "refused"),
        ("f line 3", "B"),
    ]
    assert _read(broken + b"\n" + A) == [("f line 1", "refused"), ("f line 2", "A")]


def test_wrong_encoding_is_named() -> None:
    assert "not valid UTF-8" in _reason('{"uri": "é"}'.encode("latin-1"))


def test_enormous_line_is_refused_and_the_next_is_read() -> None:
    assert _read(A + b"\n" + b"x" * 5000 + b"\n" + B, SMALL) == [
        ("f line 1", "A"),
        ("f line 2", "refused"),
        ("f line 3", "B"),
    ]


def test_enormous_first_line_does_not_hide_the_rest() -> None:
    assert _read(b"x" * 5000 + b"\n" + B, SMALL) == [("f line 1", "refused"), ("f line 2", "B")]


def test_enormous_document_is_refused() -> None:
    assert "JSON lines" in _reason(b"[\n" + b"1,\n" * 5000, SMALL)


def test_cut_off_gzip_gives_what_came_before() -> None:
    whole = gzip.compress(b"\n".join(b'{"uri": "%d", "headline": "%d"}' % (n, n * n) for n in range(20000)))
    results = _read(whole[: len(whole) // 2])
    assert results[0] == ("f line 1", "0")
    assert results[-1][1] == "refused"
    assert len(results) > 1000


def test_damaged_gzip_is_refused_with_a_reason() -> None:
    assert "damaged" in _reason(b"\x1f\x8b" + b"rubbish" * 10)


def test_gzip_bomb_is_left_unread_in_little_memory() -> None:
    bomb = gzip.compress(b"0" * 400_000_000, compresslevel=1)
    tracemalloc.start()
    reason = _reason(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "far more than any text" in reason
    assert peak < 200_000_000


def test_empty_file_is_refused() -> None:
    assert _reason(b"") == "There is nothing in it."


def test_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(B)
    (tmp_path / "a.jsonl").write_bytes(A)
    (tmp_path / "notes.txt").write_bytes(b"no")
    assert [result.place for result in items_in(tmp_path, io.BytesIO())] == [
        "a.jsonl line 1",
        "b.json line 1",
    ]


def test_dash_reads_standard_input() -> None:
    assert [result.place for result in items_in("-", io.BytesIO(A))] == ["standard input line 1"]


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="no file or folder"):
        next(items_in(tmp_path / "absent.json", io.BytesIO()))


def test_folder_without_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="has no file"):
        next(items_in(tmp_path, io.BytesIO()))


def test_all_real_stories_are_found() -> None:
    folder = real_input("news", "ninjs")
    counts = Counter(
        (result.place.partition(".")[0], type(result).__name__) for result in items_in(folder, io.BytesIO())
    )
    assert counts == {("ar", "Found"): 6307, ("en", "Found"): 548, ("es", "Found"): 553, ("fr", "Found"): 112}


def test_agency_samples_are_found_and_xml_is_refused_by_name() -> None:
    results = list(items_in(real_input("wires", "ninjs"), io.BytesIO()))
    refused = [result.place for result in results if isinstance(result, Refusal)]
    assert refused == [
        "NewsML-businesswire-newsml-20130605006126.xml",
        "NewsML-businesswire-newsml-20130731006140.xml",
    ]
    assert len(results) > 30
