"""``citeaudit extract``: who is quoted or cited, without asking the network."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from audit.cli.exits import Exit, worst
from audit.cli.inputs import InputFormat
from audit.cli.output import complain, result, result_json
from audit.cli.streams import standard_input
from audit.errors import ReadError
from audit.extract import extract as find
from audit.model import Article, Attribution
from audit.read import MAX_BYTES, read_article
from audit.report.escape import json_text, visible
from audit.report.json_checks import said_object
from audit.report.outline import apart

_WORDS_SHOWN = 60


class ExtractFormat(StrEnum):
    """What attributions can be printed as."""

    TERMINAL = "terminal"
    JSON = "json"
    JSONL = "jsonl"


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Article files, or - for standard input."),
    ],
    *,
    input_format: InputFormat = None,
    output_format: Annotated[
        ExtractFormat, typer.Option("--format", "-f", help="What is printed to standard output.")
    ] = ExtractFormat.TERMINAL,
) -> int:
    """List who is quoted or cited in articles, with which words. No network is asked."""
    found: list[dict[str, Any]] = []
    codes: list[Exit] = []
    for name in inputs:
        try:
            article = read_article(standard_input(MAX_BYTES) if name == "-" else name, input_format)
        except ReadError as error:
            complain(str(error))
            codes.append(Exit.UNREADABLE)
            continue
        attributions = find(article)
        found.extend({"path": article.path, **said_object(article, one)} for one in attributions)
        if output_format is ExtractFormat.TERMINAL:
            result("".join(f"{line}\n" for line in _table(name, article, attributions)))
    if output_format is ExtractFormat.JSON:
        result_json(found)
    elif output_format is ExtractFormat.JSONL:
        result("".join(json_text(json.dumps(one, ensure_ascii=False)) + "\n" for one in found))
    return worst(codes)


def _table(name: str, article: Article, attributions: Sequence[Attribution]) -> Iterator[str]:
    shown = apart(attributions)
    yield visible(f"{name}: {len(shown)} attributions")
    rows = [_row(article, one) for one in shown]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join(cells[:4]) + f"  {row[4]}"


def _row(article: Article, one: Attribution) -> tuple[str, str, str, str, str]:
    start = one.contents[0].start
    line, paragraph = article.line(start), article.paragraph(start)
    words = " … ".join(" ".join(content.text.split()) for content in one.contents)
    shown = words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"
    return (
        f"{line:>4}" if line is not None else f"¶{paragraph}".rjust(4),
        one.kind.value,
        visible(one.speaker_name or "–"),
        visible(one.outlet.name if one.outlet is not None else "–"),
        visible(shown),
    )
