"""What else outlets publish: headlines of all beats, from pieces written by hand."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

_EN = (
    "{who} {did} {what}|police find {thing} after search of {place}|{number} hurt as bus overturns near {place}"
    "|what to know about the {thing} vote in {place}|{place} council backs {thing} plan after marathon meeting"
    "|opinion: {place} deserves better than this {thing}|{who} wins {thing} award for second time"
    "|analysis: why the {thing} matters more than you think|man charged over {thing} theft in {place}"
    "|{what} delayed again as costs climb|review: a {thing} worth the wait|{place} school closes over {thing} fears"
    "|{who}: ‘I had no idea the {thing} was mine’|five takeaways from the {thing} hearing"
    "|storm leaves {number},000 without power around {place}|{who} to leave {what} at end of year"
    "|letters: on the {thing}, and other matters|{place} beat rivals in thriller under lights"
    "|court throws out challenge to {what}|the long road back for {place}’s {thing}"
)
_WHO = "mayor|union|minister|hospital trust|regulator|prosecutors|senator|the bishop|coach|watchdog|farmers|nurses|a retired teacher|Okafor|Lindqvist|Dr Haddad|Moreau|Tanaka"  # fmt: skip
_DID = "rejects|defends|launches|scraps|questions|backs|sues over|apologises for|reviews|reopens|votes down|warns of"  # fmt: skip
_WHAT = "the harbour tunnel|a new rail link|the budget deal|pension reform|the museum merger|a ban on night flights|the water contract|plans for a stadium|the housing levy|a school lunch scheme|the data centre|the fishing quota"  # fmt: skip
_THING = "ferry|reservoir|bakery|vaccine|orchestra|bridge|salmon|wind farm|payroll|archive|tram|housing|heating|canal|market hall|lottery|bus lane|library|factory|glacier|beach|film|budget|strike|parking"  # fmt: skip
_PLACE = "Harrow Point|Lisgar|Novara|Port Ellery|Kestrel Bay|Osmington|Dunmere|Saint-Aubin|Villalba|Tarn Hills|Eastwick|Rosario Creek|Northgate|Old Town|Halden|Bellwater"  # fmt: skip
_DE = "{ort}: {was} wird teurer|Warum {was} in {ort} so lange dauert|{wer} kritisiert Pläne für {was}|Unfall bei {ort}: {zahl} Verletzte|{wer} gewinnt überraschend in {ort}|Streit um {was} geht weiter|Kommentar: {was} geht alle an|{ort} verbietet Feuerwerk am Hafen|Was der Entscheid zu {was} bedeutet"  # fmt: skip
_DE_WER = "Gewerkschaft|Ministerin|Opposition|Rechnungshof|Bürgermeister|Trainer|Ärztekammer|Bauernverband"  # fmt: skip
_DE_WAS = "der Nahverkehr|die Pflege|das Heizen|der Tunnelbau|die Schulreform|die Brücke|das Stadion|der Wohnbau"  # fmt: skip
_DE_ORT = "Linz|Graz|Innsbruck|Villach|Bregenz|Krems|Steyr|Wels|Bern|Chur"
_FR = "{lieu} : {quoi} au cœur du débat|{qui} dénonce {quoi}|Pourquoi {quoi} inquiète à {lieu}|{nombre} blessés dans un accident près de {lieu}|«On n’en peut plus» : {qui} et {quoi}|{quoi} : ce que change la réforme|Procès de {lieu} : le récit d’une journée|Tribune. Sauvons {quoi}"  # fmt: skip
_FR_QUI = "la CGT|la maire|le préfet|l’opposition|un collectif|la ministre|le rectorat"
_FR_QUOI = "la réforme des retraites|l’hôpital|le tramway|la ligne de nuit|l’école|le port|la cantine|le logement"  # fmt: skip
_FR_LIEU = "Saint-Nazaire|Limoges|Bayonne|Quimper|Valence|Pau|Sète|Roubaix"
_IT = "{luogo}, {cosa}: ecco cosa cambia|{chi} contro {cosa}|Incidente a {luogo}: {numero} feriti|Perché {cosa} divide {luogo}|{chi}: «Serve subito una risposta»|{cosa}, rinviato il voto in consiglio|Il racconto: una notte a {luogo}"  # fmt: skip
_IT_CHI = "i sindacati|il sindaco|la Regione|i pendolari|l’opposizione|il ministro|i medici"
_IT_COSA = "la metropolitana|il ponte|lo stadio|la sanità|il mercato|la scuola|il porto|gli affitti"
_IT_LUOGO = "Bergamo|Taranto|Pescara|Ferrara|Lecco|Matera|Savona"

_ES = "{lugar}: {cosa} costará más|Por qué {cosa} divide a {lugar}|{quien} rechaza {cosa}|{numero} heridos en un accidente cerca de {lugar}|{quien}: «Hace falta una respuesta»|{cosa}, aplazada la votación del pleno|Crónica de una noche en {lugar}|Qué cambia con {cosa}"  # fmt: skip
_ES_QUIEN = "el Govern|la alcaldesa|la oposición|los sindicatos|el ministro|los médicos|la patronal"
_ES_COSA = "el tranvía|la reforma fiscal|el hospital|la vivienda|el puerto|la escuela|el estadio"
_ES_LUGAR = "Lleida|Huesca|Cádiz|Lugo|Tarragona|Soria|Mataró|Jaén"

_PT = "{lugar}: {coisa} fica mais caro|Por que {coisa} divide {lugar}|{quem} rejeita mudança em {coisa}|{numero} feridos em acidente perto de {lugar}|{quem}: 'Falta uma resposta'|Votação sobre {coisa} é adiada outra vez|O que muda com {coisa}|Uma noite em {lugar}"  # fmt: skip
_PT_QUEM = "o prefeito|a oposição|o sindicato|a ministra|os médicos|o Ministério Público"
_PT_COISA = "o metrô|a reforma tributária|o hospital|a moradia|o porto|a escola|o estádio|o ônibus"
_PT_LUGAR = "Sorocaba|Niterói|Londrina|Caruaru|Joinville|Marabá|Uberaba|Santarém"


def _filled(rng: random.Random, text: str, lang: str) -> str:
    pieces: dict[str, dict[str, str]] = {
        "en": {"who": _WHO, "did": _DID, "what": _WHAT, "thing": _THING, "place": _PLACE},
        "de": {"wer": _DE_WER, "was": _DE_WAS, "ort": _DE_ORT},
        "fr": {"qui": _FR_QUI, "quoi": _FR_QUOI, "lieu": _FR_LIEU},
        "it": {"chi": _IT_CHI, "cosa": _IT_COSA, "luogo": _IT_LUOGO},
        "es": {"quien": _ES_QUIEN, "cosa": _ES_COSA, "lugar": _ES_LUGAR},
        "pt": {"quem": _PT_QUEM, "coisa": _PT_COISA, "lugar": _PT_LUGAR},
    }
    chosen = {name: rng.choice(words.split("|")) for name, words in pieces[lang].items()}
    number = str(rng.randrange(3, 40))
    title = text.format(**chosen, number=number, zahl=number, nombre=number, numero=number)
    return title[:1].upper() + title[1:]


def headlines(lang: str, seed: str) -> Iterator[tuple[str, str]]:
    """Headlines and summaries without an end."""
    rng = random.Random(seed)
    forms = {"en": _EN, "de": _DE, "fr": _FR, "it": _IT, "es": _ES, "pt": _PT}[lang].split("|")
    while True:
        yield _filled(rng, rng.choice(forms), lang), _filled(rng, rng.choice(forms), lang) + "."


def days_of(first: date, last: date, each: int) -> Iterator[date]:
    """So many times each day."""
    at = first
    while at <= last:
        yield from [at] * each
        at += timedelta(1)
