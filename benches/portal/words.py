"""The words of the portal: parts of sentences that go together in any combination, in seven languages.

A sentence is a subject, what it does (present tense, third person singular) and under which circumstances. Parts are
separated by `|`, so that a language is a handful of lines.
"""

from dataclasses import dataclass

LANGUAGES = ("en", "nl", "hr", "cs", "hu", "it", "pt")

# Each country of the project with the language that its schools write in, and towns.
COUNTRIES = {
    "BE": ("nl", "Aalst|Genk|Ieper|Leuven|Mechelen|Oostende|Ronse|Turnhout"),
    "HR": ("hr", "Bjelovar|Čakovec|Karlovac|Našice|Ogulin|Sisak|Šibenik|Zadar"),
    "CZ": ("cs", "Beroun|Děčín|Jihlava|Kolín|Náchod|Písek|Třebíč|Žatec"),
    "HU": ("hu", "Ajka|Baja|Eger|Győr|Kőszeg|Makó|Pécs|Szolnok"),
    "IT": ("it", "Alba|Carpi|Fano|Imola|Lecce|Nuoro|Rieti|Trani"),
    "PT": ("pt", "Aveiro|Beja|Évora|Fafe|Lagos|Olhão|Tomar|Viseu"),
}


@dataclass(frozen=True)
class Words:
    """What one language says."""

    subjects: tuple[str, ...]
    deeds: tuple[str, ...]
    circumstances: tuple[str, ...]
    headings: tuple[str, ...]
    topics: tuple[str, ...]
    names: dict[str, str]


# Names of kinds: {} is a town, a country or a topic.
_KINDS = ("school", "cluster", "case", "post", "result", "news", "event", "country", "organisation", "note")


def _words(subjects: str, deeds: str, circumstances: str, headings: str, topics: str, names: str) -> Words:
    split = [tuple(part.strip() for part in text.split("|")) for text in (subjects, deeds, circumstances, headings, topics)]
    return Words(*split, names=dict(zip(_KINDS, (name.strip() for name in names.split("|")), strict=True)))


WORDS = {
    "en": _words(
        "the mentor school|a young teacher|the head of the school|every partner school|a group of pupils|the cluster"
        "|the regional authority|a subject team|the coordinator|one of the mentees",
        "compares two lessons on fractions|plans a visit for the spring|writes down what it expects"
        "|asks for help with the tablets|keeps a diary of every meeting|shares a plan for the common room"
        "|tries out a robot made of cardboard|looks again at the answers of the survey|talks about time and trust"
        "|shows a lesson by camera|makes room for a shared hour|learns more from a question than from advice",
        "in the second term|with colleagues from another country|before the next visit|without any new equipment"
        "|although time is short|for the third time this year|together with parents|on a Wednesday afternoon"
        "|after a frank talk|at a school an hour away",
        "Starting point|What the schools did|What changed|What did not work|Advice to others|Questions that stay open"
        "|How it goes on|What it costs",
        "shared lessons|an hour for colleagues|robots in year six|reading together|the open classroom"
        "|small schools, large network|maths outdoors|a visit that was worth it",
        "School of {}|Cluster {}|{}: a case|{}: what policy can do|Report on {}|News about {}|Workshop on {}"
        "|Mentoring in {}|Education office of {}|An invented example",
    ),
    "nl": _words(
        "de mentorschool|een jonge leraar|de directeur van de school|elke partnerschool|een groep leerlingen|de cluster"
        "|de regionale overheid|een vakgroep|de coördinator|een van de menteescholen",
        "vergelijkt twee lessen over breuken|plant een bezoek in de lente|schrijft de verwachtingen op"
        "|vraagt hulp bij de tablets|houdt een dagboek van elke bijeenkomst bij|deelt een plan voor de leraarskamer"
        "|probeert een robot van karton uit|bekijkt de antwoorden van de enquête opnieuw|spreekt over tijd en vertrouwen"
        "|toont een les via de camera|maakt plaats voor een gedeeld uur|leert meer van een vraag dan van een advies",
        "in het tweede trimester|met collega’s uit een ander land|vóór het volgende bezoek|zonder nieuwe apparatuur"
        "|hoewel de tijd krap is|voor de derde keer dit jaar|samen met ouders|op een woensdagmiddag"
        "|na een open gesprek|op een school een uur verderop",
        "Beginsituatie|Wat de scholen deden|Wat er veranderde|Wat niet werkte|Raad aan anderen|Vragen die open blijven"
        "|Hoe het verdergaat|Wat het kost",
        "gedeelde lessen|een uur voor collega’s|robots in het zesde leerjaar|samen lezen|de open klas"
        "|kleine scholen, groot netwerk|wiskunde buiten|een bezoek dat de moeite loonde",
        "School van {}|Cluster {}|{}: een voorbeeld|{}: wat beleid kan doen|Verslag over {}|Nieuws over {}"
        "|Workshop over {}|Mentoring in {}|Onderwijsdienst van {}|Een verzonnen voorbeeld",
    ),
    "hr": _words(
        "mentorska škola|mlada učiteljica|ravnateljica škole|svaka partnerska škola|skupina učenika|cijela mreža"
        "|regionalna uprava|stručna skupina|koordinatorica|jedna od škola",
        "uspoređuje dva sata o razlomcima|planira posjet u proljeće|zapisuje što očekuje|traži pomoć oko tableta"
        "|vodi dnevnik o svakom sastanku|dijeli plan za zbornicu|isprobava robota od kartona"
        "|ponovno čita odgovore iz ankete|govori o vremenu i povjerenju|prikazuje sat preko kamere"
        "|ostavlja mjesta za zajednički sat|više uči iz pitanja nego iz savjeta",
        "u drugom polugodištu|s kolegama iz druge zemlje|prije sljedećeg posjeta|bez nove opreme"
        "|iako je vremena malo|treći put ove godine|zajedno s roditeljima|u srijedu poslijepodne"
        "|nakon otvorenog razgovora|u školi udaljenoj sat vremena",
        "Polazište|Što su škole radile|Što se promijenilo|Što nije uspjelo|Savjeti drugima|Otvorena pitanja"
        "|Kako dalje|Koliko to stoji",
        "zajednički sati|sat za kolege|roboti u šestom razredu|zajedničko čitanje|otvorena učionica"
        "|male škole, velika mreža|matematika na otvorenom|posjet koji se isplatio",
        "Škola {}|Klaster {}|{}: primjer|{}: što može politika|Izvještaj: {}|Novosti: {}|Radionica: {}|Mentorstvo: {}"
        "|Ured za obrazovanje {}|Izmišljen primjer",
    ),
    "cs": _words(
        "mentorská škola|mladá učitelka|ředitelka školy|každá partnerská škola|skupina žáků|celá síť"
        "|krajská správa|předmětová komise|koordinátorka|jedna ze škol",
        "porovnává dvě hodiny o zlomcích|plánuje na jaro návštěvu|zapisuje, co očekává|žádá o pomoc s tablety"
        "|vede deník o každé schůzce|sdílí plán pro sborovnu|zkouší robota z lepenky"
        "|znovu čte odpovědi z průzkumu|mluví o čase a důvěře|ukazuje hodinu přes kameru"
        "|nechává místo pro společnou hodinu|učí se víc z otázky než z rady",
        "ve druhém pololetí|s kolegy z jiné země|před další návštěvou|bez nového vybavení"
        "|ačkoli je času málo|už potřetí v tomto roce|společně s rodiči|ve středu odpoledne"
        "|po otevřeném rozhovoru|ve škole vzdálené hodinu cesty",
        "Výchozí situace|Co školy dělaly|Co se změnilo|Co nefungovalo|Rady ostatním|Otázky, které zůstávají"
        "|Jak to jde dál|Kolik to stojí",
        "společné hodiny|hodina pro kolegy|roboti v šesté třídě|společné čtení|otevřená třída"
        "|malé školy, velká síť|matematika venku|návštěva, která stála za to",
        "Škola {}|Klastr {}|{}: příklad|{}: co může politika|Zpráva: {}|Aktuality: {}|Dílna: {}|Mentoring: {}"
        "|Školský úřad {}|Vymyšlený příklad",
    ),
    "hu": _words(
        "a mentoriskola|egy fiatal tanár|az iskola igazgatója|minden partneriskola|egy csoport tanuló|az egész klaszter"
        "|a megyei hivatal|egy munkaközösség|a koordinátor|az egyik mentorált iskola",
        "összehasonlít két órát a törtekről|látogatást tervez tavaszra|leírja, mit vár|segítséget kér a táblagépekhez"
        "|naplót vezet minden találkozóról|megoszt egy tervet a tanári szobáról|kipróbál egy kartonból készült robotot"
        "|újra megnézi a felmérés válaszait|időről és bizalomról beszél|kamerán át mutat be egy órát"
        "|helyet hagy egy közös órának|többet tanul egy kérdésből, mint egy tanácsból",
        "a második félévben|más országbeli kollégákkal|a következő látogatás előtt|új eszközök nélkül"
        "|bár kevés az idő|idén már harmadszor|a szülőkkel együtt|szerda délután"
        "|egy őszinte beszélgetés után|egy órányira lévő iskolában",
        "Kiindulópont|Mit tettek az iskolák|Mi változott|Mi nem működött|Tanácsok másoknak|Nyitott kérdések"
        "|Hogyan tovább|Mennyibe kerül",
        "közös órák|egy óra a kollégáknak|robotok a hatodik osztályban|közös olvasás|a nyitott tanterem"
        "|kis iskolák, nagy hálózat|matematika a szabadban|egy látogatás, amely megérte",
        "{} iskolája|{} klaszter|{}: egy példa|{}: mit tehet a szakpolitika|Jelentés: {}|Hírek: {}|Műhely: {}"
        "|Mentorálás: {}|{} oktatási hivatala|Kitalált példa",
    ),
    "it": _words(
        "la scuola mentore|un giovane insegnante|la dirigente della scuola|ogni scuola partner|un gruppo di alunni"
        "|tutta la rete|l’ufficio regionale|un dipartimento|la coordinatrice|una delle scuole seguite",
        "confronta due lezioni sulle frazioni|prepara una visita per la primavera|mette per iscritto le attese"
        "|chiede aiuto per i tablet|tiene un diario di ogni incontro|condivide un progetto per la sala comune"
        "|prova un robot di cartone|rilegge le risposte dell’indagine|parla di tempo e di fiducia"
        "|mostra una lezione in video|fa posto a un’ora comune|impara più da una domanda che da un consiglio",
        "nel secondo quadrimestre|con colleghi di un altro paese|prima della prossima visita|senza nuove attrezzature"
        "|anche se il tempo è poco|per la terza volta quest’anno|insieme ai genitori|un mercoledì pomeriggio"
        "|dopo un colloquio franco|in una scuola a un’ora di strada",
        "Punto di partenza|Che cosa hanno fatto le scuole|Che cosa è cambiato|Che cosa non ha funzionato"
        "|Consigli ad altri|Domande ancora aperte|Come si va avanti|Quanto costa",
        "lezioni condivise|un’ora per i colleghi|robot in prima media|leggere insieme|l’aula aperta"
        "|piccole scuole, grande rete|matematica all’aperto|una visita riuscita",
        "Scuola di {}|Rete di {}|{}: un caso|{}: che cosa può fare la politica|Rapporto: {}|Notizie: {}|Laboratorio: {}"
        "|Mentoring: {}|Ufficio scolastico di {}|Un esempio inventato",
    ),
    "pt": _words(
        "a escola mentora|um jovem professor|a diretora da escola|cada escola parceira|um grupo de alunos"
        "|toda a rede|a direção regional|um grupo disciplinar|a coordenadora|uma das escolas acompanhadas",
        "compara duas aulas sobre frações|prepara uma visita para a primavera|escreve o que espera"
        "|pede ajuda com os tablets|mantém um diário de cada reunião|partilha um plano para a sala comum"
        "|experimenta um robô de cartão|relê as respostas do inquérito|fala de tempo e de confiança"
        "|mostra uma aula por câmara|abre espaço para uma hora comum|aprende mais com uma pergunta do que com um conselho",
        "no segundo período|com colegas de outro país|antes da próxima visita|sem equipamento novo"
        "|embora o tempo seja pouco|pela terceira vez este ano|em conjunto com os pais|numa quarta-feira à tarde"
        "|depois de uma conversa franca|numa escola a uma hora de distância",
        "Ponto de partida|O que fizeram as escolas|O que mudou|O que não funcionou|Conselhos a outros"
        "|Perguntas em aberto|Como continua|Quanto custa",
        "aulas partilhadas|uma hora para colegas|robôs no sexto ano|ler em conjunto|a sala de aula aberta"
        "|pequenas escolas, grande rede|matemática ao ar livre|uma visita que valeu a pena",
        "Escola de {}|Agrupamento {}|{}: um caso|{}: o que pode a política|Relatório: {}|Notícias: {}|Oficina: {}"
        "|Mentoria: {}|Serviço de educação de {}|Um exemplo inventado",
    ),
}
