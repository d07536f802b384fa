"""Who says words in German quotation marks where clauses tell it."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def quoted(text: str) -> list[tuple[str | None, str]]:
    """The speaker and the words of each quotation of a text."""
    article = replace(read_article(text.encode(), format="text"), language="de")
    return [
        (found.speaker.text if found.speaker is not None else None, found.contents[0].text)
        for found in extract(article)
        if found.kind not in {AttributionKind.INDIRECT, AttributionKind.LINK}
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a role, and the name in an apposition
        ("Der Chef der Freien Wähler, Jürgen Mohl, widersprach: „Das Geld fehlt.“", "Jürgen Mohl"),
        ("Die Sprecherin der Stadt, Anna von Kohl, sagte: „Das Geld fehlt.“", "Anna von Kohl"),
        ("„Das Geld fehlt uns“, sagte der Chef der Freien Wähler, Jürgen Mohl.", "Jürgen Mohl"),
        ("„Das Geld fehlt uns“, sagte der Minister, Markus Lind habe es genommen.", "der Minister"),
        ("Der Minister, am Montag in Rom, sagte: „Das Geld fehlt uns.“", "Der Minister"),
        # an adverb first
        ("So warnten Vertreter der Kammer vor einem „drohenden Abfluss“.", "Vertreter der Kammer"),
        ("Kritisch bewertet die Partei das Gesetz als „halbherzig“.", "die Partei"),
        ("Relativierend fügt Paul Gall hinzu: „Das gilt aber nicht für alle im Land.“", "Paul Gall"),
        # an object first
        ("Jede Mitverantwortung weist Petra Hartmann von sich: „Ich war nicht dabei.“", "Petra Hartmann"),
        ("Den Vorwurf nannte der Minister „absurd“.", "der Minister"),
        ("Diese Kritik wies Trainer Jan Ost als „haltlos“ zurück.", "Trainer Jan Ost"),
        # compounds that only listened before
        ("Die Nachrichtenagentur meldet: „Drei Bomben waren unter dem Wagen.“", "Die Nachrichtenagentur"),
        ("Die Tageszeitung schrieb: „Der Damm ist an zwei Stellen gebrochen.“", "Die Tageszeitung"),
        ("Der Fernsehsender berichtete: „Der Flughafen bleibt bis morgen zu.“", "Der Fernsehsender"),
        # in a sentence that goes on in the subjunctive
        ("Anna Lind lehnte ab. Das System sei „kaputt“.", "Anna Lind"),
        ("Das sagte Jan Ost. Er habe „nie gezögert“.", "Jan Ost"),
        ("Die Idee sei gut, sagte Eva Noll. Sie werde „alles geben“.", "Eva Noll"),
        # behind 'es' and in what a source reports
        ("In dem Antrag heißt es wörtlich: „Die Einstufung wird aufgehoben und gelöscht.“", "dem Antrag"),
        ("„Die Lage ist ernst“, heißt es in dem Schreiben.", "dem Schreiben"),
        ("Nach Ansicht von Eva Noll ist das „ein Witz“.", "Eva Noll"),
        # the paper's own narration, and whom a paper cites
        ("Die NZZ berichtete: „Die Regierung hofft, dass der Verkauf scheitert.“", "Die NZZ"),
        ("„Der Preis ist zu hoch“, zitierte das Handelsblatt einen Investor.", "einen Investor"),
        ("Volker Ratz wird mit den Worten zitiert: „Das wird ihm lange nachhängen.“", "Volker Ratz"),
        # Swiss marks and names with titles
        ("«Wir lassen niemanden allein», sagte Regierungsrätin Ladina Caduff.", "Regierungsrätin Ladina Caduff"),
        ("»Wir sind bereit«, sagte Bundeskanzlerin Angela Merkel.", "Bundeskanzlerin Angela Merkel"),
        ("Dr. Till Marquardt erklärte: „Mein Mandant war an dem Abend zu Hause.“", "Dr. Till Marquardt"),
    ],
)  # fmt: skip
def test_the_subject_speaks_wherever_it_stands(text: str, speaker: str) -> None:
    assert quoted(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Die Fähre „Harle Kurier“ bringt Gäste auf die Insel.",
        "Der Hubschrauber „SAR 71“ stellt seinen Betrieb ein, sagte Jan Ost.",
        "Der Film „Das Tal“ erhielt einen Preis, sagte die Regisseurin.",
        "Die Radiosender senden die bekannten Magazine „Morning Edition“ und „Weekend“.",
        "Nach Angaben der Agentur „Interfax“ brannte ein Zug.",
        "Er galt als „Pitbull“ der Fraktion.",
    ],
)
def test_names_in_marks_are_nobodys_words(text: str) -> None:
    assert all(speaker is None for speaker, _ in quoted(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Er halte den Plan für gut und bezeichnete die Einwände dagegen als „kleinlich“.", "Er"),
        ("Lind wollte sich nicht festlegen, sagte aber, die Partei müsse „endlich reden“.", "Lind"),
        ("Roth blieb bei seinem Nein, sprach dabei aber von „vielen guten Gründen“.", "Roth"),
        ("Die Polizei bekräftigt auch, „Hulting ist nicht Paris.“", "Die Polizei"),
        ("Auch das Motiv fand sich dort: „Wir glauben, dass eines Tages alles endet.“", None),
        ("In dem Brief findet sich der Satz: „Wir glauben, dass alles endet.“", None),
    ],
)
def test_a_verb_that_goes_on_has_the_subject_of_the_clause_before(
    text: str, speaker: str | None
) -> None:
    assert [who for who, _ in quoted(text)] == [speaker]


def test_a_relative_pronoun_is_no_source() -> None:
    text = "Gemeint ist die Leitlinie, der zufolge alle gehen müssen."
    assert not extract(replace(read_article(text.encode(), format="text"), language="de"))
