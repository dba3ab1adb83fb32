"""Pages of authors and of filtered searches, compared with golden outlines."""

import pytest

from articles.models import Author, Issue, Section
from articles.records.languages import LANGUAGES, text
from articles.records.names import Name
from articles.records.record import Authorship
from tests.factories import a_journal, a_public_article, an_author, an_issue
from tests.full_site import restart_numbers, stop_the_clock
from tests.goldens import golden
from tests.outlines import outline

pytestmark = pytest.mark.django_db
FILTERED = (
    "q=steppe",
    "q=steppe&year=2024&year=2023",
    "q=steppe&language=kk",
    "q=steppe&section=1001",
    "q=steppe&author=Tolegenova+U.",
    "q=steppe&keyword=steppe&language=ru",
    "year=2024",
    "q=steppe&sort=newest&page=2",
    "q=steppe&sort=oldest",
    "q=stepe",
    "q=steppe+zzzz",
    "q=steppe&kind=author",
    "journal=steppe-science&q=plants",
    "q=Толегенова+У.",
    "q=10.5555/3",
)


@pytest.fixture
def people(monkeypatch):
    stop_the_clock(monkeypatch)
    restart_numbers()
    journal = a_journal()
    section = Section.objects.create(journal=journal, title_ru="Ботаника", title_en="Botany")
    Section.objects.create(journal=journal, title_kk="Су")
    authors = [
        Author.objects.create(family_name_kk="Төлегенова", given_name_kk="Ұлжан", orcid=""),
        Author.objects.create(family_name_ru="Иванов", given_name_ru="Иван"),
        Author.objects.create(),
    ]
    for number in range(1, 25):
        issue = an_issue(journal, number=str(number), year=2000 + number)
        byline = (
            an_author(author_id=authors[0].pk),
            Authorship(names={"ru": Name("Иванов", "И.")}, author_id=authors[1].pk),
            Authorship(author_id=authors[2].pk),
        )
        a_public_article(
            journal,
            issue_id=issue.pk,
            doi=f"10.5555/{number}",
            authors=byline[: number % 4],
            language=LANGUAGES[number % 3],
            section_id=section.pk if number % 2 else None,
            title=text(kk=f"Дала {number}", en=f"Plants of the steppe {number}"),
        )
    assert Issue.objects.count() == 24
    return authors


def test_pages_of_people_and_searches_say_what_they_said(client, people):
    pages = {f"author-{at}": f"authors/{author.pk}/" for at, author in enumerate(people, 1)}
    pages |= {"authors-all": "authors/", "authors-page": "authors/?page=2"}
    pages |= {f"search-{at}": f"search/?{query}" for at, query in enumerate(FILTERED, 1)}
    changed = []
    for name, path in pages.items():
        written = "".join(
            f"# {language}\n{outline(client.get(f'/{language}/{path}'), '//main')}"
            for language in ("kk", "en")
        ).encode()
        if written != golden(f"people/{name}.txt", written):
            changed.append(name)

    assert changed == []
