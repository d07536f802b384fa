"""``citeaudit extract``: who is quoted or cited, without asking the network."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from textwrap import indent
from typing import Any

from audit.cli.console.output import complain, result
from audit.cli.console.streams import standard_input
from audit.cli.exits import Exit, worst
from audit.cli.inputs.articles import articles
from audit.cli.inputs.folders import STDIN
from audit.cli.options.articles import ExtractFormat
from audit.cli.runs.in_order import in_order
from audit.cli.runs.workers import workers_for
from audit.config import load_settings
from audit.errors import InternalError, ReadError
from audit.listing import told_of
from audit.model import Article, Attribution
from audit.model.counted import counted
from audit.read import MAX_BYTES
from audit.report.escape import json_text, visible
from audit.report.json.checks import said_object
from audit.report.outline import apart
from audit.workers import Workers

_WORDS_SHOWN = 60


def list_attributions(
    inputs: Sequence[str], input_format: str | None, output_format: ExtractFormat, jobs: int
) -> Exit:
    """Prints who is quoted or cited in articles, as it is found; one that fails stops no other.

    A folder or a pattern stands for the articles in it, as for an audit. What is printed is in the
    order of the articles, however many are read at once.
    """
    codes: list[Exit] = []
    settings = load_settings()
    names = articles(inputs, output_dir=Path(settings.output_dir))
    at_once = max(min(jobs, len(names)), 1)
    begun = False
    with workers_for(settings, tasks=0, beside=at_once) as workers:
        read = partial(_told, input_format=input_format, form=output_format, workers=workers)
        for found in in_order(read, names, at_once):
            if isinstance(found, ReadError | InternalError):
                complain(str(found))
                is_ours = isinstance(found, InternalError)
                codes.append(Exit.INTERNAL if is_ours else Exit.UNREADABLE)
            elif found and output_format is ExtractFormat.JSON:
                result(f"{',' if begun else '['}\n{found}")
                begun = True
            elif found:
                result(found)
    if output_format is ExtractFormat.JSON:
        result("\n]\n" if begun else "[]\n")
    return worst(codes)


def _told(
    name: str, *, input_format: str | None, form: ExtractFormat, workers: Workers
) -> str | ReadError | InternalError:
    """What is printed of one article, or why it cannot be read."""
    given = standard_input(MAX_BYTES) if name == STDIN else name
    try:
        return told_of(given, input_format, workers, partial(_PRINTED[form], name))
    except (ReadError, InternalError) as error:
        return error


def _as_table(name: str, article: Article, attributions: Sequence[Attribution]) -> str:
    return "".join(f"{line}\n" for line in _table(name, article, attributions))


def _as_lines(_: str, article: Article, attributions: Sequence[Attribution]) -> str:
    rows = _objects(article, attributions)
    return "".join(json_text(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def _as_items(_: str, article: Article, attributions: Sequence[Attribution]) -> str:
    """The items of a JSON array that has those of other articles, too."""
    rows = _objects(article, attributions)
    texts = (json_text(json.dumps(row, ensure_ascii=False, indent=2)) for row in rows)
    return ",\n".join(indent(text, "  ") for text in texts)


def _objects(article: Article, attributions: Sequence[Attribution]) -> Iterator[dict[str, Any]]:
    for said in attributions:
        yield {"path": article.path, **said_object(article, said)}


_PRINTED = {
    ExtractFormat.TERMINAL: _as_table,
    ExtractFormat.JSON: _as_items,
    ExtractFormat.JSONL: _as_lines,
}


def _table(name: str, article: Article, attributions: Sequence[Attribution]) -> Iterator[str]:
    shown = apart(attributions)
    yield visible(f"{name}: {counted(len(shown), 'attribution')}")
    rows = [_row(article, attribution) for attribution in shown]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join(cells[:4]) + f"  {row[4]}"


def _row(article: Article, attribution: Attribution) -> tuple[str, str, str, str, str]:
    start = attribution.contents[0].start
    line, paragraph = article.line(start), article.paragraph(start)
    words = " … ".join(" ".join(content.text.split()) for content in attribution.contents)
    shown = words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"
    outlet = attribution.outlet
    return (
        f"{line:>4}" if line is not None else f"¶{paragraph}".rjust(4),
        attribution.kind.value,
        visible(attribution.speaker_name or "–"),
        visible(outlet.name if outlet is not None else "–"),
        visible(shown),
    )
