"""The keys of this site for an imported record: by key for an own record, else by identifier."""

import pytest

from articles.intake.import_errors import NotImported
from articles.intake.local_keys import with_article_key, with_author_key, with_organisation_key
from articles.models import Author, Organisation
from articles.records.record import Relation
from tests.factories import an_affiliation, an_article, an_author

pytestmark = pytest.mark.django_db
ORCID = "0000-0002-1825-0097"
ROR = "https://ror.org/0zzzzzz02"


@pytest.mark.parametrize("is_own", [True, False])
def test_a_related_article_is_found_by_its_doi_in_any_letter_case(is_own):
    article = an_article(doi="10.5555/abc")

    relation = with_article_key(Relation(kind="corrects", doi="10.5555/ABC"), is_own)

    assert relation == Relation(kind="corrects", article_id=article.pk, doi="10.5555/ABC")


def test_an_unknown_article_with_a_doi_has_no_key():
    relation = with_article_key(Relation(kind="corrects", article_id=999, doi="10.5555/abc"), False)

    assert relation == Relation(kind="corrects", article_id=None, doi="10.5555/abc")


def test_the_key_of_an_own_relation_comes_before_its_doi():
    article = an_article(doi="10.5555/abc")
    other = an_article(article.journal, doi="10.5555/other")
    relation = Relation(kind="corrects", article_id=article.pk, doi="10.5555/other")

    assert with_article_key(relation, True).article_id == article.pk
    assert with_article_key(relation, False).article_id == other.pk


@pytest.mark.parametrize("is_own", [True, False])
def test_a_relation_to_an_unknown_article_needs_a_doi(is_own):
    with pytest.raises(NotImported) as refused:
        with_article_key(Relation(kind="corrects", article_id=999), is_own)

    assert [str(reason) for reason in refused.value.reasons] == [
        "relations: In a relation, the article is given by its DOI."
    ]


def test_an_author_is_found_by_key_in_an_own_record_and_else_by_orcid():
    by_key = Author.objects.create(family_name_kk="Есенова")
    by_orcid = Author.objects.create(family_name_kk="Смирнов", orcid=ORCID)
    author = an_author(author_id=by_key.pk, orcid=ORCID, codes={"spin": "1"})

    assert with_author_key(author, True) == an_author(author_id=by_key.pk, orcid=ORCID)
    assert with_author_key(author, False) == an_author(author_id=by_orcid.pk, orcid=ORCID)
    assert with_author_key(an_author(author_id=by_key.pk), False) == an_author()


def test_an_organisation_is_found_by_key_in_an_own_record_and_else_by_ror():
    by_key = Organisation.objects.create(name_kk="Дала университеті")
    by_ror = Organisation.objects.create(name_kk="Тау институты", ror=ROR)
    affiliation = an_affiliation(organisation_id=by_key.pk, ror=ROR)

    assert with_organisation_key(affiliation, True).organisation_id == by_key.pk
    assert with_organisation_key(affiliation, False).organisation_id == by_ror.pk
    unnamed = an_affiliation(organisation_id=by_key.pk)
    assert with_organisation_key(unnamed, False).organisation_id is None
