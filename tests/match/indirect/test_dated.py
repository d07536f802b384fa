"""Dates of statements, and figures of years that are counted to the day of writing."""

import pytest

from audit import extract, read_article
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import FIGURES, FactKind

_AROUND = {
    "en": "Nobody was hurt, and the repairs take a long time for everybody in the town.",
    "de": "Verletzt wurde niemand, und die Arbeiten werden für alle in der Stadt noch lange dauern.",
    "fr": "Personne n'a été blessé, et les travaux dureront encore longtemps pour toute la ville.",
    "es": "Nadie resultó herido, y las obras van a durar mucho tiempo para toda la gente del pueblo.",
}
_OTHER_DAY = [
    ("en", "Officials said that the bridge would reopen on May 17.", "The bridge is to reopen on May 7.", "May 7"),
    ("en", "Officials said that the bridge reopened on 4 May 2021.", "The bridge reopened on 14 May 2021.", "14 May 2021"),
    ("en", "The clinic said that the ward would close on Nov. 30.", "On 13 November the ward will close, the clinic said.", "13 November"),
    ("en", "Officials said that the bridge would reopen in November.", "The bridge is to reopen in October.", "October"),
    ("en", "The clinic said that the ward had been closed since June 2024.", "The ward of the clinic was closed in March 2024.", "March"),
    ("de", "Die Stadt teilte mit, die Brücke werde am 21. Mai wieder geöffnet.", "Die Brücke wird am 12. Mai wieder geöffnet, so die Stadt.", "12. Mai"),
    ("fr", "La mairie a indiqué que le pont serait rouvert le 21 mai.", "Le pont sera rouvert le 12 mai, selon la mairie de la ville.", "12 mai"),
    ("es", "El alcalde dijo que el puente se abriría el 21 de mayo.", "El puente se abrirá el 12 de mayo, según el alcalde.", "12 de mayo"),
]  # fmt: skip
_SAME_DAY = [
    ("en", "Officials said that the bridge would reopen on May 17.", "The bridge is to reopen on the 17th of May."),
    ("en", "Officials said that the bridge would reopen on May 17.", "The bridge is to reopen on 2021-05-17."),
    ("en", "Officials said that the bridge would reopen on May 17.", "The bridge will be closed May 15-20 and reopen."),
    ("en", "Officials said that the bridge would reopen on May 17.", "In May the bridge will reopen, on the 17th."),
    ("en", "Officials said that the bridge would reopen on May 17.", "A swimming race is held on May 7."),
    ("en", "Officials said that the bridge would reopen on May 17.", "The bridge will reopen in May."),
    ("en", "Officials said that the bridge would reopen in May.", "The bridge will reopen on 2021-05-17."),
    ("en", "Officials said that the bridge would reopen in May.", "Officials said in April that the bridge would reopen next month."),
    ("en", "Officials said that the bridge would reopen in May.", "The bridge will reopen after March and before the end of May."),
    ("en", "Officials said that the bridge would reopen in May.", "A swimming race by the bridge was held in April."),
    ("de", "Die Stadt teilte mit, die Brücke werde am 21. Mai wieder geöffnet.", "Die Brücke wird am 21.05.2021 wieder geöffnet."),
    ("fr", "La mairie a indiqué que le pont serait rouvert le 1er mai.", "Le pont sera rouvert le 1 mai, selon la mairie."),
    ("es", "El alcalde dijo que el puente se abriría el 21 de mayo.", "El puente se abrirá el veintiuno de mayo, dijo."),
]  # fmt: skip


def _missing(language: str, statement: str, source: str) -> list[tuple[FactKind, str, str]]:
    around = _AROUND[language]
    page = prepare(f"{around}\n{source}\n{around}")
    article = read_article(f"{statement} {around}".encode(), format="text")
    [indirect] = [each for each in extract(article) if each.facts]
    missing = missing_facts(indirect, [page])
    return [(each.fact.kind, each.fact.span.text, each.nearest) for each in missing]


@pytest.mark.parametrize(("language", "statement", "source", "day"), _OTHER_DAY)
def test_another_day_in_its_place_is_told(
    language: str, statement: str, source: str, day: str
) -> None:
    dates = [near for kind, _, near in _missing(language, statement, source) if kind == "date"]
    assert dates == [day]


@pytest.mark.parametrize(("language", "statement", "source"), _SAME_DAY)
def test_a_day_that_the_source_has_or_does_not_tell_is_not(
    language: str, statement: str, source: str
) -> None:
    found = _missing(language, statement, source)
    assert not [near for kind, _, near in found if kind == "date" and near]


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Lind was aged 52.", "Lind was born in Oslo on 8 May 1969. The memorial is in June 2021."),
        ("the mill burned down 30 years ago.", "The mill burned down in 1994. © 2024 The Herald."),
        ("the mill burned down three years ago.", "The mill burned down on 4 May 2022."),
        ("the pier was 100 years old.", "The pier was built in 1921. In 2021 it was repaired."),
        ("the raid took four hours.", "The raid on the mill began at 11 p.m. and ended at 3 a.m."),
        ("Lind won the prize over three years.", "Lind won in her first year, her second year and her third year."),
        ("half a million people paid the fee.", "The fee was paid by 496,300 people."),
        ("the orchard lost 3,000 trees.", "The orchard had 9,120 trees; now it has 6,100 trees."),
    ],
)  # fmt: skip
def test_what_is_worked_out_of_dates_and_times_is_there(statement: str, source: str) -> None:
    found = _missing("en", f"Officials said that {statement}", source)
    assert not [text for kind, text, _ in found if kind in FIGURES]


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("Lind was aged 62.", "Lind was born in Oslo on 8 May 1969. The memorial is in June 2021."),
        ("the mill burned down 20 years ago.", "The mill burned down in 1994. © 2024 The Herald."),
        ("the raid took six hours.", "The raid on the mill began at 11 p.m. and ended at 3 a.m."),
        ("Lind won the prize over four years.", "Lind won in her first year, her second year and her third year."),
        ("half a million people paid the fee.", "The fee was paid by 456,300 people."),
        ("the orchard lost 3,000 trees.", "The orchard had 9,120 trees; now it has 7,100 trees."),
    ],
)  # fmt: skip
def test_another_span_is_missing(statement: str, source: str) -> None:
    found = _missing("en", f"Officials said that {statement}", source)
    assert [text for kind, text, _ in found if kind in FIGURES]
