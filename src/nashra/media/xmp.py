"""XMP packets (ISO 16684-1): read without trusting them, written with what a picture owes its makers."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from lxml import etree

from nashra.base.control import strip_control

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
XMP_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
PLUS = "http://ns.useplus.org/ldf/xmp/1.0/"
IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
EXIF = "http://ns.adobe.com/exif/1.0/"
XML = "http://www.w3.org/XML/1998/namespace"

_PREFIXES = {
    "rdf": RDF,
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "xmpRights": XMP_RIGHTS,
    "plus": PLUS,
    "Iptc4xmpCore": IPTC_CORE,
    "Iptc4xmpExt": IPTC_EXT,
}
_MOST_BYTES = 2 * 1024 * 1024
_LONGEST_TEXT = 4000


class Packet:
    """The properties of one XMP packet; empty when it cannot be read."""

    def __init__(self, content: bytes) -> None:
        self._descriptions: list[etree._Element] = []
        with suppress(etree.XMLSyntaxError, ValueError):
            self._descriptions = _parse(content)

    def text(self, namespace: str, name: str) -> str:
        """A property's text: simple, the default of its languages, or the first of its list; empty where it is absent."""
        return next(iter(self.texts(namespace, name)), "")

    def texts(self, namespace: str, name: str) -> list[str]:
        """All texts of a property, the default language first."""
        qualified = f"{{{namespace}}}{name}"
        found: list[tuple[bool, str]] = []
        for description in self._descriptions:
            if value := description.get(qualified):
                found.append((False, value))
            for element in description.iterchildren(qualified):
                items = list(element.iter(f"{{{RDF}}}li")) or [element]
                found += [
                    (item.get(f"{{{XML}}}lang", "x-default") != "x-default", _words(item)) for item in items
                ]
        return [text for _other_language, text in sorted(found, key=lambda pair: pair[0]) if text]

    def inner_text(self, namespace: str, name: str, inner: str) -> str:
        """A text inside the first structure of a list, such as the address of the first licensor."""
        qualified = f"{{{namespace}}}{inner}"
        for description in self._descriptions:
            for element in description.iter(f"{{{namespace}}}{name}"):
                for part in element.iter(etree.Element):
                    if value := part.get(qualified) or (_words(part) if part.tag == qualified else ""):
                        return value
        return ""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a picture carries along wherever it is copied to."""

    caption: str = ""
    alt_text: str = ""
    credit: str = ""
    creator: str = ""
    copyright_notice: str = ""
    rights: str = ""
    licensor_url: str = ""
    date_created: date | None = None
    digital_source_type: str = ""


def write_packet(rights: Rights) -> bytes:
    """An XMP packet that says who made a picture, whose it is and how to license it (IPTC Photo Metadata 2025.1); no place."""
    root = etree.Element(f"{{{RDF}}}RDF", nsmap=_PREFIXES)
    about = etree.SubElement(root, f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})
    _write_languages(about, DC, "description", rights.caption)
    _write_list(about, DC, "creator", "Seq", [rights.creator])
    _write_languages(about, DC, "rights", rights.copyright_notice)
    _write_simple(about, PHOTOSHOP, "Credit", rights.credit)
    _write_simple(
        about, PHOTOSHOP, "DateCreated", rights.date_created.isoformat() if rights.date_created else ""
    )
    _write_simple(about, XMP_RIGHTS, "WebStatement", rights.rights)
    _write_simple(about, IPTC_EXT, "DigitalSourceType", rights.digital_source_type)
    _write_languages(about, IPTC_CORE, "AltTextAccessibility", rights.alt_text)
    if rights.licensor_url:
        licensor = _write_list(about, PLUS, "Licensor", "Seq", [" "])
        licensor.text = None
        licensor.set(f"{{{RDF}}}parseType", "Resource")
        _write_simple(licensor, PLUS, "LicensorURL", rights.licensor_url)
    meta = etree.Element("{adobe:ns:meta/}xmpmeta", nsmap={"x": "adobe:ns:meta/"})
    meta.append(root)
    body = etree.tostring(meta, encoding="utf-8")
    head = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
    return head + body + b'<?xpacket end="r"?>'


def _parse(content: bytes) -> list[etree._Element]:
    content = content.strip(b"\x00 \t\r\n")
    if len(content) > _MOST_BYTES or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return []
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    root = etree.fromstring(content, parser)
    return list(root.iter(f"{{{RDF}}}Description"))


def _words(element: etree._Element) -> str:
    return (element.text or element.get(f"{{{RDF}}}resource") or "").strip()


def _fit(text: str) -> str:
    """Text that XML allows, and short enough for all of it to fit into the 64 KB a JPEG has for it."""
    return strip_control(text)[:_LONGEST_TEXT]


def _write_simple(parent: etree._Element, namespace: str, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, f"{{{namespace}}}{name}").text = _fit(text)


def _write_list(
    parent: etree._Element, namespace: str, name: str, kind: str, texts: Iterable[str]
) -> etree._Element:
    """Write a list property and return its last item."""
    items = [text for text in texts if text]
    holder = etree.Element("none")
    if items:
        holder = etree.SubElement(etree.SubElement(parent, f"{{{namespace}}}{name}"), f"{{{RDF}}}{kind}")
    last = holder
    for text in items:
        last = etree.SubElement(holder, f"{{{RDF}}}li")
        last.text = _fit(text)
    return last


def _write_languages(parent: etree._Element, namespace: str, name: str, text: str) -> None:
    if text:
        _write_list(parent, namespace, name, "Alt", [text]).set(f"{{{XML}}}lang", "x-default")
