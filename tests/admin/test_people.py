"""Pages of people and organisations: pairs that may be one, side by side, merged and parted."""

import pytest
from django.test import Client
from django.urls import reverse
from msgspec.structs import replace

from articles.editing import save_article, working_record
from articles.models import Author, AuthorDistinction, AuthorMerge, Organisation
from articles.people import PEOPLE, keep_apart, merge_rows
from articles.records.names import Name
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    an_affiliation,
    an_article,
    an_author,
)

pytestmark = pytest.mark.django_db
SAME = reverse("admin:articles_author_same")
COMPARISON = reverse("admin:articles_author_comparison")
ORCID = "0000-0002-1825-0097"


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def office(journal):
    client = Client()
    client.force_login(a_member(journal, "editor"))
    return client


def synaqovs(journal):
    """One person in two rows, each with an article, an organisation and a co-author."""
    first = Author.objects.create(family_name_kk="Сынақов", given_name_kk="Н. Н.", orcid=ORCID)
    second = Author.objects.create(family_name_ru="Сынаков", given_name_ru="Нурлан")
    co_author = an_author(names={"kk": Name("Үлгіева", "Ә.")})
    for number, one in enumerate((first, second)):
        authors = (an_author(author_id=one.pk, email=f"{number}@example.org"), co_author)
        a_public_article(journal, doi=f"10.5555/{number}", authors=authors)
    return first, second


def pairs(client, **query):
    return client.get(SAME, query).context["pairs"]


def test_a_pair_is_listed_with_its_reasons(journal, office):
    first, second = synaqovs(journal)

    (pair,) = pairs(office)

    assert [one.row for one in pair.rows] == [first, second]
    assert pair.reasons == [
        "the same name",
        "in common, organisation: Дала университеті",
        "in common, co-authors: Үлгіева Ә.",
    ]
    assert pair.url == f"{COMPARISON}?id={first.pk}&id={second.pk}"


@pytest.mark.parametrize("count", [1, 300])
def test_the_list_of_pairs_takes_the_same_queries_for_any_number(
    office, journal, count, django_assert_num_queries
):
    synaqovs(journal)
    Author.objects.bulk_create(
        Author(family_name_en=f"Placeholder{chr(97 + n % 26)}{chr(97 + n // 26)}", given_name_en=g)
        for n in range(count)
        for g in ("John", "J.")
    )
    office.get(SAME)

    with django_assert_num_queries(18):
        page = office.get(SAME)

    assert page.context["total"] > count
    assert len(page.context["pairs"]) == min(count + 1, 25)


def test_two_rows_are_shown_side_by_side_with_what_they_share(journal, office):
    first, second = synaqovs(journal)

    page = office.get(COMPARISON, {"id": [second.pk, first.pk]})

    lines = {line.label: line.cells for line in page.context["lines"]}
    texts = {
        label: [[(cell.text, cell.mark) for cell in values] for _name, values in cells]
        for label, cells in lines.items()
    }
    assert texts["Қазақша"] == [[], [("Сынақов Н. Н.", "")]]
    assert texts["Русский"] == [[("Сынаков Нурлан", "")], []]
    assert texts["Articles"][0][0] == ("1, 2024", "")
    assert texts["Articles"][0][1][0] == "Дала өсімдіктері"
    assert texts["Organisations"] == [[("Дала университеті", "yes")]] * 2
    assert texts["Co-authors"] == [[("Үлгіева Ә.", "yes")]] * 2
    assert texts["Email"] == [[("1@example.org", "")], [("0@example.org", "")]]
    assert page.context["proposed"] == first.pk


def test_rows_are_merged_with_the_chosen_spelling(journal, office):
    first, second = synaqovs(journal)
    second.family_name_kk = "Сынақ"
    second.save()
    posted = {"do": "merge", "kept": first.pk, "same": [first.pk, second.pk], "kk": second.pk}

    answer = office.post(COMPARISON, posted)

    first.refresh_from_db()
    assert answer.url == reverse("admin:articles_author_change", args=[first.pk])
    assert (first.family_name_kk, first.family_name_ru) == ("Сынақ", "Сынаков")
    assert AuthorMerge.objects.get().editor.username == "editor"
    assert pairs(office) == []


def test_different_people_are_not_proposed_again_until_it_is_taken_back(journal, office):
    first, second = synaqovs(journal)

    office.post(COMPARISON, {"do": "apart", "row": [first.pk, second.pk]})
    assert pairs(office) == []
    page = office.get(reverse("admin:articles_author_change", args=[first.pk]))
    assert "Сынақов Н. Н. ≠ Сынаков Нурлан" in page.content.decode()

    pair = AuthorDistinction.objects.get()
    office.post(reverse("admin:articles_author_take_back", args=[pair.pk]))
    assert len(pairs(office)) == 1


def test_two_authors_of_one_article_are_refused_with_the_reason(journal, office):
    first, second = synaqovs(journal)
    article = an_article(
        journal,
        doi="10.5555/both",
        authors=(an_author(author_id=first.pk), an_author(author_id=second.pk)),
    )

    answer = office.post(
        f"{COMPARISON}?id={first.pk}&id={second.pk}",
        {"do": "merge", "kept": first.pk, "same": [second.pk]},
        follow=True,
    )

    assert f"both authors of article № {article.pk}" in answer.content.decode()
    assert AuthorMerge.objects.count() == 0


def test_a_merge_is_undone_from_the_page_of_the_kept_person(journal, office):
    first, second = synaqovs(journal)
    merge_rows(PEOPLE, first.pk, [second.pk])
    kept = office.get(reverse("admin:articles_author_change", args=[first.pk]))
    merged = office.get(reverse("admin:articles_author_change", args=[second.pk]))
    merge = AuthorMerge.objects.get()
    undo = reverse("admin:articles_author_undo", args=[merge.pk])
    assert undo in kept.content.decode()
    assert "Merged into:" in merged.content.decode()
    assert 'name="_save"' not in merged.content.decode()

    office.post(undo)
    again = office.post(undo, follow=True)

    second.refresh_from_db()
    assert second.merged_into is None
    assert "already been undone" in again.content.decode()


def test_the_list_has_the_current_rows_with_their_articles(journal, office):
    first, second = synaqovs(journal)
    merge_rows(PEOPLE, first.pk, [second.pk])
    address = reverse("admin:articles_author_changelist")

    current = office.get(address).context["cl"].result_list
    merged = office.get(address, {"merged": "1"}).context["cl"].result_list

    assert [(row.pk, row.article_count) for row in current] == [(first.pk, 2)]
    assert [row.pk for row in merged] == [second.pk]


def test_chosen_rows_are_compared(journal, office):
    first, second = synaqovs(journal)
    posted = {"action": "compare_chosen", "_selected_action": [first.pk, second.pk]}

    answer = office.post(reverse("admin:articles_author_changelist"), posted)

    assert answer.url == f"{COMPARISON}?id={first.pk}&id={second.pk}"


@pytest.mark.parametrize("role", ["translator", "auditor"])
def test_who_may_not_change_people_may_not_merge_them(journal, role):
    first, second = synaqovs(journal)
    merge_rows(PEOPLE, first.pk, [second.pk])
    third = Author.objects.create(family_name_kk="Үлгіева")
    keep_apart(PEOPLE, [first.pk, third.pk])
    client = Client()
    client.force_login(a_member(journal, role, languages=["ru"]))
    merge, pair = AuthorMerge.objects.get(), AuthorDistinction.objects.get()

    answers = {
        client.get(SAME).status_code,
        client.get(COMPARISON, {"id": first.pk}).status_code,
        client.post(COMPARISON, {"do": "apart", "row": [first.pk, third.pk]}).status_code,
        client.post(reverse("admin:articles_author_undo", args=[merge.pk])).status_code,
        client.post(reverse("admin:articles_author_take_back", args=[pair.pk])).status_code,
    }
    page = client.get(reverse("admin:articles_author_change", args=[first.pk])).content.decode()

    assert answers == {403}
    assert "Undo the merge" not in page
    assert "Take back" not in page
    assert "Similar ones" not in page


def test_organisations_have_the_same_pages(journal, office):
    first = Organisation.objects.create(name_kk="Дала университеті", country="KZ")
    second = Organisation.objects.create(name_ru="Университет степи", name_kk="Дала университеті")
    for number, one in enumerate((first, second)):
        affiliations = (an_affiliation(organisation_id=one.pk),)
        an_article(journal, doi=f"10.5555/{number}", affiliations=affiliations)

    (pair,) = office.get(reverse("admin:articles_organisation_same")).context["pairs"]
    page = office.get(pair.url)
    posted = {"do": "merge", "kept": first.pk, "same": [second.pk]}
    office.post(reverse("admin:articles_organisation_comparison"), posted)

    assert pair.reasons == ["the same name of organisation", "in common, authors: Төлегенова Ұлжан"]
    assert "Same organisation?" in page.content.decode()
    second.refresh_from_db()
    assert second.merged_into == first
    listed = office.get(reverse("admin:articles_organisation_changelist")).context["cl"]
    assert [(row.pk, row.article_count) for row in listed.result_list] == [(first.pk, 2)]


def rows_in(page):
    planned = sorted(page.context["planned_changes"], key=lambda one: one.article.pk)
    return [(one.before, one.after, one.skipped) for one in planned]


def test_an_organisation_is_set_in_all_articles_that_name_it_after_a_preview(journal, office):
    ror, other = "https://ror.org/0abcdef12", "https://ror.org/0abcdef13"
    organisation = Organisation.objects.create(name_kk="Дала университеті", ror=ror, country="KZ")
    articles = [
        an_article(journal, doi=f"10.5555/{number}", affiliations=(an_affiliation(**columns),))
        for number, columns in enumerate(({"country": ""}, {"ror": other}, {"ror": ""}))
    ]
    printed = [one.affiliations.get().name_ru for one in articles]
    page = reverse("admin:articles_organisation_articles", args=[organisation.pk])
    shown = office.post(page, {"do": "preview", "organisation": organisation.pk})
    record = working_record(articles[2])
    save_article(replace(record, udc=("633.2",)), article=articles[2])  # a colleague

    bulk = reverse("admin:articles_article_bulk", args=["set_organisation"])
    token = shown.context["selection"].token()
    report = office.post(bulk, {"selection": token, "do": "apply"})

    assert [bool(skipped) for _before, _after, skipped in rows_in(shown)] == [False, True, False]
    assert "another value: " + other in rows_in(shown)[1][2]
    assert ror in rows_in(shown)[0][1]
    assert [one.article.pk for one in report.context["done"]] == [articles[0].pk]
    assert {one.article.pk for one in report.context["skipped"]} == {
        articles[1].pk,
        articles[2].pk,
    }
    row = articles[0].affiliations.get()
    assert (row.organisation, row.ror, row.country) == (organisation, ror, "KZ")
    assert [one.affiliations.get().name_ru for one in articles] == printed
    articles[0].refresh_from_db()
    assert articles[0].version == 2


@pytest.mark.parametrize("count", [1, 300])
def test_the_preview_of_an_organisation_takes_the_same_queries_for_any_number(
    journal, office, count, django_assert_num_queries
):
    organisation = Organisation.objects.create(name_kk="Дала университеті", country="KZ")
    for number in range(count):
        an_article(journal, doi=f"10.5555/{number}")
    page = reverse("admin:articles_organisation_articles", args=[organisation.pk])
    office.post(page, {"do": "preview", "organisation": organisation.pk})

    with django_assert_num_queries(16):
        shown = office.post(page, {"do": "preview", "organisation": organisation.pk})

    assert len(shown.context["planned_changes"]) == count


def test_articles_of_another_journal_are_not_touched(journal, office):
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    an_article(a_journal(slug="other", issn_print=""))
    page = reverse("admin:articles_organisation_articles", args=[organisation.pk])

    answer = office.post(page, {"do": "preview", "organisation": organisation.pk}, follow=True)

    assert "No article names this organisation." in answer.content.decode()


@pytest.mark.parametrize("role", ["translator", "auditor"])
def test_who_may_not_change_articles_sets_no_organisation(journal, role):
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    an_article(journal)
    client = Client()
    client.force_login(a_member(journal, role, languages=["ru"]))
    page = reverse("admin:articles_organisation_articles", args=[organisation.pk])

    assert client.post(page, {"do": "preview", "organisation": organisation.pk}).status_code == 403
    form = client.get(reverse("admin:articles_organisation_change", args=[organisation.pk]))
    assert "Set in articles" not in form.content.decode()
