"""Who says the quoted words: the ways in which reporters put it."""

import pytest

from tests.extract.said import attributions, quoted

WORDS = "We will rebuild the bridge by spring"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{WORDS},” Anna Lindqvist said.", "Anna Lindqvist"),
        (f"“{WORDS},” said Anna Lindqvist.", "Anna Lindqvist"),
        (f"“{WORDS},” she said.", "she"),
        (f"“{WORDS},” mayor Anna Lindqvist told reporters on Monday.", "mayor Anna Lindqvist"),
        (f"“{WORDS},” said a spokesman for the mayor.", "a spokesman for the mayor"),
        (f"“{WORDS},” Anna Lindqvist, the mayor of Vik, said.", "Anna Lindqvist"),
        (f"“{WORDS},” Anna Lindqvist, who lives there, said.", "Anna Lindqvist"),
        (f"“{WORDS},” Sen. Ann Lind (D-Vt.) said.", "Sen. Ann Lind"),
        (f"Anna Lindqvist said on Monday: “{WORDS}.”", "Anna Lindqvist"),
        (f"Anna Lindqvist has repeatedly said, “{WORDS}.”", "Anna Lindqvist"),
        (f"Officials in Vik wrote: “{WORDS}.”", "Officials in Vik"),
        (f"Anna Lindqvist: “{WORDS}.”", "Anna Lindqvist"),
        (f"“{WORDS},” according to the ministry.", "the ministry"),
        (f"In Vik, the council warned that “{WORDS.lower()}.”", "the council"),
        (f"But the union said “{WORDS.lower()}” in a letter.", "the union"),
        (f"“{WORDS},” the official said.", "the official"),
        (f"“{WORDS},” said Will Doyle, a professor of history.", "Will Doyle"),
        (f"“{WORDS},” Anna Lind, harbour programme director at Vik Watch, said.", "Anna Lind"),
        (f"“{WORDS},” Lind, after a long pause, said of the plan.", "Lind"),
        (f"“{WORDS},” General Counsel James A. Baker wrote.", "General Counsel James A. Baker"),
        (f"“{WORDS}!” beamed Donald Hartley of Vik.", "Donald Hartley of Vik"),
        (f"“{WORDS},” reads a Wednesday editorial.", "a Wednesday editorial"),
        (f"“{WORDS},” a voice in the ad states.", "a voice in the ad"),
        (f"Lind said Moreau’s claim that it was late “{WORDS.lower()}.”", "Lind"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str) -> None:
    assert [who for who, _ in quoted(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The council celebrated the vote, calling it “a new dawn.”", "The council", "a new dawn."),
        ("Lindqvist blasted the plan as “pure madness” on Tuesday.", "Lindqvist", "pure madness"),
        ("The plan was labeled “pure madness” by local farmers.", "local farmers", "pure madness"),
        ("Lindqvist rejected the plan and called it “mad.”", "Lindqvist", "mad."),
    ],
)
def test_words_inside_the_reporters_sentence_are_mixed(text: str, speaker: str, words: str) -> None:
    [attribution] = [each for each in attributions(text) if each.kind.value == "mixed"]
    assert attribution.speaker is not None
    assert (attribution.speaker.text, attribution.contents[0].text) == (speaker, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '"They shouted "Hold fast!" as we left," she said.',
            'They shouted "Hold fast!" as we left,',
        ),
        ("“I care when “your team” is late,” she said.", "I care when “your team” is late,"),
        ("''They say, 'Go home,''' said Mr. Roy.", "They say, 'Go home,'"),
        ('"It was late,“ said Ann Lee.', "It was late,"),
    ],
)
def test_the_same_marks_inside_a_quotation_belong_to_its_words(text: str, words: str) -> None:
    assert [parts for _, parts in quoted(text)] == [(words,)]


def test_two_sentences_of_one_speaker_are_two_parts_of_one_attribution() -> None:
    text = f"“{WORDS},” Anna Lindqvist said. “It will be wider.” The old one stays closed."
    assert quoted(text) == [("Anna Lindqvist", (f"{WORDS},", "It will be wider."))]


def test_a_quotation_cut_in_two_by_its_speaker_is_one_attribution() -> None:
    text = f"“{WORDS},” Anna Lindqvist said, “if the money lasts.”"
    assert quoted(text) == [("Anna Lindqvist", (f"{WORDS},", "if the money lasts."))]


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    text = "Lindqvist called it “a triumph” and Moreau called it “a farce.”"
    assert quoted(text) == [("Lindqvist", ("a triumph",)), ("Moreau", ("a farce.",))]


def test_the_next_sentence_of_the_reporter_is_not_the_speakers() -> None:
    text = f"“{WORDS},” Anna Lindqvist said. The council also hopes to widen the road."
    assert len(attributions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A “Courageous Step” or a Betrayal?",
        "The so-called “smart motorway” is closed again this week.",
        "The council closed the “smart motorway” scheme this week.",
        "Ann Lee closed the street known as “the Loop” this week.",
    ],
)
def test_quoted_words_of_nobody_have_no_speaker(text: str) -> None:
    [attribution] = attributions(text)
    assert attribution.kind.value == "unattributed"
    assert attribution.speaker is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Lindqvist spoke in Vik on Monday. “It is done,” she said.", "Anna Lindqvist"),
        ("The mayor, Anna Lindqvist, was there. “It is done,” Lindqvist said.", "Anna Lindqvist"),
        ("“It is done,” spokesman Piet Moreau said.", "Piet Moreau"),
        ("“It is done,” the harbour board said.", "the harbour board"),
    ],
)
def test_the_speaker_is_resolved_to_the_fullest_name(text: str, name: str) -> None:
    assert attributions(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Lind said the plan was “a disaster” for the town.",
            "the plan was “a disaster” for the town",
        ),
        ("Lind called the visa programme “pure madness.”", "the visa programme “pure madness.”"),
    ],
)
def test_the_statement_around_quoted_words_is_a_claim_as_a_whole(text: str, statement: str) -> None:
    [whole, quoted_words] = attributions(text)
    assert (whole.kind.value, quoted_words.kind.value) == ("indirect", "mixed")
    assert whole.contents[0].text == statement
    assert whole.cue == quoted_words.cue


def test_who_stands_for_whom_it_follows() -> None:
    [attribution] = attributions("Farmers cheered Piet Moreau, who said the dam was safe.")
    assert attribution.speaker is not None
    assert (attribution.speaker.text, attribution.speaker_name) == ("who", "Piet Moreau")


@pytest.mark.parametrize(
    "sentence",
    [
        "It is best to wait, says Ada Lind.",
        "If it hurts, see a doctor, advises Ada Lind.",
        "It was late, Ada Lind said.",
    ],
)
def test_who_closes_a_sentence_says_the_words_behind_it(sentence: str) -> None:
    text = f"The clinic opened in May. {sentence} “Too much of it can do harm.”"
    assert attributions(text)[-1].speaker_name == "Ada Lind"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("I told my coach and she was like “that is normal for now.”", "she"),
        ("So my uncle was all, “You will never finish that.”", "my uncle"),
        ("And I'm like “who even does that any more?”", "I'm"),
    ],
)
def test_talk_brings_words_with_like(text: str, speaker: str) -> None:
    [found] = attributions(text)
    assert found.speaker is not None
    assert found.speaker.text == speaker


def test_a_thing_that_is_like_words_says_nothing() -> None:
    [found] = attributions("The batter was like “wet sand” by then.")
    assert found.speaker is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lee called it “a gift”, Ben Marsh “a bribe” and the union “a joke”.",
         [("Lee", "a gift"), ("Ben Marsh", "a bribe"), ("the union", "a joke")]),
        ("The mayor called it “a gift to the town” and her rival “a bribe in a bow”.",
         [("The mayor", "a gift to the town"), ("her rival", "a bribe in a bow")]),
        ("Lee called the plan “dead in the water”; Ben Marsh, “merely asleep.”",
         [("Lee", "dead in the water"), ("Ben Marsh", "merely asleep.")]),
        ("One nurse described the smell as “eggs”, another as “regret”.",
         [("One nurse", "eggs"), ("another", "regret")]),
        # what else is called so
        ("Lee called Roy “mad” and Orr “sad”.", [("Lee", "mad"), ("Lee", "sad")]),
        ("Lee called the plan “mad” and the bridge “sad”.", [("Lee", "mad"), ("Lee", "sad")]),
        ("Lee said he was “sad” and Roy “happy”.", [("Lee", "sad"), ("Lee", "happy")]),
    ],
)  # fmt: skip
def test_whose_verb_is_left_out(text: str, said: list[tuple[str, str]]) -> None:
    assert [(who, words) for who, contents in quoted(text) for words in contents] == said


@pytest.mark.parametrize(
    "text",
    [
        # of people at large
        "You say “good morning” to dogs but not to us.",
        "You repeat the mantra “I am a tree.” That is all.",
        "Learn to say “no”, and you call it “growth”.",
        # that nobody said
        "If the vet had said “I was wrong,” it would have been over.",
        "It would be fine if she had told us “the boiler is dead” in May.",
        # words spoken of inside a statement
        "The court ruled that the term “gig worker” had no meaning.",
        "Lee said that she hated the word “nice” more than any other.",
        # where a thing was put, and why
        "Lee added it to the lease under “misc.”",
        "Roy posted it in a folder named “old.”",
        # what stands on one of several things
        "She labelled our shelves. One says “rice.”",
        "The mugs were odd. Another read “boss”.",
        # what something is
        "The mood was “more funeral than birthday party”.",
        "The comments were full of “who is still watching this”.",
        "I'm filing this under “things to laugh at in May.”",
        "The “Mouse in the House”, as the shop has it on bags, is back.",
    ],
)
def test_words_that_the_sentence_lays_to_nobody(text: str) -> None:
    assert [who for who, _ in quoted(text)] == [None] * len(quoted(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The owner of that shop calls it “a toy at best.”", [("The owner of that shop", "a toy at best.")]),
        ("The reviewer on that channel calls it “a toy.”", [("The reviewer", "a toy.")]),
        ("My aunt on the corner calls it “the swamp.”", [("My aunt", "the swamp.")]),
        ("It has that “smell of wet dog,” as the app puts it.", [("the app", "smell of wet dog,")]),
        ("Her colleague, nephrologist Dr. Tor Lind, agrees: “It never rains.”",
         [("nephrologist Dr. Tor Lind", "It never rains.")]),
        ("The winner, carpenter Eva Orr, smiled: “It never rains.”",
         [("carpenter Eva Orr", "It never rains.")]),
        ("Her mentor, vet Dr. Tor Lind, puts it more bluntly: “It is a dog.”", [("vet Dr. Tor Lind", "It is a dog.")]),
        ("The cook puts it plainly: “It is a dog.”", [("The cook", "It is a dog.")]),
        ("When I objected she told me, “This is why you live alone.”", [("she", "This is why you live alone.")]),
        ("Ann Lee said only, “Ask me in May.”", [("Ann Lee", "Ask me in May.")]),
        ("Roy said flatly, “Tell It to my Wife.”", [("Roy", "Tell It to my Wife.")]),
        ("Lee says it is “of unknown origin,” which is Latin for “stop asking”.",
         [("Lee", "of unknown origin,"), (None, "stop asking")]),
    ],
)  # fmt: skip
def test_words_that_the_sentence_lays_to_somebody(
    text: str, said: list[tuple[str | None, str]]
) -> None:
    assert [(who, words) for who, contents in quoted(text) for words in contents] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Reader comments: “Mine came out flat!” — Dolores.", [("Dolores", "Mine came out flat!")]),
        ("Customer reviews: “It hums all day long.” – Tariq Oyelaran, Leeds.",
         [("Tariq Oyelaran", "It hums all day long.")]),
        ("“It hums.” — Carol T. “It shines.” — Ravi P., verified buyer",
         [("Carol T.", "It hums."), ("Ravi P.", "It shines.")]),
        ("She had one rule — “No mud.” — Roy broke it.", [(None, "No mud.")]),
        ("Lee comments: “It works very well.”", [("Lee", "It works very well.")]),
    ],
)  # fmt: skip
def test_words_signed_in_a_line(text: str, said: list[tuple[str | None, str]]) -> None:
    assert [(who, words) for who, contents in quoted(text) for words in contents] == said
