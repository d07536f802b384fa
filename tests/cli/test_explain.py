"""``citeaudit explain``: every word that a report shows, and what may have been meant."""

from enum import Enum

import pytest

from audit.model import (
    AttributionKind,
    Caution,
    Confidence,
    DiffKind,
    EditMark,
    Fold,
    NotCompared,
    Outcome,
    Severity,
    Standing,
    Verdict,
    Weight,
    Zone,
)
from audit.report.in_words import labels
from audit.report.in_words.glossary import KINDS
from audit.report.in_words.scale import Result
from tests.end_to_end.run import citeaudit

WORDS: tuple[type[Enum], ...] = (
    Result,
    Severity,
    Verdict,
    Weight,
    NotCompared,
    Outcome,
    Standing,
    Caution,
    Zone,
    Fold,
    EditMark,
    DiffKind,
    Confidence,
    AttributionKind,
)


def test_every_word_of_a_report_has_a_meaning() -> None:
    for (kind, meanings), words in zip(KINDS, WORDS, strict=True):
        assert sorted(meanings) == sorted(word.value for word in words if word.value), kind
        assert all(meaning.endswith(".") for meaning in meanings.values())


@pytest.mark.parametrize(
    ("shown", "words"), [(labels.OUTCOMES, Outcome), (labels.REASONS, NotCompared)]
)
def test_every_cause_has_a_label_of_its_own(shown: dict[Enum, str], words: type[Enum]) -> None:
    assert set(shown) == set(words)
    assert len(set(shown.values())) == len(shown)
    assert max(map(len, shown.values())) <= 30


def test_a_word_with_two_meanings_has_both(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "explain", "withdrawn")
    assert run.code == 0
    assert "withdrawn: caution\n" in run.out
    assert "withdrawn: part of a page\n" in run.out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("paywaled", "paywalled"),
        ("serius", "serious"),
        ("quote-number", "quote-number-changed"),
        ("page-not-fuond", "page not found"),
    ],
)
def test_a_slip_of_the_keys_is_asked_about(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "explain", typed)
    assert (run.code, run.out) == (2, "")
    assert f"did you mean {meant}?" in run.err


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (("page", "not", "found"), "not-found: how asking for a page ended\n"),
        (("Paywall",), "paywalled: how asking for a page ended\n"),
        (("figure not at the source",), "statement-figure-missing: warning"),
        (("Not_Compared",), "not-compared: verdict on a quotation\n"),
        (("transcript-uncertain",), "transcript-uncertain: why words were not compared\n"),
        (("transcript-uncertain",), "transcript-uncertain: note, confidence"),
        (("medium",), "medium: confidence of a finding\n"),
        (("absent", "serious"), "serious: weight of a difference\n"),
        (("absent,", "quote-absent"), "absent: verdict on a quotation\n"),
        (("joins passages that stand apart",), "quote-spliced: error"),
    ],
)
def test_labels_and_any_spelling_are_understood(
    typed: tuple[str, ...], shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "explain", *typed)
    assert run.code == 0
    assert shown in run.out


def test_the_list_names_rules_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    out = citeaudit(capsys, "explain").out
    for word in ("quote-absent", "altered", "serious", "paywalled", "spliced", "navigation", "sic"):
        assert word in out
