"""``citeaudit explain``: what a rule looks for, and what to do about what it finds."""

from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.exits import Exit
from audit.cli.output import result
from audit.cli.rules import require_known

if TYPE_CHECKING:
    from audit.rules import Rule

_WIDTH = 80


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", help="The name of a rule; without it, all.")
    ] = None,
) -> int:
    """Explain a rule: what it finds, how sure it is, and what to do. Without a name, list all rules."""
    from audit.rules import RULES  # noqa: PLC0415 — keeps --help light

    if rule is None:
        widest = max(len(one.id) for one in RULES)
        result("".join(f"{one.id:<{widest}}  {one.severity:<7}  {one.summary}\n" for one in RULES))
        return Exit.OK
    rules = {one.id: one for one in RULES}
    require_known([rule], rules, "explain")
    result(_page(rules[rule]))
    return Exit.OK


def _page(rule: "Rule") -> str:
    lines = [
        f"{rule.id}: {rule.severity}, confidence {rule.confidence}",
        fill(f"{rule.summary}.", _WIDTH),
        "",
        fill(rule.help, _WIDTH, break_long_words=False, break_on_hyphens=False),
        "",
        *(f"See {link}" for link in rule.links),
    ]
    return "\n".join(lines) + "\n"
