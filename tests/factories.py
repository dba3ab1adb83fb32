"""The plainest valid things; whatever matters to a test is written in that test."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from django.core.files.base import ContentFile

from articles.editing import save_article
from articles.editing.uploads import store_upload
from articles.models import Article, Issue, Journal, Membership, User
from articles.publishing import publish_article
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Galley, Record, Reference

JOURNAL = JournalFacts(
    slug="steppe-science",
    name=text("Дала ғылымы", "Наука степи", "Steppe Science"),
    publisher=text("Дала баспасы", "Издательство «Дала»", "Dala Press"),
    issn_print="0000-0000",
    doi_prefix="10.5555",
    elibrary_id="99999",
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


def a_galley(content: bytes, name: str = "a.pdf", **changes: Any) -> Galley:
    """A file handed in; an article saved with it has it."""
    galley = store_upload(ContentFile(content, name)).galley(language="kk", kind="pdf")
    return msgspec.structs.replace(galley, **changes)


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


def a_depositing_journal(**changes: Any) -> Journal:
    """One that Crossref takes deposits from."""
    depositor = {"depositor_name": "Office", "depositor_email": "doi@example.org"}
    return a_journal(**{**depositor, "registrant": "Dala Press", **changes})


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


def a_member(journal: Journal, role: str = "chief_editor", **changes: Any) -> User:
    """Somebody of the office, who may sign in."""
    columns = {"username": role, "email": f"{role}@example.org", "interface_language": "en"}
    of_user = {name: value for name, value in changes.items() if name not in ("languages",)}
    user = User.objects.create(**{**columns, "is_staff": True, **of_user})
    Membership.objects.create(
        user=user, journal=journal, role=role, languages=changes.get("languages", [])
    )
    return user
