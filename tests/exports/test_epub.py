"""EPUB of an article and of an issue: what it holds, and that readers can open it."""

import io
import re
import zipfile
from functools import cache

import msgspec
import pytest
from hypothesis import example, given, settings
from lxml import etree
from PIL import Image

from articles.exports.epub import article_epub, issue_epub
from articles.records.languages import text
from articles.records.record import Reference
from tests.exports.articles import the_real_article
from tests.exports.epubcheck import complaints
from tests.exports.schemas import BESIDE
from tests.exports.strategies import bodies, public_records
from tests.factories import ISSUE, a_public_record, an_author
from tests.full_text_article import BODY, COLUMNS, REFERENCES
from tests.hostile_body import HOSTILE_BODY

real = pytest.mark.skipif(
    not (BESIDE / "manuscripts" / "seed.json").exists(), reason="the manuscripts are not here"
)
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MATHML = "{http://www.w3.org/1998/Math/MathML}math"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@cache
def a_picture(kind="PNG", size=(40, 30)):
    stored = io.BytesIO()
    Image.new("RGB", size, "#9db8a5").save(stored, kind)
    return stored.getvalue()


def files_of(epub):
    with zipfile.ZipFile(io.BytesIO(epub.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def page_of(epub, name="article"):
    return etree.fromstring(files_of(epub)[f"EPUB/{name}.xhtml"], PARSER)


def words(element):
    return " ".join("".join(element.itertext()).split())


def package_of(epub):
    return etree.fromstring(files_of(epub)["EPUB/package.opf"], PARSER)


def broken_links(epub):
    """Links and pictures that lead nowhere, ids that occur twice, files that are not listed."""
    files = {name.removeprefix("EPUB/"): content for name, content in files_of(epub).items()}
    pages = {
        name: etree.fromstring(content, PARSER)
        for name, content in files.items()
        if name.endswith(".xhtml")
    }
    ids = {
        name: [each.get("id") for each in page.iter() if each.get("id")]
        for name, page in pages.items()
    }
    for name, page in pages.items():
        yield from {each for each in ids[name] if ids[name].count(each) > 1}
        for element in page.iter():
            address = element.get("href") or element.get("src") or ""
            if re.match(r"https?:|mailto:", address) or not address:
                continue
            file, _sign, target = address.partition("#")
            if (file or name) not in files or (target and target not in ids[file or name]):
                yield address
    listed = {each.get("href") for each in package_of(epub).iter(f"{OPF}item")}
    yield from listed ^ set(files) - {"mimetype", "META-INF/container.xml", "package.opf"}


def test_the_container_names_the_format_first_and_uncompressed():
    epub = article_epub(a_public_record(), {})

    assert epub.content[30:58] == b"mimetypeapplication/epub+zip"
    assert list(files_of(epub)) == [
        "mimetype",
        "META-INF/container.xml",
        "EPUB/package.opf",
        "EPUB/nav.xhtml",
        "EPUB/article.xhtml",
        "EPUB/style.css",
    ]


def test_names_of_the_journal_say_their_language_and_labels_are_in_that_of_the_page():
    page = page_of(article_epub(a_public_record(), {}))

    names = page.find(f".//{XHTML}div[@class='head']/{XHTML}p")
    assert words(names) == "Дала ғылымы · Наука степи · Steppe Science"
    assert [each.get("lang") for each in names] == ["ru", "en"]
    labels = page.findall(f".//{XHTML}div[@class='facts']//{XHTML}strong")
    assert [each.text for each in labels] == [
        *("DOI.", "Беттер.", "Түсті.", "Қабылданды.", "Жарияланды."),
    ]


def test_an_issue_leads_to_its_printed_contents_too():
    page = page_of(issue_epub([a_public_record(), a_public_record()], [{}, {}]), "nav")

    landmarks = page.findall(f".//{XHTML}nav")[1]
    assert [(each.get(TYPE), each.get("href")) for each in landmarks.iter(f"{XHTML}a")] == [
        ("toc", "contents.xhtml"),
        ("bodymatter", "article-1.xhtml"),
    ]
    first = page.find(f".//{XHTML}nav/{XHTML}ol/{XHTML}li/{XHTML}a")
    assert (first.text, first.get("href")) == ("Мазмұны", "contents.xhtml")


def test_the_page_has_the_header_in_three_languages_with_their_codes():
    page = page_of(article_epub(a_public_record(irsti=("34.29.35",)), {}))

    sections = page.findall(f".//{XHTML}article/{XHTML}section")
    assert [each.get("lang") for each in sections[:3]] == [None, "ru", "en"]
    assert page.get("lang") == "kk"
    assert page.findtext(f".//{XHTML}h1") == "Дала өсімдіктері"
    shown = words(page.find(f"{XHTML}body"))
    places = [
        shown.index(each)
        for each in (
            "Дала ғылымы · Наука степи · Steppe Science", "34.29.35", "15.01.2024",
            "Дала өсімдіктері", "Аңдатпа.", "Растения степи", "Ключевые слова. степь, растение",
            "Plants of the steppe", "Steppe University, Karkara, Kazakhstan", "CC BY 4.0",
            "Әдебиеттер тізімі",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_a_full_text_keeps_figures_tables_formulas_citations_and_notes():
    record = a_public_record(body=BODY, references=REFERENCES)

    epub = article_epub(record, {"map.png": a_picture()})

    page = page_of(epub)
    (image,) = page.iter(f"{XHTML}img")
    assert dict(image.items()) == {"src": "images/1.png", "alt": "Өзен мен тоғыз телім"}
    (call,) = (each for each in page.iter(f"{XHTML}a") if each.get(TYPE) == "noteref")
    (note,) = page.iter(f"{XHTML}aside")
    assert (call.get("href"), note.get("id"), note.get(TYPE)) == ("#fn1", "fn1", "footnote")
    assert words(note) == "1. Аудан басқармасының мәліметі бойынша."
    assert note.find(f".//{XHTML}a").get("href") == f"#{call.get('id')}"
    cited = [each.get("href") for each in page.iter(f"{XHTML}a") if each.get(TYPE) == "biblioref"]
    assert cited[:2] == ["#ref1", "#ref2"]
    inline, display = page.iter(MATHML)
    assert (inline.get("alttext"), display.get("display")) == ("SAR", "block")
    rows = page.findall(f".//{XHTML}table//{XHTML}tr")
    assert {cell.get("scope") for cell in rows[0]} == {"col"}
    assert {tuple(cell.get("scope") for cell in row) for row in rows[1:]} == {
        ("row", *[None] * (len(COLUMNS) - 1))
    }
    assert words(page.find(f".//{XHTML}table/{XHTML}caption")) == "1-кесте. Иондардың қоры, т/га"
    assert [words(each) for each in page.iter(f"{XHTML}h3")] == ["2.1. Телімдер", "2.2. Есептеу"]
    russian = [each.text for each in page.findall(f".//{XHTML}span[@lang='ru']")]
    assert russian == ["Наука степи", "«Солевой баланс»"]
    assert list(broken_links(epub)) == []


def test_references_say_their_language_and_romanized_ones_their_script():
    page = page_of(article_epub(a_public_record(references=REFERENCES[:3]), {}))

    printed, romanized = page.iter(f"{XHTML}ol")
    assert [(each.get("id"), each.get("lang")) for each in printed] == [
        ("ref1", None), ("ref2", "ru"), ("ref3", "en"),
    ]  # fmt: skip
    assert [(each.get("lang"), each.get(XML_LANG)) for each in romanized] == [
        ("kk-Latn", "kk-Latn"), ("ru-Latn", "ru-Latn"), ("en", "en"),
    ]  # fmt: skip


def test_a_cell_that_claims_more_columns_than_a_table_has_spans_one():
    body = "<table><tr><td colspan='0000021000000'>a</td><td colspan='2'>b</td></tr></table>"

    cells = page_of(article_epub(a_public_record(body=body), {})).iter(f"{XHTML}td")

    assert [cell.get("colspan") for cell in cells] == [None, "2"]


def test_contents_have_the_sections_of_an_article():
    page = page_of(article_epub(a_public_record(body=BODY), {}), "nav")

    contents = page.find(f".//{XHTML}nav")
    assert contents.get(TYPE) == "toc"
    assert [words(each) for each in contents.iter(f"{XHTML}a")][:5] == [
        "Дала өсімдіктері", "1. Кіріспе", "2. Әдістер", "2.1. Телімдер", "2.2. Есептеу",
    ]  # fmt: skip


def test_metadata_says_what_it_is_and_who_can_read_it():
    record = a_public_record(body=BODY, title=text("H<sub>2</sub>O", "Вода"))

    package = package_of(article_epub(record, {"map.png": a_picture()}))

    def values(name):
        return [
            (each.text, each.get("{http://www.w3.org/XML/1998/namespace}lang"))
            for each in package.iter(f"{DC}{name}")
        ]

    def properties(name):
        return [each.text for each in package.iter(f"{OPF}meta") if each.get("property") == name]

    assert values("identifier") == [("https://doi.org/10.5555/0000-0000/2024-1-1", None)]
    assert values("title") == [("H2O", "kk"), ("Вода", "ru")]
    assert values("creator") == [("Төлегенова Ұлжан Сейітқызы", "kk")]
    assert properties("alternate-script") == ["Тулегенова Улжан Сейтовна", "Ulzhan Tolegenova"]
    assert properties("file-as") == ["Төлегенова, Ұлжан Сейітқызы"]
    assert values("language") == [("kk", None)]
    assert values("date") == [("2024-03-29", None)]
    assert values("rights") == [("CC BY 4.0", None)]
    assert properties("dcterms:modified") == ["2024-03-29T00:00:00Z"]
    assert properties("belongs-to-collection") == ["Дала ғылымы"]
    assert properties("schema:accessMode") == ["textual", "visual"]
    assert properties("schema:accessModeSufficient") == ["textual,visual", "textual"]
    assert properties("schema:accessibilityFeature") == [
        "tableOfContents", "structuralNavigation", "readingOrder", "alternativeText", "MathML",
    ]  # fmt: skip


def test_a_picture_without_words_is_not_called_readable():
    record = a_public_record(body="<figure><img src='a.png'></figure>")

    package = package_of(article_epub(record, {"a.png": a_picture()}))

    shown = {(each.get("property"), each.text) for each in package.iter(f"{OPF}meta")}
    assert ("schema:accessModeSufficient", "textual") not in shown
    assert ("schema:accessibilityFeature", "alternativeText") not in shown


def test_pictures_that_cannot_be_shown_are_named_and_large_ones_made_smaller():
    noise = io.BytesIO()
    Image.effect_noise((3_000, 3_000), 100).save(noise, "PNG")
    pictures = {
        "broken.png": b"\x89PNG\r\n\x1a\nxxxx",
        "half.png": noise.getvalue()[:9_000],
        "scan.png": a_picture("TIFF"),
        "large.png": noise.getvalue(),
        "photo.png": a_picture("JPEG"),  # by its content, whatever its name says
    }
    body = "".join(f"<figure><img src='{name}'></figure>" for name in (*pictures, "absent.png"))

    epub = article_epub(a_public_record(body=body), pictures)

    assert epub.broken == (("broken.png", "half.png", "scan.png", "absent.png"),)
    assert epub.reduced == (("large.png",),)
    assert "[сурет көрсетілмейді: broken.png]" in words(page_of(epub))
    images = [name for name in files_of(epub) if name.startswith("EPUB/images/")]
    assert images == ["EPUB/images/4.png", "EPUB/images/5.jpg"]


def test_the_same_record_gives_the_same_bytes():
    record = a_public_record(body=BODY)
    pictures = {"map.png": a_picture()}

    assert article_epub(record, pictures) == article_epub(record, pictures)


def test_a_retracted_article_says_so():
    assert "Статья отозвана" in words(
        page_of(article_epub(a_public_record(status="retracted"), {}))
    )


def test_little_of_an_article_is_enough():
    bare = a_public_record(
        title={}, abstract={}, keywords={}, authors=(), doi="", references=(), journal=None,
        issue=None, received_on=None, accepted_on=None, published_on=None, id=None, site="",
    )  # fmt: skip

    epub = article_epub(bare, {})

    assert page_of(epub).findtext(f".//{XHTML}h1") == "№ 1"
    assert list(broken_links(epub)) == []


def an_issue():
    first = a_public_record(body=BODY, references=REFERENCES, section=text("Су", "Вода", "Water"))
    bad = a_public_record(id=2, doi="", body=HOSTILE_BODY, title=text("<i>A</i> & B]]>", "Б"))
    long = a_public_record(
        id=3, doi="10.5555/c", language="en", status="retracted", body="",
        authors=tuple(an_author(email="a@example.org", corresponding=True) for _ in range(300)),
        references=(Reference(text="a https://example.org/?a&b=1"), Reference()),
    )  # fmt: skip
    pictures = {"map.png": a_picture(), "photo.jpg": a_picture("JPEG")}
    return issue_epub([first, bad, long], [pictures, pictures, {}], a_picture(size=(300, 400)))


def test_an_issue_begins_with_cover_title_page_and_contents_in_three_languages():
    epub = an_issue()

    package = package_of(epub)
    spine = [each.get("idref") for each in package.iter(f"{OPF}itemref")]
    assert spine == [
        "cover.xhtml", "title.xhtml", "contents.xhtml", "article-1.xhtml", "article-2.xhtml",
        "article-3.xhtml",
    ]  # fmt: skip
    (cover,) = (
        each for each in package.iter(f"{OPF}item") if each.get("properties") == "cover-image"
    )
    assert cover.get("href") == "images/cover.png"
    assert [each.text for each in package.iter(f"{DC}title")] == [
        "Дала ғылымы. 2024, № 1 (9)", "Наука степи. 2024, № 1 (9)", "Steppe Science. 2024, № 1 (9)",
    ]  # fmt: skip
    contents = page_of(epub, "contents").findall(f".//{XHTML}section")
    assert [(each.get("lang"), words(each)[:20]) for each in contents] == [
        (None, "Мазмұны Су Төлегенов"),
        ("ru", "Содержание Вода Туле"),
        ("en", "Contents Water Ulzha"),
    ]
    assert list(broken_links(epub)) == []


def test_an_issue_is_valid(tmp_path):
    assert complaints(an_issue().content, tmp_path) == ""


@real
def test_the_real_article_is_valid(tmp_path):
    epub = article_epub(the_real_article(), {})

    assert epub.broken == ((),)
    assert list(broken_links(epub)) == []
    assert complaints(epub.content, tmp_path) == ""


INLINE_ONLY = [
    f"{XHTML}{name}"
    for name in ("p", "h1", "h2", "h3", "h4", "a", "span", "em", "figcaption", "caption")
]
BLOCKS = {
    f"{XHTML}{name}"
    for name in (
        "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "table", "figure", "blockquote", "aside",
        "section", "div",
    )
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@example(a_public_record(body="<p><a href='#a'>1</a></p><table id='a'></table>"))
@given(public_records(body=bodies))
def test_any_record_gives_pages_that_readers_can_parse(record):
    epub = article_epub(msgspec.structs.replace(record, issue=record.issue or ISSUE), {})

    assert list(broken_links(epub)) == []
    page = page_of(epub)
    for element in page.iter(*INLINE_ONLY):
        assert not {each.tag for each in element.iterdescendants()} & BLOCKS
    for element in page.iter(f"{XHTML}ul", f"{XHTML}ol"):
        assert {each.tag for each in element} == {f"{XHTML}li"}
