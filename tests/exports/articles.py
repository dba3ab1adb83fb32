"""Two articles for tests of formats: the real one, and one with everything."""

from datetime import UTC, date, datetime
from functools import cache

import msgspec

from articles.exports import FORMATS, stamp
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import (
    Affiliation,
    Authorship,
    Funding,
    Galley,
    Record,
    Reference,
    Relation,
    Statements,
)
from tests.exports.schemas import BESIDE
from tests.factories import JOURNAL, a_public_record
from tests.imports.records import records_in

STAMP = stamp(datetime(2026, 11, 24, 8, 45, tzinfo=UTC), "journal-20261124T084500Z-000123")


def written(format: str, *records: Record) -> bytes:
    return b"".join(FORMATS[format].write(records, STAMP))


@cache
def the_real_article() -> Record:
    """The manuscript as it was printed, with the facts of its journal and issue."""
    (record,) = records_in((BESIDE / "manuscripts" / "seed.json").read_bytes())
    return msgspec.structs.replace(
        record,
        id=1,
        site="https://journal.example.org",
        status="published",
        first_page="23",
        last_page="30",
        published_on=date(2021, 3, 31),
        journal=JournalFacts(
            slug="bulletin",
            name=text(
                "Л.Н. Гумилев атындағы Еуразия ұлттық университетінің хабаршысы",
                "Вестник Евразийского национального университета имени Л.Н. Гумилева",
                "Bulletin of L.N. Gumilyov Eurasian National University",
            ),
            publisher=text(en="L.N. Gumilyov Eurasian National University"),
            issn_print="2616-6887",
            issn_online="2617-605X",
            doi_prefix="10.32523",
            depositor_name="Example Journals Office",
            depositor_email="doi@journal.example.org",
            through_number_is_volume=True,
        ),
        issue=IssueFacts(year=2021, number="1", through_number="134"),
    )


def a_full_record(**changes: object) -> Record:
    """All that an article can have, in one."""
    full = a_public_record(
        title=text(
            "Дала <i>Stipa</i> шөбіндегі H<sub>2</sub>O & CO<sub>2</sub>",
            "H<sub>2</sub>O и CO<sub>2</sub> в степном <i>Stipa</i>",
            "H<sub>2</sub>O & CO<sub>2</sub> in the steppe's <i>Stipa</i>: a < b",
        ),
        abstract=text(
            "Бірінші абзац: <b>ә ғ қ ң ө ұ ү һ і</b>.\nЕкінші абзац.",
            "Единственный абзац, p < 0,05.",
            "The only paragraph, 10<sup>3</sup> plots.",
        ),
        keywords={"kk": ("дала", "су"), "ru": ("степь",), "en": ("steppe", "water", "gas")},
        section=text("Ботаника", "Ботаника", "Botany"),
        authors=(
            Authorship(
                names={
                    "kk": Name("Төлегенова", "Ұлжан", "Сейітқызы"),
                    "ru": Name("Тулегенова", "Улжан", "Сейтовна"),
                    "en": Name("Tolegenova", "Ulzhan", "Seitkyzy"),
                },
                degree=text("б.ғ.д.", "д.б.н.", "Doctor of Biology"),
                academic_title=text("профессор", "профессор", "Professor"),
                post=text("кафедра меңгерушісі", "заведующая кафедрой", "Head of Department"),
                bio=text("Ұлжан – дала зерттеушісі.", "Улжан исследует степь.", "Ulzhan studies."),
                orcid="0000-0000-1423-0019",
                email="ulzhan@example.org",
                corresponding=True,
                roles=("conceptualization", "writing-original-draft"),
                marks=(1, 2),
                codes={"spin": "1234-5678", "scopus": "57000000001", "researcher": "A-1234-2024"},
            ),
            Authorship(names={"kk": Name("Сарыарқа"), "en": Name("Saryarqa")}, marks=(2,)),
            Authorship(
                kind="organisation",
                collective=text("«Дала» тобы", "Группа «Степь»", "The Steppe Group"),
            ),
        ),
        affiliations=(
            Affiliation(
                name=text("Дала университеті", "Университет степи", "Steppe University"),
                unit=text("Ботаника кафедрасы", "Кафедра ботаники", "Department of Botany"),
                city=text("Қарқара", "Каркара", "Karkara"),
                country="KZ",
                ror="https://ror.org/0zzzzzz02",
            ),
            Affiliation(name=text(ru="Институт воды & газа"), country="KG"),
        ),
        irsti=("34.29.15",),
        udc=("581.5",),
        edn="ABCDEF",
        revised_on=date(2024, 2, 10),
        copyright_holder=text("Төлегенова Ұ.С.", "Тулегенова У.С.", "Tolegenova U.S."),
        copyright_year=2024,
        licence_from=date(2024, 4, 1),
        statements=Statements(
            contributions=text("Ұ.Т. жазды.", "У.Т. написала текст.", "U.T. wrote the text."),
            conflicts=text(ru="Конфликта интересов нет.", en="None."),
            thanks=text(kk="Қарқара қорығына алғыс."),
        ),
        body=(
            '<h2 id="intro">Кіріспе</h2><p>Дала <em>кең</em>: H<sub>2</sub>O & 10<sup>3</sup>'
            '<a href="#fn1">1</a>, <strong>қара</strong> '
            '<a href="https://example.org/?a=1&amp;b=2">сілтеме</a>.</p>'
            "<h3>Орны</h3><ul><li>бір</li><li>екі <em>бөлек</em></li></ul>"
            "<ol><li><p>үш</p></li></ol>"
            "<table><caption>1-кесте. Шөптер</caption><thead><tr><th>Шөп</th><th>Саны</th></tr>"
            '</thead><tbody><tr><td colspan="2">Бос</td></tr></tbody></table>'
            '<figure id="f1"><img src="dala.png" alt="Дала"><figcaption>Дала суреті'
            "</figcaption></figure>"
            "<h2>Қорытынды</h2><p>Бітті.</p>"
            '<section id="footnotes"><ol><li id="fn1">Ескерту.</li></ol></section>'
        ),
        references=(
            Reference(
                text="Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.",
                romanized="Sarsenov Q. Dala kitaby [Book of the steppe]. Karkara: Dala, 2019.",
                type="book",
            ),
            Reference(
                text="Tulegen U. Grass & water // Steppe J. – 2021. – № 2. – P. 5–9.",
                type="journal_article",
                doi="10.5555/grass.2021",
                url="https://example.org/grass?a=1&b=2",
            ),
        ),
        funding=(
            Funding(
                funder=text("Дала қоры", "Фонд степи", "Steppe Fund"),
                funder_id="https://ror.org/0zzzzzz02",
                award="AP00000001",
            ),
            Funding(
                funder=text("Су қоры", "Фонд воды", "Water Fund"),
                funder_id="https://doi.org/10.13039/000000000000",
            ),
        ),
        galleys=(
            Galley(id=11, language="kk", name="мақала.pdf", size=1000, pages=10, checksum="0" * 64),
            Galley(id=12, language="en", name="article.pdf", size=900, pages=9, checksum="1" * 64),
            Galley(id=13, language="kk", kind="image", name="dala.png", size=90, checksum="2" * 64),
        ),
        relations=(
            Relation(kind="translated_by", doi="10.5555/translation"),
            Relation(kind="corrects", doi="10.5555/earlier"),
        ),
        journal=msgspec.structs.replace(
            JOURNAL,
            issn_online="0000-0019",
            crossmark_doi="10.5555/policy",
            through_number_is_volume=True,
        ),
    )
    return msgspec.structs.replace(full, **changes)
