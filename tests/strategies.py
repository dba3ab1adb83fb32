"""Records made by hypothesis: any that the type allows, with texts that came in clean."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from articles.records.cleaning import clean_line
from articles.records.identifiers import is_doi
from articles.records.languages import LANGUAGES, tidy
from articles.records.names import Name
from articles.records.record import (
    Affiliation,
    Authorship,
    Funding,
    Galley,
    Record,
    Reference,
    Relation,
    Statements,
)

# What `clean_text` lets through: no control characters, no lone surrogates, NFC.
LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"),
    include_characters="\n\t", exclude_characters="\ufeff\ufffe\uffff",
)  # fmt: skip
WORDS = st.sampled_from(
    ["дала", "ғылым", "Өскемен", "степь", "наука", "steppe", "<i>Stipa</i>", "H<sub>2</sub>O",
     "a < b", "R&D", "]]>", "&amp;", "Ұлы", "«сөз»", "—", "XXI", "<b>", "\u0301", "🙂"]
)  # fmt: skip


lines = (
    st.one_of(st.text(LETTERS, max_size=40), st.lists(WORDS, max_size=6).map(" ".join))
    .map(clean_line)
    .map(lambda value: " ".join(value.split()))
)
filled_lines = lines.filter(bool)
texts = st.fixed_dictionaries({}, optional=dict.fromkeys(LANGUAGES, lines)).map(tidy)
full_texts = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, filled_lines)).map(tidy)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
suffixes = st.sampled_from(["", "", "", "Jr.", "III", "мл."])
names = st.builds(Name, family=filled_lines, given=lines, patronymic=lines, suffix=suffixes)
names_by_language = st.dictionaries(st.sampled_from(LANGUAGES), names).map(
    lambda names: {code: names[code] for code in LANGUAGES if code in names}
)
full_names = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, names))
dois = st.from_regex(r"\A10\.5555/[a-z0-9][a-z0-9._;()/-]{0,30}\Z").filter(is_doi)
orcids = st.sampled_from(["", "0000-0000-0000-0001", "0000-0000-0000-001X"])


def people(names: st.SearchStrategy = names_by_language) -> st.SearchStrategy[Authorship]:
    return st.builds(
        Authorship,
        kind=st.just("person"),
        names=names,
        collective=st.just({}),
        degree=texts,
        academic_title=texts,
        post=texts,
        bio=texts,
        orcid=orcids,
        email=st.sampled_from(["", "a.b@example.org"]),
        corresponding=st.booleans(),
        roles=st.sampled_from([(), ("conceptualization", "writing-original-draft")]),
        marks=st.sampled_from([(), (1,), (1, 2)]),
        author_id=st.none(),
        codes=st.just({}),
    )


affiliations = st.builds(
    Affiliation,
    name=texts,
    unit=texts,
    city=texts,
    country=st.sampled_from(["", "KZ"]),
    ror=st.just(""),
    organisation_id=st.none(),
)
references = st.builds(
    Reference,
    text=lines,
    romanized=lines,
    type=st.sampled_from(["", "book", "journal_article"]),
    doi=st.one_of(st.just(""), dois),
    url=st.sampled_from(["", "https://example.org/a?b=1&c=2"]),
)
galleys = st.builds(
    Galley,
    id=st.integers(1, 10**6),
    language=st.sampled_from(LANGUAGES),
    kind=st.sampled_from(["pdf", "supplement"]),
    name=st.just("article.pdf"),
    size=st.integers(1, 10**9),
    pages=st.one_of(st.none(), st.integers(1, 100)),
    checksum=st.just("0" * 64),
    path=st.just("galleys/article.pdf"),
    made_from=st.sampled_from(["", "0" * 64]),
)
keywords = st.dictionaries(
    st.sampled_from(LANGUAGES), st.lists(filled_lines, min_size=1, max_size=4).map(tuple)
).map(lambda lists: {code: lists[code] for code in LANGUAGES if code in lists})


def records(**fixed: st.SearchStrategy) -> st.SearchStrategy[Record]:
    """`records(title=full_texts, journal=st.just(JOURNAL))` fixes what a test needs."""
    fields = {
        "language": st.sampled_from(LANGUAGES),
        "title": texts,
        "abstract": texts,
        "keywords": keywords,
        "authors": st.lists(people(), max_size=3).map(tuple),
        "affiliations": st.lists(affiliations, max_size=2).map(tuple),
        "irsti": st.sampled_from([(), ("34.35.15",)]),
        "udc": st.sampled_from([(), ("581.5", "574")]),
        "doi": st.one_of(st.just(""), dois),
        "first_page": st.sampled_from(["", "5"]),
        "last_page": st.sampled_from(["", "14", "15, 18", "5–9"]),
        "page_ranges": st.sampled_from([(), (), ("20",), ("S1-S3", "22-30")]),
        "received_on": st.one_of(st.none(), days),
        "accepted_on": st.one_of(st.none(), days),
        "published_on": st.one_of(st.none(), days),
        "copyright_holder": texts,
        "statements": st.builds(Statements, contributions=texts, conflicts=texts),
        "references": st.lists(references, max_size=4).map(tuple),
        "funding": st.lists(
            st.builds(Funding, funder=texts, funder_id=st.just(""), award=lines), max_size=2
        ).map(tuple),
        "galleys": st.lists(galleys, max_size=2, unique_by=lambda galley: galley.id).map(tuple),
        "relations": st.lists(
            st.builds(Relation, kind=st.just("corrects"), article_id=st.none(), doi=dois),
            max_size=1,
        ).map(tuple),
    }
    return st.builds(Record, **{**fields, **fixed})
