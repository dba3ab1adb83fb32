"""A word of a record that stands for a choice is told in the editor's language."""

import pytest
from django.utils import translation

from articles.admin.article.choices import kind_named, named


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("status",), "draft", "черновик"),
        (("type",), "review", "обзорная статья"),
        (("language",), "kk", "казахский"),
        (("udc",), "draft", "draft"),
        (("status",), None, None),
    ],
)
def test_choices_are_told_and_other_values_left(path, value, told):
    with translation.override("ru"):
        assert named(path, value) == told


def test_the_kind_of_a_relation_is_told():
    with translation.override("kk"):
        assert kind_named({"kind": "corrects", "doi": "10.5555/a"}) == {
            "kind": "түзетеді",
            "doi": "10.5555/a",
        }
