"""Whole sentences of a source that turn the words quoted from them, and some that look alike."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import verify_quote
from audit.model import Caution, QuoteCheck, Verdict

_ROWS = tomllib.loads(Path(__file__).with_name("turned_in_full.toml").read_text(encoding="utf-8"))
_TOLD = frozenset({Caution.TURNED_BEFORE, Caution.TURNED_AFTER, Caution.QUESTION})
_AROUND = {
    "en": "The board met on Monday to look at the winter and the storms that came with it.",
    "de": "Der Rat hat sich am Montag mit dem Winter und mit den Stürmen befasst, die er gebracht hat.",
    "es": "El consejo se reunió el lunes para hablar del invierno y de las tormentas que trajo.",
    "fr": "Le conseil s'est réuni lundi pour parler de l'hiver et des tempêtes venues avec lui.",
    "it": "Il consiglio si è riunito lunedì per parlare dell'inverno e delle tempeste che ha portato.",
    "nl": "De raad kwam maandag bijeen om over de winter te praten en over de stormen daarin.",
}


def _rows(group: str) -> Iterator[tuple[str, str, str]]:
    for language, pairs in _ROWS[group].items():
        for quote, source in pairs:
            yield language, quote, source


def _compared(language: str, quote: str, source: str) -> QuoteCheck:
    around = _AROUND[language]
    return verify_quote(quote, f"{around}\n{source}\n{around}")


@pytest.mark.parametrize(
    ("language", "quote", "source"),
    [
        *_rows("said"),
        ("en", "the dam is safe", "“Miss Orde claims the dam is safe,” Mr Bell wrote."),
        ("en", "The dam is safe", "“The dam is safe, is it?” Mr Bell asked."),
        ("en", "The dam is safe", "“The dam is safe. That's not true at all,” Mr Bell said."),
        ("en", "the dam is safe", "“Were it not for the rain, the dam is safe,” Mr Bell said."),
        ("en", "the dam is safe", "“At first I assumed the dam is safe,” Mr Bell said."),
        ("en", "the dam is safe", "“The claim that the dam is safe is baseless,” Mr Bell said."),
        ("en", "the dam is safe", "“The company would have us believe the dam is safe,” he said."),
        ("en", "The dam is safe", "“The dam is safe. At least that is what I hear,” he said."),
        ("en", "the dam is safe", "“No engineer alleges that the dam is safe,” Mr Bell said."),
        (
            "en",
            "the dam is safe",
            "“Who can believe after such a week that the dam is safe?” he said.",
        ),
        ("en", "The dam is safe", "“The dam is safe, and I'm the Pope,” Mr Bell said."),
        (
            "en",
            "the dam is safe",
            "“I saw the note in which Ms Orde claims the dam is safe,” he said.",
        ),
        ("en", "the dam is safe", "“Nothing indicates that the dam is safe,” Mr Bell said."),
        ("de", "der Damm ist sicher", "„Frau Orde behauptet, der Damm ist sicher“, sagte Bell."),
        ("de", "Der Damm ist sicher", "„Der Damm ist sicher, nicht wahr?“, fragte Bell."),
        ("fr", "la digue est sûre", "« Seul un fou dirait que la digue est sûre », a dit Bell."),
        ("es", "El dique es seguro", "«El dique es seguro. Eso es mentira», dijo Bell."),
        # who claims it, in the same speech behind the words
        ("de", "Der Damm ist sicher", "„Der Damm ist sicher, behauptet die Firma“, sagte Bell."),
        ("en", "The dam is safe", "“The dam is safe, claims the company,” Mr Bell said."),
        ("nl", "De dijk is veilig", "„De dijk is veilig, beweert de firma”, zei Bell."),
        ("en", "The dam is safe", "“The dam is safe, they tell me, because it is old,” he said."),
        ("en", "The dam is safe", "“The dam is safe. They lie,” Mr Bell said."),
        ("fr", "La digue est sûre", "« La digue est sûre. Elle ment », a dit Bell."),
        ("en", "the dam is safe", "“The day pigs fly, the dam is safe,” Mr Bell said."),
        # who could say so, told by a verb in any form
        ("it", "la diga è sicura", "«Nessuno può provare che la diga è sicura», ha detto Bell."),
        ("fr", "la digue est sûre", "« Nul ne peut garantir que la digue est sûre », a dit Bell."),
        ("es", "el dique es seguro", "«Nadie puede demostrar que el dique es seguro», dijo Bell."),
        ("de", "der Damm ist sicher", "„Niemand kann garantieren, der Damm ist sicher“, sagte er."),
        ("nl", "de dijk is veilig", "„Ik heb nooit verklaard dat de dijk is veilig”, zei Bell."),
        ("fr", "la digue est sûre", "« On nous répète que la digue est sûre », a dit Bell."),
    ],
)
def test_a_sentence_that_turns_its_words_is_told(language: str, quote: str, source: str) -> None:
    check = _compared(language, quote, source)
    assert check.verdict is Verdict.VERBATIM
    assert not _TOLD.isdisjoint(check.cautions)


@pytest.mark.parametrize(
    ("language", "quote", "source"),
    [
        *_rows("quiet"),
        ("en", "the dam is safe", "“As Miss Orde says, the dam is safe,” Mr Bell wrote."),
        ("en", "the dam is safe", "Mr Bell says the dam is safe. Nobody asked him."),
        ("en", "The dam is safe", "“The dam is safe. Not so long ago it was not,” Mr Bell said."),
        ("en", "The dam is safe", "“The dam is safe. It is not true that we hid it,” he said."),
        ("en", "the dam is safe", "“Three years ago I said that the dam is safe,” Mr Bell said."),
        ("en", "the dam is safe", "“They had tested it: the dam is safe,” Mr Bell said."),
        ("en", "The dam is safe", "“The dam is safe, right? We know it,” Mr Bell said."),
        ("en", "The dam is safe", "“The dam is safe. I was wrong to doubt it,” Mr Bell said."),
        ("de", "der Damm ist sicher", "„Wie Frau Orde sagt, der Damm ist sicher“, sagte Bell."),
        # the narrator's verb behind the speech, or the speaker's own
        ("de", "Der Damm ist sicher", "„Der Damm ist sicher“, behauptet die Firma."),
        ("de", "Der Damm ist sicher", "Der Damm ist sicher, behauptet die Firma. Es regnete."),
        ("de", "Der Damm ist sicher", "„Der Damm ist sicher, behaupten wir“, sagte Frau Orde."),
        ("en", "The dam is safe", "“The dam is safe,” claims the company."),
        ("en", "The dam is safe", "“The dam is safe, we claim,” Mr Bell said."),
        ("nl", "De dijk is veilig", "„De dijk is veilig”, beweert de firma."),
        ("en", "the dam is safe", "“I don't care what they say, the dam is safe,” Mr Bell said."),
        ("en", "the dam is safe", "“No matter what my critics say, the dam is safe,” he said."),
        ("en", "the dam is safe", "“Whatever they tell you, the dam is safe,” Mr Bell said."),
        ("en", "The dam is safe", "“The dam is safe. It lies on rock,” Mr Bell said."),
        (
            "en",
            "The dam is safe",
            "“The dam is safe. They lie awake over it all the same,” he said.",
        ),
        ("de", "Der Damm ist sicher", "„Der Damm ist sicher. Er liegt auf Fels“, sagte Bell."),
        ("it", "la diga è sicura", "«Posso provare che la diga è sicura», ha detto Bell."),
        ("fr", "la digue est sûre", "« Je peux garantir que la digue est sûre », a dit Bell."),
        ("es", "el dique es seguro", "«Puedo demostrar que el dique es seguro», dijo Bell."),
        ("nl", "de dijk is veilig", "„Ik heb verklaard dat de dijk is veilig”, zei Bell."),
        ("en", "The dam is safe", "“The dam is safe, as they tell me every day,” he said."),
    ],
)
def test_one_that_only_looks_so_is_not(language: str, quote: str, source: str) -> None:
    check = _compared(language, quote, source)
    assert check.verdict is Verdict.VERBATIM
    assert _TOLD.isdisjoint(check.cautions)
