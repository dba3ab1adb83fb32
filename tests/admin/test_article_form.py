"""The article form: everything that it holds becomes the record, and is refused with a reason."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.editing import working_record
from articles.models import Article, Listing
from articles.records.names import Name
from tests.factories import a_journal, an_article, an_issue

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_article_add")
PREFIXES = ("affiliations", "authorships", "fundings", "galleys", "relations")


def posted(**changes):
    """The plainest form that an editor can send."""
    counts = ("TOTAL_FORMS", "INITIAL_FORMS")
    management = {f"{prefix}-{count}": "0" for prefix in PREFIXES for count in counts}
    return {"language": "kk", "type": "research", "title_kk": "Дала", **management, **changes}


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def test_everything_in_the_form_becomes_the_record(editor):
    journal = a_journal()
    form = posted(
        journal=journal.pk,
        title_kk="Дала өсімдіктері",
        title_ru="Растения степи",
        title_en="Plants of the steppe",
        keywords_kk="дала; өсімдік",
        keywords_ru="степь\nрастение",
        references_original="Бірінші.\nЕкінші.\n",
        references_romanized="Birinshi.\nEkinshi.",
        doi="https://doi.org/10.5555/0000-0000/2024-1-1",
        irsti="34.29.15; 34.35.15",
        received_on="2024-01-15",
        reviewed_on="01.02.2024; 2024-02-03",
        **{
            "affiliations-TOTAL_FORMS": "2",
            "affiliations-0-name_kk": "Дала университеті",
            "affiliations-0-country": "kz",
            "affiliations-1-name_kk": "Дала институты",
            "affiliations-1-country": "Узбекистан",
            "authorships-TOTAL_FORMS": "2",
            "authorships-0-order": "2",
            "authorships-0-kind": "person",
            "authorships-0-family_name_kk": "Екінші",
            "authorships-0-marks": "1, 2",
            "authorships-1-order": "1",
            "authorships-1-kind": "person",
            "authorships-1-family_name_kk": "Әбілқасымов",
            "authorships-1-given_name_kk": "Һәкім",
            "authorships-1-orcid": "https://orcid.org/0000-0000-0000-0001",
            "authorships-1-corresponding": "on",
            "authorships-1-roles": ["software", "supervision"],
        },
    )

    response = editor.post(ADD, form)

    article = Article.objects.get()
    record = working_record(article)
    assert response.status_code == 302
    assert record.title == {
        "kk": "Дала өсімдіктері",
        "ru": "Растения степи",
        "en": "Plants of the steppe",
    }
    assert record.keywords == {"kk": ("дала", "өсімдік"), "ru": ("степь", "растение")}
    assert [(one.text, one.romanized) for one in record.references] == [
        ("Бірінші.", "Birinshi."),
        ("Екінші.", "Ekinshi."),
    ]
    assert record.doi == "10.5555/0000-0000/2024-1-1"
    assert record.irsti == ("34.29.15", "34.35.15")
    assert record.internal.reviewed_on == (date(2024, 2, 1), date(2024, 2, 3))
    first, second = record.authors
    assert first.names == {"kk": Name("Әбілқасымов", "Һәкім")}
    assert (first.orcid, first.corresponding) == ("0000-0000-0000-0001", True)
    assert first.roles == ("software", "supervision")
    assert (second.names["kk"].family, second.marks) == ("Екінші", (1, 2))
    assert [one.country for one in record.affiliations] == ["KZ", "UZ"]


def test_further_pages_and_a_suffix_become_the_record(editor):
    form = posted(
        journal=a_journal().pk,
        first_page="12",
        last_page="14",
        page_ranges="18, 20 – 22",
        **{
            "authorships-TOTAL_FORMS": "1",
            "authorships-0-kind": "person",
            "authorships-0-family_name_en": "King",
            "authorships-0-suffix_en": "Jr.",
        },
    )

    editor.post(ADD, form)

    article = Article.objects.get()
    record = working_record(article)
    assert (record.first_page, record.last_page, record.page_ranges) == (
        "12",
        "14",
        ("18", "20-22"),
    )
    assert article.page_ranges == ["18", "20-22"]
    assert record.authors[0].names == {"en": Name("King", suffix="Jr.")}
    assert article.authorships.get().suffix_en == "Jr."


def test_what_is_no_page_is_refused_at_the_field(editor):
    form = posted(journal=a_journal().pk, page_ranges="18; see below; 22-")

    page = editor.post(ADD, form)

    assert page.status_code == 200
    assert page.context["form"].errors == {
        "page_ranges": [
            "“see below” is no page and no range of pages. Write 18 or 20-22.",
            "“22-” is no page and no range of pages. Write 18 or 20-22.",
        ]
    }
    assert not Article.objects.exists()


@pytest.mark.parametrize("interface", ["kk", "ru", "en"])
def test_each_language_is_named_as_it_names_itself(editor, admin_user, interface):
    admin_user.interface_language = interface
    admin_user.save()

    page = editor.get(ADD, {"journal": a_journal().pk}).text

    for code, name in (("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")):
        assert f'<th scope="col" lang="{code}">{name}</th>' in page  # the completeness panel
        assert f'<span class="language-name" lang="{code}">{name}</span>' in page  # the title


def test_the_full_text_is_in_the_language_of_the_article(editor):
    article = an_article(a_journal(), language="ru", body="<p>Степь</p>")

    page = html.fromstring(
        editor.get(reverse("admin:articles_article_change", args=[article.pk])).text
    )

    assert page.get_element_by_id("id_body").get("lang") == "ru"


def as_sent(page):
    """What a browser sends when the form is submitted unchanged."""
    sent = fields_as_sent(page.context["form"])
    for row_set in page.context["rows"].values():
        sent |= fields_as_sent(row_set.management_form)
        for row in row_set.forms:
            sent |= fields_as_sent(row)
    return sent


def fields_as_sent(form):
    values = {form[name].html_name: form[name].value() for name in form.fields}
    filled = {name: value for name, value in values.items() if value is not False}
    return {name: "" if value is None else value for name, value in filled.items()}


def test_saving_the_form_unchanged_changes_nothing(editor):
    article = an_article()
    url = reverse("admin:articles_article_change", args=[article.pk])

    response = editor.post(url, as_sent(editor.get(url)))

    article.refresh_from_db()
    assert (response.status_code, article.version) == (302, 1)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"doi": "10.5555/ABC"}, "doi", "“Дала өсімдіктері” already has this DOI."),
        (
            {"title_kk": "a\x01b"},
            "title_kk",
            "Character 2 is a control character (U+0001) and is not allowed. Delete it or "
            "type the text again.",
        ),
        (
            {"title_ru": "a" * 2001},
            "title_ru",
            "Too long: 2001 characters. The maximum is 1000.",
        ),
        (
            {"body": "<p onclick='x()'>a</p>"},
            "body",
            "The full text contains HTML that is not allowed here or is not well formed.",
        ),
    ],
)
def test_a_value_that_cannot_be_stored_is_an_error_of_its_field(editor, changes, field, message):
    journal = a_journal()
    an_article(journal, doi="10.5555/abc")

    response = editor.post(ADD, posted(journal=journal.pk, **changes))

    assert response.context["form"].errors == {field: [message]}
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        (
            '<p><math xmlns="http://www.w3.org/1998/Math/MathML">\n'
            "  <mi>x</mi>\n  <mspace/>\n</math></p>",
            "<p><math><mi>x</mi><mspace></mspace></math></p>",
        ),
        (
            "<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>",
            "<math><mi>x</mi></math>",
        ),
    ],
)
def test_a_pasted_formula_is_saved_in_the_notation_of_full_texts(editor, typed, saved):
    editor.post(ADD, posted(journal=a_journal().pk, body=typed))

    assert Article.objects.get().body == saved


def test_a_formula_that_would_lose_text_is_refused(editor):
    body = "<math><mi>x</mi><script>y</script></math>"

    response = editor.post(ADD, posted(journal=a_journal().pk, body=body))

    assert response.context["form"].errors == {
        "body": ["The full text contains HTML that is not allowed here or is not well formed."]
    }


def test_markup_in_a_name_is_refused(editor):
    rows = {
        "authorships-TOTAL_FORMS": "1",
        "authorships-0-kind": "person",
        "authorships-0-family_name_en": "<b>Smith</b>",
    }

    response = editor.post(ADD, posted(journal=a_journal().pk, **rows))

    assert response.context["rows"]["authorships"].errors == [
        {
            "family_name_en": [
                "Names cannot contain markup. Delete “<”, “>” and the text between them."
            ]
        }
    ]


def test_an_issue_of_another_journal_is_refused_at_its_field(editor):
    other = an_issue(a_journal(slug="other"))

    response = editor.post(ADD, posted(journal=a_journal().pk, issue=other.pk))

    assert response.context["form"].errors == {"issue": ["It belongs to another journal."]}


def test_a_file_that_is_not_a_pdf_is_refused(editor, tmp_path):
    rows = {
        "galleys-TOTAL_FORMS": "1",
        "galleys-0-language": "kk",
        "galleys-0-kind": "pdf",
        "galleys-0-upload": SimpleUploadedFile("a.pdf", b"MZ not a pdf"),
    }

    response = editor.post(ADD, posted(journal=a_journal().pk, **rows))

    assert response.context["rows"]["galleys"].errors == [
        {"upload": ["“a.pdf” is not a PDF file."]}
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_stored_with_its_name_size_and_checksum(editor, tmp_path):
    rows = {
        "galleys-TOTAL_FORMS": "1",
        "galleys-0-language": "kk",
        "galleys-0-kind": "pdf",
        "galleys-0-upload": SimpleUploadedFile("../мақала 1.pdf", b"%PDF-1.4 small"),
    }

    editor.post(ADD, posted(journal=a_journal().pk, **rows))

    (galley,) = working_record(Article.objects.get()).galleys
    assert (galley.name, galley.size) == ("мақала_1.pdf", 14)
    assert (tmp_path / galley.path).read_bytes() == b"%PDF-1.4 small"


def test_publishing_proposes_today_and_asks_the_editor_to_confirm(editor):
    article = an_article()
    url = reverse("admin:articles_article_publish", args=[article.pk])

    proposed = editor.get(url).context["form"].initial["published_on"]
    editor.post(url, {"published_on": "2024-03-29"})

    article.refresh_from_db()
    assert isinstance(proposed, date)
    assert (article.status, article.published_on) == ("published", date(2024, 3, 29))
    assert Listing.objects.get().article_id == article.pk


def test_blocking_findings_stop_publishing_unless_a_reason_is_given(editor):
    article = an_article(title={"kk": "Дала"})
    url = reverse("admin:articles_article_publish", args=[article.pk])

    blocked = editor.post(url, {"published_on": "2024-03-29"})
    article.refresh_from_db()
    status_before = article.status
    editor.post(url, {"published_on": "2024-03-29", "override": "Printed in 1998 without it."})

    article.refresh_from_db()
    assert blocked.context["form"].non_field_errors() == [
        "2 errors prevent the article from being published."
    ]
    assert (status_before, article.status) == ("draft", "published")
    assert article.released.reason == "Published despite errors: Printed in 1998 without it."


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "table",
    [
        *("article", "issue", "section", "journal", "page", "author", "organisation"),
        *("delivery", "deposit", "revision", "earlieraddress", "membership", "user"),
    ],
)
def test_every_list_and_form_opens_in_every_language(editor, admin_user, table, language):
    admin_user.interface_language = language
    admin_user.save()
    an_article()

    pages = [reverse(f"admin:articles_{table}_changelist")]
    if table not in ("deposit", "revision"):
        pages.append(reverse(f"admin:articles_{table}_add"))

    assert [editor.get(page).status_code for page in pages] == [200] * len(pages)


def test_buttons_that_move_an_author_say_so_and_are_hidden_without_scripts(editor):
    article = an_article(a_journal())

    address = reverse("admin:articles_article_change", args=[article.pk])
    page = html.fromstring(editor.get(address).content.decode())

    (move,) = page.xpath("//li[@id='authorships-0']//span[@class='move']")
    assert "hidden" in move.attrib
    assert move.xpath("button/@aria-label") == ["Move up", "Move down"]


def test_inputs_of_texts_take_their_direction_from_what_is_typed(editor):
    a_journal()
    page = html.document_fromstring(editor.get(ADD).content.decode())

    names = {element.get("name") for element in page.xpath("//*[@dir='auto'][@name]")}

    assert {
        "title_kk",
        "abstract_en",
        "keywords_ru",
        "references_original",
        "references_romanized",
        "authorships-__prefix__-family_name_kk",
    } - names == set()
    assert {"doi", "first_page", "received_on", "paste_kk"} & names == set()
