"""An invented article of a law journal: lines for each author, other languages at the end."""

LANGUAGE = "kk"
TITLE = {
    "kk": "ӘДЕТ ҚҰҚЫҒЫ ЖӘНЕ ҚАЗІРГІ СОТ ТӘЖІРИБЕСІ: БИЛЕР ШЕШІМІНЕН МЕДИАЦИЯҒА ДЕЙІН",
    "ru": "ОБЫЧНОЕ ПРАВО И СОВРЕМЕННАЯ СУДЕБНАЯ ПРАКТИКА: ОТ РЕШЕНИЙ БИЕВ ДО МЕДИАЦИИ",
    "en": "CUSTOMARY LAW AND MODERN JUDICIAL PRACTICE: FROM THE RULINGS OF THE BIYS TO MEDIATION",
}
PEOPLE = {
    "kk": [
        ("Ерлан ТӨЛЕГЕНҰЛЫ", "заң ғылымдарының докторы, профессор",
         "«Дала құқық» академиясы, Қазақстан, Астана қ."),
        ("Гүлнар ӘБІШЕВА", "PhD докторант",
         "Жетісу мемлекеттік университеті, Қазақстан, Талдықорған қ."),
    ],
    "ru": [
        ("Ерлан ТУЛЕГЕНУЛЫ", "доктор юридических наук, профессор",
         "Академия «Дала кукык», Казахстан, г. Астана"),
        ("Гульнар АБИШЕВА", "PhD докторант",
         "Жетысуский государственный университет, Казахстан, г. Талдыкорган"),
    ],
    "en": [
        ("Yerlan TOLEGENULY", "Doctor of Law, Professor", "Dala Kukyk Academy, Kazakhstan, Astana"),
        ("Gulnar ABISHEVA", "PhD student", "Zhetysu State University, Kazakhstan, Taldykorgan"),
    ],
}  # fmt: skip
EMAILS = ["e.tolegenuly@example.com", "g.abisheva@example.com"]
ORCIDS = ["0000-0003-1415-9269", "0000-0002-7182-8185"]
ABSTRACT = {
    "kk": "Мақалада қазақтың әдет құқығы мен қазіргі сот тәжірибесінің арасындағы сабақтастық "
    "қарастырылады. Билер соты дауды татуластыру арқылы шешуге ұмтылған, ал бүгінгі медиация осы "
    "мақсатты заң жүзінде бекітеді. Авторлар он сегізінші ғасырдың шешімдерін қазіргі медиативтік "
    "келісімдермен салыстырып, олардың ортақ белгілерін көрсетеді.",
    "ru": "В статье рассматривается преемственность между казахским обычным правом и современной "
    "судебной практикой. Суд биев стремился разрешить спор примирением, и нынешняя медиация "
    "закрепляет "
    "эту цель в законе. Авторы сравнивают решения восемнадцатого века с современными медиативными "
    "соглашениями и показывают их общие черты.",
    "en": "The article considers the continuity between Kazakh customary law and modern judicial "
    "practice. The court of the biys sought to settle a dispute by reconciliation, and mediation "
    "today "
    "fixes this aim in law. The authors compare rulings of the eighteenth century with mediation "
    "agreements of our time and show what they have in common.",
}
KEYWORDS = {
    "kk": ["әдет құқығы", "билер соты", "медиация", "татуласу", "сот тәжірибесі"],
    "ru": ["обычное право", "суд биев", "медиация", "примирение", "судебная практика"],
    "en": ["customary law", "court of biys", "mediation", "reconciliation", "judicial practice"],
}
SECTIONS = [
    ("Кіріспе", [
        "Қазақ қоғамында дауды шешудің өзіндік тәртібі қалыптасқан, оның негізінде ар-намыс пен ел "
        "бірлігі туралы түсінік жатты. Бұл тәртіп жазылмаған, бірақ жалпыға мәлім болған [1, 25 "
        "б.].",
        "Қазіргі заңнамада медиация институты 2011 жылғы 28 қаңтардағы заңмен енгізілді, "
        "дегенмен оның "
        "тамыры тереңде жатыр деп есептейміз.",
    ]),
    ("Зерттеу әдіснамасы", [
        "Зерттеуде тарихи-құқықтық және салыстырмалы әдістер қолданылды. Деректер ретінде "
        "мұрағатта "
        "сақталған жетпіс екі шешім мен отыз медиативтік келісім алынды [2].",
    ]),
    ("Негізгі бөлім", [
        "Билердің шешімдері үш бөліктен тұрған: дау мазмұны, тараптардың сөзі және кесім. "
        "Кесімде айып "
        "төлеу емес, қатынасты қалпына келтіру бірінші орынға қойылған [3, 41–43 бб.].",
        "Медиативтік келісімдерде де осындай құрылым байқалады, тек кесімнің орнына тараптардың өз "
        "міндеттемелері жазылады. Салыстыру нәтижесі бес белгінің ортақ екенін көрсетті.",
    ]),
    ("Қорытынды", [
        "Әдет құқығы мен медиацияның ортақ белгілері қазіргі институтты ұлттық дәстүрге сүйеніп "
        "дамытуға "
        "мүмкіндік береді.",
    ]),
]  # fmt: skip
ORIGINAL = [
    "Құлтөбенов С. Билер соты: құрылымы мен шешімдері. – Алматы: Үлгі-заң, 2009. – 212 б.",
    "«Медиация туралы» үлгі заң: ғылыми түсіндірме. – Астана: Дала құқық, 2014. – 96 б.",
    "Степнов А.А. Обычное право кочевников // Вестник придуманного права. – 2017. – № 1 (15). – "
    "С. 38–47.",
    "Field R. Mediation and memory // Invented Law Review. – 2019. – Vol. 3. – P. 5–19.",
]
ROMANIZED = [
    "Kultobenov S. Biler soty: kurylymy men sheshimderi [The court of biys: structure and rulings] "
    "(Ulgi-zan, Almaty, 2009, 212 p.) [in Kazakh].",
    "«Mediatsiya turaly» ulgi zan: gylymi tusindirme [A model law on mediation: a commentary] "
    "(Dala "
    "kukyk, Astana, 2014, 96 p.) [in Kazakh].",
    "Stepnov A.A. Obychnoe pravo kochevnikov [Customary law of nomads], Vestnik pridumannogo "
    "prava, "
    "1 (15), 38–47 (2017) [in Russian].",
    "Field R. Mediation and memory, Invented Law Review, 3, 5–19 (2019).",
]
LABELS = {
    "kk": ("Андатпа.", "Тірек сөздер:"),
    "ru": ("Аннотация.", "Ключевые слова:"),
    "en": ("Annotation.", "Key words:"),
}


def lines():
    yield "plain", "ҒТАМР 10.07.21"
    yield "plain", "ӘОЖ 340.12(574)"
    yield from people("kk", with_addresses=True)
    yield "title", TITLE["kk"]
    yield from texts("kk")
    for heading, paragraphs in SECTIONS:
        yield "heading", heading
        yield from (("body", text) for text in paragraphs)
    yield "heading", "Пайдаланылған әдебиеттер тізімі:"
    yield from (("entry", f"{n}) {entry}") for n, entry in enumerate(ORIGINAL, 1))
    for language in ("ru", "en"):
        yield from people(language)
        yield "title", TITLE[language]
        yield from texts(language)
    yield "heading", "References:"
    yield from (("entry", f"{n}) {entry}") for n, entry in enumerate(ROMANIZED, 1))
    yield (
        "plain",
        (
            "Мақала редакцияға 2022 жылғы 5 қыркүйекте түсті, 2022 жылғы 14 қарашада жариялауға "
            "қабылданды."
        ),
    )


def people(language, with_addresses=False):
    for at, (name, degree, organisation) in enumerate(PEOPLE[language]):
        yield "authors", f"<b>{name}</b>"
        yield "plain", f"<i>{degree}</i>"
        yield "plain", organisation
        if with_addresses:
            yield "plain", f"ORCID ID: {ORCIDS[at]}"
            yield "plain", f"e-mail: {EMAILS[at]}"


def texts(language):
    label, words = LABELS[language]
    yield "plain", f"<b>{label}</b> {ABSTRACT[language]}"
    yield "plain", f"<b><i>{words}</i></b> {', '.join(KEYWORDS[language])}."


def truth():
    return {
        "article_language": LANGUAGE,
        "title": TITLE,
        "abstract": ABSTRACT,
        "keywords": KEYWORDS,
        "authors": [
            {
                "order": at + 1,
                "name": {code: PEOPLE[code][at][0] for code in PEOPLE},
                "affiliations": [at + 1],
                "corresponding": False,
                "email": EMAILS[at],
                "orcid": ORCIDS[at],
            }
            for at in range(2)
        ],
        "affiliations": [
            {"id": at + 1, "name": {code: PEOPLE[code][at][2] for code in PEOPLE}}
            for at in range(2)
        ],
        "irsti": ["10.07.21"],
        "udc": ["340.12(574)"],
        "doi": None,
        "dates": {"received": "2022-09-05", "accepted": "2022-11-14"},
        "pages": None,
        "sections": [{"heading": h, "text": "\n\n".join(found)} for h, found in SECTIONS],
        "other_sections": [],
        "funding": None,
        "references": {"original": ORIGINAL, "romanized": ROMANIZED},
        "bios": {},
    }
