"""Finds outlets by the forms their names take in other languages than English: 'au Monde'."""

from collections.abc import Iterator, Sequence

from audit.extract.claims import Carried, Claim
from audit.extract.outlets.gazetteer import known_names, triggers
from audit.extract.outlets.mentions import Mention, find_mentions
from audit.extract.sentences import Sentence, Token
from audit.extract.shared_sentences import Reach, is_within
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, Outlet, Span

_MARKS = frozenset("«»„“”\"‚‘’'")
_BREAKS = frozenset({",", "—", "–", "-"})
_LONGEST_NAME = 4  # words
_FULL_NAME = 2  # words


def mentions_in(tokens: Sequence[Token], book: Phrasebook) -> list[Mention]:
    """The outlets that a sentence names outside its quotations, in order."""
    nominative = [_nominative(token, book) for token in tokens]
    found = [
        mention._replace(start=mention.start + (tokens[mention.start].low in book.contracted))
        for mention in find_mentions(nominative, book.words)
    ]
    if any(_is_inside_name(tokens, at, book) for at in range(1, len(tokens) - 1)):
        whole = [m for m in find_mentions(tokens, book.words) if m.end - m.start > _FULL_NAME]
        held = {at for mention in whole for at in range(mention.start, mention.end)}
        found = [each for each in found if each.start not in held] + whole
    found.extend(_elided(tokens, book))
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    found.extend(
        between
        for at, token in enumerate(nominative)
        if token.text in _MARKS
        and at + 1 not in taken
        and (between := _between_marks(nominative, at + 1, book)) is not None
    )
    taken |= {at for mention in found for at in range(mention.start, mention.end)}
    found.extend(
        articled
        for at, token in enumerate(nominative)
        if token.low in book.determiners
        and at not in taken
        and (articled := _articled(nominative, at)) is not None
    )
    return sorted(found, key=lambda mention: mention.start)


def _is_inside_name(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether what holds an article stands between capitals: 'La Voix du Nord', 'Roy au Monde'."""
    contracted = tokens[at].low in book.contracted
    return contracted and tokens[at - 1].is_name and tokens[at + 1].is_name


def _elided(tokens: Sequence[Token], book: Phrasebook) -> Iterator[Mention]:
    """The outlets whose elided article is in their name: 'L’Équipe', 'dans L’Express'."""
    for at in range(len(tokens) - 1):
        article = tokens[at].text
        if tokens[at].low.replace("'", "’").rstrip("’") not in book.elided or len(article) > 2:
            continue
        word = f"{article.upper()}{tokens[at + 1].text}"
        for name in known_names().get(word, ()):
            if name.words == (word,):
                yield Mention(at, at + 2, name.outlet)
                break


def _articled(tokens: Sequence[Token], at: int) -> Mention | None:
    """An outlet whose article is in its name, beside a verb of outlets: 'berichtet die Zeit'."""
    for name in known_names().get(tokens[at].low.capitalize(), ()):
        end = at + len(name.words)
        if tuple(token.text for token in tokens[at + 1 : end]) != name.words[1:]:
            continue
        beside = (*tokens[max(at - 1, 0) : at], *tokens[end : end + 1])
        if any(token.low in triggers().reports | triggers().quotes for token in beside):
            return Mention(at, end, name.outlet)
    return None


def _between_marks(tokens: Sequence[Token], start: int, book: Phrasebook) -> Mention | None:
    for end in range(start + 1, min(start + _LONGEST_NAME + 1, len(tokens))):
        if tokens[end].text in _MARKS:
            outlet = outlet_called(" ".join(token.text for token in tokens[start:end]), book)
            return Mention(start, end, outlet) if outlet is not None else None
    return None


def outlet_called(name: str, book: Phrasebook) -> Outlet | None:
    """The outlet whose name is what stands between quotation marks, in whatever case."""
    words = [book.declined.get(word, word) for word in name.split()]
    quoted = Token(0, 0, " ".join(words), "", 0)
    found = find_mentions([quoted], book.words)
    return found[0].outlet if found else None


class Carriers:
    """The outlets that an article names, sentence by sentence."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], book: Phrasebook) -> None:
        self._article = article
        self._sentences = sentences
        self._book = book
        self._mentions: dict[int, list[Mention]] = {}

    def of(self, claim: Claim, reach: Reach) -> Carried | None:
        """The outlet that carried a claim's words, None where no outlet did."""
        if claim.speaker is None:
            return None
        for number in dict.fromkeys(claim.sentences):
            tokens = self._sentences[number].tokens
            mention = self._carrier(number, claim, claim.speaker, reach)
            if mention is not None:
                start, end = tokens[mention.start].start, tokens[mention.end - 1].end
                name = Span(start, end, self._article.text[start:end])
                was_told = _listens(tokens, mention, claim.cue, self._book)
                return Carried(mention.outlet, name, was_told)
        return None

    def sentences_without_outlets(self) -> list[Sentence]:
        """The sentences without the names of outlets: what is left may name persons."""
        left: list[Sentence] = []
        for number, (tokens, block) in enumerate(self._sentences):
            taken = {
                at
                for mention in self._in_sentence(number)
                for at in range(mention.start, mention.end)
            }
            kept = [token for at, token in enumerate(tokens) if at not in taken]
            left.append(Sentence(kept, block))
        return left

    def _in_sentence(self, number: int) -> list[Mention]:
        if number not in self._mentions:
            self._mentions[number] = mentions_in(self._sentences[number].tokens, self._book)
        return self._mentions[number]

    def _carrier(self, number: int, claim: Claim, speaker: Span, reach: Reach) -> Mention | None:
        tokens = self._sentences[number].tokens
        others: list[Mention] = []
        for mention in self._in_sentence(number):
            start, end = tokens[mention.start].start, tokens[mention.end - 1].end
            inside = speaker.start <= start < speaker.end
            closing = speaker.text[-1] in _MARKS
            if (
                inside
                and end >= speaker.end - closing
                and self._is_itself(tokens, mention, speaker)
            ):
                return mention  # the outlet itself speaks: 'selon l’AFP'
            if not inside and is_within(start, reach):
                others.append(mention)
        cue_end = claim.cue.end if claim.cue is not None else speaker.end
        behind = next((i for i, token in enumerate(tokens) if token.start >= cue_end), len(tokens))
        return _outlet_told(tokens, others, behind, self._book)

    def _is_itself(self, tokens: Sequence[Token], mention: Mention, speaker: Span) -> bool:
        """Whether a speaker is an outlet, or what it tells: 'une enquête de Libération'."""
        if _words_before(tokens, mention, speaker) <= 1:
            return True
        before = [token.low for token in tokens[: mention.start] if token.start >= speaker.start]
        return before[-1] in self._book.joining and any(low in self._book.places for low in before)


def _before(tokens: Sequence[Token], mention: Mention, book: Phrasebook) -> int:
    at = mention.start - 1
    while at >= 0 and (tokens[at].text in _MARKS or tokens[at].low in book.named):
        at -= 1
    return at


def _listens(tokens: Sequence[Token], mention: Mention, cue: Span | None, book: Phrasebook) -> bool:
    """Whether the outlet is the verb's own listener.

    'sagte er der BBC', not 'im Interview mit der BBC'.
    """
    at = _before(tokens, mention, book)
    while at >= 0 and tokens[at].low in book.determiners:
        at -= 1
    if cue is None or at < 0 or tokens[mention.start].start < cue.end:
        return False
    between = [token for token in tokens[: at + 1] if token.start >= cue.end]
    leads = book.carries - triggers().dative
    return not any(token.low in leads or token.text == "," for token in between)


def _words_before(tokens: Sequence[Token], mention: Mention, speaker: Span) -> int:
    return sum(token.start >= speaker.start for token in tokens[: mention.start])


def _outlet_told(
    tokens: Sequence[Token], mentions: Sequence[Mention], cue_end: int, book: Phrasebook
) -> Mention | None:
    """The outlet that was told the words: 'sagte er der BBC', 'в интервью «Интерфаксу»'.

    ``cue_end`` is the index behind the cue of the words.
    """
    for mention in mentions:
        at = _before(tokens, mention, book)
        if at < 0:
            continue
        if mention.start >= cue_end and (at < cue_end or _is_dative(tokens, mention, book)):
            return mention
        if tokens[at].low in book.carries or tokens[at].low in book.listeners:
            return mention
        if tokens[at].low in book.sources:
            return mention  # 'источник ТАСС'
        if tokens[at].low in book.joining and at > 0 and tokens[at - 1].low in book.listeners:
            return mention  # 'au micro d’Europe 1'
        if _reports(tokens, mention, at, book):
            return mention
        behind_listener = at > 0 and tokens[at - 1].low in book.carries
        if tokens[at].low in book.determiners and behind_listener:
            return mention
    return None


def _is_dative(tokens: Sequence[Token], mention: Mention, book: Phrasebook) -> bool:
    """Whether a name's own ending says that its outlet is told: 'сказал Петров «Известиям»'."""
    last = tokens[mention.end - 1]
    return last.text in book.declined and last.low.endswith(book.dative_ends)


def _reports(tokens: Sequence[Token], mention: Mention, at: int, book: Phrasebook) -> bool:
    """Whether an outlet is cited behind words: ', selon Le Monde', ', wie die Zeit berichtet'.

    ``at`` is the index before its name.
    """
    while at >= 0 and tokens[at].low in book.determiners:
        at -= 1
    if at < 0:
        return False
    at -= at > 0 and tokens[at - 1].low in triggers().quotes  # 'zitiert ihn das Tagblatt'
    cites = tokens[at].low in triggers().leads or any(
        tuple(token.low for token in tokens[at + 1 - len(phrase) : at + 1]) == phrase
        for phrases in book.according.values()
        for phrase in phrases
    )
    if cites:
        return True
    following = tokens[mention.end].low if mention.end < len(tokens) else ""
    if tokens[at].low in book.like:
        return following in book.say
    return at > 0 and tokens[at].low in book.say and tokens[at - 1].text in _BREAKS


def _nominative(token: Token, book: Phrasebook) -> Token:
    form = book.declined.get(token.text) or book.contracted.get(token.low)
    return token if form is None else token._replace(text=form, low=form.lower())
