"""What options and settings choose between; loaded before what a run is made of."""

from enum import StrEnum


class Style(StrEnum):
    """How strictly a quotation is held to its source."""

    STRICT = "strict"
    LIGHT_EDIT = "light-edit"
    AP = "ap"  # this and what follows: as the published guide of a house has it
    REUTERS = "reuters"
    GUARDIAN = "guardian"
    BBC = "bbc"


class Discover(StrEnum):
    """For which words a source is searched."""

    NAMED = "named"  # words without a source, of an outlet, a document or a person
    ALL = "all"  # every quotation without a source
    OFF = "off"


class ArchiveUse(StrEnum):
    """What a web archive is asked for, where a page cannot be read first of all."""

    NONE = "none"
    MEMENTO = "memento"  # a copy of the page
    SAVE = "save"  # that, and to make a copy of every page that can be read


class Severity(StrEnum):
    """How much a finding matters; what fails a build is chosen by ``--fail-on``.

    A rule gives one of the first three. What somebody answers for is waived, what a baseline has is
    known: both are listed and fail nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    WAIVED = "waived"
    KNOWN = "known"


class Confidence(StrEnum):
    """How often a finding like this one is one that an editor acts on."""

    HIGH = "high"  # words were compared, or a server said so
    MEDIUM = "medium"  # a page or a sentence was read for what it means
    LOW = "low"  # often there is a good reason
