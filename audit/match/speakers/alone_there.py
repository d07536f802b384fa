"""Whether a paragraph of a source leaves no doubt who says words that it gives to a pronoun.

'Orgelbauer Tilman Rasch hält eine Restaurierung für möglich. „…“, sagt er.' names one person before
the words, and nobody else: 'er' is that person.
"""

import re
from collections.abc import Iterator

from audit.languages.comparison.comparing import comparing
from audit.match.speakers.voices import capitalised_runs, person_names
from audit.model import Page, Place

_FAR = 600  # characters before words in which who says them is named
_BEHIND = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PIECE = re.compile(r"[^,;:.!?“”„«»\"()\n—–]+")


def is_alone_there(name: str, place: Place, page: Page) -> bool:
    """Whether the paragraph of a passage names its speaker before it, and no other person.

    Two capitalised words may be a person's name, but where they are part of the speaker's. One who
    speaks for others may have read their words.
    """
    own = person_names(name)
    if not own:
        return False
    first = page.text.rfind("\n", max(place.start - _FAR, 0), place.start) + 1
    if first == 0 < place.start - _FAR:
        return False
    before = page.text[first : place.start]
    around = _WORD.findall(f"{before} {page.text[place.end : place.end + _BEHIND]}".casefold())
    named = list(_named(before, own[-1], page.language))
    return (
        bool(named)
        and all(own[-1] in names for names in named)
        and comparing().speaks_for.isdisjoint(around)
    )


def _named(text: str, surname: str, language: str | None) -> Iterator[tuple[str, ...]]:
    """The names of two capitalised words and more, of anybody or anything but a group.

    So is the speaker's surname alone, and in English any other word with a capital that begins no
    sentence: it may be somebody's surname, too.
    """
    groups = comparing().group_words
    for piece in _PIECE.findall(text):
        begins = True
        for run in capitalised_runs(piece):
            is_alone = run == [surname] or (
                language in (None, "en") and not begins and not piece.lstrip().startswith(run[0])
            )
            begins = False
            if (len(run) > 1 or is_alone) and groups.isdisjoint(word.casefold() for word in run):
                yield tuple(run)
