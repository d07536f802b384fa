"""Quotations whose every difference is marked: ellipses and brackets, fairly used."""

import random
import re

from benchmarks.quote_cases.case import Derived, Passage, kind

ELLIPSES = (
    " … ",
    "... ",
    " ... ",
    " [...] ",
    " […] ",
    " (...) ",
    " (…) ",
    " . . . ",
    "…",
    " [ … ] ",
)
_EN = ("en",)
PRONOUN = re.compile(r"\b(?:he|she|they|him|it|them)\b(?!['’])")
NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-zé]{3,}(?: [A-Z][a-zé]{3,})?\b")


def cut(
    rng: random.Random, passage: Passage, ellipsis: str | None = None
) -> tuple[str, str, str] | None:
    """The passage without some words of its middle: what comes before, the mark, what comes after."""
    words = passage.words
    if len(words) < 12:
        return None
    first = rng.randrange(4, len(words) - 6)
    last = rng.randrange(first + 1, min(first + 8, len(words) - 4))
    mark = ellipsis or rng.choice(ELLIPSES)
    return passage.text[: words[first - 1].end()], mark, passage.text[words[last].start() :]


@kind("an ellipsis", "edited")
def _ellipsis(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    return "".join(parts) if parts else None


@kind("an ellipsis over sentences", "edited", languages=_EN)
def _sentences(rng: random.Random, passage: Passage) -> Derived | None:
    at = (
        passage.others.index((passage.start, passage.end))
        if (passage.start, passage.end) in passage.others
        else -1
    )
    if at < 0 or at + 2 >= len(passage.others):
        return None
    left, right = passage.text, passage.source[slice(*passage.others[at + 2])]
    if min(len(left.split()), len(right.split())) < 4:
        return None
    mark = rng.choice([". … ", ".... ", ". [...] ", " … ", "... "])
    return Derived(left + mark + right, None, passage.start, passage.others[at + 2][1])


@kind("two ellipses", "edited", languages=_EN)
def _two(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 18:
        return None
    a, b = len(words) // 3, 2 * len(words) // 3
    mark = rng.choice(ELLIPSES)
    text = passage.text
    return (
        text[: words[a - 1].end()]
        + mark
        + text[words[a + 1].start() : words[b - 1].end()]
        + mark
        + text[words[b + 1].start() :]
    )


@kind("an ellipsis and a capital", "edited", languages=_EN)
def _capital_after(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage, " [...] ")
    if parts is None or not parts[2][0].islower():
        return None
    after = rng.choice([f"[{parts[2][0].upper()}]", parts[2][0].upper()]) + parts[2][1:]
    return parts[0] + parts[1] + after


@kind("[T]he", "edited", languages=_EN)
def _bracketed_capital(_: random.Random, passage: Passage) -> str | None:
    first = passage.text[0]
    if not first.isalpha() or len(passage.words[0].group()) < 2:
        return None
    return f"[{first.swapcase()}]{passage.text[1:]}"


@kind("[sic]", "edited", languages=_EN)
def _sic(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 5:
        return None
    at = rng.choice(passage.words[1:-1]).end()
    return f"{passage.text[:at]} [sic]{passage.text[at:]}"


@kind("[he] for a name", "edited", languages=_EN)
def _he(rng: random.Random, passage: Passage) -> str | None:
    found = list(NAMED.finditer(passage.text))
    if not found or len(passage.words) < 6:
        return None
    match = rng.choice(found)
    return f"{passage.text[: match.start()]}[{rng.choice(['he', 'she', 'they'])}]{passage.text[match.end() :]}"


@kind("[a name] for he", "edited", languages=_EN)
def _name(rng: random.Random, passage: Passage) -> str | None:
    found = list(PRONOUN.finditer(passage.text))
    if not found or len(passage.words) < 6:
        return None
    match = rng.choice(found)
    name = rng.choice(["Farhadi", "the minister", "Anna Lindqvist", "the council's engineers"])
    return f"{passage.text[: match.start()]}[{name}]{passage.text[match.end() :]}"


@kind("he [a name]", "edited", languages=_EN)
def _name_beside(rng: random.Random, passage: Passage) -> str | None:
    found = list(PRONOUN.finditer(passage.text))
    if not found or len(passage.words) < 6:
        return None
    match = rng.choice(found)
    left, right = rng.choice([("[", "]"), ("[", "]"), ("(", ")")])
    name = rng.choice(["Farhadi", "the minister", "Anna Lindqvist"])
    return f"{passage.text[: match.end()]} {left}{name}{right}{passage.text[match.end() :]}"


@kind("brackets put in", "edited", languages=_EN)
def _put_in(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 7:
        return None
    at = rng.choice(passage.words[2:-1]).start()
    words = rng.choice(
        ["[harbour]", "[of last spring]", "[the city's]", "[in Kelmouth]", "[about $5 million]"]
    )
    return f"{passage.text[:at]}{words} {passage.text[at:]}"


@kind("brackets for several words", "edited", languages=_EN)
def _several_words(rng: random.Random, passage: Passage) -> str | None:
    words = passage.words
    if len(words) < 10:
        return None
    first = rng.randrange(3, len(words) - 5)
    last = first + rng.randrange(1, 4)
    put = rng.choice(["the plan", "it", "what they had agreed", "that place"])
    return f"{passage.text[: words[first].start()]}[{put}]{passage.text[words[last].end() :]}"


@kind("brackets at either end", "edited", languages=_EN)
def _at_ends(rng: random.Random, passage: Passage) -> Derived | None:
    words = passage.words
    if len(words) < 8:
        return None
    if rng.random() < 0.5:
        start = passage.start + words[2].start()
        return Derived(
            f"[The speaker] {passage.text[words[2].start() :]}", None, start, passage.end
        )
    end = passage.start + words[-3].end()
    return Derived(f"{passage.text[: words[-3].end()]} [in the town]", None, passage.start, end)


@kind("brackets with an ending", "edited", languages=_EN)
def _ending(rng: random.Random, passage: Passage) -> str | None:
    words = [w for w in passage.words[1:-1] if w.group().isalpha() and len(w.group()) >= 5]
    if not words or len(passage.words) < 6:
        return None
    match = rng.choice(words)
    keep = len(match.group()) - (0 if match.group()[-1] in "aeiouts" else rng.choice([1, 2]))
    ending = rng.choice(["s", "ed", "ing"])
    return f"{passage.text[: match.start() + keep]}[{ending}]{passage.text[match.end() :]}"


@kind("round brackets put in", "edited", languages=_EN)
def _round(rng: random.Random, passage: Passage) -> str | None:
    if len(passage.words) < 7:
        return None
    at = rng.choice(passage.words[2:-1]).start()
    words = rng.choice(["(the mayor)", "(in 2019)", "(the council)", "(his brother)"])
    return f"{passage.text[:at]}{words} {passage.text[at:]}"


@kind("several marks", "edited", languages=_EN)
def _mixed(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None or not passage.text[0].isalpha() or len(passage.words[0].group()) < 2:
        return None
    before = f"[{parts[0][0].swapcase()}]{parts[0][1:]}"
    words = parts[2].split(" ")
    if len(words) < 4:
        return None
    return f"{before}{parts[1]}{words[0]} {words[1]} [sic] {' '.join(words[2:])}"


@kind("marks and typography", "edited", languages=_EN)
def _mark_and_fold(rng: random.Random, passage: Passage) -> str | None:
    parts = cut(rng, passage)
    if parts is None:
        return None
    text = "".join(parts).replace("'", "’")
    return f"“{text[0].swapcase()}{text[1:]},”"
