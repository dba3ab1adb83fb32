"""Messages found in code and templates; corrections of Django's Kazakh."""

import json

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from journal.messages.extraction import Message, messages_in_python, messages_in_template


def test_messages_are_found_in_code():
    source = """
print(_("One " "text"), gettext_lazy("Two"), pgettext("of a page", "Three"))
print(ngettext("%(n)d file", "%(n)d files", n), translation.gettext("Four"), _(said), other("x"))
"""

    assert set(messages_in_python(source)) == {
        Message("One text"),
        Message("Two"),
        Message("Three", context="of a page"),
        Message("%(n)d file", "%(n)d files"),
        Message("Four"),
    }


def test_messages_are_found_in_templates():
    source = """{% load i18n %}
{% translate "Search" %} {{ value|default:_("None") }}
{% translate 'It’s “here”' context "of a page" %}
{% blocktranslate %}by {{ author }}{% endblocktranslate %}
{% blocktranslate count n=pages %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}
"""

    assert set(messages_in_template(source)) == {
        Message("Search"),
        Message("It’s “here”", context="of a page"),
        Message("None"),
        Message("by %(author)s"),
        Message("%(n)s page", "%(n)s pages"),
    }


@pytest.mark.parametrize(
    ("english", "kazakh"),
    [
        ("Add another %(verbose_name)s", "Тағы бір %(verbose_name)s қосу"),
        ("Save and add another", "Сақтап, жаңасын қосу"),
        ("Save and continue editing", "Сақтап, өңдеуді жалғастыру"),
        ("User", "Пайдаланушы"),
        ("Skip to main content", "Негізгі мәтінге өту"),
        ("This field is required.", "Бұл өрісті толтыру міндетті."),
    ],
)
def test_kazakh_texts_of_the_admin_are_corrected(english, kazakh):
    with translation.override("kk"):
        assert gettext(english) == kazakh


def test_kazakh_counts_and_months():
    with translation.override("kk"):
        assert ngettext("%(counter)s result", "%(counter)s results", 5) == "%(counter)s нәтиже"
        assert pgettext("alt. month", "February") == "ақпан"


@pytest.mark.django_db
def test_the_scripts_of_the_admin_are_in_kazakh(admin_client):
    script = admin_client.get("/admin/jsi18n/", headers={"accept-language": "kk"}).content.decode()

    assert f'"Available %s": {json.dumps("Қолжетімді: %s")}' in script
