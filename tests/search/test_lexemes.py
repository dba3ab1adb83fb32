"""What PostgreSQL keeps of a key: the whole of it, in one lexeme."""

import os

import psycopg
import pytest

from articles.search.analysis import analyse, keys

TEXTS = [
    ("Қазіргі Қазақстан мен ҚХР дипломатиясындағы ақпараттық-коммуникациялық рөл, COVID-19", "kk"),
    ("О её роли в XXI веке: научно-технический прогресс, 2024 г., Wi‑Fi, e-mail", "ru"),
    ("O’Reilly’s co-operation in 1991–2001; naïve Müller", "en"),
    ("½ ² Ⅻ ١٢٣ ７ １２ 中文 עברית a_b a.b@c.kz https://example.org/x?y=z 3.14e10 -5 ﬁn ŉ", None),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_every_key_is_one_lexeme_of_the_configuration_simple(text, language):
    folded = (key for word in analyse(text, language) for key in word.folded)
    found = sorted({*keys(text, language), *folded})

    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        kept = connection.execute(
            "SELECT tsvector_to_array(to_tsvector('simple', %s))", [" ".join(found)]
        ).fetchone()[0]

    assert sorted(kept) == found
