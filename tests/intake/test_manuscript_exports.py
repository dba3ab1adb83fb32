"""Exports of an article from a Word file: the full text in JATS and for eLIBRARY."""

from functools import cache

import msgspec
import pytest

from articles.imports.manuscript_process import read_answer
from articles.intake.manuscripts.draft_record import draft_of
from articles.records.record import Galley
from tests.exports.articles import written
from tests.exports.schemas import errors, parse
from tests.factories import a_public_record
from tests.imports.test_full_text import PROSE, a_manuscript


@cache
def the_article():
    """As the file makes it, in a journal that prints it."""
    answer = read_answer(a_manuscript(), "a.docx")
    drafted = draft_of(answer.manuscript, body=answer.text.html).record
    galleys = tuple(
        Galley(language="kk", kind="image", name=picture.name, size=1, checksum="0" * 64)
        for picture in answer.text.pictures
    )
    return msgspec.structs.replace(
        a_public_record(), body=drafted.body, references=drafted.references, galleys=galleys
    )


@pytest.mark.parametrize("format", ["jats", "rinc"])
def test_exports_of_a_word_file_are_valid_by_the_schema(format):
    assert errors(written(format, the_article()), format) == []


def texts_at(xml, path):
    return [
        "".join(node.itertext()) if hasattr(node, "itertext") else node for node in xml.xpath(path)
    ]


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("//body/sec/title", ["Кіріспе", "Әдістер"]),
        ("//body//list[@list-type='bullet']/list-item/p", ["бірінші түр", "екінші түр"]),
        ("//table-wrap/caption/p", ["Кесте 1 – Түрлердің саны"]),
        ("//table-wrap//th[@colspan='2']", ["Түр"]),
        ("//table-wrap//td[@rowspan='2']", ["жусан"]),
        ("//fig/caption/p", ["Сурет 1 – Жусанның таралуы"]),
        ("//xref[@ref-type='bibr']/@rid", ["ref1", "ref2", "ref2"]),
        ("//ref-list/ref/@id", ["ref1", "ref2"]),
        ("//xref[@ref-type='fn']/@rid", ["fn1"]),
        ("//fn-group/fn[@id='fn1']/p", ["Дала туралы ескерту <b>."]),
        ("//body//p/sup[not(xref)]", ["2"]),
        ("//body//p/italic", [" болатын алаңда "]),
    ],
)
def test_jats_contains_the_parts_of_the_text(path, texts):
    assert texts_at(parse(written("jats", the_article())), path) == texts


def test_jats_names_the_picture_of_the_file():
    (name,) = (galley.name for galley in the_article().galleys)
    link = "//fig/graphic/@*[local-name()='href']"

    assert texts_at(parse(written("jats", the_article())), link) == [name]


def test_elibrary_gets_the_text_without_markup():
    (text,) = texts_at(parse(written("rinc", the_article())), "//article/text")

    assert [line.strip() for line in text.split("\n")] == [
        "Кіріспе",
        f"{PROSE}¹",
        "Ауданы 10 м² болатын алаңда төрт түр табылды, олардың екеуі бұрын белгісіз болған.",
        "Әдістер",
        PROSE.replace("[1, 2]", "[2, 25 б.]"),
        "бірінші түр",
        "екінші түр",
        "Кесте 1 – Түрлердің саны",
        "Түр Саны",
        "жусан ақ 4",
        "қара 7",
        "Сурет 1 – Жусанның таралуы",
        PROSE.replace(" [1, 2]", ""),
        "Дала туралы ескерту <b>.",
    ]
