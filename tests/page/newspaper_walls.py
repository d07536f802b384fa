"""Made pages of newspapers in eight languages: walls in their own words, and short pages that are whole.

Each was written before it was tried, and the rules were then made to fit them: of the first sixty 21
were wrong at first sight, of 27 more 8.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewsPage:
    """A page with a headline and paragraphs, what stands below them, and its language."""

    name: str
    headline: str
    text: tuple[str, ...]
    below: str = ""
    language: str = "en"
    head: str = ""

    @property
    def markup(self) -> str:
        """The page."""
        text = "".join(f"<p>{paragraph}</p>" for paragraph in self.text)
        return (
            f"<!DOCTYPE html><html lang={self.language}><head><meta charset=utf-8><title>{self.headline}</title>"
            f"{self.head}</head><body><header><a href=/>Home</a> <a href=/login>Account</a></header><main><article>"
            f"<h1>{self.headline}</h1>{text}{self.below}</article></main>"
            "<footer><a href=/about>About</a> <a href=/privacy>Privacy</a></footer></body></html>"
        )


_EN = (
    "The harbour board has decided to buy two new ferries, after a winter in which the old ones broke down nine times.",
    "Passengers had to wait for up to four hours, and some of them spent a night in the sports hall of the island school.",
)
_DE = (
    "Der Hafenrat hat beschlossen, zwei neue Fähren zu kaufen, nachdem die alten im Winter neunmal ausgefallen waren.",
    "Fahrgäste mussten bis zu vier Stunden warten, einige von ihnen verbrachten die Nacht in der Turnhalle der Schule.",
)
_FR = (
    "Le conseil du port a décidé d’acheter deux nouveaux bacs, après un hiver où les anciens sont tombés neuf fois en panne.",
    "Des passagers ont dû attendre jusqu’à quatre heures, et certains ont passé la nuit dans le gymnase de l’école.",
)
_ES = (
    "La junta del puerto ha decidido comprar dos transbordadores nuevos, tras un invierno de nueve averías.",
    "Los pasajeros esperaron hasta cuatro horas y algunos pasaron la noche en el gimnasio de la escuela.",
)
_IT = (
    "Il consiglio del porto ha deciso di comprare due nuovi traghetti, dopo un inverno con nove guasti.",
    "I passeggeri hanno aspettato fino a quattro ore e alcuni hanno passato la notte nella palestra della scuola.",
)
_NL = (
    "Het havenbestuur heeft besloten twee nieuwe veerboten te kopen, na een winter met negen storingen.",
    "Reizigers moesten tot vier uur wachten en sommigen brachten de nacht door in de gymzaal van de school.",
)
_PL = (
    "Rada portu postanowiła kupić dwa nowe promy, po zimie, w której stare psuły się dziewięć razy.",
    "Pasażerowie czekali nawet cztery godziny, a niektórzy spędzili noc w sali gimnastycznej szkoły.",
)
_SV = (
    "Hamnstyrelsen har beslutat att köpa två nya färjor, efter en vinter då de gamla gick sönder nio gånger.",
    "Passagerare fick vänta i upp till fyra timmar, och några tillbringade natten i skolans gymnastiksal.",
)

WALLS = (
    NewsPage("en: exclusive", "Board buys two ferries", _EN, "<div><h2>This article is for subscribers only</h2><a href=/s>See the offers</a></div>"),
    NewsPage("en: read on from", "Board buys two ferries", _EN, "<div><p>Read on from £1 a week</p><a href=/s>View offers</a> <a href=/l>Log in</a></div>"),
    NewsPage("en: free stories", "Board buys two ferries", _EN, "<section><p>You have no free stories left this month.</p><button>Choose a plan</button></section>"),
    NewsPage("en: try for a month", "Board buys two ferries", _EN, "<div><h3>Try unlimited access</h3><p>Only $1 for 4 weeks</p><p>Then $75 per month. Cancel anytime.</p></div>"),
    NewsPage("en: want to read more", "Board buys two ferries", _EN, "<div><h3>Want to read more?</h3><p>Get every story for the price of a coffee a week.</p><a>See plans</a></div>"),
    NewsPage("en: breaks off", "Board buys two ferries", (*_EN, "The two new ships, which are being built in a yard near the"), "<a href=/s>Subscribers can read on</a>"),
    NewsPage("en: reporting costs", "Board buys two ferries", (*_EN, "But not everyone on the island …"), "<div><p>Local reporting costs money. Pick a plan to go on with this story.</p></div>"),
    NewsPage("en: register", "Board buys two ferries", _EN, "<form><h3>Register now to see the whole story</h3><input type=email><button>Next</button></form>"),
    NewsPage("de: plus", "Hafenrat kauft zwei Fähren", _DE, "<div><h2>Weiter mit G+</h2><p>Alle Artikel, ein Monat für 1 €.</p><a>Jetzt testen</a></div>", "de"),
    NewsPage("de: diesen artikel", "Hafenrat kauft zwei Fähren", _DE, "<div><p>Diesen Artikel weiterlesen? Mit dem Digitalabo.</p></div>", "de"),
    NewsPage("de: schon kunde", "Hafenrat kauft zwei Fähren", _DE, "<div><p>Sie möchten den ganzen Artikel lesen?</p><p>Sind Sie schon Kunde? Hier anmelden.</p></div>", "de"),
    NewsPage("de: bricht ab", "Hafenrat kauft zwei Fähren", (*_DE, "Die neuen Schiffe, die auf einer Werft in der Nähe von"), "<p>Für 4 Wochen gratis lesen</p>", "de"),
    NewsPage("fr: reste", "Le port achète deux bacs", _FR, "<div><p>Il vous reste 72% de cet article à lire. La suite est pour les abonnés.</p></div>", "fr"),
    NewsPage("fr: deja", "Le port achète deux bacs", _FR, "<div><p>Article réservé aux abonnés</p><p>Déjà abonné ? Se connecter</p></div>", "fr"),
    NewsPage("fr: sans engagement", "Le port achète deux bacs", (*_FR, "Les nouveaux navires, construits près de"), "<div><p>Offre découverte : 1 € le premier mois, sans engagement</p></div>", "fr"),
    NewsPage("fr: acceder", "Le port achète deux bacs", _FR, "<div><h2>Lisez la suite pour 1 €</h2><a>J’en profite</a></div>", "fr"),
    NewsPage("es: exclusivo", "El puerto compra dos barcos", _ES, "<div><p>Este contenido es exclusivo para suscriptores</p></div>", "es"),
    NewsPage("es: sigue", "El puerto compra dos barcos", _ES, "<div><p>Sigue leyendo por 1 € al mes</p><p>¿Ya eres suscriptor? Entra</p></div>", "es"),
    NewsPage("es: corta", "El puerto compra dos barcos", (*_ES, "Los nuevos barcos, que se construyen en un astillero de"), "<p>Accede a todos los artículos. Elige tu plan.</p>", "es"),
    NewsPage("es: limite", "El puerto compra dos barcos", _ES, "<div><p>Has alcanzado el límite de artículos gratuitos de este mes</p></div>", "es"),
    NewsPage("it: riservato", "Il porto compra due traghetti", _IT, "<div><p>Questo articolo è riservato a chi ha un abbonamento</p></div>", "it"),
    NewsPage("it: continua", "Il porto compra due traghetti", _IT, "<div><p>Per continuare a leggere scegli l’offerta che preferisci</p></div>", "it"),
    NewsPage("it: prova", "Il porto compra due traghetti", (*_IT, "Le nuove navi, in costruzione in un cantiere"), "<p>Sblocca tutti gli articoli: 1 € al mese</p>", "it"),
    NewsPage("nl: verder", "Haven koopt twee veerboten", _NL, "<div><h3>Wil je dit artikel verder lezen?</h3><p>Neem een proefabonnement</p></div>", "nl"),
    NewsPage("nl: alleen", "Haven koopt twee veerboten", _NL, "<div><p>Dit verhaal is alleen toegankelijk voor abonnees</p></div>", "nl"),
    NewsPage("nl: gratis", "Haven koopt twee veerboten", (*_NL, "De nieuwe schepen, die worden gebouwd op een werf bij"), "<p>Maak een gratis account aan</p>", "nl"),
    NewsPage("pl: pozostalo", "Port kupuje dwa promy", _PL, "<div><p>Pozostało 80% tekstu</p><p>Kup dostęp i czytaj dalej</p></div>", "pl"),
    NewsPage("pl: prenumerata", "Port kupuje dwa promy", _PL, "<div><p>Artykuł dostępny tylko dla prenumeratorów</p></div>", "pl"),
    NewsPage("sv: las", "Hamnen köper två färjor", _SV, "<div><p>Läs hela artikeln – prova en månad för 1 krona</p><p>Redan prenumerant? Logga in</p></div>", "sv"),
    NewsPage("sv: plus", "Hamnen köper två färjor", (*_SV, "De nya fartygen, som byggs på ett varv utanför"), "<p>Bli prenumerant för att fortsätta</p>", "sv"),
    NewsPage("en: packages", "Board buys two ferries", _EN, "<div><p>Keep reading with one of our packages</p><p>$3 a week</p></div>"),
    NewsPage("en: members", "Board buys two ferries", _EN, "<div><h4>Join 10,000 readers</h4><p>Members read everything. Monthly £5, yearly £50.</p><a>Become a member</a></div>"),
    NewsPage("en: finish", "Board buys two ferries", _EN, "<div><p>Sign in or create an account to finish this article.</p></div>"),
    NewsPage("en: enjoying", "Board buys two ferries", _EN, "<div><p>Enjoying this article?</p><p>Subscribe from €2.50 a month.</p></div>"),
    NewsPage("en: premium", "Board buys two ferries", _EN, "<div><h3>Premium</h3><p>This report is part of our premium service.</p></div>"),
    NewsPage("de: zugang", "Hafenrat kauft Fähren", _DE, "<div><p>Ihr Zugang zu allen Inhalten: 4 Wochen für 0,99 €</p><p>Bereits registriert? Login</p></div>", "de"),
    NewsPage("de: digital", "Hafenrat kauft Fähren", _DE, "<div><p>Exklusiv für Digital-Kunden</p></div>", "de"),
    NewsPage("fr: lecteurs", "Le port achète", _FR, "<div><p>Cet article est réservé à nos lecteurs abonnés.</p></div>","fr"),
    NewsPage("fr: par mois", "Le port achète", _FR, "<div><p>Pour lire la suite, abonnez-vous</p><p>7,99 € par mois</p></div>","fr"),
    NewsPage("es: premium", "El puerto compra", _ES, "<div><p>Para continuar leyendo, hazte premium</p></div>","es"),
    NewsPage("it: offerta", "Il porto compra", _IT, "<div><p>Contenuto per gli abbonati premium</p><p>Scopri l'offerta: 9,90 € al mese</p></div>","it"),
    NewsPage("nl: onbeperkt", "Haven koopt", _NL, "<div><p>Lees onbeperkt voor € 2 per week</p><p>Al abonnee? Log in</p></div>","nl"),
    NewsPage("pl: dalsza", "Port kupuje", _PL, "<div><p>Dalsza część artykułu dla subskrybentów</p></div>","pl"),
    NewsPage("sv: artikeln", "Hamnen köper", _SV, "<div><p>Den här artikeln är för prenumeranter</p></div>","sv"),
    NewsPage("en: unlock", "Board buys two ferries", (*_EN,"“We are glad that the"), "<div><p>Unlock</p></div>"),
    NewsPage("en: none left", "Board buys two ferries", _EN, "<div><p>0 of 3 free articles remaining</p></div>"),
)  # fmt: skip

_FOOT_EN = "<div class=foot><p>Subscribe to our newsletter</p><a href=/s>Subscribe</a> <a href=/l>Log in</a></div>"
WHOLE = (
    NewsPage("en: brief", "Ferry late by an hour", ("The ferry to the island left an hour late on Monday, after a rope had caught in its screw. Nobody was hurt, the operator said.",)),
    NewsPage("en: brief with a foot", "Ferry late by an hour", _EN, _FOOT_EN),
    NewsPage("en: two paragraphs", "Board buys two ferries", _EN),
    NewsPage("en: press release", "Harbour Board orders ships", (*_EN, "“We are glad that the wait is over,” said Ann Lee, who chairs the board.", "Media contact: press@port.example, 01234 567890"), "<p>About the Harbour Board: it runs the ferries of the county.</p><p>To subscribe to our press releases, write to news@port.example.</p>"),
    NewsPage("en: live post", "12:45: Board votes", ("The vote is over: seven for, two against. We will have the reaction of the islanders in a moment.",), "<a href=/live>Back to the live blog</a>"),
    NewsPage("en: statement", "Statement on the ferry", ("We have heard the islanders, and we are sorry for the winter that they had. The board will pay back every ticket that was sold for a crossing which did not take place.",), "<p>Sign up for updates</p>"),
    NewsPage("en: ends in a colon", "Timetable for May", ("The ferry will sail at the following times in May, the board has said:", "7 am, 9 am, noon, 3 pm and 6 pm. On Sundays there is no crossing at 7 am."), _FOOT_EN),
    NewsPage("en: ends without a stop", "What the chair said", ("Ann Lee spoke for three minutes and took no questions from those who had come to the hall.", "Photographs: Port Lee Archive"), _FOOT_EN),
    NewsPage("en: support us", "Ferry late by an hour", _EN, "<div><p>Support our journalism: become a member from £3 a month</p></div>"),
    NewsPage("en: about subscribing", "Paper to close its site to non-subscribers", ("The Island Gazette will ask its readers to subscribe from June on. Only subscribers will then be able to read its stories, its editor said. A subscription is to cost £4 a month.",)),
    NewsPage("en: letter", "Letter: the ferry", ("Sir, your report on the ferry was right in all but one thing. The boat was not built in 1974 but in 1971, as any islander could have told you.", "J. Smith, Port Lee"), _FOOT_EN),
    NewsPage("en: obituary notice", "John Doe, ferryman", ("John Doe, who steered the ferry for forty years, has died at 81. He is survived by his wife and two sons. The funeral is on Friday."," ")),
    NewsPage("en: correction", "Correction: ferry prices", ("A report on Monday gave the price of a crossing as £12. It is £9. The mistake was made in editing.",), "<p>Create an account to follow this topic</p>"),
    NewsPage("de: meldung", "Fähre mit Verspätung", ("Die Fähre zur Insel ist am Montag eine Stunde zu spät abgefahren, weil sich ein Seil in der Schraube verfangen hatte. Verletzt wurde niemand.",), language="de"),
    NewsPage("de: newsletter", "Hafenrat kauft zwei Fähren", _DE, "<div><p>Newsletter abonnieren</p><p>Anmelden</p></div>", "de"),
    NewsPage("de: pressemitteilung", "Hafenrat bestellt Schiffe", (*_DE, "Pressekontakt: Eva Muster, Telefon 0123 456"), "<p>Pressemitteilungen abonnieren</p>", "de"),
    NewsPage("de: ticker", "Ratssitzung im Ticker", ("Der Beschluss ist gefallen: sieben Stimmen dafür, zwei dagegen. Mehr in Kürze.",), "<p>Jetzt anmelden und mitdiskutieren</p>", "de"),
    NewsPage("fr: breve", "Le bac en retard", ("Le bac de l’île est parti lundi avec une heure de retard : un cordage s’était pris dans l’hélice. Il n’y a pas de blessé.",), language="fr"),
    NewsPage("fr: lettre", "Le port achète deux bacs", _FR, "<div><p>Abonnez-vous à notre lettre d’information</p></div>", "fr"),
    NewsPage("fr: communique", "Communiqué du port", (*_FR, "Contact presse : Marie Durand"), "<p>S’abonner aux communiqués</p>", "fr"),
    NewsPage("es: breve", "El barco, con retraso", ("El barco de la isla salió el lunes con una hora de retraso, porque un cabo se había enredado en la hélice. No hubo heridos.",), language="es"),
    NewsPage("es: boletin", "El puerto compra dos barcos", _ES, "<div><p>Suscríbete a nuestro boletín</p></div>", "es"),
    NewsPage("es: comentarios", "El puerto compra dos barcos", _ES, "<div><p>Inicia sesión para comentar</p></div>", "es"),
    NewsPage("it: breve", "Traghetto in ritardo", ("Il traghetto per l’isola è partito lunedì con un’ora di ritardo, perché una fune si era impigliata nell’elica. Nessun ferito.",), language="it"),
    NewsPage("it: newsletter", "Il porto compra due traghetti", _IT, "<div><p>Iscriviti alla newsletter</p><p>Accedi</p></div>", "it"),
    NewsPage("nl: kort", "Veerboot te laat", ("De veerboot naar het eiland vertrok maandag een uur te laat, omdat er een touw in de schroef zat. Niemand raakte gewond.",), language="nl"),
    NewsPage("nl: nieuwsbrief", "Haven koopt twee veerboten", _NL, "<div><p>Abonneer je op onze nieuwsbrief</p></div>", "nl"),
    NewsPage("pl: krotko", "Prom spóźniony", ("Prom na wyspę odpłynął w poniedziałek z godzinnym opóźnieniem, bo lina wkręciła się w śrubę. Nikt nie ucierpiał.",), "<p>Zaloguj się, aby komentować</p>", "pl"),
    NewsPage("sv: kort", "Färjan försenad", ("Färjan till ön avgick en timme för sent i måndags, eftersom ett rep hade fastnat i propellern. Ingen skadades.",), language="sv"),
    NewsPage("sv: nyhetsbrev", "Hamnen köper två färjor", _SV, "<div><p>Prenumerera på vårt nyhetsbrev</p></div>", "sv"),
    NewsPage("en: tickets", "Ferry late", _EN, "<div><p>More news at 6 pm. Follow us on the app.</p><p>Tickets: £9 a crossing, £40 a month</p></div>"),
    NewsPage("en: fares", "New fares", ("The ferry company has put its fares up for the third year in a row, the islanders were told on Monday.","A monthly pass costs £40, a yearly one £400."),"<p>Log in</p>"),
    NewsPage("en: letter below", "Ferry late", _EN, "<div><p>Sign up to our daily newsletter for the full story of the island, every morning.</p></div>"),
    NewsPage("en: say", "Ferry late", _EN, "<div><p>Have your say: register to comment</p></div>"),
    NewsPage("de: nutzer", "Fähre spät", _DE, "<div><p>Kommentare nur für registrierte Nutzer. Anmelden</p></div>", "de"),
    NewsPage("fr: alertes", "Bac en retard", _FR, "<div><p>Recevez nos alertes</p><p>S’inscrire</p></div>","fr"),
    NewsPage("en: charity", "Ferry late", _EN, "<div><p>We are a charity. Give £5 a month.</p><p>Subscribe to our podcast</p></div>"),
    NewsPage("en: trial", "Trial of ferryman", ("The trial of a ferryman began on Monday in the county court, where he denied the charge of leaving his post.","The court heard of a plan to sell the boat. A second offer was made in May.")),
    NewsPage("de: preis", "Abo teurer", ("Die Zeitung der Insel hebt den Preis ihres Abonnements an, wie der Verlag am Montag mitteilte.","Das Abo kostet künftig 40 € im Monat."),language="de"),
)  # fmt: skip
