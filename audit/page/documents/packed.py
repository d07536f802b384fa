"""Files that hold words and are not read, refused with what to give instead."""

from audit.markup.package import BEGINNING, has_password, part_names
from audit.model import Page
from audit.page.layout import unread
from audit.page.reader import PageReader, Received

_KINDS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document or Outlook mail: save it anew"),
    (b"\x1f\x8b", "a gzip archive: unpack it and give the file in it"),
    (b"BZh", "a bzip2 archive: unpack it and give the file in it"),
    (b"\xfd7zXZ\x00", "an xz archive: unpack it and give the file in it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it and give the file in it"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it and give the file in it"),
    (b"WARC/1.", "a web archive (WARC): name it with --captures"),
)
_PACKAGES = (  # a part that only packages of the kind have
    ("xl/workbook.xml", "a spreadsheet: save it as PDF or text"),
    ("ppt/presentation.xml", "a presentation: save it as PDF or text"),
    ("META-INF/container.xml", "an e-book (EPUB): save the chapter as HTML or text"),
    ("datapackage.json", "a web archive (WACZ): name it with --captures"),
    ("content.xml", "an OpenDocument file that is no text: save it as PDF or text"),
)
_BEGUN = (  # what a package of the kind begins with, where its list of parts is lost
    (b"application/vnd.oasis.opendocument", "a broken OpenDocument file: save it anew"),
    (b"application/epub+zip", "a broken e-book (EPUB): save the chapter as HTML or text"),
    (b"[Content_Types].xml", "a broken Office document: save it anew"),
)
_LIST = b"PK\x05\x06"  # begins the end of the list of parts
_TAIL = 70_000  # bytes in which it stands
_HEAD = 200  # bytes
_ZIP = "a ZIP archive: unpack it and give the page in it"


def _read(source: Received) -> Page | None:
    data = source.data
    if data.startswith(BEGINNING):
        names = frozenset(part_names(data))
        why = next((kind for name, kind in _PACKAGES if name in names), _ZIP)
        if not names:
            why = next((kind for mark, kind in _BEGUN if mark in data[:_HEAD]), why)
        return unread(why, source.url)
    if _LIST in data[-_TAIL:] and BEGINNING in data:
        return unread("a page with a ZIP archive in it: save it as one HTML file", source.url)
    why = next((kind for magic, kind in _KINDS if data.startswith(magic)), "")
    if has_password(data):
        why = "an Office document with a password: save it without one"
    return unread(why, source.url) if why else None


READER = PageReader("packed", _read, media_types=("application/zip",), always=True, packed=True)
