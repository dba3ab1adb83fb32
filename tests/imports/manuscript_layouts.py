"""Writes one invented article in any of the layouts that journals use, for tests."""

import random
from dataclasses import dataclass

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
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
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


@dataclass
class Layout:
    """The choices of one journal."""

    languages: list[str]
    names: str
    order: str  # of a header: title first or authors first
    marks: str
    separator: str
    label_end: str
    bare_labels: bool  # labels on a line of their own
    abstract_label: bool
    keyword_sign: str
    capital: bool
    numbering: str
    translations: str  # where the headers in other languages are
    run_in: bool
    headings_numbered: bool
    authors: int
    bios: list[str]  # languages of the biographies at the very end
    contacts: str  # where the e-mails of all authors are, "" if only one is printed
    citation: bool
    article_type: bool
    statements: bool
    turkish: bool
    seed: int = 0


def a_layout(seed: int) -> Layout:
    """One of several thousand layouts."""
    chance = random.Random(seed)
    languages = ["kk", "ru", "en"]
    chance.shuffle(languages)
    run_in = chance.random() < 0.3
    return Layout(
        languages=languages,
        names=chance.choice(list(NAMES)),
        order=chance.choice(["title first", "authors first"]),
        marks=chance.choice(["raised", "plain", "before", "raised"]),
        separator=chance.choice([", ", ", ", "; ", "\n"]),
        label_end=chance.choice([".", ":", " –"]),
        bare_labels=chance.random() < 0.25,
        abstract_label=chance.random() < 0.8,
        keyword_sign=chance.choice([", ", "; "]),
        capital=chance.random() < 0.3,
        numbering=chance.choice(["{}. ", "{}) ", "[{}] ", "{} "]),
        translations=chance.choice(["front", "end", "after original", "before references"]),
        run_in=run_in,
        headings_numbered=not run_in and chance.random() < 0.3,
        authors=chance.choice([1, 2, 3]),
        **_extras(random.Random(seed + 77)),
        seed=seed,
    )


def _extras(chance: random.Random) -> dict:
    if chance.random() < 0.4:
        return {
            "bios": [],
            "contacts": "",
            "citation": False,
            "article_type": False,
            "statements": False,
            "turkish": False,
        }
    return {
        "bios": chance.choice([[], ["kk"], ["ru", "en"], ["kk", "ru", "en"]]),
        "contacts": chance.choice(["", "organisations", "lines", "bios", "list"]),
        "citation": chance.random() < 0.4,
        "article_type": chance.random() < 0.3,
        "statements": chance.random() < 0.4,
        "turkish": chance.random() < 0.25,
    }


def write_layout(layout: Layout) -> list[tuple[str, str]]:
    """The article as (style, text) lines; style is title, heading, label, text or blank."""
    chance = random.Random(layout.seed + 1)
    first, *others = layout.languages
    lines = codes(layout, first, chance)
    lines += block(layout, first, chance, main=True)
    rest = [line for other in others for line in block(layout, other, chance, main=False)]
    dates = [("text", chance.choice(DATES[first])), ("blank", "")]
    dates_first = chance.random() < 0.5
    if layout.translations == "front":
        lines += rest
    if dates_first:
        lines += dates
    lines += body(layout, first)
    if layout.statements:
        lines += statements(layout, first)
    if layout.translations == "before references":
        lines += rest
    lines += references(layout, chance.choice(LABELS["references"][first]), REFERENCES)
    if layout.translations == "after original":
        lines += rest
    lines += references(layout, "References", ROMANIZED)
    if layout.translations == "end":
        lines += rest
    return lines + bios(layout) + ([] if dates_first else dates)


def statements(layout: Layout, language: str) -> list[tuple[str, str]]:
    lines = []
    for heading, text in (FUNDING[language], CONFLICT[language]):
        if layout.run_in:
            lines += [("label", f"{heading}.\0 {text}"), ("blank", "")]
        else:
            lines += [("heading", heading), ("blank", ""), ("text", text), ("blank", "")]
    return lines


def bios(layout: Layout) -> list[tuple[str, str]]:
    lines = []
    for language in languages_of_bios(layout):
        if language in layout.bios:
            lines += [("label", f"{BIO_LABELS[language]}\0"), ("blank", "")]
            lines += [("text", a_bio(layout, language, at)) for at in range(layout.authors)]
            lines += [("blank", "")]
    return lines


def languages_of_bios(layout: Layout) -> list[str]:
    return [language for language in layout.languages if language in layout.bios]


def a_bio(layout: Layout, language: str, at: int) -> str:
    name, post = FULL_NAMES[language][at], POSTS[language][at]
    text = f"{name} – {post}, {ORGANISATIONS[language][AFFILIATION_NUMBERS[at][0] - 1]}"
    if layout.contacts == "bios" and language == languages_of_bios(layout)[0]:
        text += f", e-mail: {ADDRESSES[at]}, ORCID: https://orcid.org/{ORCIDS[at]}"
    return text


def contacts(layout: Layout, language: str) -> list[tuple[str, str]]:
    """The e-mails of all authors: one on each line, or a list in their order."""
    names = NAMES[layout.names][language]
    everyone = range(layout.authors)
    if layout.contacts == "lines":
        return [
            ("text", f"{names[at]}: {ADDRESSES[at]}, https://orcid.org/{ORCIDS[at]}")
            for at in everyone
        ]
    if layout.contacts == "list":
        return [("text", f"(E-mail: {', '.join(ADDRESSES[at] for at in everyone)})")]
    return []


def codes(layout: Layout, language: str, chance: random.Random) -> list[tuple[str, str]]:
    irsti = f"{chance.choice(LABELS['irsti'][language])} 67.11.31"
    udc = f"{chance.choice(LABELS['udc'][language])} 624.21:947"
    doi = chance.choice([f"https://doi.org/{DOI}", f"DOI: {DOI}", f"DOI {DOI}"])
    joined = chance.choice([[f"{irsti}; {udc}"], [irsti, udc]])
    return [("text", line) for line in [*joined, doi]] + [("blank", "")]


def block(
    layout: Layout, language: str, chance: random.Random, main: bool
) -> list[tuple[str, str]]:
    title = TITLES[language].upper() if layout.capital else TITLES[language]
    authors = [*byline(layout, language), ("blank", ""), *organisations(layout, language)]
    if main:
        mail = CORRESPONDENCE[language][layout.seed % 3].format(EMAIL)
        authors += [*contacts(layout, language), ("text", mail)]
    authors += [("blank", "")]
    titled = [("title", title), ("blank", "")]
    head = titled + authors if layout.order == "title first" else authors + titled
    label = chance.choice(LABELS["abstract"][language])
    lines = (
        labelled(layout, label, ABSTRACTS[language])
        if layout.abstract_label
        else [("text", ABSTRACTS[language])]
    )
    words = layout.keyword_sign.join(KEYWORDS[language]) + chance.choice(["", "."])
    label = chance.choice(LABELS["keywords"][language])
    head = [*aside(layout, language, main), *head]
    after = [("text", CITATIONS[language]), ("blank", "")] if main and layout.citation else []
    whole = [*head, *lines, ("blank", ""), ("label", f"{label}:\0 {words}"), ("blank", ""), *after]
    return whole + (
        TURKISH if layout.turkish and not main and language == layout.languages[1] else []
    )


def aside(layout: Layout, language: str, main: bool) -> list[tuple[str, str]]:
    return [("text", TYPES[language]), ("blank", "")] if main and layout.article_type else []


def labelled(layout: Layout, label: str, text: str) -> list[tuple[str, str]]:
    if layout.bare_labels:
        return [("label", f"{label}\0"), ("text", text)]
    return [("label", f"{label}{layout.label_end}\0 {text}")]


def byline(layout: Layout, language: str) -> list[tuple[str, str]]:
    names = []
    for at in range(layout.authors):
        name = NAMES[layout.names][language][at]
        signs = ",".join(map(str, AFFILIATION_NUMBERS[at])) if layout.authors > 1 else ""
        star = "*" if at == 0 else ""
        names.append(marked(layout.marks, name, signs, star))
    if layout.separator == "\n":
        return [("text", name) for name in names]
    return [("text", layout.separator.join(names))]


def marked(marks: str, name: str, signs: str, star: str) -> str:
    if marks == "plain":
        return f"{name}{signs}{star}"
    raised = signs.translate(RAISED)
    return f"{star}{raised}{name}" if marks == "before" else f"{name}{raised}{star}"


def organisations(layout: Layout, language: str) -> list[tuple[str, str]]:
    count = min(layout.authors, 2)
    lines = []
    for number, name in enumerate(ORGANISATIONS[language][:count], 1):
        sign = str(number) if layout.marks == "plain" else str(number).translate(RAISED)
        mails = with_addresses(layout, number)
        lines.append(("text", f"{sign if layout.authors > 1 else ''}{name}{mails}"))
    return lines


def with_addresses(layout: Layout, number: int) -> str:
    """After the organisation, as in the Russian standard, if each has one author."""
    if layout.contacts != "organisations" or layout.authors == 3:
        return ""
    return f", {ADDRESSES[number - 1]}, https://orcid.org/{ORCIDS[number - 1]}"


def body(layout: Layout, language: str) -> list[tuple[str, str]]:
    lines = []
    for number, (heading, text) in enumerate(
        zip(HEADINGS[language], BODY[language], strict=True), 1
    ):
        printed = f"{number}. {heading}" if layout.headings_numbered else heading
        if layout.run_in:
            lines += [("label", f"{printed}.\0 {text}"), ("blank", "")]
        else:
            lines += [("heading", printed), ("blank", ""), ("text", text), ("blank", "")]
    return lines


def references(layout: Layout, heading: str, entries: list[str]) -> list[tuple[str, str]]:
    numbered = [("text", layout.numbering.format(n) + one) for n, one in enumerate(entries, 1)]
    return [("heading", heading), ("blank", ""), *numbered, ("blank", "")]


def truth(layout: Layout) -> dict:
    """The values that the reader has to find, as manuscript-truth/1."""
    first = layout.languages[0]
    count = min(layout.authors, 2)
    return {
        "article_language": first,
        "title": {k: t.upper() if layout.capital else t for k, t in TITLES.items()},
        "abstract": ABSTRACTS,
        "keywords": KEYWORDS,
        "authors": [an_author(layout, at) for at in range(layout.authors)],
        "affiliations": [
            {"id": at + 1, "name": {k: ORGANISATIONS[k][at] for k in ORGANISATIONS}}
            for at in range(count)
        ],
        "irsti": ["67.11.31"],
        "udc": ["624.21:947"],
        "doi": DOI,
        "dates": dict.fromkeys(("received", "revised", "accepted", "published"))
        | {"received": "2021-02-16", "accepted": "2021-03-15"},
        "pages": {"first": 41, "last": 49} if layout.citation else None,
        "sections": [
            {"heading": f"{n}. {h}" if layout.headings_numbered else h, "text": t}
            for n, (h, t) in enumerate(zip(HEADINGS[first], BODY[first], strict=True), 1)
        ],
        "funding": FUNDING[first][1] if layout.statements else None,
        "references": {"original": REFERENCES, "romanized": ROMANIZED},
        "bios": {
            language: [a_bio(layout, language, at) for at in range(layout.authors)]
            if language in layout.bios
            else []
            for language in ("kk", "ru", "en")
        },
    }  # fmt: skip


def an_author(layout: Layout, at: int) -> dict:
    return {
        "order": at + 1,
        "name": {language: NAMES[layout.names][language][at] for language in ("kk", "ru", "en")},
        "affiliations": AFFILIATION_NUMBERS[at] if layout.authors > 1 else [1],
        "corresponding": at == 0,
        "email": ADDRESSES[at] if at == 0 or has_addresses(layout, "list") else None,
        "orcid": ORCIDS[at] if has_addresses(layout) else None,
    }


def has_addresses(layout: Layout, *others: str) -> bool:
    if layout.contacts == "bios":
        return bool(layout.bios)
    if layout.contacts == "organisations":
        return layout.authors < 3
    return layout.contacts in ("lines", *others)
