"""The texts of one invented article, in three languages."""

TITLES = {
    "kk": "Ойдан алынған қаладағы көпірлердің құрылыс тарихы және сақталу жағдайы",
    "ru": "История строительства и состояние мостов вымышленного города",
    "en": "History of construction and condition of bridges in an invented city",
}
ABSTRACTS = {
    "kk": "Мақалада ойдан алынған қаладағы көпірлердің құрылыс тарихы қарастырылады. Мұрағат "
    "құжаттары мен далалық тексеру нәтижелері салыстырылды. Он екі көпірдің бесеуі жөндеуді "
    "қажет ететіні анықталды.",
    "ru": "В статье рассматривается история строительства мостов вымышленного города. Сопоставлены "
    "архивные документы и результаты полевого обследования. Установлено, что пять из двенадцати "
    "мостов требуют ремонта.",
    "en": "The article deals with the history of bridge construction in an invented city. Archival "
    "documents were compared with the results of a field survey. It was found that five of the "
    "twelve bridges need repair.",
}
KEYWORDS = {
    "kk": ["көпір", "құрылыс тарихы", "мұрағат құжаты", "далалық тексеру"],
    "ru": ["мост", "история строительства", "архивный документ", "полевое обследование"],
    "en": ["bridge", "history of construction", "archival document", "field survey"],
}
NAMES = {
    "initials first": {
        "kk": ["Ж.Қ. Нобаева", "М.С. Үлгібеков", "Ә. Сынақов"],
        "ru": ["Ж.К. Нобаева", "М.С. Ульгибеков", "А. Сынаков"],
        "en": ["Zh.K. Nobayeva", "M.S. Ulgibekov", "A. Synakov"],
    },
    "surname first": {
        "kk": ["Нобаева Ж.Қ.", "Үлгібеков М.С.", "Сынақов Ә."],
        "ru": ["Нобаева Ж.К.", "Ульгибеков М.С.", "Сынаков А."],
        "en": ["Nobayeva Zh.K.", "Ulgibekov M.S.", "Synakov A."],
    },
    "in full": {
        "kk": ["Нобаева Жанар Қайратқызы", "Үлгібеков Марат Серікұлы", "Сынақов Әлібек Асқарұлы"],
        "ru": ["Нобаева Жанар Кайратовна", "Ульгибеков Марс Серикович", "Сынаков Али Аскарович"],
        "en": ["Nobayeva Zhanar Kairatovna", "Ulgibekov Mars Serikovich", "Synakov Ali Askarovich"],
    },
}  # fmt: skip
ORGANISATIONS = {
    "kk": [
        "Көпір-Үлгі техникалық университеті, Талдықорған, Қазақстан",
        "Қала тарихы институты, Семей, Қазақстан",
    ],
    "ru": [
        "Технический университет Копир-Улги, Талдыкорган, Казахстан",
        "Институт истории города, Семей, Казахстан",
    ],
    "en": [
        "Kopir-Ulgi Technical University, Taldykorgan, Kazakhstan",
        "Institute of City History, Semey, Kazakhstan",
    ],
}
AFFILIATION_NUMBERS = [[1], [2], [1, 2]]
EMAIL = "zh.nobayeva@example.org"
HEADINGS = {
    "kk": ["Кіріспе", "Материалдар мен әдістер", "Нәтижелер", "Қорытынды"],
    "ru": ["Введение", "Материалы и методы", "Результаты", "Заключение"],
    "en": ["Introduction", "Materials and methods", "Results", "Conclusion"],
}
BODY = {
    "kk": [
        "Көпірлер қаланың дамуында маңызды рөл атқарады [1]. Олардың тарихы осы уақытқа дейін "
        "арнайы зерттелмеген, сондықтан тақырып өзекті болып отыр.",
        "Мұрағат құжаттары 2000 жылғы 22 шілдеде ашылған қордан алынды. Далалық тексеру екі "
        "кезеңде жүргізілді және он екі нысанды қамтыды.",
        "Бес көпірде айтарлықтай ақаулар табылды [2]. Қалған нысандардың жағдайы қанағаттанарлық "
        "деп бағаланды, дегенмен тұрақты бақылау керек.",
        "Алынған нәтижелер жөндеу кезегін белгілеуге негіз бола алады.",
    ],
    "ru": [
        "Мосты играют важную роль в развитии города [1]. Их история до сих пор специально не "
        "изучалась, поэтому тема остаётся актуальной.",
        "Архивные документы взяты из фонда, открытого 22 июля 2000 года. Полевое обследование "
        "проведено в два этапа и охватило двенадцать объектов.",
        "На пяти мостах обнаружены заметные дефекты [2]. Состояние остальных объектов оценено как "
        "удовлетворительное, однако требуется наблюдение.",
        "Полученные результаты могут служить основой для очерёдности ремонта.",
    ],
    "en": [
        "Bridges play an important role in the development of the city [1]. Their history has not "
        "been studied so far, and the subject remains topical.",
        "Archival documents were taken from a fund that was opened on July 22, 2000. The field "
        "survey was carried out in two stages and covered twelve objects.",
        "Noticeable defects were found on five bridges [2]. The condition of the other objects "
        "was assessed as satisfactory, but observation is needed.",
        "The results can serve as a basis for the order of repairs.",
    ],
}
REFERENCES = [
    "Мысалов М.К. Мосты степи. – Алматы: Үлгі, 2015. – 120 с.",
    "Нобайұлы Қ. Көпір және өзен // Қала тарихы. – 2018. – № 3. – Б. 21–30.",
    "Sampleton J. Bridges without rivers // Journal of Cities. – 2020. – Vol. 8. – P. 3–19.",
]
ROMANIZED = [
    "Mysalov M.K. Mosty stepi [Bridges of the steppe]. Almaty: Ulgi, 2015. 120 p. [in Russian]",
    "Nobaiuly Q. Kopir zhane ozen [Bridge]. Qala tarikhy. 2018. No. 3. P. 21–30. [in Kazakh]",
    "Sampleton J. Bridges without rivers. Journal of Invented Cities. 2020. Vol. 8. P. 3–19.",
]
LABELS = {
    "abstract": {
        "kk": ["Аңдатпа", "Түйіндеме", "Түйін", "АҢДАТПА"],
        "ru": ["Аннотация", "Резюме", "АННОТАЦИЯ"],
        "en": ["Abstract", "Summary", "ABSTRACT"],
    },
    "keywords": {
        "kk": ["Түйін сөздер", "Кілт сөздер", "Тірек сөздер", "Түйінді сөздер"],
        "ru": ["Ключевые слова", "КЛЮЧЕВЫЕ СЛОВА"],
        "en": ["Keywords", "Key words"],
    },
    "irsti": {"kk": ["ХҒТАР", "ҒТАМР"], "ru": ["МРНТИ"], "en": ["IRSTI", "MRNTI"]},
    "udc": {"kk": ["ӘОЖ"], "ru": ["УДК"], "en": ["UDC"]},
    "references": {
        "kk": ["Әдебиеттер тізімі", "Әдебиеттер", "Пайдаланылған әдебиеттер тізімі"],
        "ru": ["Список литературы", "Литература", "Список использованных источников"],
        "en": ["Список литературы", "Әдебиеттер тізімі"],
    },
}
DATES = {
    "kk": [
        "Түсті: 16.02.2021 / Қабылданды: 15.03.2021",
        "Мақала редакцияға 2021 жылғы 16 ақпанда түсті, 2021 жылғы 15 наурызда басуға қабылданды.",
        "Келіп түсті: 16 ақпан 2021 ж. Жариялауға қабылданды: 15 наурыз 2021 ж.",
    ],
    "ru": [
        "Поступила в редакцию 16.02.2021; принята к публикации 15.03.2021.",
        "Статья поступила в редакцию 16 февраля 2021 г., принята к печати 15 марта 2021 г.",
        "Получено: 16.02.2021 · Принято: 15.03.2021",
    ],
    "en": [
        "Received: 16 February 2021; Accepted: 15 March 2021",
        "Received February 16, 2021. Accepted March 15, 2021.",
        "The article was submitted 16.02.2021; accepted for publication 15.03.2021.",
    ],
}
CORRESPONDENCE = {
    "kk": ["*Корреспонденция үшін автор: {}", "*Байланыс үшін автор: {}", "*e-mail: {}"],
    "ru": ["*Автор для корреспонденции: {}", "* Автор-корреспондент, e-mail: {}", "E-mail: {}"],
    "en": ["*Corresponding author: {}", "*Correspondence: {}", "*E-mail: {}"],
}
DOI = "10.5555/kopir.2021.12.1.41"
ADDRESSES = ["zh.nobayeva@example.org", "m.ulgibekov@example.com", "a.synakov@example.net"]
ORCIDS = ["0000-0000-2500-0112", "0000-0000-2500-0120", "0000-0000-2500-0139"]
FULL_NAMES = NAMES["in full"]
POSTS = {
    "kk": ["тарих ғылымдарының кандидаты, доцент", "PhD, профессор", "докторант"],
    "ru": ["кандидат исторических наук, доцент", "PhD, профессор", "докторант"],
    "en": [
        "Candidate of Historical Sciences, Associate Professor",
        "PhD, Professor",
        "doctoral student",
    ],
}
BIO_LABELS = {
    "kk": "Авторлар туралы мәлімет:",
    "ru": "Сведения об авторах:",
    "en": "Information about authors:",
}
CITATIONS = {
    "kk": "Дәйексөз үшін: Нобаева Ж.Қ. Көпірлер // Қала хабаршысы. – 2021. – №1(12). – Б. 41–49.",
    "ru": "Для цитирования: Нобаева Ж.К. Мосты // Вестник города. – 2021. – №1(12). – С. 41–49.",
    "en": "For citation: Nobayeva Zh.K. Bridges // City Bulletin. 2021. No. 1(12). P. 41-49.",
}
TYPES = {"kk": "Ғылыми мақала", "ru": "Научная статья", "en": "Original article"}
FUNDING = {
    "kk": ("Қаржыландыру", "Зерттеу ойдан алынған қордың AP00000001 гранты аясында орындалды."),
    "ru": ("Финансирование", "Работа выполнена по гранту AP00000001 вымышленного фонда."),
    "en": ("Funding", "The work was funded by the grant AP00000001 of an imaginary fund."),
}
CONFLICT = {
    "kk": ("Мүдделер қақтығысы", "Авторлар мүдделер қақтығысы жоқ деп мәлімдейді."),
    "ru": ("Конфликт интересов", "Авторы заявляют об отсутствии конфликта интересов."),
    "en": ("Conflict of interest", "The authors declare no conflict of interest."),
}
TURKISH = [
    ("title", "Hayalî bir şehirdeki köprülerin yapım tarihi"),
    ("blank", ""),
    ("label", "Özet.\0 Makalede hayalî bir şehirdeki köprülerin tarihi ele alınmaktadır. Arşiv "
     "belgeleri alan araştırmasının sonuçlarıyla karşılaştırılmıştır."),
    ("label", "Anahtar kelimeler:\0 köprü, yapım tarihi, arşiv belgesi"),
    ("blank", ""),
]  # fmt: skip
