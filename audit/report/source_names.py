"""What every format calls a source, where its passage can be read, and where it was looked for."""

from collections.abc import Collection, Iterator, Mapping

from audit.markup.addresses.moments import pointed
from audit.markup.addresses.url import is_own_file, shown_address
from audit.model import AttributionCheck, Finding, QuoteCheck, SourceRecord
from audit.report.passages import clip

_LONGEST_TITLE = 80  # characters
_MOST_SEARCHED = 12  # pages that are named
_LONGEST_SEARCH = 800  # characters


def source_title(record: SourceRecord) -> str:
    """What the report calls a source: its outlet, else its page's title, else its address."""
    if record.source.outlet:
        return clip(record.source.outlet.name, _LONGEST_TITLE)
    title = record.page.title if record.page else None
    return clip(title or shown_address(record.source.url), _LONGEST_TITLE)


def passage_address(record: SourceRecord, check: QuoteCheck | None) -> str:
    """The address that opens the source, at the passage where there is one.

    Where the words came from an embed service, it leads to the post: the service answers programs.
    A file of the user's own has none that opens it.
    """
    if record.source.words_at != record.source.url or is_own_file(record.source.url):
        return record.source.url
    pointer = check.selector.directive if check is not None and check.selector else ""
    return pointed(record.capture.final_url, pointer)


def searched(records: Mapping[str, SourceRecord], check: AttributionCheck) -> str | None:
    """Which pages were searched for words, where it is not only the one that decided."""
    others = [name for name in check.searched if name != check.source_id]
    if not others:
        return None
    named = [source_title(records[name]) for name in check.searched[:_MOST_SEARCHED]]
    more = len(check.searched) - len(named)
    rest = f", and {more} more" if more else ""
    return f"Searched for the words: {', '.join(named)}{rest}."


def sought(check: AttributionCheck, shown: Collection[Finding]) -> Iterator[str]:
    """Where the source of words was searched for, and not found, in sentences.

    ``shown`` are the findings whose messages are told whole: what they say is not said twice.
    """
    if check.search is None or check.search.found is not None:
        return
    for sentence in check.search.sentences():
        told = clip(sentence, _LONGEST_SEARCH)
        if not any(told in finding.message for finding in shown):
            yield told
