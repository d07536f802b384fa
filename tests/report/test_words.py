from collections.abc import Mapping
from enum import Enum

import pytest

from audit.model import Caution, NotCompared, Outcome, Standing, Verdict
from audit.report.outline import NOBODY_NAMED
from audit.report.words import CAUTIONS, OUTCOMES, REASONS, STANDINGS, VERDICTS
from audit.rules import RULES


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (Verdict, VERDICTS),
        (NotCompared, REASONS),
        (Standing, STANDINGS),
        (Outcome, OUTCOMES),
        (Caution, CAUTIONS),
    ],
)
def test_every_word_has_its_sentence(words: type[Enum], sentences: Mapping[Enum, str]) -> None:
    assert set(sentences) == set(words)
    assert len(set(sentences.values())) == len(sentences)


@pytest.mark.parametrize("word", ["false", "fake", "fabricat", "lie ", "liar", "wrong"])
def test_no_sentence_accuses(word: str) -> None:
    said = [*VERDICTS.values(), *REASONS.values(), *OUTCOMES.values(), *CAUTIONS.values()]
    assert not [sentence for sentence in said if word in sentence.lower()]


def test_an_outcome_that_is_no_capture_says_what_to_do() -> None:
    for outcome, sentence in OUTCOMES.items():
        assert outcome is Outcome.CAPTURED or ": " in sentence


def test_the_rule_that_a_heading_speaks_for_is_one() -> None:
    assert NOBODY_NAMED in {rule.id for rule in RULES}
