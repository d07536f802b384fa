"""``citeaudit extract``: who is quoted or cited, without asking the network."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.cli.console.output import complain, result, result_json
from audit.cli.console.streams import standard_input
from audit.cli.exits import Exit, worst
from audit.cli.inputs.articles import articles
from audit.cli.inputs.folders import STDIN
from audit.cli.options.articles import ExtractFormat
from audit.cli.runs.workers import workers_for
from audit.config import load_settings
from audit.errors import InternalError, ReadError
from audit.listing import attributions_of
from audit.model import Article, Attribution
from audit.model.counted import counted
from audit.read import MAX_BYTES
from audit.report.escape import json_text, visible
from audit.report.json.checks import said_object
from audit.report.outline import apart

_WORDS_SHOWN = 60


def list_attributions(
    inputs: Sequence[str], input_format: str | None, output_format: ExtractFormat
) -> Exit:
    """Prints who is quoted or cited in articles; one that cannot be read stops no other.

    A folder or a pattern stands for the articles in it, as for an audit.
    """
    found: list[dict[str, Any]] = []
    codes: list[Exit] = []
    settings = load_settings()
    inputs = articles(inputs, output_dir=Path(settings.output_dir))
    with workers_for(settings, tasks=0, beside=1) as workers:
        for name in inputs:
            given = standard_input(MAX_BYTES) if name == STDIN else name
            try:
                article, attributions = attributions_of(given, input_format, workers)
            except (ReadError, InternalError) as error:
                complain(str(error))
                is_ours = isinstance(error, InternalError)
                codes.append(Exit.INTERNAL if is_ours else Exit.UNREADABLE)
                continue
            found.extend(
                {"path": article.path, **said_object(article, said)} for said in attributions
            )
            if output_format is ExtractFormat.TERMINAL:
                result("".join(f"{line}\n" for line in _table(name, article, attributions)))
    if output_format is ExtractFormat.JSON:
        result_json(found)
    elif output_format is ExtractFormat.JSONL:
        result("".join(json_text(json.dumps(row, ensure_ascii=False)) + "\n" for row in found))
    return worst(codes)


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
