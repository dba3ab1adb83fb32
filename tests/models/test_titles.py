"""The name of an article in plain text."""

from articles.models import Article


def test_a_raised_figure_stays_raised_in_plain_text():
    article = Article(title_kk="CO<sub>2</sub> бөлінуі: 10<sup>3</sup> сағат")

    assert str(article) == "CO2 бөлінуі: 10³ сағат"
