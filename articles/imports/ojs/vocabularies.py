"""Keywords, supporting agencies, and terms of other vocabularies, by language."""

from __future__ import annotations

from collections.abc import Iterator

from articles.records.languages import LANGUAGES, Language, tidy
from articles.records.record import Funding

from .elements import Element
from .locales import Locales
from .texts import plain_line
from .values import Term

Terms = dict[Language, tuple[str, ...]]

# Vocabularies and texts of OJS for which a record has no field.
VOCABULARIES = {"subjects": "subject", "disciplines": "discipline", "languages": "language"}
TEXTS = ("coverage", "type", "source", "rights")


class VocabularyReader:
    """Reads the vocabularies of one version; `language` is that of terms without a locale."""

    def __init__(self, version: Element, language: Language, locales: Locales) -> None:
        self.version = version
        self.language = language
        self.locales = locales

    def keywords(self) -> Terms:
        return self.vocabulary("keywords", "keyword")

    def funding(self) -> Iterator[Funding]:
        """Supporting agencies: lists in several languages name the same ones in the same order."""
        agencies = self.vocabulary("agencies", "agency")
        for place in range(max(map(len, agencies.values()), default=0)):
            named = {code: names[place] for code, names in agencies.items() if place < len(names)}
            yield Funding(funder=tidy(named))

    def terms(self) -> Iterator[Term]:
        for group, member in VOCABULARIES.items():
            for language, texts in self.vocabulary(group, member).items():
                for text in texts:
                    yield Term(vocabulary=group, language=language, text=text)
        for name in TEXTS:
            texts_by_language = self.locales.texts(
                self.version.all(name), self.language, plain_line
            )
            for language, text in texts_by_language.items():
                yield Term(vocabulary=name, language=language, text=text)

    def vocabulary(self, group: str, member: str) -> Terms:
        """Terms by language: texts, since OJS 3.5 also in a `name`."""
        found: dict[Language, list[str]] = {}
        for each in self.version.all(group):
            locale = each.get("locale")
            language = self.locales.language(locale) if locale else self.language
            terms = [plain_line(term.text_at("name") or term.text) for term in each.all(member)]
            terms = list(filter(None, terms))
            if language:
                found.setdefault(language, []).extend(terms)
            elif terms:
                self.locales.leave_out(group, locale, "; ".join(terms))
        return {code: tuple(dict.fromkeys(found[code])) for code in LANGUAGES if found.get(code)}
