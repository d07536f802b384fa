"""``citeaudit explain``: what a rule looks for, and what to do about what it finds."""

from typing import Annotated

from audit.cli.options.declare import Argument


def explain(
    rule: Annotated[
        str | None, Argument(metavar="RULE", help="The name of a rule; without it, all.")
    ] = None,
) -> int:
    """Explain a rule: what it finds, how sure it is, what to do. Without a name, list all rules."""
    from audit.cli.runs.explain import explain_rule

    return explain_rule(rule)
