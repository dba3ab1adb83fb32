"""Bulk changes as an editor sends them, and what the pages answer."""

from django.test import Client
from django.urls import reverse

from articles.editing import working_record
from articles.models import Article
from tests.factories import a_member

LIST = reverse("admin:articles_article_changelist")
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def signed_in(journal, role="chief_editor", sections=()):
    client = Client()
    user = a_member(journal, role, languages=["ru"])
    user.memberships.get().sections.set(sections)
    client.force_login(user)
    return client


def address(name):
    return reverse("admin:articles_article_bulk", args=[name])


def choose(client, name, *articles, query=""):
    keys = [article.pk for article in articles]
    return client.post(LIST + query, {"action": name, "_selected_action": keys})


def preview(client, name, *articles, **values):
    """The preview of the chosen articles; a change that asks nothing shows it at once."""
    page = choose(client, name, *articles)
    if not values:
        return page
    sent = {"selection": page.context["selection"].token(), "do": "preview", **values}
    return client.post(address(name), sent)


def apply(client, page):
    token = page.context["selection"].token()
    sent = {"selection": token, "do": "apply"}
    return client.post(address(page.context["change"].name), sent)


def change(client, name, *articles, **values):
    """The report."""
    return apply(client, preview(client, name, *articles, **values))


def lines(page):
    """In the order in which the articles were made; the list has the latest first."""
    planned = sorted(page.context["planned_changes"], key=lambda one: one.article.pk)
    return [(one.before, one.after, one.skipped) for one in planned]


def skipped(report):
    return {line.article.pk: line.skipped for line in report.context["skipped"]}


def done(report):
    return sorted(line.article.pk for line in report.context["done"])


def record(article):
    return working_record(Article.objects.select_related("journal").get(pk=article.pk))
