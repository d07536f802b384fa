"""The working noun of extraction: words tied to a cue and a subject, before they have names."""

from dataclasses import dataclass, field
from typing import NamedTuple

from audit.model import Article, AttributionKind, Outlet, Span


class Carried(NamedTuple):
    """The outlet that carried a claim's words, where it is named, whether it ``was_told`` them."""

    outlet: Outlet
    span: Span
    was_told: bool


@dataclass(slots=True)
class Claim:
    """One attribution in the making; ``sentences`` are the numbers of those it stands in.

    ``meant`` is what the speaker stands for where it is a relative pronoun ('farmers, who …').
    ``cited`` are the addresses and ``carried`` the outlet that a signature or markup gives for the
    words, before anything that their sentences name. ``labelled``: a label right before the words
    names who says them ('Ms Lee: …').
    """

    kind: AttributionKind
    contents: list[Span]
    cue: Span | None
    speaker: Span | None
    block: int
    sentences: list[int] = field(default_factory=list)
    meant: Span | None = None
    cited: tuple[str, ...] = ()
    carried: Carried | None = None
    labelled: bool = False

    @property
    def named(self) -> Span | None:
        """The words that name the speaker."""
        return self.meant or self.speaker


def span(article: Article, start: int, end: int) -> Span:
    """The span of an article's text, less white space at either end."""
    text = article.text[start:end]
    stripped = text.strip()
    start += len(text) - len(text.lstrip())
    return Span(start, start + len(stripped), stripped)


def take_run(claims: list[Claim], claim: Claim, run: Claim | None) -> None:
    """Gives a claim the paragraphs before of a quotation whose cue comes with its last one.

    ``run`` has their words, and a speaker at most that nothing beside them names. Words that name
    the speaker themselves lack a mark behind them, and are none of these.
    """
    if run is None or claim.cue is None or run.cue is not None:
        return
    named = claim.named
    if named is not None and any(named.text in content.text for content in run.contents):
        return
    claims[:] = [other for other in claims if other is not run]
    claim.contents += run.contents
    claim.sentences += run.sentences
    claim.kind = AttributionKind.DIRECT
