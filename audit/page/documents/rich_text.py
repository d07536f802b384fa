"""Rich Text Format (RTF 1.9.1) to a page, by the library striprtf, which is asked within bounds."""

import re

from audit.markup.rendering.lines import SUPERSCRIPT
from audit.model import Page, Zone
from audit.page.documents.struck_rtf import shown_only
from audit.page.layout import joined, paragraphs, unread
from audit.page.reader import PageReader, Received

_BEGINNING = b"{\\rtf"
_LARGEST = 5_000_000  # bytes without pictures
_MOST_FONTS = 2000  # the library searches the rest of their table for each
_PICTURE = re.compile(rb"[0-9a-fA-F\r\n]{400,}+")  # in hexadecimal; no words have so many
_BINARY = re.compile(rb"\\bin\d")
_WITHDRAWN = re.compile(rb"\\(?:deleted|v|strike|striked1)(?![a-z0-9])")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_FONT = re.compile(r"(?<!\\)\\f\d")
_HEAD = 500  # bytes
_MACINTOSH = re.compile(rb"\\mac(?![a-z])|\\ansicpg10000")
_BYTE = re.compile(rb"\\'([89a-fA-F][0-9a-fA-F])")
_RAISED = re.compile(r"(\\super(?:\\[a-z]{1,12}-?\d{0,5}){0,5} ?)(\d{1,3})(?=[}\\])")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")


def _read(source: Received) -> Page | None:
    if not source.data.startswith(_BEGINNING):
        return None
    data = _PICTURE.sub(b"", source.data)
    if len(data) > _LARGEST:
        return unread("a long RTF document: save it as PDF or text", source.url)
    if _BINARY.search(data):
        return unread("an RTF document with binary pictures: save it without them", source.url)
    if _MACINTOSH.search(data[:_HEAD]):
        data = _BYTE.sub(_of_macintosh, _MACINTOSH.sub(b"", data))
    markup = _BEYOND_ASCII.sub(_escaped, data).decode("ascii")
    markup = _RAISED.sub(_raised, markup)
    whole = _words(markup)
    shown = _words(shown_only(markup)) if _WITHDRAWN.search(data) else whole
    if whole is None or shown is None:
        return unread("a broken RTF document: save it anew", source.url)
    if shown == whole:
        return Page(whole, tuple(paragraphs(whole)), url=source.url)
    kept = shown.split("\n\n") if shown else []
    seen = {"", *kept}
    withdrawn = [line for line in whole.split("\n\n") if line not in seen]
    zones = [(kept, Zone.MAIN), (withdrawn, Zone.WITHDRAWN)]
    text, blocks = joined((line, zone) for lines, zone in zones for line in lines)
    return Page(text, blocks, url=source.url)


def _of_macintosh(byte: re.Match[bytes]) -> bytes:
    """A byte of Mac OS Roman as its character, since the library does not know that code page."""
    return b"\\u%d?" % ord(bytes.fromhex(byte[1].decode()).decode("mac_roman"))


def _raised(figures: re.Match[str]) -> str:
    """A raised figure as the character it looks like: an exponent, or the mark of a note."""
    codes = (ord(figure.translate(SUPERSCRIPT)) for figure in figures[2])
    return figures[1] + "".join(f"\\u{code}?" for code in codes)


def _escaped(byte: re.Match[bytes]) -> bytes:
    """A byte as the format has it, whatever its code page."""
    return b"\\'%02x" % byte[0][0]


def _words(markup: str) -> str | None:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 — few sources are RTF

    if markup.count("\\fcharset") > _MOST_FONTS:
        return None
    # Without this the library sets the address of a link among the words.
    markup = markup.replace("\\fldinst{", "\\fldinst {")
    markup = _FONT.sub(
        "\n\\g<0>", markup
    )  # it looks for what belongs to a font to the end of the line
    try:
        text = rtf_to_text(markup, errors="replace")  # type: ignore[no-untyped-call]  # none of its functions has types
    except (LookupError, ValueError, TypeError, OverflowError):
        return None
    text = _HALF.sub("\ufffd", _PAIR.sub(_character, text)).replace("\0", "")
    if "\ufffd" in text:  # its encoding is none that is known
        return None
    lines = (" ".join(cell.strip() for cell in line.split("|")) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line.strip())


def _character(pair: re.Match[str]) -> str:
    """The character that two halves of UTF-16 are."""
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


READER = PageReader(
    "rtf", _read, media_types=("application/rtf", "text/rtf"), suffixes=(".rtf",), always=True
)
