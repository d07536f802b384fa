"""Every word that a report shows, with what kind of word it is and what it means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.report.in_words import labels
from audit.report.in_words.scale import RESULTS
from audit.report.in_words.terms import (
    ATTRIBUTIONS,
    CONFIDENCES,
    DIFFERENCES,
    EDITS,
    FOLDS,
    SEVERITIES,
    WEIGHTS,
    ZONES,
)
from audit.report.words import CAUTIONS, OUTCOMES, REASONS, STANDINGS, VERDICTS


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning of a word; some words have several, as ``name``, ``captured`` or ``short``."""

    word: str
    kind: str
    meaning: str


KINDS: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("result", {str(word): meaning for word, meaning in RESULTS.items()}),
    ("severity of a finding", {str(word): meaning for word, meaning in SEVERITIES.items()}),
    ("verdict on a quotation", {str(word): meaning for word, meaning in VERDICTS.items()}),
    ("weight of a difference", {str(word): meaning for word, meaning in WEIGHTS.items()}),
    ("why words were not compared", {str(word): meaning for word, meaning in REASONS.items()}),
    ("how asking for a page ended", {str(word): meaning for word, meaning in OUTCOMES.items()}),
    (
        "how words and a source came together",
        {str(word): f"{meaning[0].upper()}{meaning[1:]}." for word, meaning in STANDINGS.items()},
    ),
    ("caution", {str(word): meaning for word, meaning in CAUTIONS.items()}),
    ("part of a page", {str(word): meaning for word, meaning in ZONES.items()}),
    ("typography not counted", {str(word): meaning for word, meaning in FOLDS.items()}),
    ("marked change", {str(word): meaning for word, meaning in EDITS.items()}),
    ("kind of difference", {str(word): meaning for word, meaning in DIFFERENCES.items()}),
    ("confidence of a finding", {str(word): meaning for word, meaning in CONFIDENCES.items()}),
    ("kind of an attribution", {str(word): meaning for word, meaning in ATTRIBUTIONS.items()}),
)
"""The kinds of words in the order in which they are listed."""

LABELS: Mapping[str, str] = {
    label: str(word) for word, label in (*labels.OUTCOMES.items(), *labels.REASONS.items())
} | {labels.NOT_THERE: "statement-figure-missing"}
"""What stands for a word, or for a rule, where a line has no room for its sentence."""


def terms() -> Iterator[Term]:
    """All words with all their meanings."""
    for kind, words in KINDS:
        for word, meaning in words.items():
            yield Term(word, kind, meaning)
