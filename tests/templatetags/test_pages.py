"""Tags of the readers' pages: a text in three languages, with its `lang`."""

import pytest
from django.template import Context, Template
from django.utils import translation

TITLE = {"kk": "Институционалдандырылуы", "en": "On <i>steppes</i>"}


def render(source, reader, **context):
    with translation.override(reader):
        return Template("{% load pages %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("en", "On <i>steppes</i>"),
        ("ru", '<span lang="en" dir="auto">On <i>steppes</i></span>'),
        ("kk", "Институционалдандырылуы"),
    ],
)
def test_text_is_in_the_language_of_the_page_or_marked(reader, expected):
    assert render('{% text title "en" %}', reader, title=TITLE) == expected


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("en", '<h1 dir="auto">'),
        ("ru", '<h1 lang="kk" dir="auto">'),
        ("kk", '<h1 dir="auto">'),
    ],
)
def test_lang_gives_the_language_where_it_is_another_and_the_direction(reader, expected):
    assert render('<h1{% lang title "kk" %}>', reader, title=TITLE) == expected


def test_bare_text_has_no_element_and_soft_hyphens_only_where_asked():
    plain = render("{% bare_text title %}", "kk", title=TITLE)
    soft = render('{% bare_text title "kk" soft=True %}', "kk", title=TITLE)

    assert plain == "Институционалдандырылуы"
    assert soft.replace("\u00ad", "") == plain != soft


def test_a_text_in_no_language_is_nothing():
    source = "{% text title %}|{% lang title %}|{% bare_text title %}"

    assert render(source, "en", title={}) == render(source, "en", title=None) == "||"
