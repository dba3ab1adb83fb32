"""Random records with a journal and an issue, most of them exportable."""

from datetime import date
from typing import get_args

import msgspec
from hypothesis import strategies as st

from articles.records.facts import IssueFacts
from articles.records.record import Record, Relation, RelationKind
from tests.factories import JOURNAL
from tests.strategies import dois, full_names, full_texts, lines, people, records, texts

journals = st.builds(
    lambda **facts: msgspec.structs.replace(JOURNAL, **facts),
    publisher=full_texts,
    issn_online=st.sampled_from(["", "0000-0019"]),
    crossmark_doi=st.sampled_from(["", "10.5555/policy"]),
    names_first=st.sampled_from(["roman", "native"]),
    licence=st.sampled_from(["", "CC BY", "https://creativecommons.org/licenses/by/4.0/"]),
)
issues = st.builds(
    IssueFacts,
    id=st.just(1),
    year=st.integers(1400, 2200),
    volume=st.sampled_from(["", "7"]),
    number=st.sampled_from(["", "1", "2-3"]),
    part=st.sampled_from(["", "1"]),
    through_number=st.sampled_from(["", "134"]),
    title=texts,
    published_on=st.sampled_from([None, date(2024, 3, 29)]),
)
relations = st.lists(
    st.builds(
        Relation,
        kind=st.sampled_from(get_args(RelationKind)),
        article_id=st.sampled_from([None, 7]),
        doi=st.one_of(st.just(""), dois),
    ),
    max_size=3,
).map(tuple)
authors = st.lists(
    st.one_of(people(full_names), people(), people().map(
        lambda person: msgspec.structs.replace(
            person, kind="organisation", names={}, collective={"ru": "Степь & K°"}, marks=()
        )
    )),
    max_size=4,
).map(tuple)  # fmt: skip


# Full texts as no editor writes them: any element in any other.
TAGS = (
    "p", "h2", "h3", "h4", "ul", "ol", "li", "table", "caption", "thead", "tr", "th", "td",
    "figure", "figcaption", "sub", "em", "strong", "section", "blockquote", "footer", "span",
    "math", "mi", "mfrac", "msup",
)  # fmt: skip
EXTRAS = ("", " id='a'", " id='fn1'", " id='1 x'", " lang='ru'", " dir='rtl'", " colspan='0'")
leaves = st.sampled_from((
    "сөз", " [1] ", "&lt;&amp;", "\u0000", "<img src='a.png'>", "<img src='b.png' alt='x'>",
    "<a href='#a'>a</a>", "<a href='#fn1'>1</a>", "<a href='https://example.org/а?b&c'>b</a>",
    "<a id='a'></a>", "<section id='footnotes'><ol><li id='fn1'>note</li><li>x</li></ol></section>",
))  # fmt: skip
bodies = st.recursive(
    leaves,
    lambda inner: st.builds(
        lambda tag, extra, parts: f"<{tag}{extra}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(EXTRAS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


def public_records(**fixed: st.SearchStrategy) -> st.SearchStrategy[Record]:
    fields = {
        "id": st.just(1),
        "site": st.just("https://journal.example.org"),
        "title": full_texts,
        "authors": authors,
        "doi": dois,
        "section": texts,
        "edn": st.sampled_from(["", "ABCDEF"]),
        "article_number": st.sampled_from(["", "e7"]),
        "jel": st.sampled_from([(), ("A10",)]),
        "body": st.one_of(st.just(""), lines.map(as_body)),
        "journal": journals,
        "issue": st.one_of(st.none(), issues),
        "status": st.sampled_from(["published", "retracted", "withdrawn"]),
        "relations": relations,
    }
    return records(**{**fields, **fixed})


def as_body(line: str) -> str:
    escaped = line.replace("&", "&amp;").replace("<", "&lt;")
    return f"<h2>{escaped}</h2><p>{escaped}</p>"
