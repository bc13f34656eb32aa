"""What pictures say about themselves, read from photographs of agencies and cameras."""

from datetime import date
from io import BytesIO

import pytest
from PIL import ExifTags, Image

from nashra.media.metadata import PictureFacts, read_metadata
from nashra.media.xmp import DC, IPTC_CORE, PHOTOSHOP, PLUS, XMP_RIGHTS, Packet, Rights, write_packet
from tests.real_input import real_input


def facts_of(*parts: str) -> PictureFacts:
    with real_input("media", *parts).open("rb") as file:
        return read_metadata(file)


def photograph(**options: object) -> BytesIO:
    output = BytesIO()
    Image.new("RGB", (8, 8)).save(output, "JPEG", **options)
    return output


def test_the_iptc_reference_picture_is_read_in_full() -> None:
    facts = facts_of("metadata", "IPTC-PhotometadataRef-Std2017.1.jpg")
    assert facts.caption == "The description aka caption (ref2017.1)"
    assert facts.credit == "Credit Line (ref2017.1)"
    assert facts.creator == "Creator1 (ref2017.1), Creator2 (ref2017.1)"
    assert facts.copyright_notice == "Copyright (Notice) 2017.1 IPTC - www.iptc.org (ref2017.1)"
    assert facts.rights == "http://www.WebStatementOfRights.org/2017.1"
    assert facts.date_created == date(2017, 7, 13)
    assert facts.digital_source_type == "http://cv.iptc.org/newscodes/digitalsourcetype/softwareImage"
    assert (facts.city, facts.country) == ("City (Core) (ref2017.1)", "Country (Core) (ref2017.1)")
    assert facts.headline == "The Headline (ref2017.1)"


def test_a_licensor_without_an_address_is_left_out() -> None:
    assert facts_of("metadata", "IPTC-PhotometadataRef-Std2017.1.jpg").licensor_url == ""


def test_xmp_wins_over_iim_cut_at_its_limit() -> None:
    """The file's IIM holds “Test author string for metadata-”, cut at 32 bytes."""
    assert facts_of("metadata", "me-Photoshop_(3).jpg").creator == "Test author string for metadata-extractor"


def test_an_agency_picture_with_iim_alone_is_read() -> None:
    facts = facts_of("metadata", "me-Issue_122.jpg")
    assert (facts.credit, facts.creator) == ("Getty Images", "Stephen Dunn")
    assert facts.caption.startswith("19 Jan 2002: Cobi Jones #13")
    assert facts.date_created == date(2002, 1, 19)


def test_iim_without_a_charset_mark_is_tried_as_utf8() -> None:
    assert facts_of("metadata", "me-Issue_80.jpg").copyright_notice == "© Corbis. All Rights Reserved."


def test_whoever_made_it_is_the_credit_where_none_is_written() -> None:
    assert facts_of("broken", "exif-33-type_error.jpg").credit == "Pilar Flores"


def test_a_place_is_noticed_and_not_kept() -> None:
    facts = facts_of("metadata", "gps-DSCN0010.jpg")
    assert facts.had_place
    assert not any("43." in str(value) or "11." in str(value) for value in facts.as_json().values())


def test_script_in_every_field_comes_out_as_nothing() -> None:
    with real_input("security", "uploads", "payload_in_all_known_metadata.jpg").open("rb") as file:
        facts = read_metadata(file)
    assert facts == PictureFacts(had_place=facts.had_place)


def test_no_broken_file_raises() -> None:
    for folder in ("broken", "kinds", "provenance"):
        for path in real_input("media", folder).iterdir():
            with path.open("rb") as file:
                assert isinstance(read_metadata(file), PictureFacts)


def test_date_of_a_webp_comes_from_its_exif() -> None:
    assert facts_of("kinds", "flower.webp").date_created == date(2003, 12, 14)


@pytest.mark.parametrize("chatter", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "   "])
def test_what_a_camera_writes_on_its_own_is_no_caption(chatter: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = chatter
    assert read_metadata(photograph(exif=exif)).caption == ""


def test_arabic_in_exif_is_read_as_utf8() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "ليلى حداد".encode()
    assert read_metadata(photograph(exif=exif)).creator == "ليلى حداد"


def test_what_is_written_into_a_copy_is_read_back() -> None:
    rights = Rights(
        caption="ميناء <المدينة> & more",
        alt_text="Boats at a quay",
        credit="Agency",
        creator="Layla Haddad",
        copyright_notice="© 2026 Agency",
        rights="https://agency.example/terms",
        licensor_url="https://agency.example/buy",
        date_created=date(2026, 3, 1),
        digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    )
    packet = Packet(write_packet(rights))
    assert packet.text(DC, "description") == rights.caption
    assert packet.text(IPTC_CORE, "AltTextAccessibility") == rights.alt_text
    assert packet.text(PHOTOSHOP, "Credit") == rights.credit
    assert packet.text(XMP_RIGHTS, "WebStatement") == rights.rights
    assert packet.inner_text(PLUS, "Licensor", "LicensorURL") == rights.licensor_url
    facts = read_metadata(photograph(xmp=write_packet(rights)))
    assert (facts.licensor_url, facts.date_created) == (rights.licensor_url, rights.date_created)


def test_text_xml_forbids_and_text_without_end_are_written_all_the_same() -> None:
    packet = write_packet(Rights(caption="quay\x00\x0b\ufffe " + "و" * 100_000, credit="\x1bAgency"))
    assert len(packet) < 65_000
    assert Packet(packet).text(PHOTOSHOP, "Credit") == "Agency"
    assert Packet(packet).text(DC, "description").startswith("quay و")


def test_the_default_language_of_a_text_comes_first() -> None:
    packet = Packet(
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>'
        b'<rdf:li xml:lang="fr">Port</rdf:li><rdf:li xml:lang="x-default">Harbour</rdf:li>'
        b"</rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    assert packet.text(DC, "description") == "Harbour"


def test_entities_in_a_packet_are_never_followed() -> None:
    body = (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>&a;</dc:description>'
        b"</rdf:Description></rdf:RDF>"
    )
    assert Packet(body).text(DC, "description") == ""


def test_hostile_xml_says_nothing() -> None:
    for path in real_input("security", "xml").glob("*.xml"):
        assert Packet(path.read_bytes()).text(DC, "description") == "", path.name


def test_only_web_addresses_are_kept_as_statements_of_rights() -> None:
    rights = Rights(rights="javascript:alert(1)")
    assert read_metadata(photograph(xmp=write_packet(rights))).rights == ""
