"""A fingerprint is of the rule, the words, the speaker and the article, and of nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit.model import AttributionCheck, Facts, Span
from audit.rules import judge
from audit.waive.fingerprint import article_id, with_fingerprints
from tests.report.sample import report

FACTS = report().facts
FINDINGS = judge(FACTS)


def fingerprints(facts: Facts) -> list[str]:
    return [finding.fingerprint for finding in with_fingerprints(FINDINGS, facts)]


def with_first(**change: object) -> Facts:
    """The facts with another first attribution, of which the first finding is."""
    [check, *others] = FACTS.checks
    attribution = replace(check.attribution, **change)  # type: ignore[arg-type]  # the test's choice
    changed: AttributionCheck = replace(check, attribution=attribution)
    return replace(FACTS, checks=(changed, *others))


def test_each_finding_has_one_of_its_own() -> None:
    assert len(set(fingerprints(FACTS))) == len(FINDINGS)


@pytest.mark.parametrize(
    "change",
    [
        {"contents": (Span(500, 600, " ＷＥ will close the school — in june"),)},
        {"speaker_name": "Ada Maria Brandt"},
        {"id": FACTS.checks[0].attribution.id, "url": "https://elsewhere.example/"},
    ],
)
def test_edits_elsewhere_and_typography_leave_it(change: dict[str, object]) -> None:
    found = replace(FINDINGS[0], words=None)
    assert found.attribution_id == FACTS.checks[0].attribution.id
    [before] = with_fingerprints([found], FACTS)
    [after] = with_fingerprints([found], with_first(**change))
    assert before.fingerprint == after.fingerprint


def test_words_speakers_rules_and_articles_are_told_apart() -> None:
    [first, *_] = FINDINGS
    fingerprint = fingerprints(FACTS)[0]
    assert fingerprints(with_first(speaker=Span(0, 4, "Reyes")))[0] != fingerprint
    [other_words] = with_fingerprints([replace(first, words="other words")], FACTS)
    [other_rule] = with_fingerprints([replace(first, rule="quote-absent")], FACTS)
    assert fingerprint not in {other_words.fingerprint, other_rule.fingerprint}
    article = replace(FACTS.article, path="other.txt")
    assert not set(fingerprints(replace(FACTS, article=article))) & set(fingerprints(FACTS))


def test_the_article_is_named_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("a/b.html", "./a/b.html", "a/../a/b.html", str(tmp_path / "a" / "b.html")):
        assert article_id(replace(FACTS.article, path=path)) == "a/b.html"
    outside = str(tmp_path.parent / "b.html")
    assert article_id(replace(FACTS.article, path=outside)) == "../b.html"
    fetched = replace(FACTS.article, path=None, url="https://echo.example/")
    assert article_id(fetched) == "https://echo.example/"
    assert article_id(replace(fetched, url=None)) == "-"
