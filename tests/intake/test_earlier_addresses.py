"""Addresses of an earlier site from CSV: all of a file or none, and the bad line named."""

import pytest

from articles.intake.earlier_addresses import BadRow, read_addresses, save_addresses
from articles.models import EarlierAddress
from tests.factories import a_public_article

pytestmark = pytest.mark.django_db


def test_targets_are_dois_numbers_of_articles_or_addresses():
    article = a_public_article()
    content = (
        f"/view/1,https://doi.org/{article.doi}\n"
        f"https://old.example.org/view/2?x=1,{article.pk}\n\n"
        "/view/3,https://example.org/\n"
    )

    save_addresses(read_addresses(content.encode()))

    rows = EarlierAddress.objects.order_by("path").values_list("path", "article", "target")
    assert list(rows) == [
        ("/view/1", article.pk, ""),
        ("/view/2?x=1", article.pk, ""),
        ("/view/3", None, "https://example.org/"),
    ]


def test_a_second_file_replaces_targets_of_the_first():
    save_addresses(read_addresses(b"/a;https://example.org/1"))
    save_addresses(read_addresses(b"/a;https://example.org/2"))

    assert EarlierAddress.objects.get().target == "https://example.org/2"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"/a,https://example.org/\n/b", "Line 2: two columns are needed"),
        (b"/a,nothing", "Line 1: “nothing” is not a DOI, a number or an address."),
        (b"/a,10.5555/none", "Line 1: article not found: “10.5555/none”."),
        (b"a,https://example.org/", "Line 1: “a” is not a path: a path begins with /."),
        (b"/a\x00,1", "Line 1: "),
        (b"\xff\xfe/a,1", "The file is not UTF-8"),
        (b'/a,1\n/b,"' + b"x" * 200_000, "Line 2: the quotation marks do not match."),
        (b"http://[x,https://example.org/", "Line 1: “http://[x” is not a path"),
        (b"/a,javascript:alert(1)", "Line 1: “javascript:alert(1)” is not a DOI"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_saved(content, message):
    with pytest.raises(BadRow) as refused:
        read_addresses(content)

    assert str(refused.value).startswith(message)
