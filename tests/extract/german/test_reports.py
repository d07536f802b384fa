"""What German reports without quotation marks: each construction with siblings of its own."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def stated(text: str) -> list[tuple[str, str]]:
    """The speaker and the words of each indirect statement of a text."""
    article = replace(read_article(text.encode(), format="text"), language="de")
    return [
        (found.speaker.text, " … ".join(content.text for content in found.contents))
        for found in extract(article)
        if found.kind is AttributionKind.INDIRECT and found.speaker is not None
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # without 'dass', in the subjunctive
        ("Er betonte, das Kabinett habe die Wahl.", "Er", "das Kabinett habe die Wahl"),
        ("Die Ministerin versicherte, die Züge führen wieder.", "Die Ministerin", "die Züge führen wieder"),
        ("Kapitän Ole Harms sagte, er sei nicht müde.", "Kapitän Ole Harms", "er sei nicht müde"),
        # infinitives
        ("Die Stadt kündigte an, Masken zu verteilen.", "Die Stadt", "Masken zu verteilen"),
        ("Er warf dem Verein vor, zu spät gehandelt zu haben.", "Er", "zu spät gehandelt zu haben"),
        ("Pfarrer Uwe Lenz versprach, die Glocken zu läuten.", "Pfarrer Uwe Lenz", "die Glocken zu läuten"),
        # sources without a verb, in front and in the middle
        ("Laut Anna Lind ist der Plan tot.", "Anna Lind", "ist der Plan tot"),
        ("Der Plan ist laut Anna Lind tot.", "Anna Lind", "Der Plan ist … tot"),
        ("Die Brücke ist nach Angaben der Polizei gesperrt.", "der Polizei", "Die Brücke ist … gesperrt"),
        ("Nach Einschätzung von Ökonomen wächst der Handel.", "Ökonomen", "wächst der Handel"),
        ("Das Dorf wurde dem Bürgermeister zufolge geräumt.", "dem Bürgermeister", "Das Dorf wurde … geräumt"),
        ("Einem Gutachten zufolge fehlt der Beton.", "Einem Gutachten", "fehlt der Beton"),
        # behind what is said
        ("Der Markt bleibe geschlossen, so Wirtin Eva Noll.", "Wirtin Eva Noll", "Der Markt bleibe geschlossen"),
        ("Die Straße ist frei, teilte die Polizei mit.", "die Polizei", "Die Straße ist frei"),
        ("Das Spiel fällt aus, wie der Verein mitteilte.", "der Verein", "Das Spiel fällt aus"),
        ("Wie die Feuerwehr mitteilte, brannte ein Stall.", "die Feuerwehr", "brannte ein Stall"),
        ("Man prüfe den Fall, hieß es aus dem Ministerium.", "dem Ministerium", "Man prüfe den Fall"),
        ("Die Kosten seien gestiegen, heißt es in dem Bericht.", "dem Bericht", "Die Kosten seien gestiegen"),
        # the sentence before
        ("Ein Stall brannte ab. Das teilte die Polizei mit.", "die Polizei", "Ein Stall brannte ab"),
        ("Der Zoo schließt. Das berichtete der Merkur.", "der Merkur", "Der Zoo schließt"),
        ("Die Bank zahlt. Dies bestätigte eine Sprecherin.", "eine Sprecherin", "Die Bank zahlt"),
        # sentences that go on in the subjunctive
        ("Lena Ruf lehnt ab. Der Preis sei zu hoch.", "Lena Ruf", "Der Preis sei zu hoch"),
        ("Das sei neu, sagte Jan Ost. Er habe es geahnt.", "Jan Ost", "Er habe es geahnt"),
        ("Trainer Kai Busch jubelte. Das Team habe gekämpft.", "Trainer Kai Busch", "Das Team habe gekämpft"),
        # what holds, not what says
        ("Sie zeigte sich überzeugt, dass es gelingt.", "Sie", "es gelingt"),
        ("Die Partei vertritt die Auffassung, das Gesetz sei tot.", "Die Partei", "das Gesetz sei tot"),
        ("Der Richter kam zu dem Schluss, dass er log.", "Der Richter", "er log"),
        ("Die Firma hat den Vorschlag unterbreitet, die Halle zu verkaufen.", "Die Firma", "die Halle zu verkaufen"),
        ("Der Chef hatte die Erlaubnis erteilt, den Bären zu fangen.", "Der Chef", "den Bären zu fangen"),
        ("Die Rednerin hat die These vertreten, die Partei stagniere.", "Die Rednerin", "die Partei stagniere"),
        # what a noun leads to ends before the verb of its clause
        ("Die Ankündigung des Konzerns, das Werk zu schließen, kam überraschend.", "des Konzerns", "das Werk zu schließen"),
        ("Trotz der Zusage der Stadt, die Halle zu bauen, protestierten viele.", "der Stadt", "die Halle zu bauen"),
        # a view alone is no owner's, whatever stands before it with a capital
        ("Dem Bericht zufolge fehlt der Beton.", "Dem Bericht", "fehlt der Beton"),
        ("Offiziellen Angaben zufolge starben drei Menschen.", "Offiziellen Angaben", "starben drei Menschen"),
        ("Schäubles Worten zufolge ist alles gut.", "Schäubles", "ist alles gut"),
        # the source of the sentence before
        ("Laut Polizei brannte ein Haus. Demnach starben drei Menschen.", "Demnach", "starben drei Menschen"),
        ("Die Wahlleitung gab Zahlen bekannt. Die Partei hat demnach verloren.", "demnach", "Die Partei hat … verloren"),
        ("Augenzeugen berichteten von Schüssen. Demnach flohen zwei Männer.", "Demnach", "flohen zwei Männer"),
        # documents that a verb parts from what they say
        ("Das Land hat Berichte zurückgewiesen, wonach ein Feuer ausgebrochen sei.", "Berichte", "ein Feuer ausgebrochen sei"),
        ("Der Verein dementierte Meldungen erneut, wonach der Trainer geht.", "Meldungen", "der Trainer geht"),
        # an adjective is no verb; whose side it is
        ("Erst vergangene Woche kündigte die Bahn an, den Schalter zu schließen.", "die Bahn", "den Schalter zu schließen"),
        ("Von Seiten der Stadt wurde betont, die Halle werde fertig.", "der Stadt", "die Halle werde fertig"),
        ("Von Seiten des Vereins wurde versichert, das Spiel finde statt.", "des Vereins", "das Spiel finde statt"),
        ("Investor Jost Riemann hielt dagegen, alle Gutachten lägen vor.", "Investor Jost Riemann", "alle Gutachten lägen vor"),
        ("Forscher haben herausgefunden, dass Bienen rechnen.", "Forscher", "Bienen rechnen"),
    ],
)  # fmt: skip
def test_each_construction_has_its_source(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Nachrichtenmagazine, die bekannten Blätter, erscheinen wöchentlich.",
        "Es wäre ihm verboten gewesen, weiter Spenden zu sammeln. Bis zum Abend regnete es.",
        "Der Handel sieht einen Rabatt vor. Wäre das Wetter besser, kämen mehr Kunden.",
        "Erst nach dem Regen öffnete der Markt. Nach umfangreichen Arbeiten war er schöner.",
        "Die Brücke bleibt gesperrt, weil der Beton fehlt. Für neue Pläne fehlte das Geld.",
        "Er verließ den Saal, der gegen Mittag leer war. Die im Süden gelegene Stadt schlief.",
        "Die Firma beschloss, das Werk zu schließen.",
        "Niemand erwartet, dass es schneit.",
        "Das Bewegen der Rakete heißt nicht, dass sie fliegt.",
    ],
)
def test_ordinary_narration_reports_nothing(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # the figure that somebody gives for a thing
        ("Das Ministerium bezifferte die Kosten auf 400 Euro.", "Das Ministerium", "die Kosten auf 400 Euro"),
        ("Die Polizei schätzte die Zahl der Gäste auf 3000.", "Die Polizei", "die Zahl der Gäste auf 3000"),
        ("Den Schaden bezifferte die Feuerwehr auf 2 Millionen Euro.", "die Feuerwehr", "Den Schaden … auf 2 Millionen Euro"),
        # an outlet in marks, behind its article
        ("Der „Nordkurier“ meldete, der Hafen werde geschlossen.", "Der „Nordkurier“", "der Hafen werde geschlossen"),
        ("Die „Hallesche Zeitung“ hatte berichtet, er verlange mehr.", "Die „Hallesche Zeitung“", "er verlange mehr"),
        # a document of the sentence before
        ("Der Brief kam gestern an. Darin heißt es, die Halle sei verkauft.", "Darin", "die Halle sei verkauft"),
        ("Die Firma gab eine Mitteilung heraus. Darin heißt es, man sei bereit.", "Darin", "man sei bereit"),
        # a body behind 'es'
        ("Das Gericht wartet. Der Zeuge sei krank, teilte es mit.", "es", "Der Zeuge sei krank"),
        ("Das Amt gibt Entwarnung. Der Fluss sei sauber, teilte es mit.", "es", "Der Fluss sei sauber"),
        # whose view it is, behind a pronoun
        ("Dort sei der Abstand seinen Berechnungen zufolge halb so groß.", "seinen", "Dort sei der Abstand … halb so groß"),
        ("Der Fahrer hatte ihren Angaben zufolge kein Licht.", "ihren", "Der Fahrer hatte … kein Licht"),
    ],
)  # fmt: skip
def test_what_is_meant_stands_elsewhere(text: str, speaker: str, words: str) -> None:
    assert stated(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Sechs Jahre hat Lene Ohm an dem Buch geschrieben, jetzt steht es im Regal.",
        "Die Zeitung hat oft über den Hafen berichtet, nun ist er zu.",
        "Auf die Frage, ob sie das lese, antwortet Ohm mit einem Lied.",
    ],
)
def test_nothing_is_stated_where_somebody_only_wrote_or_was_asked(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Gericht wartet. Der Zeuge sei krank, teilte es mit.", "Das Gericht"),
        (
            "Die Firma gab eine Mitteilung heraus. Darin heißt es, man sei bereit.",
            "eine Mitteilung",
        ),
        ("Am Montag erschien ein Bericht. „Die Brücke ist marode“, heißt es darin.", "ein Bericht"),
        ("Der Rat liest einen Brief. Darin ist von „Betrug in Serie“ die Rede.", "einen Brief"),
    ],
)
def test_what_stands_for_a_body_or_a_document_is_named(text: str, name: str) -> None:
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert [said.speaker_name for said in extract(article)] == [name]


def test_the_source_before_is_named_behind_demnach() -> None:
    for text, name in (
        ("Laut Anna Lind brannte ein Haus. Demnach starben drei Menschen.", "Anna Lind"),
        ("Der Leiter Jan Ost sagte, es sei kalt. Es bleibt demnach kalt.", "Jan Ost"),
    ):
        article = replace(read_article(text.encode(), format="text"), language="de")
        assert extract(article)[-1].speaker_name == name
    assert stated("Es war kalt. Demnach blieben viele zu Hause.") == []
