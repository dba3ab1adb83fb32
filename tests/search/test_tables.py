"""Words and questions as search takes them apart, each with many values, against golden files."""

import hashlib

import pytest

from articles.records.languages import LANGUAGES
from articles.search import (
    analysis,
    folding,
    initials,
    lemmas,
    letter_repair,
    word_candidates,
    word_families,
    word_keys,
)
from articles.search.kazakh import stem, stem_plainly
from articles.search.typed_query import parse_query
from articles.search.vectors import vector_of
from articles.search.word_spellings import near, pieces, plain_letters, words_of
from tests.broken_records import RECORDS
from tests.exports.articles import a_full_record
from tests.goldens import golden
from tests.records.values import NAMES, TEXTS
from tests.tables import table

TYPED = (
    "дала",
    "дала өсімдігі",
    "степные растения",
    "-степь",
    "степь -дала",
    '"степные растения"',
    '-"степные растения"',
    '"степь"',
    '-"степь"',
    "«дала гүлі»",
    "10.5555/abc",
    "-10.5555/abc",
    "https://doi.org/10.5555/ABC.",
    "0000-0000-1423-0019",
    "https://orcid.org/0000-0002-1694-233x",
    "0000-0000-1423-0018",
    "қазақ-орыс",
    '"қазақ-орыс сөздігі"',
    "Төлегенова Ұ.С.",
    "U. Tolegenova",
    "и в на",
    "the of",
    "өс*",
    "а*",
    "steppe plants",
    "ХХІ век",
    "XXI",
    "H2O",
    "дала" * 40,
    "",
    " ",
    "- -",
    '""',
    '"',
    "с Ивановым",
    "я",
    "ё ел",
    "ең",
    "Алматы қаласы",
    "Almaty",
    "olke",
    "oлке",
    " ".join(["дала"] * 40),
    "сёл сел",
    "university's",
    "e-mail",
    "т.б.",
    "Дала, су; күн!",
)
WORDS = (
    "өсімдіктерінің",
    "балаларымыздан",
    "мектептегі",
    "оқушылар",
    "тілі",
    "халқы",
    "ерні",
    "қызметкерлер",
    "растениями",
    "степей",
    "шёл",
    "учителя",
    "университетов",
    "plants",
    "studies",
    "went",
    "children",
    "better",
    "қазақ",
    "казак",
    "kazakh",
    "ғылым",
    "гылым",
    "gylym",
    "әдебиет",
    "адебиет",
    "ын",
    "а",
    "ө",
    "Абай",
    "АБАЙ",
    "зертханашы",
    "тілтану",
    "филология",
    "филологиялық",
    "филологический",
    "linguistics",
    "биолог",
    "биологиясы",
    "ТМД",
    "2024",
    "ia",
    "ия",
    "юла",
    "объект",
    "көшпенділік",
    "айтылған",
    "айтып",
    "барады",
    "кітабы",
    "қабағы",
)
PAIRS = [(word, code) for word in WORDS for code in (*LANGUAGES, None)]

TABLES = {
    "queries": (parse_query, TYPED),
    "queries, loose": (parse_query, [(typed, True) for typed in TYPED]),
    "queries, unfinished": (parse_query, [(typed, False, True) for typed in TYPED]),
    "stem": (stem, [word for word in WORDS if word.isalpha() and not word.isascii()]),
    "stem_plainly": (
        stem_plainly,
        [word for word in WORDS if word.isalpha() and not word.isascii()],
    ),
    "word_keys": (word_keys.word_keys, PAIRS),
    "letters_of": (word_keys.letters_of, (*WORDS, *TYPED[:20])),
    "analyse": (
        analysis.analyse,
        [(text, code) for text in TYPED[:24] for code in (None, "kk", "ru")],
    ),
    "keys": (analysis.keys, [(text, code) for text in TYPED[:24] for code in (None, "en")]),
    "lexemes": (analysis.lexemes, [(text, code) for text in TYPED[:24] for code in (None, "kk")]),
    "related_words": (word_families.related_words, WORDS),
    "fold": (folding.fold, WORDS),
    "typed": (folding.typed, (*WORDS, *TYPED[:20])),
    "russian": (lemmas.russian, [word for word in WORDS if not word.isascii()]),
    "english": (lemmas.english, [word for word in WORDS if word.isascii()]),
    "repair_letters": (letter_repair.repair_letters, TEXTS[:-2]),
    "repaired_words": (letter_repair.repaired_words, TEXTS[:-2]),
    "codes_of": (initials.codes_of, [name for name in NAMES if name.given]),
    "codes_of_query": (
        initials.codes_of_query,
        [
            (tuple(line.split()),)
            for line in (
                "Төлегенова Ұ С",
                "Ұ С Төлегенова",
                "Иванов И",
                "Иванов Иван",
                "Иванов Иван Иванович",
                "а б",
                "Абай",
                "Li Yu",
                "van der Berg J",
                "степь",
            )
        ],
    ),
    "beginnings": (
        word_candidates.beginnings,
        [
            (word[:length], code)
            for word in WORDS[:12]
            for length in (1, 3)
            for code in (None, "kk")
        ],
    ),
    "pieces": (pieces, WORDS),
    "near": (near, WORDS[:12]),
    "plain_letters": (plain_letters, WORDS),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_function_gives_what_it_gave(name):
    function, values = TABLES[name]

    written = table(function, values)

    assert written == golden(f"search/{name}.txt", written)


def test_records_are_indexed_by_what_they_were():
    records = {name: record for name, record in RECORDS.items() if "control" not in name}
    records["full"] = a_full_record()
    lines = []
    for name, record in records.items():
        indexed = f"{sorted(words_of(record))} {vector_of(record)}"
        lines.append(f"{hashlib.sha256(indexed.encode()).hexdigest()[:16]} {name}")

    written = "\n".join([*lines, ""]).encode()
    assert written == golden("search/records.txt", written)
