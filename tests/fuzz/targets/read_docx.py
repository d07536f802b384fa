"""The main part of a Word document → article: the XML is what the fuzzer changes, the package is sound."""

from audit import read_article
from tests.fuzz.articles import assert_whole
from tests.fuzz.words import ARTICLE
from tests.read.documents import document

WORDS = (
    *ARTICLE,
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>",
        "</w:t>",
        "<w:tab/>",
        "<w:br/>",
        "<w:pPr>",
        "</w:pPr>",
    ),
    *(
        "<w:hyperlink r:id='link1'>",
        "</w:hyperlink>",
        "<w:ins>",
        "</w:ins>",
        "<w:del>",
        "<w:footnoteReference w:id='1'/>",
    ),
    *(
        "<w:fldChar w:fldCharType='begin'/>",
        "<w:fldChar w:fldCharType='separate'/>",
        "<w:fldChar w:fldCharType='end'/>",
    ),
    *(
        '<w:instrText>HYPERLINK "https://a.example/"</w:instrText>',
        "<w:tbl><w:tr><w:tc>",
        "<w:pStyle w:val='Quote'/>",
    ),
    *(
        "<mc:AlternateContent><mc:Choice>",
        "<w:sym w:char='F020'/>",
        "<w:numPr/>",
        "&#x110000;",
        "<w:fldSimple w:instr=''>",
    ),
)
RUNS = 1000


def run(data: bytes) -> None:
    body = data.decode("utf-8", "replace")
    assert_whole(read_article(document(body, links=("https://a.example/",), notes=NOTES)))


NOTES = "<w:footnote w:id='1'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>"
