"""Who says words whose verb stands elsewhere, or is somebody else's, in seven languages."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def _said(language: str, text: str) -> list[tuple[str, str | None]]:
    """The quoted words of a text and the name of who says them."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    return [
        (content.text, said.speaker_name)
        for said in extract(article)
        if said.kind is not AttributionKind.INDIRECT
        for content in said.contents
    ]


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("nl", 'Voorzitter Mieke Struik sprak van "een pleister", schoolleider Hans Kok van "een stap".', "Mieke Struik", "Hans Kok"),
        ("fr", "Le maire Yves Tanguy parle de « ruine », la préfète Anne Roux de « simple ajustement ».", "Yves Tanguy", "Anne Roux"),
        ("es", "El alcalde Julián Mora habló de «fracaso» y la concejala Ana Ruiz de «avance histórico».", "Julián Mora", "Ana Ruiz"),
        ("it", "Il sindaco Ugo Belli parla di «disastro», la preside Anna Nardi di «grande occasione».", "Ugo Belli", "Anna Nardi"),
        ("pt", 'O prefeito Cláudio Rangel falou em "marco", a vereadora Denise Tavares em "pura propaganda".', "Cláudio Rangel", "Denise Tavares"),
        ("de", "Anna Struck sprach von „einem Pflaster“, Schulleiter Hans Kock von „einem ersten Schritt“.", "Anna Struck", "Hans Kock"),
        ("de", "Die Grünen sprachen von „Betrug am Wähler“, die FDP von „einem guten Tag“.", "Die Grünen", "die FDP"),
        # a sign before the second preposition
        ("es", "La sindicalista Teresa Olona habló de «abandono» y el maestro Andrés Bel, de «desprecio».", "Teresa Olona", "Andrés Bel"),
        ("pt", 'O prefeito Beto Falcão falou de "chantagem", e a deputada Carla Simão, de "grito legítimo".', "Beto Falcão", "Carla Simão"),
        ("ru", "Депутат Лидия Шохина говорит о «халатности», депутат Максим Орлов — о «трудностях».", "Лидия Шохина", "Максим Орлов"),
        # what goes on with the same speaker
        ("de", "Karl Lind sprach von „Betrug am Wähler“ und von „Lügen aller Art“.", "Karl Lind", "Karl Lind"),
    ],
)  # fmt: skip
def test_a_verb_that_is_said_once_has_two_subjects(
    language: str, text: str, first: str, second: str
) -> None:
    assert [name for _, name in _said(language, text)] == [first, second]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La capitana Noelia Prats calló.\n\n—¿Seguirá usted en el banquillo? —le preguntaron."),
        ("es", "Habló el alcalde Julián Mora. «Estoy bien», dijo.\n\n—¿Y la familia? —insistieron."),
        ("it", "La ciclista Chiara Fontana sorride. «Sto bene», dice.\n\n– E adesso? – le chiedono."),
        ("pt", "O músico Tomás Vilar sorri. «Estou bem», diz.\n\n— E a família? — perguntaram."),
    ],
)  # fmt: skip
def test_one_person_is_not_the_subject_of_a_plural(language: str, text: str) -> None:
    assert all(name is None for words, name in _said(language, text) if words[-1] == "?")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "Delusa la rivale Marta Zorzi: «La gamba c’era, la testa no».", "Marta Zorzi"),
        ("it", "Soddisfatto il tecnico Paolo Neri: «Una vittoria meritata da tutti».", "Paolo Neri"),
        ("es", "Contenta la entrenadora Beatriz Solana: «Hemos jugado muy bien».", "Beatriz Solana"),
        ("it", "Bella la vittoria: «Una serata che non scorderemo».", None),
    ],
)  # fmt: skip
def test_whoever_stands_behind_how_they_are_speaks(
    language: str, text: str, name: str | None
) -> None:
    assert [who for _, who in _said(language, text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La bióloga Inés Galarza dirige el estudio. A su juicio, el animal «comía de todo».", "Inés Galarza"),
        ("El perito Raúl Ocaña vio el puente. En su opinión, el daño es «muy grave y antiguo».", "Raúl Ocaña"),
        # two who may be meant
        ("El perito Raúl Ocaña habló con Ana Ruiz. En su opinión, el daño es «muy grave y antiguo».", "su"),
    ],
)  # fmt: skip
def test_whose_view_it_is(text: str, name: str) -> None:
    assert _said("es", text)[-1][1] == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La loi dite « Grandes lignes » oblige l’État à consulter les communes."),
        ("fr", "Les mesures dites « Sécurité pour tous » coûtent cher."),
    ],
)
def test_what_a_thing_is_called_is_nobody_s_words(language: str, text: str) -> None:
    assert _said(language, text) == []


def test_a_noun_with_its_article_is_no_verb_of_saying() -> None:
    for text in (
        "Rol is teleurgesteld, maar ze begrijpt het besluit.",
        "Dat is, meent men, de vraag.",
    ):
        article = replace(read_article(text.encode(), format="text"), language="nl")
        assert [said for said in extract(article) if said.speaker is not None] == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # whose view a clause is behind a conjunction
        ("it", "Il critico Vittorio Manca lo definiva «irregolare», mentre per la gallerista Paola Bassi era «un amico scontroso».", ["Vittorio Manca", "Paola Bassi"]),
        ("es", "El crítico Vito Manca lo definió como «irregular», mientras para la galerista Paola Bas era «un amigo arisco».", ["Vito Manca", "Paola Bas"]),
        # a second clause with a subject of its own
        ("pt", "O Leixões empatou e o treinador José Mota não gostou. «Faltou-nos cabeça», apontou.", ["José Mota"]),
        ("es", "El Mirasol perdió y la entrenadora Ana Solana tiene prisa. «Nos faltó cabeza», apuntó.", ["Ana Solana"]),
        # an 'and' behind a dash goes on with the subject before the words
        ("ru", "Министр Роман Ежов заявил: «Это открытие мирового уровня» — и пообещал грант.", ["Роман Ежов"]),
        ("ru", "Мэр Анна Белова сказала: «Мы всё починим» — и назвала срок.", ["Анна Белова"]),
        # who takes up what somebody promised
        ("pt", "O ministro Hélio Camargo prometeu verbas, promessa que Marina Cordeiro recebe com ceticismo: «Ouço isso há anos».", ["Marina Cordeiro"]),
        ("es", "El ministro Raúl Ocaña prometió fondos, promesa que Ana Gil acoge con recelo: «Lo oigo desde niña».", ["Ana Gil"]),
        # the sentence behind words says whose they are
        ("nl", '"Ik heb niets gestolen." Dat heeft penningmeester Henk Swart gezegd.', ["Henk Swart"]),
        ("nl", '"Wij gaan hier niet weg." Dat zei bewoonster Ria Postma.', ["Ria Postma"]),
        ("es", "«Nunca robé un solo euro.» Lo dijo el tesorero Raúl Ocaña.", ["Raúl Ocaña"]),
        # whoever is asked says nothing
        ("fr", "« Et si rien ne vient ? » demande-t-on à Manuel Pereira.", [None]),
        ("fr", "« Et maintenant, que faire ? » demande-t-on à la maire Anne Roux.", [None]),
        # a verb first, and the one whom its sentence names
        ("it", "Torna a Spoleto la regista Bianca Orsini. «Volevo raccontare mia nonna», spiega.", ["Bianca Orsini"]),
        ("it", "Arriva in ritardo la sindaca Rosa Neri. «Il treno era fermo», dice.", ["Rosa Neri"]),
        ("it", "«Collaboreremo con tutti», ha fatto sapere la sindaca Rosa Neri.", ["Rosa Neri"]),
        ("es", "«Colaboraremos con todos», hizo saber la alcaldesa Rosa Gil.", ["Rosa Gil"]),
        # a noun that ends as a verb, before a name
        ("it", "«Mi ha insegnato a guardare», lo ricorda l’allieva Giulia Ferrero.", ["Giulia Ferrero"]),
        ("it", "«È stato un padre per tutti», dice l’allieva Anna Poggi.", ["Anna Poggi"]),
        # what a noun of saying with its article leads to
        ("fr", "Une critique que balaie le maire, Bertrand Cazes : « L’un n’empêche pas l’autre. »", ["Bertrand Cazes"]),
        ("fr", "Une remarque que balaie la préfète Anne Roux : « Tout a été dit avant. »", ["Anne Roux"]),
        # a dash for the verb
        ("ru", "Критик Илья Стоцкий считает её «лучшим дебютом», а его коллега Марк Фрид — «милой безделушкой».", ["Илья Стоцкий", "Марк Фрид"]),
        ("ru", "Мэр Анна Белова назвала план «удачным», а депутат Олег Синицын — «провальным для всех».", ["Анна Белова", "Олег Синицын"]),
        # a surname that opens a sentence with its small word
        ("it", "Nives Dal Lago ha vinto. Il critico Ugo Belli lo dice «freddo». Dal Lago ride. «Avrà saltato le pagine», scherza.", ["Ugo Belli", "Nives Dal Lago"]),
        # somebody else is named since the last words
        ("nl", 'Pianist Joris Maes speelt. Dirigent Anne Claes prijst zijn "eindeloze geduld". Dat was niet zo, lacht men om Maes. "Als student smeet ik met mijn strijkstok."', ["Anne Claes", None]),
        # nobody says what is read somewhere
        ("pt", "A colega Sónia Rato abraçou-a. «Nunca duvidei dela», disse. Na sentença lê-se que a prova era «manifestamente frágil».", ["Sónia Rato", None]),
        # a comma stands for the verb
        ("fr", "L’entraîneur Jo Lebrun y voit « une folie », le promoteur Sam Attias « le combat de l’année ».", ["Jo Lebrun", "Sam Attias"]),
        ("es", "El alcalde Julián Mora lo llama «ruina», la concejala Ana Ruiz «el acierto del año».", ["Julián Mora", "Ana Ruiz"]),
        ("de", "Anna Struck nennt das Werk „ein leises Wunder“, die Jury des Preises eine „Entdeckung“.", ["Anna Struck", "die Jury des Preises"]),
        # a clause of its own behind a semicolon
        ("nl", 'De kustwacht meldt dat alles werkte; directeur Ed Bakker noemt dat "hoogst uitzonderlijk".', ["Ed Bakker"]),
        # who speaks behind the words of the sentence before
        ("pt", "O sindicato fala em «má-fé», mas a diretora Paula Serra garante que é sério. «Subimos os salários», sublinha.", ["O sindicato", "Paula Serra"]),
        ("es", "El sindicato habla de «mala fe», pero la directora Paula Serra asegura que pagará. «Subimos los sueldos», subraya.", ["El sindicato", "Paula Serra"]),
        # a grandson with his name is one person
        ("pt", "O neto, o compositor Jair Nogueira, prepara um disco. «Ela é a história do bairro», diz ele.", ["Jair Nogueira"]),
        ("es", "Su hijo, el pintor Diego Heredia, la cuida. «Ella es la historia del barrio», dice él.", ["Diego Heredia"]),
        # an apposition with a title
        ("fr", "Pour son avocat, Me Denis Caron, « on cherche un coupable ».", ["Denis Caron"]),
    ],
)  # fmt: skip
def test_who_says_the_words(language: str, text: str, names: list[str | None]) -> None:
    assert [name for _, name in _said(language, text)] == names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # whoever opens a sentence of the pronoun's paragraph, not somebody of the one before
        ("nl", 'Juryvoorzitter Paul Leijten prijst de bundel.\n\nUitgever Tom Vink kent haar goed. "Ze had een tas vol papieren", vertelt hij.', "Tom Vink"),
        ("ru", "Спасатель Денис Попов молчит.\n\nМэр Ильдар Сафин обещает ремонт. «Всё починим», — сказал он.", "Ильдар Сафин"),
        # a daughter of somebody is who has the name
        ("fr", "Fille d’agriculteurs, Claire Masson n’est pas étonnée. « Mon père le disait », glisse-t-elle.", "Claire Masson"),
        ("fr", "Fils de mineur, Paul Roy connaît la ville. « Mon père le disait », glisse-t-il.", "Paul Roy"),
        # two in one paragraph, of whom neither spoke
        ("fr", "Le chanteur Milo Garrec est malade. Son ami, Henri Blot, le soigne. « C’est dur », dit-il.", "il"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_stands_for(language: str, text: str, name: str) -> None:
    assert _said(language, text)[-1][1] == name


def test_whoever_spoke_in_the_sentence_before_goes_on() -> None:
    for before in ("L’étude est prudente.", "Henri Blot se tait."):
        text = f"{before} « C’est rare », tempère Marc Hoffmann. Il rappelle que des termites font de même."
        article = replace(read_article(text.encode(), format="text"), language="fr")
        stated = [said for said in extract(article) if said.kind is AttributionKind.INDIRECT]
        assert [said.speaker_name for said in stated] == ["Marc Hoffmann"]


@pytest.mark.parametrize(
    "text",
    [
        "Volgens een woordvoerder helpen goede hekken wel degelijk.",
        "Volgens een deskundige werken nieuwe dijken vooral zo.",
    ],
)
def test_a_dutch_source_ends_with_its_role(text: str) -> None:
    article = replace(read_article(text.encode(), format="text"), language="nl")
    assert [said.speaker_name for said in extract(article)] == [" ".join(text.split()[1:3])]


def test_an_outlet_in_marks_at_the_end_is_nobody_s_words() -> None:
    for name in ("Наука и небо", "Дом у моря"):
        assert _said("ru", f"Комета станет видна в марте, сообщает «{name}».") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "«Non so che farmene», confida Nives Poggi, 34 anni, che ieri a Torino ha vinto il premio."),
        ("es", "«No sé qué hacer», dice Ana Gil, 34 años, que ayer ganó el premio en Lugo."),
    ],
)  # fmt: skip
def test_what_is_told_of_a_speaker_is_no_statement(language: str, text: str) -> None:
    article = replace(read_article(text.encode(), format="text"), language=language)
    assert all(said.kind is not AttributionKind.INDIRECT for said in extract(article))
