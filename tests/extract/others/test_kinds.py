"""Kinds of sentences abroad: who says the words, each with siblings in other languages."""

from dataclasses import replace

import pytest

from audit import extract, read_article
from audit.model import AttributionKind


def _quoted(language: str, text: str) -> list[tuple[str, str]]:
    """The words quoted in a text and who says them, empty where nobody does."""
    article = replace(read_article(text.encode(), format="text"), language=language)
    return [
        (content.text, said.speaker.text if said.speaker is not None else "")
        for said in extract(article)
        if said.kind is not AttributionKind.INDIRECT
        for content in said.contents
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "fr",
            "Un avis que ne partage pas Castaldi : « Tout le monde voit la faute sauf lui. »",
            "Tout le monde voit la faute sauf lui.",
            "Castaldi",
        ),
        (
            "fr",
            "Une version que conteste le maire : « Nous avons tout signalé dès le début. »",
            "Nous avons tout signalé dès le début.",
            "le maire",
        ),
        (
            "fr",
            "Pour les auteurs, le phénomène est « irréversible à notre échelle ».",
            "irréversible à notre échelle",
            "les auteurs",
        ),
        (
            "fr",
            "Pour le syndicat, il s’agit d’une « provocation pure et simple ».",
            "provocation pure et simple",
            "le syndicat",
        ),
        (
            "fr",
            "L’opposition dénonce une « opération de communication ».",
            "opération de communication",
            "L’opposition",
        ),
        (
            "fr",
            "Le collectif réclame un « moratoire immédiat ».",
            "moratoire immédiat",
            "Le collectif",
        ),
        (
            "fr",
            "Les riverains évoquent des « nuisances insupportables ».",
            "nuisances insupportables",
            "Les riverains",
        ),
        (
            "fr",
            "« Rien n’est joué », a confié Yann Le Goff au Télégramme, qui ajoute avoir « tout donné ».",
            "tout donné",
            "Yann Le Goff",
        ),
        (
            "fr",
            "« Je pars », a dit Léa Morin au Parisien, précisant que c’était « une décision mûrie ».",
            "une décision mûrie",
            "Léa Morin",
        ),
        (
            "fr",
            "La chanteuse, que Le Monde a rencontrée, dit vouloir « disparaître un an ».",
            "disparaître un an",
            "La chanteuse",
        ),
        (
            "fr",
            "Le député Paul Vidal, lequel assure être « serein », n’a pas voté.",
            "serein",
            "Le député Paul Vidal",
        ),
        (
            "fr",
            "Son principal rival, Karim Haddad, voit les choses autrement : « On n’a jamais discuté. »",
            "On n’a jamais discuté.",
            "Karim Haddad",
        ),
        ("fr", "La ministre s’est dite « choquée » par ces images.", "choquée", "La ministre"),
        ("fr", "Le président du club se dit « confiant ».", "confiant", "Le président du club"),
        (
            "fr",
            "Ce que le syndicat appelle un « plan social déguisé » concerne 40 salariés.",
            "plan social déguisé",
            "le syndicat",
        ),
        ("fr", "« On verra bien », élude-t-elle.", "On verra bien", "elle"),
        (
            "fr",
            "D’après Libération, la ministre aurait évoqué « une erreur de jeunesse ».",
            "une erreur de jeunesse",
            "la ministre",
        ),
        (
            "fr",
            "Interrogé par France Info, l’avocat a dénoncé « une enquête bâclée ».",
            "une enquête bâclée",
            "l’avocat",
        ),
        ("fr", "Le rapport pointe des « manquements graves ».", "manquements graves", "Le rapport"),
        (
            "fr",
            "Dans son rapport, la Cour des comptes pointe des « manquements graves ».",
            "manquements graves",
            "la Cour des comptes",
        ),
        (
            "fr",
            "« Personne ne nous écoute », soupire Marthe, 82 ans, sur le pas de sa porte.",
            "Personne ne nous écoute",
            "Marthe",
        ),
        ("fr", "Et l’élue d’ajouter : « Le temps presse. »", "Le temps presse.", "l’élue"),
        (
            "fr",
            "À l’inverse, la FNSEA salue « une avancée majeure ».",
            "une avancée majeure",
            "la FNSEA",
        ),
        (
            "es",
            "Una opinión que no comparte Molina: «Los árboles estaban sanos».",
            "Los árboles estaban sanos",
            "Molina",
        ),
        (
            "es",
            "«Ha sido un desastre». Así resumió la alcaldesa Pilar Roca la jornada.",
            "Ha sido un desastre",
            "la alcaldesa Pilar Roca",
        ),
        (
            "es",
            "El diputado Raúl Mena, quien dijo estar «tranquilo», no votó.",
            "tranquilo",
            "El diputado Raúl Mena",
        ),
        (
            "es",
            "El diputado Raúl Mena, el cual dijo estar «tranquilo», no votó.",
            "tranquilo",
            "El diputado Raúl Mena",
        ),
        (
            "es",
            "Su delantero más caro, Iker Solano, lo ve de otro modo: «Hay que ganar siempre».",
            "Hay que ganar siempre",
            "Iker Solano",
        ),
        (
            "es",
            "La oposición denuncia una «operación de maquillaje».",
            "operación de maquillaje",
            "La oposición",
        ),
        (
            "es",
            "Lo que el sindicato llama un «despido encubierto» afecta a 40 personas.",
            "despido encubierto",
            "el sindicato",
        ),
        ("es", "«Ya veremos», respondió a El País la consejera.", "Ya veremos", "la consejera"),
        (
            "es",
            "Según publica El Mundo, la ministra habló de «un error».",
            "un error",
            "la ministra",
        ),
        ("es", "La ministra se mostró «indignada» con las imágenes.", "indignada", "La ministra"),
        (
            "es",
            "Preguntado por La Vanguardia, el abogado denunció «una chapuza».",
            "una chapuza",
            "el abogado",
        ),
        (
            "it",
            "«Non ce l’aspettavamo». Così la sindaca di Norcia, Fiorella Anzini, ha commentato il voto.",
            "Non ce l’aspettavamo",
            "Fiorella Anzini",
        ),
        (
            "it",
            "«È una vergogna», così il segretario Luca Bassi.",
            "È una vergogna",
            "il segretario Luca Bassi",
        ),
        (
            "it",
            "L’assessore Dario Piermatti, il quale ha aggiunto che i fondi «non sono a rischio», è partito.",
            "non sono a rischio",
            "L’assessore Dario Piermatti",
        ),
        (
            "it",
            "La ministra Carla Neri, la quale dice di essere «serena», non ha votato.",
            "serena",
            "La ministra Carla Neri",
        ),
        (
            "it",
            "Il suo attaccante più prolifico, Chukwudi Obi, la pensa diversamente: «Bisogna vincere».",
            "Bisogna vincere",
            "Chukwudi Obi",
        ),
        (
            "it",
            "L’opposizione denuncia una «operazione di facciata».",
            "operazione di facciata",
            "L’opposizione",
        ),
        (
            "it",
            "Per il sindacato si tratta di una «provocazione bella e buona».",
            "provocazione bella e buona",
            "il sindacato",
        ),
        (
            "it",
            "Secondo Repubblica, la ministra ha parlato di «un errore».",
            "un errore",
            "la ministra",
        ),
        (
            "it",
            "«Si vedrà», ha risposto al Corriere l’avvocata Rita Sala.",
            "Si vedrà",
            "l’avvocata Rita Sala",
        ),
        (
            "it",
            "Si legge nel rapporto: «Nessuno ha controllato i freni».",
            "Nessuno ha controllato i freni",
            "rapporto",
        ),
        (
            "nl",
            "Zijn spits, Donny Vrolijk, ziet het anders: “Je moet gewoon winnen.”",
            "Je moet gewoon winnen.",
            "Donny Vrolijk",
        ),
        (
            "nl",
            "“Het is een schande.” Zo vatte wethouder Ria Smit de avond samen.",
            "Het is een schande.",
            "wethouder Ria Smit",
        ),
        (
            "nl",
            "De oppositie spreekt van een “schijnvertoning”.",
            "schijnvertoning",
            "De oppositie",
        ),
        ("nl", "Voor de bond is het “een provocatie”.", "een provocatie", "de bond"),
        (
            "nl",
            "Wat de bond een “verkapt ontslag” noemt, treft 40 mensen.",
            "verkapt ontslag",
            "de bond",
        ),
        (
            "nl",
            "Volgens De Telegraaf sprak de minister van “een vergissing”.",
            "een vergissing",
            "de minister",
        ),
        (
            "nl",
            "“We zien wel”, zei advocate Rita Zaal tegen Het Parool.",
            "We zien wel",
            "advocate Rita Zaal",
        ),
        (
            "pt",
            "O seu avançado mais caro, Ivo Prates, vê as coisas de outra forma: “É preciso ganhar sempre.”",
            "É preciso ganhar sempre.",
            "Ivo Prates",
        ),
        (
            "pt",
            "“Foi um desastre.” Assim resumiu a autarca Rita Sá a noite.",
            "Foi um desastre.",
            "a autarca Rita Sá",
        ),
        (
            "pt",
            "O deputado Rui Pena, o qual disse estar “sereno”, não votou.",
            "sereno",
            "O deputado Rui Pena",
        ),
        (
            "pt",
            "A oposição denuncia uma “operação de cosmética”.",
            "operação de cosmética",
            "A oposição",
        ),
        ("pt", "Para o sindicato, trata-se de uma “provocação”.", "provocação", "o sindicato"),
        (
            "pt",
            "O que o sindicato chama de “despedimento encapotado” afeta 40 pessoas.",
            "despedimento encapotado",
            "o sindicato",
        ),
        ("pt", "Segundo o Expresso, a ministra falou em “um erro”.", "um erro", "a ministra"),
        (
            "pt",
            "“Logo se vê”, respondeu ao Público a advogada Rita Sala.",
            "Logo se vê",
            "a advogada Rita Sala",
        ),
        (
            "ru",
            "С этим не согласен адвокат Лев Гутман: «Доказательств нет».",
            "Доказательств нет",
            "адвокат Лев Гутман",
        ),
        ("ru", "«Это провал». Так оценила вечер мэр Анна Белова.", "Это провал", "мэр Анна Белова"),
        (
            "ru",
            "Депутат Олег Рыков, который назвал себя «спокойным», не голосовал.",
            "спокойным",
            "Депутат Олег Рыков",
        ),
        ("ru", "Оппозиция говорит о «показухе».", "показухе", "Оппозиция"),
        (
            "ru",
            "Для профсоюза это «провокация чистой воды».",
            "провокация чистой воды",
            "профсоюза",
        ),
        (
            "ru",
            "То, что профсоюз называет «скрытым увольнением», коснётся 40 человек.",
            "скрытым увольнением",
            "профсоюз",
        ),
        ("ru", "По данным РБК, министр говорил об «ошибке».", "ошибке", "министр"),
        (
            "ru",
            "«Посмотрим», — ответила «Известиям» юрист Рита Сало.",
            "Посмотрим",
            "юрист Рита Сало",
        ),
        (
            "ru",
            "В докладе говорится: «Никто не проверял тормоза».",
            "Никто не проверял тормоза",
            "докладе",
        ),
        (
            "ru",
            "Его главный соперник, Карим Саидов, видит это иначе: «Надо побеждать всегда».",
            "Надо побеждать всегда",
            "Карим Саидов",
        ),
    ],
)
def test_who_says_words(language: str, text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in _quoted(language, text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "El concejal de Medio Ambiente dijo que esto ya basta.",
            "El concejal de Medio Ambiente",
        ),
        ("es", "El concejal de Medio Ambiente, Luis Vega, dijo que esto ya basta.", "Luis Vega"),
        (
            "fr",
            "Le ministre de l’Intérieur Bruno Retailleau a dit que cela suffit.",
            "Bruno Retailleau",
        ),
        ("fr", "Le fils de Jean Morel a dit que cela suffit.", "Le fils de Jean Morel"),
        ("pt", "O presidente da Câmara Artur Lira disse que esto ya basta.", "Artur Lira"),
        ("pt", "O secretário da Fazenda disse que esto ya basta.", "O secretário da Fazenda"),
        ("it", "Il sindaco di Roma ha detto che ora questo basta.", "Il sindaco di Roma"),
        ("it", "Il sindaco di Roma Marco Conti ha detto che ora questo basta.", "Marco Conti"),
        (
            "nl",
            "De burgemeester van Den Haag zei dat het genoeg is.",
            "De burgemeester van Den Haag",
        ),
        ("es", "La portavoz de Recursos Humanos Ana Gil dijo que esto ya basta.", "Ana Gil"),
        ("fr", "« Assez », a dit Yann Le Goff.", "Yann Le Goff"),
        ("fr", "« Assez », a dit la maire de Saint-Brieuc.", "la maire de Saint-Brieuc"),
        ("nl", "“Genoeg”, zei Anneke de Boer.", "Anneke de Boer"),
        ("it", "«Basta», ha detto il segretario della Lega.", "il segretario della Lega"),
    ],
)
def test_what_a_role_is_of_is_nobodys_name(language: str, text: str, name: str) -> None:
    article = replace(read_article(text.encode(), format="text"), language=language)
    assert [said.speaker_name for said in extract(article)] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il l’a écrit sur X. L'opposition dénonce une « opération de façade »."),
        ("es", "Lo escribió en X. La oposición denuncia una «operación de fachada»."),
        ("de", "Er schrieb es auf X. Die Opposition spricht von „einem Possenspiel“."),
    ],
)
def test_a_sentence_may_end_in_the_name_of_a_network(language: str, text: str) -> None:
    assert "posi" in _quoted(language, text)[0][1]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "fr",
            "Le Figaro salue « une étoile est née », quand Marca évoque « la reine ».",
            ["Le Figaro", "Marca"],
        ),
        (
            "fr",
            "Le maire salue « un bel effort », alors que Léa Roy dénonce « un gâchis ».",
            ["Le maire", "Léa Roy"],
        ),
        (
            "es",
            "El obispo calificó de «dolorosa» la situación y llamó a «bajar un cambio».",
            ["El obispo", "El obispo"],
        ),
        (
            "es",
            "La alcaldesa tildó de «absurda» la medida y pidió «más diálogo».",
            ["La alcaldesa", "La alcaldesa"],
        ),
        ("es", "Un entusiasmo que Urrutia comparte a medias: «Ojalá dure».", ["Urrutia"]),
        ("fr", "Un constat que Morel partage volontiers : « Tout reste à faire. »", ["Morel"]),
    ],
)
def test_words_are_of_their_own_clause(language: str, text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker in _quoted(language, text)] == speakers
