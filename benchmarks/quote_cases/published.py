"""Quotations as a paper prints them beside the words as they were spoken.

Written for this project and labelled by reading: the verdict that ``strict`` must give, and the heaviest weight
that an editor would give the differences.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Published:
    """A printed quotation, the transcript, and the labels; ``weight`` is empty where nothing differs unmarked."""

    quote: str
    transcript: str
    verdict: str
    weight: str = ""


def _fair(verdict: str, *pairs: tuple[str, str]) -> list[Published]:
    return [Published(quote, transcript, verdict) for quote, transcript in pairs]


def _altered(weight: str, *pairs: tuple[str, str]) -> list[Published]:
    return [Published(quote, transcript, "altered", weight) for quote, transcript in pairs]


PUBLISHED = [
    *_fair(
        "verbatim",
        (
            "We have to get this done before the winter, and we will get it done.",
            "GOVERNOR HALE: Thank you. We have to get this done before the winter -- and we will get it done. (Applause.) Thank you.",
        ),
        (
            "I told the chairman what I tell everybody: the numbers are the numbers",
            "Look, I told the chairman what I tell everybody -- the numbers are the numbers. You can print that.",
        ),
        (
            "There is no plan B. There has never been a plan B.",
            "HOST: And if it fails?\nMINISTER: There is no plan B. (LAUGHTER) There has never been a plan B.\nHOST: All right.",
        ),
        (
            "Our health care system is the best in the world",
            "I say this everywhere. Our healthcare system is the best in the world, and it is also the most expensive.",
        ),
        (
            "It was a long-term decision and I stand by it",
            "MR. OKORO: It was a long term decision and I stand by it. Next question.",
        ),
        (
            "We are talking to the A.A. about every single one of these roads",
            "We are talking to the AA about every single one of these roads.",
        ),
        (
            "We cannot wait for the county. We have to start on Monday.",
            "MAYOR LUND: We cannot wait for the county.\nREPORTER: When do you start?\nMAYOR LUND: We have to start on Monday. I have said so.",
        ),
        (
            "The people of this valley deserve an answer",
            "[00:14:02] DR. AMIN: The people of this valley\n[00:14:05] deserve an answer, and they deserve it now.",
        ),
    ),
    *_fair(
        "verbatim",
        (
            "The first thing we did was to count the children",
            "The first thing we -- the first thing we did was to count the children.",
        ),
    ),
    *_fair(
        "edited",
        (
            "We lost nine people … and we will not forget them",
            "We lost nine people, four of them children, and we will not forget them.",
        ),
        (
            "[The senator] never returned my call",
            "I waited a week. He never returned my call, and then I read about it in the paper.",
        ),
        (
            "They [the auditors] had every document they asked for",
            "They had every document they asked for. Every one.",
        ),
        (
            "[W]e are not going to negotiate in the press",
            "As I have said before, we are not going to negotiate in the press.",
        ),
        (
            "It's them that done it [sic], not the union",
            "It's them that done it, not the union, and everybody here knows it.",
        ),
        (
            "The bridge is safe. ... I drove over it this morning.",
            "The bridge is safe. The engineers were there at six, and the report is on my desk. I drove over it this morning.",
        ),
        (
            "He (Moreau) should have told us in March",
            "He should have told us in March. He should have told us in writing.",
        ),
        (
            "We want [the company] to pay for the clean-up [...] and not one cent less",
            "We want them to pay for the clean-up, all of it, the river and the wells, and not one cent less.",
        ),
    ),
    *_altered(
        "style",
        (
            "We're going to have to look at every line of this budget",
            "We are going to have to look at every line of this budget.",
        ),
        (
            "I think the people in this room know exactly what happened",
            "I think, um, the people in this room know exactly what happened.",
        ),
        (
            "We had a plan, and the plan worked",
            "We had a plan, you know, and the plan worked.",
        ),
        (
            "The storm took the roof off the school and nobody was hurt",
            "The storm took the roof, took the roof off the school and nobody was hurt.",
        ),
        (
            "We lost 12 houses on this street alone",
            "We lost twelve houses on this street alone, and the church.",
        ),
        (
            "About 40 percent of the wells are dry",
            "About 40% of the wells are dry. That is the state's own figure.",
        ),
        (
            "It's OK to be afraid of the water",
            "It's okay to be afraid of the water. I was.",
        ),
        (
            "We will defend the harbor with everything we have",
            "We will defend the harbour with everything we have.",
        ),
        (
            "We are going to win this case and then we are going home",
            "We are gonna win this case and then we are gonna -- we are going home.",
        ),
        (
            "The committee asked for the files. The files were never sent.",
            "The committee asked for the files. And the files were never sent.",
        ),
        (
            "They should have called the fire department first",
            "They -- they should've called the fire department first.",
        ),
        (
            "We don't know who opened the gate that night",
            "We do not know, uh, who opened the gate that night. We don't.",
        ),
        (
            "The money was there. It was there all along.",
            "The money was there. I mean, it was there all along.",
        ),
        (
            "I have worked here for 21 years and I have never seen it this low",
            "I've worked here for twenty-one years and I've, I've never seen it this low.",
        ),
        (
            "It is a small town and everybody knows everybody",
            "It's, like, a small town, and, uh, everybody knows everybody.",
        ),
        (
            "You cannot run a hospital like a hotel",
            "You can't run a hospital like, well, like a hotel.",
        ),
        (
            "We realized too late that the alarm was off",
            "We realised too late that the alarm was off.",
        ),
        (
            "That is not who we are as a city",
            "That's not who we are as a city. (Applause.)",
        ),
        (
            "Everybody in the room was on their feet",
            "Everybody in the, in the room was, um, on their feet.",
        ),
    ),
    *_altered(
        "minor",
        (
            "It was a very bad night for the whole valley",
            "It was a bad night for the whole valley.",
        ),
        (
            "We were told the ferry was safe when we boarded",
            "We were told that the ferry was safe when we boarded.",
        ),
        (
            "The council has to answer for what it did to the river",
            "The council had to answer for what it did to the river.",
        ),
        (
            "I believe the decision was wrong and it cost us two years",
            "I believe the decision was wrong and it cost us, probably, two years.",
        ),
        (
            "The reports are on the table in the next room",
            "The reports are on a table in the next room.",
        ),
        (
            "This was a big mistake by people who should have known better",
            "This was a huge mistake by people who should have known better.",
        ),
        (
            "We have been asking for those pump for three years",
            "We have been asking for those pumps for three years.",
        ),
    ),
    *_altered(
        "serious",
        (
            "We will close the school at the end of the year",
            "We will not close the school at the end of the year.",
        ),
        (
            "I would sign it tomorrow if they sent it to me",
            "I could sign it tomorrow if they sent it to me.",
        ),
        (
            "They knew about the leak in June",
            "We knew about the leak in June, and we said so.",
        ),
        (
            "We lost 19 houses on this street alone",
            "We lost twelve houses on this street alone, and the church.",
        ),
        (
            "The tax will raise $3 billion a year",
            "The tax will raise $3 million a year.",
        ),
        (
            "The mayor lied to the families about the test results",
            "The mayor spoke to the families about the test results.",
        ),
        (
            "We support the treaty and we will vote for it",
            "We support the treaty in principle, and if the annex is changed we will vote for it.",
        ),
        (
            "You can't trust a word they say about the water",
            "You can trust a word, uh, they say about the water.",
        ),
        (
            "Every one of the trucks was checked before it left",
            "Most of the trucks were checked, every one of the new ones was checked before it left.",
        ),
        (
            "She never told him that the plant was going to close",
            "He never told her that the plant was going to close.",
        ),
        (
            "The water is safe to drink, um, for everybody in town",
            "The water is, um, not safe to drink for everybody in town.",
        ),
        (
            "I don't think we should wait for the report",
            "I do think we should wait for the report.",
        ),
        (
            "We must leave before the river rises over the road",
            "We must leave after the river rises over the road.",
        ),
        (
            "Nobody … asked the engineers, and they were paid to lie",
            "Nobody in that room asked the engineers, and they were paid to advise.",
        ),
        (
            "Prices went up by 4 percentage points in a year",
            "Prices went up by 4 percent in a year.",
        ),
    ),
]
