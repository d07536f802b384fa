"""The options that say which articles a command is given, and how they are written."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from audit.batch.written import Files
from audit.cli.options.declare import Option
from audit.read import formats, suffixes

if TYPE_CHECKING:
    Format = str
else:  # the help offers the members; which there are, the readers say
    Format = StrEnum("Format", {name: name for name in formats()})

SUFFIXES = ", ".join(suffixes())
"""How the names of article files end, for a sentence."""

InputFormat = Annotated[
    Format | None,
    Option(help="What the articles are written in, where it cannot be told."),
]


class ExtractFormat(StrEnum):
    """What attributions can be printed as."""

    TERMINAL = "terminal"
    JSON = "json"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOptions:
    """Articles beside those of the command line, and how several are audited."""

    from_file: Annotated[
        list[str] | None,
        Option(
            metavar="LIST", help="A file with an input a line; repeatable, - for standard input."
        ),
    ] = None
    exclude: Annotated[
        list[str] | None,
        Option(
            metavar="PATTERN",
            help="Pass over what matches in folders, as a .gitignore has it; repeatable.",
        ),
    ] = None
    changed_since: Annotated[
        str | None,
        Option(
            metavar="REV",
            help="Audit only files that are others than at this revision of their git repository.",
        ),
    ] = None
    jobs: Annotated[
        int, Option(("--jobs", "-j"), least=1, most=64, help="Articles that are audited at once.")
    ] = 4
    reports: Annotated[
        Files,
        Option(
            help="Articles that get files of their own: all, those with problems, or none, and one"
            " file reports.jsonl for all."
        ),
    ] = Files.ALL
    input_format: InputFormat = None
