"""Whether a name that stands alone is a person's: by what the page has before it elsewhere.

'Obama said' names a person, 'Reuters said' does not, and neither word tells which. A page that
has 'President Obama' or 'Barack Obama' does.
"""

from functools import cache

from audit.languages.comparison.comparing import comparing
from audit.languages.extraction.english import LANGUAGE, given_names, lexicon
from audit.languages.extraction.phrasebook import languages, phrasebook
from audit.match.prepared.source import Prepared
from audit.match.speakers.voices import plain_letters

_SHORTEST = 3  # letters of a surname
_LONGEST = 30  # characters of the word before it
_MOST_LOOKS = 200  # at places that have a name
_INITIAL = 2  # characters: 'Carlton W. Reeves'
_COURTESY = "Mr"  # in any language: only that one is there is asked for


def is_surname_alone(name: str) -> bool:
    """Whether a name is one capitalised word that may be a person's last one."""
    is_word = name.replace("-", "").replace("'", "").replace("’", "").isalpha()
    is_name = name[:1].isupper() and len(name) >= _SHORTEST and not name.isupper()
    return is_word and is_name and name.casefold() not in comparing().group_words


def as_person(name: str, source: Prepared) -> str:
    """A surname alone with the given name that a page has before it, or with a courtesy title.

    The title is for that which the page has: 'Governor Brown' is a person, as 'Mr Brown' is. As it
    is where the page has neither, or the name is not one word.
    """
    if not is_surname_alone(name):
        return name
    text, titles, is_titled = source.page.text, _titles(source.language), False
    at = text.find(name)
    for _ in range(_MOST_LOOKS):
        if at < 0:
            break
        end = at + len(name)
        if not text[end : end + 1].isalnum():
            words = text[max(at - _LONGEST, 0) : at].replace("\u00a0", " ").split(" ")[:-1]
            if words and len(words[-1]) == _INITIAL and words[-1].endswith("."):
                del words[-1]
            before = words[-1].strip("“„\"'(") if words else ""
            if before[:1].isupper() and is_given(before):
                return f"{before} {name}"
            is_titled = is_titled or before.rstrip(".").casefold() in titles
        at = text.find(name, end)
    return f"{_COURTESY} {name}" if is_titled else name


def is_given(word: str) -> bool:
    """Whether a word is known as a given name: 'SHERIFF OSTROW' is a title before one."""
    return word.casefold() in given_names() or plain_letters(word) in given_names()


@cache
def _titles(language: str | None) -> frozenset[str]:
    """The titles of a language that stand before a person's name, and those of courtesy of all."""
    known = language in languages() and language != LANGUAGE
    words = phrasebook(language).words if known and language else lexicon()
    return words.titles | comparing().courtesy
