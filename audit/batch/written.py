"""What a batch writes of each report. Loads nothing."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Files(StrEnum):
    """Which articles of a batch get files of their own."""

    ALL = "all"
    PROBLEMS = "problems"  # those with findings
    JSONL = "jsonl"  # none: one file has a report a line


@dataclass(frozen=True, slots=True)
class Writes:
    """What is written of each report: ``files`` below ``output_dir``, or none without it.

    ``keeps_pages`` asks for the pages of its sources too: they go into a corpus.
    """

    files: Files
    output_dir: Path | None
    keeps_pages: bool = False
