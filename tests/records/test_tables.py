"""Small functions on texts, names and codes, each with many values, equal their golden files."""

from itertools import product

import pytest

from articles.records import cleaning, collation, hyphenation, languages, markup
from articles.records.body import clean_body, flat_body, plain_body, with_image_urls
from articles.records.countries import country_name
from articles.records.html import body_html, linked, script_json, soft_markup
from articles.records.html import markup as markup_html
from articles.records.identifiers import dois, people, serials, subjects
from articles.records.languages import LANGUAGES
from articles.records.licences import licence_name
from articles.records.names import endings, formatting, parsing
from articles.records.romanization import SCHEMES, romanize
from articles.records.scripts import alphabets, lookalikes, numerals
from tests.goldens import golden
from tests.records.values import HTML, NAMES, PRINTED, TEXTS, WORDS
from tests.tables import table

CODES = {
    "orcid": (
        people.orcid,
        (
            "0000-0000-1423-0019",
            "0000000014230019",
            "https://orcid.org/0000-0000-1423-0019",
            "ORCID iD: 0000-0000-1423-0019",
            "0000-0000-1423-0018",
            "0000-0000-1423",
            "",
            "0000-0002-1694-233X",
            "0000-0002-1694-233x",
            "http://orcid.org/0000-0000-1423-0019/",
            "abc",
        ),
    ),
    "ror": (
        people.ror,
        (
            "https://ror.org/0zzzzzz02",
            "0zzzzzz02",
            "ror.org/0ZZZZZZ02",
            "0zzzzzz00",
            "x",
            "",
            "https://ror.org/",
            "ROR 0zzzzzz02",
            "0izzzzz02",
        ),
    ),
    "issn": (
        serials.issn,
        (
            "0000-0000",
            "00000000",
            "ISSN 2616-6887",
            "2616-6888",
            "2434-561X",
            "2434-561x",
            "",
            "1234",
            "e-ISSN: 2617-605X",
            "2616 6887",
            "ISSN-L 2616-6887",
        ),
    ),
    "edn": (
        serials.edn,
        (
            "ABCDEF",
            "abcdef",
            "EDN: ABCDEF",
            "https://elibrary.ru/abcdef",
            "ABCDE",
            "АБВГДЕ",
            "",
            "ABCDE1",
        ),
    ),
    "irsti": (
        subjects.irsti,
        (
            "34.29.15",
            "34",
            "34.29",
            "ХҒТАР 34.29.15",
            "IRSTI: 34.29.15",
            "34.29.1",
            "a",
            "",
            "МРНТИ 34.29.15",
            "34,29,15",
            "34-29-15",
            "ҒТАМР 11.25.40",
            "34.29.15.16",
        ),
    ),
    "udc": (
        subjects.udc,
        (
            "378.147:004",
            "УДК 581.5",
            "UDC 581.5",
            "ӘОЖ 581.5",
            "?",
            "",
            "94(574)",
            "=512.122",
            "a b",
            "(574)",
            "581.5+582",
            "1/3",
            "581,5",
            "а" * 200,
        ),
    ),
    "doi": (
        dois.doi,
        (
            "10.5555/abc",
            "https://doi.org/10.5555/ABC",
            "doi:10.5555/abc",
            "DOI: 10.5555/abc.",
            "11.5555/x",
            "10.55/",
            "10.5555",
            "",
            "10.5555/a b",
            "http://dx.doi.org/10.5555/a(b)c",
            "10.5555/абв",
            "10.123456789/a",
            "10.1234567890/a",
            "10.5555/" + "a" * 300,
            "https://doi.org/10.5555/a%2Fb",
            "10.5555/<a>",
        ),
    ),
}
ADDRESSES = {"a.png": "/files/a.png"}
PAIRS = list(product(TEXTS[:-2], LANGUAGES))

TABLES = {
    **{name: (function, values) for name, (function, values) in CODES.items()},
    **{
        f"is_{name}": (getattr(module, f"is_{name}"), [*CODES[name][1], " "])
        for name, module in (
            ("orcid", people),
            ("ror", people),
            ("issn", serials),
            ("edn", serials),
            ("irsti", subjects),
            ("udc", subjects),
            ("doi", dois),
        )
    },
    "doi_key": (dois.doi_key, CODES["doi"][1]),
    "doi_url": (dois.doi_url, ("10.5555/a(b)c", "10.5555/a b", "10.5555/абв", "10.5555/a#b?c")),
    "orcid_url": (people.orcid_url, ("0000-0000-1423-0019",)),
    **{
        name: (getattr(formatting, name), NAMES)
        for name in ("initials", "initials_first", "family_first", "inverted_name", "given_names")
    },
    "initials_spaced": (formatting.initials, [(name, " ") for name in NAMES]),
    "initials_first_spaced": (formatting.initials_first, [(name, " ", "\u00a0") for name in NAMES]),
    "full_name": (formatting.full_name, list(product(NAMES, LANGUAGES))),
    "parse_name": (parsing.parse_name, list(product(PRINTED, LANGUAGES))),
    "parse_names": (parsing.parse_names, [(PRINTED[:4], code) for code in LANGUAGES]),
    **{
        name: (getattr(endings, name), WORDS)
        for name in (
            "is_initial",
            "is_patronymic",
            "is_son_or_daughter",
            "is_surname",
            "is_particle",
            "is_capital",
        )
    },
    **{
        name: (getattr(markup, name), TEXTS)
        for name in ("runs", "plain", "flat", "count_words", "tidy_markup")
    },
    "clean_text": (cleaning.clean_text, TEXTS),
    "clean_line": (cleaning.clean_line, TEXTS),
    "markup_html": (markup_html, TEXTS[:-2]),
    "soft_markup": (soft_markup, PAIRS),
    "linked": (
        linked,
        (
            *TEXTS[:8],
            "https://e.org/a. b",
            "(https://e.org/a_(b))",
            "10.5555/x, y",
            "www.e.org",
            "e@e.org",
            "http://e.org/?a=1&b=<2>",
        ),
    ),
    "script_json": (script_json, ('{"a":"</script>"}', '{"a":"<!--&\u2028"}')),
    "hyphenate": (
        hyphenation.hyphenate,
        list(
            product(
                (
                    *TEXTS[:9],
                    "өсімдіктерінің",
                    "исследование",
                    "characterization",
                    "объект",
                    "Ұлттық-мәдени",
                ),
                LANGUAGES,
            )
        ),
    ),
    "syllables": (
        hyphenation.syllables,
        ("өсімдіктерінің", "исследование", "стол", "я", "объект", "ія", "ауа"),
    ),
    "sort_key": (
        collation.sort_key,
        list(product(("Әлем", "алем", "Ёлка", "ең", "Zhao", "«Дала»", "", "іні", "42"), LANGUAGES)),
    ),
    "initial": (
        collation.initial,
        list(
            product(
                ("Әлем", "алем", "Ёлка", "ең", "Zhao", "«Дала»", "", "іні", "42", "Щука"), LANGUAGES
            )
        ),
    ),
    "language_by_letters": (
        alphabets.language_by_letters,
        (*TEXTS[:-2], "ғылым", "science", "наука", "123"),
    ),
    "fold_lookalikes": (lookalikes.fold_lookalikes, TEXTS),
    "mixed_words": (lookalikes.mixed_words, TEXTS),
    "cyrillic_numerals": (numerals.cyrillic_numerals, TEXTS),
    "country_name": (country_name, list(product(("KZ", "RU", "US", "XX", ""), LANGUAGES))),
    "licence_name": (
        licence_name,
        (
            *tuple(
                f"https://creativecommons.org/licenses/{kind}/4.0/"
                for kind in ("by", "by-nc", "by-sa", "by-nc-nd", "x")
            ),
            "",
            "http://creativecommons.org/licenses/by/3.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "https://e.org",
        ),
    ),
    "clean_body": (clean_body, HTML),
    "plain_body": (plain_body, HTML),
    "flat_body": (flat_body, HTML),
    "with_image_urls": (with_image_urls, [(html, ADDRESSES) for html in HTML]),
    "body_html": (body_html, [(html, ADDRESSES) for html in HTML]),
    "known_language": (languages.known_language, ("kk", "ru", "en", "de", "", None, "kk-KZ")),
    "romanize": (
        romanize,
        [
            (word, code, scheme)
            for code in SCHEMES
            for scheme in SCHEMES[code]
            for word in (
                "Щербаков Яков",
                "Төлегенова Ұлжан Сейтқызы",
                "объект",
                "Ёлка ЁЖ",
                "ЮЛИЯ",
                "ий ый",
                "Һәм",
                "Ғ",
                "подъезд",
                "Цой",
                "Жанна ЖАННА",
            )
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_function_gives_the_results_of_its_golden_file(name):
    function, values = TABLES[name]

    written = table(function, values)

    assert written == golden(f"tables/{name}.txt", written)
