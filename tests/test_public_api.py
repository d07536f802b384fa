"""The contract of ``import audit``."""

from pathlib import Path

import audit
from audit.model import Severity, Verdict

ROOT = Path(__file__).parents[1]
SAID = "We will not dig until all 14 conditions are met"
PAGE = f"<html><body><article><p>“{SAID},” Ines Calloway said.</p></article></body></html>".encode()


def test_an_article_is_read_and_its_attributions_are_extracted() -> None:
    article = audit.read_article(ROOT / "fixtures" / "articles" / "russia-taliban.txt")
    raw = (ROOT / "fixtures" / "articles" / "russia-taliban.txt").read_bytes().decode()
    assert article.text == raw
    assert len(audit.extract(article)) == 11


def test_a_quotation_is_verified_against_text_page_and_prepared_source() -> None:
    page = audit.source_text(PAGE, "text/html")
    for source in (f"She said: {SAID}.", page, audit.prepare(page), audit.prepare(page.text)):
        assert audit.verify_quote(SAID, source).verdict is Verdict.VERBATIM
        assert audit.verify_quote(SAID.replace(" not", ""), source).verdict is Verdict.ALTERED


def test_a_speaker_is_compared_with_who_says_it_there() -> None:
    page = audit.source_text(PAGE, "text/html")
    same = audit.verify_quote(SAID, page, speaker="Ines Calloway")
    other = audit.verify_quote(SAID, page, speaker="Piet Moreau")
    assert (same.verdict, same.said_by) == (Verdict.VERBATIM, "Ines Calloway")
    assert (other.verdict, other.said_by) == (Verdict.MISATTRIBUTED, "Ines Calloway")


def test_a_whole_audit_is_one_call(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text(f"“{SAID},” Ines Calloway told the BBC.", encoding="utf-8")
    report = audit.check(path)
    assert [check.verdict for check in report.facts.checks] == [Verdict.NOT_COMPARED]
    assert [finding.severity for finding in report.findings] == [Severity.WARNING]
    assert list(tmp_path.iterdir()) == [path]
