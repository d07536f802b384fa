"""Who says quoted words in German, where the structure of its clauses has to tell."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def speaker_of(text: str) -> str | None:
    """Who says the last quotation of a text."""
    article = replace(read_article(text.encode(), format="text"), language="de")
    quoted = [a for a in extract(article) if a.kind is not AttributionKind.INDIRECT]
    return quoted[-1].speaker.text if quoted and quoted[-1].speaker is not None else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # an attribute before its noun is no finite verb
        (
            (
                "Den noch in Ebrach verbliebenen Mietern sicherte Präsidentin Roth zu, dass sie „bis"
                " zum Sommer wohnen können“."
            ),
            "Präsidentin Roth",
        ),
        (
            (
                "Zum technischen Hintergrund der Panne führt der Bericht aus, das System weise einen"
                " „schweren und bekannten“ Fehler auf."
            ),
            "der Bericht",
        ),
        ("Mit der neu formulierten Klausel soll „alles besser werden, was war“.", None),
        # a verb before its pronoun is one, whether a list knows it or not
        ("Seit Mai vertritt sie die These, dass Träume „ganz ohne Wert“ seien.", "sie"),
        # an apposition with small words in its name, and initials before one
        (
            "Die Sprecherin der Stiftung, Heike van Laak, sagte dazu: „Wir bleiben dabei.“",
            "Heike van Laak",
        ),
        (
            (
                "„Wer so handelt, verspielt Vertrauen“, kritisierte auch der Sprecher der SPD, Hannes"
                " Ritz."
            ),
            "Hannes Ritz",
        ),
        ("Van der Velde spricht von einer „schleichenden Katastrophe“.", "Van der Velde"),
        # a clause that goes on behind a relative one
        (
            (
                "Trainer Lind nannte drei Karten in einem Spiel, in dem es kaum Fouls gab,"
                " „übertrieben“."
            ),
            "Trainer Lind",
        ),
        # a verb that closes a relative clause behind the words is no tag
        (
            (
                "Die Gruppe, die sich selbst „Rat für Freiheit und Ordnung im Land“ nennt und Macht"
                " hat, will bleiben."
            ),
            None,
        ),
        # a verb that goes on with the subject of the clause before
        (
            "Brandstiftung schloss ein Sprecher nicht aus, nannte dies aber „reine Spekulation“.",
            "ein Sprecher",
        ),
        (
            (
                "Lind wollte sich noch nicht festlegen, sagte aber, die Gremien müssten „auf die Lage"
                " schauen“."
            ),
            "Lind",
        ),
        # a tag behind words outweighs what leads to them without saying
        (
            (
                "Roth bat um die Rücknahme der Ernennung: „Ich bin dazu entschlossen“, heißt es in"
                " einer gestern verbreiteten Erklärung."
            ),
            "einer gestern verbreiteten Erklärung",
        ),
        (
            (
                "Minister Lind sieht grünes Licht für seine Pläne: „Ich gehe davon aus“, zitiert die"
                " Welt den Minister."
            ),
            "den Minister",
        ),
        # the holder of a view that a noun carries
        (
            (
                "Auf den Vorwurf der CDU, es handele sich um einen „sozialistischen Antrag“,"
                " entgegnete Lind nichts."
            ),
            "der CDU",
        ),
        # what stands where 'es' says something
        (
            (
                "Kosten sollen „durch mehr Effizienz“ sinken, so heißt es in einer gemeinsamen"
                " Erklärung der Räte."
            ),
            "einer gemeinsamen Erklärung der Räte",
        ),
        (
            "In einem Schreiben der Räte hatte es geheißen: „Wir geben nicht auf.“",
            "einem Schreiben der Räte",
        ),
        # shouted words
        (
            "Die Demonstranten zogen weiter und skandierten Parolen wie „Stoppt den Wahn“.",
            "Die Demonstranten",
        ),
        # who acts for the speaker is no part of the speaker
        (
            (
                "„Ich habe weggesehen, und das tut weh“, ließ die 44-Jährige von ihrem Verteidiger"
                " verlesen."
            ),
            "die 44-Jährige",
        ),
        (
            "„So ein Foul muss Rot geben, immer“, schimpfte der 51-Jährige in Richtung Bank.",
            "der 51-Jährige",
        ),
        # two whom a sentence without a verb of saying could mean
        ("Die Ärztin Ida Lind bekam Post von der Richterin Karla Roth: „Das ist Recht so.“", None),
        # brackets explain a name
        (
            "Die Gewerkschaft im Deutschen Gewerkschaftsbund (kurz: „Bauen und Agrar“) fürchtet viel.",
            None,
        ),
    ],
)
def test_structure_tells_who_speaks(text: str, speaker: str | None) -> None:
    assert speaker_of(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "KYJIW, 3. März (dpa) – Die Brücke ist gesperrt, teilte die Polizei mit.",
        "HAMBURG – Die Brücke ist gesperrt, teilte die Polizei mit.",
        "Hamburg (dpa) - Die Brücke ist gesperrt, teilte die Polizei mit.",
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(text: str) -> None:
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert [a.contents[0].text for a in extract(article)] == ["Die Brücke ist gesperrt"]


def test_a_dash_in_a_sentence_opens_no_dateline() -> None:
    text = "Die Brücke – ein Bau von 1950 – ist gesperrt, teilte die Polizei mit."
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert extract(article)[0].contents[0].text.startswith("Die Brücke")


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("der Sprecher des Weißen Hauses Scott McClellan", "Scott McClellan"),
        ("Präsident Lula da Silva", "Lula da Silva"),
    ],
)
def test_a_name_is_less_what_its_bearer_speaks_for(speaker: str, name: str) -> None:
    text = f"„Das ist gut so, wirklich“, sagte {speaker}."
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert [said.speaker_name for said in extract(article)] == [name]


def test_when_something_was_is_no_source() -> None:
    text = "Nach dem Urteil äußerte sich der Anwalt zufrieden und ging nach Hause."
    article = replace(read_article(text.encode(), format="text"), language="de")
    assert list(extract(article)) == []
