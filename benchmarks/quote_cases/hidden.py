"""Quotations with changes that a fair mark, an ellipsis or a seam seems to cover."""

import random
import re

from benchmarks.quote_cases.case import Derived, Passage, kind
from benchmarks.quote_cases.changed import FOREIGN, content, digit
from benchmarks.quote_cases.marked import NAMED, cut

_EN = ("en",)


@kind("a fair mark and a changed word beside it", "altered", weight="serious", languages=_EN)
def _beside(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None:
        return None
    before = parts[0].split(" ")
    at = rng.randrange(1, max(len(before) - 1, 2))
    before[at] = rng.choice(FOREIGN)
    return " ".join(before) + parts[1] + parts[2]


@kind("a fair mark and a changed word after it", "altered", weight="serious", languages=_EN)
def _after(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None or len(parts[2].split(" ")) < 5:
        return None
    after = parts[2].split(" ")
    after[rng.randrange(len(after))] = rng.choice(FOREIGN)
    return parts[0] + parts[1] + " ".join(after)


@kind("a fair mark and a dropped word", "altered", weight="serious", languages=_EN)
def _mark_and_drop(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None or len(parts[0].split(" ")) < 6:
        return None
    before = parts[0].split(" ")
    long = [at for at in range(1, len(before) - 2) if len(before[at]) >= 5 and before[at].isalpha()]
    if not long:
        return None
    del before[rng.choice(long)]
    return " ".join(before) + parts[1] + parts[2]


@kind("a fair mark and a dropped not", "altered", weight="serious", languages=_EN)
def _mark_and_not(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None:
        return None
    left = re.sub(r"(?: not|n['’]t| never)(?= \w)", "", parts[0], count=1)
    right = re.sub(r"(?: not|n['’]t| never)(?= \w)", "", parts[2], count=1)
    return None if (left, right) == (parts[0], parts[2]) else left + parts[1] + right


@kind("fair brackets and a changed word", "altered", weight="serious", languages=_EN)
def _brackets_beside(rng: random.Random, passage: Passage) -> str | None:
    found = list(NAMED.finditer(passage.text))
    if not found or len(passage.words) < 12:
        return None
    match = found[0]
    words = [
        w for w in content(passage) if w.end() < match.start() - 1 or w.start() > match.end() + 1
    ]
    if not words:
        return None
    word = rng.choice(words)
    text = passage.text
    changed = text[: word.start()] + "#" * len(word.group()) + text[word.end() :]
    quote = f"{changed[: match.start()]}[he]{changed[match.end() :]}"
    return quote.replace("#" * len(word.group()), rng.choice(FOREIGN))


@kind("a fair [sic] and a changed figure", "altered", weight="serious", languages=_EN)
def _sic_beside(rng: random.Random, passage: Passage) -> str | None:
    changed = digit(rng, passage)
    if changed is None or len(passage.words) < 8:
        return None
    assert isinstance(changed, str)
    at = changed.index(" ", 12)
    return f"{changed[:at]} [sic]{changed[at:]}"


@kind("ellipsis: halves reversed", "altered", weight="serious", languages=_EN)
def _reversed(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    return parts[2] + parts[1] + parts[0] if parts else None


@kind("ellipsis: an invented tail", "altered", weight="serious", languages=_EN)
def _invented(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 10:
        return None
    tail = rng.choice(
        ["and we mean it", "we shall see", "it was a lie", "they knew it all along", "no question"]
    )
    return f"{passage.text} … {tail}"


@kind("ellipsis: an invented head", "altered", weight="serious", languages=_EN)
def _invented_head(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 10:
        return None
    return f"{rng.choice(['It was a lie', 'Everyone knows', 'Believe me'])} ... {passage.text}"


@kind("ellipsis: an invented middle", "altered", weight="serious", languages=_EN)
def _invented_middle(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None:
        return None
    return f"{parts[0]} … {rng.choice(['orchards and violets', 'they lied to us'])} … {parts[2]}"


@kind("ellipsis: the other half from another text", "altered", weight="serious", languages=_EN)
def _other_text(rng: random.Random, passage: Passage) -> str | None:
    others = [
        sentence for sentence in passage.foreign if 6 <= len(sentence.split()) < len(passage.words)
    ]
    if not others or len(passage.words) < 8:
        return None
    return f"{passage.text} … {rng.choice(others)}"


@kind(
    "ellipsis: nothing is left out but a word is changed",
    "altered",
    weight="serious",
    languages=_EN,
)
def _nothing_hidden(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 9 or not content(passage):
        return None
    match = rng.choice(content(passage))
    return f"{passage.text[: match.start()]}{rng.choice(FOREIGN)} … {passage.text[match.end() :].lstrip()}"


@kind("brackets: foreign words around them", "altered", weight="serious", languages=_EN)
def _foreign_around(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 14:
        return None
    first = rng.randrange(4, len(words) - 6)
    put = rng.choice(["trumpets [and violets] of gold", "saddle [the plan] forever"])
    return f"{passage.text[: words[first].start()]}{put} {passage.text[words[first + 2].start() :]}"


@kind(
    "a mark elsewhere does not cover a dropped clause", "altered", weight="serious", languages=_EN
)
def _uncovered(_: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 22:
        return None
    text = passage.text
    return (
        text[: words[3].end()]
        + " [sic] "
        + text[words[4].start() : words[9].end()]
        + text[words[14].start() - 1 :]
    )


@kind("spliced: two sentences far apart", "altered", weight="serious", languages=_EN)
def _spliced(rng: random.Random, passage: Passage) -> Derived | None:
    here = (passage.start, passage.end)
    if here not in passage.others:
        return None
    at = passage.others.index(here)
    far = [
        span for span in passage.others[at + 3 :] if len(passage.source[slice(*span)].split()) >= 5
    ]
    if not far or len(passage.words) < 5:
        return None
    other = rng.choice(far)
    return Derived(
        f"{passage.text}. {passage.source[slice(*other)]}", None, passage.start, other[1]
    )


@kind("spliced: sentences in the other order", "altered", weight="serious", languages=_EN)
def _spliced_order(_: random.Random, passage: Passage) -> Derived | None:
    here = (passage.start, passage.end)
    if here not in passage.others or len(passage.words) < 5:
        return None
    at = passage.others.index(here)
    if at + 1 >= len(passage.others):
        return None
    other = passage.others[at + 1]
    second = passage.source[slice(*other)]
    if len(second.split()) < 5:
        return None
    return Derived(f"{second}. {passage.text}", None, passage.start, other[1])


@kind("many words changed, near", "altered", weight="serious", languages=_EN)
def _many(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 20 or '"' in passage.text or "”" in passage.text:
        return None
    text = passage.text
    for at in sorted(rng.sample(range(2, len(words) - 2), len(words) // 5), reverse=True):
        text = text[: words[at].start()] + rng.choice(FOREIGN) + text[words[at].end() :]
    return text
