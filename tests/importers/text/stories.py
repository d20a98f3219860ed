"""One small story in many languages, written for the tests: headlines, sentences, an introduction."""

from typing import NamedTuple


class Story(NamedTuple):
    """Headlines without and sentences with final punctuation, as a newsroom of that language would print them."""

    introduction: str
    headlines: tuple[str, ...]
    sentences: tuple[str, ...]


STORIES: dict[str, Story] = {
    "en": Story(
        "We follow the repair of the old bridge and the traffic around it, hour by hour, until it opens again.",
        ("Old bridge closed to traffic", "Ferry takes over the night service", "Water level falls again"),
        (
            "The council closed the old bridge after an inspection found two loose bolts.",
            "A ferry carries pedestrians across the river, and the fare is waived.",
            "Engineers expect to finish the repair before the weekend, weather permitting.",
            "Residents said that they had heard the noise since early spring.",
        ),
    ),
    "de": Story(
        "Wir begleiten die Reparatur der alten Brücke und den Verkehr ringsum, bis sie wieder offen ist.",
        ("Alte Brücke für den Verkehr gesperrt", "Fähre übernimmt den Nachtverkehr", "Wasserstand sinkt weiter"),
        (
            "Die Stadt hat die alte Brücke gesperrt, nachdem eine Prüfung zwei lose Bolzen ergeben hatte.",
            "Eine Fähre bringt Fußgänger kostenlos über den Fluss.",
            "Die Ingenieure rechnen damit, noch vor dem Wochenende fertig zu werden.",
            "Anwohner berichteten, sie hätten das Geräusch schon seit dem Frühjahr gehört.",
        ),
    ),
    "fr": Story(
        "Nous suivons la réparation du vieux pont et la circulation alentour jusqu'à sa réouverture.",
        ("Le vieux pont fermé à la circulation", "Un bac assure le service de nuit", "Le niveau de l'eau baisse"),
        (
            "La mairie a fermé le vieux pont après la découverte de deux boulons desserrés.",
            "Un bac transporte gratuitement les piétons d'une rive à l'autre.",
            "Les ingénieurs pensent terminer la réparation avant la fin de la semaine.",
            "Des riverains disent avoir entendu le bruit dès le printemps.",
        ),
    ),
    "es": Story(
        "Seguimos la reparación del puente viejo y el tráfico de la zona hasta que vuelva a abrirse.",
        ("El puente viejo, cerrado al tráfico", "Un transbordador cubre la noche", "Baja el nivel del agua"),
        (
            "El ayuntamiento cerró el puente viejo después de que una inspección hallara dos pernos sueltos.",
            "Un transbordador lleva gratis a los peatones de una orilla a otra.",
            "Los ingenieros esperan terminar la reparación antes del fin de semana.",
            "Los vecinos dijeron que oían el ruido desde la primavera.",
        ),
    ),
    "pt": Story(
        "Acompanhamos o conserto da ponte velha e o trânsito em volta até que ela volte a abrir.",
        ("Ponte velha fechada ao trânsito", "Balsa assume o serviço noturno", "Nível da água volta a cair"),
        (
            "A prefeitura fechou a ponte velha depois que uma inspeção achou dois parafusos soltos.",
            "Uma balsa leva os pedestres de graça para a outra margem.",
            "Os engenheiros esperam terminar o conserto antes do fim de semana.",
            "Moradores disseram que ouviam o barulho desde a primavera.",
        ),
    ),
    "it": Story(
        "Seguiamo la riparazione del ponte vecchio e il traffico nei dintorni fino alla riapertura.",
        ("Ponte vecchio chiuso al traffico", "Un traghetto copre la notte", "Il livello dell'acqua scende"),
        (
            "Il comune ha chiuso il ponte vecchio dopo che un controllo ha trovato due bulloni allentati.",
            "Un traghetto porta gratis i pedoni da una riva all'altra.",
            "I tecnici contano di finire la riparazione prima del fine settimana.",
            "Gli abitanti dicono di aver sentito il rumore fin dalla primavera.",
        ),
    ),
    "ru": Story(
        "Мы следим за ремонтом старого моста и движением вокруг него, пока его снова не откроют.",
        ("Старый мост закрыт для движения", "Ночью людей перевозит паром", "Уровень воды снова падает"),
        (
            "Городские власти закрыли старый мост, когда проверка нашла два ослабших болта.",
            "Паром бесплатно перевозит пешеходов на другой берег.",
            "Инженеры надеются закончить ремонт до выходных.",
            "Жители говорят, что слышали шум ещё с весны.",
        ),
    ),
    "uk": Story(
        "Ми стежимо за ремонтом старого мосту та рухом навколо нього, доки його знову не відкриють.",
        ("Старий міст закрито для руху", "Уночі людей перевозить пором", "Рівень води знову падає"),
        (
            "Міська влада закрила старий міст, коли перевірка знайшла два ослаблені болти.",
            "Пором безкоштовно перевозить пішоходів на інший берег.",
            "Інженери сподіваються завершити ремонт до вихідних.",
            "Мешканці кажуть, що чули шум ще з весни.",
        ),
    ),
    "hy": Story(
        "Մենք հետևում ենք հին կամրջի նորոգմանը և շուրջը երթևեկությանը, մինչև այն կրկին բացվի։",
        ("Հին կամուրջը փակ է երթևեկության համար", "Գիշերը մարդկանց տանում է լաստանավը", "Ջրի մակարդակն իջնում է"),
        (
            "Քաղաքապետարանը փակեց հին կամուրջը, երբ ստուգումը գտավ երկու թուլացած հեղույս։",
            "Լաստանավն անվճար տեղափոխում է հետիոտներին մյուս ափ։",
            "Ճարտարագետները հույս ունեն ավարտել նորոգումը մինչև շաբաթվա վերջ։",
            "Բնակիչներն ասացին, որ աղմուկը լսում էին գարնանից։",
        ),
    ),
    "az": Story(
        "Köhnə körpünün təmirini və ətrafdakı hərəkəti o yenidən açılana qədər izləyirik.",
        ("Köhnə körpü hərəkətə bağlandı", "Gecə bərə işləyir", "Suyun səviyyəsi yenə düşür"),
        (
            "Yoxlama iki boş bolt tapandan sonra şəhər köhnə körpünü bağladı.",
            "Bərə piyadaları o biri sahilə pulsuz aparır.",
            "Mühəndislər təmiri həftə sonuna qədər bitirəcəklərini deyirlər.",
            "Sakinlər səsi yazdan bəri eşitdiklərini dedilər.",
        ),
    ),
    "ka": Story(
        "ვადევნებთ თვალს ძველი ხიდის შეკეთებას და მოძრაობას მის გარშემო, სანამ ის კვლავ გაიხსნება.",
        ("ძველი ხიდი მოძრაობისთვის დაიკეტა", "ღამით ხალხს ბორანი გადაჰყავს", "წყლის დონე ისევ იკლებს"),
        (
            "მერიამ ძველი ხიდი დაკეტა, როცა შემოწმებამ ორი მოშვებული ჭანჭიკი აღმოაჩინა.",
            "ბორანს ფეხით მოსიარულეები უფასოდ გადაჰყავს მეორე ნაპირზე.",
            "ინჟინრები იმედოვნებენ, რომ შეკეთებას შაბათ-კვირამდე დაასრულებენ.",
            "მცხოვრებლებმა თქვეს, რომ ხმაური გაზაფხულიდან ესმოდათ.",
        ),
    ),
    "tr": Story(
        "Eski köprünün onarımını ve çevresindeki trafiği yeniden açılana dek izliyoruz.",
        ("Eski köprü trafiğe kapatıldı", "Gece seferini feribot üstlendi", "Su seviyesi yine düşüyor"),
        (
            "Denetimde iki gevşek cıvata bulununca belediye eski köprüyü kapattı.",
            "Bir feribot yayaları karşı kıyıya ücretsiz taşıyor.",
            "Mühendisler onarımı hafta sonundan önce bitirmeyi umuyor.",
            "Sakinler gürültüyü ilkbahardan beri duyduklarını söyledi.",
        ),
    ),
    "ar": Story(
        "نتابع إصلاح الجسر القديم وحركة السير حوله ساعة بساعة حتى يفتح من جديد.",
        ("إغلاق الجسر القديم أمام حركة السير", "عبّارة تتولى خدمة الليل", "انخفاض منسوب المياه مجددا"),
        (
            "أغلقت البلدية الجسر القديم بعدما وجد الفحص برغيين غير محكمين.",
            "تنقل عبّارة المشاة مجانا إلى الضفة الأخرى.",
            "يتوقع المهندسون إنهاء الإصلاح قبل نهاية الأسبوع.",
            "قال السكان إنهم يسمعون الصوت منذ الربيع.",
        ),
    ),
    "he": Story(
        "אנו עוקבים אחר תיקון הגשר הישן והתנועה סביבו עד שייפתח מחדש.",
        ("הגשר הישן נסגר לתנועה", "מעבורת מפעילה את קו הלילה", "מפלס המים יורד שוב"),
        (
            "העירייה סגרה את הגשר הישן לאחר שבדיקה מצאה שני ברגים רופפים.",
            "מעבורת מסיעה הולכי רגל לגדה השנייה ללא תשלום.",
            "המהנדסים מקווים לסיים את התיקון לפני סוף השבוע.",
            "תושבים אמרו ששמעו את הרעש מאז האביב.",
        ),
    ),
    "pl": Story(
        "Śledzimy naprawę starego mostu i ruch wokół niego, aż znów zostanie otwarty.",
        ("Stary most zamknięty dla ruchu", "Prom przejmuje kursy nocne", "Poziom wody znów opada"),
        (
            "Miasto zamknęło stary most, gdy kontrola znalazła dwie poluzowane śruby.",
            "Prom bezpłatnie przewozi pieszych na drugi brzeg.",
            "Inżynierowie chcą skończyć naprawę przed weekendem.",
            "Mieszkańcy mówią, że słyszeli hałas od wiosny.",
        ),
    ),
    "el": Story(
        "Παρακολουθούμε την επισκευή της παλιάς γέφυρας και την κίνηση γύρω της ώσπου να ανοίξει ξανά.",
        (
            "Κλειστή για την κίνηση η παλιά γέφυρα",
            "Φέρι αναλαμβάνει το νυχτερινό δρομολόγιο",
            "Πέφτει η στάθμη του νερού",
        ),
        (
            "Ο δήμος έκλεισε την παλιά γέφυρα όταν ο έλεγχος βρήκε δύο χαλαρά μπουλόνια.",
            "Ένα φέρι μεταφέρει δωρεάν τους πεζούς στην απέναντι όχθη.",
            "Οι μηχανικοί ελπίζουν να τελειώσουν πριν από το Σαββατοκύριακο.",
            "Κάτοικοι είπαν ότι άκουγαν τον θόρυβο από την άνοιξη.",
        ),
    ),
    "zh": Story(
        "我们逐时关注旧桥的维修和周边交通，直到它重新开放。",
        ("旧桥对车辆关闭", "夜间由渡轮接驳行人", "河水水位再次下降"),
        (
            "检查发现两个螺栓松动后，市政府关闭了旧桥。",
            "一艘渡轮免费运送行人到对岸。",
            "工程师预计周末之前可以完成维修。",
            "居民说他们从春天起就听到了响声。",
        ),
    ),
    "ja": Story(
        "古い橋の修理と周辺の交通を、再び開通するまで時間ごとに伝えます。",
        ("古い橋が通行止めに", "夜間は渡し船が運航", "川の水位が再び低下"),
        (
            "点検で緩んだボルトが二本見つかり、市は古い橋を閉鎖した。",
            "渡し船が歩行者を無料で対岸へ運んでいる。",
            "技術者は週末までに修理を終える見込みだ。",
            "住民は春から音が聞こえていたと話した。",
        ),
    ),
}
