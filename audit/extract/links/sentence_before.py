"""Finds the one link of the sentence before that has what its person says next.

'She gave [an interview](url) to the BBC. “…,” she said.' has the words there; 'She was named in [a
lawsuit](url). “…,” she said' has not: nothing says that the document is hers.
"""

import re
from functools import cached_property

from audit.extract.claims import Claim
from audit.extract.engine import Reading
from audit.extract.links.asked import is_on_asking
from audit.extract.links.leads import Lead, Leads
from audit.extract.links.occasions import is_another_occasion
from audit.extract.links.told_here import is_told_here
from audit.extract.outlets.gazetteer import triggers
from audit.extract.places import links_between
from audit.extract.sentences import Sentence
from audit.languages.common import among
from audit.languages.extraction.english import lexicon
from audit.languages.extraction.linking import Linking
from audit.languages.extraction.set_apart import words as set_apart
from audit.model import Article, Link, LinkRole, Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NAMED = re.compile(
    r"(?<=[^\W\d_][ ,])\s?((?=[^\W\d_a-z])[^\W\d_][\w’'-]{1,40})"
)  # no sentence's first
_GENITIVE = re.compile(r"[’']s?$")
_OPENING = 3  # words that a document has before it where the sentence begins with it
_BEHIND = 3  # words behind it: 'the transcript of his evidence'
_NEAR = 4  # words between 'his' and the document: 'his long final report'


class SentenceBefore:
    """The links of one article that the next sentence's words may stand behind."""

    def __init__(self, article: Article, reading: Reading, known: Linking) -> None:
        self._article = article
        self._reading = reading
        self._known = known
        self._leads = Leads(article, reading.words, known)

    @cached_property
    def _speaks(self) -> dict[int, set[str]]:
        """The names of those who say something in each sentence that has such words."""
        found: dict[int, set[str]] = {}
        for claim in self._reading.claims:
            asks = claim.cue is not None and claim.cue.text.lower() in triggers().asks
            for number in () if asks else claim.sentences:
                found.setdefault(number, set()).add(self._name(claim))
        return found

    def of(self, claim: Claim) -> int | None:
        """The number of the link that has a claim's words, None where none is sure."""
        sentences = self._reading.sentences
        first, name = min(claim.sentences, default=0), self._name(claim)
        if first == 0 or not name or sentences[first - 1].block != sentences[first].block:
            return None
        before, last = sentences[first - 1], sentences[max(claim.sentences)]
        if not self._speaks.get(first - 1, set()) <= {name, ""}:
            return None
        start, end = sentences[first].tokens[0].start, last.tokens[-1].end
        if links_between(self._article, start, end):
            return None
        links = links_between(self._article, before.tokens[0].start, before.tokens[-1].end)
        if len({link.url for link in links}) != 1 or links[0].role is not LinkRole.SOURCE:
            return None
        if is_told_here(self._article, start, end, claim.contents):
            return None
        if is_another_occasion(sentences[first], self._reading.words, self._known):
            return None
        named = claim.named is not None and self._is_named(claim.named, name, before, links[0])
        theirs = named and self._is_theirs(links[0], before)
        theirs = theirs or self._is_written_there(claim, links[0])
        return self._article.links.index(links[0]) if theirs else None

    def _is_written_there(self, claim: Claim, link: Link) -> bool:
        """Whether 'they wrote' is of who did so in a document: 'described it in [a filing](url)'.

        By a verb of writing alone: what is said may be said of the document.
        """
        if claim.cue is None or claim.named is None:
            return False
        writes = claim.cue.text.lower().split()[-1] in self._known.shown
        pronoun = among(claim.named.text.lower(), self._reading.words.pronouns)
        on = _WORD.findall(self._article.text[link.start : link.end].lower())
        place = self._leads.of(link) is Lead.PLACE and any(map(self._is_document, on))
        return writes and pronoun and place

    def after(self, claim: Claim) -> int | None:
        """The number of the link on the speaker's own document in the sentence after.

        'His [full testimony](url) runs to 40 pages', or 'The [full statement](url) is here'.
        """
        sentences = self._reading.sentences
        number = max(claim.sentences, default=len(sentences)) + 1
        if number >= len(sentences) or claim.named is None or number in self._speaks:
            return None
        sentence = sentences[number]
        if sentence.block != sentences[number - 1].block:
            return None
        links = links_between(self._article, sentence.tokens[0].start, sentence.tokens[-1].end)
        if len({link.url for link in links}) != 1 or links[0].role is not LinkRole.SOURCE:
            return None
        on = [
            word.lower()
            for word in _WORD.findall(self._article.text[links[0].start : links[0].end])
        ]
        document = next((at for at, word in enumerate(on) if word in self._known.documents), None)
        if document is None or self._leads.of(links[0]) is Lead.ABOUT:
            return None
        ahead = [token.low for token in sentence.tokens if token.end <= links[0].start]
        near = [*ahead[-_NEAR:], *on[:document], *on[document + 1 : document + 1 + _BEHIND]]
        whose = (self._known.possessives, set_apart("whole"))
        theirs = len(ahead) <= _NEAR and any(among(word, *whose) for word in near)
        return self._article.links.index(links[0]) if theirs else None

    def _name(self, claim: Claim) -> str:
        return self._reading.speakers.resolve(claim.named) if claim.named is not None else ""

    def _is_theirs(self, link: Link, before: Sentence) -> bool:
        """Whether they give the document, speak there, or it is called theirs."""
        known, words = self._known, self._reading.words
        named = self._article.text[link.start : link.end]
        if is_on_asking(named):
            return True
        if self._leads.of(link) is Lead.ABOUT:
            return False
        on = [word.lower() for word in _WORD.findall(named)]
        ahead = [token.low for token in before.tokens if token.is_word and token.end <= link.start]
        if self._is_done(ahead, on):
            return False
        if any(
            among(word, known.gives)
            or (words.say.get(word) is not None and not self._is_document(word))
            for word in on
        ):
            return True
        document = next((at for at, word in enumerate(on) if self._is_document(word)), None)
        if document is None:
            told = bool(ahead) and (
                words.say.get(ahead[-1]) is not None or ahead[-1] in known.gives
            )
            return told or any(among(word, known.events) for word in ahead[-_NEAR:])
        if on[document] in known.events:
            return True
        near = [*ahead[-_NEAR:], *on[:document]]
        opens = len(ahead) <= _OPENING and among((ahead or on)[0], words.link_before)
        return opens or any(among(word, known.possessives, known.gives) for word in near)

    def _is_done(self, ahead: list[str], on: list[str]) -> bool:
        """Whether a link stands on what somebody else said of them: 'she was [charged](url)'."""
        if self._reading.known_names is None:
            return False  # the words are English ones
        be, done, *_ = [*ahead[-1:], *on, "", ""]
        if not among(be, lexicon().be):  # 'was' may be part of the link
            be, done, *_ = [*on, "", ""]
        says = self._reading.words.say.get(done) is not None and not done.endswith("ing")
        is_done = says or done.endswith("ed")
        return among(be, lexicon().be) and is_done and not among(done, self._known.gives)

    def _is_document(self, word: str) -> bool:
        ends = self._known.document_ends
        return among(word, self._known.documents, self._known.events) or word.endswith(ends)

    def _is_named(self, named: Span, name: str, before: Sentence, link: Link) -> bool:
        """Whether a sentence names who speaks in the next one: in full, or as 'her', 'she'.

        So it does where they are who the paragraph named last: 'At his [press conference] he was'.
        """
        last = name.rsplit(maxsplit=1)[-1].casefold()
        told = [token for token in before.tokens if token.is_word]
        if any(_GENITIVE.sub("", token.text).casefold() == last for token in told):
            return True
        pronoun = among(named.text.lower(), self._reading.words.pronouns, self._known.possessives)
        block = self._article.blocks[before.block]
        above = _NAMED.findall(self._article.text, block.start, link.start)
        known = bool(above) and _GENITIVE.sub("", above[-1]).casefold() == last
        return (pronoun or known) and any(
            among(token.low, self._reading.words.pronouns, self._known.possessives)
            for token in told
            if token.end <= link.end
        )
