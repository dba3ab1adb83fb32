"""The plainest valid things; whatever matters to a test is written in that test."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from articles.editing import save_article
from articles.models import Article, Issue, Journal
from articles.publishing import publish_article
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
    Statements,
)

JOURNAL = JournalFacts(
    slug="steppe-science",
    name=text("Дала ғылымы", "Наука степи", "Steppe Science"),
    publisher=text("Дала баспасы", "Издательство «Дала»", "Dala Press"),
    issn_print="0000-0000",
    doi_prefix="10.5555",
    depositor_name="Steppe Science Office",
    depositor_email="doi@example.org",
    registrant="Dala Press",
    licence="https://creativecommons.org/licenses/by/4.0/",
)
ISSUE = IssueFacts(year=2024, number="1", through_number="9", published_on=date(2024, 3, 29))


def a_name(family: str = "Төлегенова", given: str = "Ұлжан", patronymic: str = "") -> Name:
    return Name(family, given, patronymic)


def an_author(**changes: Any) -> Authorship:
    author = Authorship(
        names={
            "kk": Name("Төлегенова", "Ұлжан", "Сейітқызы"),
            "ru": Name("Тулегенова", "Улжан", "Сейтовна"),
            "en": Name("Tolegenova", "Ulzhan", ""),
        },
        marks=(1,),
    )
    return msgspec.structs.replace(author, **changes)


def an_affiliation(**changes: Any) -> Affiliation:
    affiliation = Affiliation(
        name=text("Дала университеті", "Университет степи", "Steppe University"),
        city=text("Қарқара", "Каркара", "Karkara"),
        country="KZ",
    )
    return msgspec.structs.replace(affiliation, **changes)


def a_record(**changes: Any) -> Record:
    """A complete article in Kazakh, as its journal wants it, not published yet."""
    record = Record(
        language="kk",
        title=text("Дала өсімдіктері", "Растения степи", "Plants of the steppe"),
        abstract=text(
            "Мақалада дала өсімдіктерінің түрлері сипатталады.",
            "В статье описаны виды степных растений.",
            "The article describes species of steppe plants.",
        ),
        keywords={
            "kk": ("дала", "өсімдік"),
            "ru": ("степь", "растение"),
            "en": ("steppe", "plant"),
        },
        authors=(an_author(),),
        affiliations=(an_affiliation(),),
        doi="10.5555/0000-0000/2024-1-1",
        first_page="5",
        last_page="14",
        received_on=date(2024, 1, 15),
        accepted_on=date(2024, 2, 20),
        references=(
            Reference(
                text="Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.",
                romanized="Sarsenov Q. Dala kitaby [Book of the steppe]. Karkara: Dala, 2019.",
            ),
        ),
    )
    return msgspec.structs.replace(record, **changes)


def a_public_record(**changes: Any) -> Record:
    """The same with what is attached when it is loaded, as writers and pages get it."""
    facts = {
        "id": 1,
        "site": "https://journal.example.org",
        "status": "published",
        "published_on": date(2024, 3, 29),
        "journal": JOURNAL,
        "issue": ISSUE,
    }
    return a_record(**{**facts, **changes})


def a_full_record(**changes: Any) -> Record:
    """A public article with something in every field that a receiver is told: golden files."""
    dala, shyrak = an_affiliation(), an_affiliation(
        name=text("Шырақ институты", "Институт «Шырак»", "Shyrak Institute"),
        unit=text("Ботаника бөлімі", "Отдел ботаники", "Department of Botany"),
        city=text("Шырақ", "Шырак", "Shyrak"),
        ror="https://ror.org/05dxps055",
    )  # fmt: skip
    first = an_author(
        degree=text("PhD", "PhD", "PhD"),
        academic_title=text("доцент", "доцент", "Associate Professor"),
        post=text("аға ғылыми қызметкер", "старший научный сотрудник", "Senior Researcher"),
        orcid="0000-0000-0000-0001",
        email="u.tolegenova@example.org",
        corresponding=True,
        roles=("conceptualization", "writing-original-draft"),
        marks=(1, 2),
        codes={"spin": "0000-0001", "scopus": "1234567890", "researcher": "A-0000-2024"},
    )
    second = an_author(
        names={
            "kk": Name("Шоқанов", "Жандос"),
            "ru": Name("Чоканов", "Жандос"),
            "en": Name("Shokanov", "Zhandos"),
        },
        email="zh.shokanov@example.org",
        marks=(2,),
    )
    group = Authorship(
        kind="organisation", collective=text("Дала тобы", "Группа «Степь»", "Steppe Group")
    )
    facts = {
        "title": text(
            "<i>Stipa</i> туысы: R&D және CO<sub>2</sub>",
            "Род <i>Stipa</i>: R&D и CO<sub>2</sub>",
            "The genus <i>Stipa</i>: R&D and CO<sub>2</sub>",
        ),
        "abstract": text(
            "Мақалада <i>Stipa</i> түрлері сипатталады; a < b.\nЕкінші абзац.",
            "В статье описаны виды <i>Stipa</i>; a < b.\nВторой абзац.",
            "The article describes species of <i>Stipa</i>; a < b.\nA second paragraph.",
        ),
        "section": text("Биология", "Биология", "Biology"),
        "authors": (first, second, group),
        "affiliations": (dala, shyrak),
        "irsti": ("34.29.15", "34.35.25"),
        "udc": ("581.5",),
        "jel": ("Q57",),
        "edn": "ABCDEF",
        "revised_on": date(2024, 2, 10),
        "copyright_holder": text("Авторлар", "Авторы", "The Authors"),
        "copyright_year": 2024,
        "body": "<h2>Кіріспе</h2><p>Дала <em>Stipa</em> &amp; бетеге.</p><ul><li>бір</li></ul>",
        "statements": Statements(conflicts=text("Жоқ.", "Нет.", "None.")),
        "references": (
            *a_record().references,
            Reference(
                text="Иванова И. И. Степь // Наука степи. – 2020. – № 2. – С. 3–9.",
                romanized="Ivanova I. I. Step’ [Steppe]. Nauka stepi, 2020, no. 2, pp. 3–9.",
                type="journal_article",
                doi="10.5555/0000-0000/2020-2-3",
            ),
            Reference(text="Green A. Grass. Dala Press, 2021.", url="https://example.org/grass"),
        ),
        "funding": (
            Funding(
                funder=text("Дала қоры", "Фонд степи", "Steppe Fund"),
                funder_id="https://doi.org/10.13039/000000000",
                award="AP00000001",
            ),
        ),
        "galleys": (
            Galley(id=5, language="kk", name="article.pdf", size=1000, pages=10, checksum="0" * 64),
        ),
    }
    return a_public_record(**{**facts, **changes})


def a_journal(**changes: Any) -> Journal:
    columns = {
        "slug": "steppe-science",
        "name_kk": "Дала ғылымы",
        "name_ru": "Наука степи",
        "name_en": "Steppe Science",
        "publisher_en": "Dala Press",
        "issn_print": "0000-0000",
        "doi_prefix": "10.5555",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
    }
    return Journal.objects.create(**{**columns, **changes})


def an_issue(journal: Journal, **changes: Any) -> Issue:
    columns = {"year": 2024, "number": "1", "published_on": date(2024, 3, 29)}
    return Issue.objects.create(journal=journal, **{**columns, **changes})


def an_article(journal: Journal | None = None, **changes: Any) -> Article:
    """A draft, saved as editors save."""
    return save_article(a_record(**changes), journal=journal or a_journal()).article


def a_public_article(journal: Journal | None = None, **changes: Any) -> Article:
    article = an_article(journal, **changes)
    publish_article(article, published_on=date(2024, 3, 29), override="test")
    article.refresh_from_db()
    return article
