"""BibTeX: one entry for each article, or each of its languages, read back by bibtexparser."""

from datetime import UTC, date, datetime

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from hypothesis import assume, given, settings
from msgspec.structs import replace
from pylatexenc.latex2text import LatexNodes2Text

from articles.exports import bibtex, stamp
from articles.records.cleaning import clean_line
from articles.records.languages import LANGUAGES, text
from articles.records.markup import plain
from articles.records.names import Name, given_names, inverted_name
from articles.records.record import Authorship
from tests.exports.articles import a_full_record, the_real_article
from tests.exports.schemas import needs_shared
from tests.factories import ISSUE, JOURNAL, a_public_record, an_author
from tests.goldens import golden
from tests.strategies import dois, full_texts, names

STAMP = stamp(datetime(2024, 3, 29, tzinfo=UTC))
DECODER = LatexNodes2Text(math_mode="verbatim")


def write(*articles, language="all"):
    return b"".join(bibtex.write(articles, STAMP, language))


def read(written, decoded=True):
    """Each entry's fields, as bibtexparser gives them."""
    steps = [SeparateCoAuthors(), *([LatexDecodingMiddleware()] if decoded else [])]
    library = bibtexparser.parse_string(written.decode(), append_middleware=steps)
    assert library.failed_blocks == []
    return [{"key": entry.key, **dict(entry.items())} for entry in library.entries]


def test_bibtex_equals_the_golden_file():
    written = write(a_full_record())

    assert written == golden("article.bib", written)


def test_each_language_is_an_entry_with_its_own_key_and_the_articles_own_is_first():
    entries = read(write(a_public_record(language="ru", id=17)))

    assert [(entry["key"], entry["langid"], entry["title"]) for entry in entries] == [
        ("tolegenova2024-17-ru", "russian", "Растения степи"),
        ("tolegenova2024-17-kk", "kazakh", "Дала өсімдіктері"),
        ("tolegenova2024-17-en", "english", "Plants of the steppe"),
    ]


@pytest.mark.parametrize(
    ("language", "keys"),
    [
        ("", ["tolegenova2024-17-ru", "tolegenova2024-18-kk"]),
        ("kk", ["tolegenova2024-17-ru", "tolegenova2024-18-kk"]),
        ("en", ["tolegenova2024-17-en", "tolegenova2024-18-en"]),
    ],
)
def test_each_article_is_one_entry_in_the_language_that_is_asked_for(language, keys):
    russian = a_public_record(language="ru", id=17, title=text(ru="Степь", en="Steppe"))

    entries = read(write(russian, a_public_record(id=18), language=language))

    assert [entry["key"] for entry in entries] == keys


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("<i>Stipa</i> CO<sub>2</sub>", r"\textit{Stipa} CO\textsubscript{2}"),
        ("<b>a<sup>b</sup></b>", r"\textbf{a}\textbf{\textsuperscript{b}}"),
        ("100 % & #1_a $5 ~ ^", r"100 \% \& \#1\_a \$5 \textasciitilde{} \textasciicircum{}"),
        ("{a} \\b", r"\lbrace{}a\rbrace{} \textbackslash{}b"),
        ("a -- b --- ``c''", r"a -{}- b -{}-{}- `{}`c'{}'"),
    ],
)
def test_special_characters_of_tex_are_escaped(title, written):
    entries = read(write(a_public_record(title=text(en=title))), decoded=False)

    assert [entry["title"] for entry in entries] == [f"{{{written}}}"]


def test_authors_that_bibtex_would_split_are_in_braces():
    authors = (
        an_author(names={"en": Name("Sand and Stone", "J.")}),
        an_author(names={"en": Name("Smith, Jr", "Ann")}),
        an_author(names={"en": Name("Abai")}),
        an_author(names={"en": Name("Abai", suffix="III")}),
        an_author(names={"en": Name("King", "Martin", suffix="Jr.")}),
        Authorship(kind="organisation", collective=text(en="Steppe and Sea, Ltd")),
    )

    entries = read(write(a_public_record(authors=authors, title=text(en="A"))))

    assert entries[0]["author"] == [
        "{Sand and Stone}, J.",
        "{Smith, Jr}, Ann",
        "Abai",
        "{Abai III}",
        "King, Jr., Martin",
        "{Steppe and Sea, Ltd}",
    ]


@settings(max_examples=25, deadline=None)
@given(title=full_texts, abstract=full_texts, name=names, doi=dois)
def test_any_text_is_read_back_without_loss(title, abstract, name, doi):
    assume(all(plain(title[code]).strip() for code in LANGUAGES))
    author = an_author(names=dict.fromkeys(LANGUAGES, name))
    record = a_public_record(title=title, abstract=abstract, authors=(author,), doi=doi)

    written = write(record)
    entries = {entry["langid"]: entry for entry in read(written)}
    verbatim = {entry["langid"]: entry for entry in read(written, decoded=False)}

    for langid, code in (("kazakh", "kk"), ("russian", "ru"), ("english", "en")):
        entry = entries[langid]
        assert same(entry["title"]) == same(plain(title[code]))
        assert same(entry["abstract"]) == same(plain(abstract[code]))
        assert same(DECODER.latex_to_text("".join(entry["author"]))) == same(bibtex_name(name))
        assert verbatim[langid]["doi"] == doi  # a field that is no TeX: `--` stays as it is


def bibtex_name(name):
    """`King, Jr., Martin`; without a given name all in one."""
    if name.suffix and not given_names(name):
        return f"{name.family} {name.suffix}"
    return ", ".join(filter(None, (name.family, name.suffix, given_names(name))))


def same(value):
    """Compared without what a reader of TeX changes: its accents, its spaces, its braces."""
    return "".join(clean_line(value).replace("ˆ", "^").replace("{", "").replace("}", "").split())


@pytest.mark.parametrize(("day", "month"), [(date(2024, 3, 29), "mar"), (date(2024, 12, 1), "dec")])
def test_a_month_is_the_abbreviation_that_every_style_knows(day, month):
    record = a_public_record(issue=replace(ISSUE, published_on=day))

    assert f"\n  month     = {month},\n" in write(record).decode()


def test_only_the_sign_between_two_pages_is_a_dash():
    entries = read(write(a_public_record(first_page="S-1", last_page="S-14"), language="kk"), False)

    assert [entry["pages"] for entry in entries] == ["S-1--S-14"]


def test_the_journal_and_its_issns_are_written():
    entry = read(write(a_public_record(journal=JOURNAL)))[0]

    assert (entry["journal"], entry["issn"], entry["publisher"]) == (
        "Дала ғылымы",
        "0000-0000",
        "Дала баспасы",
    )


@needs_shared
def test_the_real_article_is_read_back_without_loss():
    record = the_real_article()

    entries = read(write(record))

    for entry, code in zip(entries, LANGUAGES, strict=True):
        assert entry["title"] == record.title[code]
        assert entry["abstract"] == record.abstract[code]
        assert entry["keywords"] == ", ".join(record.keywords[code])
        assert list(map(same, entry["author"])) == [
            same(inverted_name(author.names[code])) for author in record.authors
        ]
        assert entry["doi"] == record.doi
