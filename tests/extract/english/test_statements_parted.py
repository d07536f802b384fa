"""Statements that a clause of saying parts, subjects that stand apart, and where words go on."""

import pytest

from tests.extract.said import stated

_BEFORE = "The council met in the hall of the town on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # a clause of saying is put into a subject and its verb
        ("The source of the trouble, members and leaders say, is manifold.", "members and leaders", ("The source of the trouble", "is manifold")),
        ("Voters, Frank notes, applaud the shrewd management of the hall.", "Frank", ("Voters", "applaud the shrewd management of the hall")),
        ("The mayor, said Sun, who is fond of her, does not forgive.", "Sun", ("The mayor", "does not forgive")),
        ("The pier, said Carl Orr, a historian, is older than the town.", "Carl Orr", ("The pier", "is older than the town")),
        ("In the old town, as Hedrick Smith wrote in his book, the big shots had lavish houses.", "Hedrick Smith", ("In the old town", "the big shots had lavish houses")),
        ("Absent from the talks, according to members who were there, was any mention of rent.", "members", ("Absent from the talks", "was any mention of rent")),
        # what opens or interrupts the clause behind 'that' is of it
        ("The poll showed that although it rained, voters rated the fair as good.", "The poll", ("although it rained, voters rated the fair as good",)),
        ("Lee said that after the vote, members called the plan sound.", "Lee", ("after the vote, members called the plan sound",)),
        ("Lee said that the loss — a word she used often — Roy spoke of was dear.", "Lee", ("the loss — a word she used often — Roy spoke of was dear",)),
        # who says it stands before a place, a year, an aside
        ("Six papers in New Jersey, including the Park Press, said he is unfit.", "Six papers in New Jersey", ("he is unfit",)),
        ("Many speakers at the service — including teachers — said the loss is hard.", "Many speakers at the service", ("the loss is hard",)),
        ("The clerk of four years, a Republican who saw it all, said she left.", "The clerk of four years", ("she left",)),
        ("As another study from 2011 noted, the average age was 18.", "another study", ("the average age was 18",)),
        ("Roy, the chairman, this past week announced the creation of a fund.", "Roy", ("the creation of a fund",)),
        ("Sullivan, struck by her story, told her she needed no help.", "Sullivan", ("she needed no help",)),
        ("The firm may have paid for trips, a USA TODAY investigation found.", "a USA TODAY investigation", ("The firm may have paid for trips",)),
        # and behind it, where they are
        ("The town has more films than rain, says analyst Dossym Sat in Almaty.", "analyst Dossym Sat", ("The town has more films than rain",)),
        ("The bridge was free and would soon open, the president told her.", "the president", ("The bridge was free and would soon open",)),
        # what is no verb, and what is
        ("It declared that it had never given the names and addresses of members to anyone.", "It", ("it had never given the names and addresses of members to anyone",)),
        ("The government claims Gul runs a network of schools.", "The government", ("Gul runs a network of schools",)),
        # who speaks next is told before their name
        ("Lee said the tax, and the mayor, Bo Marsh, would go.", "Lee", ("the tax, and the mayor, Bo Marsh, would go",)),
        ("Lee called it brave; a rival paper, the Echo, said it would not last.", "a rival paper", ("it would not last",)),
        # a list of things that a verb has for its object
        ("The lawsuit demands his reinstatement, lost wages and other damages.", "The lawsuit", ("his reinstatement, lost wages and other damages",)),
        ("Roy cited reports of attacks on towns, including two in May.", "Roy", ("reports of attacks on towns, including two in May",)),
        ("Lee announced the deal, and Orr left.", "Lee", ("the deal",)),
        # what people do beside what is said
        ("Lee said the plan would work, and left the room.", "Lee", ("the plan would work",)),
        ("Lee said the plan would work, and the crowd cheered.", "Lee", ("the plan would work",)),
        ("Roy said the pier was sold, and slowly walked off.", "Roy", ("the pier was sold",)),
        ("Roy said the man took the money, and left.", "Roy", ("the man took the money, and left",)),
    ],
)  # fmt: skip
def test_a_statement_is_found_whole(text: str, speaker: str, words: tuple[str, ...]) -> None:
    assert stated(_BEFORE + text)[-1] == (speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "“There is a man with a problem,” Cruz said as the crowd yelled.",
        "“There is no more money,” Lee said after the vote was held.",
        "“There is no more money,” Lee said while Orr counted the votes.",
    ],
)
def test_what_happens_beside_a_quotation_is_no_statement(text: str) -> None:
    assert stated(text) == []


def test_who_goes_on_behind_an_opening_clause_says_no_words_in_it() -> None:
    said = stated("Although Roy admitted that he had “left for good,” he claimed they never met.")
    assert ("he", ("they never met",)) in said


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Lee said the pier was sound, but the mayor, Bo Marsh, said it would not last.",
            ("Lee", ("the pier was sound",)),
            ("Bo Marsh", ("it would not last",)),
        ),
        (
            "Lee said that rents rose, while a colleague, Ann Roy, said they fell.",
            ("Lee", ("rents rose",)),
            ("Ann Roy", ("they fell",)),
        ),
    ],
)
def test_a_statement_ends_before_who_speaks_next(
    text: str, first: tuple[str, tuple[str, ...]], second: tuple[str, tuple[str, ...]]
) -> None:
    assert stated(text) == [first, second]
