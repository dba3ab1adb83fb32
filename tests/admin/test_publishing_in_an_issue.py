"""Publishing an article whose issue is not published yet gives a warning with a link."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import a_journal, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("out", "count"), [(None, 1), (date(2024, 3, 29), 0)])
def test_a_warning_links_to_the_unpublished_issue(admin_client, out, count):
    journal = a_journal()
    issue = an_issue(journal, published_on=out)
    article = an_article(journal, issue_id=issue.pk, position=1)
    address = reverse("admin:articles_article_publish", args=[article.pk])

    page = admin_client.post(address, {"published_on": "2024-03-29"}, follow=True)

    way = reverse("admin:articles_issue_publish", args=[issue.pk])
    warnings = [str(one) for one in page.context["messages"] if one.level_tag == "warning"]
    assert [way in one for one in warnings] == [True] * count
