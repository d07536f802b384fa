"""Which of the persons that a sentence names speak in it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from audit.extract.english.persons.named import Mention, Named, Rank
from audit.extract.english.persons.runs import is_honour
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_VERB_BEHIND = 8  # tokens of a name and the verb behind it


class Read(NamedTuple):
    """A sentence with the names found in it.

    ``is_headline``: it is the title of its article; ``is_aside``: a line such as its byline.
    """

    tokens: list[Token]
    found: list[Named]
    is_headline: bool
    is_aside: bool


def speaker_at(
    phrase: Phrase, found: Sequence[Named], tokens: list[Token], words: Lexicon
) -> int | None:
    """Where the name begins that is the head of a subject: not in 'an aide to Lee'."""
    stop = next(
        (i for i in range(phrase.start + 1, phrase.stop) if tokens[i].low in words.prepositions),
        phrase.stop,
    )
    inside = [each.run for each in found if phrase.start <= each.run.start < stop]
    if len(inside) > 1 and any(
        tokens[at].low in small_words().joins_subjects
        for at in range(inside[-2].stop, inside[-1].start)
    ):
        return None  # 'Lee and Roy said it was over. “…,” he said'
    behind = tokens[inside[-1].stop : stop] if inside else []
    return inside[-1].first if inside and all(map(is_honour, behind)) else None  # 'Ann Lee KC'


def single_names(
    read: Sequence[Read], said: Sequence[Sequence[Phrase]], words: Lexicon
) -> frozenset[str]:
    """The names of one word that a sentence of the article has speaking."""
    found: set[str] = set()
    for each, phrases in zip(read, said, strict=True):
        speaking = {speaker_at(phrase, each.found, each.tokens, words) for phrase in phrases}
        found.update(
            named.name
            for named in each.found
            if " " not in named.name and named.run.first in speaking
        )
    return frozenset(found)


def who_answers(
    mention: Mention, all_of: Sequence[Mention], tokens: list[Token], words: Lexicon
) -> Mention:
    """A mention less its rank where it asks another: 'Lee asked Orr why' has either speak next."""
    if mention.rank is not Rank.SPEAKER:
        return mention
    behind = range(mention.at, min(mention.at + _VERB_BEHIND, len(tokens)))
    verb = next((at for at in behind if tokens[at].low in words.say), None)
    if verb is None or words.say[tokens[verb].low] not in words.asks:
        return mention
    asked = any(each.at > verb and not each.person.is_group for each in all_of)
    return replace(mention, rank=Rank.PASSING) if asked else mention
