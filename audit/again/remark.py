"""What verifying a report has to say: one line for each thing that differs or cannot be known."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What of a report a remark is about."""

    ARCHIVE = "archive"
    ARTICLE = "article"
    SOURCE = "source"
    ATTRIBUTION = "attribution"
    FINDING = "finding"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that differs, or could not be verified: of what part, its name there, and how."""

    about: Kind
    name: str
    message: str
