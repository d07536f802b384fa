"""A statement's figures and those of a page, each with what stands beside it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.match.folding.fold import fold
from audit.match.indirect.instead.clauses import DATED, ClauseFigure, clause_figures, stems_in
from audit.match.indirect.statements import has_fact
from audit.match.indirect.telling import Passage, passages, words_of
from audit.match.prepared import Prepared
from audit.model import UNSEEN, Attribution, Fact, FactKind, Place, Sentence, Zone

_ASIDE = frozenset({*UNSEEN, Zone.COMMENTS, Zone.RELATED, Zone.NAVIGATION})


class There(NamedTuple):
    """A figure of a page in its sentence."""

    figure: ClauseFigure
    sentence: Sentence
    figures: tuple[ClauseFigure, ...]  # of the sentence
    passage: Passage


class Said(NamedTuple):
    """A figure of a statement, the words of its clause, and the other figures of it."""

    figure: ClauseFigure
    words: frozenset[str]
    others: frozenset[str]
    dated: frozenset[str]  # of these
    names: frozenset[str]
    stands: bool  # somewhere on the page


def said_of(
    fact: Fact,
    ours: Sequence[ClauseFigure],
    names: tuple[frozenset[str], frozenset[str]],
    page: Prepared,
) -> Said | None:
    """The figure of a statement that a fact is; None where it is no single one."""
    keys = {each.key for each in clause_figures(fact.span.text, page.language)}
    keys |= {key.partition(" ")[0] for key in keys if key.endswith(" year")}
    found = [figure for figure in ours if figure.key in keys]
    keys = {figure.key for figure in found}
    if len(keys) != 1 or len(found) != 1:
        return None
    others = frozenset(figure.key for figure in ours) - keys
    dated = others & {figure.key for figure in ours if figure.kind in DATED}
    unknown, known = names
    words = found[0].beside - unknown
    return Said(found[0], words, others, dated, words & known, has_fact(page, fact))


def names_of(attribution: Attribution, page: Prepared) -> dict[str, bool]:
    """The words of a statement's names, and whether a page has them: it need not name its town."""
    return {
        stem: f" {word.lower()} " in page.lowered
        for fact in attribution.facts
        if fact.kind is FactKind.NAME
        for word in fold(fact.span.text).words.split()
        for stem in stems_in(word, page.language)
    }


def speaker_of(attribution: Attribution, page: Prepared) -> frozenset[str]:
    """The words that name who says a statement, who is 'we' on a page of theirs."""
    written = attribution.speaker.text if attribution.speaker is not None else ""
    return stems_in(f"{written} {attribution.speaker_name or ''}", page.language)


def figures_there(attribution: Attribution, page: Prepared) -> Iterator[There]:
    """The figures of the sentences that share a word with a statement, and of those behind them."""
    found = list(passages(words_of(attribution), page))
    numbers = {passage.number for passage in found}
    for passage in found:
        yield from _figures_in(passage, page)
        behind = passage.number + 1
        if passage.after is not None and behind not in numbers:
            yield from _figures_in(
                Passage(passage.after, passage.here, None, passage.stems, behind), page
            )


def _figures_in(passage: Passage, page: Prepared) -> Iterator[There]:
    start, end = page.sentences.spans[passage.number]
    zone = page.zone(start)
    if zone in _ASIDE:
        return
    sentence = Sentence(Place(start, end, zone), page.page.text[start:end])
    figures = clause_figures(sentence.text, page.language)
    yield from (There(figure, sentence, figures, passage) for figure in figures)
