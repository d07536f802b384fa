"""Signatures of neighbours: no pair of a page is ever missed, and few of others seem to be there."""

import random
from pathlib import Path

import pytest

from audit.corpus.pairs import LARGEST_SIGNATURE, Neighbours, row_of, signature_of, words_in_row
from audit.corpus.search import search_corpus
from tests.corpus.conftest import Builder
from tests.corpus.pages import lines, row


def made(seed: int, words: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(60)}" for _ in range(words))


@pytest.mark.parametrize("length", [0, 1, 2, 3, 50, 500, 5_000, 120_000])
def test_no_pair_of_a_page_is_missed(length: int) -> None:
    words = words_in_row(made(1, length))
    signature = signature_of(words)
    assert 0 < len(signature) <= LARGEST_SIGNATURE
    for start in range(0, length, max(length // 50, 1)):
        assert Neighbours(words[start : start + 12]).share(signature) == 1


def test_most_pages_of_the_same_words_in_another_order_are_told_apart() -> None:
    said = Neighbours(words_in_row(made(1, 12)))
    others = [signature_of(words_in_row(made(seed, 300))) for seed in range(2, 202)]
    assert sum(said.share(each) == 1 for each in others) <= 2


def test_the_order_of_two_words_counts() -> None:
    words = words_in_row("the board met again and will not say how it has come to that")
    page = signature_of(words)
    assert Neighbours(words).share(page) == 1
    assert Neighbours(words[::-1]).share(page) < 0.6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won’t – ever,” he said…", "we won t ever he said"),
        ("It's 4.30_pm", "it s 4 30 pm"),
        ("Zürich – „schön“", "zürich schön"),
        ("Zu\u0308rich", "zürich"),
        ("\ud800 a", "a"),
        ("", ""),
    ],
)
def test_words_are_told_from_what_stands_between_them(text: str, words: str) -> None:
    assert words_in_row(text) == words.encode().split()


def test_a_row_has_spaces_around_each_word() -> None:
    assert row_of([b"a", b"b"]) == b" a b "


def test_among_hundreds_of_pages_with_the_same_words_the_one_in_their_order_is_found(
    corpus: Builder, tmp_path: Path
) -> None:
    rng = random.Random(5)
    words = words_in_row("we have to say that they will not be here when it is time for all of us")
    common = [word.decode() for word in words]
    texts = [" ".join(rng.sample(common, len(common))) for _ in range(450)]
    said = " ".join(common[3:15])
    texts[440] = f"{said} and so on {' '.join(common)}"
    corpus(lines(tmp_path / "a.jsonl", *(row(at, text) for at, text in enumerate(texts))))
    found = search_corpus(corpus.path, said)
    assert [hit.kept.url for hit in found.hits] == ["https://news.example/440"]
    assert found.read < 10
    changed = said.replace("here", "there")
    [hit, *_] = search_corpus(corpus.path, changed).hits
    assert (hit.kept.url, hit.check.verdict) == ("https://news.example/440", "altered")
