"""Tells companies from the people whom they hire: 'Halvex appointed Ann Bello'."""

from audit.extract.english.persons.named import Named, Rank
from audit.extract.sentences import Token
from audit.languages.extraction.english import PersonWords


def without_employers(tokens: list[Token], found: list[Named], persons: PersonWords) -> list[Named]:
    """The names with employers behind those whom they employ: 'Halvex appointed Ann Bello'.

    What nothing tells to be a person is mostly a company there, and none where a person follows.
    """
    for number, named in enumerate(found):
        stop = named.run.stop
        if named.rank is not Rank.SUBJECT or named.is_person or stop >= len(tokens):
            continue
        if tokens[stop].low in persons.employs:
            sure = any(other.is_person for other in found[number + 1 :])
            found[number] = named._replace(rank=Rank.HIDDEN if sure else Rank.PASSING)
            found[number + 1 :] = [
                other
                if sure or other.rank is not Rank.SUBJECT
                else other._replace(rank=Rank.PASSING)
                for other in found[number + 1 :]
            ]
    return found
