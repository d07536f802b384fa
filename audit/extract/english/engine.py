"""Reads an article in English: sentences, their cues, whose words they carry."""

from audit.extract.bylines import lines_before_prose
from audit.extract.datelines import less_datelines
from audit.extract.engine import Reading, introductions
from audit.extract.english.carriers import Carriers
from audit.extract.english.cues.cue import CueKind
from audit.extract.english.cues.passives import find_agents
from audit.extract.english.cues.verbs import find_cues
from audit.extract.english.introduced import introduction
from audit.extract.english.ornaments import without_ornaments
from audit.extract.english.persons.names import Names
from audit.extract.english.quotations.clause import Parsed
from audit.extract.english.quotations.direct import attribute_quotations
from audit.extract.english.statements.indirect import attribute_statements
from audit.extract.english.surnames_of_times import with_surnames_of_times
from audit.extract.facts.found import known_names
from audit.extract.named import Named
from audit.extract.phrase import Phrase
from audit.extract.quotes import find_quotations
from audit.extract.sentences import Sentence, sentences
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, given_names, lexicon
from audit.model import Article


class English:
    """The engine for English."""

    def read(self, article: Article, *, without: frozenset[int]) -> Reading:
        """Reads an article but for the blocks with these numbers."""
        words = lexicon()
        quotations = find_quotations(article)
        read = [
            sentence
            for sentence in without_ornaments(sentences(article, quotations, words), article.text)
            if sentence.block not in without
        ]
        read = list(with_surnames_of_times(less_datelines(read), article.text, words))
        parsed = [_parse(sentence, words) for sentence in read]
        names = known_names(article.text)
        quoted = attribute_quotations(article, quotations, parsed, words, names)
        stated = attribute_statements(article, parsed, quoted, words)
        asides = lines_before_prose(article)
        speakers = Names(read, [_who_say(each, words) for each in parsed], words, asides)
        named = Named(article, words, given_names())

        return Reading(
            claims=[*quoted, *stated],
            sentences=read,
            speakers=speakers,
            outlets=Carriers(article, parsed, words),
            words=words,
            known_names=names,
            titles=speakers.titles,
            introduced=introductions(
                read,
                lambda sentence, number: introduction(article, sentence, number, words, named),
            ),
        )


def _who_say(sentence: Parsed, words: Lexicon) -> list[Phrase]:
    """The subjects of a sentence's verbs of saying: not of 'when Lee asked', 'said Lee asked'."""
    found: list[Phrase] = []
    for cue in sentence.cues:
        subject = cue.subject
        if cue.kind is not CueKind.SAY or subject is None or cue.passive:
            continue
        before = sentence.tokens[subject.start - 1].low if subject.start else ""
        hangs = among(before, words.subordinate, words.opens_first) or before == "as"
        hangs = hangs or before in words.say
        if cue.inverted or not hangs:
            found.append(subject)
    return found


def _parse(sentence: Sentence, words: Lexicon) -> Parsed:
    cues = find_cues(sentence.tokens, words)
    return Parsed(sentence.tokens, sentence.block, cues, find_agents(sentence.tokens, cues, words))
