"""Statements without marks: where their verb stands, and where they begin and end."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # the verb is glued to its subject
            "He's suggesting that delegates from towns he won should vote for him.",
            [("He", "delegates from towns he won should vote for him")],
        ),
        (
            "She met Curly Haug, who's argued for years that delegates can't be bound.",
            [("who", "delegates can't be bound")],
        ),
        (
            "The councillors who've said they support Lee left early.",
            [("who've", "they support Lee left early")],
        ),
        (  # what a poll finds needs no verb
            "The 50-town poll finds Moreau faring better in the Vale.",
            [("The 50-town poll", "Moreau faring better in the Vale")],
        ),
        (
            "A Garrow University survey showed Lee ahead by ten points.",
            [("A Garrow University survey", "Lee ahead by ten points")],
        ),
        (  # few words between commas
            "Members and officials, in fact, even insist that Roy will win.",
            [("officials", "Roy will win")],
        ),
        (
            "Lee, after the news broke in March, initially said that nothing was wrong.",
            [("Lee", "nothing was wrong")],
        ),
        (
            "He wondered, as I do, why the senator was absent.",
            [("He", "why the senator was absent")],
        ),
        (  # a noun that may be a verb
            "The state admitted it made a mistake.",
            [("The state", "it made a mistake")],
        ),
        (
            "The reports show Garrow Solutions made a change.",
            [("The reports", "Garrow Solutions made a change")],
        ),
        ("Polls in Garrow show the two are level.", [("Polls", "the two are level")]),
        ("They talked of party rules that could change.", []),
        ("Federal rules subject such firms to taxes.", []),
        ("A slide show that predicted rain was cancelled.", []),
        ("A deal announced Monday would make the firm an Irish one.", []),
        ("It was part of a plan announced earlier this year.", []),
        ("The mayor found himself in trouble.", []),
        ("She could not find a job that paid.", []),
        ("Lee maintained a paid holiday home.", []),
        ("Doctors could agree to work in the north.", []),
        ("There were media reports of a flood.", []),
        ("They have a larger say than they do elsewhere.", []),
        ("The children found a much-needed rest in their group.", []),
        (  # a gerund, an infinitive
            "Ben Carling suggests reducing fees as a first step.",
            [("Ben Carling", "reducing fees as a first step")],
        ),
        ("My staff cautioned me not to go there.", [("My staff", "me not to go there")]),
        ("Lee went on to explain why the road was shut.", [("Lee", "why the road was shut")]),
        (  # who is told, with an owner
            "Lee complained to CBS News' Ann Rose that the link was unfair.",
            [("Lee", "the link was unfair")],
        ),
        (  # the verb behind, and what comes behind it
            "The board voted to back Lee, García said at the time.",
            [("García", "The board voted to back Lee")],
        ),
        (
            "The firm worked for the town, said lobbyist and party strategist Charlie Black.",
            [("lobbyist and party strategist Charlie Black", "The firm worked for the town")],
        ),
        (
            "The loss will end this year, the budget office reported on Tuesday -- a surprise.",
            [("the budget office", "The loss will end this year")],
        ),
        (
            "If they can build it, he observed this week, then he can build one.",
            [("he", "If they can build it"), ("he", "then he can build one")],
        ),
        (
            "The contrast, said Doyle and others, would be clear.",
            [("Doyle and others", "The contrast"), ("Doyle and others", "would be clear")],
        ),
        (  # an opening clause
            "While he said he would hold a hearing, the bill is unlikely to pass.",
            [("he", "he would hold a hearing")],
        ),
        (
            "After she announced that she would leave, the members met twice.",
            [("she", "she would leave")],
        ),
        (  # somebody else begins to speak
            "Most said they prefer the plan, but six in 10 said they want it to end.",
            [("Most", "they prefer the plan"), ("six in 10", "they want it to end")],
        ),
        (
            "Some friends say he is well - others say he is not well.",
            [("Some friends", "he is well"), ("others", "he is not well")],
        ),
        (
            "Roy told aides that he won, and she said no one called.",
            [("Roy", "he won"), ("she", "no one called")],
        ),
        (  # the speaker goes on
            "Chris Brown said he was tired and asked how he would be helped.",
            [("Chris Brown", "he was tired"), ("Chris Brown", "how he would be helped")],
        ),
        (  # brackets and dashes hold it
            "The club (some of them said they were tired) left early.",
            [("some of them", "they were tired")],
        ),
        (
            "Many voters - half of them are old, according to a survey - like the plan.",
            [("a survey", "half of them are old")],
        ),
        (  # a relative clause inside, and one that brings the reporter back
            "She demanded that the flag, which hangs on the hall, be removed.",
            [("She", "the flag, which hangs on the hall, be removed")],
        ),
        (
            "Lee said the plan had failed, which surprised nobody.",
            [("Lee", "the plan had failed")],
        ),
        (
            "A poll found that 54 percent like it, while 25 percent do not.",
            [("A poll", "54 percent like it, while 25 percent do not")],
        ),
        (
            "Lee said he was building a club, as well as a pool.",
            [("Lee", "he was building a club, as well as a pool")],
        ),
        (
            "Those who back her opponents say the news hurt the town.",
            [("Those who back her opponents", "the news hurt the town")],
        ),
        ("The firm urged the board to raise it to $51,000.", [
            ("The firm", "the board to raise it to $51,000"),
        ]),
    ],
)  # fmt: skip
def test_who_states_what(text: str, said: list[tuple[str, str]]) -> None:
    found = [
        (each.speaker.text, content.text)
        for each in attributions(text)
        if each.kind is AttributionKind.INDIRECT and each.speaker
        for content in each.contents
    ]
    assert found == said
