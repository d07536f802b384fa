"""Finds whose view quoted words are, but for English: 'Pour Roy, c’est « fini »'."""

from collections.abc import Sequence

from audit.extract.others.cue import Cue, relative_source
from audit.extract.others.grammar.appositions import name_in_apposition, titled_name
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.persons import is_person
from audit.extract.others.grammar.tokens import is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_REACH = 60  # tokens before words within which a view begins


def viewed(tokens: Sequence[Token], index: int, book: Phrasebook) -> Cue | None:
    """'Pour Lind, la loi est « mauvaise »': a name or a role behind 'for' where a clause begins."""
    views = (
        _view_at(tokens, at, index, book)
        for at in range(index - 2, max(index - _REACH, 0) - 1, -1)
        if tokens[at].low in book.view and not (at > 0 and is_word(tokens[at - 1]))
    )
    return next((view for view in views if view is not None), None)


def _view_at(tokens: Sequence[Token], at: int, index: int, book: Phrasebook) -> Cue | None:
    """Whose view a 'for' leads to."""
    whose = relative_source(tokens, at, at + 1, book)
    if whose is not None:
        return whose  # ', pour qui … « … »'
    subject = phrase_from(tokens, at + 1, index, book)
    titled = tokens[at + 1].is_name and at + 2 < index and tokens[at + 2].is_name
    if subject is None and titled:
        subject = phrase_from(tokens, at + 2, index, book)  # 'Pour Me Roy, …'
    if subject is None and tokens[at + 1].low in book.strong:
        return Cue(at, at + 1, Phrase(at + 1, at + 2))
    if subject is None or not _may_hold_view(tokens, subject, index, book):
        return None
    named = name_in_apposition(tokens, subject, index, book)
    return Cue(at, at + 1, named or titled_name(tokens, subject, index - 1, book) or subject)


def view_behind_conjunction(
    tokens: Sequence[Token], at: int, index: int, book: Phrasebook
) -> Cue | None:
    """Whose view a clause is that goes on: '…, mentre per la gallerista Bassi era «…»'."""
    if tokens[at].low not in book.view or at == 0 or at + 1 >= index:
        return None
    if tokens[at - 1].low not in book.conjunctions:
        return None
    view = _view_at(tokens, at, index, book)
    if view is None or view.subject is None:
        return None
    named = is_person(tokens, view.subject, book)
    return view if named and view.subject.stop < index else None


def _may_hold_view(tokens: Sequence[Token], subject: Phrase, index: int, book: Phrasebook) -> bool:
    """Whether a phrase behind 'for' names somebody, or ends at a comma right before the words."""
    if subject.stop + 1 == index and tokens[index - 1].text == ",":
        return True
    named = [tokens[at] for at in subject if tokens[at].low not in book.determiners]
    if book.nouns_capitalised:
        named = [word for word in named if word is tokens[subject.start]]
    has_name = any(word.is_name for word in named)
    return has_name or any(among(tokens[at].low, book.roles, book.bodies) for at in subject)
