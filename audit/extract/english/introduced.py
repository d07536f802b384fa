"""Who introduces what stands below a paragraph: 'The court held:', 'Lee wrote in a statement:'."""

from audit.extract.claims import Claim, span
from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.passives import find_agents
from audit.extract.english.cues.verbs import find_cues
from audit.extract.english.grammar.forms import is_person_word
from audit.extract.english.grammar.subjects import meant
from audit.extract.english.quotations.clause import Parsed, Tie
from audit.extract.english.quotations.own_sentence import find_tie
from audit.extract.named import Named
from audit.extract.outlets.mentions import find_mentions
from audit.extract.phrase import Phrase
from audit.extract.sentences import Sentence, Token
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words
from audit.model import Article, AttributionKind

_VERB = 2  # words: 'had received'
_FULL, _LONGEST_NAME = 2, 3  # words of a name
_SAYS = frozenset({CueKind.SAY, CueKind.ACCORDING, CueKind.NOUN, CueKind.VIEW})


def introduction(
    article: Article, sentence: Sentence, number: int, words: Lexicon, named: Named
) -> Claim | None:
    """The claim, without contents, of the words below a sentence; None where it names nobody."""
    end = sentence.tokens[-1].end
    tokens = [*sentence.tokens, Token(end, end, "Words.", "", 0)]  # as if they stood in it
    cues = find_cues(tokens, words)
    parsed = Parsed(tokens, sentence.block, cues, find_agents(tokens, cues, words))
    tie = find_tie(parsed, len(tokens) - 1, words)
    if tie is None or tie.cue.kind is CueKind.COLON:
        document = _document(cues)
        theirs = document is not None and (
            tokens[document.subject.start].low in small_words().possessives
        )
        tie = tie if theirs and tie is not None else document or tie  # 'Lee, in her letter:'
    if tie is None or not _says(tokens, tie.cue, tie.subject, words, named):
        return None

    def over(phrase: Phrase) -> tuple[int, int]:
        return tokens[phrase.start].start, tokens[phrase.stop - 1].end

    subject = span(article, *over(tie.subject))
    cue = span(article, *over(Phrase(tie.cue.start, tie.cue.end)))
    claim = Claim(AttributionKind.DIRECT, [], cue, subject, sentence.block, [number])
    claim.meant = span(article, *over(meant(tokens, tie.subject, words)))
    return claim


def _document(cues: list[Cue]) -> Tie | None:
    """Whose document is announced: 'Lee’s statement in full:'."""
    for cue in cues:
        if cue.kind is CueKind.NOUN and cue.subject is not None:
            return Tie(cue, cue.subject)
    return None


def _says(tokens: list[Token], cue: Cue, subject: Phrase, words: Lexicon, named: Named) -> bool:
    """Whether a cue is one of saying: 'The recipe is simple:' is none, nor is 'Shopping List:'."""
    spoken = tokens[subject.start : subject.stop]
    name = " ".join(token.text for token in spoken)
    if cue.kind is CueKind.COLON:
        mentions = find_mentions(spoken, words)
        return named.is_person(name) or any(mention.end == len(spoken) for mention in mentions)
    if cue.kind is CueKind.SAY and not words.is_verb(tokens[cue.start].low):
        if _comes_to(tokens, subject):
            return False
        return (  # 'The judge is blunt:'
            named.is_person(name)
            or is_person_word(spoken[-1], words)
            or _is_one_person(tokens, subject, words)
        )
    asked_how = cue.kind is CueKind.LABEL and _is_how(tokens, subject)
    return asked_how or cue.kind in _SAYS


def _comes_to(tokens: list[Token], subject: Phrase) -> bool:
    """Whether somebody has words of others before them: 'Lee received this email:'."""
    behind = tokens[subject.stop : subject.stop + _VERB]
    return any(token.low in small_words().receiving for token in behind)


def _is_one_person(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    """Whether a subject is plainly one person, by whatever name: 'engineer Teun Brouwer', 'she'."""
    spoken = tokens[subject.start : subject.stop]
    if len(spoken) == 1:
        return spoken[0].low in small_words().one_person
    if not all(token.is_name for token in spoken[-_FULL:]):
        return False
    ahead = spoken[:-_FULL]
    if ahead and is_person_word(ahead[-1], words):
        return True
    return subject.start > 0 and len(spoken) <= _LONGEST_NAME and all(t.is_name for t in spoken)


def _is_how(tokens: list[Token], subject: Phrase) -> bool:
    """Whether words show how somebody puts it: 'Here is how Lee describes it:'."""
    return subject.start > 0 and tokens[subject.start - 1].low in small_words().shows_manner
