"""Quotations beside speech as a transcript has it: what was tidied, and what was changed."""

import random
import re

from benchmarks.quote_cases.case import Derived, Passage, kind
from benchmarks.quote_cases.faithful import planted

_EN = ("en",)


def _noisy(name: str, noises: tuple[str, ...], weight: str) -> None:
    """A kind whose source has words in the middle that the quotation lacks."""

    @kind(name, "altered", weight=weight, languages=_EN)
    def _make(rng: random.Random, passage: Passage) -> Derived | None:
        if len(passage.words) < 9:
            return None
        return planted(passage, rng.choice(passage.words[2:-2]).start(), rng.choice(noises))


_noisy(
    "spoken: a filler dropped",
    ("um, ", "uh, ", "you know, ", "I mean, ", "er, ", "kind of ", "sort of ", "well, "),
    "style",
)
_noisy(
    "spoken: an intensifier dropped",
    ("really ", "very ", "actually ", "just ", "absolutely "),
    "minor",
)
_noisy("spoken: a hedge dropped", ("I think, ", "probably ", "maybe ", "I guess, "), "minor")
_noisy("spoken: a not dropped with a filler", ("um, not ", "you know, never "), "serious")


@kind(
    "spoken: a leading and, but or so dropped", "altered", "verbatim", weight="style", languages=_EN
)
def _leading(rng: random.Random, passage: Passage) -> Derived | None:
    starts = [w.start() for w in passage.words if passage.text[w.start() - 2 : w.start()] == ". "]
    if not starts:
        return None
    at = rng.choice(starts)
    if not re.match(r"(?:The|We|You|It|They|He|She|A|That)\b", passage.text[at:]):
        return None
    lead = rng.choice(["And ", "But ", "So "])
    source_text = passage.text[:at] + lead + passage.text[at].lower() + passage.text[at + 1 :]
    source = passage.source[: passage.start] + source_text + passage.source[passage.end :]
    return Derived(passage.text, source, passage.start, passage.start + len(source_text))


@kind("spoken: a repeat dropped", "altered", weight="style", languages=_EN)
def _repeat(rng: random.Random, passage: Passage) -> Derived | None:
    words = passage.words
    if len(words) < 10:
        return None
    first = rng.randrange(1, len(words) - 5)
    last = first + rng.randrange(0, 3)
    repeated = passage.text[words[first].start() : words[last].end()]
    if not re.fullmatch(r"[\w '’-]+", repeated):
        return None
    return planted(passage, words[first].start(), repeated + rng.choice([", ", " — ", " - ", " "]))


@kind("spoken: a false start dropped", "altered", weight="style", languages=_EN)
def _false_start(rng: random.Random, passage: Passage) -> Derived | None:
    words = [
        w for w in passage.words[1:-3] if re.fullmatch(r"we|I|they|he|it|you|the|that", w.group())
    ]
    if not words or len(passage.words) < 9:
        return None
    word = rng.choice(words)
    start = f"{word.group()} {rng.choice(['were going', 'always', 'thought'])}"
    return planted(passage, word.start(), f"{start} — ")


@kind("spoken: going to and gonna", "altered", weight="style", languages=_EN)
def _gonna(_: random.Random, passage: Passage) -> str | None:
    text = re.sub(r"\bgoing to\b", "gonna", passage.text, count=1)
    return text if text != passage.text and len(passage.words) >= 6 else None


@kind("spoken: several fillers dropped", "altered", weight="style", languages=_EN)
def _several(rng: random.Random, passage: Passage) -> Derived | None:
    words = passage.words
    if len(words) < 14:
        return None
    text = passage.text
    for at in sorted(rng.sample(range(2, len(words) - 2), 2), reverse=True):
        text = (
            text[: words[at].start()]
            + rng.choice(["uh, ", "you know, ", "I mean, "])
            + text[words[at].start() :]
        )
    source = passage.source[: passage.start] + text + passage.source[passage.end :]
    return Derived(passage.text, source, passage.start, passage.start + len(text))


@kind(
    "spoken: another's turn is quoted with the speaker's",
    "altered",
    "verbatim",
    "edited",
    weight="serious",
    languages=_EN,
)
def _two_voices(_: random.Random, passage: Passage) -> Derived | None:
    if len(passage.words) < 6:
        return None
    lead = "\nMR. KAY: Is that what you meant to tell us?\nMS. DALTON: "
    source = passage.source[: passage.start] + lead + passage.source[passage.start :]
    start = passage.start + len("\nMR. KAY: ")
    quote = f"Is that what you meant to tell us? {passage.text}"
    return Derived(quote, source, start, passage.end + len(lead))
