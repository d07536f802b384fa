"""``citeaudit explain``: what a rule looks for, and what to do about what it finds."""

from typing import Annotated

import typer


def explain(
    rule: Annotated[
        str | None, typer.Argument(metavar="RULE", help="The name of a rule; without it, all.")
    ] = None,
) -> int:
    """Explain a rule: what it finds, how sure it is, what to do. Without a name, list all rules."""
    from audit.cli.runs.explain import explain_rule

    return explain_rule(rule)
