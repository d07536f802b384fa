"""``citeaudit explain``: what a rule looks for or a word of a report means, and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from textwrap import fill

from audit.cli.console.output import result
from audit.cli.exits import Exit
from audit.errors import UsageError
from audit.report.in_words.glossary import KINDS, LABELS, Term, terms
from audit.rules import RULES
from audit.rules.rule import Rule

_WIDTH = 80
_NEAR = 0.65  # of the characters of two names
_MOST_SAYING = 3  # pages that are shown for words out of a sentence


def explain_word(name: str | None) -> Exit:
    """Prints the page of a rule or of a word, or the list of all.

    The case of a name does not count, nor whether a hyphen or a blank stands in it. Several names
    are explained one after the other, and words out of the sentence of a finding by its rule.

    Raises:
        UsageError: The name is neither; it gives the nearest that is.
    """
    if not name:
        result("".join(f"{line}\n" for line in _all()))
        return Exit.OK
    pages = _pages(name) or _each(name.split()) or _that_say(" ".join(name.lower().split()))
    if not pages:
        known = [*(rule.id for rule in RULES), *(term.word for term in terms()), *LABELS]
        hint = _nearest(name, known) or ", see citeaudit explain for all"
        raise UsageError(f"explain: {name!r} is no rule and no word of a report{hint}")
    result("\n".join(pages))
    return Exit.OK


def _pages(name: str) -> list[str]:
    """What is known by a name: a rule, a word with each of its meanings, or what a label is for."""
    word = LABELS.get(name.lower(), "-".join(name.lower().replace("_", " ").split()))
    pages = [_page(rule) for rule in RULES if rule.id == word]
    return pages + [_meaning(term) for term in terms() if term.word == word]


def _each(names: Sequence[str]) -> list[str]:
    """The pages of several names; none where one of them is no name."""
    pages = [_pages(name.strip(",")) for name in names]
    return [page for each in pages for page in each] if all(pages) else []


def _that_say(words: str) -> list[str]:
    """The pages in whose first sentence two words or more stand as they do in a message."""
    if " " not in words:
        return []
    said = [(rule.summary, _page(rule)) for rule in RULES]
    said += [(term.meaning, _meaning(term)) for term in terms()]
    pages = [page for sentence, page in said if f" {words} " in f" {sentence.lower()} "]
    return pages if len(pages) <= _MOST_SAYING else []


def _nearest(name: str, known: Iterable[str]) -> str:
    """As ``nearest``, where more than a half of the letters agree: a word is no misspelt other."""
    found = get_close_matches(name.lower(), dict.fromkeys(known), n=1, cutoff=_NEAR)
    return f", did you mean {found[0]}?" if found else ""


def _all() -> Iterator[str]:
    widest = max(len(rule.id) for rule in RULES)
    for rule in RULES:
        yield f"{rule.id:<{widest}}  {rule.severity:<7}  {rule.summary}"
    yield ""
    yield "Words of a report, each explained in the same way:"
    for kind, words in KINDS:
        yield fill(
            f"{kind}: {', '.join(words)}",
            _WIDTH,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _meaning(term: Term) -> str:
    return f"{term.word}: {term.kind}\n{fill(term.meaning, _WIDTH)}\n"


def _page(rule: Rule) -> str:
    lines = [
        f"{rule.id}: {rule.severity}, confidence {rule.confidence}",
        fill(f"{rule.summary}.", _WIDTH),
        "",
        fill(rule.help, _WIDTH, break_long_words=False, break_on_hyphens=False),
        "",
        *(f"See {link}" for link in rule.links),
    ]
    return "\n".join(lines) + "\n"
