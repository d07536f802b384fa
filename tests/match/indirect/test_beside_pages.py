"""Statements beside whole pages with many other figures: rounded, worked out, or of another."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.extract import extract
from audit.match.indirect.instead.misplaced import figures_misplaced
from audit.match.indirect.statements import missing_facts
from audit.match.prepared.source import prepare
from audit.model import FIGURES, AttributionKind, FactKind
from audit.read import read_article

_PAGES = [
    page
    for name in ("beside_pages", "put_together")
    for page in tomllib.loads(
        (Path(__file__).parent / "probes" / f"{name}.toml").read_text(encoding="utf-8")
    )["page"]
]
_URL = "https://paper.example/a"
LEADS = {
    "en": "The matter has been followed here for a long time by many readers.",
    "de": "Die Sache wird hier seit langem von vielen Lesern verfolgt.",
    "fr": "L'affaire est suivie ici depuis longtemps par de nombreux lecteurs.",
    "es": "El asunto lo siguen aquí desde hace tiempo muchos lectores.",
    "it": "La vicenda è seguita qui da tempo da molti lettori.",
    "nl": "De zaak wordt hier al lang door veel lezers gevolgd.",
    "pt": "O assunto é seguido aqui há muito por muitos leitores.",
    "ru": "За этим делом здесь давно следят многие читатели.",
}
_FAIR = [
    ("en", "About 310 people live on the island.", "At the census of 2021 there were 312 usual residents. There were 408 in 1991."),
    ("en", "The shop sells roughly 140 kinds of tea.", "On its shelves stand 143 sorts, from Assam to Yunnan, in tins."),
    ("de", "Rund 310 Menschen wohnen auf der Insel.", "Bei der Zählung von 2021 waren es 312 Personen. Im Jahr 1991 waren es 408."),
    # other words and figures for what the pages showed
    ("en", "The loan was repaid in just under six years.", "The loan was repaid over 5 years and 9 months by the town council of Ede."),
    ("en", "The choir has 34 singers fewer than before.", "The choir has 112 singers, down from 146, and a new hall in the old mill."),
    ("en", "She was 31 when she won the race.", "Anna Berg, born in May 1980, is a cyclist.\nShe won the race in 2011 in Bern."),
    ("en", "He ran for three hours, six minutes and 40 seconds.", "He won the race of Arden in 3:06:40 on a wet day in May."),
    ("en", "More than a third of the shops are shut.", "Of 240 shops in the town of Arden, 91 are shut."),
    ("en", "The tower is the tallest built in over 50 years.", "The tower is the tallest to be built since 1968.\nIt opened in 2021."),
    ("en", "Two farms in three have no heir.", "Of 46 farms in the valley, 31 have no heir."),
    ("en", "The mine was open for more than three decades.", "The mine of Arden opened in 1952.\nNobody has worked in the mine since it was shut in 1987."),
    ("en", "He was 29 when he left the band.", "Ian Hart (4 May 1950 – 2 June 2011) was a singer. He left the band in 1979."),
    ("en", "Milk costs four times as much as in Arden.", "Milk costs 2.40 euros in Ede and 0.60 euros in Arden."),
    ("en", "The strike lasted more than two weeks.", "The strike at the port of Arden lasted 17 days in all."),
    ("en", "The company's profit halved to $4.1 million.", "The company made a profit of $4.1 million, down from $8.2 million."),
    ("de", "Vor dem Umbau hatte das Bad 210 Plätze.", "Das Bad hat nach dem Umbau 260 Plätze, 50 mehr als zuvor."),
    ("de", "Der Laden hat zwölf Stunden am Tag offen.", "Der Laden hat von 8 bis 20 Uhr offen, auch im Winter."),
    ("fr", "Le billet coûte 30 centimes de plus.", "Le prix du billet passe de 1,50 à 1,80 euros en mai."),
    ("fr", "Le chantier a duré un an et deux mois.", "Le chantier a duré 14 mois, dit la mairie de Lens."),
    ("es", "El barco costó un año y medio de trabajo.", "El barco costó 18 meses de trabajo en el puerto."),
    ("ru", "Школу строили три года и два месяца.", "Школу строили 38 месяцев, сказали в городе."),
    # put together from two or three figures, or in another unit
    ("en", "The brewery makes 29 million litres a year.", "The brewery of Arden makes 290,000 hectolitres of beer a year."),
    ("en", "With the bond a household would have paid $525 a year more.", "Taxes had risen by $340 a year for a household since 2020. The bond would have added another $185 a household."),
    ("de", "Eine Stiftung gab fünf Millionen Euro.", "Der Umbau kostete 28,4 Millionen Euro. Das Land zahlte 15 Millionen, die Stadt 8,4 Millionen, den Rest gab eine Stiftung."),
    ("en", "The school is 40 percent over its capacity.", "The school was built for 900 pupils and has 1,260 of them."),
    ("fr", "Les céréales vont mieux, avec plus de 4 millions de tonnes.", "Le trafic des céréales a progressé de 5 %, à 4,2 millions de tonnes."),
    ("en", "The team won at most one of its last eight games.", "The team of Arden lost seven of its last eight games, all at home."),
    ("en", "Over 2,200 of those asked were against it.", "The council had ignored a survey, in which 72 per cent of 3,100 people who were asked opposed the plan."),
    ("en", "The list price is nearly $128 million a plane.", "The airline ordered 18 jets at a list price of $2.3 billion, with options for six more."),
    ("de", "Ein Drittel der Kosten übernimmt das Land.", "Die Schule bekommt einen Neubau für 36 Millionen Euro.\nDer Kreistag stimmte zu.\nIm Jahr 2026 soll es losgehen.\nDas Land fördert den Bau mit 12 Millionen Euro."),
    ("de", "13 Lehrer sind dazugekommen.", "Die Zahl der Lehrer stieg in zwei Jahren von 84 auf 97, sagte die Leiterin."),
]  # fmt: skip
_OTHER = [
    ("en", "About 310 people live on the island.", "At the census of 2021 there were 386 usual residents. There were 408 in 1991."),
    ("en", "The loan was repaid in just under six years.", "The loan was repaid over 4 years and 9 months by the town council of Ede."),
    ("en", "The choir has 43 singers fewer than before.", "The choir has 112 singers, down from 146, and a new hall in the old mill."),
    ("en", "He ran for three hours, 16 minutes and 40 seconds.", "He won the race of Arden in 3:06:40 on a wet day in May."),
    ("en", "More than two thirds of the shops are shut.", "Of 240 shops in the town of Arden, 91 are shut."),
    ("de", "Vor dem Umbau hatte das Bad 220 Plätze.", "Das Bad hat nach dem Umbau 260 Plätze, 50 mehr als zuvor."),
    ("en", "The mine was open for more than five decades.", "The mine of Arden opened in 1952.\nNobody has worked in the mine since it was shut in 1987."),
    ("en", "He was 39 when he left the band.", "Ian Hart (4 May 1950 – 2 June 2011) was a singer. He left the band in 1979."),
    ("en", "Milk costs nine times as much as in Arden.", "Milk costs 2.40 euros in Ede and 0.60 euros in Arden."),
    ("en", "The strike lasted more than two weeks.", "The strike at the port of Arden lasted 27 days in all."),
    ("en", "The fund gave 60 per cent of the price.", "The fund gave 65 per cent of the price of the hill."),
    ("fr", "Le billet coûte 50 centimes de plus.", "Le prix du billet passe de 1,50 à 1,80 euros en mai."),
    ("fr", "Le chantier a duré un an et cinq mois.", "Le chantier a duré 14 mois, dit la mairie de Lens."),
    ("en", "Almost 1.5 million people came to the fair.", "In all, 1,312,400 people came to the fair of Arden."),
    ("en", "With the bond a household would have paid $575 a year more.", "Taxes had risen by $340 a year for a household since 2020. The bond would have added another $185 a household."),
    ("de", "Eine Stiftung gab sieben Millionen Euro.", "Der Umbau kostete 28,4 Millionen Euro. Das Land zahlte 15 Millionen, die Stadt 8,4 Millionen, den Rest gab eine Stiftung."),
    ("en", "The brewery makes 39 million litres a year.", "The brewery of Arden makes 290,000 hectolitres of beer a year."),
    ("en", "The school is 60 percent over its capacity.", "The school was built for 900 pupils and has 1,260 of them."),
    ("en", "Over 2,600 of those asked were against it.", "The council had ignored a survey, in which 72 per cent of 3,100 people who were asked opposed the plan."),
    ("en", "The list price is nearly $182 million a plane.", "The airline ordered 18 jets at a list price of $2.3 billion, with options for six more."),
    ("de", "31 Lehrer sind dazugekommen.", "Die Zahl der Lehrer stieg in zwei Jahren von 84 auf 97, sagte die Leiterin."),
]  # fmt: skip


def _rows(group: str) -> Iterator[tuple[str, str, str]]:
    for page in _PAGES:
        for statement in page[group]:
            yield page["language"], statement, page["text"]


def _lacks(language: str, statement: str, page: str) -> list[str]:
    linked = re.sub(r"\[\[(.+?)\]\]", rf"[\1]({_URL})", statement)
    note = "" if linked != statement else f"[^1]\n\n[^1]: [Page]({_URL})"
    text = f"# {LEADS[language].split()[0]}\n\n{LEADS[language]}\n\n{linked}{note}\n"
    source = prepare(page)
    found = [
        missing
        for said in extract(read_article(text.encode(), format="markdown"))
        if said.kind is AttributionKind.INDIRECT
        for missing in (*missing_facts(said, [source]), *figures_misplaced(said, source))
    ]
    return [
        each.fact.span.text
        for each in found
        if each.fact.kind in FIGURES or (each.fact.kind is FactKind.DATE and each.nearest)
    ]


@pytest.mark.parametrize(("language", "statement", "page"), [*_rows("supported"), *_FAIR])
def test_what_a_page_supports_is_not_missing(language: str, statement: str, page: str) -> None:
    assert _lacks(language, statement, page) == []


@pytest.mark.parametrize(("language", "statement", "page"), [*_rows("unsupported"), *_OTHER])
def test_another_figure_is(language: str, statement: str, page: str) -> None:
    assert _lacks(language, statement, page)
