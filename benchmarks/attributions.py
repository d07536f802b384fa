"""Scores extraction on your own copy of PolNeAR (Newell, Margolin and Ruths, LREC 2018), and times it.

    python benchmarks/attributions.py FOLDER      # holds text/*.txt and attributions/*.ann

A relation counts as found when the words of its content are shared to at least one half (intersection over
union) and the speakers share a word. The corpus also marks beliefs, wishes and plans, which are not looked for:
they lower the recall of indirect relations. It is measured with and never shipped: it has no licence.
"""

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit import extract, read_article
from audit.model import AttributionKind

_SPAN = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)(?:\t|$)")
_MARKS = re.compile("[\"“”]|``|''")
_NO_CLAIM = {AttributionKind.UNATTRIBUTED, AttributionKind.LINK}


@dataclass(frozen=True)
class Relation:
    """The character positions of a content and of its speaker."""

    content: frozenset[int]
    speaker: frozenset[int]
    direct: bool


def relation(text: str, content: list[tuple[int, int]], speaker: list[tuple[int, int]]) -> Relation:
    """A relation from its spans; direct when a quotation mark stands in or beside its content."""
    words = frozenset(i for a, b in content for i in range(a, b) if text[i].isalnum())
    said_by = frozenset(i for a, b in speaker for i in range(a, b) if text[i].isalnum())
    near = any(_MARKS.search(text, max(a - 2, 0), b + 2) for a, b in content)
    return Relation(words, said_by, near)


def gold(path: Path, text: str) -> Iterator[Relation]:
    """The relations of one annotation file that have a content and a source."""
    lines = path.read_text(encoding="utf-8").split("\n")
    spans = {
        found[1]: [tuple(map(int, piece.split())) for piece in found[3].split(";")]
        for line in lines
        if (found := _SPAN.match(line))
    }
    for line in lines:
        if not re.match(r"E\d+\t", line):
            continue
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in line.split("\t", 1)[1].split():
            name, _, reference = part.partition(":")
            roles[name.rstrip("2")].extend((a, b) for a, b in spans.get(reference, ()))
        if roles["Content"] and roles["Source"]:
            yield relation(text, roles["Content"], roles["Source"])


def predicted(path: Path) -> tuple[str, list[Relation], float]:
    """The text of an article, our relations in it, and the CPU seconds they took."""
    start = time.process_time()
    article = read_article(path)
    found = extract(article)
    seconds = time.process_time() - start
    relations = [
        relation(
            article.text,
            [(span.start, span.end) for span in attribution.contents],
            [(attribution.speaker.start, attribution.speaker.end)],
        )
        for attribution in found
        if attribution.speaker is not None and attribution.kind not in _NO_CLAIM
    ]
    return article.text, relations, seconds


def matches(ours: Relation, theirs: Relation) -> bool:
    """Whether two relations are the same."""
    shared, whole = ours.content & theirs.content, ours.content | theirs.content
    return 2 * len(shared) >= len(whole) > 0 and bool(ours.speaker & theirs.speaker)


def main() -> None:
    """Prints precision, recall and F1 of direct and indirect relations, and CPU per article."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    counts: Counter[tuple[str, str]] = Counter()
    seconds: list[float] = []
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if not annotations:
            continue
        text, ours, took = predicted(path)
        theirs = list(gold(annotations[0], text))
        seconds.append(took)
        for claim in ours:
            kind = "direct" if claim.direct else "indirect"
            counts[kind, "predicted"] += 1
            counts[kind, "right"] += any(matches(claim, other) for other in theirs)
        for other in theirs:
            kind = "direct" if other.direct else "indirect"
            counts[kind, "gold"] += 1
            counts[kind, "found"] += any(matches(claim, other) for claim in ours)
    if not seconds:
        sys.exit(
            f"no annotated articles under {folder}: it needs text/*.txt and attributions/*.ann"
        )
    for kind in ("direct", "indirect"):
        precision = counts[kind, "right"] / max(counts[kind, "predicted"], 1)
        recall = counts[kind, "found"] / max(counts[kind, "gold"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:9} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(f"{1000 * sum(seconds) / len(seconds):.2f} ms CPU an article, {len(seconds)} articles")


if __name__ == "__main__":
    main()
