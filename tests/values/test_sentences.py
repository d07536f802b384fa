"""Whole sentences in which one value is told in two ways, or nearly one."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import verify_quote
from audit.model import Verdict, Weight

_ROWS = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
_AROUND = {
    "en": "The council met on Monday to look at the winter and the storms that came with it.",
    "de": "Der Rat hat sich am Montag mit dem Winter und mit den Stürmen befasst, die er gebracht hat.",
    "es": "El consejo se reunió el lunes para hablar del invierno y de las tormentas que trajo.",
    "fr": "Le conseil s'est réuni lundi pour parler de l'hiver et des tempêtes venues avec lui.",
    "it": "Il consiglio si è riunito lunedì per parlare dell'inverno e delle tempeste che ha portato.",
    "nl": "De raad kwam maandag bijeen om over de winter te praten en over de stormen daarin.",
    "pt": "O conselho reuniu-se na segunda para falar do inverno e das tempestades que vieram.",
    "ru": "Совет собрался в понедельник, чтобы поговорить о зиме и о бурях, которые она принесла.",
}
_FURTHER = [
    # other words and figures for what the sentences showed
    ("en", "The clock struck at twenty past nine in the hall", "The clock struck at 9:20 in the hall"),
    ("en", "They left at five minutes to one from the pier", "They left at 12:55 from the pier"),
    ("en", "The Second World War took his brothers from him", "World War II took his brothers from him"),
    ("en", "It was Phase Three of the plan that hurt us most", "It was phase 3 of the plan that hurt us most"),
    ("en", "We heard nothing from them for a fortnight", "We heard nothing from them for two weeks"),
    ("en", "Ring +44 20 7946 0958 at any hour of the night", "Ring +44 20 79460958 at any hour of the night"),
    ("en", "My daughter, age 9, wrote that letter by herself", "My daughter, nine years old, wrote that letter by herself"),
    ("en", "Bonds fell by 50 basis points after the vote", "Bonds fell by half a percentage point after the vote"),
    ("en", "We drew two-two with them in the last minute", "We drew 2-2 with them in the last minute"),
    ("de", "Die dreizehnjährige Tochter war allein zu Hause", "Die 13-jährige Tochter war allein zu Hause"),
    ("nl", "De zestienjarige keeper stond in het doel", "De 16-jarige keeper stond in het doel"),
    ("en", "They went down two-nil before the rain began", "They went down 2-0 before the rain began"),
    ("en", "They spilled 1.5m gallons of it in one night", "They spilled 1.5 million gallons of it in one night"),
    ("de", "Wir waren um fünf vor halb neun am Bahnhof", "Wir waren um 8.25 Uhr am Bahnhof"),
    ("de", "Sie war erst zehn Jahre alt, als der Krieg begann", "Sie war erst 10 Jahre alt, als der Krieg begann"),
    ("de", "Ein halbes Jahrhundert haben wir hier gelebt", "50 Jahre haben wir hier gelebt"),
    ("de", "In der zweiten Klasse hat er die Schule verlassen", "In der 2. Klasse hat er die Schule verlassen"),
    ("fr", "Le train est parti à huit heures moins dix de Nantes", "Le train est parti à 7h50 de Nantes"),
    ("fr", "Le chantier est à l'arrêt depuis un demi-siècle", "Le chantier est à l'arrêt depuis 50 ans"),
    ("es", "Salimos a las nueve menos diez de la plaza vieja", "Salimos a las 8:50 de la plaza vieja"),
    ("es", "En los años sesenta no había aquí ni un coche", "En los años 60 no había aquí ni un coche"),
    ("it", "Siamo usciti alle nove meno dieci dal teatro", "Siamo usciti alle 8.50 dal teatro"),
    ("it", "Il quarantatreesimo giorno è arrivata la pioggia", "Il 43º giorno è arrivata la pioggia"),
    ("nl", "Wij waren om tien voor acht bij de sluis", "Wij waren om 7.50 uur bij de sluis"),
    ("en", "They have argued about it for a century and a half", "They have argued about it for 150 years"),
    ("en", "He waited there for an hour and a half in the snow", "He waited there for 90 minutes in the snow"),
    ("en", "We had the whole house for a decade and lost it", "We had the whole house for ten years and lost it"),
    ("en", "She was in hospital for two weeks without a visit", "She was in hospital for 14 days without a visit"),
    ("en", "Two-fifths of the crew had never been at sea", "40 percent of the crew had never been at sea"),
    ("en", "The wind was 40 knots when we left the harbour", "The wind was 40 kts when we left the harbour"),
    ("en", "I am grateful to my hon. Friend for that question", "I am grateful to my honourable Friend for that question"),
    ("en", "The govt has paid for the whole of it twice over", "The government has paid for the whole of it twice over"),
    ("en", "They wanted 75 cents more for every single loaf", "They wanted $0.75 more for every single loaf"),
    ("en", "It took five hours and ten minutes to find them", "It took 310 minutes to find them"),
    ("en", "We paid two dollars fifty for a cup of that tea", "We paid $2.50 for a cup of that tea"),
    ("en", "They met on Wed. and again on the Sun. after that", "They met on Wednesday and again on the Sunday after that"),
    ("en", "The order comes on line in March, all of it at once", "The order comes online in March, all of it at once"),
    ("de", "Der Zaun ist einen Meter achtzig hoch und neu", "Der Zaun ist 1,80 Meter hoch und neu"),
    ("fr", "Le mur fait un mètre cinquante de haut au moins", "Le mur fait 1,50 mètre de haut au moins"),
    ("fr", "Il a attendu un an et demi avant de nous répondre", "Il a attendu 18 mois avant de nous répondre"),
    ("fr", "Le quart des maisons est vide depuis la guerre", "Un quart des maisons est vide depuis la guerre"),
    ("fr", "Au dix-huitième siècle ce quai était déjà là", "Au XVIIIe siècle ce quai était déjà là"),
    ("es", "Esperamos dos años y medio la respuesta del juez", "Esperamos 30 meses la respuesta del juez"),
    ("es", "Una cuarta parte de las casas está vacía hoy", "Un cuarto de las casas está vacía hoy"),
    ("it", "Abbiamo aspettato un anno e mezzo la risposta", "Abbiamo aspettato 18 mesi la risposta"),
    ("de", "Zwei Fünftel der Betten standen im Sommer leer", "40 Prozent der Betten standen im Sommer leer"),
    ("de", "Siebeneinhalb Jahre hat dieser Prozess gedauert", "7,5 Jahre hat dieser Prozess gedauert"),
    ("nl", "Vijfeneenhalf jaar heeft dat proces geduurd", "5,5 jaar heeft dat proces geduurd"),
    ("nl", "Een van de kinderen is nooit teruggekomen", "1 van de kinderen is nooit teruggekomen"),
    ("ru", "Четверть домов здесь стоит пустой с самой осени", "1/4 домов здесь стоит пустой с самой осени"),
    ("ru", "Мы ждали их два с половиной часа на морозе", "Мы ждали их 2,5 часа на морозе"),
    ("pt", "Esperámos um ano e quatro meses pela resposta", "Esperámos 16 meses pela resposta"),
    ("ru", "Мы вышли из дома без десяти восемь утра вместе с нашими детьми", "Мы вышли из дома в 7:50 утра вместе с нашими детьми"),
]  # fmt: skip
_OTHER = [
    ("en", "The clock struck at twenty past nine in the hall", "The clock struck at 8:40 in the hall"),
    ("en", "They left at five minutes to one from the pier", "They left at 1:05 from the pier"),
    ("en", "The Second World War took his brothers from him", "World War I took his brothers from him"),
    ("en", "We heard nothing from them for a fortnight", "We heard nothing from them for four weeks"),
    ("en", "Ring +44 20 7946 0958 at any hour of the night", "Ring +44 20 79460985 at any hour of the night"),
    ("en", "My daughter, age 9, wrote that letter by herself", "My daughter, six years old, wrote that letter by herself"),
    ("en", "Bonds fell by 50 basis points after the vote", "Bonds fell by 50 percentage points after the vote"),
    ("en", "We drew two-two with them in the last minute", "We drew 2-1 with them in the last minute"),
    ("de", "Wir waren um fünf vor halb neun am Bahnhof", "Wir waren um 8.35 Uhr am Bahnhof"),
    ("fr", "Le train est parti à huit heures moins dix de Nantes", "Le train est parti à 8h10 de Nantes"),
    ("en", "They have argued about it for a century and a half", "They have argued about it for 160 years"),
    ("en", "He waited there for an hour and a half in the snow", "He waited there for 80 minutes in the snow"),
    ("en", "We had the whole house for a decade and lost it", "We had the whole house for twelve years and lost it"),
    ("en", "She was in hospital for two weeks without a visit", "She was in hospital for 24 days without a visit"),
    ("en", "Two-fifths of the crew had never been at sea", "25 percent of the crew had never been at sea"),
    ("en", "The wind was 40 knots when we left the harbour", "The wind was 40 mph when we left the harbour"),
    ("en", "They wanted 75 cents more for every single loaf", "They wanted $0.57 more for every single loaf"),
    ("en", "It took five hours and ten minutes to find them", "It took 510 minutes to find them"),
    ("fr", "Il a attendu un an et demi avant de nous répondre", "Il a attendu 15 mois avant de nous répondre"),
    ("fr", "Au dix-huitième siècle ce quai était déjà là", "Au XIXe siècle ce quai était déjà là"),
    ("de", "Zwei Fünftel der Betten standen im Sommer leer", "20 Prozent der Betten standen im Sommer leer"),
    ("ru", "Мы ждали их два с половиной часа на морозе", "Мы ждали их 2,2 часа на морозе"),
    ("pt", "Esperámos um ano e quatro meses pela resposta", "Esperámos 14 meses pela resposta"),
    ("es", "En los años sesenta no había aquí ni un coche", "En los años 70 no había aquí ni un coche"),
    ("it", "Il quarantatreesimo giorno è arrivata la pioggia", "Il 34º giorno è arrivata la pioggia"),
    ("nl", "Wij waren om tien voor acht bij de sluis", "Wij waren om 8.10 uur bij de sluis"),
]  # fmt: skip


def _pairs(group: str) -> Iterator[tuple[str, str, str]]:
    for language, pairs in _ROWS[group].items():
        for ours, theirs in pairs:
            yield language, ours, theirs


def _compared(language: str, quote: str, other: str) -> tuple[Verdict, Weight | None]:
    around = _AROUND[language]
    check = verify_quote(quote, f"{around} “{other},” she said. {around}")
    return check.verdict, check.weight


@pytest.mark.parametrize(("language", "ours", "theirs"), [*_pairs("same"), *_FURTHER])
def test_one_value_told_in_two_ways_is_no_accusation(language: str, ours: str, theirs: str) -> None:
    for quoted, other in ((ours, theirs), (theirs, ours)):
        verdict, weight = _compared(language, quoted, other)
        assert verdict is not Verdict.ABSENT
        assert weight in (None, Weight.STYLE, Weight.MINOR)


@pytest.mark.parametrize(("language", "ours", "theirs"), [*_pairs("near"), *_OTHER])
def test_another_value_is_one(language: str, ours: str, theirs: str) -> None:
    for quoted, other in ((ours, theirs), (theirs, ours)):
        verdict, weight = _compared(language, quoted, other)
        assert verdict is Verdict.ABSENT or weight is Weight.SERIOUS
