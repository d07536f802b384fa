"""Words that were said to the article's own author or paper: a note, not a warning, in each language."""

import tomllib
from importlib.resources import files

import pytest

from audit.extract import extract
from audit.languages.folders import folders
from audit.model import AttributionCheck, Facts, NotCompared, Severity, Standing, Verdict
from audit.read import read_article
from audit.rules import judge

EN = "“We will reopen the ferry in spring,” {}"
DE = "„Wir werden die Fähre im Frühjahr wieder öffnen“, {}"
FR = "« Nous allons rouvrir le bac au printemps », {}"
ES = (
    "El consejo se reunió el lunes para hablar de los barcos que se perdieron en el invierno.\n\n"
    "«Vamos a reabrir el transbordador en primavera, pero no antes de mayo», {}"
)
PT = (
    "O conselho reuniu-se na segunda-feira para falar dos barcos que não voltaram do inverno.\n\n"
    "“Vamos reabrir o barco na primavera, mas não antes de maio”, {}"
)
RU = (
    "Совет собрался в понедельник, чтобы поговорить о том, что было с паромом зимой.\n\n"
    "«Мы откроем паром весной, но не раньше мая», – {}"
)

OWN = [
    EN.format("Ann Lee told me on the pier."),
    EN.format("Ann Lee told this newspaper."),
    EN.format("Ann Lee told our reporter on Monday."),
    EN.format("Ann Lee said in an interview with this paper."),
    EN.format("Ann Lee wrote in an email to us."),
    EN.format("Ann Lee says when I ask about it."),
    "Ann Lee told me: “We will reopen the ferry in spring.”",
    DE.format("sagte Anna Weber dieser Zeitung."),
    DE.format("sagte Anna Weber der Redaktion."),
    DE.format("sagte Anna Weber im Gespräch mit unserer Redaktion."),
    DE.format("erklärte Anna Weber gegenüber dieser Zeitung."),
    FR.format("a déclaré Anne Martin à notre rédaction."),
    FR.format("a déclaré Anne Martin au journal."),
    FR.format("nous a confié Anne Martin."),
    ES.format("dijo Ana Ruiz a este periódico."),
    ES.format("explicó Ana Ruiz a esta redacción."),
    PT.format("disse Ana Souza a este jornal."),
    PT.format("disse Ana Souza à reportagem."),
    RU.format("сказала Анна Иванова нашему изданию."),
    "I called Ann Lee on Monday. “We will reopen the ferry in spring,” she said.",
    "So I called a captain. “We will reopen the ferry in spring,” said Ann Lee, who has three boats.",
    "We sat down with the captain, Ann Lee. “We will reopen the ferry in spring,” Lee said.",
    "Wir haben Anna Weber am Montag angerufen. " + DE.format("sagte Weber."),
    "J'ai rencontré Anne Martin sur le quai. " + FR.format("a déclaré Anne Martin."),
]
NOT_OWN = [
    "“I called Ann Lee,” Bo Holm said. “We will reopen the ferry in spring,” she said.",
    "I called Bo Holm on Monday. “We will reopen the ferry in spring,” said Ann Lee.",
    "We asked for the minutes. “We will reopen the ferry in spring,” said Ann Lee.",
    "I called Ann Lee on Monday.\n\n“We will reopen the ferry in spring,” she told the BBC.",
    EN.format("Ann Lee told the council on Monday."),
    EN.format("Ann Lee told the BBC on Monday."),
    EN.format("Ann Lee told the BBC, and Bo Holm told reporters."),
    EN.format("Ann Lee told the reporters' union."),
    "“They told me that we will reopen the ferry,” Ann Lee said.",
    EN.format("Ann Lee said. Bo Holm told me about the pier."),
    "Bo Holm told me about the pier. “We will reopen the ferry in spring,” Ann Lee said.",
    DE.format("sagte Anna Weber dem Rat."),
    DE.format("sagte Anna Weber, Leiterin der Redaktion."),
    FR.format("a déclaré Anne Martin au conseil."),
    ES.format("dijo Ana Ruiz al consejo."),
    PT.format("disse Ana Souza ao conselho."),
    RU.format("сказала Анна Иванова совету."),
]


def severities(
    text: str,
    url: str | None = None,
    reason: NotCompared = NotCompared.NO_SOURCE,
    written_in: str = "markdown",
) -> set[Severity]:
    article = read_article(text.encode(), written_in, url=url)
    checks = tuple(
        AttributionCheck(attribution, Standing.UNLINKED, Verdict.NOT_COMPARED, reason)
        for attribution in extract(article)
        if attribution.kind in {"direct", "mixed"}
    )
    assert checks, text
    found = judge(Facts(article, checks, ()))
    notes = {"note-uncited", "note-missing"}
    assert {finding.rule for finding in found} - notes == {"source-unlinked"}
    return {finding.severity for finding in found if finding.rule not in notes}


@pytest.mark.parametrize("text", OWN)
def test_what_was_said_to_the_author_or_the_paper_is_a_note(text: str) -> None:
    assert severities(text) == {Severity.NOTE}


@pytest.mark.parametrize("text", NOT_OWN)
def test_what_was_said_to_others_is_a_warning(text: str) -> None:
    assert severities(text) == {Severity.WARNING}


TO_PRESS = [
    EN.format("Ann Lee told reporters."),
    EN.format("Ann Lee told a news conference on Monday."),
    EN.format("Ann Lee said at a press briefing."),
    DE.format("sagte Anna Weber vor Journalisten."),
    FR.format("a déclaré Anne Martin aux journalistes."),
    ES.format("dijo Ana Ruiz a los periodistas."),
    PT.format("disse Ana Souza aos jornalistas."),
    RU.format("сказала Анна Иванова журналистам."),
]
WITHOUT_ADDRESS = [
    EN.format("Ann Lee once said.[^4]\n\n[^4]: At a dinner in 2019. I was at the next table."),
    EN.format("[^4] Ann Lee once said.\n\n[^4]: At a dinner in 2019. I was at the next table."),
    "Ann Lee said “we will reopen the ferry in spring”.[citation needed]",
    "Anna Weber sagte: „Wir werden die Fähre im Frühjahr wieder öffnen.“ [Beleg fehlt]",
    "Ann Lee said “we will reopen the ferry in spring” at a dinner in 2019.[citation needed]",
    "Ann Lee said “we will reopen the ferry in spring” at a dinner in 2019 [citation needed].",
    EN.format("Ann Lee said at a dinner in 2019.[^4]\n\n[^4]: I was at the next table."),
]
WITH_ADDRESS = [
    EN.format("Ann Lee once said. She laughed.[^4]\n\n[^4]: At a dinner in 2019."),
    EN.format("Ann Lee said. The boat is old [citation needed]."),
    "Ann Lee said “we will reopen the ferry in spring”. The boat is old [citation needed].",
    "Ann Lee said: “We will reopen the ferry in spring.” The boat is old.[citation needed]",
]
RAISED = [
    f"<p>{words}</p>"
    for words in (
        (
            "Ann Lee said “we will reopen the ferry in spring”.<sup class='noprint'>[<i><a href='/wiki/X'>"
            "<span>citation needed</span></a></i>]</sup>"
        ),
        "Ann Lee said “we will reopen the ferry in spring<sup>[citation needed]</sup>” in 2019.",
        "Ann Lee said “we will reopen the ferry in spring” in 2019.<sup>[unsourced quote]</sup>",
        (
            "Anna Weber sagte: „Wir werden die Fähre im Frühjahr wieder öffnen.“<sup>[<a href='/wiki/X'>"
            "Beleg fehlt</a>]</sup>"
        ),
        (
            "Anne Martin a dit : « Nous allons rouvrir le bac au printemps. »<sup class='need_ref_tag'>"
            "<a href='/wiki/Aide'>[réf.&nbsp;nécessaire]</a></sup>"
        ),
    )
]


@pytest.mark.parametrize("text", TO_PRESS)
def test_what_was_said_to_reporters_at_large_is_a_note(text: str) -> None:
    assert severities(text) == {Severity.NOTE}


@pytest.mark.parametrize("text", WITHOUT_ADDRESS)
def test_words_with_a_note_that_gives_no_address_are_a_note(text: str) -> None:
    assert severities(text) == {Severity.NOTE}


@pytest.mark.parametrize("text", RAISED)
@pytest.mark.parametrize("reason", [NotCompared.NO_SOURCE, NotCompared.NOT_IN_CITED])
def test_a_raised_mark_that_there_is_no_source_makes_a_note(text: str, reason: NotCompared) -> None:
    article = read_article(text.encode(), "html")
    assert "[" not in article.text
    assert [mark.says_unsourced for mark in article.marks] == [True]
    assert severities(text, reason=reason, written_in="html") == {Severity.NOTE}


def test_a_raised_mark_of_the_sentence_after_excuses_nothing() -> None:
    text = (
        "<p>Ann Lee said “we will reopen the ferry in spring”. The boat is old."
        "<sup>[citation needed]</sup></p>"
    )
    assert severities(text, written_in="html") == {Severity.WARNING}


def test_a_mark_that_there_is_no_source_cites_no_note_that_is_missing() -> None:
    article = read_article(RAISED[0].encode(), "html")
    assert judge(Facts(article, (), ())) == ()


@pytest.mark.parametrize("text", WITH_ADDRESS)
def test_a_note_on_other_words_excuses_nothing(text: str) -> None:
    assert severities(text) == {Severity.WARNING}


@pytest.mark.parametrize("text", [*OWN[:3], *TO_PRESS[:2], *WITHOUT_ADDRESS[:1]])
def test_pages_beside_the_words_do_not_make_it_a_warning(text: str) -> None:
    assert severities(text, reason=NotCompared.NOT_IN_CITED) == {Severity.NOTE}


TOLD = EN.format("Ann Lee told the Harbour Echo.")
MATTER = "---\ntitle: {}\nauthor: {}\n---\n{}"


@pytest.mark.parametrize(
    ("text", "url", "severity"),
    [
        (TOLD, "https://www.harbourecho.example/ferry", Severity.NOTE),
        (TOLD, "https://www.theharbourecho.example/ferry", Severity.NOTE),
        (TOLD, "https://harbour-echo.example/ferry", Severity.NOTE),
        (TOLD, "https://gazette.example/ferry", Severity.WARNING),
        (MATTER.format("Ferry", '"Nora Vale, The Harbour Echo"', TOLD), None, Severity.NOTE),
        (MATTER.format('"Ferry | The Harbour Echo"', "Nora Vale", TOLD), None, Severity.NOTE),
        (MATTER.format("Ferry", "Nora Vale", TOLD), None, Severity.WARNING),
        (MATTER.format('"Ferry – Ann Lee"', "x", EN.format("Ann Lee said.")), None, Severity.WARNING),
        (EN.format("Ann Lee told the BBC."), "https://www.bbc.com/news/ferry", Severity.NOTE),
        (EN.format("Ann Lee told the BBC."), "https://gazette.example/", Severity.WARNING),
        (DE.format("sagte Anna Weber dem Echo."), "https://echo.example/a", Severity.NOTE),
        (FR.format("a déclaré Anne Martin au Progrès."), "https://leprogrès.example/", Severity.NOTE),
        (ES.format("dijo Ana Ruiz al Faro."), "https://elfaro.example/a", Severity.NOTE),
        (ES.format("dijo Ana Ruiz al Faro."), "https://gaceta.example/a", Severity.WARNING),
        (ES.format("dijo Ana Ruiz a El Faro."), "https://elfaro.example/a", Severity.NOTE),
    ],
)  # fmt: skip
def test_an_outlet_that_is_named_is_the_articles_own_or_it_is_not(
    text: str, url: str | None, severity: Severity
) -> None:
    assert severities(text, url) == {severity}


COURIER = EN.format("Ann Lee told the Courier.")
DECLARED = {
    "og": '<meta property="og:site_name" content="{}">',
    "json": '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry",'
    ' "publisher": {{"@type": "Organization", "name": "{}"}}}}</script>',
    "meta": '<meta name="application-name" content="{}">',
}


@pytest.mark.parametrize("how", DECLARED)
@pytest.mark.parametrize(
    ("text", "name", "severity"),
    [
        (TOLD, "The Harbour Echo", Severity.NOTE),
        (COURIER, "The Kelmouth Courier", Severity.NOTE),
        (COURIER, "Courier", Severity.NOTE),
        (DE.format("sagte Anna Weber dem Kurier."), "Kurier", Severity.NOTE),
        (COURIER, "The Harbour Echo", Severity.WARNING),
        (COURIER, "Courier Post Weekly", Severity.WARNING),
        (EN.format("Ann Lee told the BBC."), "The Harbour Echo", Severity.WARNING),
    ],
)
def test_the_name_that_a_page_gives_its_site_is_the_articles_own(
    how: str, text: str, name: str, severity: Severity
) -> None:
    head = DECLARED[how].format(name)
    page = f"<html><head>{head}</head><body><article><p>{text}</p></article></body></html>"
    assert severities(page, written_in="html") == {severity}


@pytest.mark.parametrize("key", ["publisher", "publication", "outlet", "site_name"])
def test_the_name_that_front_matter_gives_is_the_articles_own(key: str) -> None:
    named = f"---\ntitle: Ferry\n{key}: The Kelmouth Courier\n---\n{COURIER}"
    assert severities(named) == {Severity.NOTE}
    assert severities(named.replace("Kelmouth Courier", "Echo")) == {Severity.WARNING}


def test_the_address_that_a_page_calls_its_own_names_its_outlet() -> None:
    head = '<link rel="canonical" href="https://www.harbourecho.example/ferry">'
    page = f"<html><head>{head}</head><body><article><p>{TOLD}</p></article></body></html>"
    assert severities(page, written_in="html") == {Severity.NOTE}
    matter = f"---\ncanonical: https://www.harbourecho.example/ferry\n---\n{TOLD}"
    assert severities(matter) == {Severity.NOTE}


def test_every_language_that_has_words_has_these() -> None:
    text = (files("audit.languages") / "own_reporting.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    assert set(tables) <= set(folders())
    assert len(tables) >= 6
    keys = {"told", "articles", "bylines", "phrases", "contacts", "somebody", "press", "unsourced"}
    assert all(table.keys() == keys for table in tables.values())
