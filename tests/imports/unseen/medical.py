"""An invented article of a medical journal: structured abstracts, all headers first."""

LANGUAGE = "ru"
TITLE = {
    "ru": "Распространённость артериальной гипертензии среди жителей степных посёлков: "
    "одномоментное исследование",
    "kk": "Дала ауылдары тұрғындарының арасында артериялық гипертензияның таралуы: "
    "бір сәттік зерттеу",
    "en": "Prevalence of arterial hypertension among residents of steppe settlements: "
    "a cross-sectional study",
}
NAMES = {
    "ru": ["С.М. Айтбаева", "И.Р. Каримов", "Д.Е. Сейтказы", "П. Новак"],
    "kk": ["С.М. Айтбаева", "И.Р. Каримов", "Д.Е. Сейтқазы", "П. Новак"],
    "en": ["S.M. Aitbayeva", "I.R. Karimov", "D.Ye. Seitkazy", "P. Novak"],
}
MARKS = ["1,2*", "2", "3", "3"]
ORGANISATIONS = {
    "ru": [
        "НАО «Медицинский университет Сарыарка», Караганда, Казахстан",
        "Областная клиническая больница № 4, Караганда, Казахстан",
        "Институт общественного здоровья, Брно, Чехия",
    ],
    "kk": [
        "«Сарыарқа медицина университеті» КеАҚ, Қарағанды, Қазақстан",
        "№ 4 облыстық клиникалық аурухана, Қарағанды, Қазақстан",
        "Қоғамдық денсаулық институты, Брно, Чехия",
    ],
    "en": [
        "Saryarka Medical University, Karaganda, Kazakhstan",
        "Regional Clinical Hospital No. 4, Karaganda, Kazakhstan",
        "Institute of Public Health, Brno, Czech Republic",
    ],
}
ABSTRACT = {
    "ru": [
        ("Актуальность.", "Данные о распространённости гипертензии в малых степных посёлках "
         "ограничены, а доступ к регулярному измерению давления там ниже, чем в городах."),
        ("Цель.", "Оценить распространённость артериальной гипертензии и долю лиц, знающих о своём "
         "заболевании."),
        ("Материалы и методы.", "Одномоментно обследованы 612 взрослых жителей шести посёлков; "
         "давление измеряли трижды, индекс массы тела выражали в кг/м<sup>2</sup>."),
        ("Результаты.", "Гипертензия выявлена у 41,3 % обследованных (95 % ДИ 37,4–45,2), о ней "
         "знали "
         "58 % больных."),
        ("Заключение.", "Каждый второй больной не получает лечения; необходим выездной скрининг."),
    ],
    "kk": [
        ("Өзектілігі.", "Шағын дала ауылдарындағы гипертензияның таралуы туралы деректер аз, ал "
         "қан "
         "қысымын үнемі өлшеу мүмкіндігі қаладағыдан төмен."),
        ("Мақсаты.", "Артериялық гипертензияның таралуын және өз ауруы туралы білетін адамдардың "
         "үлесін бағалау."),
        ("Материалдар мен әдістер.", "Алты ауылдың 612 ересек тұрғыны бір мезгілде тексерілді; "
         "қысым "
         "үш рет өлшенді, дене салмағының индексі кг/м<sup>2</sup> түрінде берілді."),
        ("Нәтижелері.", "Гипертензия тексерілгендердің 41,3 %-ында анықталды, олардың 58 %-ы бұл "
         "туралы білген."),
        ("Қорытынды.", "Әрбір екінші науқас ем алмайды; көшпелі скрининг қажет."),
    ],
    "en": [
        ("Background.", "Data on the prevalence of hypertension in small steppe settlements are "
         "limited, and regular measurement of blood pressure is less accessible than in cities."),
        ("Objective.", "To estimate the prevalence of arterial hypertension and the share of "
         "persons "
         "who are aware of their disease."),
        ("Materials and methods.", "A total of 612 adult residents of six settlements were "
         "examined; "
         "pressure was measured three times, body mass index was given in kg/m<sup>2</sup>."),
        ("Results.", "Hypertension was found in 41.3% of those examined (95% CI 37.4–45.2); 58% of "
         "the patients knew of it."),
        ("Conclusion.", "Every second patient receives no treatment; mobile screening is needed."),
    ],
}  # fmt: skip
KEYWORDS = {
    "ru": ["артериальная гипертензия", "скрининг", "сельское население", "осведомлённость"],
    "kk": ["артериялық гипертензия", "скрининг", "ауыл тұрғындары", "хабардарлық"],
    "en": ["arterial hypertension", "screening", "rural population", "awareness"],
}
LABELS = {
    "ru": ("Резюме", "Ключевые слова:"),
    "kk": ("Түйіндеме", "Түйін сөздер:"),
    "en": ("Summary", "Keywords:"),
}
SECTIONS = [
    ("Введение", [
        "Артериальная гипертензия остаётся ведущей причиной преждевременной смертности, и её вклад "
        "особенно велик там, где помощь оказывается с опозданием [1, 2].",
        "Сведения о малых посёлках степной зоны получены главным образом из отчётов, а не из "
        "обследований, поэтому истинная распространённость болезни неизвестна.",
    ]),
    ("Материалы и методы", [
        "Исследование проведено в мае 2022 года. Критериям включения отвечали постоянные жители в "
        "возрасте от 25 до 64 лет, давшие письменное согласие; протокол одобрен 14.04.2022.",
        "Давление измеряли автоматическим тонометром на правой руке после пяти минут покоя; за "
        "гипертензию принимали уровень 140/90 мм рт. ст. и выше либо приём лекарств [3].",
    ]),
    ("Результаты", [
        "Обследованы 612 человек, из них 338 женщин. Средний возраст составил 46,2 года.",
        "Доля больных росла с возрастом: от 18 % в младшей группе до 67 % в старшей, и у мужчин "
        "она "
        "была выше во всех группах, кроме последней.",
    ]),
    ("Обсуждение", [
        "Полученная распространённость близка к той, что описана для соседних областей [2, 4], "
        "однако осведомлённость оказалась заметно ниже.",
    ]),
    ("Выводы", [
        "Гипертензия выявлена у двух из каждых пяти взрослых жителей, и почти половина больных о "
        "ней "
        "не знала. Выездной скрининг следует проводить не реже одного раза в год.",
    ]),
]  # fmt: skip
CONTRIBUTIONS = (
    "Концепция – Айтбаева С.М.; сбор данных – Каримов И.Р., Сейтказы Д.Е.; текст – Новак П."
)
CONFLICT = "Авторы заявляют об отсутствии конфликта интересов."
FUNDING = "Исследование выполнено при поддержке гранта AP05551234 Фонда степной медицины."
ORIGINAL = [
    "Сарсенова А.К. Гипертензия в степи: обзор // Медицина посёлков. – 2019. – № 2. – С. 14–22.",
    "Петренко В.В., Ли Х. Давление и возраст. – Караганда: Сарыарка, 2018. – 164 с.",
    "Brown T., Green P. Measuring blood pressure at home // Journal of Invented Medicine. – "
    "2020. – "
    "Vol. 7. – P. 101–109. https://doi.org/10.5555/jim.2020.7.101",
    "Тлеубергенова Р. Ауыл тұрғындарының денсаулығы // Қоғамдық денсаулық. – 2021. – № 4. – Б. "
    "33–40.",
]
ROMANIZED = [
    "Sarsenova A.K. Gipertenziya v stepi: obzor [Hypertension in the steppe: a review]. Meditsina "
    "poselkov. 2019; 2: 14–22. (In Russ.)",
    "Petrenko V.V., Li Kh. Davlenie i vozrast [Pressure and age]. Karaganda: Saryarka; 2018. 164 "
    "p. "
    "(In Russ.)",
    "Brown T., Green P. Measuring blood pressure at home. Journal of Invented Medicine. 2020; 7: "
    "101–109. https://doi.org/10.5555/jim.2020.7.101",
    "Tleubergenova R. Auyl turgyndarynyn densaulygy [Health of villagers]. Qogamdyq densaulyq. "
    "2021; "
    "4: 33–40. (In Kazakh)",
]
BIOS = [
    "Айтбаева Сауле Маратовна – к.м.н., доцент кафедры терапии Медицинского университета Сарыарка, "
    "Караганда, Казахстан. E-mail: s.aitbayeva@example.org, https://orcid.org/0000-0002-1825-0097",
    "Каримов Ильдар Рустамович – врач-кардиолог областной клинической больницы № 4, Караганда, "
    "Казахстан. E-mail: i.karimov@example.org",
    "Сейтказы Даулет Ержанович – PhD, старший научный сотрудник Института общественного здоровья, "
    "Брно, Чехия. E-mail: d.seitkazy@example.org, https://orcid.org/0000-0001-5109-3700",
    "Новак Петр – профессор, руководитель отдела эпидемиологии Института общественного здоровья, "
    "Брно, Чехия. E-mail: p.novak@example.org",
]


def lines():
    """Style and text of each line, in printed order."""
    yield "plain", "Оригинальная статья"
    yield "plain", "УДК 616.12-008.331.1:614.39"
    yield "plain", "МРНТИ 76.29.30"
    yield "plain", "https://doi.org/10.5555/medstep.2023.3.117"
    yield from header("ru")
    yield (
        "plain",
        (
            "<b>Для цитирования:</b> Айтбаева С.М., Каримов И.Р., Сейтказы Д.Е., Новак П. "
            f"{TITLE['ru']} // Медицина степи. – 2023. – № 3. – С. 117–126."
        ),
    )
    yield from header("kk")
    yield from header("en")
    for heading, paragraphs in SECTIONS:
        yield "heading", heading
        yield from (("body", text) for text in paragraphs)
    yield "plain", f"<b>Вклад авторов.</b> {CONTRIBUTIONS}"
    yield "plain", f"<b>Конфликт интересов.</b> {CONFLICT}"
    yield "plain", f"<b>Финансирование.</b> {FUNDING}"
    yield "heading", "Литература"
    yield from (("entry", f"{n}. {entry}") for n, entry in enumerate(ORIGINAL, 1))
    yield "heading", "References"
    yield from (("entry", f"{n}. {entry}") for n, entry in enumerate(ROMANIZED, 1))
    yield "heading", "Сведения об авторах:"
    yield from (("plain", bio) for bio in BIOS)
    yield "plain", "Поступила: 12.01.2023 · Принята: 20.03.2023 · Опубликована онлайн: 30.03.2023"


def header(language):
    yield "title", TITLE[language].upper() if language == "ru" else TITLE[language]
    names = zip(NAMES[language], MARKS, strict=True)
    yield "authors", ", ".join(f"{name}<sup>{mark}</sup>" for name, mark in names)
    for number, name in enumerate(ORGANISATIONS[language], 1):
        yield "plain", f"<sup>{number}</sup>{name}"
    if language == "ru":
        yield (
            "plain",
            ("*Автор, ответственный за переписку: Айтбаева С.М., e-mail: s.aitbayeva@example.org"),
        )
    label, words = LABELS[language]
    yield "label", label
    yield from (("plain", f"<b>{head}</b> {text}") for head, text in ABSTRACT[language])
    yield "plain", f"<b>{words}</b> {'; '.join(KEYWORDS[language])}."


def bare(text):
    return text.replace("<sup>", "").replace("</sup>", "")


def truth():
    emails = ["s.aitbayeva", "i.karimov", "d.seitkazy", "p.novak"]
    orcids = ["0000-0002-1825-0097", None, "0000-0001-5109-3700", None]
    return {
        "article_language": LANGUAGE,
        "title": TITLE | {"ru": TITLE["ru"].upper()},
        "abstract": {
            code: bare(" ".join(f"{head} {text}" for head, text in parts))
            for code, parts in ABSTRACT.items()
        },
        "keywords": KEYWORDS,
        "authors": [
            {
                "order": at + 1,
                "name": {code: NAMES[code][at] for code in NAMES},
                "affiliations": [[1, 2], [2], [3], [3]][at],
                "corresponding": at == 0,
                "email": f"{emails[at]}@example.org",
                "orcid": orcids[at],
            }
            for at in range(4)
        ],
        "affiliations": [
            {"id": at + 1, "name": {code: ORGANISATIONS[code][at] for code in ORGANISATIONS}}
            for at in range(3)
        ],
        "irsti": ["76.29.30"],
        "udc": ["616.12-008.331.1:614.39"],
        "doi": "10.5555/medstep.2023.3.117",
        "dates": {"received": "2023-01-12", "accepted": "2023-03-20", "published": "2023-03-30"},
        "pages": {"first": 117, "last": 126},
        "sections": [{"heading": h, "text": "\n\n".join(texts)} for h, texts in SECTIONS],
        "other_sections": [
            {"heading": "Вклад авторов", "text": CONTRIBUTIONS},
            {"heading": "Конфликт интересов", "text": CONFLICT},
        ],
        "funding": FUNDING,
        "references": {"original": ORIGINAL, "romanized": ROMANIZED},
        "bios": {"ru": BIOS},
    }
