"""What queries find and mark: in the sample as docs/search.md tells, and in the real article."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article
from articles.publishing import publish_article
from articles.records.markup import plain
from articles.search.public_search import search
from tests.exports.schemas import BESIDE, needs_shared
from tests.factories import a_journal

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[2] / "docs" / "search.md"
ROW = re.compile(r"^\| `([^`]+)` \| (kk|ru|en) \| (.+) \|$", re.MULTILINE)


def said(typed, reader):
    """What the row says of it: which article is first, of how many, and what is marked in it."""
    results = search(typed, reader=reader)
    if not results.articles:
        offered = [*([results.correction] if results.correction else []), *results.single_words]
        return "– | " + " · ".join(f"offers {hint.typed} ({hint.count})" for hint in offered)
    first = results.articles[0]
    of = f" of {results.count}" if results.count > 1 else ""
    return f"{first.listing.summary.doi.rpartition('/')[2]}{of} | {' · '.join(marked(first))}"


def marked(result):
    """By language: in the title, and in the passage, which may be in none of the three."""
    for code, spans in result.title_spans.items():
        title = plain(result.listing.summary.title[code])
        if words := dict.fromkeys(title[left:right] for left, right in spans):
            yield f"{code}: {', '.join(words)}"
    if (passage := result.passage) and passage.spans:
        words = dict.fromkeys(passage.text[left:right] for left, right in passage.spans)
        yield f"{passage.language or '–'}: … {', '.join(words)} …"


def test_each_row_of_the_table_is_true():
    call_command("load_sample", verbosity=0)
    rows = ROW.findall(DOCS.read_text(encoding="utf-8"))

    real = [said(typed, reader) for typed, reader, _said in rows]

    assert [told for _typed, _reader, told in rows] == real
    assert len(rows) >= 20


REAL = [
    ("дипломатия", "kk", "kk: дипломатиясындағы · ru: дипломатии · "
     "kk: … дипломатиясына, дипломатияның …"),
    ("дипломатии", "ru", "kk: дипломатиясындағы · ru: дипломатии · ru: … дипломатии …"),
    ("diplomacy", "en", "en: diplomacy · en: … diplomacy …"),
    ("қарым-қатынас", "kk", "kk: … қарым-қатынасын …"),
    ("қытайдың интернеті", "kk", "kk: … Қытай, интернет …"),
    ("Окинава хартиясы", "kk", "kk: … Окинава, Хартиясында …"),
    ("XXI ғасыр", "kk", "kk: … ХХІ, ғасырдағы …"),
    ("ҚХР", "kk", "kk: ҚХР · kk: … ҚХР …"),
    ("казакстан", "kk", "kk: Қазақстан · kk: … Қазақстан …"),
    ("qazaqstan", "kk", "kk: Қазақстан · kk: … Қазақстан …"),
    ("khalyqaralyq", "kk", "kk: … халықаралық …"),
    ("информационные технологии", "ru", "kk: технологиялардың · ru: технологий · "
     "ru: … информационного, информационные, технологии …"),
    ("«современного Казахстана»", "ru", "ru: современного, Казахстана · "
     "ru: … современном, Казахстана …"),
    ("дипломатика", "ru", "kk: дипломатиясындағы · ru: дипломатии · "
     "ru: … дипломатических, дипломатии …"),
    ("Chinese authorities", "en", "en: … Chinese, authorities …"),
    ("дипл*", "ru", "kk: дипломатиясындағы · ru: дипломатии · ru: … дипломатических, дипломатии …"),
    ("Мубашева Камила", "ru", "–: … Мубашева …"),
    ("Zhanar Yesserkepova", "en", "–: … Yesserkepova …"),
    ("Есеркепова Ж.О.", "kk", "–: … Есеркепова …"),
    ("10.32523/2616-6887/2021-134-1-23-30", "en", ""),
]  # fmt: skip


@needs_shared
def test_twenty_queries_find_the_real_article_and_mark_its_words():
    journal = a_journal(slug="bulletin")
    file = BESIDE / "manuscripts" / "seed.json"
    call_command("import_articles", str(file), journal=journal.slug, stdout=io.StringIO())
    publish_article(Article.objects.get(), published_on=date(2021, 3, 31), override="test")

    real = [said(typed, reader) for typed, reader, _marked in REAL]

    assert real == [f"2021-134-1-23-30 | {marked}" for _typed, _reader, marked in REAL]
