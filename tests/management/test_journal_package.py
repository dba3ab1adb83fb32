"""A whole journal goes out as one archive and comes back without loss; other ZIPs are bounded."""

import hashlib
import zipfile
from datetime import date

import msgspec
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection

from articles import imports
from articles.editing import save_article, working_record
from articles.editing.archive import archive_issue, mark_archived
from articles.editing.web_pictures import FIGURE, PORTRAIT, web_logo, web_picture
from articles.models import (
    Article,
    Author,
    BoardMember,
    Contacts,
    Galley,
    Issue,
    Journal,
    Section,
)
from articles.publishing import correct_article, retract_article, withdraw_article
from articles.publishing.packages.journal_description import (
    issue_entry,
    journal_file,
    picture_paths,
)
from articles.records import json
from articles.records.body import clean_body
from articles.records.diff import changes
from tests.editing.test_web_pictures import SVG, a_picture
from tests.exports.articles import a_full_record
from tests.factories import (
    a_galley,
    a_journal,
    a_public_article,
    an_article,
    an_author,
    an_issue,
)
from tests.imports.ojs import exports
from tests.management.test_import_articles import run

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4 invented"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
# Keys of rows, which are others after the way there and back.
KEYS = {"id": None, "issue_id": None, "section_id": None, "galleys": (), "status": "draft"}


def a_rich_article(journal, issue, number):
    full = a_full_record()
    names = ("title", "abstract", "keywords", "authors", "affiliations", "irsti", "udc", "jel",
             "received_on", "accepted_on", "statements", "references", "funding",
             "internal")  # fmt: skip
    section = Section.objects.get_or_create(journal=journal, title_kk="Ботаника")[0]
    galleys = (
        a_galley(PDF + b"%d" % number, "a.pdf"),
        a_galley(PNG, "f1.png", kind="image"),
    )
    return a_public_article(
        journal,
        issue_id=issue.pk,
        section_id=section.pk,
        doi=f"10.5555/{number}",
        position=number,
        galleys=galleys,
        body=clean_body(full.body),
        **{name: getattr(full, name) for name in names},
    )


def forget_articles():
    """The journal as another site has it: without articles, issues and sections."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_article, articles_issue, articles_section CASCADE")


def compared(record):
    return msgspec.structs.replace(record, **KEYS)


def files_of(record):
    return {(each.name, each.kind, each.checksum, each.language) for each in record.galleys}


def test_a_journal_with_its_files_comes_back_without_loss(tmp_path):
    journal = a_journal()
    issue = an_issue(journal, year=2019, volume="3", number="2", title_kk="Дала")
    before = [
        working_record(a_rich_article(journal, issue, number=number)) for number in range(1, 4)
    ]
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal=journal.slug, output=archive)
    forget_articles()

    out, err, failure = run(archive, "--journal", journal.slug)

    assert (err, failure, len(out)) == ([], None, 4)
    after = [working_record(article) for article in Article.objects.order_by("doi")]
    for old, new in zip(before, after, strict=True):
        assert changes(compared(old), compared(new)) == []
        assert files_of(old) == files_of(new)
    made = Issue.objects.get()
    assert (made.year, made.volume, made.number, made.title_kk) == (2019, "3", "2", "Дала")
    assert Article.objects.filter(section__title_kk="Ботаника").count() == 3


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


def test_a_whole_journal_is_restored_on_an_empty_site(tmp_path):
    whole = a_whole_journal()
    before = contents_of(whole)
    pictures = {path: digest_of(path) for path in picture_paths(whole)}
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)
    empty_site()

    _out, err, failure = run(archive, "--publish")

    assert (err, failure) == ([], None)
    journal = Journal.objects.get()
    described, issues, articles = contents_of(journal)
    assert described == before[0]
    assert issues == before[1]
    assert articles.keys() == before[2].keys()
    for name, values in articles.items():
        assert values == before[2][name]
    assert Author.objects.get(spin="1234-5678").researcher_id == "A-1"
    assert {path: digest_of(path) for path in picture_paths(journal)} == pictures
    assert len(pictures) == 5
    assert BoardMember.objects.get(email="chief@example.org").person.family_name_ru == "Киялов"
    assert (journal.has_board, journal.has_contacts) == (True, True)
    assert Article.objects.get(doi="10.5555/old").doi_state == Article.DoiState.ELSEWHERE


def test_the_package_has_jats_and_the_earlier_revisions_to_read(tmp_path):
    a_whole_journal()
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)

    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        folder = next(name for name in names if name.endswith("draft.json")).partition("/")[0]
        (reading,) = imports.read(opened.read(f"{folder}/article.xml"))
        history = msgspec.json.decode(opened.read("drafts/00001/record.json"))

    assert len(names) == len(set(names))
    assert reading.record.doi == "10.5555/new"
    assert history["status"] == "ready"
    assert sum(name.endswith("article.xml") for name in names) == 10


def test_without_publish_the_articles_of_a_package_are_drafts_and_days_are_planned(tmp_path):
    a_whole_journal()
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)
    empty_site()

    _out, err, _failure = run(archive)

    assert err == []
    assert not Article.objects.public().exists()
    assert {issue.published_on for issue in Issue.objects.all()} == {None}
    assert working_record(Article.objects.get(doi="10.5555/new")).title == {"kk": "Жаңа атау"}


def test_a_dry_run_of_a_package_leaves_nothing(tmp_path):
    a_whole_journal()
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)
    empty_site()

    out, err, _failure = run(archive, "--dry-run", "--publish")

    assert err == []
    assert len(out) == 10
    assert not Journal.objects.exists()


def test_a_package_restored_twice_refuses_its_articles_and_changes_nothing(tmp_path):
    before = contents_of(a_whole_journal())
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)

    _out, err, _failure = run(archive, "--publish")

    assert len(err) == 8
    described, issues, articles = contents_of(Journal.objects.get())
    assert (described, issues) == before[:2]
    assert {name: articles[name] for name in before[2]} == before[2]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"slug": "admin"}, "“admin” is an address of the site itself; choose another."),
        ({"issues": [{"year": 9}]}, "issues[1]: year: "),
        ({"issues": [{"year": 2020, "cover": "../a.png"}]}, "../a.png is not in the package."),
        ({"issn_print": "1234-5678"}, "issn_print"),
        (
            {"board": [{"members": [{"name": {"en": "A"}, "orcid": "1"}]}]},
            "board[1].members[1]: orcid",
        ),
        (
            {"board": [{"members": [{"name": {"en": "A"}, "picture": "pictures/a.png"}]}]},
            "pictures/a.png is not in the package.",
        ),
        (
            {"indexed_in": [{"name": {"en": "A"}, "logo": "journal.json"}]},
            "“journal.json” is not a picture.",
        ),
        ({"contacts": {"phones": "<b>"}}, "contacts: phones: Only digits"),
        (
            {"mail_texts": [{"kind": "proof", "body": {"ru": "{link} {linc}: 100%"}}]},
            "mail_texts[1]: body (ru): “{linc}” is no placeholder of this e-mail. Possible: "
            "{journal}, {author}, {link}, {day}.",
        ),
        (
            {"mail_texts": [{"kind": "proof", "body": {"ru": "{author}!"}}]},
            "mail_texts[1]: body (ru): {link} is missing: the author's own link to the proof.",
        ),
        (
            {"mail_texts": [{"kind": "password_reset", "subject": {"ru": "{x}"}}]},
            "mail_texts[1]: kind: The text of this e-mail is not a journal's.",
        ),
    ],
)
def test_a_description_that_cannot_be_stored_is_refused_with_its_place(tmp_path, changes, message):
    described = {"schema": "journal/1", "slug": "lake", "name": {"en": "Lake"}, **changes}
    archive = zip_of(tmp_path, **{"journal.json": msgspec.json.encode(described)})

    _out, (error,), _failure = run(archive, "--publish")

    assert message in error
    assert not Journal.objects.exists()
    assert not Issue.objects.exists()


def test_a_file_that_was_changed_in_the_archive_is_refused_and_the_others_come(tmp_path):
    journal = a_journal()
    for number in (1, 2):
        a_public_article(journal, doi=f"10.5555/{number}", galleys=(a_galley(PDF),))
    archive, changed = tmp_path / "journal.zip", tmp_path / "changed.zip"
    call_command("export_articles", "journal-zip", journal=journal.slug, output=archive)
    forget_articles()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"%PDF-other" if name == "00001/a.pdf" else old.read(name))

    _out, err, failure = run(changed)

    assert err == [
        f"{changed}/00001/record.json: galleys[1]: The file a.pdf does not match its description: "
        "its checksum or size is different."
    ]
    assert failure == "Files rejected: 1 of 1. Nothing was saved from them."
    assert [article.doi for article in Article.objects.all()] == ["10.5555/2"]


def test_the_package_needs_a_journal(tmp_path):
    with pytest.raises(CommandError, match="one journal"):
        call_command("export_articles", "journal-zip", output=tmp_path / "a.zip")


def zip_of(folder, **members):
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


JATS = (
    '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group>'
    "<article-title>Wells</article-title></title-group></article-meta></front><body><fig>"
    '<graphic xlink:href="f1.png"/></fig></body></article>'
)


def test_jats_in_an_archive_is_read_with_its_pictures(tmp_path):
    a_journal()
    archive = zip_of(tmp_path, **{"01/a.xml": JATS, "01/f1.png": PNG, "../../b.pdf": PDF})

    _out, err, failure = run(archive)

    assert (err, failure) == ([], None)
    assert [each.name for each in working_record(Article.objects.get()).galleys] == ["f1.png"]
    assert not (tmp_path.parent.parent / "b.pdf").exists()


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"a.txt": "text"}, "This ZIP archive has no article in it: no XML and no JSON file."),
        (
            {"[Content_Types].xml": "<Types/>"},
            "This is a file of Word or Excel, not an archive of articles.",
        ),
        (
            {"x/a.xml": b" " * 60_000_000},
            "The folder “x” of this ZIP archive unpacks to far more than it can hold.",
        ),
    ],
)
def test_another_archive_is_refused_and_told_why(tmp_path, members, message):
    archive = zip_of(tmp_path, **members)

    _out, err, _failure = run(archive)

    assert err == [f"{archive}: {message}"]
    assert not Article.objects.exists()


def test_an_export_of_ojs_in_an_archive_is_passed_on(tmp_path):
    a_journal()
    archive = zip_of(tmp_path, **{"a.xml": exports.issues(exports.an_issue(exports.an_article()))})

    _out, err, failure = run(archive)

    assert (err, failure) == ([], None)
    assert Article.objects.count() == 1


def test_a_damaged_archive_is_refused(tmp_path):
    archive = zip_of(tmp_path, **{"a.xml": JATS})
    content = bytearray(archive.read_bytes())
    content[40:60] = b"\0" * 20
    archive.write_bytes(content)

    _out, err, _failure = run(archive)

    assert err == [f"{archive}: This ZIP archive is damaged. Upload it again."]
