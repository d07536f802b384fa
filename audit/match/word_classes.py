"""Words, English ones above all, by what becomes of a quotation when one is changed; lower-case and as folded.

What is let pass and what is not follows the agencies' rules on quoting speech (The Associated Press Stylebook,
'quotations in the news'; Reuters Handbook of Journalism, 'Quotes'): fillers and false starts may go, words may
not be changed.
"""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


FILLERS = _phrases(
    "um,umm,uh,uhh,uh huh,er,erm,ah,eh,hm,hmm,mm,mhm,oh,well,you know,i mean,kind of,sort of,like,right,"
    "okay,look,listen,see,you see,now,yeah,yes well,you know what i mean,if you will,as it were,or whatever,"
    "and so on,so to speak,let me see,how shall i say,what have you,ähm,äh,also,euh,ben,pues,este,ну,вот,э"
)
"""What speakers say while they think."""

HEDGES = _phrases(
    "i think,i guess,i believe,i suppose,i feel like,maybe,perhaps,probably,possibly,in a way,in a sense,"
    "more or less,as far as i know,i would say,it seems,it seems to me,to be honest,honestly,frankly,"
    "in my opinion,in my view"
)

INTENSIFIERS = _set(
    "really very just actually basically quite so absolutely totally completely literally certainly definitely",
    "truly simply obviously clearly especially particularly pretty rather extremely incredibly highly",
)

ARTICLES = _set("a an the")

CONJUNCTIONS = _set("and but so")

MODALS = _set(
    "will would shall should can could may might must ought",
    "wird würde kann könnte muss soll sollte darf wollen werden würden können könnten müssen sollen",
)

PRONOUNS = _set(
    "i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its",
    "itself we us our ours ourselves they them their theirs themselves one's ich du er wir ihr mich uns euch",
    "je tu il elle nous vous ils elles yo tú él ella nosotros ellos я ты он она мы вы они",
)

FUNCTION_WORDS = _set(
    "a an the and or but so of to in on at by for from with as that which who whom whose this these those there",
    "here then than into onto upon about around through within among between since while when where because be",
    "is are was were been being am do does did done doing have has had having also too yet still even again",
    "such both either each of per via both out up down off over",
)
"""Words that carry grammar rather than meaning."""

_OPPOSITES = (
    ("before", "after"),
    ("over", "under"),
    ("above", "below"),
    ("up", "down"),
    ("in", "out"),
    ("on", "off"),
    ("from", "to"),
    ("for", "against"),
    ("with", "against"),
    ("with", "without"),
    ("and", "or"),
    ("and", "but"),
    ("if", "unless"),
    ("if", "because"),
    ("if", "when"),
    ("because", "although"),
    ("inside", "outside"),
    ("since", "until"),
    ("before", "since"),
    ("until", "after"),
)


def are_opposed(one: str, other: str) -> bool:
    """Whether one small word in the place of the other turns a sentence."""
    return (one, other) in _OPPOSITES or (other, one) in _OPPOSITES


UNITS = _set(
    "percent percentage points point basis dollar dollars euro euros pound pounds yen yuan rouble roubles ruble",
    "rubles franc francs cent cents pence hundred thousand million millions billion billions trillion trillions",
    "dozen half halves third thirds quarter quarters double triple twice metre metres meter meters kilometre",
    "kilometres kilometer kilometers mile miles foot feet inch inches yard yards gram grams kilogram kilograms",
    "kilo kilos tonne tonnes ton tons ounce ounces litre litres liter liters gallon gallons second seconds minute",
    "minutes hour hours day days week weeks month months year years decade decades century centuries degree",
    "degrees celsius fahrenheit watt watts km kg cm mm mph am pm",
)
"""Words that make a figure another figure."""

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "seventeen eighteen nineteen",
)
_TENS = ("twenty thirty forty fifty sixty seventy eighty ninety",)
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth",)


def _words(lines: tuple[str, ...]) -> list[str]:
    return [word for line in lines for word in line.split()]


TENS = {word: 10 * number for number, word in enumerate(_words(_TENS), 2)}
ONES = {word: number for number, word in enumerate(_words(_CARDINALS))}
ORDINALS = {
    word: f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    for number, word in enumerate(_words(_ORDINALS), 1)
}
NUMBER_WORDS = frozenset({*TENS, *ONES, *ORDINALS})
NUMBERS_BY_WORD = {**ONES, **TENS}

MANY = _set(
    "all some any every each many much few fewer several most more less least none both only always often",
    "sometimes usually rarely seldom almost nearly enough another other same",
)
"""Words of how many and how often: never small."""

RESPELLED = {
    "ok": "okay",
    "%": "percent",
    "&": "and",
    "mister": "mr",
    "doctor": "dr",
    "gray": "grey",
    "program": "programme",
    "programs": "programmes",
    "skeptical": "sceptical",
    "skeptic": "sceptic",
    "defense": "defence",
    "offense": "offence",
    "license": "licence",
    "practise": "practice",
    "judgement": "judgment",
    "adviser": "advisor",
    "advisers": "advisors",
    "plow": "plough",
    "pajamas": "pyjamas",
    "aluminum": "aluminium",
    "mom": "mum",
    "tire": "tyre",
    "tires": "tyres",
    "jewelry": "jewellery",
    "fulfill": "fulfil",
    "enroll": "enrol",
    "towards": "toward",
    "afterwards": "afterward",
    "learnt": "learned",
    "burnt": "burned",
    "dreamt": "dreamed",
    "spelt": "spelled",
    "amongst": "among",
    "whilst": "while",
    "yeah": "yes",
    "yep": "yes",
    "till": "until",
    "'til": "until",
    "til": "until",
    "'em": "them",
    "'cause": "because",
    "cos": "because",
    "tho": "though",
    "ya": "you",
}
"""One spelling of a word for several."""

OUR_WORDS = _set(
    "colour favour honour labour neighbour harbour humour rumour vapour behaviour flavour endeavour armour",
    "savour parlour odour tumour vigour rigour valour splendour candour ardour fervour clamour saviour",
)
RE_WORDS = _set(
    "metre centre theatre litre fibre kilometre centimetre millimetre calibre sombre spectre"
)
ISE_KEPT = _set(
    "rise wise promise exercise surprise advise otherwise likewise enterprise franchise compromise premise",
    "raise praise noise precise concise revise supervise televise disguise expertise paradise merchandise",
    "arise demise devise improvise comprise despise excise advertise cruise bruise poise",
)
"""Words in -ise that no spelling writes with a z."""

SHORTENED = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "hafta": "have to",
    "gimme": "give me",
    "lemme": "let me",
    "kinda": "kind of",
    "sorta": "sort of",
    "outta": "out of",
    "dunno": "do not know",
    "let's": "let us",
    "y'all": "you all",
    "alright": "all right",
}
"""Words and what they stand for when spoken out."""

ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
S_STANDS_FOR_IS = _set(
    "it that there he she what here who where how when why everybody everyone nobody somebody someone this",
    "everything nothing something",
)
"""Words after which 's is 'is' or 'has', not a possessive."""

_IRREGULAR = (
    "be is are was were been being am",
    "have has had having",
    "do does did done doing",
    "go goes went gone going",
    "say says said saying",
    "get gets got gotten getting",
    "make makes made making",
    "know knows knew known knowing",
    "think thinks thought thinking",
    "take takes took taken taking",
    "see sees saw seen seeing",
    "come comes came coming",
    "give gives gave given giving",
    "find finds found finding",
    "tell tells told telling",
    "become becomes became becoming",
    "leave leaves left leaving",
    "feel feels felt feeling",
    "bring brings brought bringing",
    "begin begins began begun beginning",
    "keep keeps kept keeping",
    "hold holds held holding",
    "write writes wrote written writing",
    "stand stands stood standing",
    "hear hears heard hearing",
    "mean means meant meaning",
    "meet meets met meeting",
    "run runs ran running",
    "pay pays paid paying",
    "sit sits sat sitting",
    "speak speaks spoke spoken speaking",
    "lead leads led leading",
    "grow grows grew grown growing",
    "lose loses lost losing",
    "fall falls fell fallen falling",
    "send sends sent sending",
    "build builds built building",
    "understand understands understood understanding",
    "draw draws drew drawn drawing",
    "break breaks broke broken breaking",
    "spend spends spent spending",
    "rise rises rose risen rising",
    "drive drives drove driven driving",
    "buy buys bought buying",
    "choose chooses chose chosen choosing",
    "teach teaches taught teaching",
    "fight fights fought fighting",
    "win wins won winning",
    "man men",
    "woman women",
    "child children",
    "person people",
    "foot feet",
    "life lives",
    "wife wives",
    "this these",
    "that those",
    "a an",
)
INFLECTED = {word: group.split()[0] for group in reversed(_IRREGULAR) for word in group.split()}
"""Irregular forms and the word they belong to."""

_SYNONYMS = (
    "big large huge great",
    "start begin commence",
    "started began",
    "help assist aid",
    "buy purchase",
    "bought purchased",
    "get obtain receive",
    "job work",
    "kids children",
    "kid child",
    "folks people",
    "guys people",
    "show demonstrate",
    "tell inform",
    "talk speak",
    "happy glad pleased",
    "important significant crucial",
    "hard difficult tough",
    "easy simple",
    "quick fast rapid",
    "quickly fast rapidly",
    "end finish",
    "ended finished",
    "small little tiny",
    "smart clever intelligent",
    "maybe perhaps possibly",
    "also too",
    "like as",
    "but however",
    "enough sufficient",
    "nearly almost",
    "about around approximately roughly",
    "choose pick select",
    "right correct",
    "wrong incorrect",
    "everybody everyone",
    "nobody no-one",
    "somebody someone",
    "anybody anyone",
    "whole entire",
    "answer reply",
    "stop cease",
    "house home",
    "car vehicle",
    "build construct",
    "built constructed",
    "keep retain",
    "need require",
    "needs requires",
    "use utilize",
    "try attempt",
    "ask request",
    "giant huge",
    "terrible awful horrible",
    "wonderful great fantastic terrific",
    "occur happen",
    "happened occurred",
    "that which",
    "can't cannot",
    "often frequently",
    "now currently",
)

_SYNONYM_GROUPS = tuple(frozenset(group.split()) for group in _SYNONYMS)


def are_synonyms(one: str, other: str) -> bool:
    """Whether two words are near enough in meaning that an editor would frown, not fear."""
    return any(one in group and other in group for group in _SYNONYM_GROUPS)
