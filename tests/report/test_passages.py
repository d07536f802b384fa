from hypothesis import given
from hypothesis import strategies as st

from audit.model import (
    Article,
    Block,
    BlockKind,
    Format,
    Page,
    PageBlock,
    PartCheck,
    QuoteCheck,
    Span,
    Verdict,
    Zone,
)
from audit.report.passages import CONTEXT, CUT, LONGEST, article_passage, clip, source_passage


def one_paragraph(text: str) -> Article:
    block = Block(0, len(text), BlockKind.PARAGRAPH)
    return Article(text, (block,), (), (), Format.TEXT, "0" * 64)


@given(st.text(min_size=1), st.data())
def test_a_passage_holds_its_words_and_stays_short(text: str, data: st.DataObject) -> None:
    text = (text * 400)[:2000]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + LONGEST)))
    passage = article_passage(one_paragraph(text), [Span(start, end, text[start:end])])
    assert text[start:end].strip() in passage
    assert len(passage) <= LONGEST + 2 * (CONTEXT + len(CUT) + 1)


def test_the_passage_of_two_parts_runs_from_the_first_to_the_last() -> None:
    text = "“One,” she said. “Two.” And left."
    parts = [Span(1, 4, "One"), Span(18, 21, "Two")]
    assert article_passage(one_paragraph(text), parts) == text
    assert article_passage(one_paragraph(text), []) == ""


def test_context_is_cut_between_words_and_the_cut_is_shown() -> None:
    text = "before " * 60 + "HERE" + " after" * 60
    passage = article_passage(one_paragraph(text), [Span(420, 424, "HERE")])
    assert passage.startswith(f"{CUT} before ")
    assert passage.endswith(f" after {CUT}")
    assert set(passage.split()) == {CUT, "before", "HERE", "after"}


def test_context_ends_with_the_paragraph() -> None:
    text = "one\ntwo words\nthree"
    blocks = tuple(Block(s, e, BlockKind.PARAGRAPH) for s, e in ((0, 3), (4, 13), (14, 19)))
    article = Article(text, blocks, (), (), Format.TEXT, "0" * 64)
    assert article_passage(article, [Span(8, 13, "words")]) == "two words"


def test_a_script_without_spaces_keeps_its_context() -> None:
    text = "前" * 300 + "引用" + "後" * 300
    passage = article_passage(one_paragraph(text), [Span(300, 302, "引用")])
    assert passage == f"{CUT} {'前' * CONTEXT}引用{'後' * CONTEXT} {CUT}"


def test_a_long_passage_of_a_source_is_cut_in_its_middle() -> None:
    text = "word " * 1000
    page = Page(text, (PageBlock(0, len(text), Zone.MAIN),))
    passage = source_passage(
        page, PartCheck(QuoteCheck("q", Verdict.ALTERED, start=0, end=len(text)))
    )
    assert passage
    assert len(passage) <= LONGEST + len(CUT) + 2
    assert CUT in passage


def test_a_source_without_the_words_has_no_passage() -> None:
    page = Page("text", (PageBlock(0, 4, Zone.MAIN),))
    assert source_passage(page, PartCheck(QuoteCheck("q", Verdict.ABSENT))) is None


def test_clipped_text_ends_between_words() -> None:
    assert clip("a\nfew words", 20) == "a few words"
    assert clip("some longer words", 12) == f"some longer {CUT}"
    assert clip("x" * 20, 5) == f"xxxxx {CUT}"
