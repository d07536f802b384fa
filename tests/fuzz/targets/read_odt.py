"""The main part of an OpenDocument text → article: the XML is what the fuzzer changes, the package is sound."""

from contextlib import suppress

from audit import read_article
from audit.errors import ReadError
from tests.fuzz.articles import assert_whole
from tests.fuzz.words import ARTICLE
from tests.read.open_documents import open_text

WORDS = (
    *ARTICLE,
    *("<text:p>", "</text:p>", "<text:h>", "</text:h>", "<text:s/>", "<text:line-break/>"),
    *("<text:span text:style-name='T1'>", "</text:span>", "<text:a xlink:href='https://a.example/'>"),
    *("</text:a>", "<text:note text:id='f'>", "</text:note>", "<text:note-citation>1</text:note-citation>"),
    *("<text:note-body>", "</text:note-body>", "<text:note-ref text:ref-name='f'>1</text:note-ref>"),
    *("<office:annotation office:name='c'>", "</office:annotation>", "<office:annotation-end office:name='c'/>"),
    *("<text:list text:style-name='L1'>", "<text:list-item text:start-value='7'>", "</text:list-item>", "</text:list>"),
    *("<draw:frame><draw:text-box>", "</draw:text-box></draw:frame>", "<text:tracked-changes>"),
    *("<text:section text:display='none'>", "</text:section>", "<table:table-cell>", "&#x110000;"),
)  # fmt: skip
RUNS = 1000
STYLES = (
    "<style:style style:name='T1' style:family='text' style:parent-style-name='T1'>"
    "<style:text-properties style:text-position='super'/></style:style>"
    "<text:list-style style:name='L1'><text:list-level-style-number style:num-format='1'/></text:list-style>"
)


def run(data: bytes) -> None:
    with suppress(ReadError):
        assert_whole(read_article(open_text(data.decode("utf-8", "replace"), styles=STYLES)))
