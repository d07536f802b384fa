"""``citeaudit explain``: what a rule looks for, and what to do about what it finds."""

from textwrap import fill

from audit.cli.console.output import result
from audit.cli.exits import Exit
from audit.cli.runs.policy import require_known
from audit.rules import RULES
from audit.rules.rule import Rule

_WIDTH = 80


def explain_rule(name: str | None) -> Exit:
    """Prints the page of a rule, or the list of all."""
    if name is None:
        widest = max(len(rule.id) for rule in RULES)
        lines = (f"{rule.id:<{widest}}  {rule.severity:<7}  {rule.summary}\n" for rule in RULES)
        result("".join(lines))
        return Exit.OK
    rules = {rule.id: rule for rule in RULES}
    require_known([name], rules, "explain")
    result(_page(rules[name]))
    return Exit.OK


def _page(rule: Rule) -> str:
    lines = [
        f"{rule.id}: {rule.severity}, confidence {rule.confidence}",
        fill(f"{rule.summary}.", _WIDTH),
        "",
        fill(rule.help, _WIDTH, break_long_words=False, break_on_hyphens=False),
        "",
        *(f"See {link}" for link in rule.links),
    ]
    return "\n".join(lines) + "\n"
