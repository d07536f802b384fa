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
