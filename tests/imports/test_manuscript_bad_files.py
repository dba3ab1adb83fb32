"""Broken and hostile files: refused with a reason or read in part, without a crash or invention."""

import io
import random
import zipfile
from functools import cache

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from articles.imports.manuscript import Manuscript, Unreadable, read_manuscript
from articles.imports.manuscript.authors.names import NameLikelihood, name_likelihood
from tests.fuzz.judge import faults_of_values
from tests.imports.manuscript_files import as_markdown, as_pdf, as_text, as_word
from tests.imports.manuscript_layouts.layout import a_layout
from tests.imports.manuscript_layouts.writing import write_layout

LINES = write_layout(a_layout(3))
WORD = as_word(LINES)
# A layout all of whose characters exist in the 8-bit encoding too.
EIGHT_BIT = next(s for s in range(99) if a_layout(s).marks == "plain" and not a_layout(s).turkish)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def rule_of(content, name="article.docx"):
    with pytest.raises(Unreadable) as refusal:
        read_manuscript(content, name)
    return refusal.value.rule


def a_package(document, packing=zipfile.ZIP_DEFLATED, **others):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as package:
        package.writestr("word/document.xml", document)
        for name, content in others.items():
            package.writestr(name, content)
    return buffer.getvalue()


def a_pdf_without_text(password=""):
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b" \r\n\0\0", "empty"),
        (b"x" * 30_000_001, "too_large"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90, "old_word"),
        (b"{\\rtf1 text}", "rtf"),
        (b"<!DOCTYPE html><html><body>text</body></html>", "web_page"),
        (b"text\0text" * 20, "not_text"),
        (random.Random(7).randbytes(4000), "not_text"),
        (WORD[: len(WORD) // 2], "damaged"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (a_package(b"<a>" + b" " * 5_000_000 + b"</a>"), "bomb"),
        (a_package("<a/>", **{f"{n}.xml": "x" for n in range(3100)}), "bomb"),
        (a_package("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><a>&b;</a>"), "entities"),
        (a_package(f"<w:document xmlns:w='{W}'><w:body><w:p>"), "damaged"),
        (a_package(f"<w:document xmlns:w='{W}'><w:body/></w:document>"), "empty"),
        (a_package("", mimetype="application/vnd.oasis.opendocument.text"), "damaged"),
        (a_pdf_without_text(), "scanned"),
        (a_pdf_without_text("secret"), "encrypted"),
        ("Слово за словом идёт текст книги. ".encode() * 20_000, "too_long"),
        ("Статья о дипломатии. ".encode("cp1251").decode("latin1").encode() * 30, "legacy_font"),
        ("ϔ϶ІЂЄЏ ϹϺ ЋЎ".encode() * 90, "legacy_font"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(content, rule):
    assert rule_of(content) == rule


def test_a_zip_file_that_is_no_word_file_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", "<a/>")

    assert rule_of(buffer.getvalue()) == "not_word"


def test_a_refusal_is_told_in_the_language_of_the_editor_not_of_the_reading_process():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", "<a/>")

    with pytest.raises(Unreadable) as refusal, translation.override("en"):
        read_manuscript(buffer.getvalue(), "a.odt")

    with translation.override("ru"):
        assert str(refusal.value) == (
            "Это файл OpenDocument. Сохраните его как .docx и загрузите снова."
        )


@pytest.mark.parametrize("name", ["article.pdf", "article.txt", "no extension", "../../etc/passwd"])
def test_the_format_is_detected_by_the_content_and_not_the_name(name):
    assert read_manuscript(WORD, name).to_json() == read_manuscript(WORD, "a.docx").to_json()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"]
)
def test_a_text_is_read_in_any_encoding(encoding):
    text = as_text(write_layout(a_layout(EIGHT_BIT))).decode()

    found = read_manuscript(text.encode(encoding), "article.txt")

    assert found.to_json() == read_manuscript(text.encode(), "article.txt").to_json()


def test_russian_in_windows_1251_is_read():
    text = "Аннотация. В статье рассмотрено состояние мостов.\n\nКлючевые слова: мост, река."

    found = read_manuscript(text.encode("cp1251"), "article.txt")

    assert found.keywords == {"ru": ("мост", "река")}


POEM = "Көңілім менің қараңғы,\nБұлт басқан аспан.\n\nКүз келді, жел соқты,\nЖапырақ түсті."
TURKISH = (
    "Özet. Bu çalışmada öğrencilerin okuma alışkanlıkları incelenmiştir. Anket yapıldı.\n\n"
    "Anahtar kelimeler: okuma, öğrenci, kitap\n\nGiriş\n\n"
    + "Öğrenciler günlük olarak kitap okumaktadır ve bu sayı artmaktadır. "
    * 12
)


@pytest.mark.parametrize("text", [POEM, TURKISH])
def test_a_poem_and_a_turkish_article_give_no_metadata(text):
    found = read_manuscript(text.encode(), "text.txt").to_json()

    for field in ("title", "abstract"):
        assert found[field] == {"kk": None, "ru": None, "en": None}
    assert (found["authors"], found["affiliations"], found["doi"]) == ([], [], None)
    assert found["keywords"] == {"kk": [], "ru": [], "en": []}


def test_an_article_without_english_has_no_english_values():
    lines = [line for line in write_layout(a_layout(12)) if not line[1].isascii() or not line[1]]

    found = read_manuscript(as_text(lines), "article.txt").to_json()

    assert (found["title"]["en"], found["abstract"]["en"], found["keywords"]["en"]) == (
        None,
        None,
        [],
    )
    assert found["abstract"]["kk"]


def words_of(text):
    return {word.strip(".,;:*()[]«»\"'–-").casefold() for word in text.split()}


def every_text(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, member in value.items():
            if key not in ("schema", "article_language", "orcid", "received", "accepted"):
                yield from every_text(member)
    elif isinstance(value, list):
        for member in value:
            yield from every_text(member)


def is_read_or_refused(content, name):
    try:
        found = read_manuscript(content, name)
    except Unreadable:
        return
    assert isinstance(found, Manuscript)
    assert found.to_json()["schema"] == "manuscript-truth/1"
    numbers = {line.number for line in found.lines}
    assert all(numbers.issuperset(value.lines) for value in found.values)


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x7f", "\uffff"])
def test_characters_that_no_record_can_hold_are_left_out(sign):
    text = f"Мосты\n\nАнно{sign}тация. О мостах{sign} степи.\n\nКлючевые слова: мост".encode()

    assert read_manuscript(text, "a.txt").abstract == {"ru": "О мостах степи."}


@pytest.mark.parametrize("apart", ["\x01", "\u200b", "<b></b>"])
def test_a_letter_and_its_accent_are_composed_whatever_was_between_them(apart):
    text = f"Introduction\n\nAbstract. On re{apart}\u0301vised bridges.\n".encode()

    lines = [line.text for line in read_manuscript(text, "a.md").lines]

    assert lines == ["Introduction", "Abstract. On révised bridges."]


def test_a_picture_encoded_as_text_is_left_out():
    text = f"Введение\n\n![](data:image/png;base64,{'iVBOR/+0' * 90_000}) О мостах.\n".encode()

    assert [line.text for line in read_manuscript(text, "a.md").lines] == [
        "Введение",
        "… О мостах.",
    ]


@pytest.mark.parametrize("name", ["a.md", "a"])
@pytest.mark.parametrize(
    "piece", ["а", "А.", "1,2", "*", "**а", "(", "[1]", "^1^", "a@b.kz", "№ 1 ", "и "]
)
def test_endless_repetition_is_read(piece, name):
    """In linear time, as `make bench` measures."""
    text = f"Ключевые слова: мост\n\n{piece * 20_000}\n\nАннотация. О мостах.\n".encode()

    is_read_or_refused(text, name)


@pytest.mark.parametrize("sign", "'’ʻʼ`-")
def test_apostrophes_and_hyphens_alone_are_no_name(sign):
    assert name_likelihood(f"А{sign * 60}~") is NameLikelihood.NO


def test_a_paragraph_of_thousands_of_lines_is_read():
    text = "Введение\n\n" + "мост через реку и ещё мо-\nст\n" * 6_000

    is_read_or_refused(text.encode(), "a.txt")


def test_a_single_email_makes_its_author_the_corresponding_one_with_its_line_as_source():
    text = (
        "Мосты степи и их история\n\nЖ.К. Нобаева, М.С. Ульгибеков\n\n"
        "Институт мостов, Семей, Казахстан\n\nnobayeva@example.org\n\nАннотация. О мостах.\n"
    )

    lines = {value.path: value.lines for value in read_manuscript(text.encode(), "a.txt").values}

    assert lines["authors.0.corresponding"] == (4,)


def test_the_doi_of_the_last_reference_is_not_the_articles():
    text = (
        "Ключевые слова: мост\n\nСписок литературы\n\n1. Мост и река. 2019. С. 3–9.\n\n"
        "2. Мысалов М. Мост. 2020. С. 3–9.\nDOI: 10.5555/most.2020\n\nReceived 1 May 2021"
    )

    found = read_manuscript(text.encode(), "a.txt")

    assert found.doi is None
    assert found.references.original[1] == "Мысалов М. Мост. 2020. С. 3–9. DOI: 10.5555/most.2020"


def test_a_statement_without_text_has_its_heading_as_source():
    text = "Ключевые слова: мост\n\nКонфликт интересов\n\nСписок литературы\n1. Мост. 2020. С. 3."

    lines = {value.path: value.lines for value in read_manuscript(text.encode(), "a.txt").values}

    assert lines["other_sections.0"] == (2,)


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("write", [as_text, as_markdown])
def test_nothing_is_invented_from_shuffled_and_cut_lines(write, seed):
    chance = random.Random(seed)
    lines = write_layout(a_layout(chance.randrange(500)))
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(lines))
        style, text = lines[at]
        lines[at : at + 1] = chance.choice(
            [
                [],
                [lines[at]] * 2,
                [lines[chance.randrange(len(lines))]],
                [(style, text[: len(text) // 2])],
            ]
        )
        lines = lines or [("text", "x")]
    content = write(lines)

    found = read_manuscript(content, "article.txt").to_json() if content.strip() else {}

    printed = words_of(content.decode().replace("*", " ").replace("\\", " "))
    values = found and {k: v for k, v in found.items() if k not in ("sections", "other_sections")}
    for text in every_text(values):
        assert all(any(word in one for one in printed) for word in words_of(text)), text


@given(st.integers(0, 10**6))
@settings(max_examples=120, deadline=None)
@pytest.mark.parametrize("write", [as_text, as_markdown, as_word])
def test_changed_bytes_never_crash_the_reader(write, seed):
    chance = random.Random(seed)
    content = bytearray(WORD if write is as_word else write(LINES))
    for _ in range(chance.randrange(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)

    is_read_or_refused(bytes(content[: chance.randrange(len(content)) or None]), "article")


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_a_word_file_whose_parts_are_changed_never_crashes_the_reader(seed):
    chance = random.Random(seed)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.infolist():
            content = bytearray(old.read(part))
            if part.filename.startswith("word/") and content and chance.random() < 0.5:
                for _ in range(chance.randrange(1, 20)):
                    content[chance.randrange(len(content))] = chance.randrange(256)
            new.writestr(part.filename, bytes(content))

    is_read_or_refused(buffer.getvalue(), "article.docx")


@given(st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_pdf_with_changed_bytes_never_crashes_the_reader(seed):
    chance = random.Random(seed)
    content = bytearray(pdf())
    for _ in range(chance.randrange(1, 40)):
        content[chance.randrange(len(content))] = chance.randrange(256)

    is_read_or_refused(bytes(content), "article.pdf")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused(text):
    is_read_or_refused(text.encode(errors="replace"), "article.md")


PIECES = st.sampled_from([*"*_^\\`#|<>[]()&;-+!~.,:1", "**", "<sup>", "</sup>", "&amp;", "](", "а"])


@given(st.lists(st.lists(PIECES | st.text(max_size=6), max_size=14).map("".join), max_size=12))
@settings(max_examples=200, deadline=None)
def test_any_markdown_is_read_or_refused(lines):
    is_read_or_refused("\n".join(lines).encode(errors="replace"), "article.md")


LABELLED = st.sampled_from([
    "Аңдатпа.", "Ключевые слова:", "Abstract:", "ХҒТАР 16.21.55", "УДК 81'27; 811", "Түсті",
    "16.02.2021", "Ж.К. Нобаева^1^*, М.С. Үлгібеков²", "¹Институт мостов, Семей", "Кіріспе",
    "e-mail: a@example.org", "Әдебиеттер тізімі", "References", "1. Мост. – 2020. – С. 3–9.",
    "Авторлар туралы мәлімет", "Қаржыландыру", "Для цитирования: Мост. 2020. № 1. С. 3–9.",
    "doi:10.5555/x", "0000-0002-1825-0097", "PhD, доцент", "",
])  # fmt: skip


@given(st.lists(LABELLED | st.text(max_size=30), max_size=25))
@settings(max_examples=200, deadline=None)
def test_nothing_is_invented_from_article_lines_in_any_order(lines):
    content = "\n".join(lines).encode(errors="replace")
    try:
        found = read_manuscript(content, "article.txt")
    except Unreadable:
        return

    assert faults_of_values(found) == []


@cache
def pdf():
    return as_pdf(LINES)
