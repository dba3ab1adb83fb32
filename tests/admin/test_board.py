"""The forms of the board, the contacts and the databases."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from PIL import Image

from articles.models import Author, BoardMember, Contacts, IndexingDatabase
from tests.editing.test_web_pictures import SVG, a_picture
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
ORCID = "0000-0000-1423-0019"
BOARD = "/admin/articles/boardmember/"


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def group(journal):
    return journal.board_groups.create(title_en="Members")


@pytest.fixture
def chief(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor", interface_language="en"))
    return client


def upload(file, name="me.jpg"):
    return SimpleUploadedFile(name, file.read())


def errors(response):
    return response.context["adminform"].form.errors


def add(client, group, **values):
    typed = {"group": group.pk, "order": 1, "name_kk": "Үлгіева А.", **values}
    return client.post(reverse("admin:articles_boardmember_add"), typed)


def test_a_member_is_entered_with_a_picture_that_is_made_small(chief, group):
    response = add(chief, group, country="қазақстан", picture=upload(a_picture((900, 1_200))))

    row = BoardMember.objects.get()
    assert response.status_code == 302
    assert row.country == "KZ"
    assert Image.open(row.picture).size == (300, 400)
    assert row.picture.name.startswith("pictures/")


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (a_picture((1, 20_000), "PNG"), "is too large or too narrow for a page (1 × 20000"),
        (BytesIO(b"\xff\xd8\xff" + b"\0" * 30 * 2**20), "is larger than 10 MB"),
        (BytesIO(SVG.format("").encode()), "is not a picture"),
    ],
)
def test_a_picture_that_no_page_can_show_is_refused(chief, group, file, message):
    response = add(chief, group, picture=upload(file))

    (error,) = errors(response)["picture"]
    assert message in error
    assert not BoardMember.objects.exists()


def test_a_member_needs_a_name_or_a_person(chief, group):
    nameless = "Enter a name in at least one language, or choose a person."
    assert errors(add(chief, group, name_kk="")) == {"__all__": [nameless]}

    person = Author.objects.create(family_name_kk="Төлегенова")
    assert add(chief, group, name_kk="", person=person.pk).status_code == 302
    assert str(BoardMember.objects.get()) == "Төлегенова"


def test_the_order_is_set_in_the_list(chief, group):
    rows = [group.members.create(name_kk=name, order=1) for name in "АБ"]
    address = reverse("admin:articles_boardmember_changelist")
    typed = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 2, "_save": "1"}
    for number, row in enumerate(rows):
        typed |= {f"form-{number}-id": row.pk, f"form-{number}-order": 2 - number}

    assert chief.post(address, typed).status_code == 302

    assert [str(row) for row in BoardMember.objects.all()] == ["Б", "А"]


def test_the_list_names_the_journal_of_each_group(client, group):
    other = a_journal(slug="other", name_en="Other Journal")
    for one in (group, other.board_groups.create(title_en="Members")):
        one.members.create(name_en="Specimen")
    client.force_login(a_member(other, interface_language="en", is_superuser=True))

    page = html.fromstring(client.get(BOARD).content.decode())

    cells = page.xpath("//tbody//td[contains(@class, 'field-group') or @class='field-journal']")
    assert [cell.text_content() for cell in cells] == [
        *("Members", "Steppe Science"),
        *("Members", "Other Journal"),
    ]


def paste(client, group, people, **values):
    address = reverse("admin:articles_boardgroup_paste", args=[group.pk])
    return client.post(address, {"language": "en", "people": people, **values})


def test_a_board_of_300_people_is_pasted_from_a_table(chief, group):
    person = Author.objects.create(family_name_en="Known", orcid=ORCID)
    group.members.create(name_en="First", order=7)
    lines = [f"Person {number}\tPhD\tRector\tUniversity\tCity\tKazakhstan" for number in range(299)]
    lines.append(f"Known; PhD; ; ; ; ; https://orcid.org/{ORCID}; known@example.org")

    read = paste(chief, group, "\n\n".join(lines))

    assert len(read.context["members"]) == 300
    assert '<tbody lang="en">' in read.content.decode()
    assert BoardMember.objects.count() == 1
    saved = paste(chief, group, "\n\n".join(lines), _save="1")
    assert saved.status_code == 302
    rows = list(BoardMember.objects.all())
    assert (len(rows), rows[0].name_en, rows[1].order) == (301, "First", 8)
    assert (rows[1].name_en, rows[1].country, rows[1].affiliation_en) == (
        *("Person 0", "KZ", "University"),
    )
    assert (rows[300].person, rows[300].orcid, rows[300].email) == (
        *(person, ORCID, "known@example.org"),
    )


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("A\n;PhD", "Line 2: The name is missing; it is the first value of the line."),
        ("A;;;;;;0000-0000-0000-0002", "Line 1: "),
        ("A;;;;;;;nobody", "Line 1: “nobody” is no e-mail address."),
        ("A;;;;;Atlantis", "Line 1: "),
        ("A;;;;;;;;;", "Line 1: 10 values, but there are 8 columns."),
        ("x" * 201, f"Line 1: “{'x' * 40}…” is too long."),
        ("A\n" * 501, "The list has more than 500 people. Paste it in parts."),
        ("A\x07", "Line 1: Character 2 is a control character"),
    ],
)
def test_a_line_that_cannot_be_stored_is_named_and_nothing_is_added(chief, group, people, message):
    response = paste(chief, group, people, _save="1")

    assert response.status_code == 422
    (error,) = response.context["form"].errors["people"]
    assert error.startswith(message)
    assert not BoardMember.objects.exists()


def test_contacts_are_entered_once_for_a_journal(chief, journal):
    address = reverse("admin:articles_contacts_add")
    typed = {"journal": journal.pk, "address_ru": "Ойдым", "phones": "+7 (700) 000, 8 700 1"}

    assert chief.post(address, typed).status_code == 302
    assert "journal" in errors(chief.post(address, typed))
    assert "phones" in errors(chief.post(address, {**typed, "phones": "call me"}))
    assert "map_url" in errors(chief.post(address, {**typed, "map_url": "javascript:1"}))
    assert Contacts.objects.count() == 1


def test_a_logo_may_be_an_svg_without_scripts(chief, journal):
    address = reverse("admin:articles_indexingdatabase_add")
    typed = {"journal": journal.pk, "order": 1, "name_en": "Index", "url": "https://example.org/"}
    hostile = upload(BytesIO(SVG.format("<script>1</script>").encode()), "logo.svg")
    plain = upload(BytesIO(SVG.format("<g/>").encode()), "logo.svg")

    assert list(errors(chief.post(address, {**typed, "logo": hostile}))) == ["logo"]
    assert list(errors(chief.post(address, {**typed, "name_en": ""}))) == ["name_kk"]
    assert chief.post(address, {**typed, "logo": plain}).status_code == 302
    assert IndexingDatabase.objects.get().logo.name.endswith(".svg")
