"""Persons and days that a page has otherwise than a statement in words of its own, and siblings."""

import pytest

from audit.extract import extract
from audit.match.indirect.instead.freely.days import days_otherwise
from audit.match.indirect.instead.freely.persons import persons_otherwise
from audit.match.prepared.source import prepare
from audit.model import AttributionKind
from audit.read import read_article
from tests.match.indirect.test_beside_pages import LEADS

OTHER_NAME = [
    ("en", "The captain, Luke Farrell, was sent off.", "The referee sent off the captain Luke Farrar in the second half."),
    ("en", "Paul Tilson called the closure painful.", "The leader of the council, Paul Tilley, said that the decision hurt."),
    ("en", "The mayor, Peter Woods, opened the new bridge.", "The mayor, Peter Abara, opened the new bridge in the rain."),
    ("de", "Bürgermeister Jens Ahrens ist gegen die Brücke.", "Bürgermeister Jens Arnold (SPD) lehnt die Brücke ab."),
    ("fr", "Marc Delorme, adjoint à la culture, regrette ce choix.", "L'adjoint à la culture, Marc Delattre, a regretté cette décision."),
    ("es", "Andrés Lamas anunció un recurso.", "El portavoz del partido, Andrés Lamela, anunció un recurso ante el juez."),
]  # fmt: skip
SAME_NAME = [
    ("en", "The captain, Luke Farrar, was sent off.", "The referee sent off the captain Luke Farrar in the second half."),
    ("en", "President Vladimir Selenskij spoke.", "Vladimir Zelenskyy spoke to the guests."),
    ("en", "Unlike John Kerry, nobody at the school had read it.", "The senator John McCain said that the water in the town is clean."),
    ("en", "Ann Berg-Lund leads the choir.", "The choir is led by Ann Berg, who is a baker."),
    ("en", "Maria Gonzales sang.", "Maria González sang in the old church, and Maria Lopez played."),
    ("en", "Anna Lee sang in the church.", "Anna Berg and Anna Moor sang in the church."),
    ("en", "Mary Stone sang in the church.", "Mary sang in the church, with the sister of Stone."),
    ("de", "Anna Müller singt im Chor.", "Im Chor singt Anna Mueller, eine Bäckerin aus Ede."),
    ("de", "Bürgermeister Jens Arnold lehnt sie ab.", "Bürgermeister Jens Arnold (SPD) lehnt die Brücke ab."),
]  # fmt: skip
OTHER_DAY = [
    ("en", "They sold Tom Beck on Friday for £2.6m.", "They sold their striker Tom Beck for £2.6m on Thursday."),
    ("en", "The surgeon was sentenced on Thursday at the court in Ardley.", "The court in Ardley on Wednesday sentenced the former surgeon to six years."),
    ("en", "A protest is planned for Sunday outside the town hall.", "Campaigners plan a protest outside the town hall on Saturday 8 February."),
    ("en", "The show about beetles opens on 8 September.", "She plans a show about beetles in autumn. It is to open on 18 September."),
    ("en", "Four branches will shut on 13 March.", "Four of the eleven branches will close on 31 March, the county said."),
    ("de", "Die Strecke nach Ede bleibt bis Freitag gesperrt.", "Die Strecke nach Ede bleibt bis Mittwoch gesperrt, wie die Bahn sagt."),
    ("de", "Das Fest am Hafen beginnt am 25. Mai.", "Das Fest am Hafen beginnt in diesem Jahr am 15. Mai, einen Tag später als sonst."),
    ("fr", "La grève des bateliers commencera lundi au port.", "La grève des bateliers commencera mardi au port de Lens."),
    ("es", "La unidad de urgencias abre el 25 de enero.", "La nueva unidad de urgencias abrirá el 15 de enero, dijo el hospital."),
]  # fmt: skip
SAME_DAY = [
    ("en", "They sold Tom Beck on Thursday.", "They sold their striker Tom Beck for £2.6m on Thursday."),
    ("en", "The team trained on Friday without Tom Beck.", "They sold their striker Tom Beck for £2.6m on Thursday."),
    ("en", "The train hit a lorry on Friday.", "Two people died on Friday evening near Ede. The train hit a lorry, the police said on Saturday."),
    ("en", "The council meets again on Monday.", "The council met on Tuesday. Its committee for roads sat on Monday."),
    ("en", "On Wednesday the mayor had called the bridge unsafe.", "On Thursday the mayor had the bridge closed. A day before he had called it unsafe."),
    ("en", "The fair opens on 4 May.", "The fair opens three days after 1 May, and ends on 14 May."),
    ("en", "The fair lasts until 9 May.", "The fair is open from 4 to 14 May."),
    ("en", "Ann Berg was born on 13 June.", "The boat left on 3 June. Nothing is known of its owner."),
    ("de", "Am Freitag starben bei Ede zwei Menschen.", "Bei Ede kamen am Freitagabend zwei Menschen um, teilte die Polizei am Samstag mit."),
    ("fr", "Le conseil se réunit lundi.", "Le conseil s'est réuni mardi; lundi, la commission avait voté."),
]  # fmt: skip


def _told(find: object, language: str, statement: str, page: str) -> list[str]:
    link = "([Post](https://paper.example/a))"
    text = f"# {LEADS[language].split()[0]}\n\n{LEADS[language]}\n\n{statement} {link}\n"
    source = prepare(f"{page}\n{LEADS[language]}")
    return [
        missing.nearest
        for said in extract(read_article(text.encode(), format="markdown"))
        if said.kind is AttributionKind.INDIRECT
        for missing in find(said, source)  # type: ignore[operator]
    ]


@pytest.mark.parametrize(("language", "statement", "page"), OTHER_NAME)
def test_another_last_name_is_told(language: str, statement: str, page: str) -> None:
    assert _told(persons_otherwise, language, statement, page)


@pytest.mark.parametrize(("language", "statement", "page"), SAME_NAME)
def test_of_one_person_nothing_is_said(language: str, statement: str, page: str) -> None:
    assert _told(persons_otherwise, language, statement, page) == []


@pytest.mark.parametrize(("language", "statement", "page"), OTHER_DAY)
def test_another_day_is_told(language: str, statement: str, page: str) -> None:
    assert _told(days_otherwise, language, statement, page)


@pytest.mark.parametrize(("language", "statement", "page"), SAME_DAY)
def test_of_other_events_nothing_is_said(language: str, statement: str, page: str) -> None:
    assert _told(days_otherwise, language, statement, page) == []
