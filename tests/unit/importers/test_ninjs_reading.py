import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nashra.base.newsitem import AlternateId, Heading, NewsItem, Paragraph, PubStatus, Rendition
from nashra.importers.formats.ninjs import read, read_record
from nashra.importers.formats.refusals import RefusedRecord
from tests.real_input import real_input

FAULTS_THAT_DO_NO_HARM = {
    # Unknown properties and names are kept aside; numbers are taken as text; parts that are not used are not looked at.
    "1.0/fail-003_malformed_property.json",
    "1.0/fail-006_version_must_be_string.json",
    "1.0/fail-017_description_extension.json",
    "1.1/fail-001_type_component.json",
    "1.2/fail-001_title_as_number.json",
    "1.2/fail-004_infosource_bad_type.json",
    "1.3/fail-002_headline_nonascii.json",
    "1.4/fail-006_bad_rightsinfo.json",
    "1.5/fail-002_bad_association.json",
    "2.0/fail-001_bad_geojson.json",
    "2.0/fail-001_bad_toplevel.json",
    "2.0/fail-002_bad_association.json",
    "2.1/fail-002_good_association_but_no_name.json",
    "2.1/fail-003_good_association_but_no_uri.json",
    "2.2/fail-001_bad_digital_source.json",
    "3.0/fail-001_bad_geojson.json",
    "3.0/fail-002_bad_association.json",
    "3.0/fail-004_event_with_renditions.json",
    "3.0/fail-004_invalid_truncated_date.json",
    "3.0/fail-005_planned_coverage_bad_urgency.json",
}
VALID_BUT_UNSAFE = {"1.0/pass-019_embargoed_bad_datetime.json"}  # an embargo nobody can read


def _only(path: Path) -> NewsItem:
    (item,) = read(path.read_bytes())
    return item


def test_agencys_2_1_text_is_read_whole() -> None:
    item = _only(real_input("wires", "ninjs", "2.1-dpa_text.json"))
    assert item.uri == "urn:newsml:dpa.com:20090101:190510-99-167362"
    assert (item.version, item.language, item.urgency) == ("2", "de", 4)
    assert item.version_created == datetime(2019, 5, 10, 14, 2, 28, tzinfo=UTC)
    assert item.headline == "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?"
    assert item.byline_text == "Von Christian Hollmann, dpa"
    assert len(item.body) == 9
    assert item.credit == "dpa"


def test_1_4_names_are_read_like_later_ones() -> None:
    item = _only(real_input("wires", "ninjs", "1.4-ninjsExComplex2.json"))
    assert item.byline_text == "Paulo Santalucia and Frances d'Emilio"
    assert [concept.name for concept in item.of_kind("place")] == ["Grossetto", "Tuscany", "Italy"]
    assert item.associations[0].name == "mainpic"
    assert item.associations[0].caption.startswith("The Costa Concordia cruise ship lies")
    assert [rendition.name for rendition in item.associations[0].renditions] == ["main", "small"]


def test_3_0_camel_case_reads_the_same_as_2_1() -> None:
    older = _only(real_input("wires", "ninjs", "2.1-ntb_text.json"))
    newer = _only(real_input("wires", "ninjs", "3.0-ntb_text.json"))
    assert (newer.headline, newer.standfirst, newer.version_created) == (
        older.headline,
        older.standfirst,
        older.version_created,
    )
    assert (older.sent_as, newer.sent_as) == ("ninjs 2", "ninjs 3")


def test_body_in_nitf_becomes_blocks() -> None:
    path = next(real_input("wires", "ninjs").glob("3.0-20231008-*"))
    item = _only(path)
    assert len(item.body) > 10
    assert all(isinstance(block, Paragraph | Heading) for block in item.body)


def test_array_of_items_gives_each_of_them() -> None:
    path = next(real_input("wires", "ninjs").glob("3.0-collection-*"))
    assert len(read(path.read_bytes())) == len(json.loads(path.read_text("utf-8")))


def test_every_json_sample_of_agencies_is_read_with_a_headline() -> None:
    paths = sorted(real_input("wires", "ninjs").glob("*.json"))
    assert len(paths) == 22
    for path in paths:
        for item in read(path.read_bytes()):
            assert item.headline, path.name


@pytest.mark.parametrize(
    "name", ["NewsML-businesswire-newsml-20130605006126.xml", "NewsML-businesswire-newsml-20130731006140.xml"]
)
def test_xml_is_refused_as_xml(name: str) -> None:
    with pytest.raises(RefusedRecord, match="This is XML, and ninjs is JSON"):
        read(real_input("wires", "ninjs", name).read_bytes())


def _validity_cases() -> Iterator[tuple[str, Path]]:
    folder = real_input("wires", "ninjs-validity")
    for path in sorted(folder.rglob("*.json")):
        yield f"{path.parent.name}/{path.name}", path


def test_valid_cases_are_read_unless_publishing_them_is_unsafe() -> None:
    for name, path in _validity_cases():
        if "/pass-" in name and name not in VALID_BUT_UNSAFE:
            assert read(path.read_bytes()), name


def test_invalid_cases_are_refused_unless_the_fault_does_no_harm() -> None:
    for name, path in _validity_cases():
        if name in VALID_BUT_UNSAFE or ("/fail-" in name and name not in FAULTS_THAT_DO_NO_HARM):
            with pytest.raises(RefusedRecord):
                read(path.read_bytes())


def test_record_without_uri_is_refused() -> None:
    with pytest.raises(RefusedRecord, match="no “uri”"):
        read_record({"headline": "A"})


@pytest.mark.parametrize(
    ("name", "value"), [("embargoed", "Next Monday"), ("expires", "soon"), ("embargoed", [])]
)
def test_time_that_decides_on_publishing_must_be_readable(name: str, value: object) -> None:
    record = {"uri": "a", name: value}
    if value == []:
        assert read_record(record).embargoed is None
        return
    with pytest.raises(RefusedRecord, match="not safe to publish"):
        read_record(record)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("usable", PubStatus.USABLE),
        ("stat:canceled", PubStatus.CANCELED),
        ("cancelled", PubStatus.CANCELED),
        ("withheld", PubStatus.WITHHELD),
    ],
)
def test_pubstatus_is_read_in_its_usual_spellings(written: str, status: PubStatus) -> None:
    assert read_record({"uri": "a", "pubstatus": written}).pubstatus is status


def test_markup_in_body_comes_out_harmless() -> None:
    item = read_record({"uri": "a", "body_html": "<p onclick=x>a<script>b</script><img src=x onerror=y></p>"})
    assert item.body == (Paragraph("a"),)


def test_markup_in_headline_becomes_text() -> None:
    assert read_record({"uri": "a", "headline": "<b>A</b> &amp; B</p>"}).headline == "A & B"


def test_headline_that_is_not_markup_keeps_its_signs() -> None:
    assert read_record({"uri": "a", "headline": "3 < 5 & R&D"}).headline == "3 < 5 & R&D"


def test_control_and_override_characters_are_taken_out() -> None:
    assert read_record({"uri": "a", "headline": "a\x00\u202eb\ud800"}).headline == "ab"


def test_rendition_with_a_script_for_an_address_is_dropped() -> None:
    record = {
        "uri": "a",
        "renditions": {
            "main": {"href": "javascript:x"},
            "web": {"href": "https://x.example/a.jpg", "width": "172"},
        },
    }
    (association,) = read_record(record).associations
    assert association.renditions == (Rendition("https://x.example/a.jpg", name="web", width=172),)


def test_alternate_ids_of_both_shapes_are_read() -> None:
    as_object = read_record({"uri": "a", "altids": {"itemid": "1"}})
    as_array = read_record({"uri": "a", "altids": [{"role": "itemid", "value": "1"}]})
    assert as_object.alternate_ids == as_array.alternate_ids == (AlternateId("itemid", "1"),)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1, 2]",
        b'"text"',
        b"null",
        b'{"uri": NaN}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"uri": ' + b"9" * 5000 + b"}",
    ],
)
def test_broken_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(RefusedRecord) as refused:
        read(data)
    assert refused.value.reason.endswith(".")
