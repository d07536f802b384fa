"""The gold of a half, and how a report is scored against it.

``gold.txt`` has an item a line, with ``|`` between:

    article   the file of ``articles``
    kind      quote, block (set as a block or an answer), statement (no quotation marks), post
    words     the first words and, after ``~``, the last ones; the first place in the article counts
    expected  fine (faithful, and compared), open (faithful, cannot be compared), nothing (nobody's words),
              free (may be read or not: counted nowhere), or what was planted
    speaker   who says it, as alternatives between ``/``; ``-`` for nobody
    tied to   the name of the page or the note it belongs to, as alternatives; ``-`` for none
    why       what was planted, or what makes it hard to tie; begins with ``harmless:`` where faithful words are
              written otherwise at the source (a figure, a spelling, a box between them)
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from tests.desk.build_web import HERE, pages

FAITHFUL = frozenset({"fine", "open", "nothing"})
FREE = "free"
PLANTED = frozenset(
    {
        "altered-word",
        "changed-figure",
        "dropped-negation",
        "invented",
        "wrong-speaker",
        "statement-figure",
        "statement-name",
        "spliced",
        "other-person",
        "wrong-document",
    }
)
KINDS = frozenset({"quote", "block", "statement", "post"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "you", "il", "elle", "er", "sie", "ihn"})
# Findings that say nothing of the words, and two that are about what stands beside them.
_NOT_OF_WORDS = re.compile(
    r"source-|link-|waiver-|outlet-mismatch|post-unavailable|quote-unattributed|quote-language-differs"
)
_BESIDE = frozenset({"quote-cut-short", "ellipsis-drops-negation"})
# Findings that say that no page is given for words. They catch a planted error only where the gold gives none either,
# or where the page that it gives was searched all the same. To say no more than that is wrong of nobody's words alone;
# to say of faithful words that the pages lack them is wrong of all.
_NO_PAGE = frozenset({"source-unlinked", "quote-not-in-cited"})


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the gold."""

    article: str
    kind: str
    begins: str
    ends: str
    expected: str
    speakers: tuple[str, ...]
    tied: tuple[str, ...]
    why: str

    @property
    def planted(self) -> bool:
        return self.expected in PLANTED


@dataclass(frozen=True, slots=True)
class Scored:
    """What a report says of an item: rules that speak of its words, and what of it was read right."""

    item: Item
    rules: tuple[str, ...]
    verdicts: tuple[str, ...]
    words: bool
    speaker: bool
    link: bool
    read: str

    @property
    def right(self) -> bool:
        return self.words and self.speaker and self.link

    @property
    def good(self) -> bool:
        """A planted error that was caught, a faithful item that was not called wrong."""
        if self.item.planted:
            return bool(self.rules)
        return not set(self.rules) - _BESIDE


def read_gold(half: str) -> list[Item]:
    """All items of a half, in the order of the file."""
    lines = (HERE / half / "gold.txt").read_text(encoding="utf-8").splitlines()
    return [_item(line) for line in lines if line and not line.startswith("#")]


def _item(line: str) -> Item:
    article, kind, words, expected, speaker, tied, why = line.split(" | ")
    assert kind in KINDS, line
    assert expected in PLANTED | FAITHFUL | {FREE}, line
    begins, _, ends = words.partition(" ~ ")
    return Item(
        article, kind, begins, ends or begins, expected, _either(speaker), _either(tied), why
    )


def _either(field: str) -> tuple[str, ...]:
    return tuple(field.split(" / "))


def place(text: str, item: Item) -> tuple[int, int]:
    """Where an item's words stand in an article's text; (0, 0) where the reader left them out."""
    start = text.find(item.begins)
    end = text.find(item.ends, start)
    return (0, 0) if start < 0 or end < 0 else (start, end + len(item.ends))


def score(item: Item, report: Mapping[str, Any], addresses: Mapping[str, str]) -> Scored:
    """One item against the report of its article; ``addresses`` are those of the half's pages."""
    text = report["article"]["text"]
    span = place(text, item)
    over = [
        each for each in report["attributions"] if each["kind"] != "link" and _overlaps(each, span)
    ]
    marked = [each for each in over if each["kind"] != "indirect"]
    own = over if item.kind == "statement" else marked or over
    return Scored(
        item,
        tuple(
            sorted(
                _rules(report, over, item, span) | _without_a_page(report, over, item, addresses)
            )
        ),
        tuple(each["verdict"] for each in own),
        _words_right(text, item, own if item.kind == "statement" else marked, span),
        _speaker_right(item, own),
        _link_right(item, own, report["sources"], addresses),
        "; ".join(_read(each) for each in own) or "nothing",
    )


def alarms_elsewhere(report: Mapping[str, Any], items: Iterable[Item]) -> list[str]:
    """Findings that call words wrong of which the gold says nothing."""
    text = report["article"]["text"]
    spans = [place(text, item) for item in items]
    known = {
        each["id"]
        for each in report["attributions"]
        if any(_overlaps(each, span) for span in spans)
    }
    return [
        f"{found['rule']}: {found['message']}"
        for found in report["findings"]
        if _of_words(found)
        and found["rule"] not in _BESIDE
        and found["attribution_id"] not in known
    ]


def plain_words(path: Path) -> str:
    """An article without its marks of HTML or Markdown, spaced by single spaces."""
    if path.suffix == ".docx":
        path = path.parent.parent / "word" / f"{path.stem}.txt"
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = unescape(re.sub(r"<[^>]+>", "", text))
    else:
        text = re.sub(
            r"\]\([^)]*\)|\[[\^~]\d+\]|\{\d+:|^> ?|[\[\]}*]", "", text, flags=re.MULTILINE
        )
    return " ".join(text.split())


def page_addresses(half: str) -> dict[str, str]:
    """The address of each page of a half, by the name that the gold uses."""
    return {page.name: page.url for page in pages(half)}


def articles(half: str) -> list[Path]:
    """The articles of a half that the gold has items of."""
    names = dict.fromkeys(item.article for item in read_gold(half))
    return [HERE / half / "articles" / name for name in names]


def _overlaps(each: Mapping[str, Any], span: tuple[int, int]) -> bool:
    return any(part["start"] < span[1] and span[0] < part["end"] for part in each["contents"])


def _of_words(found: Mapping[str, Any]) -> bool:
    return found["severity"] != "note" and not _NOT_OF_WORDS.match(found["rule"])


def _rules(
    report: Mapping[str, Any],
    over: Iterable[Mapping[str, Any]],
    item: Item,
    span: tuple[int, int],
) -> set[str]:
    by_id = {each["id"]: each for each in over}
    return {
        found["rule"]
        for found in report["findings"]
        if found["attribution_id"] in by_id
        and _of_words(found)
        and found["rule"] not in _NO_PAGE
        and _about(found, by_id[found["attribution_id"]], span)
        and not (
            (item.kind != "statement" or not item.planted)
            and found["rule"] == "statement-figure-missing"
            and not _names_a_figure_in(by_id[found["attribution_id"]], span)
        )
    }


def _names_a_figure_in(each: Mapping[str, Any], span: tuple[int, int]) -> bool:
    """Whether a figure that a statement's source lacks stands in the words of an item inside it.

    The other half of the sentence may be right: 'It guarantees $480,000 and runs until June 2027'.
    """
    return any(_overlaps({"contents": [missing["span"]]}, span) for missing in each["missing"])


def _without_a_page(
    report: Mapping[str, Any],
    over: Iterable[Mapping[str, Any]],
    item: Item,
    addresses: Mapping[str, str],
) -> set[str]:
    """The findings that say that no page is given, where they catch an error or are wrong."""
    sources = {source["id"]: source for source in report["sources"]}
    told = set()
    for each in over:
        searched = [{**each, "source_id": name, "url": None} for name in each["searched"]]
        if item.planted:
            looked_at = any(_tied(check, sources, item.tied, addresses) for check in searched)
            counted = _NO_PAGE if looked_at or "-" in item.tied else frozenset()
        else:
            counted = _NO_PAGE if item.expected == "nothing" else frozenset({"quote-not-in-cited"})
        told |= {
            found["rule"]
            for found in report["findings"]
            if found["attribution_id"] == each["id"]
            and found["severity"] != "note"
            and found["rule"] in counted
        }
    return told


def _about(found: Mapping[str, Any], each: Mapping[str, Any], span: tuple[int, int]) -> bool:
    """Whether a finding that names one quotation of several names the one that stands here."""
    named = [part for part in each["contents"] if part["text"] == found["words"]]
    return not named or _overlaps({"contents": named}, span)


def _words_right(
    text: str, item: Item, own: Sequence[Mapping[str, Any]], span: tuple[int, int]
) -> bool:
    """A statement is there; a quotation begins and ends with the words that the gold names."""
    if item.expected == "nothing":
        return True
    if item.kind == "statement" or not own:
        return bool(own)
    parts = [part for each in own for part in each["contents"]]
    inside = [part for part in parts if part["start"] < span[1] and span[0] < part["end"]]
    start, end = min(part["start"] for part in inside), max(part["end"] for part in inside)
    between = (
        text[min(start, span[0]) : max(start, span[0])],
        text[min(end, span[1]) : max(end, span[1])],
    )
    return not any(character.isalnum() for side in between for character in side)


def _speaker_right(item: Item, own: Sequence[Mapping[str, Any]]) -> bool:
    if not own:
        return item.expected == "nothing" or "-" in item.speakers
    return all(_names(each, item.speakers) for each in own)


def _names(each: Mapping[str, Any], speakers: Sequence[str]) -> bool:
    """Whether the speaker is one of the gold's; a pronoun that was resolved is what it stands for."""
    said = each["speaker"]["text"] if each["speaker"] else ""
    name = each["speaker_name"] or ""
    if not said and not name:
        return "-" in speakers
    found = [name] if name and said.casefold() in _PRONOUNS else [said, name]
    return any(
        re.search(rf"(?i)\b{re.escape(speaker)}\b", words)
        for speaker in speakers
        for words in found
    )


def _link_right(
    item: Item,
    own: Sequence[Mapping[str, Any]],
    sources: Sequence[Mapping[str, Any]],
    addresses: Mapping[str, str],
) -> bool:
    if item.expected == "nothing":
        return True
    if not own:
        return "-" in item.tied
    by_id = {source["id"]: source for source in sources}
    return all(_tied(each, by_id, item.tied, addresses) for each in own)


def _tied(
    each: Mapping[str, Any],
    sources: Mapping[str, Mapping[str, Any]],
    tied: Sequence[str],
    addresses: Mapping[str, str],
) -> bool:
    source = sources.get(each["source_id"] or "", {})
    keys = ("url", "final_url", "words_at", "canonical", "file")
    found = {each["url"], *(source.get(key) for key in keys)} - {None}
    if not found:
        return "-" in tied
    wanted = {_plain(addresses.get(name, name)) for name in tied}
    return any(
        _plain(address) in wanted or address.rsplit("/", 1)[-1] in tied
        for address in found
        if address
    )


def _plain(address: str) -> str:
    return re.sub(r"^https?://(www\.)?|[#].*$|/$", "", address)


def _read(each: Mapping[str, Any]) -> str:
    speaker = each["speaker"]["text"] if each["speaker"] else "-"
    if each["speaker_name"] not in {None, speaker}:
        speaker += f" ({each['speaker_name']})"
    words = " … ".join(part["text"] for part in each["contents"])
    return f"{each['kind']} [{words[:40]}…{words[-15:]}] by {speaker} at {each['url'] or '-'}: {each['verdict']}"
