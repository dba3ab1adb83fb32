"""The shapes of search results: articles with the words found in them, facets, hints."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Field, Schema

from articles.records.languages import Language, Text
from articles.search.facets import Facet as FacetOfHits
from articles.search.public_search import Hint as HintOfHits
from articles.search.snippets import Passage as PassageOfText
from articles.search.snippets import Spans

from .shapes import Article, Texts


class Mark(Schema):
    start: Annotated[int, Field(description="In characters (code points) of the plain text")]
    end: int
    text: Annotated[str, Field(description="What stands there, as printed")]


class Passage(Schema):
    text: str
    language: Annotated[str, Field(description="kk, ru or en; empty for none of the three")]
    marks: list[Mark]
    is_cut_before: bool
    is_cut_after: bool


class Found(Schema):
    article: Article
    title_marks: Annotated[
        dict[str, list[Mark]],
        Field(description="By language, in the title without its <i> <b> <sub> <sup>"),
    ]
    passage: Passage | None


class FacetValue(Schema):
    value: Annotated[str, Field(description="What the filter of the facet's kind takes")]
    label: Annotated[Texts, Field(description="Empty where the value says it: years, languages")]
    articles: int
    is_chosen: bool


class Facet(Schema):
    kind: Literal["journal", "year", "language", "section", "author", "keyword"]
    values: list[FacetValue]


class Hint(Schema):
    q: str
    articles: int
    is_capped: bool


class FoundList(Schema):
    q: Annotated[str, Field(description="The words as they were read: of a long text, its start")]
    results: list[Found]
    count: int
    is_capped: Annotated[bool, Field(description="There are more than `count`, not counted")]
    page: int
    page_count: int
    next: Annotated[int | None, Field(description="The `page` that goes on, if any")]
    facets: list[Facet]
    meant: Annotated[
        Hint | None, Field(description="Where nothing was found: the words with errors corrected")
    ]
    words: Annotated[
        list[Hint], Field(description="Where nothing was found: words that alone find something")
    ]


class Suggestion(Schema):
    kind: Literal["keyword", "author", "title"]
    label: str
    language: str
    article_id: int
    author_id: int | None


class SuggestionList(Schema):
    suggestions: list[Suggestion]


def marks_shape(text: str, spans: Spans) -> list[dict[str, Any]]:
    return [{"start": left, "end": right, "text": text[left:right]} for left, right in spans]


def passage_shape(passage: PassageOfText | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "text": passage.text,
        "language": passage.language,
        "marks": marks_shape(passage.text, passage.spans),
        "is_cut_before": passage.is_cut_before,
        "is_cut_after": passage.is_cut_after,
    }


def facet_shape(facet: FacetOfHits, reader: Language) -> dict[str, Any]:
    """An author's name and a keyword are given in the reader's language alone."""
    values = [
        {
            "value": value.value,
            "label": label_shape(facet.kind, value.label, reader),
            "articles": value.count,
            "is_chosen": value.is_selected,
        }
        for value in facet.values
    ]
    return {"kind": facet.kind, "values": values}


def label_shape(kind: str, label: Text | str, reader: Language) -> Text:
    if isinstance(label, dict):
        return label
    return {reader: label} if kind in ("author", "keyword") else {}


def hint_shape(hint: HintOfHits) -> dict[str, Any]:
    return {"q": hint.typed, "articles": hint.count, "is_capped": hint.is_capped}
