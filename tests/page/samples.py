"""A few sentences in many languages, each with letters of its own."""

SAMPLES = {
    "de": (
        "Der Stadtrat beriet am Montag über die neue Brücke und hörte die Ingenieure an. "
        "Niemand im Saal konnte sagen, wann das Geld kommen würde. Die Preise stiegen im März "
        "um 3,4 Prozent, teilte das Amt mit. „Wir graben keinen Meter, bevor der Hafen sicher "
        "ist“, sagte die Bürgermeisterin."
    ),
    "fr": (
        "Le conseil s’est réuni lundi et a entendu les ingénieurs au sujet du nouveau pont. "
        "Personne dans la salle ne savait quand l’argent arriverait. « Nous ne creuserons pas "
        "un mètre avant que le port soit sûr », a dit la maire."
    ),
    "es": (
        "El consejo se reunió el lunes y escuchó a los ingenieros sobre el nuevo puente. Nadie"
        " en la sala podía decir cuándo llegaría el dinero. «No cavaremos ni un metro hasta "
        "que el puerto sea seguro», dijo la alcaldesa."
    ),
    "pl": (
        "Rada zebrała się w poniedziałek i wysłuchała inżynierów w sprawie nowego mostu. Nikt "
        "na sali nie potrafił powiedzieć, kiedy przyjdą pieniądze. „Nie wykopiemy ani metra, "
        "dopóki port nie będzie bezpieczny” – powiedziała burmistrz."
    ),
    "ru": (
        "Совет собрался в понедельник и выслушал инженеров о новом мосте. Никто в зале не мог "
        "сказать, когда придут деньги. «Мы не выкопаем ни метра, пока порт не станет "
        "безопасным», — сказала мэр."
    ),
    "el": (
        "Το συμβούλιο συνεδρίασε τη Δευτέρα και άκουσε τους μηχανικούς για τη νέα γέφυρα. "
        "Κανείς στην αίθουσα δεν μπορούσε να πει πότε θα έρθουν τα χρήματα."
    ),
    "tr": (
        "Meclis pazartesi günü toplandı ve yeni köprü hakkında mühendisleri dinledi. Salondaki"
        " hiç kimse paranın ne zaman geleceğini söyleyemedi."
    ),
    "ar": (
        "اجتمع المجلس يوم الاثنين واستمع إلى المهندسين حول الجسر الجديد. لم يستطع أحد في "
        "القاعة أن يقول متى سيأتي المال."
    ),
    "he": (
        "המועצה התכנסה ביום שני ושמעה את המהנדסים על הגשר החדש. איש באולם לא ידע לומר מתי יגיע"
        " הכסף."
    ),
    "ja": "市議会は月曜日に開かれ、新しい橋について技術者の説明を聞いた。予算がいつ届くのか、会場の誰も答えられなかった。「港が安全になるまで一メートルも掘らない」と市長は記者団に語った。",
    "zh": "市议会星期一开会，听取了工程师对新桥的说明。会场里没有人能说出资金什么时候到位。市长对记者说：“在港口安全之前，我们一米也不挖。”",
    "ko": "시의회는 월요일에 모여 새 다리에 대한 기술자들의 설명을 들었다. 회의장의 누구도 돈이 언제 올지 말하지 못했다.",
    "cs": (
        "Rada se sešla v pondělí a vyslechla inženýry o novém mostě. Nikdo v sále nedokázal "
        "říci, kdy přijdou peníze. Ceny v březnu vzrostly, řekl úřad."
    ),
    "hu": (
        "A tanács hétfőn ülésezett, és meghallgatta a mérnököket az új hídról. Senki sem tudta"
        " a teremben megmondani, mikor érkezik a pénz. Az árak márciusban emelkedtek, közölte "
        "a hivatal, és őszre újabb drágulás várható."
    ),
    "uk": (
        "Рада зібралася в понеділок і вислухала інженерів про новий міст. Ніхто в залі не міг "
        "сказати, коли прийдуть гроші. Її рішення оголосять у п’ятницю, повідомила мерія."
    ),
    "bg": (
        "Съветът се събра в понеделник и изслуша инженерите за новия мост. Никой в залата не "
        "можеше да каже кога ще дойдат парите."
    ),
    "sv": (
        "Rådet möttes på måndagen och hörde ingenjörerna om den nya bron. Ingen i salen kunde "
        "säga när pengarna skulle komma. Priserna steg i mars, uppgav myndigheten på fredagen,"
        " och väntas öka igen."
    ),
    "it": (
        "Il consiglio si è riunito lunedì e ha ascoltato gli ingegneri sul nuovo ponte. "
        "Nessuno in sala sapeva dire quando sarebbero arrivati i soldi. È più di così, perché "
        "la città non può."
    ),
    "pt": (
        "O conselho reuniu-se na segunda-feira e ouviu os engenheiros sobre a nova ponte. "
        "Ninguém na sala sabia dizer quando chegaria o dinheiro. A decisão não é definitiva, "
        "afirmou a prefeita."
    ),
    "ro": (
        "Consiliul s-a întrunit luni și a ascultat inginerii despre noul pod. Nimeni din sală "
        "nu putea spune când vor veni banii. Prețurile au crescut în martie."
    ),
    "th": ("สภาเมืองประชุมเมื่อวันจันทร์และรับฟังวิศวกรเกี่ยวกับสะพานใหม่ ไม่มีใครในห้องบอกได้ว่าเงินจะมาถึงเมื่อใด"),
    "vi": "Hội đồng họp hôm thứ Hai và nghe các kỹ sư về cây cầu mới.",
    "lt": (
        "Taryba susirinko pirmadienį ir išklausė inžinierius apie naują tiltą. Niekas salėje "
        "negalėjo pasakyti, kada ateis pinigai. Kainos kovą pakilo, pranešė žinyba."
    ),
    "zh-tw": "市議會星期一開會，聽取了工程師對新橋的說明。會場裡沒有人能說出資金什麼時候到位。市長對記者說：「在港口安全之前，我們一米也不挖。」",
    "nl": (
        "De raad kwam maandag bijeen en hoorde de ingenieurs over de nieuwe brug. Niemand in "
        "de zaal kon zeggen wanneer het geld zou komen. Eén café, zei ze, is genoeg – “meer "
        "niet”."
    ),
    "da": (
        "Rådet mødtes mandag og hørte ingeniørerne om den nye bro. Ingen i salen kunne sige, "
        "hvornår pengene ville komme. Det er på tide, sagde hun."
    ),
    "fi": (
        "Valtuusto kokoontui maanantaina ja kuuli insinöörejä uudesta sillasta. Kukaan salissa"
        " ei osannut sanoa, milloin rahat tulevat. Päätös tehdään myöhemmin."
    ),
    "hr": (
        "Vijeće se sastalo u ponedjeljak i saslušalo inženjere o novom mostu. Nitko u dvorani "
        "nije mogao reći kada će stići novac. Cijene su u ožujku porasle, priopćio je ured, a "
        "građani čekaju odluku."
    ),
    "sk": (
        "Rada sa zišla v pondelok a vypočula inžinierov o novom moste. Nikto v sále nevedel "
        "povedať, kedy prídu peniaze. Ceny v marci vzrástli."
    ),
}
