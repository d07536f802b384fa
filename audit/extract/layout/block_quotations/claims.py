"""Claims of an article's block quotations: of who signs or introduces them, or of nobody."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from audit.extract.claims import Claim, span
from audit.extract.engine import Reading
from audit.extract.layout.block_quotations.block_quotes import BlockQuote, BlockQuotes
from audit.extract.layout.block_quotations.leading_up import LeadingUp, LedUp
from audit.extract.layout.block_quotations.signatures import Signature
from audit.extract.layout.figures import has_figure
from audit.extract.places import links_between
from audit.extract.sentences import Sentence, last_sentence
from audit.languages.common import among
from audit.languages.extraction.linking import Linking
from audit.model import Article, AttributionKind, LinkRole

_WORD = re.compile(r"\w+")


def claims_of(
    quotes: BlockQuotes,
    article: Article,
    reading: Reading,
    leading: LeadingUp,
    known: Linking,
) -> Iterator[Claim]:
    """A claim for every block quotation: of who signs it, introduces it, or of nobody."""
    above: tuple[BlockQuote, Claim] | None = None
    for quote in quotes.found:
        claim = _claim_of(quote, article, reading, leading, known)
        if above is not None and _goes_on(quote, claim, above[0]):
            _take_from(claim, above[1])
        above = quote, claim
        if quote.signature is None:
            yield from _by_turns(claim, leading)
        else:
            yield claim


def _goes_on(quote: BlockQuote, claim: Claim, above: BlockQuote) -> bool:
    """Whether a quotation of nobody goes on with the one right above, which a line introduces."""
    alone = claim.kind is AttributionKind.UNATTRIBUTED and quote.signature is None
    told_above = above.signature is None and not (quote.quiet or above.quiet)
    return alone and told_above and min(quote.blocks) - max(above.blocks) == 1


def _take_from(claim: Claim, above: Claim) -> None:
    claim.kind, claim.cue, claim.speaker = above.kind, above.cue, above.speaker
    claim.meant, claim.carried, claim.cited = above.meant, above.carried, above.cited
    claim.sentences = list(above.sentences)


def _claim_of(
    quote: BlockQuote, article: Article, reading: Reading, leading: LeadingUp, known: Linking
) -> Claim:
    """Who says the words of a block quotation, and the addresses that are given for them."""
    claim = Claim(AttributionKind.UNATTRIBUTED, list(quote.contents), None, None, min(quote.blocks))
    cited = _addresses(quote, article)
    number = None
    if quote.below is not None:
        introduced, led_up = _introduction(quote, quote.below, reading, leading)
        _take_introduction(claim, introduced, led_up)
        if not cited:
            says = introduced is not None and _is_said(introduced, reading)
            cited = _above(article, reading, quote.below, known, spoken=says)
        if not cited and led_up is not None and led_up.url is not None:
            cited = (led_up.url,)
        number = _marked_above(article, reading, quote)
    if not cited and not quote.quiet:
        cited = _cited_below(article, reading, max(quote.blocks) + 1, known)
    if quote.signature is not None:
        _take_signature(claim, quote.signature)
    claim.cited = tuple(dict.fromkeys(cited))
    if number is not None and not claim.sentences:
        claim.sentences = [number]
    if (claim.speaker is not None and not quote.quiet) or claim.cited or number is not None:
        claim.kind = AttributionKind.DIRECT
    else:
        claim.speaker = claim.meant = claim.cue = claim.carried = None
        claim.sentences = []
    return claim


def _addresses(quote: BlockQuote, article: Article) -> tuple[str, ...]:
    """The addresses in the signature, those of its notes, then that of the markup or the words."""
    signed: tuple[str, ...] = ()
    if quote.signature is not None:
        signed = (*quote.signature.urls, *_noted(quote.signature, article))
    return (*signed, quote.url) if quote.url else signed


def _noted(signature: Signature, article: Article) -> Iterator[str]:
    """The addresses of the notes whose marks stand in a signature: '— Ann Lee, mayor[^3]'."""
    for mark in article.marks:
        if mark.note is not None and signature.start < mark.at <= signature.end + 1:
            yield from article.notes[mark.note].addresses


def _introduction(
    quote: BlockQuote, below: int, reading: Reading, leading: LeadingUp
) -> tuple[Claim | None, LedUp | None]:
    """What the block ``below`` says of a quotation, by a verb of saying or in another way."""
    introduced = reading.introduced(below)
    return (introduced, None) if quote.quiet else _read_above(introduced, below, leading)


def _is_said(introduced: Claim, reading: Reading) -> bool:
    """Whether a line says so by a verb of saying: not 'The judge did [not mince words](url):'."""
    words = reading.words.say
    return introduced.cue is None or any(
        word in words for word in introduced.cue.text.lower().split()
    )


def _take_introduction(claim: Claim, introduced: Claim | None, led_up: LedUp | None) -> None:
    if introduced is not None:
        claim.cue, claim.speaker = introduced.cue, introduced.speaker
        claim.meant, claim.sentences = introduced.meant, introduced.sentences
    if led_up is not None:
        claim.cue, claim.speaker, claim.carried = led_up.cue, led_up.speaker, led_up.carried
        claim.sentences = list(led_up.sentences)


def _take_signature(claim: Claim, signature: Signature) -> None:
    """The signature's speaker goes before the one who introduces the words."""
    claim.carried = signature.carried
    if signature.speaker is not None:
        claim.speaker, claim.meant = signature.speaker, None


def _by_turns(claim: Claim, leading: LeadingUp) -> Iterator[Claim]:
    """A claim for each speaker whose label stands before words of a quotation."""
    for speaker, said in leading.turns(claim.contents):
        if speaker is None:
            yield replace(claim, contents=said)
        else:
            yield replace(
                claim, kind=AttributionKind.DIRECT, contents=said, speaker=speaker, meant=None
            )


def _read_above(
    introduced: Claim | None, below: int, leading: LeadingUp
) -> tuple[Claim | None, LedUp | None]:
    """Who introduces a quotation by a verb of saying, else what its line says in another way."""
    if introduced is None:
        return None, leading.read(below)
    speaker = introduced.speaker
    if speaker is not None and leading.is_beside(introduced):
        return None, leading.read(below)
    if speaker is None or not leading.is_place(speaker.text):
        return introduced, None
    [number, *_] = introduced.sentences
    document, url = leading.document_before(number)
    return None, LedUp(document, introduced.cue, url, (number,))


def _marked_above(article: Article, reading: Reading, quote: BlockQuote) -> int | None:
    """The number of the sentence above a quotation, if a note is cited at its end."""
    if quote.below is None or quote.quiet:
        return None
    number = last_sentence(reading.sentences, quote.below)
    if number is None:
        return None
    end = reading.sentences[number].tokens[-1].end
    cited = any(end - 1 <= mark.at <= end + 1 for mark in article.marks)
    return number if cited else None


def _above(
    article: Article, reading: Reading, block: int, known: Linking, *, spoken: bool
) -> tuple[str, ...]:
    """The only link of the sentence that leads up to a quotation without naming a speaker.

    Where that sentence has none and ends in a colon, the only link of its paragraph if it stands on
    a document: 'A [report](url) says why. Further down is a line:'.
    """
    last = last_sentence(reading.sentences, block)
    if last is None or spoken:
        return ()
    tokens = reading.sentences[last].tokens
    urls = {link.url for link in links_between(article, tokens[0].start, tokens[-1].end)}
    if urls or tokens[-1].text != ":":
        return tuple(urls) if len(urls) == 1 else ()
    links = links_between(article, article.blocks[block].start, tokens[-1].end)
    urls = {link.url for link in links}
    documents = [
        link
        for link in links
        if any(
            among(word, known.documents) or word.endswith(known.document_ends)
            for word in _WORD.findall(article.text[link.start : link.end].lower())
        )
    ]
    return tuple(urls) if len(urls) == 1 and documents else ()


def _cited_below(
    article: Article, reading: Reading, number: int, known: Linking
) -> tuple[str, ...]:
    """The only link of the sentence below a quotation that does nothing but cite.

    'So it says in [the decision](url).', '([Post](url))'. One in brackets may stand behind another
    sentence where it names what was quoted: 'They vote today. ([Speech, in full](url))'.
    """
    at = bisect_left(reading.sentences, number, key=lambda each: each.block)
    below = [each for each in reading.sentences[at : at + 2] if each.block == number]
    for far, sentence in enumerate(below):
        found = _only_cited(article, reading, sentence, known, named=far > 0)
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if found or links_between(article, start, end) or has_figure(article.text[start:end]):
            return found
    return ()


def _only_cited(
    article: Article, reading: Reading, sentence: Sentence, known: Linking, *, named: bool
) -> tuple[str, ...]:
    """The only link of a sentence that only cites; ``named`` says that it must say what."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    links = links_between(article, start, end)
    if len({link.url for link in links}) != 1 or links[0].role is not LinkRole.SOURCE:
        return ()
    allowed = (known.citing, known.documents, reading.words.determiners)
    outside = [
        token.low
        for token in sentence.tokens
        if token.text[0].isalpha()  # not the time of a recording
        and not any(link.start <= token.start < link.end for link in links)
    ]
    only_cites = all(among(word, *allowed) for word in outside)
    in_brackets = article.text[start] in "([—–-"
    on = [
        token.low
        for token in sentence.tokens
        if token.is_word and links[0].start <= token.start < links[0].end
    ]
    words = (*allowed, reading.words.link_on)
    if named:
        what = any(among(word, known.events) for word in on) or (
            any(among(word, known.documents) for word in on) and any(w in known.citing for w in on)
        )
        full = all(among(word, *words, known.events) for word in on)
        return (links[0].url,) if what and full and in_brackets and not outside else ()
    says_so = bool(on) and (on[-1] in known.documents or all(among(word, *words) for word in on))
    return (links[0].url,) if only_cites and (outside or in_brackets or says_so) else ()


def unread(quotes: BlockQuotes, article: Article, claims: Iterable[Claim]) -> Iterator[Claim]:
    """A claim of nobody for the words of every quotation that prose has no claim for."""
    read = {claim.block for claim in claims if claim.contents}
    groups: dict[int | None, list[int]] = {}
    for number in sorted(quotes.prose):
        groups.setdefault(article.blocks[number].group, []).append(number)
    for numbers in groups.values():
        if read.isdisjoint(numbers):
            spans = [span(article, article.blocks[n].start, article.blocks[n].end) for n in numbers]
            yield Claim(AttributionKind.UNATTRIBUTED, spans, None, None, numbers[0])
