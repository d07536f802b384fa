"""The nouns: frozen dataclasses and enums, and the Protocols of functions handed in.

Each file of them is loaded with the first name that is taken from it: making a dataclass takes as
long as reading a page, and no command needs all of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.model.article import (
        NOT_PROSE,
        Article,
        Attribution,
        AttributionKind,
        Block,
        BlockKind,
        BlockQuotation,
        Comment,
        Embed,
        Fact,
        FactKind,
        Format,
        Link,
        LinkRole,
        Note,
        NoteMark,
        Origin,
        Outlet,
        OutletKind,
        Post,
        PostService,
        Span,
    )
    from audit.model.capture import (
        READ_WHOLE,
        ArchiveUse,
        Capture,
        Fetch,
        FetchSettings,
        Hop,
        NetworkFault,
        Outcome,
        Pairing,
        Provenance,
        Resolution,
        Robots,
        Services,
        Source,
        Standing,
        Supplied,
    )
    from audit.model.check import (
        CLOSEST_FIRST,
        WORST_FIRST,
        AttributionCheck,
        DiffRun,
        ExtractPage,
        Missing,
        NotCompared,
        Page,
        PageBlock,
        PartCheck,
        Place,
        QuoteCheck,
        Selector,
        Sentence,
        Style,
        Verdict,
        Weight,
        Zone,
    )
    from audit.model.comparison import Caution, DiffKind, DiffOp, EditMark, Fold
    from audit.model.compute import Compute, compute_here
    from audit.model.report import (
        Archive,
        Background,
        Facts,
        Finding,
        NamedWaiver,
        ProjectSetting,
        QuoteAnswer,
        Report,
        Severity,
        SourceRecord,
        Waiver,
    )

__all__ = [
    "CLOSEST_FIRST",
    "NOT_PROSE",
    "READ_WHOLE",
    "WORST_FIRST",
    "Archive",
    "ArchiveUse",
    "Article",
    "Attribution",
    "AttributionCheck",
    "AttributionKind",
    "Background",
    "Block",
    "BlockKind",
    "BlockQuotation",
    "Capture",
    "Caution",
    "Comment",
    "Compute",
    "DiffKind",
    "DiffOp",
    "DiffRun",
    "EditMark",
    "Embed",
    "ExtractPage",
    "Fact",
    "FactKind",
    "Facts",
    "Fetch",
    "FetchSettings",
    "Finding",
    "Fold",
    "Format",
    "Hop",
    "Link",
    "LinkRole",
    "Missing",
    "NamedWaiver",
    "NetworkFault",
    "NotCompared",
    "Note",
    "NoteMark",
    "Origin",
    "Outcome",
    "Outlet",
    "OutletKind",
    "Page",
    "PageBlock",
    "Pairing",
    "PartCheck",
    "Place",
    "Post",
    "PostService",
    "ProjectSetting",
    "Provenance",
    "QuoteAnswer",
    "QuoteCheck",
    "Report",
    "Resolution",
    "Robots",
    "Selector",
    "Sentence",
    "Services",
    "Severity",
    "Source",
    "SourceRecord",
    "Span",
    "Standing",
    "Style",
    "Supplied",
    "Verdict",
    "Waiver",
    "Weight",
    "Zone",
    "compute_here",
]

_FILES = ("comparison", "compute", "article", "capture", "check", "report")
"""In the order in which they stand on each other."""

if not TYPE_CHECKING:  # mypy is to know each name by its import

    def __getattr__(name: str) -> object:
        if name in __all__:
            for file in _FILES:
                found = getattr(import_module(f"{__name__}.{file}"), name, None)
                if found is not None:
                    globals()[name] = found
                    return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
