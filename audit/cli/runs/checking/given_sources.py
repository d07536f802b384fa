"""Tells of the ``[[source]]`` tables of a run that serve nothing, or contradict each other."""

from collections.abc import Iterator, Sequence

from audit.cli.console.output import say
from audit.markup.addresses.canonical import canonical
from audit.markup.addresses.wrapped import unwrapped
from audit.model import Report, Standing, Supplied
from audit.model.counted import counted
from audit.report.escape import visible
from audit.resolve.supplied import serves

_MOST_NAMED = 5


def tell_of_sources(supplied: Sequence[Supplied], report: Report) -> None:
    """Names the tables that no words of the article are for, and those of one address.

    A misspelt name, or a line that has moved, would else be compared with nothing in silence.
    """
    lines = list(dict.fromkeys([*_unused(supplied, report), *_twice(supplied)]))
    for line in lines[:_MOST_NAMED]:
        say(line)
    if len(lines) > _MOST_NAMED:
        say(f"and {counted(len(lines) - _MOST_NAMED, 'more such table', 'more such tables')}")


def _unused(supplied: Sequence[Supplied], report: Report) -> Iterator[str]:
    facts = report.facts
    linked = {
        canonical(record.source.url)
        for record in facts.sources
        if record.source.standing is not Standing.SUPPLIED
    }
    for entry in supplied:
        selectors = [
            f"{name} = {visible(str(value))!r}"
            for name in ("outlet", "speaker", "line")
            if (value := getattr(entry, name)) is not None
        ]
        if not selectors:  # a saved page that stands for an address
            if canonical(unwrapped(entry.url)) not in linked:
                yield f"the article does not link to {visible(entry.url)}, for which a [[source]] gives a file"
        elif not any(serves(entry, check.attribution, facts.article) for check in facts.checks):
            yield f"no words of the article are for the [[source]] with {', '.join(selectors)}"


def _twice(supplied: Sequence[Supplied]) -> Iterator[str]:
    """The addresses for which several tables give different files: none of them is read."""
    files: dict[str, str] = {}
    for entry in supplied:
        if entry.file is None:
            continue
        url = canonical(unwrapped(entry.url))
        if files.setdefault(url, entry.file) != entry.file:
            yield f"two [[source]] tables give different files for {visible(entry.url)}: neither is read, keep one"
            files[url] = entry.file
