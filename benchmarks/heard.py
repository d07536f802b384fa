"""Measures quotations against transcripts as machines write them: without marks, and with words misheard.

    python -m benchmarks.heard [--blind] [--show KIND]

The texts of ``quote_cases`` are stripped of capitals and marks, and of 5, 10 and 15 % of their words each is
heard as its homophone, as a word of like sound (names first), joined with the next or split, or, where it
carries grammar, not at all. Figures and negations are heard. Quotations are sentences as printed; half of them
get another figure, or a negation more or less.
"""

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from audit.match import prepare, verify_quote
from audit.model import DiffKind, Page, PageBlock, QuoteCheck, Verdict, Weight, Zone
from benchmarks.quote_cases.case import TEXTS

_HOMOPHONES = [
    "there their they're", "to too two", "your you're", "its it's", "know no", "here hear", "right write",
    "week weak", "see sea", "by buy", "our hour", "for four", "would wood", "whole hole", "one won", "son sun",
    "where wear", "which witch", "weather whether", "new knew", "piece peace", "plain plane", "through threw",
    "rain reign", "made maid", "main mane", "meet meat", "road rode", "scene seen", "some sum", "steel steal",
    "tale tail", "wait weight", "way weigh", "council counsel", "principal principle", "past passed",
    "than then", "affect effect", "accept except", "we're were", "who's whose", "let's lets", "cell sell",
]  # fmt: skip
_SWALLOWED = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "and",
        "that",
        "is",
        "are",
        "was",
        "were",
        "have",
        "has",
        "it",
        "as",
        "for",
        "with",
        "by",
        "from",
        "so",
    ]
)
_KEPT = re.compile(
    r"\d|^(?:not|no|never|none|nothing|nobody|without|cannot|neither|nor|hardly|unable|barely)$|n't$"
    r"|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|"
    r"billion|half|third|thirds|quarter|dozen|twice|first|second|percent)s?$"
)
_BESIDE = dict(zip("aeioubpdtgkvfszmn", "eaioupbtdkgfvzsnm", strict=True))
_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "forty", "fifty"]  # fmt: skip
_RUNS = 6  # of each text, each with other words misheard
_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z](?:[^.!?\n“”]|[.](?=\d)){30,240}[.!?](?=\s)")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|must|has|have|had|did|do|does) (?!not)"
)


def _sounding() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in _HOMOPHONES:
        words = group.split()
        for word in words:
            found[word] = [other for other in words if other != word]
    return found


_OTHERS = _sounding()


def heard(text: str, share: float, rng: random.Random) -> str:
    """A text as a machine hears it: lower-case, without marks, of ``share`` of its words something else."""
    text = text.replace(" %", "%").replace("-$", "minus $").replace("°C", "degrees Celsius")
    words = re.findall(r"[$£€]?\w(?:[\w'’%-]|[.,:/](?=\d))*", text)
    out: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        is_name = word[:1].isupper() and at > 0
        plain = word.lower().replace("’", "'")
        at += 1
        if _KEPT.search(plain) or rng.random() >= share * (2 if is_name else 1):
            out.append(plain)
        elif plain in _OTHERS:
            out.append(rng.choice(_OTHERS[plain]))
        elif plain in _SWALLOWED:
            if rng.random() < 0.3:
                out.append(rng.choice(["a", "the", "and", "of"]))
        elif rng.random() < 0.3 and at < len(words) and not _KEPT.search(words[at].lower()):
            out.append(plain + words[at].lower())
            at += 1
        elif len(plain) > 6 and rng.random() < 0.4:
            cut = rng.randrange(3, len(plain) - 2)
            out += [plain[:cut], plain[cut:]]
        else:
            out.append(_garbled(plain, rng))
    return " ".join(out)


def _garbled(word: str, rng: random.Random) -> str:
    """A word of like sound: a vowel or two others, perhaps a consonant its neighbour."""
    letters = list(word)
    for _ in range(1 + (len(word) > 5)):
        place = rng.randrange(len(letters))
        letters[place] = _BESIDE.get(letters[place], letters[place])
    return "".join(letters) if "".join(letters) != word else word + "s"


def _planted(sentence: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """The sentence with another figure, without its negation, with one more."""
    figures = list(re.finditer(r"\b(?:\d[\d,.]*\d|\d|" + "|".join(_NUMBERS) + r")\b", sentence))
    if figures:
        match = rng.choice(figures)
        old = match[0]
        if old[0].isdigit():
            digit = old[0]
            new = rng.choice([d for d in "123456789" if d != digit]) + old[1:]
        else:
            new = rng.choice([word for word in _NUMBERS if word != old])
        yield "number", sentence[: match.start()] + new + sentence[match.end() :]
    negated = re.search(
        r"\b(?:is|are|was|were|will|would|can|could|should|must|has|have|had|did|do|does) not\b",
        sentence,
    )
    if negated:
        yield "negation", sentence[: negated.end() - 4] + sentence[negated.end() :]
    elif stands := _AUXILIARY.search(sentence):
        yield "negation", f"{sentence[: stands.end()]}not {sentence[stands.end() :]}"


def _is_found(check: QuoteCheck, kind: str) -> bool:
    kinds = {run.kind for run in check.diff if run.weight is Weight.SERIOUS}
    return check.verdict is Verdict.ALTERED and DiffKind(kind) in kinds


def measure(folder: Path, show: str) -> None:
    """Prints what came of genuine and of changed quotations, by the share of words misheard."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    for share in (0.0, 0.05, 0.1, 0.15):
        genuine: Counter[str] = Counter()
        planted: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        seconds = 0.0
        for number, text in enumerate(texts * _RUNS):
            rng = random.Random(f"{share} {number}")
            track = heard(text, share, rng)
            page = prepare(Page(track, (PageBlock(0, len(track), Zone.MAIN),), heard=True))
            for match in _SENTENCE.finditer(text):
                sentence = match[0].strip()
                seconds -= time.process_time()
                check = verify_quote(sentence, page)
                seconds += time.process_time()
                told = _told(check)
                genuine[told] += 1
                if told == show:
                    _print(sentence, check)
                for kind, changed in _planted(sentence, rng):
                    check = verify_quote(changed, page)
                    found = _is_found(check, kind)
                    planted[kind][found] += 1
                    if show == f"missed {kind}" and not found:
                        _print(changed, check)
        total = sum(genuine.values())
        print(
            f"{share:4.0%} of words misheard, {total} genuine: "
            + ", ".join(f"{name} {count / total:.1%}" for name, count in genuine.most_common())
            + f"; {1000 * seconds / total:.1f} ms each"
        )
        for kind, counts in planted.items():
            print(
                f"       {kind} changed: found {counts[True] / counts.total():.1%} of {counts.total()}"
            )


def _told(check: QuoteCheck) -> str:
    return (
        f"{check.verdict} {check.weight}"
        if check.verdict is Verdict.ALTERED
        else check.verdict.value
    )


def _print(sentence: str, check: QuoteCheck) -> None:
    runs = [(run.quote, run.source, run.kind.value) for run in check.diff if run.kind]
    print(f"  {check.verdict} {check.score:.2f}: {sentence}\n    {runs}")


def main() -> None:
    """Runs the measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--blind", action="store_true", help="the texts that matching is not tuned on"
    )
    parser.add_argument("--texts", type=Path, help="a folder of .txt files in English")
    parser.add_argument(
        "--show", default="", help="print these: absent, 'altered serious', 'missed number'"
    )
    told = parser.parse_args()
    measure(told.texts or TEXTS / ("blind" if told.blind else "tuning"), told.show)


if __name__ == "__main__":
    main()
