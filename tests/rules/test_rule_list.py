"""What is said of every rule: its help, its links, and the page of the docs made from them."""

import re

import pytest

from audit.model import Severity
from audit.rules import RULES, Rule
from docs.write_rules import page
from tests.conftest import Snapshot
from tests.end_to_end.run import ROOT, citeaudit

# The list of what an editor must be told of; more may be said.
WANTED = """
quote-altered quote-number-changed quote-negation-changed quote-absent quote-misattributed quote-cut-short
quote-spliced ellipsis-drops-negation fragments-out-of-order quote-only-in-comments quote-unattributed
source-unlinked source-unavailable source-paywalled outlet-mismatch link-dead link-soft-404 link-moved
post-differs post-unavailable statement-figure-missing source-newer-than-article source-changed
quote-language-differs transcript-uncertain
"""


def test_every_rule_that_was_promised_is_there() -> None:
    assert set(WANTED.split()) <= {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_explained_with_an_example_and_links(rule: Rule) -> None:
    assert "Example: " in rule.help
    assert rule.links
    assert all(re.fullmatch(r"https://[\w.-]+/\S*", link) for link in rule.links)
    assert rule.severity in {Severity.ERROR, Severity.WARNING, Severity.NOTE}
    name = f"{rule.id.replace('-', '_')}.py"
    [module] = (ROOT / "audit" / "rules").rglob(name)
    assert (module.read_text(encoding="utf-8")).startswith(f'"""{rule.id}: ')


def test_the_page_of_the_docs_is_made_from_the_rules(snapshot: Snapshot) -> None:
    snapshot(ROOT / "docs" / "rules.md", page())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_explain_prints_a_rule(rule: Rule, capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "explain", rule.id)
    assert run.code == 0
    assert run.out.startswith(f"{rule.id}: {rule.severity}, confidence {rule.confidence}\n")
    assert " ".join(rule.help.split()) in " ".join(run.out.split())
    assert all(link in run.out for link in rule.links)


def test_explain_alone_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "explain")
    rules, words = run.out.split("\n\n")
    assert [line.split()[0] for line in rules.splitlines()] == [rule.id for rule in RULES]
    assert words.startswith("Words of a report")


def test_an_unknown_rule_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "explain", "quote-alterd")
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert "did you mean quote-altered?" in run.err
