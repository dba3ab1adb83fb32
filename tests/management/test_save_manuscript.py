"""`read_manuscript FILE --save --journal SLUG` saves a draft, or nothing and says why."""

import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Manuscript
from tests.factories import a_journal, an_article
from tests.manuscript_texts import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Есенова.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_file_becomes_a_draft_of_the_journal(file, capsys):
    journal = a_journal()

    call_command("read_manuscript", str(file), save=True, journal="steppe-science")

    article = Article.objects.get()
    output = capsys.readouterr()
    assert json.loads(output.out)["irsti"] == ["34.35.15"]
    assert (article.journal, article.status, article.title_en) == (
        journal,
        "draft",
        "Species of steppe plants",
    )
    assert Manuscript.objects.get().article == article
    assert f"Draft {article.pk} was saved in steppe-science" in output.err


def test_without_save_nothing_is_saved(file, capsys):
    a_journal()

    call_command("read_manuscript", str(file))

    assert (Article.objects.count(), Manuscript.objects.count()) == (0, 0)
    assert capsys.readouterr().err.strip().endswith("Nothing was saved.")


@pytest.mark.parametrize("slug", [None, "unknown"])
def test_a_draft_needs_a_journal(file, slug):
    with pytest.raises(CommandError):
        call_command("read_manuscript", str(file), save=True, journal=slug)


def test_a_doi_that_another_article_has_saves_nothing(file):
    an_article(doi="10.5555/dala.1")
    file.write_text(f"DOI: 10.5555/dala.1\n\n{TEXT}", "utf-8")

    with pytest.raises(CommandError, match="DOI"):
        call_command("read_manuscript", str(file), save=True, journal="steppe-science")

    assert (Article.objects.count(), Manuscript.objects.count()) == (1, 0)
