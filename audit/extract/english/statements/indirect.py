"""Finds statements reported without quotation marks: 'said that …', '…, officials said'."""

from collections.abc import Container, Iterator, Mapping, Sequence

from audit.extract.claims import Claim, span
from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import is_of_anybody
from audit.extract.english.grammar.clauses import find_clauses
from audit.extract.english.grammar.phrases import is_adverb, is_put_in
from audit.extract.english.grammar.subjects import meant
from audit.extract.english.labels import is_title, names_a_work
from audit.extract.english.quotations.clause import Parsed
from audit.extract.english.quotations.reported import is_outlet
from audit.extract.english.statements.around_cue import behind_first_statement
from audit.extract.english.statements.carried import around_quotation, carried_by
from audit.extract.english.statements.titles import title_statement
from audit.extract.outlets.gazetteer import triggers
from audit.extract.outlets.mentions import find_mentions
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words
from audit.model import Article, AttributionKind, BlockKind, Span

_FEWEST_WORDS = 3  # of a clause
_PROGRAMME = 12  # tokens of "on Wednesday's broadcast of CNN's “New Day”"
_SECOND = 2
_OWN_WORDS = 2  # of the reporter's, beside a quotation
_BREAKS = frozenset({",", "-", "–", "—", "--", ":"})


def attribute_statements(
    article: Article, parsed: Sequence[Parsed], quoted: Sequence[Claim], words: Lexicon
) -> list[Claim]:
    """A claim for every indirect statement.

    One with quoted words inside is the statement as a whole, beside the quoted words' own claim. A
    cue that carries nothing but a quotation carries no statement.
    """
    used: dict[int, set[int]] = {}
    for claim in quoted:
        if claim.cue is not None:
            used.setdefault(claim.cue.start, set()).update(span.end for span in claim.contents)
    title = title_statement(article, parsed, words)
    return [
        *([] if title is None else [title]),
        *_in_sentences(article, parsed, used, words, first=int(title is not None)),
    ]


def _in_sentences(
    article: Article,
    parsed: Sequence[Parsed],
    used: Mapping[int, set[int]],
    words: Lexicon,
    *,
    first: int,
) -> list[Claim]:
    return [
        claim
        for number, sentence in enumerate(parsed)
        if number >= first and article.blocks[sentence.block].kind is not BlockKind.HEADING
        for claim in _of_sentence(article, sentence, number, used, words)
    ]


def _of_sentence(
    article: Article, sentence: Parsed, number: int, used: Mapping[int, set[int]], words: Lexicon
) -> Iterator[Claim]:
    """The claims of a sentence; ``used`` are the offsets of the cues that carry quotations."""
    tokens = sentence.tokens
    done: list[tuple[Phrase, CueKind]] = []
    statements = list(_statements(sentence, words, used))
    # What a clause of saying closes, it closes with the verbs of saying inside.
    statements.sort(key=lambda found: not _closes_them(found[0], found[2]))
    for cue, subject, whole in statements:
        first = tokens[subject.start].low
        if among(first, small_words().anybody, small_words().nobody) or is_of_anybody(tokens, cue):
            continue  # 'Thanks to whoever posted the list', 'You say it is fine'
        is_used = tokens[cue.start].start in used
        contents = [
            _before_second_verb(
                tokens, _before_next(tokens, content, cue, sentence.cues, words), cue, words
            )
            for content in whole
        ]
        inside = not is_used and _stands_in(cue, done) and not _is_outlet(tokens, subject, words)
        twice = cue.kind is CueKind.NOUN and any(phrase in contents for phrase, _ in done)
        found = (_content(article, tokens, content, words) for content in contents)
        spans = [words_in for words_in in found if words_in is not None]
        stated = bool(spans) and _is_statement(
            tokens, contents, cue, subject, words, is_used=is_used
        )
        if stated or not is_used:
            done.extend((content, cue.kind) for content in contents)
        if stated and not inside and not twice:
            yield Claim(
                AttributionKind.INDIRECT,
                spans,
                _span(article, tokens, Phrase(cue.start, cue.end)),
                _span(article, tokens, subject),
                sentence.block,
                [number],
                _span(article, tokens, meant(tokens, subject, words)),
            )


def _stands_in(cue: Cue, done: Sequence[tuple[Phrase, CueKind]]) -> bool:
    """Whether a cue stands in what a verb of saying carries."""
    return any(cue.start in phrase for phrase, kind in done if kind is CueKind.SAY)


def _closes_them(cue: Cue, contents: Sequence[Phrase]) -> bool:
    """Whether a verb of saying stands behind the words that it carries: '…, the sheriff said'."""
    return cue.kind is CueKind.SAY and not cue.passive and contents[0].start < cue.start


def _is_statement(
    tokens: list[Token],
    contents: Sequence[Phrase],
    cue: Cue,
    subject: Phrase,
    words: Lexicon,
    *,
    is_used: bool,
) -> bool:
    """Whether what a cue carries is a statement of its own.

    ``is_used``: the cue has a quotation too.
    """
    if tokens[cue.start].low in words.view and tokens[subject.stop - 1].low == "you":
        return False  # 'You will have seen that the shop is closed.'
    if cue.lemma in words.asks and any(_requests(tokens, content, words) for content in contents):
        return False
    inside = [token for content in contents for token in tokens[content.start : content.stop]]
    is_used = is_used and not cue.passive
    if all(token.quote < 0 for token in inside) or (
        is_used and _only_programmes(tokens, contents, words)
    ):
        return not is_used
    if cue.passive or sum(token.is_word for token in inside) < _OWN_WORDS:
        return False
    credits_another = cue.kind is CueKind.ACCORDING and not is_used
    return not (credits_another and _is_outlet(tokens, subject, words))


def _requests(tokens: list[Token], content: Phrase, words: Lexicon) -> bool:
    """Whether somebody is asked for words: 'the ministry for comment', 'Lee to comment on it'."""
    return any(
        tokens[at].low in words.requests
        and any(token.low in words.prepositions for token in tokens[max(at - 2, 0) : at])
        for at in content
    )


def _only_programmes(tokens: list[Token], contents: Sequence[Phrase], words: Lexicon) -> bool:
    """Whether all that is quoted in a statement is where it was made: 'said on “The Late Show”'."""
    quoted = [at for content in contents for at in content if tokens[at].quote >= 0]
    return all(is_title(tokens, at) and names_a_work(tokens, at, words) for at in quoted)


def _span(article: Article, tokens: list[Token], phrase: Phrase) -> Span:
    return span(article, tokens[phrase.start].start, tokens[phrase.stop - 1].end)


def _before_next(
    tokens: list[Token], content: Phrase, cue: Cue, cues: Sequence[Cue], words: Lexicon
) -> Phrase:
    """What a cue carries ends where, behind a comma, somebody else begins to speak."""
    content = _before_main_clause(tokens, content, cue, words)
    content = _before_second_deed(tokens, content, cue)
    for other in cues:
        if other.kind is CueKind.ACCORDING and content.start < other.start < content.stop:
            return Phrase(content.start, other.start)
        if other.start <= cue.start or other.subject is None or other.inverted:
            continue
        shared = _shares(tokens, cue, other, words)
        if shared is not None and content.start < shared < content.stop:
            return Phrase(content.start, shared)
        start = other.subject.start
        if tokens[start].low in small_words().who and is_put_in(tokens, start - 1, words):
            continue  # 'He said Lee, who once called it mad, would win'
        if tokens[start - 1].low in small_words().contrasting:
            start -= 1
        joint = _parallel(tokens, cue, other, words)
        if joint is not None and content.start < joint < content.stop:
            return Phrase(content.start, joint)
        if content.start < start < content.stop and tokens[start - 1].text in _BREAKS:
            if tokens[start - 1].text == ":" and other.kind is not CueKind.SAY:
                continue
            reported = tokens[other.start].low in triggers().reports
            closing = other.end >= len(tokens) - 1 and not (
                reported and is_outlet(tokens, other.subject, words)
            )
            second = behind_first_statement(tokens, start, words)
            if second is not None and content.start < second - 1 < start:
                return Phrase(content.start, second - 1)  # ', and wages, he added, are low'
            return content if closing else Phrase(content.start, start - 1)
    return content


def _before_second_deed(tokens: list[Token], content: Phrase, cue: Cue) -> Phrase:
    """What a form in '-ing' carries ends where another joins it: 'kept saying no and shaking'."""
    if content.start < cue.end or not tokens[cue.start].low.endswith("ing"):
        return content
    for at in range(content.start + 1, content.stop - 1):
        joint = tokens[at].low in small_words().coordinating
        if joint and tokens[at + 1].low.endswith("ing") and tokens[at + 1].is_word:
            return Phrase(content.start, at)
    return content


def _parallel(tokens: list[Token], cue: Cue, other: Cue, words: Lexicon) -> int | None:
    """Where a second part of those asked begins to answer: 'half said no and a third said yes'."""
    if cue.subject is None or other.subject is None or other.kind is not CueKind.SAY:
        return None
    joint = other.subject.start - 1
    joint -= joint > 0 and is_adverb(tokens[joint], words)  # 'and nearly half said'
    if tokens[joint].low not in small_words().contrasting:
        return None
    both = _counts(tokens, cue.subject, words) and _counts(tokens, other.subject, words)
    return joint if both else None


def _counts(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    """Whether a subject is a part of those asked: 'a third', 'some', '12 percent'."""
    return any(
        among(token.low, words.numbers, words.stand_alone) or token.low[:1].isdigit()
        for token in tokens[subject.start : subject.stop]
    )


def _before_main_clause(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What an opening clause says ends where the main one begins: 'While he said so, it …'."""
    subject = cue.subject
    if subject is None or subject.start == 0 or content.start < cue.end or cue.inverted:
        return content
    opener = subject.start - 1
    if tokens[opener].low not in words.opens_first:
        return content
    before = tokens[opener - 1] if opener > 0 else None
    if before is not None and before.is_word and not among(before.low, words.joins, words.times):
        return content
    for at in range(content.start + 1, content.stop - 2):
        if tokens[at].text == "," and _is_contracted(tokens, at + 1, words):
            return Phrase(content.start, at)  # 'While he said so, it’s unlikely'
    for clause in find_clauses(tokens[: content.stop], words):
        start = clause.subject.start
        quoted = tokens[start - 1].quote >= 0 and tokens[start - 1].text.endswith(",")
        behind = quoted or tokens[start - 1].text == ","
        if start > content.start and not clause.hangs and behind:
            return Phrase(content.start, start - (not quoted))
    return content


def _is_contracted(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a clause begins with a pronoun and its verb in one: 'it’s', 'they’re'."""
    low = tokens[at].low
    apart = among(low, words.pronouns, words.things) and tokens[at + 1].low == "'s"
    return apart or ("'" in low and low in words.finite and low.partition("'")[0] in words.pronouns)


def _before_second_verb(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a relative clause carries ends before the verb of the clause that it stands in.

    'A study which concluded that coffee is harmless was withdrawn.'
    """
    subject = cue.subject
    if subject is None or content.start < cue.end:
        return content
    if tokens[cue.start].low.endswith("ing") and subject.stop == cue.start:
        return _before_main_verb(tokens, content, words, says=True)  # ', in a poll showing …, told'
    if subject.start == 0 or tokens[subject.start].low not in words.relative:
        return content
    if tokens[subject.start - 1].text == ",":
        return _before_main_verb(tokens, content, words)
    verbs = 0
    for at in range(content.start, content.stop):
        token = tokens[at]
        if among(token.low, words.conjunctions, words.relative) or not token.is_word:
            return content
        if among(token.low, words.be, words.have) and token.low not in small_words().forms_of_be:
            verbs += 1
            before = tokens[at - 1]
            if verbs == _SECOND and not among(before.low, words.auxiliaries, words.pronouns):
                return Phrase(content.start, at)
    return content


def _before_main_verb(
    tokens: list[Token], content: Phrase, words: Lexicon, *, says: bool = False
) -> Phrase:
    """What ', who said …,' carries ends where, behind its comma, the sentence's verb stands.

    ``says``: only a verb of saying is taken for it.
    """
    for at in range(content.start + 1, content.stop - 1):
        quoted = tokens[at].quote >= 0 and tokens[at].text.endswith(",")
        if tokens[at].text != "," and not quoted:
            continue
        verb = at + 1
        while verb < content.stop - 1 and is_adverb(tokens[verb], words):
            verb += 1
        token = tokens[verb]
        if says and token.low not in words.say:
            continue
        if token.text == token.low and (
            among(token.low, words.finite, words.past)
            or (words.is_verb(token.low) and not token.low.endswith("ing"))
        ):
            return Phrase(content.start, at + quoted)
    return content


def _shares(tokens: list[Token], cue: Cue, other: Cue, words: Lexicon) -> int | None:
    """Where a statement ends after which its speaker goes on: 'and vowed …', ', adding that …'."""
    if cue.subject is None or other.subject != cue.subject or other.start <= cue.end:
        return None
    before = tokens[other.start - 1]
    at = other.start - 1
    if at > cue.end + 1 and tokens[at].low in small_words().negations:
        at -= 1  # 'but did not suggest'
        at -= tokens[at].low in words.finite
    if tokens[at].low in small_words().coordinating:
        return at - 1 if tokens[at - 1].text == "," else at
    if other.lemma and tokens[other.start].low.endswith("ing") and before.text == ",":
        return other.start - 1
    return None


def _is_outlet(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    return any(
        subject.start <= mention.start < subject.stop for mention in find_mentions(tokens, words)
    )


def _content(article: Article, tokens: list[Token], content: Phrase, words: Lexicon) -> Span | None:
    start, end = content.start, content.stop
    while start < end and not (tokens[start].is_word or tokens[start].quote >= 0):
        start += 1
    end = _before_programme(tokens, start, end, words)
    while end > start and tokens[end - 1].text in {".", ",", ";", "—", "–", ":"}:
        end -= 1
    if start >= end:
        return None
    return span(article, tokens[start].start, tokens[end - 1].end)


def _before_programme(tokens: list[Token], start: int, end: int, words: Lexicon) -> int:
    """Where a statement ends that is followed by where it was made.

    "… on Wednesday's “New Day”".
    """
    last = end
    while last > start and not (tokens[last - 1].is_word or tokens[last - 1].quote >= 0):
        last -= 1
    if last - start < _FEWEST_WORDS or tokens[last - 1].quote < 0:
        return end
    if not (is_title(tokens, last - 1) and names_a_work(tokens, last - 1, words)):
        return end
    for at in range(last - 2, max(start + _FEWEST_WORDS, last - _PROGRAMME), -1):
        if tokens[at].low in small_words().programmes:
            return at
    return end


def _statements(
    sentence: Parsed, words: Lexicon, used: Mapping[int, Container[int]]
) -> Iterator[tuple[Cue, Phrase, list[Phrase]]]:
    tokens = sentence.tokens
    for agent in sentence.agents:
        yield agent.cue, agent.subject, [agent.complement]
    for cue in sentence.cues:
        if cue.subject is None:
            continue
        contents = carried_by(tokens, cue, cue.subject, words)
        if not contents and tokens[cue.start].start in used:
            contents = around_quotation(sentence, cue, words, used[tokens[cue.start].start])
        if contents:
            yield cue, cue.subject, contents
