"""Nothing is keyed to the fixtures: names, outlets, words and addresses from a random seed."""

import random
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit, report_of, said_with
from tests.end_to_end.web import Answer, page, write_web

SYLLABLES = [
    "ba",
    "be",
    "da",
    "do",
    "fe",
    "ga",
    "hi",
    "jo",
    "ka",
    "le",
    "lo",
    "mi",
    "na",
    "no",
    "pe",
    "ra",
    "ri",
    "sa",
    "so",
    "ta",
    "te",
    "vi",
    "vo",
    "wa",
    "ze",
]
NOUNS = [
    "harbour",
    "tunnel",
    "bridge",
    "council",
    "river",
    "valley",
    "market",
    "engine",
    "signal",
    "window",
    "garden",
    "railway",
    "library",
    "hospital",
    "stadium",
    "reservoir",
    "orchard",
    "quarry",
    "lighthouse",
    "factory",
]
VERBS = [
    "rebuild",
    "repair",
    "measure",
    "abandon",
    "protect",
    "reopen",
    "inspect",
    "sell",
    "widen",
    "finish",
]
TAILS = (
    "before the winter storms return to the coast",
    "once the engineers have read the second report",
    "with the money that was promised to the town",
    "while the old ferries keep running every hour",
)
PAPERS = ("Gazette", "Herald", "Courier", "Tribune", "Chronicle")


class Inventor:
    """Makes up people, papers and sentences from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def word(self) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(3)).capitalize()

    def person(self) -> str:
        return f"{self.word()} {self.word()}"

    def paper(self) -> str:
        return f"{self.word()} {self.random.choice(PAPERS)}"

    def sentence(self) -> str:
        pick = self.random.choice
        count = self.random.randrange(12, 98)
        return (
            f"We will not {pick(VERBS)} the {pick(NOUNS)} and its {count} {pick(NOUNS)} doors"
            f" {pick(TAILS)}"
        )


def changed_word(words: str) -> str:
    for verb in VERBS:
        if f" {verb} " in words:
            return words.replace(f" {verb} ", " consider ", 1)
    raise AssertionError(words)


def changed_number(words: str) -> str:
    number = next(word for word in words.split() if word.isdigit())
    return words.replace(number, str(int(number) + 1), 1)


def dropped_not(words: str) -> str:
    return words.replace(" not ", " ", 1)


def shortened(words: str) -> str:
    return f"{words[: words.index(' the ')]} … {words[words.index(' doors ') + 7 :]}"


def bracketed(words: str) -> str:
    return words.replace("We ", "[The owners] ", 1)


PLANTS: dict[str, tuple[Callable[[str], str], str]] = {
    "verbatim": (lambda words: words, "verbatim"),
    "changed word": (changed_word, "altered"),
    "changed number": (changed_number, "altered"),
    "dropped not": (dropped_not, "altered"),
    "ellipsis": (shortened, "edited"),
    "brackets": (bracketed, "edited"),
    "somebody else": (lambda words: words, "misattributed"),
    "never said": (
        lambda _: "Nobody here has seen an elephant dance on such thin blue ice",
        "absent",
    ),
    "dead link": (lambda words: words, "not-compared"),
    "not archived": (lambda words: words, "not-compared"),
}


@pytest.mark.parametrize("suffix", ["html", "md"])
@pytest.mark.parametrize("seed", range(12))
def test_an_invented_article_gives_the_verdicts_that_were_planted(
    seed: int, suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invent = Inventor(seed)
    answers, paragraphs, expected = [], [], []
    plants = list(PLANTS)
    invent.random.shuffle(plants)
    for number, plant in enumerate(plants):
        change, verdict = PLANTS[plant]
        said, speaker, paper = invent.sentence(), invent.person(), invent.paper()
        domain = f"{paper.replace(' ', '-').lower()}.example"
        url = f"https://www.{domain}/story/{invent.random.randrange(10**6)}"
        quote = change(said)
        there = invent.person() if plant == "somebody else" else speaker
        if plant == "dead link":
            answers.append(Answer(url, page("Not found", ["This page is gone."]), "404 Not Found"))
        elif plant != "not archived":
            story = [
                f"The {invent.random.choice(NOUNS)} was the talk of the town on Monday morning.",
                f"“{said},” {there} told the {paper} in an interview.",
                "More was to follow in the afternoon, when the council met for the last time.",
            ]
            answers.append(Answer(url, page(f"Story {number}", story)))
        paragraphs.append((quote, speaker, paper, url))
        expected.append((quote, verdict, speaker))
    write_web(tmp_path / "web.warc.gz", answers)
    article = tmp_path / f"article.{suffix}"
    article.write_text(ARTICLE[suffix](paragraphs), encoding="utf-8")
    run = citeaudit(
        capsys,
        *("check", article, "--captures", tmp_path / "web.warc.gz", "--offline"),
        *("--output-dir", tmp_path / "out"),
    )
    assert run.code == 1, run.err
    report = report_of(tmp_path / "out" / "article")
    for quote, verdict, speaker in expected:
        found = said_with(report, quote)
        assert (found["verdict"], found["speaker_name"]) == (verdict, speaker), quote


def as_html(paragraphs: list[tuple[str, str, str, str]]) -> str:
    body = "\n".join(
        f"<p>&ldquo;{escape(quote)},&rdquo; {speaker} told the <a href='{url}'>{paper}</a>.</p>"
        for quote, speaker, paper, url in paragraphs
    )
    return (
        "<!doctype html><html lang='en'><head><title>The story</title></head><body><article>"
        f"<h1>The story</h1>\n<p>It was a long year for the town and its people.</p>\n{body}\n"
        "</article></body></html>"
    )


def as_markdown(paragraphs: list[tuple[str, str, str, str]]) -> str:
    return "# The story\n\nIt was a long year.\n\n" + "\n\n".join(
        f"“{quote},” {speaker} told the [{paper}]({url}).".replace(
            "[The owners]", r"\[The owners\]"
        )
        for quote, speaker, paper, url in paragraphs
    )


ARTICLE = {"html": as_html, "md": as_markdown}
