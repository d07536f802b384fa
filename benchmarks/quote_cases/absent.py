"""Quotations whose words do not stand in the source as a passage."""

import random

from benchmarks.quote_cases.case import Passage, kind

_EN = ("en",)
_INVENTED = (
    "The decision was taken behind closed doors, and the people who paid for it were never asked",
    "Every town on this coast will have to choose between its harbour and its history",
    "I have read the report three times and I still cannot find a single reason for it",
    "You can build a bridge in a year, but trust takes a good deal longer than that",
    "It would have been cheaper to give each of them a car and a driver",
    "The market has spoken, and the market does not care about your grandfather's barometer",
    "They asked for more money, then for more time, and in the end for more patience",
    "This was the wettest spring that anybody at the station could remember",
    "A good contract is one that both sides complain about in the pub afterwards",
    "There are eleven reasons why the trial failed, and ten of them have names",
)


@kind("another text's sentence", "absent")
def _another(rng: random.Random, passage: Passage) -> str | None:
    others = [sentence for sentence in passage.foreign if len(sentence) >= 20]
    return rng.choice(others) if others else None


@kind("invented, of the same sort", "absent", languages=_EN)
def _invented(rng: random.Random, _: Passage) -> str:
    return rng.choice(_INVENTED)


@kind("words scattered over the source", "absent", languages=("en", "de", "fr", "es", "ru"))
def _scattered(rng: random.Random, passage: Passage) -> str | None:
    words = passage.source.split()
    if len(words) < 200:
        return None
    chosen = sorted(rng.sample(range(len(words)), rng.randrange(8, 20)))
    return " ".join(words[at].strip("“”‘’.,;:—") for at in chosen)


@kind("common words in a row", "absent", languages=_EN)
def _common(rng: random.Random, _: Passage) -> str:
    words = [
        "that",
        "is",
        "what",
        "we",
        "have",
        "to",
        "do",
        "for",
        "them",
        "and",
        "it",
        "was",
        "not",
        "in",
        "the",
        "of",
    ]
    rng.shuffle(words)
    return " ".join(words[:12])


@kind("half of the words changed", "absent", languages=_EN)
def _half(rng: random.Random, passage: Passage) -> str | None:
    words = passage.text.split()
    if len(words) < 12:
        return None
    for at in range(0, len(words), 2):
        words[at] = rng.choice(["orchard", "violet", "trumpet", "dragon", "saddle", "cinnamon"])
    return " ".join(words)


@kind("a short quotation with three words changed", "absent", languages=_EN)
def _short(rng: random.Random, passage: Passage) -> str | None:
    words = passage.text.split()
    if not 7 <= len(words) <= 10:
        return None
    for at in rng.sample(range(len(words)), 3):
        words[at] = rng.choice(["orchard", "violet", "trumpet", "dragon", "saddle", "cinnamon"])
    return " ".join(words)


@kind("the same beginning, then other words", "absent", languages=_EN)
def _beginning(rng: random.Random, passage: Passage) -> str | None:
    words = passage.text.split()
    if len(words) < 8:
        return None
    return " ".join(words[:5]) + " " + rng.choice(_INVENTED).lower()
