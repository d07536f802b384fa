"""Whether an article says that its own author or outlet was told the words."""

import re
from itertools import pairwise

from audit.languages.extraction.own_reporting import (
    articles,
    byline_parts,
    contacts,
    own_reporting,
    somebody,
    told_words,
)
from audit.markup.addresses.url import domains_of, on_domain
from audit.model import Article, Attribution, Span

_SENTENCE_END = re.compile(r"[.!?…](?=[\s”»“\"')\]]{1,3})")
_LONGEST = 400  # characters on either side of the words that are looked at
_SHORTEST_NAME = 3  # letters
_MOST_WORDS = 4  # of an outlet's name
_WORD = re.compile(r"[^\W_][\w'&.-]{0,40}")
_OPENING = 4  # words behind 'I', of which one begins with who is asked
_QUOTED = re.compile(r"[“”„«»\"]")
_TITLE_PARTS = re.compile(r"\s[|–—-]\s")


def is_own_reporting(attribution: Attribution, article: Article) -> bool:
    """Whether the sentence around the words has them said to the author, or to its own outlet.

    Another outlet that is named for them is where they were said, whatever else the sentence says.
    """
    if attribution.outlet is not None:
        domains = attribution.outlet.domains
        own = bool(domains) and article.url is not None and on_domain(article.url, *domains)
        named = attribution.outlet_span.text if attribution.outlet_span else attribution.outlet.name
        return own or _squeezed(named) in _own_names(article)
    said = around(attribution, article).replace("’", "'")
    if own_reporting().search(said.lower()) or _was_asked(attribution, article):
        return True
    names = _own_names(article) | _short_names(article)
    return bool(names) and _is_told_one(_WORD.findall(said), names)


def _was_asked(attribution: Attribution, article: Article) -> bool:
    """Whether the author asked who speaks in the sentence before, as 'I called Ann Lee.' says."""
    sentence = _sentence_before(attribution, article).replace("’", "'")
    found = contacts().search(sentence.lower())
    if found is None or _QUOTED.search(sentence):  # somebody else's 'I'
        return False
    asked = [word.rstrip(".") for word in _WORD.findall(sentence[found.start() :])[1:]]
    speaker = attribution.speaker
    names = _WORD.findall(attribution.speaker_name or (speaker.text if speaker else ""))
    if names and names[-1] in asked:
        return True
    if len(names) == 1 and names[0].islower():
        return True  # a pronoun
    is_named = any(one[0].isupper() and two[0].isupper() for one, two in pairwise(asked))
    return not is_named and any(word in somebody() for word in asked[:_OPENING])


def _sentence_before(attribution: Attribution, article: Article) -> str:
    """The sentence before the one in which words are quoted, in their paragraph."""
    spans = [*attribution.contents, attribution.cue, attribution.speaker]
    first = min(span.start for span in spans if span is not None)
    number = article.paragraph(attribution.contents[0].start)
    if number is None:
        return ""
    start = max(article.blocks[number - 1].start, first - _LONGEST)
    before = article.text[start:first]
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    if not ends:
        return ""
    return before[ends[-2] if len(ends) > 1 else 0 : ends[-1]]


def _is_told_one(words: list[str], names: frozenset[str]) -> bool:
    """Whether one of the names, capitalised, stands behind a word for who is spoken to."""
    for first, word in enumerate(words):
        before = [word.lower() for word in words[max(0, first - 2) : first]]
        if before and before[-1] in articles():
            before.pop()
            spoken_to = (
                not before or before[-1] in told_words() or words[first - 1].lower() in told_words()
            )
        else:
            spoken_to = bool(before) and before[-1] in told_words()
        if not spoken_to or not word[0].isupper():
            continue
        for last in range(first + 1, first + 1 + _MOST_WORDS):
            if _squeezed(" ".join(words[first:last])) in names:
                return True
    return False


def _own_names(article: Article) -> frozenset[str]:
    """What the article's outlet may be called, squeezed.

    By its addresses, its byline, the end of its title, and the name that its page gives.
    """
    own = [url for url in (article.url, article.canonical) if url is not None]
    hosts = {host for url in own for host in domains_of(url)[:1]}
    names = [
        _spelled(label) for host in hosts for label in host.removeprefix("www.").split(".")[:-1]
    ]
    names += [label.removeprefix(article) for label in names for article in articles()]
    for text in (article.byline or "", *_TITLE_PARTS.split(article.title or "")[1:]):
        names += byline_parts().split(text)
    names.append(article.publisher or "")
    squeezed = map(_squeezed, names)
    return frozenset(name for name in squeezed if len(name) >= _SHORTEST_NAME)


def _short_names(article: Article) -> frozenset[str]:
    """What a reader calls the publisher for short, of which no list of outlets knows another.

    'The Kelmouth Courier' is 'the Courier'.
    """
    words = (article.publisher or "").split()
    last = _squeezed(words[-1]) if 1 < len(words) <= _MOST_WORDS else ""
    return frozenset({last} if len(last) > _SHORTEST_NAME else ())


def _spelled(label: str) -> str:
    """A label of a host as a reader spells it: 'xn--leprogrs-70a' is 'leprogrès' (RFC 3490)."""
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def _squeezed(name: str) -> str:
    """A name as small letters without its article: 'The Harbour Echo' as 'harbourecho'."""
    words = name.lower().split()
    if len(words) > 1 and words[0] in articles():
        words = words[1:]
    return re.sub(r"[\W_]", "", "".join(words))


def around(attribution: Attribution, article: Article) -> str:
    """The sentence in which words are quoted, without the words."""
    spans: list[Span] = [*attribution.contents]
    spans += [span for span in (attribution.cue, attribution.speaker) if span is not None]
    number = article.paragraph(spans[0].start)
    if number is None:
        return ""
    block = article.blocks[number - 1]
    start = min((span.start for span in spans if span.start >= block.start), default=block.start)
    end = max((span.end for span in spans if span.end <= block.end), default=block.end)
    before = article.text[max(block.start, start - _LONGEST) : start]
    after = article.text[end : min(block.end, end + _LONGEST)]
    if attribution.cue is None or attribution.cue.end <= end:
        stop = _SENTENCE_END.search(after)
        after = after if stop is None else after[: stop.end()]
    for begin in [found.end() for found in _SENTENCE_END.finditer(before)][-1:]:
        before = before[begin:]
    text = article.text[start:end]
    for content in attribution.contents:
        text = text.replace(content.text, " … ")
    return f"{before}{text}{after}"
