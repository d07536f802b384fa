"""Who introduces what stands below a paragraph: 'Das Gericht urteilte:', 'Roy a déclaré :'."""

from audit.extract.claims import Claim
from audit.extract.named import Named
from audit.extract.others.carriers import mentions_in
from audit.extract.others.cues import find_cue
from audit.extract.others.grammar.persons import whose
from audit.extract.others.statements.reported import words_span
from audit.extract.sentences import Sentence, Token
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind


def introduction(
    article: Article, sentence: Sentence, number: int, book: Phrasebook, named: Named
) -> Claim | None:
    """The claim, without contents, of the words below a sentence; None where it names nobody."""
    end = sentence.tokens[-1].end
    tokens = [*sentence.tokens, Token(end, end, "Words.", "", 0)]  # as if they stood in it
    cue = find_cue(tokens, len(tokens) - 1, book)
    if cue is None or cue.subject is None:
        return None
    subject = whose(tokens, cue.subject, book)
    if subject is None:
        return None
    spoken = tokens[subject.start : subject.stop]
    if tokens[cue.start].text == ":":
        name = " ".join(token.text for token in spoken)
        outlet = any(mention.end == len(spoken) for mention in mentions_in(spoken, book))
        if not (outlet or named.is_person(name)):
            return None
    return Claim(
        AttributionKind.DIRECT,
        [],
        words_span(article, tokens, range(cue.start, cue.end)),
        words_span(article, tokens, subject),
        sentence.block,
        [number],
    )
