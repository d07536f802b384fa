"""Whom a pronoun or a surname stands for."""

import pytest

from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lind met Piet Moreau in Vik. “It is done,” she said.", "Anna Lind"),
        ("Anna Lind met Piet Moreau in Vik. “It is done,” he said.", "Piet Moreau"),
        (
            "Petra Novak works at Charles University in Prague. “It is done,” she said.",
            "Petra Novak",
        ),
        ("Petra Novak spoke to New Scientist. “It is done,” she said.", "Petra Novak"),
        ("A deal by Mrs. Robin Quill and Mr. Kit Moss. “It is done,” she said.", "Robin Quill"),
        (
            "The firm hired Ann Lee. Later Ben Roy left. Lee stayed. “It is done,” she said.",
            "Ann Lee",
        ),
        ("Manager Gary Poll praised Dean Marsh’s goal. “It is done,” he said.", "Gary Poll"),
        ("Kelham Town lost. Piet Moreau saw Town off. “It is done,” he said.", "Piet Moreau"),
        ("From the BBC's Chris Mason: “It is done.”", "Chris Mason"),
        ("“It is done,” No 10 said.", "No 10"),
        ("Poll laughed. “Ask me in May.”", "Poll"),
        ("Piet Moreau was there. “It is done,” they said.", "they"),
        ("In a post, the local MP, Jo Tarrant, wrote: “It is done.”", "Jo Tarrant"),
    ],
)
def test_a_pronoun_stands_for_the_person_it_can(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


_FORMER = "Harriet Ogden sold the mill. “We lost,” she told the Gazette.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Judge Priestley recalls the hour. “It is done,” he said.", "Priestley"),
        ("Professor Priestley recalls the hour. “It is done,” he said.", "Priestley"),
        ("Dean Priestley, of the union, recalls it. “It is done,” he said.", "Dean Priestley"),
        ("The weavers recall the hour. “It is done,” he said.", "he"),
        ("The weavers recall the hour. “It is done,” she said.", "Harriet Ogden"),
    ],
)
def test_who_was_she_is_not_taken_for_he(text: str, name: str) -> None:
    assert attributions(_FORMER + text)[-1].speaker_name == name


def test_a_dean_has_no_first_name() -> None:
    text = "The dean, Petra Novak, left. “It is done,” Dean Novak said."
    assert attributions(text)[-1].speaker_name == "Petra Novak"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whoever speaks comes before whom the sentence is about
        ("“It may rain,” said Senator Kit Moss, a farmer. He said “we will wait and see”.", "Kit Moss"),
        ("Gil Orr met the mayor, said Ada Lund, who was there. “It was short,” she said.", "Ada Lund"),
        ("As Ann Lee reported, Petra Novak said it was over. “We lost,” she said.", "Petra Novak"),
        ("An aide to Ann Lee said it was over. “We have lost it all,” she said.", "she"),
        ("Ann Lee asked Eva Orr whether it was over. “It is far from over,” she said.", "she"),
        ("Ben Roy asked Eva Orr whether it was over. “It is far from over,” she said.", "Eva Orr"),
        ("Sens. Kit Moss and Ben Roy left. “It is far from over,” Moss said.", "Kit Moss"),
        # a name before a noun, and whose something is
        ("Ben Roy left. The Lee campaign sent word to Kelm. “We have lost it,” he said.", "Ben Roy"),
        ("Ann Lee left. Eva Orr's plan is what she called “a good and solid start” in May.", "Eva Orr"),
        ("Bernie Sand advocates a tax. “It is fair to all,” he said.", "Bernie Sand"),
        # words that are no part of a name
        ("Democrat Anna Holt left. “It is all done,” she said.", "Anna Holt"),
        ("Cutler Anna Holt left. “It is all done,” she said.", "Anna Holt"),
        ("Secretary of State Anna Holt left. “It is all done,” she said.", "Anna Holt"),
        ("Kelm MPP Anna Holt left. “It is all done,” Holt said.", "Anna Holt"),
        ("Asked by Anna Holt, Ben Roy sighed. “It is all done,” he said.", "Ben Roy"),
        ("FULL TEXT\n\nAnna Holt left.\n\nFULL TEXT\n\n“It is all done,” she said.", "Anna Holt"),
        # surnames that are first names too, and that two bear
        ("Elizabeth Warren left. Warren sat down. “It is all done,” she said.", "Elizabeth Warren"),
        ("Piet and Anna Holt left. “It is all done,” Holt said.", "Holt"),
        ("Piet and Anna Holt left. “It is all done,” Piet Holt said.", "Piet Holt"),
        ("Anna Holt has a stall. So has Eva Orr. “It is too dear,” she said.", "she"),
        ("Anna Holt and her sister Eva ran it. “I miss the place,” Anna said.", "Anna Holt"),
        ("Anna Holt left. Her coach, Zabo Tran, never asked. “He knew it all,” she said.", "she"),
        ("Ann Lee left. Roy, of Ava, Mo., who farms, said it was late.", "Roy"),
    ],
)  # fmt: skip
def test_whoever_spoke_last_is_meant_and_nobody_where_two_may_be(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is all done now,” said Till Orr.", "Till Orr"),
        ("“It is all done now,” Will Orr said.", "Will Orr"),
        ("“It is all done now,” said Per Lind, a vet.", "Per Lind"),
        ("May Orr said it was over. “It is done,” she said.", "May Orr"),
        ("“It is all done now,” said June Orr.", "June Orr"),
        ("August Lind said it was over. “It is done,” he said.", "August Lind"),
        ("The vet, April Orr, left. “It is all done now,” Orr said.", "April Orr"),
        ("“It is all done now,” said Sunday Balogun.", "Sunday Balogun"),
        ("Lee spoke on Sunday. “It is all done now,” Lee said.", "Lee"),
        ("In April Lee spoke. “It is all done now,” Lee said.", "Lee"),
        ("Dr. Mason Orr left. “It is all done now,” Orr said.", "Mason Orr"),
        ("Ms. Hunter Lind left. “It is all done now,” she said.", "Hunter Lind"),
        ("“It is all done now,” said He Wenbo.", "He Wenbo"),
        ("“It is all done now,” said She Lan, a baker.", "She Lan"),
    ],
)
def test_a_name_may_be_another_word_too(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


@pytest.mark.parametrize("rank", ["Cpl.", "Maj.", "Mme.", "Adm.", "Pte.", "Msgr.", "Det. Insp."])
def test_the_stop_of_a_rank_ends_no_sentence(rank: str) -> None:
    text = f"On Monday {rank} Kesi Orr said it was over. “It is all done now,” Orr said."
    assert [each.speaker_name for each in attributions(text)] == ["Kesi Orr", "Kesi Orr"]


@pytest.mark.parametrize("end", ["Guelph, Ont.", "10 p.m.", "the board of Renfro Inc."])
def test_the_stop_of_an_abbreviation_may_end_a_sentence(end: str) -> None:
    text = f"Kesi Orr was in {end} The mayor, Ada Lind, said it was over. “It is done,” she said."
    assert attributions(text)[-1].speaker_name == "Ada Lind"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whom a pronoun fits, where the text does not say it of the nearest subject
        ("Nira Tand asked Eric Orr whether he was well. She said it was late. “It is done,” she said.", "Nira Tand"),
        ("Zanj Orr met Eric Lind. “It is all done now,” he said.", "he"),
        ("Zanj Orr met Eva Lind. “It is all done now,” he said.", "Zanj Orr"),
        # of whose speech it is
        ("“We lost,” said Ben Roy. It came before Eric Lind's speech. He called it “a good end”.", "He"),
        ("“We lost,” said Ben Roy. It followed Eric Lind's remarks. He called it “a good end”.", "He"),
        ("“We lost,” said Ben Roy. It is near Eric Lind's roof. He called it “a good end”.", "Ben Roy"),
        # somebody dead, and somebody who answers
        ("Ben Roy met Eric Lind. But Eric Lind was killed. “It is all done now,” he said.", "he"),
        ("Ben Roy met Eric Lind. By then Eric Lind had died. “It is all done now,” he said.", "he"),
        ("“Is it all done by now?” Ann Lee asked. “It is far from over,” she replied.", "she"),
        ("Ann Lee said it was over. “It is far from over,” she shot back.", "she"),
        ("Ann Lee said it was over. “It is all done now,” she said.", "Ann Lee"),
        # a name that no full name of the article tells, and that may be somebody's
        ("Ann Lee left. Tejan called her brother in Ayr. “It is all done now,” she said.", "she"),
        ("“No,” said Tejan. Ann Lee left. Tejan was late. “It is all done now,” she said.", "she"),
        # somebody without a name, met before
        ("An aide to Ben Roy told Lee to go. Ben Roy left. The aide told Lee more. “It is all done now,” he said.", "he"),
        ("A nurse told Ann Lee to wait. Ann Lee sat. The nurse said no. “It is far from over,” she said.", "she"),
        ("Ann Lee is a nurse in Ayr. The nurse said no. “It is far from over,” she said.", "Ann Lee"),
        ("“Thanks Sarah for the tea,” one wrote. Thanks Sarah! Ann Lee left. “It is all done,” she said.", "Ann Lee"),
        # names of things that begin like a person's
        ("Ben Roy left. It is near a Tim Horne cafe. “It is all done now,” he said.", "Ben Roy"),
        ("Ben Roy left. Grace Hospital is full. “It is all done now,” he said.", "Ben Roy"),
        ("Ann Lee left. Grace Hospital is full. “It is all done now,” she said.", "Ann Lee"),
        ("Sen. Ben Roy, R-Idaho, left. “It is all done now,” he said.", "Ben Roy"),
        ("Marine John Roy left. “It is all done now,” he said.", "John Roy"),
        # where somebody works, and how old somebody is
        ("Ann Lee left. Parks Canada glaciologist Tor Lind stayed. “It is all done,” he said.", "Tor Lind"),
        ("Kelm Union physiotherapist Zanj Orr stayed. “It is all done,” he said.", "Zanj Orr"),
        ("His daughter Eva Orr, 33, who left in May, said it was over. “It is done,” she said.", "Eva Orr"),
        ("Buyer Thanh Orr left. “It is all done now,” Orr said.", "Thanh Orr"),
        # what somebody is, cut short
        ("Ann Lee, MD, a surgeon in Ayr, said it was over. “It is all done,” she said.", "Ann Lee"),
        ("Ann Lee, PhD, RN, a nurse in Ayr, said it was over. “It is all done,” she said.", "Ann Lee"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_nobody_where_two_may_be_meant(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Secretary of State Ann Lee", "Ann Lee"),
        ("Chief Secretary to the Treasury Zanj Orr", "Zanj Orr"),
        ("Minister for Housing Zanj Orr", "Zanj Orr"),
        ("Then-mayor Zanj Orr", "Zanj Orr"),
        ("Runner-up Anaïs Orr-Lind", "Anaïs Orr-Lind"),
        ("Hyun-woo Orr", "Hyun-woo Orr"),
        ("the Liberal leader on the council, Zanj Orr", "Zanj Orr"),
        ("a nurse at the clinic, Zanj Orr", "Zanj Orr"),
        ("a baker in Kelm, Ontario", "a baker"),
        ("Ann Holt OBE", "Ann Holt"),
        ("Ann Holt, KC", "Ann Holt"),
        ("Dr Zanj Orr PhD", "Zanj Orr"),
        ("Mayor-elect Zanj Orr", "Zanj Orr"),
        ("Attorney-General Zanj Orr", "Zanj Orr"),
        ("Professor Emerita Zanj Orr", "Zanj Orr"),
        ("Vi Do", "Vi Do"),
        ("the bishop of Ely, the Rt Rev Zanj Orr", "Zanj Orr"),
        ("the mayor of Ayr, Ann Lee", "Ann Lee"),
        ("the mayor of Ayr, Nova Scotia", "the mayor of Ayr"),
    ],
)
def test_an_office_stands_apart_from_its_name(speaker: str, name: str) -> None:
    [found] = attributions(f"“It is all done now,” said {speaker}.")
    assert found.speaker_name == name


@pytest.mark.parametrize(
    "title", ["Commodore", "Skip", "Sprinter", "Vice-Admiral", "Assemblyman", "Nephrologist"]
)
def test_a_calling_is_no_part_of_a_name(title: str) -> None:
    text = f"{title} Zanj Orrell left early. “It is all done now,” Orrell said."
    assert attributions(text)[-1].speaker_name == "Zanj Orrell"


@pytest.mark.parametrize("honour", ["KC", "OBE", "PhD"])
def test_an_honour_behind_a_name_hides_nobody(honour: str) -> None:
    text = f"Tor Lind {honour} said it was over. He said: “It is all done now.”"
    assert attributions(text)[-1].speaker_name == "Tor Lind"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # 'she' may be the one who spoke before
        (
            "“We lost,” Ann Lee said. Zanj Orr left before she ended. “Not all of us,” he said.",
            "Zanj Orr",
        ),
        (
            "“We lost,” Ann Lee said. Zanj Orr came when she left. “Not all of us,” he said.",
            "Zanj Orr",
        ),
    ],
)
def test_a_pronoun_that_fits_another_tells_nothing_of_a_name(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name
