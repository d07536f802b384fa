"""Copies of the fixtures with one word, one digit or one 'not' changed: each change is altered."""

import random
import re
from pathlib import Path

import pytest

from audit import extract, read_article
from tests.end_to_end.run import ROOT, citeaudit, report_of

ARTICLES = ROOT / "fixtures" / "articles"


def faithful_quotations(name: str, suffix: str) -> list[tuple[str, str]]:
    """(words, file text of the words) of the quotations that are verbatim in the unchanged article."""
    path = ARTICLES / f"{name}.{suffix}"
    raw = path.read_text(encoding="utf-8")
    found = []
    for attribution in extract(read_article(path)):
        for content in attribution.contents:
            words = content.text.rstrip(",.")
            if (
                attribution.kind.value in {"direct", "mixed"}
                and len(words.split()) >= 6
                and words in raw
            ):
                found.append((attribution.id, words))
    return found


def one_word(words: str, seed: random.Random) -> str:
    parts = words.split(" ")
    at = seed.choice([i for i, part in enumerate(parts) if i and len(part) > 3 and part.isalpha()])
    parts[at] = "zebra"
    return " ".join(parts)


def one_digit(words: str, seed: random.Random) -> str | None:
    digits = [match.start() for match in re.finditer(r"\d", words)]
    if not digits:
        return None
    at = seed.choice(digits)
    return words[:at] + str((int(words[at]) + 1) % 10) + words[at + 1 :]


def one_not(words: str, seed: random.Random) -> str:
    if " not " in words:
        return words.replace(" not ", " ", 1)
    for verb in (" is ", " has ", " will ", " may ", " was "):
        if verb in words:
            return words.replace(verb, f"{verb}not ", 1)
    at = seed.randrange(1, len(words.split()))
    return " ".join([*words.split()[:at], "not", *words.split()[at:]])


CHANGES = {"word": one_word, "digit": one_digit, "not": one_not}


@pytest.mark.parametrize("change", sorted(CHANGES))
@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("russia-taliban", "html"),
        ("russia-taliban", "md"),
        ("russia-taliban", "txt"),
        ("harbour-tunnel", "html"),
    ],
)
def test_a_changed_copy_is_altered_where_it_was_changed(
    name: str,
    suffix: str,
    change: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    seed = random.Random(f"{name} {suffix} {change}")
    path = ARTICLES / f"{name}.{suffix}"
    raw = path.read_text(encoding="utf-8")

    def verdicts(text: str) -> dict[str, list[str]]:
        copy = tmp_path / f"copy.{suffix}"
        copy.write_text(text, encoding="utf-8")
        run = citeaudit(
            capsys,
            *("check", copy, "--sources", ARTICLES / f"{name}.sources.toml"),
            *("--captures", ROOT / "fixtures" / "web.warc.gz", "--offline"),
            *("--output-dir", tmp_path / "out"),
        )
        assert run.code in {0, 1}, run.err
        report = report_of(tmp_path / "out" / "copy")
        return {
            checked["id"]: [checked["reason"], *(part["verdict"] for part in checked["parts"])]
            for checked in report["attributions"]
        }

    before = verdicts(raw)
    tried = 0
    for attribution_id, words in faithful_quotations(name, suffix):
        changed = CHANGES[change](words, seed)
        if changed is None or set(before[attribution_id]) != {None, "verbatim"}:
            continue
        after = verdicts(raw.replace(words, changed, 1))
        # words without a link are held to other pages only in the mouth of the same person
        assert {"altered", "not-in-cited", "no-source"} & {*after[attribution_id]}, changed
        tried += 1
    assert tried or (change == "digit" and name == "russia-taliban")
