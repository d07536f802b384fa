"""Writes docs/rules.md from the rules; ``make docs`` runs it, and a test holds the page to it."""

from collections.abc import Iterator
from pathlib import Path

from audit.rules import RULES, Rule

_HEAD = """# The rules

Made from the rules by `make docs`; `citeaudit explain RULE` prints the same.

A rule looks at what was compared and at what came back, and says what an editor should look at. Its severity
decides with `--fail-on` whether a run fails; `[severity]` in the settings changes it. Confidence says how often
a finding is one to act on: **high** where words were compared or a server said so, **medium** where a page or a
sentence had to be read for what it means, **low** where there is often a good reason.

A finding may be surer or less sure than its rule. On a quotation it is low where one or two words were found,
which happens by chance, and medium at most where no link and no sources file ties the words to the page, or nobody
is named for them, unless six words or more agree for 70% and more. `quote-misattributed` is high where both the article and the source name who says the words, and
low where the article's speaker was read from a pronoun. `--min-confidence high` (or `medium`) counts the surer ones
alone; `report.json` has `confidence` with each finding, SARIF a `rank` (90, 50 or 10) and the property `confidence`.
"""


def page() -> str:
    """The page as Markdown."""
    table = ["| rule | severity | confidence | what it finds |", "| --- | --- | --- | --- |"]
    table += [
        f"| [`{rule.id}`](#{rule.id}) | {rule.severity} | {rule.confidence} | {rule.summary} |"
        for rule in RULES
    ]
    parts = [_HEAD.rstrip(), "\n".join(table), *(part for rule in RULES for part in _section(rule))]
    return "\n\n".join(parts) + "\n"


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}"
    yield f"**{rule.summary}.** Severity: {rule.severity}. Confidence: {rule.confidence}."
    yield rule.help
    yield "See " + ", ".join(f"<{link}>" for link in rule.links) + "."


if __name__ == "__main__":
    Path(__file__).with_name("rules.md").write_text(page(), encoding="utf-8", newline="\n")
