"""Tells whether who says something is several persons, and by which names the text has them."""

from audit.extract.english.persons.runs import Run, is_title, runs
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, PersonWords
from audit.languages.extraction.english_small_words import small_words

_UNNAMED = ""  # in place of 'he', 'the mayor'


def joined(tokens: list[Token], words: Lexicon, persons: PersonWords) -> list[str]:
    """The names of 'Ann Lee, a nurse, and Ben Roy'; none of 'author and activist Ann Lee'.

    One of them is empty where a pronoun or a noun stands for somebody.
    """
    joint = _last_joint(tokens, words)
    if joint is None:
        return []
    found = list(runs(tokens, words, persons))
    last = _named_behind(tokens, joint, found)
    if last is None:
        return []
    before = [
        run for run in found if run.stop <= joint and _is_somebody(tokens, run, words, persons)
    ]
    if not before and not _is_unnamed(tokens, joint, last, words):
        return []
    if before and tokens[joint].low == "and":
        return [_name(tokens, run) for run in (*before, last)]
    return [_UNNAMED, _name(tokens, last)]


def _last_joint(tokens: list[Token], words: Lexicon) -> int | None:
    """The last word that may join persons: not in 'the Department of Trade and Industry'."""
    joint = next((at for at in range(len(tokens) - 1, 0, -1) if _joins(tokens[at])), None)
    if joint is None or any(token.low in words.prepositions for token in tokens[:joint]):
        return None
    return joint


def _named_behind(tokens: list[Token], joint: int, found: list[Run]) -> Run | None:
    """The one name behind a joint, None where the joint is part of a name or of an office."""
    behind = [run for run in found if run.start > joint]
    if len(behind) != 1 or any(run.start < joint < run.stop for run in found):
        return None  # 'Marks and Spencer'
    last = behind[0]
    if last.first > last.start and not is_title(tokens[last.start]):
        return None  # 'Trade and Industry Secretary Ann Lee'
    return last


def _name(tokens: list[Token], run: Run) -> str:
    return " ".join(token.text for token in tokens[run.first : run.stop])


def _joins(token: Token) -> bool:
    return token.low in small_words().joins_subjects


def _is_somebody(tokens: list[Token], run: Run, words: Lexicon, persons: PersonWords) -> bool:
    """Whether a name is somebody's own: not 'GOP hopeful and', nor 'Author and activist Lee'."""
    behind = tokens[run.stop]
    alone = run.start == 0 and run.stop == 1
    called = alone and among(tokens[0].low, persons.occupations, words.roles)
    return not called and (behind.text == "," or _joins(behind))


def _is_unnamed(tokens: list[Token], joint: int, last: Run, words: Lexicon) -> bool:
    """Whether somebody else stands before an 'and' without a name: 'he and Lee', 'the vet and Lee'.

    'The delegate and activist Lee' is one.
    """
    if tokens[joint - 1].low in words.pronouns:
        return True
    between = tokens[joint + 1 : last.start]
    plain = any(
        token.text == token.low and not among(token.low, words.determiners) for token in between
    )
    return among(tokens[0].low, words.determiners, small_words().opens_pair) and not plain
