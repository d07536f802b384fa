"""``citeaudit explain``: what a rule looks for or a word of a report means, and what to do."""

from typing import Annotated

from audit.cli.options.declare import Argument


def explain(
    word: Annotated[
        list[str] | None,
        Argument(
            metavar="WORD",
            help="The name of a rule, or any word or words of a report; without, all.",
        ),
    ] = None,
) -> int:
    """Explain a rule or a word of a report: what it means, what to do. Without a word, list all."""
    from audit.cli.runs.explain import explain_word

    return explain_word(" ".join(word or ()))
