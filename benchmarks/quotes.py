"""Measures verdicts on derived quotations, kind by kind.

    python -m benchmarks.quotes [--texts FOLDER] [--blind] [--each N] [--show KIND]

The texts were written for this project and stand in ``quote_cases/texts``: ``tuning`` may be looked at when
matching is changed; of ``blind`` only the figures are. Any folder of .txt files in English can be measured
with instead. A false alarm is a faithful quotation called altered or absent, a miss is a changed one called
verbatim or edited; a place counts as found when it shares nine tenths with the true one (intersection over union).
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from audit import verify_quote
from benchmarks.quote_cases import absent, changed, faithful, hidden, marked, spoken
from benchmarks.quote_cases.case import TEXTS, Case, cases, load

MODULES = (
    faithful,
    marked,
    changed,
    hidden,
    spoken,
    absent,
)  # importing them registers their kinds
FAIR = frozenset({"verbatim", "edited"})


@dataclass
class Score:
    """What came of a run; ``wrong`` holds the cases by kind."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, list[tuple[Case, str]]] = field(default_factory=lambda: defaultdict(list))
    light: dict[str, list[Case]] = field(default_factory=lambda: defaultdict(list))
    kinds: Counter[str] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    weights: Counter[str] = field(default_factory=Counter)
    misplaced: list[Case] = field(default_factory=list)
    misweighed: list[tuple[Case, str]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def false_alarms(self) -> float:
        """The share of faithful quotations called altered or absent."""
        return self.counts["false alarm"] / max(self.counts["faithful"], 1)

    @property
    def missed(self) -> float:
        """The share of changed quotations called verbatim or edited."""
        return self.counts["missed"] / max(self.counts["changed"], 1)

    @property
    def worst(self) -> tuple[float, str]:
        """The kind with the largest share of wrong sides, faithful for changed or the other way round."""
        return max(
            (sum(_crosses(case, got) for case, got in self.wrong[kind]) / often, kind)
            for kind, often in self.kinds.items()
        )

    @property
    def f1(self) -> float:
        """The mean F1 of the four verdicts."""
        scores = []
        for verdict in ("verbatim", "edited", "altered", "absent"):
            right = self.confusion[verdict, verdict]
            said = sum(n for (_, got), n in self.confusion.items() if got == verdict)
            true = sum(n for (wanted, _), n in self.confusion.items() if wanted == verdict)
            scores.append(2 * right / max(said + true, 1))
        return sum(scores) / len(scores)

    @property
    def placed(self) -> float:
        """The share of places found, of the quotations that stand somewhere."""
        return self.places["found"] / max(self.places["all"], 1)


def _crosses(case: Case, got: str) -> bool:
    return (case.verdicts[0] in FAIR) != (got in FAIR)


def overlap(case: Case, start: int | None, end: int | None) -> float:
    """Intersection over union of the true place and the one given."""
    if case.start is None or case.end is None or start is None or end is None:
        return 0.0
    shared = max(min(case.end, end) - max(case.start, start), 0)
    return shared / (max(case.end, end) - min(case.start, start))


def measure(all_cases: Iterable[Case]) -> Score:
    """Compares every case and counts."""
    score = Score()
    for case in all_cases:
        before = time.process_time()
        check = verify_quote(case.quote, case.source)
        score.seconds += time.process_time() - before
        got = check.verdict.value
        score.kinds[case.kind] += 1
        right = got in case.verdicts
        if len(case.verdicts) == 1 or not right:
            score.confusion[case.verdicts[0], got] += 1
        if not right:
            score.wrong[case.kind].append((case, got))
        if FAIR.isdisjoint(case.verdicts) or FAIR.issuperset(case.verdicts):
            side = "faithful" if case.verdicts[0] in FAIR else "changed"
            score.counts[side] += 1
            if _crosses(case, got):
                score.counts["false alarm" if side == "faithful" else "missed"] += 1
        if case.start is not None:
            score.places["all"] += 1
            if overlap(case, check.start, check.end) >= 0.9:
                score.places["found"] += 1
            else:
                score.misplaced.append(case)
        weight = getattr(check, "weight", None)
        if case.weight and got == "altered" and weight is not None:
            score.weights["all"] += 1
            if weight == case.weight:
                score.weights["right"] += 1
            else:
                score.misweighed.append((case, str(weight)))
    return score


def report(score: Score, shown: str | None) -> None:
    """Prints the table, and the wrong cases of one kind."""
    for kind, often in score.kinds.items():
        wrong = score.wrong[kind]
        crossed = sum(_crosses(case, got) for case, got in wrong)
        moved = sum(case.kind == kind for case in score.misplaced)
        misweighed = sum(case.kind == kind for case, _ in score.misweighed)
        if wrong or moved or misweighed:
            said = ", ".join(
                f"{n} {got}" for got, n in Counter(got for _, got in wrong).most_common()
            )
            print(
                f"{kind:50} {often:4}  wrong side {crossed / often:6.1%}  wrong {len(wrong) / often:6.1%}"
                f"  place {moved / often:6.1%}  weight {misweighed / often:6.1%}  {said}"
            )
    total = sum(score.kinds.values())
    share, worst = score.worst
    print(
        f"\n{total} cases of {len(score.kinds)} kinds, {1000 * score.seconds / total:.2f} ms CPU each"
    )
    print(f"false alarm    {score.false_alarms:7.2%} of {score.counts['faithful']}")
    print(f"missed         {score.missed:7.2%} of {score.counts['changed']}")
    print(f"worst kind     {share:7.2%} ({worst})")
    print(f"macro F1       {score.f1:7.2%}")
    print(f"place found    {score.placed:7.2%} of {score.places['all']}")
    print(
        f"weight right   {score.weights['right'] / max(score.weights['all'], 1):7.2%} of {score.weights['all']}"
    )
    if shown:
        for case, got in score.wrong[shown]:
            print(
                f"\n{got}: {case.quote}\n   of: {case.source[case.start : case.end] if case.start else '-'}"
            )
        for case in score.misplaced:
            if case.kind == shown:
                check = verify_quote(case.quote, case.source)
                print(f"\nplace: {case.quote}\n   is: {case.source[case.start : case.end]}")
                print(
                    f"  got: {check.verdict} {case.source[check.start : check.end] if check.start is not None else '-'}"
                )
        for case, weight in score.misweighed:
            if case.kind == shown:
                print(
                    f"\nweight {weight}: {case.quote}\n   of: {case.source[case.start : case.end]}"
                )


def main() -> None:
    """Reads the arguments, measures, prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--blind", action="store_true")
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--show")
    given = parser.parse_args()
    folder = given.texts or TEXTS / ("blind" if given.blind else "tuning")
    texts = list(load(folder))[:180]
    report(measure(cases(texts, each=given.each)), given.show)


if __name__ == "__main__":
    main()
