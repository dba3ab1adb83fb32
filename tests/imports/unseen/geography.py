"""An invented article of a geography journal: abstracts without labels, no numbers."""

LANGUAGE = "en"
TITLE = {
    "en": "WATER USE IN STEPPE VILLAGES: A HOUSEHOLD SURVEY",
    "kk": "ДАЛА АУЫЛДАРЫНДАҒЫ СУ ПАЙДАЛАНУ: ҮЙ ШАРУАШЫЛЫҚТАРЫНЫҢ САУАЛНАМАСЫ",
    "ru": "ВОДОПОЛЬЗОВАНИЕ В СТЕПНЫХ СЁЛАХ: ОПРОС ДОМОХОЗЯЙСТВ",
}
NAMES = {
    "en": ["A. Zhaksylyk", "B.T. Orazova", "M. Schmidt"],
    "kk": ["А. Жақсылық", "Б.Т. Оразова", "М. Шмидт"],
    "ru": ["А. Жаксылык", "Б.Т. Оразова", "М. Шмидт"],
}
ORGANISATIONS = {
    "en": ["Invented National University, Kazakhstan, Almaty", "Water Institute, Germany, Bremen"],
    "kk": [
        "Ойдан шығарылған ұлттық университет, Қазақстан, Алматы қ.",
        "Су институты, Германия, Бремен қ.",
    ],
    "ru": [
        "Придуманный национальный университет, Казахстан, г. Алматы",
        "Институт воды, Германия, г. Бремен",
    ],
}
MARKS = ["1*", "1", "2"]
ABSTRACT = {
    "en": "Water in steppe villages is drawn from wells, pipes and snow, and households "
    "combine these sources in ways that statistics do not show. A survey of 340 households in "
    "nine villages was carried out in 2021. The results show that the distance to the source "
    "explains less than the habit of the family. Recommendations for local programmes are "
    "given.",
    "kk": "Дала ауылдарында су құдықтан, құбырдан және қардан алынады, ал үй шаруашылықтары "
    "бұл көздерді статистика көрсетпейтін жолмен біріктіреді. 2021 жылы тоғыз ауылдағы 340 үй "
    "шаруашылығы сауалнамадан өтті. Нәтижелер су көзіне дейінгі қашықтықтан гөрі отбасының "
    "әдеті маңызды екенін көрсетті.",
    "ru": "Воду в степных сёлах берут из колодцев, труб и снега, и домохозяйства сочетают эти "
    "источники так, как не показывает статистика. В 2021 году проведён опрос 340 домохозяйств "
    "в девяти сёлах. Результаты показали, что привычка семьи важнее расстояния до источника.",
}
KEYWORDS = {
    "en": ["water use", "household", "village", "survey", "well"],
    "kk": ["су пайдалану", "үй шаруашылығы", "ауыл", "сауалнама", "құдық"],
    "ru": ["водопользование", "домохозяйство", "село", "опрос", "колодец"],
}
LABELS = {"en": "Key words:", "kk": "Түйін сөздер:", "ru": "Ключевые слова:"}
SECTIONS = [
    (
        "Introduction",
        [
            "Access to water is one of the oldest questions of steppe settlement, and yet it "
            "is rarely studied at the level of a household (Orazova, 2017: 14).",
            "This article asks how families choose between sources when more than one is at hand.",
        ],
    ),
    (
        "Materials and methods",
        [
            "Nine villages were chosen by lot. In each of them about forty households answered "
            "thirty questions; the answers were coded by two persons independently."
        ],
    ),
    (
        "Results and discussion",
        [
            "In two thirds of the households the well remains the main source even where pipes "
            "have been laid (Schmidt, 2019). The habit is strongest among families that have "
            "lived in the village for three generations."
        ],
    ),
    ("Conclusion", ["Programmes should begin with the habits of families and not with pipes."]),
]
ORIGINAL = [
    "Orazova, B. (2017). Water and village. Almaty: Invented Press. 180 p.",
    "Schmidt, M. (2019). Wells that stay. Journal of Invented Hydrology, 5(2), 33–47. "
    "https://doi.org/10.5555/jih.2019.5.33",
    "Жақсылық, А. (2020). Ауыл суы. Дала хабаршысы, 3, 21–29.",
]
ROMANIZED = [
    "Orazova, B. (2017). Water and village. Almaty: Invented Press. 180 p.",
    "Schmidt, M. (2019). Wells that stay. Journal of Invented Hydrology, 5(2), 33–47. "
    "https://doi.org/10.5555/jih.2019.5.33",
    "Zhaksylyk, A. (2020). Auyl suy [Village water]. Dala khabarshysy, 3, 21–29.",
]
BIOS = [
    "Zhaksylyk Aidos (corresponding author) – PhD student, Invented National University "
    "(Almaty, Kazakhstan, e-mail: a.zhaksylyk@example.com);",
    "Orazova Botagoz Tulegenovna – Candidate of Geographical Sciences, Associate Professor, "
    "Invented National University (Almaty, Kazakhstan, e-mail: b.orazova@example.com);",
    "Schmidt Martin – Doctor, Senior Researcher, Water Institute (Bremen, Germany, e-mail: "
    "m.schmidt@example.com).",
]


def header(code):
    names = zip(NAMES[code], MARKS, strict=True)
    yield "authors", ", ".join(f"<b>{name}<sup>{mark}</sup></b>" for name, mark in names)
    for number, name in enumerate(ORGANISATIONS[code], 1):
        yield "plain", f"<sup>{number}</sup>{name}"
    yield "plain", "*e-mail: a.zhaksylyk@example.com"
    yield "title", TITLE[code]
    yield "plain", ABSTRACT[code]
    yield "plain", f"<b>{LABELS[code]}</b> {', '.join(KEYWORDS[code])}."


def lines():
    yield "plain", "IRSTI 39.19.31"
    yield "plain", "https://doi.org/10.5555/geo.2022.v64.i1.05"
    yield from header("en")
    yield from header("kk")
    yield from header("ru")
    for heading, paragraphs in SECTIONS:
        yield "heading", heading
        yield from (("body", text) for text in paragraphs)
    yield "heading", "Әдебиеттер"
    yield from (("entry", entry) for entry in ORIGINAL)
    yield "heading", "References"
    yield from (("entry", entry) for entry in ROMANIZED)
    yield "label", "Information about authors:"
    yield from (("plain", bio) for bio in BIOS)
    yield "plain", "Received: November 3, 2021. Accepted: March 10, 2022"


def truth():
    return {
        "article_language": "en",
        "title": TITLE,
        "abstract": ABSTRACT,
        "keywords": KEYWORDS,
        "authors": [
            {
                "order": at + 1,
                "name": {code: NAMES[code][at] for code in NAMES},
                "affiliations": [[1], [1], [2]][at],
                "corresponding": at == 0,
                "email": [
                    "a.zhaksylyk@example.com",
                    "b.orazova@example.com",
                    "m.schmidt@example.com",
                ][at],
                "orcid": None,
            }
            for at in range(3)
        ],
        "affiliations": [
            {"id": at + 1, "name": {code: ORGANISATIONS[code][at] for code in ORGANISATIONS}}
            for at in range(2)
        ],
        "irsti": ["39.19.31"],
        "udc": [],
        "doi": "10.5555/geo.2022.v64.i1.05",
        "dates": {
            "received": "2021-11-03",
            "accepted": "2022-03-10",
            "revised": None,
            "published": None,
        },
        "pages": None,
        "sections": [{"heading": h, "text": "\n\n".join(texts)} for h, texts in SECTIONS],
        "other_sections": [],
        "funding": None,
        "references": {"original": ORIGINAL, "romanized": ROMANIZED},
        "bios": {"kk": [], "ru": [], "en": BIOS},
    }
