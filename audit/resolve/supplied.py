"""Tells which attributions an entry of the sources file serves."""

import re

from audit.model import Article, Attribution, Outlet, Supplied

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def serves(entry: Supplied, attribution: Attribution, article: Article) -> bool:
    """Whether an entry's selectors, all that it has, fit an attribution."""
    return (
        (entry.outlet is not None or entry.speaker is not None or entry.line is not None)
        and (entry.outlet is None or _outlet_fits(entry.outlet, attribution, article))
        and (entry.speaker is None or _speaker_fits(entry.speaker, attribution))
        and (entry.line is None or _line_fits(entry.line, attribution, article))
    )


def same_name(one: str, other: str) -> bool:
    """Whether two names of an outlet are one, but for case and a leading article."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).casefold()


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(_bare(name))}(?!\w)", _bare(text)) is not None


def _outlet_fits(name: str, attribution: Attribution, article: Article) -> bool:
    outlet: Outlet | None = attribution.outlet
    if outlet is not None:
        named = attribution.outlet_span
        return same_name(outlet.name, name) or (named is not None and same_name(named.text, name))
    if attribution.speaker is None:
        return False
    # An outlet that no list knows: the editor says that this name is one, so the sentence decides.
    return _holds(_around(attribution, article), name)


def _around(attribution: Attribution, article: Article) -> str:
    """What the article says between and right beside the words: cue, speaker, and the rest."""
    spans = [*attribution.contents, attribution.cue, attribution.speaker]
    known = [span for span in spans if span is not None]
    number = article.paragraph(known[0].start)
    start = min(span.start for span in known)
    end = max(span.end for span in known)
    if number is not None:
        block = article.blocks[number - 1]
        start = max(article.text.rfind(". ", block.start, start) + 1, block.start)
        stop = article.text.find(". ", end, block.end)
        end = stop if stop >= 0 else block.end
    text = article.text[start:end]
    for content in attribution.contents:
        text = text.replace(content.text, " ")
    return text


def _speaker_fits(name: str, attribution: Attribution) -> bool:
    named = [attribution.speaker_name]
    if attribution.speaker is not None:
        named.append(attribution.speaker.text)
    return any(text is not None and (_holds(text, name) or _holds(name, text)) for text in named)


def _line_fits(line: int, attribution: Attribution, article: Article) -> bool:
    for content in attribution.contents:
        number = article.paragraph(content.start)
        block = article.blocks[number - 1] if number is not None else content
        first, last = article.line(block.start), article.line(max(block.end - 1, block.start))
        if first is not None and last is not None and first <= line <= last:
            return True
    return False
