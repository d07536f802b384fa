"""A text fragment highlights its passage in a real browser, all of it and nothing else."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.match.pointing.selector import selector
from audit.match.prepared.source import as_prepared
from audit.match.verify import verify_quote
from audit.model import UNSEEN, Place, Verdict, Zone
from audit.page.formats import source_text
from tests.match.finding.browser import STYLE, Browser, serving

PAGE = (
    (Path(__file__).with_name("traps.html"))
    .read_bytes()
    .replace(b"</head>", f"{STYLE}</head>".encode())
)
LETTERS = (
    "It began with a letter that nobody opened, and it went on with a second letter that somebody opened by "
    "mistake, and with a third that was opened on purpose. The fourth letter was the one that mattered, since "
    "it named the man who had promised the money, the day on which he had promised it, and the bank"
)
CASES = [
    # quotation, element, and how the passage begins and ends in the browser's own text
    ("The first line is said once.", "plain", "The first", "once"),
    ("The council met again", "head", "The council", "again"),
    ("They rebuilt the old bridge by spring", "inline", "They", "spring"),
    ("We will not dig here.", "repeat1", "We will", "here"),
    ("We will not dig here. The mayor said it again", "repeat2", "We will", "again"),
    ("We will not dig here. The mayor said it a third time", "repeat3", "We will", "third time"),
    ("Close the road", "item1", "Close", "road"),
    ("Open the harbour and count the boats", "item2", "Open", "boats"),
    ("Open the harbour and count the boats. Close the road", "article", "Open the", "the road"),
    ("Costs in May", "cell1", "Costs", "May"),
    ("Costs in June sixteen million crowns", "row2", "Costs", "crowns"),
    ("The Donaudampfschiff was late and the passengers", "soft", "The Donau", "passengers"),
    ("A Rheinschiffahrtsgesellschaft came later", "wbr", "A Rhein", "later"),
    (
        "by 3-4 percent, that is more, R&D included, and (they say) 50% of all",
        "marks",
        "by 3-4",
        "of all",
    ),
    ('It\'s "over" - at last, café owners agree', "entities", "It’s", "agree"),
    ("Some words stand close together now", "hidden", "Some", "now"),
    (
        "The first verse ends here and the second one follows it without a pause",
        "breaks",
        "The",
        "pause",
    ),
    (LETTERS, "long", "It began", "the bank"),
    ("we are done with it", "ital", "we are", "with it"),
    ("漢字の読み方は難しいと市長は言った", "ruby", "漢", "言った"),
    ("新しい橋について技術者の説明を聞いた", "cjk", "新しい", "聞いた"),
    ("Once upon a time there was a harbour", "drop", "O", "harbour"),
    ("Shouted by the style sheet alone", "upper", "Shouted", "alone"),
    ("many spaces between them", "space", "many", "them"),
    ("The tunnel was dug in three years and paid for in ten", "note", "The tunnel", "in ten"),
    ("paragraph ends with boats. The other begins with horses", "block", "paragraph", "horses"),
    ("The resume of the talks", "accent1", "The", "talks"),
    ("The résumé of the talks", "accent2", "The", "talks"),
    ("Harbour Bridges", "pieces", "Harbour", "Bridges"),
    ("nine crowns a metre", "terms", "nine", "metre"),
    ("Lines kept as they are", "pre", "Lines", "are"),
    ("more boats, more horses & more time", "list", "more boats", "time"),
    ("not in a hundred years, and not for ten crowns", "comma", "not in", "crowns"),
    ("выслушал инженеров о новом мосте", "russian", "выслушал", "мосте"),
    ("واستمع إلى المهندسين حول الجسر", "arabic", "واستمع", "الجسر"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(PAGE) as url:
        yield url


@pytest.mark.program("chromium")
@pytest.mark.parametrize(("quote", "element", "first", "last"), CASES)
def test_the_passage_and_nothing_else_is_highlighted(
    browser: Browser, address: str, quote: str, element: str, first: str, last: str
) -> None:
    check = verify_quote(quote, source_text(PAGE, "text/html"))
    assert check.verdict is Verdict.VERBATIM
    assert check.selector is not None
    shown = browser.shown(f"{address}#{check.selector.directive}", element, first, last)
    assert shown.inside > 0.9, check.selector.directive
    assert shown.outside == 0, check.selector.directive


WORDS = [
    "the",
    "a",
    "of",
    "to",
    "and",
    "bridge",
    "harbour",
    "money",
    "said",
    "will",
    "not",
    "council",
    "boats",
    "road",
    "spring",
    "mayor",
    "opened",
    "letter,",
    "again.",
    "R&amp;D",
    "3-4",
    "don’t",
    "“over”",
    "café",
    "—",
    "Zürich",
    "it",
    "we",
    "they",
]


def paragraph(chance: random.Random) -> str:
    """Few words in any order, so that nearly everything stands there several times, in odd markup."""
    words = []
    for word in chance.choices(WORDS, k=chance.randint(6, 40)):
        kind = chance.random()
        if kind < 0.06:
            words.append(f"<b>{word}</b>")
        elif kind < 0.1 and word.isalpha():
            words.append(f"{word[:1]}<i>{word[1:]}</i>")
        elif kind < 0.13:
            words.append(f"{word}<br>")
        elif kind < 0.15:
            words.append(f"<span style='display:none'>hidden</span>{word}")
        else:
            words.append(word)
    tag = chance.choice(["p", "li", "div", "blockquote", "h3", "td"])
    block = f"<{tag}>{' '.join(words)}</{tag}>"
    return f"<table><tr>{block}<td>cell of a road</td></tr></table>" if tag == "td" else block


@pytest.mark.program("chromium")
@pytest.mark.parametrize("seed", range(3))
def test_any_passage_of_a_repetitive_page_is_highlighted(browser: Browser, seed: int) -> None:
    chance = random.Random(seed)
    body = "\n".join(paragraph(chance) for _ in range(40))
    data = f"<!doctype html><meta charset=utf-8>{STYLE}<body>{body}</body>".encode()
    prepared = as_prepared(source_text(data, "text/html"))
    page = prepared.page
    unseen = (b.start for b in page.blocks if b.zone in {Zone.FOLDED, *UNSEEN})
    seen = page.text[: next(unseen, len(page.text))]
    words = list(re.finditer(r"\S+", seen))
    whole = 0
    with serving(data) as url:
        for _ in range(15):
            first = chance.randrange(len(words) - 1)
            last = min(first + chance.choice((2, 5, 20, 60)), len(words) - 1)
            start, end = words[first].start(), words[last].end()
            found = selector(prepared, Place(start, end, Zone.MAIN))
            assert found is not None
            address = f"{url}#{found.directive}"
            shown = browser.shown_letters(address, seen[:start], seen[start:end])
            assert shown.outside == 0, found
            whole += shown.inside > 0.9
    assert whole >= 14  # a word alone in its line may have nothing around it that singles it out


@pytest.mark.program("chromium")
def test_another_passage_would_be_noticed(browser: Browser, address: str) -> None:
    shown = browser.shown(f"{address}#:~:text=Boats%20and%20horses", "plain", "The first", "once")
    assert shown.inside == 0
    assert shown.outside > 0
