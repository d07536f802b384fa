"""The short list of differences that ``--style light-edit`` lets pass as edited, by name.

They are what news agencies allow in a spoken quotation without a mark: fillers, intensifiers, 'and', 'but',
'so' and articles dropped, repeats and false starts dropped, contractions, spelled figures, OK and percent.
Never a changed negation, modal, pronoun or content word; words put in never pass.
"""

from collections.abc import Sequence

from audit.match.fold import fold
from audit.model import DiffRun

_DROPPED = {
    "filler": frozenset(
        {
            "um",
            "uh",
            "er",
            "erm",
            "ah",
            "eh",
            "hmm",
            "well",
            "you know",
            "i mean",
            "sort of",
            "kind of",
        }
    ),
    "intensifier": frozenset({"really", "very", "just", "actually", "basically", "quite", "so"}),
    "conjunction": frozenset({"and", "but", "so"}),
    "article": frozenset({"a", "an", "the"}),
}
_FIGURES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_SPELLINGS = {
    "ok": "okay",
    "%": "percent",
    "per cent": "percent",
    "gonna": "going to",
    "wanna": "want to",
    **{str(number): word for number, word in enumerate(_FIGURES)},
}
_CONTRACTIONS = {
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'m": " am",
    "won't": "will not",
    "can't": "cannot",
    "n't": " not",
}
_IS_AFTER = ("it's", "that's", "there's", "he's", "she's", "what's", "here's")


def light_edits(runs: Sequence[DiffRun]) -> tuple[str, ...] | None:
    """The names of the unmarked differences of a diff, or None where one is not on the list."""
    names: list[str] = []
    for index, run in enumerate(runs):
        if run.op == "equal" or run.marked:
            continue
        name = _name(run, runs[index - 1] if index else None, runs[index + 1 : index + 2])
        if name is None:
            return None
        if name not in names:
            names.append(name)
    return tuple(names)


def _name(run: DiffRun, before: DiffRun | None, after: Sequence[DiffRun]) -> str | None:
    quoted, there = _plain(run.quote), _plain(run.source)
    if not there:
        return None
    if not quoted:
        for name, words in _DROPPED.items():
            if there in words:
                return f"{name}-dropped"
        follows = after and f"{_plain(after[0].source)} ".startswith(f"{there} ")
        precedes = before and f" {_plain(before.source)}".endswith(f" {there}")
        return "repeat-dropped" if follows or precedes else None
    if _expanded(quoted) == _expanded(there):
        return "contraction"
    if _SPELLINGS.get(quoted, quoted) == _SPELLINGS.get(there, there):
        return "spelling"
    return None


def _plain(words: str) -> str:
    return fold(words).words.strip().lower()


def _expanded(words: str) -> str:
    for short, long in _CONTRACTIONS.items():
        words = words.replace(short, long)
    return " ".join(
        word.replace("'s", " is") if word in _IS_AFTER else word for word in words.split()
    )
