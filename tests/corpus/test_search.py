from pathlib import Path

import pytest

from audit.corpus.search import open_corpus, search_corpus
from audit.corpus.shelf import open_shelf
from audit.corpus.words import Tokenizer, indexable
from audit.match.prepared.quotation import Quotation
from audit.model import Verdict
from tests.corpus.conftest import Builder
from tests.corpus.pages import AROUND, QUOTE, html, lines, row

REST = [
    "The board of the harbour met on Tuesday and all its conditions were read out, 14 of them.",
    "A single metre of the road was dug up before the board had met, not more, she said.",
    f"{AROUND} Nobody will dig until the harbour is deep enough for the ferry.",
]


@pytest.fixture
def pages(corpus: Builder, tmp_path: Path) -> Path:
    rows = [row(number, text) for number, text in enumerate(REST)]
    corpus(lines(tmp_path / "rest.jsonl", *rows, row(9, f"“{QUOTE},” she said. {AROUND}")))
    return corpus.path


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (QUOTE, "verbatim"),
        (QUOTE.upper(), "verbatim"),
        ("not dig a single metre", "verbatim"),
        ("We will not dig [...] until all 14 conditions are met", "altered"),
        ("We will not dig … until all 14 conditions", "edited"),
        ("[The town] will not dig a single metre until all", "edited"),
        ("We will dig a single metre until all 14 conditions of the harbour board", "altered"),
        (QUOTE.replace("14", "15"), "altered"),
        (QUOTE.replace("harbour", "harbor"), "edited"),
        (QUOTE.replace("conditions", "wishes"), "altered"),
        ("met are board harbour the of conditions 14 all until metre single a dig", None),
        ("words that no page has at all", None),
    ],
)
def test_the_comparison_decides_what_is_found(pages: Path, words: str, verdict: str | None) -> None:
    hits = search_corpus(pages, words).hits
    found = [(hit.kept.url, str(hit.check.verdict)) for hit in hits]
    expected = [] if verdict is None else [("https://news.example/9", verdict)]
    if words == QUOTE.replace("harbour", "harbor"):  # a spelling is a difference that is told
        assert [url for url, _ in found] == ["https://news.example/9"]
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("page", "quote"),
    [
        ("Der Bürgermeister sagte: „Wir graben keinen Meter tief.“", "wir graben keinen Meter"),
        ("Le maire : « C’est l’été à Orléans, et personne ne creuse. »", "l'été à Orléans"),
        ("E\u0301te\u0301 a\u0300 Orle\u0301ans, personne ne creuse ici", "Été à Orléans, personne"),
        ("Мэр сказал: «Мы не будем копать ни метра».", "Мы не будем копать"),
        ("市長は「条件がすべて満たされるまで掘らない」と述べた。", "条件がすべて満たされるまで"),
        ("the sur\u00advey of the har\u00adbour bed was \ufb01nished", "survey of the harbour bed was finished"),
        ("the survey of the har-\nbour bed was finished", "survey of the harbour bed was finished"),
        ("the U.S. Navy’s own survey, it’s said", "U.S. Navy's own survey, it's said"),
        ('she said "AND OR NOT NEAR(a b)" to "them"', 'AND OR NOT NEAR(a b)" to "them'),
    ],
)  # fmt: skip
def test_words_meet_however_they_are_written(
    corpus: Builder, tmp_path: Path, page: str, quote: str
) -> None:
    corpus(lines(tmp_path / "a.jsonl", row(1, page), row(2, "nothing of the kind")))
    assert [hit.kept.url for hit in search_corpus(corpus.path, quote).hits] == [
        "https://news.example/1"
    ]


def test_the_best_page_comes_first(corpus: Builder, tmp_path: Path) -> None:
    corpus(
        lines(
            tmp_path / "a.jsonl",
            row(1, QUOTE, date="2026-03-06"),
            row(2, QUOTE, date="2026-03-04"),
            {"url": "https://news.example/3", "html": html(comment=QUOTE, day="2026-03-01")},
            row(4, QUOTE),
            row(5, QUOTE.replace("14", "15"), date="2026-03-01"),
        )
    )
    found = search_corpus(corpus.path, QUOTE)
    assert [hit.kept.url[-1] for hit in found.hits] == ["2", "1", "4", "3"]
    assert [hit.kept.url[-1] for hit in search_corpus(corpus.path, QUOTE, most=1).hits] == ["2"]


def test_copies_of_one_page_with_the_same_passage_are_one(corpus: Builder, tmp_path: Path) -> None:
    url = "https://news.example/a"
    pages = [
        {"url": f"{url}{ending}", "text": f"{QUOTE}. {number}", "date": f"2026-03-0{number}"}
        for number, ending in enumerate(("", "?utm_source=x", "#top"), 1)
    ]
    corpus(lines(tmp_path / "a.jsonl", *pages))
    [hit] = search_corpus(corpus.path, QUOTE).hits
    assert hit.date == "2026-03-01"


def test_words_of_a_bracket_are_not_asked_for() -> None:
    with Tokenizer() as tokenizer:
        words = tokenizer.words_of(Quotation("[The mayor’s] men want[ed] to dig … no deeper"))
    assert set(words) == {"men", "to", "dig", "no", "deeper"}


def test_the_rarest_words_are_asked_for(corpus: Builder, tmp_path: Path) -> None:
    rows = [row(number, f"{AROUND} {number}") for number in range(20)]
    corpus(lines(tmp_path / "a.jsonl", *rows, row(99, f"{AROUND} An aardvark sang a madrigal.")))
    found = search_corpus(corpus.path, "the fishermen and the aardvark sang a madrigal")
    assert {"aardvark", "sang", "madrigal"} <= set(found.asked)
    assert found.candidates == 1


def test_more_pages_than_are_looked_at_are_told(corpus: Builder, tmp_path: Path) -> None:
    corpus(lines(tmp_path / "a.jsonl", *(row(n, f"the harbour board met {n}") for n in range(600))))
    found = search_corpus(corpus.path, "the harbour board met")
    assert found.more
    assert (found.candidates, found.read) == (500, 300)


def test_how_many_pages_have_words_by_chance(corpus: Builder, tmp_path: Path) -> None:
    """Half of the pages have each of three words: all of them an eighth, two at least a half."""
    texts = (" ".join(word for at, word in enumerate(("harbour", "board", "ferry")) if number >> at & 1) for number in range(8))  # fmt: skip
    corpus(lines(tmp_path / "a.jsonl", *(row(n, f"page {n} {text}") for n, text in enumerate(texts))))  # fmt: skip
    with open_shelf(corpus.path) as shelf:
        words = shelf.rarest_first(Quotation("harbour board ferry"))
        assert [shelf.expected(words, least) for least in (0, 1, 2, 3)] == [8, 7, 4, 1]
        assert shelf.expected(["unheard", *words], 4) == 0


def test_common_words_are_not_asked_for_with_some_left_out(corpus: Builder, tmp_path: Path) -> None:
    """Four of five of them are on so many pages that those looked at would be any of these."""
    names = ("north", "south", "east", "west", "inland")
    texts = [" ".join(name for at, name in enumerate(names) if at != n % 5) for n in range(1500)]
    rows = [row(n, f"winds {text} {n}") for n, text in enumerate(texts)]
    corpus(lines(tmp_path / "few.jsonl", *rows[:900]))
    few = search_corpus(corpus.path, " ".join(names))  # any of them are more than half
    assert (few.candidates, few.least, few.more) == (500, 4, True)
    assert {hit.check.verdict for hit in few.hits} == {Verdict.ALTERED}
    corpus(lines(tmp_path / "many.jsonl", *rows))
    many = search_corpus(corpus.path, " ".join(names))
    assert (many.hits, many.candidates, many.least, many.more) == ((), 0, 5, True)


def test_a_search_for_nothing_finds_nothing(pages: Path) -> None:
    for words in ("", "…", "?!", "\ud800", "\x00"):
        assert search_corpus(pages, words).hits == ()


def test_a_long_quotation_is_bounded(pages: Path) -> None:
    with open_corpus(pages) as corpus:
        found = corpus.search(f"{QUOTE} " * 5_000)
    assert all(hit.check.verdict is Verdict.ALTERED for hit in found.hits)


def test_what_the_tokenizer_knows_is_left_as_it_is() -> None:
    text = "It’s a — plain — text, with “quotes” and naïve accents - and lines\nthat end."
    assert indexable(text) is text
