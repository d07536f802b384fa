"""The main part of an office document → text: the XML is what the fuzzer changes, the package is sound."""

from audit import source_text
from tests.fuzz.targets.read_docx import NOTES
from tests.fuzz.targets.read_docx import WORDS as WORD
from tests.page.files import open_document
from tests.read.documents import document

WORDS = (
    *WORD,
    *("<text:p>", "</text:p>", "<text:span text:style-name='T1'>", "</text:span>", "<text:s/>"),
    *("<text:note>", "</text:note>", "<text:note-body>", "<office:annotation>", "<text:line-break/>"),
    *("<w:rPr><w:strike/></w:rPr>", "<w:vanish w:val='0'/>", "&#0;"),
)  # fmt: skip
RUNS = 1000


def run(data: bytes) -> None:
    body = data[1:].decode("utf-8", "replace")
    packed = document(body, notes=NOTES) if data[:1] < b"\x80" else open_document(body)
    page = source_text(packed)
    for block in page.blocks:
        assert 0 <= block.start < block.end <= len(page.text)
    assert page.whole or page.why_not_whole
