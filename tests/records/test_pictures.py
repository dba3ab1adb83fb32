"""The picture that stands for an article: a cover, a figure of the full text, or none."""

import msgspec
import pytest

from articles.records.pictures import image_type, picture_url
from articles.records.record import Galley
from tests.factories import ISSUE, a_public_record

SITE = "https://journal.example.org"
BODY = '<p>a</p><img alt="" src="no.png"><figure><img src="b &amp; c.png" alt="x"></figure>'


def a_picture(id, name, kind="image"):
    return Galley(id=id, language="kk", kind=kind, name=name, size=1, checksum="")


def with_figures(**changes):
    galleys = (a_picture(1, "z.png"), a_picture(2, "b & c.png"), a_picture(3, "a.pdf", "pdf"))
    return a_public_record(body=BODY, galleys=galleys, **changes)


def an_issue_with(cover, **changes):
    return msgspec.structs.replace(ISSUE, id=5, cover=cover, **changes)


def test_the_cover_of_the_issue_comes_first():
    record = with_figures(issue=an_issue_with("covers/Мұқаба 1.JPG"))

    assert picture_url(record) == (
        f"{SITE}/issues/5/cover/%D0%9C%D2%B1%D2%9B%D0%B0%D0%B1%D0%B0%201.JPG"
    )


@pytest.mark.parametrize(
    "issue",
    [
        None,
        an_issue_with(""),
        an_issue_with("covers/cover.svg"),
        an_issue_with("covers/cover.pdf"),
        an_issue_with("covers/cover.png", published_on=None),
    ],
)
def test_without_a_public_cover_it_is_the_first_figure_of_the_text(issue):
    assert picture_url(with_figures(issue=issue)) == (
        f"{SITE}/kk/articles/1/files/2/b%20%26%20c.png"
    )


def test_a_picture_that_the_text_does_not_show_stands_for_nothing():
    assert picture_url(a_public_record(galleys=(a_picture(1, "z.png"),), body="<p>a</p>")) == ""
    assert picture_url(a_public_record(issue=an_issue_with("a.png"), site="")) == ""


def test_the_type_of_a_picture_is_told_by_its_name():
    names = ("a.PNG", "a.jpg", "a.jpeg", "a.gif", "a.webp", "a.svg", "png")

    assert [image_type(name) for name in names] == [
        "image/png", "image/jpeg", "image/jpeg", "image/gif", "image/webp", "", "image/png",
    ]  # fmt: skip
