"""The names of OpenDocument 1.3, of elements and attributes, and how its XML is opened."""

import re
from typing import Any

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_ODF}text:1.0}}"
OFFICE = f"{{{_ODF}office:1.0}}"
STYLE = f"{{{_ODF}style:1.0}}"
TABLE = f"{{{_ODF}table:1.0}}"
DRAW = f"{{{_ODF}drawing:1.0}}"
SVG = f"{{{_ODF}svg-compatible:1.0}}"
FO = f"{{{_ODF}xsl-fo-compatible:1.0}}"
META = f"{{{_ODF}meta:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

_LARGEST_PART = 50_000_000  # bytes of XML
_ENCODED = re.compile("_([0-9a-f]{2,4})_")


def opened(xml: bytes) -> Any:
    """The root element of a part.

    Raises:
        ValueError: It is no XML, too large, or has entities of its own, which are not expanded.
    """
    from lxml import etree  # noqa: PLC0415 — slow to import, and few articles are such documents

    if len(xml) > _LARGEST_PART or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ValueError("a part that is not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("a part that is no XML") from error


def plain(name: str) -> str:
    """The name of a style in small letters without blanks: 'Heading_20_1' → 'heading1'."""
    shown = _ENCODED.sub(lambda found: chr(int(found[1], 16)), name)
    return "".join(shown.lower().split())
