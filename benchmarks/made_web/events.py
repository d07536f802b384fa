"""What happens in the made world: places, people, and what they say, as random as a seed has it."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY = date(2026, 3, 1)
DAYS = 60

_STARTS = [
    "Kel",
    "Bran",
    "Thorn",
    "Ash",
    "Wick",
    "Mar",
    "Hol",
    "Stan",
    "Glen",
    "Red",
    "Oak",
    "Fern",
    "Lang",
    "Whit",
    "Dun",
    "Cas",
    "Pem",
    "Nor",
    "Har",
    "Ell",
]
_ENDS = [
    "mouth",
    "ford",
    "ton",
    "bury",
    "wick",
    "ley",
    "stead",
    "dale",
    "haven",
    "field",
    "worth",
    "by",
    "bridge",
    "combe",
    "gate",
    "pool",
]
_FIRST = (
    *("Mara", "Alice", "Helen", "Peter", "Thomas", "Sarah", "David", "Laura", "Martin", "Anna"),
    *("George", "Emily", "Robert", "Julia", "Daniel", "Karen", "Simon", "Rachel", "Paul", "Susan"),
)
_LAST = [f"{start}{end}" for start in ("Old", "Cal", "Bram", "Hart", "Pen", "Wins", "Tol", "Mer") for end in ("field", "lowe", "well", "ridge", "man", "son", "croft", "brook", "ley")]  # fmt: skip
_ROLES = ("mayor", "fire chief", "head of the school board", "council leader", "police chief")
_THINGS = (
    "harbour tunnel|harbour board|fishermen|dredging,sea wall,survey,ferry",
    "hospital merger|health trust|nurses|wards,waiting list,surgeons,clinic",
    "river pollution|water agency|anglers|sewage,pipes,samples,algae",
    "school closure|school board|parents|classrooms,bus routes,pupils,roof",
    "stadium plan|city council|supporters|stands,parking,bonds,lease",
    "housing project|planning committee|tenants|rents,permits,towers,evictions",
    "wind farm|energy commission|farmers|turbines,cables,subsidies,bats",
    "rail strike|transport authority|commuters|timetable,signals,drivers,overtime",
    "flood defences|emergency service|residents|levees,pumps,sandbags,insurance",
    "airport expansion|airport authority|neighbours|runway,noise,flights,cargo",
    "factory fire|labour inspectorate|workers|sprinklers,exits,solvents,shifts",
    "museum theft|police department|curators|cameras,paintings,locks,guards",
    "bridge repair|highway office|truckers|bearings,cracks,steel,detour",
    "landfill site|waste company|villagers|leachate,trucks,odour,liner",
    "library cuts|culture department|readers|shelves,opening hours,archives,branches",
    "dam inspection|dam operator|campers|spillway,concrete,gates,reservoir",
)
# What somebody says is one of each: two who say nearly the same by chance are then as rare as in life.
_OPENINGS = (
    "We will not {verb} a single part of the {thing}",
    "Nobody at the {body} ever told us that the {noun} would cost {n} million",
    "I have worked on this for {n} years",
    "If the {body} thinks that {n} of our {people} will stay quiet about the {noun}, it is badly mistaken",
    "What we found in {place} was {adj}",
    "They promised {n} jobs and gave us nothing but {noun}",
    "It would be {adj} to blame the {people} for the {noun}",
    "My own family depends on the {noun}",
    "There are {n} ways to {verb} the {noun}",
    "The truth about the {thing} is that {n} inspections were skipped",
    "You cannot {verb} trust with a press release",
    "We counted {n} failures in the {noun} in one week",
    "I told the {body} in January that the {noun} had {n} weeks left",
    "Every winter the {people} pay {n} times over for the {noun}",
    "Somebody in {place} has to say it aloud: the {noun} is {adj}",
    "Ask any of the {people} and you will hear the same {adj} story",
)
_MIDDLES = (
    "and nobody has apologised since",
    "until every complaint about the {noun} has been answered in writing",
    "and I have never seen the {people} so {adj}",
    "because the {noun} failed long before anybody called for help",
    "so do not tell me that I want to {verb} the {thing}",
    "and the {body} has picked the most {adj} of all answers",
    "while {n} letters about the {noun} lie unopened in a drawer",
    "and my grandmother could have seen it coming",
    "but the figures for the {noun} were {adj} from the first day",
    "and we learned of it from a neighbour, not from the {body}",
    "which is why {n} of us drove to the capital last week",
    "and the bill for the {noun} came on a Friday afternoon",
    "although the engineers had warned of the {noun} {n} times",
    "and whoever signed for the {noun} should resign",
)
_CLOSINGS = (
    "that is how you lose a town",
    "we deserve better than a {adj} shrug",
    "I would rather {verb} the whole {thing} than lie about it",
    "it took {n} minutes to decide and it will take a decade to mend",
    "the {people} will remember this on election day",
    "there is no plan, there never was one",
    "call me {adj} if you like",
    "ask me again when the {noun} works",
    "no child should have to grow up beside such {noun}",
    "we have {n} signatures and we are not done",
    "the minister knows where to find me",
    "even the {body} admits as much behind closed doors",
    "I said so then and I say so now",
    "somebody will have to pay, and it will not be the {people}",
)
_WER = (
    "Wir haben {n} Briefe an das Rathaus geschrieben",
    "Meine Nachbarn und ich warten seit {n} Wochen",
    "Niemand im Rat hat uns je erklärt, wozu {n} Gutachten nötig waren",
    "Die Verwaltung verspricht uns {n} Parkplätze",
    "Ich kenne {n} Familien, die schon weggezogen sind",
    "Auf dem Papier kostet die Brücke {n} Millionen",
)
_WAS = (
    "und bis heute hat keiner geantwortet",
    "aber die Bagger stehen seit Ostern still",
    "während der Bürgermeister im Urlaub die Sonne genießt",
    "obwohl jeder Ingenieur vor dem Hochwasser gewarnt hatte",
    "und die Schule hat immer noch {m} Eimer im Flur stehen",
    "doch von den Versprechen ist nichts übrig geblieben",
)
_WARUM = (
    "und das ist eine Schande für die ganze Stadt",
    "weil keiner den Mut hat, die Wahrheit zu sagen",
    "und ich werde das bei der Wahl nicht vergessen",
    "denn am Ende zahlen wieder die Mieter",
    "und meine Großmutter hätte das in {m} Minuten entschieden",
    "weil in diesem Land erst einmal ein Ausschuss tagt",
)
_UEBER = (
    "{place}: Streit über {noun} spitzt sich zu",
    "{noun}: Was in {place} jetzt auf dem Spiel steht",
    "Wie {place} über {noun} denkt",
    "Ein langer Abend in {place}",
)
_TITLES = (
    "{place} {thing}: {body} under pressure over {noun}",
    "{last} hits out at {body} as {thing} row deepens",
    "{people_} in {place} angry over {noun}",
    "How the {thing} divided {place}",
    "{place} {role} warns of {noun} trouble",
    "{thing_} in {place}: what we know so far",
    "{body_} defends handling of {thing}",
    "'{adj_}': {last} on the {noun} in {place}",
)
_OPAQUE = ("A town at odds with itself", "The long read: a winter of discontent", "Morning briefing", "Five things to know")  # fmt: skip
_TO_THE_POINT = 0.5
_VERBS = [
    "build",
    "fix",
    "sell",
    "delay",
    "abandon",
    "rebuild",
    "approve",
    "finance",
    "repair",
    "buy",
]
_ADJECTIVES = ["furious", "worried", "shameful", "reckless", "disgraceful", "careless", "bitter", "astonishing", "frightening", "hopeless", "tired", "stubborn"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted."""

    name: str
    role: str

    @property
    def last(self) -> str:
        """The surname."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class Event:
    """What several outlets report on: ``day`` is when most of that was published."""

    place: str
    thing: str
    body: str
    group: str
    nouns: tuple[str, ...]
    day: date


class Life:
    """Makes events, and what is said of them; never the same words twice."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self._said: set[str] = set()

    def event(self) -> Event:
        """Something that happens somewhere on some day."""
        rng = self.rng
        thing, body, group, nouns = rng.choice(_THINGS).split("|")
        place = rng.choice(_STARTS) + rng.choice(_ENDS)
        day = FIRST_DAY + timedelta(rng.randrange(DAYS))
        return Event(place, thing, body, group, tuple(nouns.split(",")), day)

    def person(self) -> Person:
        """Somebody."""
        rng = self.rng
        return Person(f"{rng.choice(_FIRST)} {rng.choice(_LAST)}", rng.choice(_ROLES))

    def quotation(self, event: Event) -> str:
        """Words that nobody has said yet."""
        while True:
            parts = (self.rng.choice(each) for each in (_OPENINGS, _MIDDLES, _CLOSINGS))
            opening, middle, closing = (self._filled(part, event, None) for part in parts)
            said = f"{opening} {middle}; {closing}"
            if said not in self._said:
                self._said.add(said)
                return said

    def in_german(self) -> str:
        """Words in German that nobody has said yet."""
        while True:
            parts = (self.rng.choice(each) for each in (_WER, _WAS, _WARUM))
            said = " ".join(parts).format(n=self.rng.randrange(3, 90), m=self.rng.randrange(3, 90))
            if said not in self._said:
                self._said.add(said)
                return said

    def title_in_german(self, event: Event, words: str) -> str:
        """The title of such a page; every second one has one of the nouns that are said."""
        nouns = [word for word in words.split()[1:] if word[0].isupper()]
        about = self.rng.choice(nouns) if self.rng.random() < _TO_THE_POINT else "Rathaus"
        return self.rng.choice(_UEBER).format(place=event.place, noun=about)

    def title(self, event: Event, person: Person, words: str, *, opaque: bool = False) -> str:
        """The title of a page on which words stand; every second one is on what they are about."""
        rng = self.rng
        if opaque:
            return rng.choice(_OPAQUE)
        about = [noun for noun in event.nouns if noun in words]
        noun = rng.choice(about) if about and rng.random() < _TO_THE_POINT else None
        return self._filled(rng.choice(_TITLES), event, person, noun)

    def summary(self, event: Event, person: Person, words: str) -> str:
        """A sentence about a page on which words stand; every second one begins to quote them."""
        if self.rng.random() < _TO_THE_POINT:
            begun = " ".join(words.split()[: self.rng.randrange(5, 10)])
            return f"“{begun} …”: {person.name} on the {event.thing} in {event.place}."
        return f"{person.name}, {person.role} of {event.place}, speaks about the {event.thing}."

    def _filled(
        self, template: str, event: Event, person: Person | None, noun: str | None = None
    ) -> str:
        rng = self.rng
        noun, adjective = noun or rng.choice(event.nouns), rng.choice(_ADJECTIVES)
        return template.format(
            **{name: getattr(event, name) for name in ("place", "thing", "body")},
            people=event.group,
            noun=noun,
            n=rng.randrange(3, 90),
            verb=rng.choice(_VERBS),
            adj=adjective,
            last=person.last if person is not None else "",
            role=person.role if person is not None else "",
            people_=event.group.capitalize(),
            thing_=event.thing.capitalize(),
            body_=event.body.capitalize(),
            adj_=adjective.capitalize(),
        )
