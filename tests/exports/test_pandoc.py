"""Pandoc, a program that cites, reads one work in each of the files for reference managers."""

import json

import pypandoc
import pytest

from articles.exports import FORMATS
from articles.records.languages import CODES, text
from articles.records.markup import plain
from tests.exports.articles import STAMP, a_full_record, the_real_article
from tests.exports.schemas import needs_shared
from tests.factories import a_public_record

READERS = {"bibtex": "biblatex", "ris": "ris", "csl": "csljson"}  # by the names of our formats


def read(name, record, language):
    """What Pandoc reads, as CSL-JSON."""
    written = b"".join(FORMATS[name].export([record], STAMP, language)).decode()
    if name == "csl" and language != "all":
        written = f"[{written}]"  # Pandoc reads arrays alone
    return json.loads(pypandoc.convert_text(written, "csljson", format=READERS[name]))


def same(value):
    """Without markup, and without the difference of a range of pages."""
    return plain(value).replace("–", "-")


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_article_is_one_work_in_the_language_that_is_asked_for(name, language):
    title = text(kk="Дала шөптері", ru="Степные травы", en="Grasses of the steppe")
    record = a_public_record(language="kk", title=title)

    [work] = read(name, record, language)

    assert work["id"] == f"tolegenova2024-1-{language}"
    assert (work["type"], work["title"], work["DOI"]) == (
        "article-journal",
        title[language],
        record.doi,
    )
    assert (work["container-title"], same(work["page"])) == (
        record.journal.name[language],
        "5-14",
    )
    assert "original-title" not in work


@pytest.mark.parametrize("name", READERS)
def test_all_languages_are_works_with_keys_of_their_own(name):
    works = read(name, a_public_record(), "all")

    assert [work["id"] for work in works] == [f"tolegenova2024-1-{code}" for code in CODES]


@pytest.mark.parametrize("name", ["bibtex", "csl"])
def test_italics_and_indices_are_read(name):
    [work] = read(name, a_full_record(), "ru")

    assert work["title"] == "H<sub>2</sub>O и CO<sub>2</sub> в степном <i>Stipa</i>"


def test_a_reference_list_has_the_article_once(tmp_path):
    file = tmp_path / "article.bib"
    file.write_bytes(b"".join(FORMATS["bibtex"].export([a_full_record()], STAMP, "en")))
    source = f'---\nbibliography: {file}\nnocite: "@*"\nlang: en-US\n---\n'

    cited = pypandoc.convert_text(source, "plain", "markdown", extra_args=["--citeproc"])

    assert cited.count("https://doi.org/") == 1
    assert cited.startswith("Tolegenova, Ulzhan Seitkyzy, Saryarqa, and The Steppe Group. 2024.")


@needs_shared
@pytest.mark.parametrize("name", READERS)
def test_the_real_article_is_one_work(name):
    record = the_real_article()

    works = read(name, record, "")

    assert [(work["title"], work["DOI"], same(work["page"])) for work in works] == [
        (record.title["kk"], record.doi, "23-30")
    ]
