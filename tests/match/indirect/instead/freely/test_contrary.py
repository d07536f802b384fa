"""What a page tells the contrary of, in a statement's own words without a figure, and siblings."""

import pytest

from audit.extract import extract
from audit.match.indirect.instead.freely.contrary import contrary_otherwise
from audit.match.prepared.source import prepare
from audit.model import AttributionKind
from audit.read import read_article
from tests.match.indirect.test_beside_pages import LEADS

CONTRARY = [
    ("en", "The teachers said that they would back the merger.", "The teachers of both schools said on Monday they would oppose the merger and march in May."),
    ("en", "Harbour workers campaigned against the bridge.", "The harbour workers supported the bridge, as did the shops; the ferry company opposed it."),
    ("en", "Lawyers for Dunn said he would accept the ruling.", "Dunn's lawyers said that he would appeal against the ruling, which runs to 90 pages."),
    ("en", "The park wants to raise the number of permits.", "The park wants to limit the number of permits from next spring."),
    ("en", "The wind was expected to strengthen on Friday.", "She said that the wind was expected to ease on Friday."),
    ("en", "The driver admitted it to the officers.", "The driver denied it to the officers and asked for a lawyer."),
    ("en", "Rents in Ede have fallen since the spring.", "Since the spring, rents in Ede have risen in every street but two."),
    ("en", "The board rejected the plan for a new wing.", "On Monday the board approved the plan for the new wing."),
    ("en", "The jury acquitted Orr of theft.", "The jury convicted Orr of theft after two days."),
    ("de", "Der Elternrat lobte den Plan der Schule.", "Der Elternrat kritisierte den Plan der Schule, sprach aber von einem guten Ton."),
    ("de", "Die Pforten seien offen gewesen, sagte Falk.", "Die Pforten seien am Abend geschlossen gewesen, sagte die Sprecherin der Polizei."),
    ("de", "Der Gemeinderat lehnte den Antrag der Winzer ab.", "Der Gemeinderat stimmte dem Antrag der Winzer zu."),
    ("fr", "Le syndicat a accepté la proposition de la mairie.", "Le syndicat, réuni lundi, a rejeté la proposition de la mairie."),
    ("fr", "Le maire soutient le projet de parking.", "Le maire s'oppose au projet de parking."),
    ("es", "Los vecinos apoyan el plan del puerto.", "La asociación de vecinos rechaza el plan del puerto."),
    ("it", "Il Comune ha ridotto il contributo per il museo.", "Il Comune ha aumentato il contributo per il museo."),
]  # fmt: skip

FAIR = [
    # the same, otherwise told
    ("en", "The teachers are against the merger.", "The teachers of both schools said on Monday they would oppose the merger and march in May."),
    ("en", "The teachers will not support the merger.", "The teachers of both schools said on Monday they would oppose the merger and march in May."),
    ("en", "Farmers criticised the road.", "The mayor supports the road that farmers along the river criticised."),
    ("en", "Farmers oppose the road.", "The mayor supports the road, although the farmers along the river do not."),
    ("en", "The union welcomed the rise in pay.", "The union welcomed the rise in pay but criticised the delay."),
    ("en", "The union criticised the delay.", "The union welcomed the rise in pay but criticised the delay."),
    # of another, of another time, or of what is not yet
    ("en", "Sales of bread fell last year.", "Sales of cakes rose last year. Bread did less well, the bakery said."),
    ("en", "The mayor rejected the first plan in 2019.", "The mayor accepted the plan in 2023, after four years of talks."),
    ("en", "Rents in Ede will fall, the office expects.", "Rents in Ede have risen since the spring, the office says."),
    ("en", "Rents in Ede rose in May.", "Rents in Ede fell in June, for the first time this year."),
    ("en", "The council approved the budget for schools.", "The council rejected the budget for roads. That for schools passed."),
    ("en", "Dunn won the match.", "Orr lost the match to Dunn."),
    ("en", "Orr sold the boat to Dunn.", "Dunn bought the boat from Orr for a small sum."),
    ("en", "The court upheld the ban on nets.", "The court rejected an appeal against the ban on nets."),
    ("en", "The plan was rejected by the council.", "The mayor approved the plan, which the council had turned down."),
    ("en", "The loss narrowed at the mill.", "Profit at the mill rose, or rather its loss became smaller."),
    ("en", "Guests left the hall when it closed.", "The hall opened at noon and guests left at ten."),
    ("en", "The mayor denied that the bridge was unsafe.", "The mayor admitted that the bridge was old, and denied that it was unsafe."),
    ("en", "Doctors stopped the trial of the drug.", "Doctors started the trial of the drug in March. In May they ended it."),
    ("de", "Der Elternrat ist gegen den Plan.", "Der Elternrat kritisierte den Plan der Schule, sprach aber von einem guten Ton."),
    ("de", "Die Winzer lehnten den Antrag ab.", "Der Gemeinderat stimmte dem Antrag zu, gegen den die Winzer waren."),
    ("de", "Die Kosten stiegen im März.", "Die Kosten sanken im April, erstmals in diesem Jahr."),
    ("fr", "Les pêcheurs s'opposent au projet de quai.", "Le maire soutient le projet de quai, que refusent les pêcheurs."),
    ("es", "Los pescadores rechazan el muelle.", "El alcalde apoya el muelle; los pescadores, no."),
    ("it", "I pescatori hanno criticato il molo.", "Il sindaco ha elogiato il molo che i pescatori non vogliono."),
]  # fmt: skip


def _told(language: str, statement: str, page: str) -> list[str]:
    link = "([Post](https://paper.example/a))"
    text = f"# {LEADS[language].split()[0]}\n\n{LEADS[language]}\n\n{statement} {link}\n"
    return [
        missing.nearest
        for said in extract(read_article(text.encode(), format="markdown"))
        if said.kind is AttributionKind.INDIRECT
        for missing in contrary_otherwise(said, prepare(f"{page}\n{LEADS[language]}"))
    ]


@pytest.mark.parametrize(("language", "statement", "page"), CONTRARY)
def test_the_contrary_is_told(language: str, statement: str, page: str) -> None:
    assert _told(language, statement, page)


@pytest.mark.parametrize(("language", "statement", "page"), FAIR)
def test_of_what_may_be_the_same_nothing_is_said(language: str, statement: str, page: str) -> None:
    assert _told(language, statement, page) == []
