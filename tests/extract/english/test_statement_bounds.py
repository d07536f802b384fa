"""Where a statement without marks begins and ends, and that plain forms of saying carry one."""

import pytest

from tests.extract.said import stated


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # A dateline is no part of what is said.
        ("HALIFAX — Two boats sank on Saturday, police said.", "police",
         "Two boats sank on Saturday"),
        ("ACCRA, Ghana (AP) — The pool stays shut, officials said.", "officials",
         "The pool stays shut"),
        ("NATO — the alliance of 32 — said that it would wait.", "NATO", "it would wait"),
        # Another clause of the same speaker is no clause joined to the quoted words.
        ("Whelan said the firm “cannot go on like this” and that a third of it would move.", "Whelan",
         "the firm “cannot go on like this” and that a third of it would move"),
        ("Orr said the pool “has had its day” and whether it opens again is open.", "Orr",
         "the pool “has had its day” and whether it opens again is open"),
        # A document's maker ends before its verb.
        ("A report by the fire service says that the homes are at risk.", "A report by the fire service",
         "the homes are at risk"),
        ("A study by the city council shows that the bridge is weak.", "A study by the city council",
         "the bridge is weak"),
        # Verbs of courts and of replies.
        ("Counsel for the owner submitted that the dog was asleep.", "Counsel for the owner",
         "the dog was asleep"),
        # Adjectives before what somebody is.
        (
            "Nia Prosser, regional managing director of Halden Water, said that the main had burst.",
            "Nia Prosser",
            "the main had burst",
        ),
        (
            "Odhran Keane, senior fire investigator, said that the wiring was old.",
            "Odhran Keane",
            "the wiring was old",
        ),
        # A plural in '-s' that has a verb of its own.
        ("New inspection reports show that the lift failed twice.", "New inspection reports",
         "the lift failed twice"),
        ("The bridge moved in the night, official records show.", "official records",
         "The bridge moved in the night"),
        # What stands between a subject and its verb.
        ("Surveys there show the harbour is silting up.", "Surveys", "the harbour is silting up"),
        ("Councillors yesterday ruled that the pool must close.", "Councillors",
         "the pool must close"),
        ("Marta Orban earlier said that the lake was safe.", "Marta Orban", "the lake was safe"),
        (
            "The growers whose fields have been flooded say the sluice was left open.",
            "The growers",
            "the sluice was left open",
        ),
        (
            "Officers whose names have been withheld said that the gate was locked.",
            "Officers",
            "the gate was locked",
        ),
        # Who does not listen is no listener.
        ("The guides warned they could lose the path.", "The guides", "they could lose the path"),
        ("Ola Brandt advised we keep the receipts.", "Ola Brandt", "we keep the receipts"),
        ("Ola Brandt warned tenants not to sign the form.", "Ola Brandt", "not to sign the form"),
        # An aside between a verb and its 'that'.
        (
            "The warden said — on air, as it happened — that the herd was gone.",
            "The warden",
            "the herd was gone",
        ),
        (
            "Ivo Banks stated, while answering a caller, that the fee was wrong.",
            "Ivo Banks",
            "the fee was wrong",
        ),
        # Whom a question is put to.
        ("Rhea Dutt asked the clerk whether the hall was let.", "Rhea Dutt",
         "whether the hall was let"),
        ("The coroner pressed Ms Hale why nobody had called.", "The coroner",
         "why nobody had called"),
        # A clause that begins right before 'according to'.
        (
            "He left the island after, according to his sister, the boatyard cheated him.",
            "his sister",
            "the boatyard cheated him",
        ),
        (
            "It did not go unseen: According to the ferry's log, the lamp failed at two.",
            "the ferry's log",
            "the lamp failed at two",
        ),
        # Whoever a name behind a comma is, is no part of what is said.
        (
            "Ife Adu walked home alone, her headteacher, Dot Lind, said.",
            "Dot Lind",
            "Ife Adu walked home alone",
        ),
        (
            "The ewes were dry, the family's vet, Rory Munn, said.",
            "Rory Munn",
            "The ewes were dry",
        ),
        (
            "Leader of the Friends of Bexley Mere, Asa Thorne, said that it was theft.",
            "Asa Thorne",
            "it was theft",
        ),
        (
            "Chair of the Harbour Board, Inês Prado, said that it was theft.",
            "Inês Prado",
            "it was theft",
        ),
    ],
)  # fmt: skip
def test_plain_forms_of_saying_carry_a_statement(text: str, speaker: str, words: str) -> None:
    assert (speaker, (words,)) in stated(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # The reporter's present behind what was said in the past.
        ("The firm said it had kept no copies, but it does not delete the logs.",
         "it had kept no copies"),
        ("The mayor said the pool was unsafe, and its doors are still shut.",
         "the pool was unsafe"),
        ("The coach said the striker had trained with Ada Nwosu, who is now at Ajax.",
         "the striker had trained with Ada Nwosu"),
        # Others who were asked.
        ("Two-thirds said the fare was fair, and more than 3 in 10 said it was not.",
         "the fare was fair"),
        ("While only 9 percent said they were sure, 31 percent of the rest leaned that way.",
         "they were sure"),
        # What is said of a thing in its relative clause.
        ("It is a trade that many potters say is dying - she has two pupils.", "is dying"),
        ("He bought what dealers said was a fake, but the price kept rising.", "was a fake"),
        ("They asked members how likely a strike was, to which a third said “not at all.”",
         "how likely a strike was"),
        ("Rhea Dutt asked whether it was let, to which Asa Thorne replied that it was.",
         "whether it was let"),
        # A clause joined to quoted words.
        ("Fans of the club chanted “one more year” and the lamps went out.", None),
        ("Ola said “no thanks” and she laughed at the plan.", None),
        ("Ola replied “no thanks,” which she laughed about.", None),
        ("Ola asked the bot and it laughed at “no thanks.”", None),
    ],
)  # fmt: skip
def test_a_statement_ends_where_its_speaker_does(text: str, words: str | None) -> None:
    found = [said for _, said in stated(text)]
    if words is None:
        assert not any("lamps" in part or "laughed" in part for said in found for part in said)
    else:
        assert (words,) in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # What is said as it was, or goes on in the past, stays whole.
        ("The firm says it keeps no copies, and it is proud of that.",
         "it keeps no copies, and it is proud of that"),
        ("The mayor said the pool was unsafe, and its doors were shut in May.",
         "the pool was unsafe, and its doors were shut in May"),
        ("The mayor has said the pool is unsafe, and its doors are shut.",
         "the pool is unsafe, and its doors are shut"),
        ("She said her brother, who is a roper, would come.",
         "her brother, who is a roper, would come"),
        ("The mayor said that Ada Nwosu, who is now at Ajax, would stay.",
         "Ada Nwosu, who is now at Ajax, would stay"),
        ("She said the roof was sound, and that the floor is not.",
         "the roof was sound, and that the floor is not"),
    ],
)  # fmt: skip
def test_a_statement_goes_on_with_its_speaker(text: str, words: str) -> None:
    assert (words,) in [said for _, said in stated(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A letter by Lee that was shared 9,000 times named nobody.", False),
        ("A claim by Lee that has been shared widely is old.", False),
        ("A claim by the union that prices rose by 3 percent is old.", True),
    ],
)
def test_what_a_letter_was_is_nothing_that_it_says(text: str, said: bool) -> None:  # noqa: FBT001 — of the table
    assert bool(stated(text)) is said
