"""An article published into an issue that is not out yet: the editor is told, and led on."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import a_journal, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("out", "count"), [(None, 1), (date(2024, 3, 29), 0)])
def test_an_issue_that_is_not_out_is_said_with_the_way_to_publish_it(admin_client, out, count):
    journal = a_journal()
    issue = an_issue(journal, published_on=out)
    article = an_article(journal, issue_id=issue.pk, position=1)
    address = reverse("admin:articles_article_publish", args=[article.pk])

    page = admin_client.post(address, {"published_on": "2024-03-29"}, follow=True)

    way = reverse("admin:articles_issue_publish", args=[issue.pk])
    warnings = [str(one) for one in page.context["messages"] if one.level_tag == "warning"]
    assert [way in one for one in warnings] == [True] * count
