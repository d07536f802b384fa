"""Quoted words that nobody in the article says, and some beside them that somebody does."""

import pytest

from tests.extract.said import quoted


@pytest.mark.parametrize(
    "text",
    [
        # What words stand on.
        "A plaque by the pier reads “Safe home.”",
        "The banner above the bar said “Quiz night, bring a brain.”",
        "His mug says: “World's okayest uncle.”",
        # What is asked of a reader is no saying.
        "If the dough feels “short,” add another egg.",
        "Where the sauce looks “split,” add one ice cube.",
        # What something is called.
        "It was coined by a stylist named Olu in 2019, and soon every shop had a “goblin” shelf.",
        "The plan was drawn by a clerk named Perry, and every town got a “smart” lamp.",
        # What is only an instance of words.
        "Our nurses can explain words like “stenosis” and “lesion.”",
        "The leaflet explains terms such as “stat” and “prn.”",
        # The writer's own deeds, and what something means.
        "I filed it under “things I will never knit again.”",
        "We looked up “how to calm a goose” at midnight.",
        "She gave me a nod that meant “not in front of him.”",
        "He pulled a face that means “we leave in five minutes.”",
        "Her claim that the ferry sank was filed under “weather.”",
        "Ida Moen's warning that rents may rise is now a “classic” of the genre.",
        "Kwame Obi said the word “legend” makes his teeth ache.",
        "Ida Moen says the term “smart lamp” is an insult to lamps.",
        "Her memoir reads like a “how to” guide for spies.",
        "The cast: Tom Hale (“King of the Long Hill”) and Ida Moen.",
        # Anybody's words, and the reader's.
        "Anyone who describes himself as “brutally honest” is rude.",
        "Anybody who calls lunch “a working session” owes me a sandwich.",
        "Remember when we all said “just two weeks”?",
        "I can hear you saying “but what about the dog?”",
        # Words of a song.
        "The song goes “I will follow you down to the sea,” twice.",
        "The musical goes “all aboard, all aboard” for an hour.",
        # A thing that bears words, beside somebody who sees it.
        "I saw a bumper sticker that said “honk if you are lost” and I honked.",
        "He described a badge that read “ask me about my goose” at length.",
        # What is yet to be said, and what somebody paints.
        "The label should say “very hot, actually.”",
        "A good manager might say “take the day, we will cope.”",
        "Deirdre finds that someone has painted “CLOSED FOR GOOD” on the door.",
        "The bin was full, and somebody had labelled it “wedding, slightly used” by hand.",
        # No oath.
        "She swore in the new “class of 2026” on Monday.",
        "He swears by “Old Faithful,” his kettle.",
        # What somebody finds, names or tends to write.
        "We found a card in the drawer that said “never forget the eggs.”",
        "She finds a slip in his coat that reads “one shirt, two socks.”",
        "My sister named him “Councillor.”",
        "They titled it “Against Soup.”",
        "I write “as per my note” for a living.",
        "There are lamps that glow and lamps that hum. Mine would say “buy fewer lamps.”",
        "A vet on a panel nods, and what she means is “I was there and you were not.”",
        # What a word means.
        "I wrote that the word “nice” once meant “foolish.”",
        "Roy said that the term “awful” once meant “full of awe”.",
        # What is only thought.
        "Raise a hand if your boss has ever said “we are all family here.”",
        "It would help if the council had ever said “we were wrong about that.”",
        # What stands on a sign, whatever verb says so.
        "One banner simply asked, “For whom?”",
        "A billboard by the mill declares “Prepare to stop.”",
        "The sticker on the lid warns “contents under pressure.”",
        # What a thing goes.
        "The thermostat goes “beep” at four.",
        "The new kettle goes “tick, tick, tick” all night.",
        # A sentence that opens with what was done to nobody that a list knows.
        "Informed of the long wait, Early described it as “news to me.”",
        # What somebody goes by.
        "Mayor Ann Boone, elected in 2019 on the slogan “Clean Hands, Clear Eyes,” was out.",
        "Roy ran with the motto “bread before roads” and lost.",
        "The shop trades under the tagline “Everything But Cheese”.",
        # What a thing is known by, in what somebody states.
        "Teams in Otago have shown that kea, the parrots known as “the clowns of the hills”, count.",
        "Lee found that Mr Roy, nicknamed “the walking almanac of Vik”, kept no diary.",
        "Roy said the “Moorhen” pub had closed.",
        "We wrote that the “Starling” ferry had sunk.",
        # A word beside others like it.
        "Reply from koi: I'd go with “missing,” as in “a missing.”",
        "Roy said it was fine, as in “fine china.”",
        "She tells them to write down what they mean by “tired” first.",
        "The printer says “offline” but it is on.",
        # What one learns to say.
        "How I finally learned to say “no” at work",
        "Ann Lee forgot to say “please” once and never again.",
        "The boy was too proud to say “sorry.”",
        # A plural, and no verb.
        "Some brands print “non-GMO” on salt.",
        "Many labels carry “natural” in green.",
    ],
)
def test_words_that_nobody_says_have_no_speaker(text: str) -> None:
    assert [speaker for speaker, _ in quoted(text)] == [None] * text.count("“")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The chief said the vote showed “contempt”.", "The chief"),
        ("Nuala Byrne claimed the emails revealed “panic”.", "Nuala Byrne"),
        ("Nuala Byrne said the survey showed “deep unease”.", "the survey"),
        ("Tom Oyelaran has labelled it “a tax on tents”.", "Tom Oyelaran"),
        ("The union blamed “years of neglect” for the leak.", "The union"),
        ("My sister texted “where are you” and I hid.", "My sister"),
        ("The clerk emailed me “no refunds” within the hour.", "The clerk"),
        ("The clerk, Bryony, then said “send it in.”", "Bryony"),
        ("The owner, Mr Sood, then asked “cash or card?”", "Mr Sood"),
        ("It took a locum, a man I never saw again, to say “I believe you.”", "a locum"),
        ("It took her own mother to ask “are you happy?”", "her own mother"),
        ("They swore it was “only a drill.”", "They"),
        ("“It is a drill,” say critics.", "critics"),
        ("My dad goes “is that it?”", "My dad"),
        ("The report said “the bolts were loose.”", "The report"),
        ("According to my watch I am “well rested.”", "my watch"),
        ("According to the app she is “a night owl.”", "the app"),
        ("Pike blamed the press for repeating Roy's claim that Lee “stole it.”", "Roy"),
        ("Pike mocked Nwosu's suggestion that the roof was “a matter of taste.”", "Nwosu"),
        ("Dave Gorab called the show “the paper of record.”", "Dave Gorab"),
        ("One mom swears it is “magic,” while another called it “salt.”", "another"),
        ("“That,” said Steve, “is a bath.”", "Steve"),
        ("“Here,” said Nurse Wilk, “is the key.”", "Nurse Wilk"),
        ("“Is it a crime?” the ex-governor queried.", "the ex-governor"),
        ("The registrar, bless her, only said “lovely.”", "The registrar"),
        ("What it led to was my neighbour Bea asking “are you all right?”", "my neighbour Bea"),
        ("What we got was Uncle Olu shouting “not the good plates!”", "Uncle Olu"),
        ("One poster on the forum said “mine did that too.”", "One poster"),
        ("“We were not told,” Hugh Banner said.", "Hugh Banner"),
        ("Protesters chanted the slogan “hands off our water”.", "Protesters"),
        # Whom somebody quotes, and whom a picture or the ear catches.
        ("“No one will pay,” the aide quoted her as saying.", "her"),
        ("“It is over,” Ann Lee quoted Bob Marsh as saying.", "Bob Marsh"),
        ("Roy quoted him as saying: “It is over.”", "him"),
        ("The audio caught driver Gus Tran telling 911, “I got a kid here.”", "driver Gus Tran"),
        ("Video shows Ann Lee shouting “get out of my house” at two men.", "Ann Lee"),
        ("Neighbours heard the officer warning “last chance”.", "the officer"),
        # A verb before the colon that is no name.
        (
            "Her colleague Ines Holm goes further: “I'd take six regular hours.”",
            "Her colleague Ines Holm",
        ),
        ("The vet goes on: “Give it a week, then call me.”", "The vet"),
        # What somebody told before called a thing.
        ("Ofcom has fined it for what it described as “serious and repeated” failures.", "it"),
        ("The miners struck over what they called “paper safety” after two falls.", "they"),
        # Behind an opening that only tells what they do or was done to them.
        (
            "Holding signs calling Roy “the biggest loser,” the protesters chanted “go home.”",
            "the protesters",
        ),
        ("Informed of the wait, Ann Orr described it as “news to me.”", "Ann Orr"),
        # An aside of whoever writes.
        ("He said, and I quote, “that is a vent.”", "He"),
        # What somebody used to say.
        ("Her boss used to say the job was “nine parts listening.”", "Her boss"),
        ("Roy loves to say the pier was “built by ducks.”", "Roy"),
    ],
)
def test_words_that_somebody_says_have_a_speaker(text: str, speaker: str) -> None:
    assert quoted(text)[-1][0] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Our vet calls these “zoomies.” The technical term is “frenetic random activity.”",
        "Olu calls it “the drop.” The usual phrase is “a sudden change of key.”",
    ],
)
def test_what_words_are_called_is_not_of_who_spoke_last(text: str) -> None:
    assert [speaker is None for speaker, _ in quoted(text)] == [False, True]
