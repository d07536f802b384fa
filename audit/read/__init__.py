"""From bytes to an Article that keeps the way back to the file."""

from typing import TYPE_CHECKING

from audit.on_demand import on_demand

if TYPE_CHECKING:
    from audit.read.article import read_article
    from audit.read.format import formats, suffixes
    from audit.read.links.addresses import is_url, meant_address
    from audit.read.loading import MAX_BYTES
    from audit.read.meant import what_is_meant

__all__ = [
    "MAX_BYTES",
    "formats",
    "is_url",
    "meant_address",
    "read_article",
    "read_dates",
    "suffixes",
    "what_is_meant",
]

if not TYPE_CHECKING:  # mypy knows each name by its import
    __getattr__ = on_demand(
        __name__, __all__, ("links.addresses", "meant", "loading", "format", "article")
    )


def read_dates(page: bytes) -> tuple[str | None, str | None]:
    """The day of publication and that of the last change that a page gives.

    See ``audit.read.html.dates``.
    """
    from audit.read.html import dates  # noqa: PLC0415 — reading articles need not wait for it

    return dates.read_dates(page)
