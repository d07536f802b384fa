"""Which words of a sentence say something, and whose they are: kinds of structure, three of each."""

import pytest

from audit.model import AttributionKind
from tests.extract.said import attributions, quoted, stated


@pytest.mark.parametrize(
    "text",
    [
        "The town of Redfield opened a “warming room” on Monday.",
        "The museum houses “the oldest clock in Wales”.",
        "The farm has a “pick your own” field.",
        "He knocked out Dana “Hammer” Price in the third round.",
        "Fans cheered Lou “The Fox” Marsh.",
        "Ann “Annie” Lee won.",
        "Critics say books such as “Little Women at Home” show mothers only.",
        "Shops such as “Bits and Bobs” have closed.",
        "He voted for a so-called “bridge to nowhere” in 2005.",
        "Heat: “medium high” until golden.",
        "Serves: “two hungry people” or four.",
        "Note: “best before” is no law.",
        "My take: “It is a great product.”",
        "Intro text: “Welcome to our page.”",
        "Her short answer: “It is a great product.”",
        "Otherwise “the whole thing” fails.",
        "The stock said goodbye to “big gains.”",
        "Cabinet Room “talks” went on.",
        "Read more about “the biggest storm in years” here.",
        "Listen again to “the worst song of all time” on the radio.",
        "Try our “five a day for a month” plan.",
        "People gathered in the square.\n\n“We want water.”",
        "Her voice was low.\n\n“We want water now.”",
        "The square was full of rubbish.\n\n“We want water now.”",
        "I thought of myself as a “healthy eater”.",
        "The scan found “nothing remarkable”.",
        "She knew a “small price” when it came.",
        "A man, 34, was arrested on suspicion of “causing a public nuisance”.",
        "Two women have since been charged with “theft of a small boat”.",
        "Ann Lee was badly hurt near “the oldest clock in Wales”.",
        "There's a saying where I come from: “The loud cow gives no milk.”",
        "There is a sign where she works. “Mind the step, please.”",
        "Remember Ann Lee's letter? “I am half agony and half hope.”",
        "Thanks to whoever posted the “when to worry” list, it helps.",
        "The “Meatless Monday” email says nothing about price.",
        "The “sleep faster” app opened on Monday.",
        "Anyone who says “but my metabolism” is getting blocked.",
        "If you say “it is only a cold” again I will scream.",
        "When anyone asks “how are you really doing” I lie.",
        "I own three books called “Declutter Your Life.”",
        "It's called “Why I Am Running Again.”",
        "Most “superfood” claims rest on air.",
        "If your boss tells you “we are a family here,” run.",
        "If the ad says “fast-paced and fun,” run faster.",
        "Should I reply with “no to all of it” now?",
    ],
)
def test_a_verb_that_says_nothing_gives_nobody_the_words(text: str) -> None:
    found = [each for each in attributions(text) if each.kind is not AttributionKind.INDIRECT]
    assert [each.kind for each in found] == [AttributionKind.UNATTRIBUTED]


@pytest.mark.parametrize(
    "text",
    [
        "Portion Fix Containers: 1 Green, 1 Red",
        "The stock added more than 2 % on Friday.",
        "The shares added 3 dollars and the index shed 2.",
        "The deal says nothing about wages.",
        "He could add a title to his name.",
        "They may promise the moon and the stars.",
    ],
)
def test_what_says_nothing_states_nothing(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ANALYST'S TAKE: “The market is nervous,” Hussein Sayle said.", "Hussein Sayle"),
        ("BOTTOM LINE: “The market is nervous,” says Petra Lom.", "Petra Lom"),
        ("UPDATE: “The market is nervous,” he said.", "he"),
        ("“It never worked,” points out Leo Marsh.", "Leo Marsh"),
        ("“It never worked,” pointed out Leo Marsh, a teacher.", "Leo Marsh"),
        ("“It never worked,” chimed in Ana Roy.", "Ana Roy"),
        ("“It never worked,” shot back Ana Roy.", "Ana Roy"),
        ("The Atlantic quoted Michael Lee as saying “the plan was never meant.”", "Michael Lee"),
        ("The BBC cited Ana Roy as saying: “The plan was never meant.”", "Ana Roy"),
        ("The Echo quotes the mayor, Ana Roy, as saying “it was never meant.”", "Ana Roy"),
        ("In a new report by E! News, “she is happy as can be.”", "E! News"),
    ],
)
def test_the_cue_of_the_sentence_wins(text: str, speaker: str) -> None:
    assert [who for who, _ in quoted(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Many drinks may contain added sugar, he said.",
            "he",
            ("Many drinks may contain added sugar",),
        ),
        (
            "Officers found a fourth victim in the barn, sheriff Tim Lohm said.",
            "sheriff Tim Lohm",
            ("Officers found a fourth victim in the barn",),
        ),
        (
            "The town reported heavy losses last year, Ana Roy said.",
            "Ana Roy",
            ("The town reported heavy losses last year",),
        ),
        ("A study which concluded that coffee is harmless was withdrawn.", "which", ("coffee is harmless",)),
        ("The man who said that the dam is safe has left.", "who", ("the dam is safe",)),
        ("A report which found that water is scarce was shelved.", "which", ("water is scarce",)),
        (
            "Current officials who spoke with the Echo said the party has become a shell.",
            "Current officials",
            ("the party has become a shell",),
        ),
        (
            "Democrats trying to win in November say they have a new weapon.",
            "Democrats",
            ("they have a new weapon",),
        ),
        (
            "Exit polls from Ohio, which Lee won decisively, showed that 65 percent agreed.",
            "Exit polls",
            ("65 percent agreed",),
        ),
        (
            "In addition, according to the department, nine million workers will be protected.",
            "the department",
            ("nine million workers will be protected",),
        ),
        (
            "The plan, according to the mayor, is to sell the hall.",
            "the mayor",
            ("The plan", "is to sell the hall"),
        ),
        ("Some say they hear echoes of a painful past.", "Some", ("they hear echoes of a painful past",)),
        ("The company flat-out denied that it knew of the leak.", "The company", ("it knew of the leak",)),
    ],
)  # fmt: skip
def test_where_a_statement_begins_and_ends(text: str, speaker: str, words: tuple[str, ...]) -> None:
    assert stated(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Roy said the dam is old and vowed to mend it.", "the dam is old"),
        ("Ana Roy said the dam is old, adding that it leaks.", "the dam is old"),
        ("Ana Roy insisted the dam is old but denied that it leaks.", "the dam is old"),
    ],
)
def test_a_second_verb_of_the_same_speaker_begins_a_statement_of_its_own(
    text: str, words: str
) -> None:
    found = stated(text)
    assert found[0] == ("Ana Roy", (words,))
    assert [who for who, _ in found] == ["Ana Roy", "Ana Roy"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("She spoke to E! News in May. “My voice is gone,” she told the outlet.", "E! News"),
        ("She sat down with the BBC. “My voice is gone,” she told the broadcaster.", "BBC"),
        ("The Kelmouth Echo asked. “My voice is gone,” she told the newspaper.", "Kelmouth Echo"),
        ("“My voice is gone,” she told the newspaper.", None),
    ],
)
def test_the_outlet_that_was_named_before_was_told(text: str, outlet: str | None) -> None:
    found = attributions(text)[-1]
    assert (found.outlet.name if found.outlet else None) == outlet


_COURT = "The International Court of Justice ruled on Monday."


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{_COURT}\n\n“Neither side shall sail there,” the Court said.", "International Court of Justice"),
        (f"{_COURT} “Neither side shall sail there,” the court said.", "International Court of Justice"),
        ("The Bank of England met. “Some saw a case for it,” the Bank said.", "Bank of England"),
        ("The World Health Organization met. “No ship was refused,” the organization said.", "World Health Organization"),
        (f"{_COURT} It rained. It blew. It froze. It snowed.\n\n“Neither side shall sail,” the court said.", None),
        (f"{_COURT} The High Court did not.\n\n“Neither side shall sail there,” the Court said.", None),
        (f"{_COURT} “Neither side shall sail there,” a court said.", None),
        ("The Bank of England met, as did the European Central Bank. “Some saw a case,” the Bank said.", None),
        ("The Food and Drug Administration met. “No pill was refused,” the administration said.", None),
        ("“Neither side shall sail there,” the Court said. The International Court of Justice met.", None),
    ],
)  # fmt: skip
def test_an_institution_is_named_again_by_its_head_noun(text: str, outlet: str | None) -> None:
    found = attributions(text)[-1]
    assert (found.outlet.name if found.outlet else None) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "The Atlantic quoted Michael Lee as saying “the plan was never meant.”",
        "The Atlantic cites Michael Lee as saying: “The plan was never meant.”",
        "The Atlantic quoted Michael Lee, a senator, as saying the plan was never meant.",
    ],
)
def test_who_is_quoted_speaks_and_the_outlet_carries_it(text: str) -> None:
    [found] = attributions(text)
    assert (found.speaker_name, found.outlet and found.outlet.name) == (
        "Michael Lee",
        "The Atlantic",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A CNN poll has Lee ahead by nine points.", "Lee ahead by nine points"),
        ("The latest survey put him at 4 percent.", "him at 4 percent"),
        ("A Kelmouth Echo poll had Roy in third place.", "Roy in third place"),
    ],
)
def test_a_poll_says_what_it_counts(text: str, words: str) -> None:
    [(_, found)] = stated(text)
    assert found == (words,)


@pytest.mark.parametrize(
    "text",
    [
        # words that are spoken of, listed, printed, or what people at large call a thing
        "I still hate the phrase “but you do not look sick at all” in here.",
        "She never liked the word “moist as a sponge in May” much.",
        "She has a poster in her hall that says “We use kind hands.”",
        "Signs I loved: “Worst parade ever,” “Run on, dear legs of mine” and “Tap here.”",
        "Stories we liked: “Why we crave crunch” and “The bread wars of old” in May.",
        "It coats the spoon (what chefs call “nappe”).",
        "He is in what they call “remission” by now.",
        "He pointed me to a trial of people on the “UPF” diet.",
        "If yours says “smoked,” save it for later.",
        "She didn't say “sorry for all that” to anybody.",
        "He never said “it is all my fault” to her.",
        "It has what pizza nerds call “leoparding” here.",
    ],
)
def test_words_spoken_of_are_nobodys(text: str) -> None:
    assert not any(
        each.speaker
        for each in attributions(text)
        if each.kind in {AttributionKind.DIRECT, AttributionKind.MIXED}
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A runner at mile 14 yelled “You are almost there!”", "A runner"),
        ("My partner calls it “the snitch.”", "My partner"),
        ("It is what Ann Lee calls “remission” now.", "Ann Lee"),
        ("What patients say:\n\n“I finally sleep through the night.” — Carol Orr", "Carol Orr"),
        ("She pointed out that it was “a mess” of wires.", "She"),
        ("My doctor used the exact words “your blood gets no vote.”", "My doctor"),
        ("He was told by three doctors that it was “just age” again.", "three doctors"),
    ],
)
def test_who_says_words_is_told_from_who_does_not(text: str, speaker: str) -> None:
    found = [
        each.speaker.text
        for each in attributions(text)
        if each.speaker and each.kind in {AttributionKind.DIRECT, AttributionKind.MIXED}
    ]
    assert found == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Our guide Pemba kept saying “slowly, slowly” and handing out soup.", "Our guide Pemba"),
        ("Ann Lee keeps telling us “it is only rain”.", "Ann Lee"),
        ("The nurse was heard shouting “leave the hall” at them.", "The nurse"),
        ("Ann Lee was caught on tape saying “I never liked this town”.", "Ann Lee"),
        ("Critics spoke, with Ann Lee warning that it was “mad” and asking, “Why now?”", "Ann Lee"),
        ("“Ask me in the spring,” was all he would say.", "he"),
        ("“Ask me in May,” was all that an aide of Lee would say.", "an aide of Lee"),
        ("“Ask me in the spring,” was what the mayor told reporters.", "the mayor"),
        ("Then my nurse goes, “Do you have a letter?”", "my nurse"),
        ("Officers say Cole texted his brother, “I am on my way.”", "Cole"),
        ("Officers said that Ann Lee shouted, “Leave it now!”", "Ann Lee"),
        ("As Orr put it when I met her, “nobody wins this one”.", "Orr"),
        ("As the mayor said in May, “nobody wins this one”.", "the mayor"),
        ("Ada Obi, MD, MPH: “It is far from over.”", "Ada Obi"),
        ("Statement from Ann Holt: “It is far from over.”", "Ann Holt"),
        ("A message from the mayor: “Stay home if you can.”", "the mayor"),
        ("As the mayor puts it, Marsh made them “an offer too good to refuse”.", "the mayor"),
        ("She said it was over, to which Roy Marsh replied: “It is not true.”", "Roy Marsh"),
        ("Roy Marsh called Lee's remarks on the storm a “new low” in May.", "Roy Marsh"),
        ("Another guy looked and went “it is your gas cap, mate”.", "Another guy"),
        ("Then she went, “It is your gas cap, mate.”", "she"),
        ("The firm said it would not wait, citing “very serious concerns.”", "The firm"),
        ("“It is over,” said her friend of 50 years, the baker Ann Lee.", "the baker Ann Lee"),
        ("To quote Churchill, “never give in, never, never”.", "Churchill"),
        ("I will, to paraphrase my mother, “sleep when I am dead”.", "my mother"),
        ("The firm said in its annual report that it “may not recover”.", "The firm"),
    ],
)
def test_a_verb_before_another_has_its_subject(text: str, speaker: str) -> None:
    assert quoted(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee kept saying that it was over and shaking her head.", "it was over"),
        ("Ann Lee left, warning that it was over and slamming the door.", "it was over"),
        ("Ann Lee was overheard saying it was over and crying.", "it was over"),
    ],
)
def test_what_a_participle_carries_ends_before_another(text: str, words: str) -> None:
    assert stated(text) == [("Ann Lee", (words,))]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ann Lee called it “mad”; Roy Marsh preferred “a slow start to it”.", ["Ann Lee", "Roy Marsh"]),
        ("Ann Lee called it “mad,” and the mayor wants “a slow start to it”.", ["Ann Lee", "the mayor"]),
        ("Ann Lee said it was “mad”, and Roy Marsh wanted “a slow start to it”.", ["Ann Lee", "Roy Marsh"]),
        ("Ann Lee said it was “mad”, and the town wanted “a slow start to it”.", ["Ann Lee"]),
        ("Ann Lee told The Globe and Mail that it was “a very bad day”.", ["Ann Lee"]),
        ("Ann Lee told the Times and Star that it was “a very bad day”.", ["Ann Lee"]),
        ("Ann Lee said that it was “dead” and Marsh that it was “asleep”.", ["Ann Lee", "Marsh"]),
    ],
)  # fmt: skip
def test_two_clauses_have_two_speakers(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in quoted(text)] == speakers


@pytest.mark.parametrize(
    "work", ["its annual report", "her political letter", "a public statement"]
)
def test_a_noun_behind_its_adjective_says_nothing_by_itself(work: str) -> None:
    assert {speaker for speaker, _ in stated(f"The firm wrote in {work} that it may fall.")} <= {
        "The firm"
    }


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“It is over,” Ann Lee said, citing low growth in May.", "Ann Lee", "low growth in May"),
        ("Ann Lee left, informing us of the sale of the mill.", "Ann Lee", "the sale of the mill"),
        ("Ann Lee told her mother it was over.", "Ann Lee", "it was over"),
        ("Ann Lee told us it was over.", "Ann Lee", "it was over"),
        ("Ann Lee reminded her that it was over.", "Ann Lee", "it was over"),
        ("Ann Lee implied it was over.", "Ann Lee", "it was over"),
        (
            "Ann Lee suggested they'd be better off in May.",
            "Ann Lee",
            "they'd be better off in May",
        ),
        ("He left after being warned by Ann Lee that it was over.", "Ann Lee", "it was over"),
    ],
)
def test_who_is_told_is_no_part_of_what_is_said(text: str, speaker: str, words: str) -> None:
    assert stated(text) == [(speaker, (words,))]


def test_a_form_in_ing_has_no_subject_behind_it() -> None:
    assert quoted("“It is all over,” Ann Lee said, citing Roy Marsh.")[0][0] == "Ann Lee"
