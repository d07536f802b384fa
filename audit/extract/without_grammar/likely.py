"""Tells which language without a folder a text may be in, by its letters and small words."""

from audit.extract.language import letters_and_words
from audit.languages.extraction.neighbours import spoken
from audit.model import Article

_GROUPS = ("verbs", "last", "subject_verb", "verb_subject", "marked_subject", "joined")
_NEAR = 0.6  # of the small words of the likeliest language
_STRANGE = 0.25  # share of words with letters that a language has not


def likely_languages(article: Article) -> tuple[str, ...]:
    """The codes of the languages whose verbs may be those of an article.

    Several where its small words do not tell: Norwegian shares most with Danish.
    """
    known = {code for group in _GROUPS for code in spoken(group)}
    length, strange, hits = letters_and_words(article)
    possible = sorted(code for code in known if strange.get(code, 0) <= _STRANGE * max(length, 1))
    best = max((hits.get(code, 0) for code in possible), default=0)
    return tuple(code for code in possible if hits.get(code, 0) >= _NEAR * best)
