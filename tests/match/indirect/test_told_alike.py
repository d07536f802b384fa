"""Faithful siblings of figures that are told otherwise: nothing is said of them."""

import pytest

from tests.match.indirect.instead.test_told_otherwise import SAYS, WAYS, instead

# Figures that might be swapped, of a list, misspelled, of another unit, date or share.
SIBLINGS = [
    ("the shelter took in 300 cats and 900 dogs.", "The shelter took in 900 dogs and 300 cats."),
    ("34 people spoke for the plan and eleven against it.", "Eleven people spoke against the plan. Thirty-four people spoke for it."),
    ("of 61 members 37 voted for it.", "The motion was carried by 37 of the 61 members, who met in May."),
    ("the firm has 40 shops in Kent and 60 in Essex.", "In Essex the firm has 60 shops, in Kent 40."),
    ("it lost 5 to 2 in May and won 3 to 1 in June.", "In June it won 3 to 1, after it had lost 5 to 2 in May."),
    ("in Orr it is 19 per cent.", "In Dunmore 37 per cent cannot swim, in Fell End 43 per cent, in Orr 19 per cent."),
    ("cosmetics made up 9 percent.", "Meat made up 48 percent of what went missing, fruit 31 percent and cosmetics 9 percent."),
    ("women earn 31 pounds an hour.", "Men earn 34 pounds an hour, women 31 pounds."),
    ("rent takes 40 percent of income, food 20 percent.", "Food takes 20 percent of income, rent 40 percent, and heating 8 percent."),
    ("gold rose 3 percent and silver 5 percent.", "Silver rose 5 percent, gold 3 percent, copper 1 percent."),
    ("the chain has 612 stores.", "The chain has 612 stores in 21 states. It had 621 stores a year ago."),
    ("the trust looks after 318 boats.", "The trust has 318 boats and 381 members."),
    ("the wait is two weeks.", "The wait is 14 days."),
    ("each crab moves five grams of mud.", "Each crab moves five grams of mud a day, a bank loses five kilograms."),
    ("it weighs 5 kilograms.", "It weighs 5,000 grams, a kilo more than last year."),
    ("the count will begin in August.", "The count begins in August 2027. In April the state will hear of the money."),
    ("the council votes on 16 June.", "The council votes on 16 June. A meeting is held on 18 June."),
    ("the hall was opened in 1974.", "The hall was built in 1971 and opened in 1974."),
    ("she became treasurer in 2016.", "Ann Lee joined in 2004, led its office from 2011 and became treasurer in 2016."),
    ("the tax was first raised in March 2019.", "The tax was raised in March 2019 and again in May 2023."),
    ("the deal runs until 2029.", "The deal was signed in 2026. It runs for three years."),
    ("the store opened five years ago.", "The store opened in 2021."),
    ("a quarter of the 80 shops closed.", "Twenty of the 80 shops closed, and 12 more may."),
    ("nine in ten want a lane.", "90 percent want a lane. Eight in ten would work there."),
    ("turnout fell from 61 to 38 percent.", "Turnout was 38 percent, down from 61 percent."),
    ("sales rose 12 percent to $3.4bn.", "Sales of $3.4bn were 12 percent higher than the $3.0bn of a year before."),
    ("the fund paid $400 million in 2024 and $520 million in 2025.", "The fund paid $520 million last year, after $400 million the year before."),
    ("the bridge cost twice the 20 million planned.", "The bridge was to cost 20 million and cost 40 million."),
    ("the north mine employs 240 people.", "The company has two mines. The south mine employs 310 people. At the north mine there are 240."),
    ("the river rose by 2.3 metres.", "The lake rose by 1.1 metres. In the river the gauge stood 2.3 metres higher."),
    ("the smaller ship carries 90 people.", "One ship carries 210 people, the other 90."),
    ("the union has 2,300 members in the port.", "The union has 41,000 members. In the port there are 2,300."),
    ("its oldest bus is 19 years old.", "The oldest bus is 19 years old. The oldest tram is 44 years old."),
    ("a first-class ticket costs £45.", "A ticket costs £30, in first class £45."),
    ("in the last group the hazard ratio was 1.53 (95% CI 1.32 to 1.77).", "In the middle group the hazard ratio was 1.29 (95% CI 1.14–1.46); in the brightest group 1.53 (1.32–1.77)."),
    ("the county and the state pay 4.6 million dollars together.", "It will cost 9.4 million dollars, of which the county pays 3.1 million and the state 1.5 million."),
    ("the bid was more than $1 million below the engineer's estimate.", "The low bid of Harlan Brothers was $14,862,500. The engineer's estimate was $16.1 million."),
    ("the pool will close on March 15 and is to open again in November 2028.", "The pool will be closed from March 15, 2027, and is scheduled to reopen in November 2028."),
    ("opening the windows cost the classrooms about two degrees of warmth.", "With the windows open the rooms went from 20 degrees to 18."),
    ("that came to more than nine days a year.", "Pupils in the poorest rooms missed more of school: 9.4 days a year against 7.4."),
    ("together some 6.2 million dollars come from outside.", "The state pays 4.7 million dollars of the cost, the county 1.5 million dollars."),
    ("they were about 50% more likely to have a stroke.", "They had a higher risk of stroke (hazard ratio 1.53, 95% CI 1.32 to 1.77)."),
    ("the risk was 29% higher in the second group.", "In the second group the hazard ratio was 1.29 (95% CI 1.14 to 1.46)."),
    ("the risk of a fall was 6% lower for each hour of sleep.", "The hazard ratio of a fall was 0.94 for each hour of sleep (95% CI 0.91 to 0.97)."),
    ("each additional hour came with a 6% lower risk of a fall.", "Each additional hour was associated with a risk of a fall 6% lower."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "page"), SIBLINGS)
def test_nor_of_faithful_siblings(statement: str, page: str) -> None:
    for ways in WAYS:
        assert instead(f"{SAYS['en']} {statement}", page, **ways) == []


OF_OTHER_LANGUAGES = [
    ("de", "beginnt der Bau im Frühjahr 2027 und dauert zwei Jahre.", "Die Planung hat drei Jahre gedauert. Der Bau soll im Frühjahr 2027 beginnen und zwei Jahre dauern."),
    ("de", "steigt die Gebühr auf 2,95 Euro.", "Die Gebühr steigt von 2,10 auf 2,95 Euro. In Bad Olm zahlt man 3,45 Euro."),
    ("de", "hat der Rat mit 14 gegen 5 Stimmen zugestimmt.", "Der Rat stimmte mit 14 gegen 5 Stimmen zu. Der Antrag war mit 9 gegen 10 Stimmen gescheitert."),
    ("de", "hat die Stadt 2025 rund 300 Bäume gepflanzt.", "Im Jahr 2024 hat die Stadt 450 Bäume gepflanzt, 2025 waren es 298."),
    ("de", "suchen 25 Prozent der Betriebe einen Nachfolger.", "25 Prozent der Betriebe suchen einen Nachfolger, 40 Prozent einen Lehrling."),
    ("de", "leben an sieben Stellen nur alte Tiere.", "An elf der 22 Stellen leben keine Muscheln mehr, an sieben Stellen nur alte Tiere."),
    ("de", "verdunsten im Sommer täglich 900 Kubikmeter.", "Im Sommer verdunsten täglich 900 Kubikmeter, im Winter täglich 200 Kubikmeter."),
    ("fr", "le club a perdu 8,4 millions d'euros.", "Le club a perdu 8,4 millions d'euros, contre 5,1 millions d'euros un an plus tôt."),
    ("fr", "la masse salariale représente 78 % des recettes.", "La masse salariale représente 78 % des recettes. Elle en représentait 74 % la saison précédente."),
    ("fr", "le fonds détient 38 % du capital.", "Le fonds détient 38 % du capital et peut monter à 51 % avant le 31 décembre."),
    ("fr", "le loyer est de 450 000 euros par an.", "Le loyer est de 450 000 euros par an, l'entretien coûte 1,1 million d'euros par an."),
    ("fr", "la moitié des 80 lits sont vides.", "Quarante des 80 lits sont vides, et douze sont cassés."),
    ("fr", "la grève commence le 11 juin.", "La grève commence le 11 juin. Le vote a eu lieu le 2 juin."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "statement", "page"), OF_OTHER_LANGUAGES)
def test_nor_of_siblings_in_other_languages(language: str, statement: str, page: str) -> None:
    says = {"de": "Laut dem Bericht", "fr": SAYS["fr"]}[language]
    said = f"---\nlanguage: {language}\n---\n\n{says} {statement}"
    for ways in WAYS:
        assert instead(said, page, language, **ways) == []
