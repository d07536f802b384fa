"""Quotations that differ from their source with no mark that says so."""

import random
import re
from collections.abc import Callable
from itertools import pairwise

from benchmarks.quote_cases.case import Passage, kind
from benchmarks.quote_cases.marked import NAMED

_EN = ("en",)
_MODALS = ("will", "would", "could", "may", "might", "must", "should", "can", "shall")
_PRONOUNS = ("he", "she", "they", "we", "I", "you", "it")
_NO = {
    "en": r" not\b| never\b|\bno |n['’]t\b",
    "de": r" nicht\b",
    "fr": r" pas\b",
    "es": r"\b[Nn]o ",
    "ru": r"\bне |\bНе ",
    "ja": r"(?<=ま)せん",
}


def _without(passage: Passage, pattern: str, rng: random.Random, by: str = "") -> str | None:
    """The passage with one match of a pattern replaced."""
    found = list(re.finditer(pattern, passage.text))
    if not found or len(passage.words) < 6:
        return None
    chosen = rng.choice(found)
    quote = passage.text[: chosen.start()] + chosen.expand(by) + passage.text[chosen.end() :]
    return quote if quote.strip() != passage.text else None


def _swap(
    name: str, pattern: str, by: str, weight: str = "serious", languages: tuple[str, ...] = _EN
) -> None:
    """A kind that replaces one match of a pattern."""

    @kind(name, "altered", weight=weight, languages=languages)
    def _make(rng: random.Random, passage: Passage) -> str | None:
        return _without(passage, pattern, rng, by)


def _choose(
    name: str, pattern: str, other: Callable[[random.Random, str], str], weight: str = "serious"
) -> None:
    """A kind that replaces one match of a pattern by what a function makes of it."""

    @kind(name, "altered", weight=weight, languages=_EN)
    def _make(rng: random.Random, passage: Passage) -> str | None:
        found = list(re.finditer(pattern, passage.text))
        if not found or len(passage.words) < 6:
            return None
        chosen = rng.choice(found)
        return (
            passage.text[: chosen.start()]
            + other(rng, chosen.group())
            + passage.text[chosen.end() :]
        )


def _another(words: tuple[str, ...]) -> Callable[[random.Random, str], str]:
    def choose(rng: random.Random, word: str) -> str:
        new = rng.choice([other for other in words if other.lower() != word.lower()])
        return new.capitalize() if word[0].isupper() and new != "I" else new

    return choose


@kind("negation dropped", "altered", weight="serious")
def _dropped(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.text) < 25:
        return None
    found = list(re.finditer(_NO[passage.language], passage.text))
    if not found or (passage.language != "ja" and len(passage.words) < 6):
        return None
    match = rng.choice(found)
    by = "す" if passage.language == "ja" else ""
    if match.end() == len(passage.text):
        return None
    return passage.text[: match.start()] + by + passage.text[match.end() :]


@kind("negation added", "altered", weight="serious", languages=_EN)
def _added(rng: random.Random, passage: Passage) -> str | None:
    return _without(
        passage,
        r"\b(is|was|were|are|will|would|had|has|have|could|can|should)\b(?! not|n)",
        rng,
        r"\1 not",
    )


_swap(
    "negation contracted away",
    r"\b(is|was|were|are|would|did|does|do|could|should|had|has)n['’]t\b",
    r"\1",
)
_swap(
    "negation contracted in",
    r"\b(is|was|were|are|would|did|does|could|should|had|has)\b(?! not)",
    r"\1n't",
)
_choose("modal changed", rf"\b(?:{'|'.join(_MODALS)})\b(?!['’])", _another(_MODALS))
_choose("pronoun changed", rf"\b(?:{'|'.join(_PRONOUNS)})\b(?!['’])", _another(_PRONOUNS))


@kind("a digit changed", "altered", weight="serious")
def digit(rng: random.Random, passage: Passage) -> str | None:
    """The passage with another digit; None where it has no figure."""
    found = list(re.finditer(r"\d", passage.text))
    if not found or (passage.language != "ja" and len(passage.words) < 6):
        return None
    at = rng.choice(found).start()
    new = str((int(passage.text[at]) + rng.randrange(1, 9)) % 10 or 1)
    if new == passage.text[at]:
        return None
    return passage.text[:at] + new + passage.text[at + 1 :]


_swap("two digits swapped", r"(?<!\d)([1-9])(?!\1)([1-9])(?=[\d ,.%])", r"\2\1")
_swap("decimal point lost", r"(\d)[.](\d)", r"\1\2")
_swap("decimal point to comma", r"(\d)[.](\d)", r"\1,\2")
_swap("thousands comma to point", r"(\d),(\d{3})", r"\1.\2")
_swap("sign lost", r"(?<!\w)-(?=[$£€\d])", "")
_swap("sign put in", r"(?<= )(?=\d+(?:\.\d+)? ?(?:%|percent|per cent|°))", "-")
_swap("currency sign changed", "[$]", "€")
_swap("currency sign changed (2)", "[£€]", "$")
_swap("currency word changed", r"\beuros\b|\bdollars\b", "pounds")
_swap("currency lost", r"[$£€](?=\d)", "")
_swap("percent to percentage points", r"(?<=\d) ?%| percent\b| per cent\b", " percentage points")
_swap("percent lost", r"(?<=\d)%(?= \w)| percent\b(?= \w)| per cent\b(?= \w)", "")
_swap("million to billion", r"\bmillion\b", "billion")
_swap("billion to million", r"\bbillion\b", "million")
_choose(
    "unit changed",
    r"\b(?:metres|miles|minutes|hours|days|weeks|months|years|tonnes|degrees|grams|yards)\b",
    _another(("kilometres", "inches", "decades", "pounds", "litres")),
)
_choose(
    "number word changed",
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twenty|thirty|half|third)\b",
    _another(("two", "four", "six", "nine", "twelve", "forty")),
)


@kind("name changed", "altered", weight="serious", languages=_EN)
def _name(rng: random.Random, passage: Passage) -> str | None:
    found = list(NAMED.finditer(passage.text))
    others = sorted(
        {match.group() for match in NAMED.finditer(passage.source)}
        - {chosen.group() for chosen in found}
    )
    if not found or not others or len(passage.words) < 6:
        return None
    chosen = rng.choice(found)
    return passage.text[: chosen.start()] + rng.choice(others) + passage.text[chosen.end() :]


@kind("two names swapped", "altered", weight="serious", languages=_EN)
def _names(_: random.Random, passage: Passage) -> str | None:
    found = list(NAMED.finditer(passage.text))
    if len({match.group() for match in found}) < 2:
        return None
    a, b = found[0], next(match for match in found if match.group() != found[0].group())
    text = passage.text
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


@kind("two words swapped", "altered", weight="serious", languages=("en", "de", "fr", "es", "ru"))
def _order(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    pairs = [
        (a, b)
        for a, b in pairwise(words[1:-1])
        if passage.text[a.end() : b.start()] == " " and a.group().lower() != b.group().lower()
    ]
    if len(words) < 8 or not pairs:
        return None
    a, b = rng.choice(pairs)
    return f"{passage.text[: a.start()]}{b.group()} {a.group()}{passage.text[b.end() :]}"


@kind("halves swapped", "altered", "absent", weight="serious", languages=_EN)
def _halves(_: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 14:
        return None
    middle = len(words) // 2
    text = passage.text
    return f"{text[words[middle].start() :]}, {text[: words[middle - 1].end()]}"


def content(passage: Passage) -> list[re.Match[str]]:
    """The longer words of the middle of a passage that are no names."""
    return [
        w
        for w in passage.words[1:-1]
        if len(w.group()) >= 6 and w.group().isalpha() and w.group().islower()
    ]


FOREIGN = ("orchard", "violet", "trumpet", "dragon", "saddle", "cinnamon", "wardrobe", "puppet")


@kind(
    "a content word changed", "altered", weight="serious", languages=("en", "de", "fr", "es", "ru")
)
def _content_changed(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 7 or not content(passage):
        return None
    match = rng.choice(content(passage))
    return passage.text[: match.start()] + rng.choice(FOREIGN) + passage.text[match.end() :]


@kind(
    "a content word dropped", "altered", weight="serious", languages=("en", "de", "fr", "es", "ru")
)
def _content_dropped(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 7 or not content(passage):
        return None
    match = rng.choice(content(passage))
    return passage.text[: match.start()] + passage.text[match.end() :].lstrip()


@kind(
    "a content word put in", "altered", weight="serious", languages=("en", "de", "fr", "es", "ru")
)
def _content_put_in(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 7:
        return None
    at = rng.choice(passage.words[1:-1]).start()
    return f"{passage.text[:at]}{rng.choice(FOREIGN)} {passage.text[at:]}"


@kind("first word changed", "altered", weight="serious", languages=_EN)
def _first(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 8:
        return None
    return rng.choice(FOREIGN).capitalize() + passage.text[passage.words[0].end() :]


@kind("last word changed", "altered", weight="serious", languages=_EN)
def _last(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 8:
        return None
    return passage.text[: passage.words[-1].start()] + rng.choice(FOREIGN)


@kind("words added at the end", "altered", weight="serious", languages=_EN)
def _tail(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 10:
        return None
    return passage.text + rng.choice(
        [" and nothing else", ", believe me", " for all time", " under my watch"]
    )


@kind("a clause dropped", "altered", weight="serious", languages=("en", "de", "fr", "es", "ru"))
def _clause_dropped(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 16:
        return None
    first = rng.randrange(5, len(words) - 9)
    last = first + rng.randrange(3, 5)
    return passage.text[: words[first].start()] + passage.text[words[last].start() :]


@kind("a clause put in", "altered", weight="serious", languages=_EN)
def _clause_put_in(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 14:
        return None
    at = rng.choice(words[4:-4]).start()
    clause = rng.choice(
        ["as everybody here knows", "which I have always said", "and this is the worst part"]
    )
    return f"{passage.text[:at]}{clause} {passage.text[at:]}"


_BE = {
    "is": "was",
    "was": "is",
    "are": "were",
    "were": "are",
    "has": "had",
    "had": "has",
    "have": "had",
}
_choose("tense changed", r"\b(?:is|was|are|were|has|had|have)\b(?!n)", lambda _, w: _BE[w], "minor")


@kind("plural or ending changed", "altered", weight="minor", languages=_EN)
def _plural(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 7 or not content(passage):
        return None
    match = rng.choice(content(passage))
    word = match.group()
    new = (
        word[:-1]
        if word.endswith("s") and not word.endswith("ss")
        else word + ("es" if word[-1] in "sx" else "s")
    )
    return passage.text[: match.start()] + new + passage.text[match.end() :]


_choose(
    "comparative changed",
    r"\b(?:most|more|less|least|higher|longer|greater|worse)\b",
    _another(("more", "less", "most", "fewer")),
)
_SMALL = ("a", "the", "of", "in", "on", "at", "for", "that", "which")
_choose("function word changed", r"\b(?:a|the|of|in|at|which)\b", _another(_SMALL), "minor")
_swap("article dropped", r"(?<=[a-z] )(?:the|a|an) ", "", "minor")
_swap(
    "intensifier put in",
    r"\b(?=(?:big|hard|good|bad|small|large|cheap|new|important|simple|easy|likely)\b)",
    "very ",
    "minor",
)
_swap("synonym", r"\blarge\b|\bhuge\b", "big", "minor")
_swap("accent changed", "e(?=[a-z]{2})", "é", languages=_EN)
_swap("case makes another word", r"\bmay\b", "May")
_swap("per cent for %", r"(?<=\d) ?%", " percent", "style")
_swap(
    "a contraction expanded",
    r"\b(do|did|is|was|would|could|should|does|were|are|have|had)n['’]t\b",
    r"\1 not",
    "style",
)
_swap(
    "a contraction made",
    r"\b(do|did|is|was|would|could|should|does|were|are|have|had) not\b",
    r"\1n't",
    "style",
)
_swap("a pronoun contracted", r"\b(I|we|they|you) (?:am|are|have|will)\b", r"\1'll", "style")


@kind("a pronoun contracted (2)", "altered", weight="style", languages=_EN)
def _contracted(_: random.Random, passage: Passage) -> str | None:
    short = {"am": "'m", "are": "'re", "have": "'ve", "will": "'ll"}
    text = re.sub(
        r"\b(I|[Ww]e|[Tt]hey|[Yy]ou) (am|are|have|will)\b",
        lambda found: found[1] + short[found[2]],
        passage.text,
        count=1,
    )
    return text if text != passage.text and len(passage.words) >= 6 else None


@kind("a figure spelled out", "altered", weight="style", languages=_EN)
def _spelled(_: random.Random, passage: Passage) -> str | None:
    names = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "nine": "9",
             "ten": "10", "eleven": "11", "twenty": "20", "nineteen": "19", "eighteen": "18"}  # fmt: skip
    text = re.sub(
        rf"\b(?:{'|'.join(names)})\b(?!-)",
        lambda found: names[found.group()],
        passage.text,
        count=1,
    )
    return text if text != passage.text and len(passage.words) >= 6 else None


@kind("British and American spelling", "altered", weight="style", languages=_EN)
def _spelling(_: random.Random, passage: Passage) -> str | None:
    text = passage.text
    for british, american in (
        ("metres", "meters"), ("programme", "program"), ("criticise", "criticize"), ("litre", "liter"),
        ("neighbour", "neighbor"), ("Harbour", "Harbor"), ("tonnes", "tons"), ("realised", "realized"),
        ("fulfil ", "fulfill "), ("labour", "labor"), ("colour", "color"), ("equaliser", "equalizer"),
    ):  # fmt: skip
        if british != "tonnes":
            text = text.replace(british, american)
    return text if text != passage.text and len(passage.words) >= 6 else None
