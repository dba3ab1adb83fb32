"""An invented article of a technical journal: letters as marks, formulas, one list, two columns."""

LANGUAGE = "en"
TITLE = {
    "en": "Recovery of rare metals from dump slag by leaching with H<sub>2</sub>SO<sub>4</sub> "
    "and <i>Acidithiobacillus</i> cultures",
    "kk": "Үйінді қождан сирек металдарды H<sub>2</sub>SO<sub>4</sub> және "
    "<i>Acidithiobacillus</i> дақылдарымен шаймалап алу",
    "ru": "Извлечение редких металлов из отвального шлака выщелачиванием "
    "H<sub>2</sub>SO<sub>4</sub> и культурами <i>Acidithiobacillus</i>",
}
NAMES = {
    "en": ["N. Dzhaksybekov", "L. Tan", "A. Omarova"],
    "kk": ["Н. Жақсыбеков", "Л. Тан", "А. Омарова"],
    "ru": ["Н. Джаксыбеков", "Л. Тан", "А. Омарова"],
}
MARKS = ["a,*", "b", "a,b"]
ORGANISATIONS = {
    "en": [
        "Institute of Slag and Metals, Ust-Kamenogorsk, Kazakhstan",
        "Laboratory of Applied Microbiology, Technical University of Steppe, Singapore",
    ],
    "kk": [
        "Қож және металдар институты, Өскемен, Қазақстан",
        "Қолданбалы микробиология зертханасы, Дала техникалық университеті, Сингапур",
    ],
    "ru": [
        "Институт шлаков и металлов, Усть-Каменогорск, Казахстан",
        "Лаборатория прикладной микробиологии, Технический университет степи, Сингапур",
    ],
}
ABSTRACT = {
    "en": "Dump slag holds up to 0.04% of rare metals, which are lost in usual processing. We "
    "leached "
    "ground slag with H<sub>2</sub>SO<sub>4</sub> at 60 °C and, in parallel, with cultures of "
    "<i>Acidithiobacillus</i>. The yield of indium reached 87% in 6 h by acid and 71% in 14 days "
    "by "
    "bacteria, with a fourfold saving of reagents. Release of CO<sub>2</sub> did not exceed "
    "1.2 × 10<sup>-3</sup> kg per kg of slag.",
    "kk": "Үйінді қожда 0,04 %-ға дейін сирек металдар болады, олар әдеттегі өңдеуде жоғалады. "
    "Ұнтақталған қож 60 °C температурада H<sub>2</sub>SO<sub>4</sub> ерітіндісімен және қатар "
    "<i>Acidithiobacillus</i> дақылдарымен шаймаланды. Индийдің шығымы қышқылмен 6 сағатта 87 "
    "%-ға, "
    "бактериялармен 14 тәулікте 71 %-ға жетті.",
    "ru": "Отвальный шлак содержит до 0,04 % редких металлов, которые теряются при обычной "
    "переработке. "
    "Измельчённый шлак выщелачивали раствором H<sub>2</sub>SO<sub>4</sub> при 60 °C и параллельно "
    "культурами <i>Acidithiobacillus</i>. Выход индия достиг 87 % за 6 ч с кислотой и 71 % за 14 "
    "суток "
    "с бактериями.",
}
KEYWORDS = {
    "en": ["slag", "indium", "bioleaching", "sulphuric acid", "waste processing"],
    "kk": ["қож", "индий", "биошаймалау", "күкірт қышқылы", "қалдықтарды өңдеу"],
    "ru": ["шлак", "индий", "биовыщелачивание", "серная кислота", "переработка отходов"],
}
SECTIONS = [
    ("1. Introduction", [
        "Slag dumps of the region occupy more than 300 hectares, and their processing has been "
        "studied "
        "mainly for copper and zinc [1,2]. Rare metals have received far less attention.",
        "The aim of this work is to compare acid and bacterial leaching of one and the same "
        "material "
        "under conditions that a plant can reproduce.",
    ]),
    ("2. Experimental", []),
    ("2.1. Materials", [
        "Samples of slag were taken at twelve points of the dump, ground to 74 µm and mixed. The "
        "content of indium was 62 g/t and that of germanium 35 g/t.",
    ]),
    ("2.2. Leaching", [
        "The degree of recovery was calculated from the masses of the metal before and after "
        "leaching "
        "by equation (1):",
        "η = (m1 − m2)/m1 × 100%, (1)",
        "where m1 and m2 are the masses of the metal in the feed and in the cake, in grams. Each "
        "run "
        "was repeated three times, and the mean is given.",
    ]),
    ("3. Results and discussion", [
        "Figure 1 shows that the yield rises steeply in the first two hours and hardly changes "
        "after "
        "the sixth. Bacterial leaching began after a lag of four days [3].",
    ]),
    ("4. Conclusions", [
        "Both ways recover indium; the bacterial one is slower and cheaper. A combined scheme "
        "with acid "
        "treatment of the coarse fraction only deserves a trial on a larger scale.",
    ]),
]  # fmt: skip
FUNDING = (
    "The work was funded by the Science Committee of an invented ministry (grant No. AP05554321)."
)
REFERENCES = [
    "Slagov P., Kim E. Copper from old dumps. Journal of Invented Metallurgy. 2018, 12(3), 45-53. "
    "https://doi.org/10.5555/jinm.2018.12.3.45",
    "Ertaev B. Zinc in waste: a review. Mining Fictions. 2016, 4, 7-21.",
    "Tan L., Wu F. Lag phase of bacterial cultures in acid pulps. Applied Bioleaching. 2021, 9(1), "
    "101-115.",
]
DATES = (
    "Received 3 March 2024; Received in revised form 18 April 2024; Accepted 2 May 2024; "
    "Available online 10 May 2024"
)
LABELS = {
    "en": ("ABSTRACT", "Keywords:"),
    "kk": ("АҢДАТПА", "Түйін сөздер:"),
    "ru": ("АННОТАЦИЯ", "Ключевые слова:"),
}


def lines():
    yield "plain", "IRSTI 53.37.91; 61.35.09"
    yield "plain", "UDC 669.053.4"
    yield "plain", "DOI: 10.5555/metstep.2024.2.33"
    yield from header("en")
    for heading, paragraphs in SECTIONS:
        yield "heading", heading
        yield from (("body", text) for text in paragraphs)
    yield "heading", "Acknowledgements"
    yield "body", FUNDING
    yield "heading", "References"
    yield from (("entry", f"[{n}] {entry}") for n, entry in enumerate(REFERENCES, 1))
    yield from header("kk")
    yield from header("ru")


def header(language):
    yield "title", TITLE[language]
    names = zip(NAMES[language], MARKS, strict=True)
    yield "authors", ", ".join(f"{name}<sup>{mark}</sup>" for name, mark in names)
    for sign, name in zip("ab", ORGANISATIONS[language], strict=True):
        yield "plain", f"<sup>{sign}</sup> {name}"
    if language == "en":
        yield "plain", "* Corresponding author. E-mail address: n.dzhaksybekov@example.net"
        yield "plain", DATES
    label, words = LABELS[language]
    yield "label", label
    yield "plain", ABSTRACT[language]
    yield "plain", f"<i>{words}</i> {', '.join(KEYWORDS[language])}"


def bare(text):
    for tag in ("sub", "sup", "i"):
        text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return text


def truth():
    emails = ["n.dzhaksybekov@example.net", None, None]
    return {
        "article_language": LANGUAGE,
        "title": {code: bare(text) for code, text in TITLE.items()},
        "abstract": {code: bare(text) for code, text in ABSTRACT.items()},
        "keywords": KEYWORDS,
        "authors": [
            {
                "order": at + 1,
                "name": {code: NAMES[code][at] for code in NAMES},
                "affiliations": [[1], [2], [1, 2]][at],
                "corresponding": at == 0,
                "email": emails[at],
                "orcid": None,
            }
            for at in range(3)
        ],
        "affiliations": [
            {"id": at + 1, "name": {code: ORGANISATIONS[code][at] for code in ORGANISATIONS}}
            for at in range(2)
        ],
        "irsti": ["53.37.91", "61.35.09"],
        "udc": ["669.053.4"],
        "doi": "10.5555/metstep.2024.2.33",
        "dates": {
            "received": "2024-03-03",
            "revised": "2024-04-18",
            "accepted": "2024-05-02",
            "published": "2024-05-10",
        },
        "pages": None,
        "sections": [{"heading": h, "text": "\n\n".join(found)} for h, found in SECTIONS],
        "other_sections": [],
        "funding": FUNDING,
        "references": {"original": REFERENCES, "romanized": []},
        "bios": {},
    }
