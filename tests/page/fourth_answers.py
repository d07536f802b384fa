"""Beginnings that newspapers show in eight languages, and short whole pages, in a fourth set.

Committed before it was tried: of its 30 pages 10 were wrong at first sight, 3 of them whole ones.
"""

from tests.page.newspaper_walls import NewsPage

EN = "A retired lighthouse keeper has left his house and garden to the village, on condition that the lamp is lit every New Year."
EN2 = "The parish council will decide in March whether to accept, its clerk said, since the roof alone would cost a fortune."
DE = "Ein pensionierter Leuchtturmwärter hat dem Dorf Haus und Garten vermacht, sofern an Neujahr die Lampe brennt."
DE2 = "Der Gemeinderat entscheidet im März, ob er das Erbe annimmt, sagte die Schreiberin, denn allein das Dach sei teuer."
FR = "Un gardien de phare à la retraite a légué sa maison et son jardin au village, à condition que la lampe brûle au Nouvel An."
FR2 = "Le conseil décidera en mars s'il accepte ce legs, a précisé la greffière, car le toit seul coûterait une fortune."
ES = "Un farero jubilado ha dejado su casa y su huerto al pueblo, con la condición de que la lámpara luzca cada Año Nuevo."
ES2 = "El ayuntamiento decidirá en marzo si lo acepta, dijo la secretaria, porque solo el tejado costaría una fortuna."
PT = "Um faroleiro reformado deixou a casa e o jardim à aldeia, com a condição de que a lâmpada se acenda no Ano Novo."
PL = "Emerytowany latarnik zapisał wsi dom i ogród pod warunkiem, że w każdy Nowy Rok zapali się lampę na wieży."
SV = "En pensionerad fyrvaktare har testamenterat hus och trädgård till byn, på villkor att lampan tänds varje nyår."
RU = "Смотритель маяка на пенсии завещал деревне дом и сад при условии, что каждый Новый год на башне зажгут лампу."


def cut(text: str) -> str:
    """The text without its last words."""
    return text[: text.rindex(" ", 0, -14)]


WALLS = (
    NewsPage("en metered", "Keeper leaves his house to village", (EN, cut(EN2)),
             "<div><p>That was your last free article. Like what you read?</p><button>Carry on for £1</button></div>"),
    NewsPage("en gift", "Keeper leaves his house to village", (EN,),
             "<div><h2>Want the whole picture?</h2><p>Your first four weeks cost a dollar each, and you may stop at any time.</p></div>"),
    NewsPage("en print", "Keeper leaves his house to village", (EN,), "<p>Full text for registered users. Registration is free.</p>"),
    NewsPage("en fade", "Keeper leaves his house to village", (EN, cut(EN2) + " […]"), "<p>Continue with a free account</p>"),
    NewsPage("en corporate", "Keeper leaves his house to village", (cut(EN),),
             "<p>This content is available to clients of Harbour Intelligence. Request a demo</p>"),
    NewsPage("de testen", "Leuchtturmwärter vermacht Dorf sein Haus", (DE, cut(DE2) + "…"),
             "<div><p>Testen Sie uns 4 Wochen für 0 Euro und lesen Sie sofort weiter.</p></div>", "de"),
    NewsPage("de print", "Leuchtturmwärter vermacht Dorf sein Haus", (DE,), "<p>Den vollständigen Beitrag finden Sie in unserer gedruckten Ausgabe oder im E-Paper.</p>", "de"),
    NewsPage("de kunde", "Leuchtturmwärter vermacht Dorf sein Haus", (cut(DE),), "<p>Als Kunde der Hafenpost lesen Sie alle Inhalte. Jetzt bestellen</p>", "de"),
    NewsPage("fr envie", "Un gardien lègue sa maison", (FR,), "<p>Envie de lire la suite ?</p><p>Sans engagement, 2,99 € par mois</p>", "fr"),
    NewsPage("fr identifie", "Un gardien lègue sa maison", (FR, cut(FR2) + "..."), "<p>Déjà inscrit ? Connexion</p>", "fr"),
    NewsPage("es sigue", "Un farero deja su casa", (ES,), "<p>Sigue leyendo por 1 € el primer mes</p><p>¿Ya eres suscriptor?</p>", "es"),
    NewsPage("es cortado", "Un farero deja su casa", (ES, cut(ES2)), "<p>Hazte socio para leer el resto</p>", "es"),
    NewsPage("pt assinante", "Faroleiro deixa casa à aldeia", (PT,), "<p>Este artigo é exclusivo para assinantes. Já é assinante? Entrar</p>", "pt"),
    NewsPage("pl dostep", "Latarnik zapisał wsi dom", (PL,), "<p>Pozostało 82% artykułu. Kup dostęp od 9,90 zł za miesiąc</p>", "pl"),
    NewsPage("sv last", "Fyrvaktare testamenterar hus", (SV,), "<p>Det här är en låst artikel. Läs hela för 1 kr första månaden</p>", "sv"),
    NewsPage("ru podpiska", "Смотритель завещал дом", (RU,), "<p>Полный текст доступен по подписке за 199 рублей в месяц</p>", "ru"),
)  # fmt: skip

WHOLE = (
    NewsPage("en short", "Keeper leaves his house to village", (EN, EN2)),
    NewsPage("en quote", "Keeper leaves his house to village", (EN, "“You will never get a full account of his plans from anyone here,” a neighbour said. “Read his diary instead.”")),
    NewsPage("en price", "Keeper leaves his house to village", (EN, "A full restoration would cost £40,000 a year, the clerk said, and the plan offers the village little.")),
    NewsPage("en report", "Keeper leaves his house to village", (EN, EN2), "<p>Read the full report here (PDF)</p>"),
    NewsPage("en app", "Keeper leaves his house to village", (EN, EN2), "<p>Get our app for breaking news</p>"),
    NewsPage("en tip", "Keeper leaves his house to village", (EN, EN2), "<p>Do you have a story for us? Email newsdesk@gazette.example</p>"),
    NewsPage("de kurz", "Leuchtturmwärter vermacht Dorf sein Haus", (DE, DE2), language="de"),
    NewsPage("de mehr", "Leuchtturmwärter vermacht Dorf sein Haus", (DE, DE2), "<p>Lesen Sie auch: Mühle wird Museum</p>", "de"),
    NewsPage("de whatsapp", "Leuchtturmwärter vermacht Dorf sein Haus", (DE, DE2), "<p>Folgen Sie uns auf WhatsApp und verpassen Sie keine Nachricht</p>", "de"),
    NewsPage("fr court", "Un gardien lègue sa maison", (FR, FR2), "<p>Partager cet article</p>", "fr"),
    NewsPage("es corto", "Un farero deja su casa", (ES, ES2), "<p>Síguenos en Facebook y X</p>", "es"),
    NewsPage("sv kort", "Fyrvaktare testamenterar hus", (SV, SV), language="sv"),
    NewsPage("ru short", "Смотритель завещал дом", (RU, RU), language="ru"),
    NewsPage("pl short", "Latarnik zapisał wsi dom", (PL, PL), "<p>Zapisz się na newsletter</p>", "pl"),
)  # fmt: skip
