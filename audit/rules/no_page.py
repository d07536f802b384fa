"""Why no page is expected to have the words: told to the author, or cited without one."""

import re

from audit.languages.extraction.own_reporting import said_to_press, unsourced
from audit.model import Article, Attribution
from audit.rules.own_reporting import around, is_own_reporting

_BEHIND = 60  # characters behind words in which a mark in brackets is looked for
_CLOSES = frozenset(".!?…")
_REST = re.compile(r"[^.!?…\n“„«\"\[(]{1,120}(?:[.!?…]|(?=\[))")
_SIGNS = re.compile(r"[\s.,;:!?…”’»«›“\"')]*")


def why_no_page(attribution: Attribution, article: Article) -> str | None:
    """What an editor can do about words that no page was given for, as the end of a sentence.

    None where the article says nothing of the kind, and a page is to be expected.
    """
    if is_own_reporting(attribution, article):
        return (
            "as said to the article's own author or paper, so there is no page to link."
            " Check it against your notes, or name them as `file` in the sources file."
        )
    if attribution.outlet is None and _is_said_to_press(attribution, article):
        return (
            "as said to reporters, which no page needs to have. Check it against your notes or the"
            " recording, link a report that has it, or name it in the sources file."
        )
    if _has_note_without_address(attribution, article):
        return (
            "with a note that gives no address, so there is no page to compare with. Check it by"
            " hand, or name a page or a `file` in the sources file."
        )
    return None


def _is_said_to_press(attribution: Attribution, article: Article) -> bool:
    text = around(attribution, article).replace("’", "'").lower()
    return said_to_press().search(text) is not None


def _has_note_without_address(attribution: Attribution, article: Article) -> bool:
    """Whether a mark behind the words, or at the end of their sentence, leads to no address."""
    ends = [
        span.end for span in (*attribution.contents, attribution.cue, attribution.speaker) if span
    ]
    reaches = [(end, _signs(article.text, end)) for end in dict.fromkeys(ends)]
    reaches += [(end, _signs(article.text, _sentence(article.text, end))) for end, _ in reaches]
    for end, reach in reaches:
        notes = [mark.note for mark in article.marks if end <= mark.at <= reach]
        if notes:
            return all(note is None or not article.notes[note].addresses for note in notes)
        behind = article.text[reach : reach + _BEHIND].lower().replace("’", "'")
        if unsourced().match(behind):
            return True
    return False


def _sentence(text: str, end: int) -> int:
    """Where the sentence that goes on behind words ends, or has a mark in brackets."""
    goes_on = _signs(text, end)
    if not _CLOSES.isdisjoint(text[max(end - 1, 0) : goes_on]):
        return end
    found = _REST.match(text, goes_on)
    return found.end() if found is not None else end


def _signs(text: str, end: int) -> int:
    found = _SIGNS.match(text, end, end + _BEHIND)
    return found.end() if found is not None else end
