"""What is not compared word by word; of a statement, what its sources have otherwise is told.

A statement without quotation marks is never called right or wrong: what can be said is which of
its figures and names its source lacks, and what stands there in their place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.match.elsewhere import is_of
from audit.match.indirect.closest import closest_sentences
from audit.match.indirect.elsewhere import figures_elsewhere
from audit.match.indirect.instead.freely.contrary import contrary_otherwise
from audit.match.indirect.instead.freely.days import days_otherwise
from audit.match.indirect.instead.freely.persons import persons_otherwise
from audit.match.indirect.instead.misplaced import figures_misplaced
from audit.match.indirect.instead.same_sentence import figures_in_same_sentence, not_told_again
from audit.match.indirect.instead.same_words import said_in_same_words, words_in_same_sentence
from audit.match.indirect.instead.told_otherwise import Held, Otherwise
from audit.match.indirect.instead.turned.changed import changed_otherwise
from audit.match.indirect.statements import missing_facts
from audit.match.indirect.telling import words_of
from audit.match.prepared.source import Prepared
from audit.match.reader import Reader
from audit.match.speakers.surnames import other_given_name
from audit.model import (
    FIGURES,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Fact,
    FactKind,
    Missing,
    NotCompared,
    Pairing,
    Sentence,
    Standing,
    Verdict,
)

_MOST_SHOWN = 3  # sentences of a source


def check_stated(
    attribution: Attribution, pairing: Pairing, reader: Reader, reason: NotCompared
) -> AttributionCheck:
    """The check of what is not compared word by word, and the reason why."""
    paired = pairing.source_ids[0] if pairing.source_ids else None
    check = AttributionCheck(
        attribution, pairing.standing, Verdict.NOT_COMPARED, reason, source_id=paired
    )
    if attribution.kind is not AttributionKind.INDIRECT:
        return check
    if not pairing.source_ids:
        beside = _with_figures_elsewhere(check, pairing, reader)
        return beside if beside.missing else _with_words_beside(beside, pairing, reader)
    readable = reader.readable(pairing.source_ids)
    if not readable:
        return check
    missing, sentence = _missing_of(attribution, pairing, readable, reader)
    if missing and attribution.cue is None and attribution.speaker is None:
        beside = _with_figures_elsewhere(check, pairing, reader)
        if beside.found_elsewhere and not beside.missing:
            return beside  # a note may be for a word of it, and another page of the article have it
    said = words_of(attribution)
    closest = closest_sentences(said, reader.page(readable[0]))
    if sentence is not None:
        closest = (sentence, *(each for each in closest if each != sentence))[:_MOST_SHOWN]
    return replace(
        check,
        source_id=readable[0],
        missing=missing,
        closest=closest,
        searched=tuple(readable),
    )


def _missing_of(
    attribution: Attribution, pairing: Pairing, readable: Sequence[str], reader: Reader
) -> tuple[tuple[Missing, ...], Sentence | None]:
    """What the sources of a statement lack of it, and the sentence that has it otherwise."""
    if len(readable) != len(pairing.source_ids):
        return (), None
    missing = missing_facts(attribution, [reader.article(source_id) for source_id in readable])
    if len(readable) != 1 or not reader.is_whole(readable[0]):
        return missing, None
    page = reader.article(readable[0])
    held, nearest = Held(attribution, page), closest_sentences(words_of(attribution), page)
    otherwise = _otherwise(attribution, held, nearest, page)
    instead = {each.missing.fact for each in otherwise}
    misplaced = (
        each for each in figures_misplaced(attribution, page) if not held.may_be_right(each)
    )
    found = [
        *(each for each in (*missing, *misplaced) if each.fact not in instead),
        *(each.missing for each in otherwise),
    ]
    named = [each.fact.span for each in found]
    found += _named_otherwise(attribution, page)
    found += persons_otherwise(attribution, page)
    changed = [*changed_otherwise(attribution, page)]
    words = [
        each
        for each in (
            *words_in_same_sentence(attribution, nearest, page),
            *_another_speaker(attribution, nearest, readable[0], reader),
        )
        # 'fell by 4 percent' says 'fell'
        if not any(each.missing.nearest in other.nearest for other in changed)
    ]
    found += (
        each
        for each in (*(other.missing for other in words), *changed)
        if not any(
            each.fact.span.start < part.end and part.start < each.fact.span.end for part in named
        )
    )
    if not any(each.nearest or each.fact.kind in FIGURES for each in found):
        # a word that is wrong may have been told of by a figure beside it
        found += [*contrary_otherwise(attribution, page)] or [*days_otherwise(attribution, page)]
    first = next(iter((*otherwise, *words)), None)
    return tuple(found), first.sentence if first is not None else None


def _named_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The persons of a statement of whom the page has the last name, and another first one."""
    for fact in attribution.facts:
        other = other_given_name(fact.span.text, page) if fact.kind is FactKind.NAME else ""
        if other:
            yield Missing(Fact(FactKind.WORD, fact.span), other)


def _another_speaker(
    attribution: Attribution, nearest: Sequence[Sentence], source_id: str, reader: Reader
) -> Iterator[Otherwise]:
    """Who says at the only source of a statement what the article has somebody else state."""
    if attribution.speaker is None:
        return
    same = said_in_same_words(attribution, nearest, reader.article(source_id))
    there = same and reader.stated_by_another(attribution, source_id, same.place)
    if there:
        yield Otherwise(Missing(Fact(FactKind.WORD, attribution.speaker), there), nearest[0])


def _otherwise(
    attribution: Attribution, held: Held, nearest: Sequence[Sentence], page: Prepared
) -> list[Otherwise]:
    """What a page tells otherwise: in the very sentence of a statement, or in other words."""
    found = [*figures_in_same_sentence(attribution, nearest, page)]
    told = {each.missing.fact for each in found}
    others = (each for each in held.otherwise() if each.missing.fact not in told)
    return [*found, *not_told_again(others, attribution, page)]


def _with_words_beside(
    check: AttributionCheck, pairing: Pairing, reader: Reader
) -> AttributionCheck:
    """A statement that the only page of its paragraph has but for a word, with that word."""
    if len(pairing.candidates) != 1 or pairing.candidates[0] not in reader.with_page:
        return check
    [source_id] = pairing.candidates
    if not reader.is_whole(source_id):
        return check
    page = reader.article(source_id)
    nearest = closest_sentences(words_of(check.attribution), page)
    found = next(words_in_same_sentence(check.attribution, nearest, page), None)
    if found is None:
        return check
    return replace(
        check,
        source_id=source_id,
        missing=(found.missing,),
        closest=nearest,
        searched=(source_id,),
        found_elsewhere=True,
    )


def _with_figures_elsewhere(
    check: AttributionCheck, pairing: Pairing, reader: Reader
) -> AttributionCheck:
    """A statement that has no source, beside the page cited for other words that tells the same."""
    outlet = check.attribution.outlet
    if all(fact.kind is FactKind.NAME for fact in check.attribution.facts):
        return check
    pages = {
        source_id: reader.page(source_id)
        for source_id in reader.with_page
        if source_id not in pairing.source_ids
        and reader.is_whole(source_id)
        and reader.records[source_id].source.standing is not Standing.DISCOVERED
        and (outlet is None or is_of(reader.records[source_id], outlet))
    }
    found = figures_elsewhere(check.attribution, pages, pairing.candidates)
    if found is None:
        return check
    return replace(
        check,
        source_id=found.source_id,
        missing=found.missing,
        closest=found.closest,
        searched=tuple(pages),
        found_elsewhere=True,
    )
