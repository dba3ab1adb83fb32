"""The editors' page of usage, its files, and counts of an earlier system taken over."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from articles.models import EarlierItem, EarlierSite, Usage, UsageState
from articles.records.languages import text
from tests.factories import a_journal, a_member, a_public_article
from tests.views.test_queries import query_count
from tests.views.test_usage import use

pytestmark = pytest.mark.django_db
PAGE, EARLIER = "/admin/articles/usage/", "/admin/articles/usage/earlier/"
MONTHS = {"begin": "2026-09", "end": "2026-11"}


@pytest.fixture
def journal():
    return a_journal(shows_usage=True)


@pytest.fixture
def article(journal):
    article = a_public_article(journal, title=text(en="=Plants <i>of</i> the steppe"))
    use(article, date(2026, 9, 3), total_investigations=7, unique_investigations=4, downloads=2)
    use(article, date(2026, 11, 30), total_investigations=5, unique_investigations=3)
    use(article, date(2026, 11, 29), "site", "KZ", total_requests=6, unique_requests=2)
    use(article, date(2026, 11, 29), "site", "KZ", total_investigations=6)
    use(article, date(2020, 1, 1), "earlier", total_investigations=100, downloads=40)
    return article


@pytest.fixture
def office(client, journal):
    client.force_login(a_member(journal))
    return client


def table(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_page_shows_months_articles_and_countries(office, article):
    page = office.get(PAGE, MONTHS)

    context = page.context
    assert [(month.views, month.downloads) for month in context["usage"].months] == [
        (5, 2),
        (0, 0),
        (11, 0),
    ]
    assert context["usage"].earlier == (60, 40)
    assert [(row.article, row.counts["investigations"]) for row in context["page"].object_list] == [
        (article, 18)
    ]
    assert list(context["countries"]) == [("KZ", 6)]


def test_months_that_make_no_sense_are_told_and_the_last_year_is_shown(office, article):
    page = office.get(PAGE, {"begin": "2026-13", "end": "x"})

    assert "Write months as 2026-01" in page.text
    assert len(page.context["months"]) == 12


def test_another_journal_is_no_choice_and_no_row(office, article):
    other = a_public_article(a_journal(slug="other"), doi="10.5555/other")
    use(other, date(2026, 11, 1), total_investigations=1)

    page = office.get(PAGE, {**MONTHS, "journal": "other"})

    assert {row.article for row in page.context["page"].object_list} == {article}
    assert office.get(f"{PAGE}other/IR.csv").status_code == 403


def test_the_table_is_the_same_as_a_file(office, article):
    response = office.get(f"{PAGE}table.csv", MONTHS)

    assert table(response)[1][2:] == ["'=Plants of the steppe", *["18", "7", "6", "2", "2", "100"]]


HEAD = [
    ["Report_Name", "Item Report"],
    ["Report_ID", "IR"],
    ["Release", "5.1"],
    ["Institution_Name", "The World"],
]


def test_the_item_report_has_the_head_and_the_rows_of_counter(office, journal, article):
    lines = table(office.get(f"{PAGE}{journal.slug}/IR.csv", MONTHS))

    assert lines[:4] == HEAD
    assert lines[9] == ["Reporting_Period", "Begin_Date=2026-09-01; End_Date=2026-11-30"]
    assert lines[8] == ["Exceptions", ""]
    assert lines[13] == []
    headings = lines[14]
    rows = [dict(zip(headings, row, strict=True)) for row in lines[15:]]
    assert headings[-4:] == ["Reporting_Period_Total", "Sep-2026", "Oct-2026", "Nov-2026"]
    assert [(row["Metric_Type"], *list(row.values())[-4:]) for row in rows] == [
        ("Total_Item_Investigations", "18", "7", "0", "11"),
        ("Total_Item_Requests", "6", "0", "0", "6"),
        ("Unique_Item_Investigations", "7", "4", "0", "3"),
        ("Unique_Item_Requests", "2", "0", "0", "2"),
    ]
    assert rows[0]["Item"] == "'=Plants of the steppe"
    assert rows[0]["Authors"] == "Tolegenova, Ulzhan"
    assert rows[0]["DOI"] == article.doi
    assert rows[0]["Parent_Print_ISSN"] == "0000-0000"
    assert (rows[0]["YOP"], rows[0]["Access_Type"]) == (str(article.published_on.year), "Open")


def test_the_title_reports_sum_a_journal_up(office, journal, article):
    another = a_public_article(journal, doi="10.5555/another")
    use(another, date(2026, 10, 1), total_requests=10, total_investigations=11)

    a1 = table(office.get(f"{PAGE}{journal.slug}/IR_A1.csv", MONTHS))
    j3 = table(office.get(f"{PAGE}{journal.slug}/TR_J3.csv", MONTHS))

    assert [[row[7], *row[-6:]] for row in a1[15:]] == [
        [article.doi, "Open", "Total_Item_Requests", "6", "0", "0", "6"],
        [article.doi, "Open", "Unique_Item_Requests", "2", "0", "0", "2"],
        [another.doi, "Open", "Total_Item_Requests", "10", "0", "10", "0"],
    ]
    assert a1[0] == ["Report_Name", "Journal Article Requests"]
    assert a1[6] == [
        "Report_Filters",
        "Data_Type=Article; Parent_Data_Type=Journal; Access_Method=Regular",
    ]
    assert a1[14][12:21] == [
        *("Parent_Title", "Parent_Authors", "Parent_Article_Version", "Parent_DOI"),
        *("Parent_Proprietary_ID", "Parent_Print_ISSN", "Parent_Online_ISSN", "Parent_URI"),
        "Access_Type",
    ]
    assert [row[9:12] for row in j3[15:]] == [
        ["Open", "Total_Item_Investigations", "29"],
        ["Open", "Total_Item_Requests", "16"],
        ["Open", "Unique_Item_Investigations", "7"],
        ["Open", "Unique_Item_Requests", "2"],
    ]


def test_the_report_of_paid_content_is_empty_for_an_open_journal(office, journal, article):
    lines = table(office.get(f"{PAGE}{journal.slug}/TR_J1.csv", MONTHS))

    assert lines[0] == ["Report_Name", "Journal Requests (Controlled)"]
    assert lines[6] == [
        "Report_Filters",
        "Data_Type=Journal; Access_Type=Controlled; Access_Method=Regular",
    ]
    assert lines[8] == ["Exceptions", "3030: No Usage Available for Requested Dates"]
    assert lines[15:] == []


def test_a_report_of_months_not_counted_yet_says_so(office, journal, article):
    lines = table(
        office.get(f"{PAGE}{journal.slug}/TR_J3.csv", {"begin": "2026-11", "end": "2026-12"})
    )

    assert lines[8] == [
        "Exceptions",
        "3031: Usage Not Ready for Requested Dates (request was for 2026-11-01 to 2026-12-31; "
        "however, usage is counted to 2026-11-30)",
    ]


@pytest.mark.parametrize("count", [1, 60])
def test_the_page_makes_as_many_queries_for_many_articles_as_for_one(office, journal, count):
    for number in range(count):
        use(a_public_article(journal, doi=f"10.5555/{number}"), date(2026, 10, 1), downloads=1)

    assert query_count(office, f"{PAGE}?begin=2026-09&end=2026-11") == 14


def test_the_api_gives_the_same_to_everybody_where_the_journal_shows_it(client, journal, article):
    root = f"/api/v1/journals/{journal.slug}/usage"
    months = {"begin_date": "2026-09", "end_date": "2026-11"}

    answer = client.get(root, months)
    report = client.get(f"{root}/IR.csv", months)

    assert answer.json()["results"][0] == {
        "article": article.pk,
        "month": "2026-09",
        "metric": "Total_Item_Investigations",
        "count": 7,
    }
    assert {row["count"] for row in answer.json()["results"]} == {7, 4, 11, 3, 6, 2}
    assert table(report)[:4] == HEAD
    assert client.get(root, {"begin_date": "2026-12", "end_date": "2026-01"}).status_code == 400
    assert client.get(root, {"begin_date": "yesterday"}).status_code == 422
    assert client.get(f"{root}/TR_B1.csv").status_code == 422
    journal.shows_usage = False
    journal.save()
    assert client.get(root).status_code == 404


# Counts of an earlier system.

TABLE = "ID,Title,Total,Abstract Views,File Views,PDF,HTML,Other\n"


@pytest.fixture
def moved(journal):
    """An article that was number 17 on the journal's OJS; a 17 of another journal is another's."""
    for slug, number in (("steppe-science", "17"), ("other", "18")):
        owner = journal if slug == journal.slug else a_journal(slug=slug)
        article = a_public_article(owner, doi=f"10.5555/{slug}")
        site = EarlierSite.objects.create(journal=owner, slug=slug)
        EarlierItem.objects.create(site=site, kind="article", key=number, article=article)
    return journal.articles.get()


def earlier(article):
    rows = Usage.objects.filter(article=article, source="earlier")
    return sorted(rows.values_list("kind", "count"))


COUNTS = [("downloads", 40), ("total_item_investigations", 140), ("total_item_requests", 40)]


def test_a_table_is_shown_before_it_is_taken_over(office, journal, moved):
    file = SimpleUploadedFile(
        "a.csv", (TABLE + "17,A,140,100,40,40,0,0\n18,B,1,1,0,0,0,0\n").encode()
    )

    shown = office.post(EARLIER, {"journal": journal.pk, "until": "2026-08-31", "file": file})

    assert [(match.article, match.views) for match in shown.context["plan"].matches] == [
        (moved.pk, 100)
    ]
    assert [count.id for count in shown.context["plan"].unknown] == ["18"]
    assert earlier(moved) == []
    office.post(EARLIER, {"plan": shown.context["signed"]})
    office.post(EARLIER, {"plan": shown.context["signed"]})
    assert earlier(moved) == COUNTS
    assert Usage.objects.filter(source="earlier").values_list("day").distinct().get() == (
        date(2026, 8, 31),
    )
    assert UsageState.objects.get().number == 2  # pages of usage are made anew


def test_a_forged_plan_is_refused(office, moved):
    office.post(EARLIER, {"plan": f'[[{moved.pk},"2026-01-01",1,1]]'})

    assert earlier(moved) == []


@pytest.mark.parametrize("content", [b"\xff\xfe", b"name\nx\n", b"PK\x03\x04"])
def test_what_is_no_table_is_refused_beside_the_field(office, journal, content):
    file = SimpleUploadedFile("a.csv", content)

    page = office.post(EARLIER, {"journal": journal.pk, "until": "2026-08-31", "file": file})

    assert page.context["form"].errors["file"]


def test_the_command_plans_imports_and_repeats(moved, tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text(TABLE + "17,A,140,100,40,40,0,0\n")
    options = {"journal": "steppe-science", "until": date(2026, 8, 31)}

    call_command("import_usage", path, plan=True, **options)
    assert earlier(moved) == []
    for _time in range(2):
        call_command("import_usage", path, **options)

    assert earlier(moved) == COUNTS
    assert capsys.readouterr().out.endswith("Articles with counts of the earlier system: 1.\n")
    path.write_text(TABLE + "99,Z,1,1,0,0,0,0\n")
    with pytest.raises(CommandError, match="No article of the table is here"):
        call_command("import_usage", path, **options)
