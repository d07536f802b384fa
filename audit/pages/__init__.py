"""A source as it came, to its page and to who says what there; both are kept for the next time.

``reading`` is the way, ``cache`` keeps what came of it, ``plain`` says how that is written down.
"""

from audit.pages.reading import (
    can_be_read,
    extract_page,
    keep_part,
    read_capture,
    read_page,
    read_source,
    voices_of,
)

__all__ = [
    "can_be_read",
    "extract_page",
    "keep_part",
    "read_capture",
    "read_page",
    "read_source",
    "voices_of",
]
