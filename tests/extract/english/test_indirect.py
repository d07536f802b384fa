"""Statements without quotation marks."""

import pytest

from tests.extract.said import stated

CLAUSE = "the bridge would be closed for 14 weeks"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (f"Officials said that {CLAUSE}.", "Officials", CLAUSE),
        (f"Officials said {CLAUSE}.", "Officials", CLAUSE),
        (f"Anna Lindqvist said on Monday that {CLAUSE}.", "Anna Lindqvist", CLAUSE),
        (f"Lindqvist told the council that {CLAUSE}.", "Lindqvist", CLAUSE),
        ("The bridge would be closed, officials said.", "officials", "The bridge would be closed"),
        (
            "The bridge is closed, said two police officers.",
            "two police officers",
            "The bridge is closed",
        ),
        ("According to the ministry, the bridge is safe.", "the ministry", "the bridge is safe"),
        ("The bridge is safe, according to the ministry.", "the ministry", "The bridge is safe"),
        ("The plan is seen by engineers as a reckless gamble.", "engineers", "a reckless gamble"),
        (
            "The plan was condemned by farmers, who point to the floods of 2019.",
            "farmers",
            "the floods of 2019",
        ),
        ("Lindqvist vowed to reopen it.", "Lindqvist", "to reopen it"),
        ("Engineers warned of new cracks.", "Engineers", "of new cracks"),
        (f"Majorities in all five towns say {CLAUSE}.", "Majorities", CLAUSE),
        (f"Two in three said {CLAUSE}.", "Two in three", CLAUSE),
        (f"Mr. Autor and Mr. Hanson argue {CLAUSE}.", "Mr. Autor and Mr. Hanson", CLAUSE),
        (f"The suit claims that {CLAUSE}.", "The suit", CLAUSE),
        (f"Mayor Anna Lind on Thursday evening said {CLAUSE}.", "Mayor Anna Lind", CLAUSE),
        (f"Lind said in an interview with The Echo last week that {CLAUSE}.", "Lind", CLAUSE),
        (
            "The bridge would be closed, the mayor told The Echo.",
            "the mayor",
            "The bridge would be closed",
        ),
        ("Mayor Lind Says Bridge Will Stay Closed.", "Mayor Lind", "Bridge Will Stay Closed"),
        ("As reported by Reuters, the bridge is safe.", "Reuters", "the bridge is safe"),
        ("But as Lind noted, the bridge is safe.", "Lind", "the bridge is safe"),
        (
            "The bridge is safe, according to early results of a survey obtained by The Echo.",
            "early results of a survey obtained by The Echo",
            "The bridge is safe",
        ),
    ],
)
def test_a_statement_and_who_makes_it(text: str, speaker: str, words: str) -> None:
    assert stated(text) == [(speaker, (words,))]


def test_a_statement_around_its_speaker_has_two_parts() -> None:
    text = "The bridge, officials said, would be closed for 14 weeks."
    assert stated(text) == [("officials", ("The bridge", "would be closed for 14 weeks"))]


@pytest.mark.parametrize(
    "text",
    [
        "The move, announced on Friday, provides a major victory for the regime.",
        "Russia also hopes to secure cooperation in the region.",
        "The decision has been met with fierce condemnation from advocates.",
        "The move is seen as a play by Moscow to gain access to deposits.",
        "He was told to leave.",
        "The report was published in May, and the claims were settled.",
        "The United States is a member.",
    ],
)
def test_what_nobody_states_gives_nothing(text: str) -> None:
    assert stated(text) == []
