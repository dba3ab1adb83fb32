"""A journal with everything that its package has to bring back, compared before and after."""

import hashlib
import zipfile
from datetime import date

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from articles.editing import save_article, working_record
from articles.editing.archive import archive_issue, mark_archived
from articles.editing.web_pictures import FIGURE, PORTRAIT, web_logo, web_picture
from articles.models import Author, Contacts, Galley, Issue, Journal
from articles.publishing import correct_article, retract_article, withdraw_article
from articles.publishing.packages.journal_description import (
    issue_entry,
    journal_file,
    picture_paths,
)
from articles.records import json
from tests.editing.test_web_pictures import SVG, a_picture
from tests.factories import a_galley, a_journal, a_public_article, an_article, an_author, an_issue

PDF = b"%PDF-1.4 invented"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


def forget_articles():
    """The journal as another site has it: without articles, issues and sections."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_article, articles_issue, articles_section CASCADE")


def a_whole_journal():
    """A journal with everything that its package has to bring back."""
    journal = a_journal(
        tagline_ru="С 1998 года", founder_kk="Дала қоры", city_en="Karkara",
        issn_online="2222-2227",
        depositor_name="Office", depositor_email="doi@example.org", registrant="Dala Press",
        crossmark_doi="10.5555/policy", elibrary_id="777", through_number_is_volume=True,
        certificate="KZ-1", submission_url="https://submit.example.org/", keywords_min=3,
        keywords_max=8, authors_max=6, abstract_words_min_kk=10, abstract_words_max_en=300,
        required_fields="title", romanization_ru="gost_779", romanization_kk="kazakh_2021",
        irsti_label_kk="ҒТАМР", keywords_label_kk="Кілт сөздер", doi_pattern="{year}-{id}",
        names_first="native", crossref_title="Steppe Sci.",
    )  # fmt: skip
    journal.title_periods.create(
        name_kk="Дала хабаршысы",
        issn_print="1111-1119",
        from_on="1998-01-01",
        until_on="2005-12-31",
    )
    journal.pages.create(slug="about", order=1, title_ru="О журнале", text_ru="<p>Степь</p>")
    journal.pages.create(
        slug="board", order=2, title_kk="Алқа", title_en="Board", text_kk="<ul><li>А</li></ul>"
    )
    journal.news.create(
        slug="call", kind="call", title_kk="Қабылдау", text_ru="<p>До мая</p>", is_pinned=True,
        published_on=date(2024, 1, 1), expires_on=date(2024, 5, 1),
    )  # fmt: skip
    journal.news.create(slug="doi", title_en="DOIs", published_on=date(2024, 2, 1))
    add_the_board(journal)
    add_the_look(journal)
    for order, title in ((1, "Ботаника"), (2, "Зоология")):
        journal.sections.create(title_kk=title, title_en=f"S{order}", order=order)
    person = Author.objects.create(
        family_name_kk="Төлегенова", given_name_kk="Ұлжан", family_name_en="Tolegenova",
        orcid="0000-0002-1825-0097", spin="1234-5678", scopus_id="55", researcher_id="A-1",
    )  # fmt: skip
    old = an_issue(
        journal, year=1999, volume="2", number="3", part="1", through_number="9", doi_number="3a",
        title_kk="Дала", description_ru="Номер о степи", signed_on=date(1999, 5, 1), print_run=300,
        published_on=date(1999, 6, 1),
    )  # fmt: skip
    old.cover.save("cover.png", a_picture((30, 40), "PNG"), save=False)
    old.pdf.save("whole.pdf", ContentFile(PDF + b"whole"))
    old.epub.save("whole.epub", ContentFile(b"PK\x03\x04whole"))
    archive_issue(old, "printed in 1999")
    new = an_issue(journal, planned_on=date(2024, 3, 1))
    section = journal.sections.get(order=2)
    author = an_author(orcid=person.orcid, author_id=person.pk, email="u@example.org")
    # two files of one name, one file under two languages, a name that the package itself uses
    galleys = (
        a_galley(PDF + b"kk", "a.pdf"),
        a_galley(PDF + b"ru", "a.pdf", language="ru"),
        a_galley(PDF + b"kk", "a.pdf", language="en"),
        a_galley(b"<article/>", "article.xml", kind="xml"),
    )
    bare = a_public_article(
        journal, doi="10.5555/old", issue_id=old.pk, section_id=section.pk, position=2,
        authors=(author,), galleys=galleys, published_on=date(1999, 6, 1),
    )  # fmt: skip
    mark_archived(bare)
    changed = a_public_article(journal, doi="10.5555/new", issue_id=new.pk, position=1)
    record = working_record(changed)
    words = msgspec.structs.replace(
        record, title={"kk": "Жаңа атау"}, galleys=(a_galley(PDF + b"new", "b.pdf"),)
    )
    save_article(words, article=changed, reason="a better title")
    withdraw_article(a_public_article(journal, doi="10.5555/gone"), reason="asked by the author")
    retracted = a_public_article(journal, doi="10.5555/wrong")
    notice = a_public_article(journal, doi="10.5555/notice", type="retraction")
    retract_article(retracted, notice)
    corrected = a_public_article(journal, doi="10.5555/corrected")
    correct_article(corrected, a_public_article(journal, doi="10.5555/right", type="correction"))
    an_article(journal, doi="10.5555/draft", status="ready", published_on=date(2024, 3, 29))
    an_article(journal, doi="", title={"ru": "Черновик"}, galleys=(a_galley(PDF + b"d", "d.pdf"),))
    return journal


def add_the_look(journal):
    journal.pdf_layout = {"columns": 2, "paper": "b5"}
    journal.save()
    look = journal.look
    look.logo = web_logo(ContentFile(SVG.format("<path d=''/>").encode(), name="a.svg"))
    look.cover = web_picture(a_picture((300, 400), "PNG", "RGBA"), FIGURE)
    look.main_colour, look.has_band, look.order_news = "#5a1e1e", False, 7
    look.home_text_kk = "Дала туралы"
    look.save()
    page = journal.pages.get(slug="about")
    page.order = 9
    page.save()


def add_the_board(journal):
    """With pictures, a linked person, contacts, databases, and a picture of news."""
    editor = journal.board_groups.create(title_kk="Бас редактор", note_ru="С 2024 года", order=1)
    person = Author.objects.create(family_name_ru="Киялов", orcid="0000-0001-5109-3700")
    editor.members.create(person=person, duties_ru="Жалобы", email="chief@example.org")
    members = journal.board_groups.create(title_en="Members", order=2)
    members.members.create(
        name_en="Elinor Fernsby", degree_en="PhD", post_kk="Ректор", affiliation_en="Fernhill",
        city_en="Fernhill", country="GB", order=2,
        picture=web_picture(a_picture((60, 80)), PORTRAIT),
    )  # fmt: skip
    members.members.create(name_kk="Сынақов Н.", order=1)
    Contacts.objects.create(
        journal=journal, address_kk="Ойдым", hours_ru="10–17", phones="+7 700", email="a@b.kz",
        map_url="https://maps.example.org/",
    )  # fmt: skip
    logo = web_logo(ContentFile(SVG.format("<g/>").encode(), name="a.svg"))
    journal.indexed_in.create(name_en="Index", url="https://example.org/", logo=logo, order=1)
    journal.indexed_in.create(name_kk="Тізім", order=2)
    journal.mail_texts.create(kind="proof", subject_kk="{journal}", body_kk="{link}")
    news = journal.news.get(slug="call")
    news.picture = web_picture(a_picture((600, 400), "PNG", "RGBA"), FIGURE)
    news.save()


def contents_of(journal):
    """All of the journal as values: what stands in the package, and every stored file's bytes."""
    described = msgspec.structs.replace(journal_file(journal), issues=())
    issues = {
        str(issue): (
            issue_entry(issue, {}),
            digest_of(issue.cover.name),
            digest_of(issue.pdf.name),
            digest_of(issue.epub.name),
        )
        for issue in journal.issues.all()
    }  # fmt: skip
    articles = {
        article.doi or str(article): (
            article.status,
            article.is_archived,
            plain(article.released.record) if article.released else None,
            plain(working_record(article)),
        )
        for article in journal.articles.select_related("released")
    }
    return described, issues, articles


def digest_of(path):
    return hashlib.sha256(default_storage.open(path).read()).hexdigest() if path else ""


def plain(record):
    """The record without keys of rows, and its files with the digests of their bytes."""
    galleys = [
        (msgspec.structs.replace(galley, id=None, path=""), digest_of(galley.path))
        for galley in record.galleys
    ]
    authors = [
        (msgspec.structs.replace(author, author_id=None, codes={}), bool(author.author_id))
        for author in record.authors
    ]
    relations = [(relation.kind, relation.doi) for relation in record.relations]
    rest = msgspec.structs.replace(
        json.without_facts(record), issue_id=None, section_id=None, galleys=(), authors=(),
        relations=(),
    )  # fmt: skip
    return rest, record.section, record.issue and record.issue.number, galleys, authors, relations


def empty_site():
    """Another site: no row of the journal, and none of its files."""
    stored = [*Galley.objects.values_list("file", flat=True)]
    stored += [path for journal in Journal.objects.all() for path in picture_paths(journal)]
    stored += [path for row in Issue.objects.values_list("cover", "pdf") for path in row if path]
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_journal, articles_author, articles_article CASCADE")
    for path in stored:
        default_storage.delete(path)


def zip_of(folder, **members):
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
