"""A newsroom's articles, audited as its desk would: what was planted is caught, what is faithful is left.

The figures in ``floors.toml`` may only rise. ``-s`` prints what was missed.
"""

import gzip
import json
import re
import tomllib
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from audit.cli import main
from tests.desk.build_web import HALVES, HERE, archive, pages
from tests.desk.build_word import words
from tests.desk.desk import (
    FAITHFUL,
    PLANTED,
    Scored,
    alarms_elsewhere,
    articles,
    page_addresses,
    place,
    plain_words,
    read_gold,
    score,
)
from tests.end_to_end.run import load_stages

FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@dataclass
class Result:
    """All items of a half, scored."""

    scored: list[Scored] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """The figures that are pinned."""
        planted = [each for each in self.scored if each.item.planted]
        faithful = [each for each in self.scored if each.item.expected in FAITHFUL]
        return {
            "planted": len(planted),
            "caught": sum(each.good for each in planted),
            "faithful": len(faithful),
            "called_wrong": sum(not each.good for each in faithful) + len(self.elsewhere),
            "right": sum(each.right for each in planted + faithful),
        }


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The results of a half, audited once: from the command line, offline, with its archive."""

    @cache
    def result(half: str) -> Result:
        folder = tmp_path_factory.mktemp(half)
        inputs = articles(half)
        captures = HERE / half / "web.warc.gz"
        line = ["check", *inputs, "--captures", captures, "--offline", "--output-dir", folder]
        load_stages()
        with redirect_stdout(StringIO()):
            assert main([str(word) for word in line]) in {0, 1}
        return scored(half, {path.name: report_of(folder, path) for path in inputs})

    return result


@pytest.fixture(scope="module")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The findings of an article of the second half, by the name of its file."""

    @cache
    def findings(name: str) -> list[dict[str, Any]]:
        folder, half = tmp_path_factory.mktemp("noted"), HERE / "second"
        line = ["check", half / "articles" / name, "--captures", half / "web.warc.gz"]
        load_stages()
        with redirect_stdout(StringIO()):
            main([*map(str, line), "--offline", "--output-dir", str(folder)])
        found: list[dict[str, Any]] = report_of(folder, Path(name))["findings"]
        return found

    return findings


def report_of(folder: Path, article: Path) -> dict[str, Any]:
    [written] = folder.rglob(f"{article.stem}/report.json")
    report: dict[str, Any] = json.loads(written.read_text("utf-8"))
    return report


def scored(half: str, reports: dict[str, dict[str, Any]]) -> Result:
    result = Result()
    gold, addresses = read_gold(half), page_addresses(half)
    for name, report in reports.items():
        items = [item for item in gold if item.article == name]
        result.scored += [score(item, report, addresses) for item in items]
        result.elsewhere += [f"{name}: {each}" for each in alarms_elsewhere(report, items)]
    return result


@pytest.mark.parametrize("half", HALVES)
def test_planted_errors_are_caught_and_faithful_words_left_alone(
    half: str, audited: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    result = audited(half)
    counts = result.counts()
    capsys.readouterr()
    print(table(half, result))
    floors = FLOORS[half]
    assert counts["planted"] == floors["planted"]
    assert counts["faithful"] == floors["faithful"]
    assert counts["caught"] >= floors["caught"]
    assert counts["called_wrong"] <= floors["called_wrong"]
    assert counts["right"] >= floors["right"]


@pytest.mark.parametrize(
    ("article", "words", "author"),
    [
        ("cup-final.html", "It was a final that had everything", "Kit Sommer"),
        ("sleep-explainer.md", "Nobody is to be woken for a form", "Lou Ferrante"),
    ],
)
def test_words_of_the_pages_author_are_a_note_and_no_catch(
    article: str, words: str, author: str, noted: Any
) -> None:
    """The desk counts them as missed: a note is not what an editor must have seen."""
    [note] = [
        found for found in noted(article) if found["words"] and found["words"].startswith(words)
    ]
    assert (note["rule"], note["severity"]) == ("quote-other-name", "note")
    assert f"in the text of its author, “{author}”" in note["message"]


def table(half: str, result: Result) -> str:
    """The misses, by what they are."""
    lines = [f"{half}: {result.counts()}"]
    for kind in sorted(PLANTED):
        of_kind = [each for each in result.scored if each.item.expected == kind]
        lines.append(f"  {kind}: {sum(each.good for each in of_kind)} of {len(of_kind)}")
    missed = [each for each in result.scored if not each.good]
    lines += [f"MISSED {_line(each)}" for each in missed if each.item.planted]
    lines += [f"WRONG {_line(each)}" for each in missed if each.item.expected in FAITHFUL]
    lines += [f"WRONG elsewhere {each}" for each in result.elsewhere]
    lines += [f"READ {_line(each)}" for each in result.scored if not each.right]
    return "\n".join(lines)


def _line(each: Scored) -> str:
    faults = [name for name in ("words", "speaker", "link") if not getattr(each, name)]
    item = each.item
    return (
        f"{item.article} | {item.kind} | {item.begins[:45]} | {item.expected} | {'+'.join(faults)} | "
        f"{item.why} | {', '.join(each.rules)} | {each.read}"
    )


@pytest.mark.parametrize("half", HALVES)
def test_the_archive_is_built_from_the_pages(half: str) -> None:
    packed = (HERE / half / "web.warc.gz").read_bytes()
    assert gzip.decompress(packed) == gzip.decompress(archive(half))


@pytest.mark.parametrize("half", HALVES)
def test_the_gold_names_words_of_the_articles_and_pages_of_the_archive(half: str) -> None:
    addresses = page_addresses(half)
    texts = {path.name: plain_words(path) for path in articles(half)}
    for item in read_gold(half):
        assert place(texts[item.article], item) != (0, 0), item
        for name in set(item.tied) - {"-"}:
            assert name in addresses or (HERE / half / "articles" / "notes" / name).is_file(), item


@pytest.mark.parametrize("half", HALVES)
def test_the_articles_in_word_are_built_from_their_texts(half: str) -> None:
    for path, built in words(half):
        assert contents(path.read_bytes()) == contents(built)


def contents(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("half", HALVES)
def test_faithful_quotations_stand_in_the_pages_that_they_are_tied_to(half: str) -> None:
    sources = {page.name: bare(page.body.decode()) for page in pages(half)}
    for path in (HERE / half / "articles" / "notes").glob("*"):
        sources[path.name] = bare(re.sub(r"(?m)^\d\d:.*$", "", path.read_text(encoding="utf-8")))
    texts = {path.name: plain_words(path) for path in articles(half)}
    for item in read_gold(half):
        if item.expected != "fine" or item.kind == "statement" or item.why.startswith("harmless:"):
            continue
        start, end = place(texts[item.article], item)
        fragments = re.split(r"…|\[[^]]*\]", texts[item.article][start:end])
        named = [sources[name] for name in item.tied if name in sources]
        assert any(all(bare(each) in text for each in fragments) for text in named), item


def bare(text: str) -> str:
    """The words of a page or a quotation alone."""
    text = unescape(re.sub(r"<[^>]+>", " ", text)).replace("’", "'")
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.casefold()))
