"""Figures that a page has beside the opposite of what a statement has beside them, and siblings."""

from typing import Any

import pytest

from tests.match.indirect.instead.test_told_otherwise import SAYS, WAYS, instead

OPPOSED = [
    ("en", "the board turned down 340 requests.", "The board approved 340 of the requests and put off twelve.", "340"),
    ("en", "62 percent of members oppose the merger.", "Of the members 62 percent support the merger; 31 percent do not.", "62 percent"),
    ("en", "the mill lost $4.1 million in 2024.", "In 2024 the mill made a profit of $4.1 million, after two poor years.", "$4.1 million"),
    ("en", "more than 700 pupils walk to school.", "Fewer than 700 pupils walk to school, and 90 cycle.", "700"),
    ("en", "the library was closed in 1974.", "The library was opened in 1974 and painted in 1990.", "1974"),
    ("en", "the train came 40 minutes early.", "The train came 40 minutes late and was full.", "40 minutes"),
    ("en", "Harker's crew finished three lengths ahead of Dunmore.", "Harker's crew finished three lengths behind Dunmore and two ahead of Orr.", "three"),
    ("en", "rents fell to $1,450 in May.", "Rents stood at $1,450 in May, up from $1,390 a year ago.", "$1,450"),
    ("en", "the firm imported 2,300 tons of wheat.", "The firm exported 2,300 tons of wheat and 400 tons of rye.", "2,300"),
    ("en", "the school shed 26 teachers.", "The school hired 26 teachers in the spring.", "26"),
    ("en", "48 percent of men have seen a doctor.", "Among women 48 percent have seen a doctor. Among men it is 31 percent.", "48 percent"),
    ("en", "each additional hour of sleep came with a 6% higher risk.", "Each additional hour of sleep was associated with a risk 6% lower.", "6%"),
    ("de", "87 Anträge wurden abgelehnt.", "Bis Freitag wurden 87 Anträge bewilligt, zwölf liegen noch.", "87"),
    ("de", "die Brücke wurde 1968 eröffnet.", "Die Brücke wurde 1968 geschlossen und zehn Jahre später abgerissen.", "1968"),
    ("de", "58 Prozent der Befragten im Kreis lehnten den Plan ab.", "58 Prozent der Befragten befürworten den Plan.", "58 Prozent"),
    ("de", "die Miete sank um 6 Prozent.", "Die Miete stieg um 6 Prozent, der Lohn um 2 Prozent.", "6 Prozent"),
    ("de", "weniger als 450 Helfer kamen.", "Es kamen mehr als 450 Helfer aus drei Kreisen.", "450"),
    ("fr", "la gare a fermé en 1931.", "La gare a ouvert en 1931 et compte deux voies.", "1931"),
    ("fr", "54 % des habitants sont hostiles au projet.", "54 % des habitants sont favorables au projet de la mairie.", "54 %"),
    ("fr", "plus de 300 élèves mangent à la cantine.", "Moins de 300 élèves mangent à la cantine, selon l'école.", "300"),
    ("es", "se rechazaron 120 de las solicitudes.", "Fueron aceptadas 120 de las solicitudes, según el ayuntamiento.", "120"),
    ("es", "el equipo perdió por 61 puntos frente a 58.", "El equipo ganó por 61 puntos frente a 58 en su campo.", "61"),
    ("de", "der Umbau wurde 3,1 Millionen Euro billiger als geplant.", "Der Umbau hat 28,4 Millionen Euro gekostet, 3,1 Millionen mehr als veranschlagt.", "3,1 Millionen Euro"),
]  # fmt: skip

FAITHFUL = [
    ("de", "drei Jahre war das Museum geschlossen, seit Sonntag ist es wieder offen.", "Das Museum hat am Sonntag nach dreijähriger Sanierung wieder geöffnet."),
    ("en", "340 requests got through.", "The board approved 340 of the requests and turned down twelve."),
    ("en", "twelve requests were turned down.", "The board approved 340 of the requests and turned down twelve."),
    ("en", "Dunmore finished three lengths ahead of Harker's crew.", "Harker's crew finished three lengths behind Dunmore and two ahead of Orr."),
    ("en", "it had sold 40 more in the year before.", "It sold 312 boats, 40 fewer than in the year before."),
    ("en", "the loss shrank by 12 percent.", "The result rose by 12 percent, to minus $3 million, so the loss became smaller by 12 percent."),
    ("en", "the loss widened by $3 million.", "The result, a loss, fell by $3 million."),
    ("en", "fewer than one in ten opposed it, and 62 percent were in favour.", "62 percent were in favour, 9 percent opposed it."),
    ("en", "not more than 700 pupils walk to school.", "Fewer than 700 pupils walk to school."),
    ("en", "the hall opened in 1974 and closed in 1991.", "The hall, opened in 1974, was closed in 1991."),
    ("en", "it is 40 minutes faster by train than by bus.", "By bus it is 40 minutes slower than by train."),
    ("en", "Orr lost by 2 points.", "Dunmore won by 2 points, at Orr, before 300 people."),
    ("en", "rents fell to $1,390 and rose to $1,450.", "Rents stood at $1,450 in May, up from $1,390 a year ago, to which they had fallen."),
    ("en", "48 percent of women have seen a doctor, more than the 31 percent of men.", "Among women 48 percent have seen a doctor. Among men it is 31 percent."),
    ("en", "they failed to win 26 of the seats.", "They lost 26 of the seats."),
    ("en", "the firm bought 30 vans from Orr Motors.", "Orr Motors sold 30 vans to the firm."),
    ("de", "87 Anträge sind noch nicht bewilligt.", "87 Anträge wurden abgelehnt oder liegen noch."),
    ("de", "die Fähre kostet 6 Euro weniger als der Zug.", "Der Zug kostet 6 Euro mehr als die Fähre."),
    ("de", "17 Räte stimmten dafür, 12 dagegen.", "Für den Plan stimmten 17 Räte, gegen ihn 12."),
    ("fr", "54 % des habitants ne sont pas hostiles au projet.", "54 % des habitants sont favorables au projet."),
    ("fr", "la dette a baissé de 5 millions.", "La dette, en recul, a diminué de 5 millions."),
    ("es", "para los vecinos de la zona el bono cuesta 4 euros menos que el billete.", "El billete cuesta 4 euros más que el bono."),
]  # fmt: skip


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize(("language", "statement", "page", "figure"), OPPOSED)
def test_the_opposite_is_told(
    language: str, statement: str, page: str, figure: str, ways: dict[str, Any]
) -> None:
    found = instead(f"{SAYS[language]} {statement}", page, language, **ways)
    assert any(figure in each for each, _ in found)


@pytest.mark.parametrize(("language", "statement", "page"), FAITHFUL)
def test_what_means_the_same_is_not(language: str, statement: str, page: str) -> None:
    for ways in WAYS:
        assert instead(f"{SAYS[language]} {statement}", page, language, **ways) == []
