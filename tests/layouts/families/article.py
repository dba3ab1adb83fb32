"""An invented article; what a family prints of it is its truth."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.layouts import words
from tests.layouts.words import LANGUAGES, WORDS

Parts = list[str]


class Article:
    """The texts of one article; asking for a text records it as printed."""

    def __init__(self, seed: int, own_words: words.Words = WORDS) -> None:
        chance = self.chance = Random(seed)
        self.words = own_words
        self.languages = chance.sample(LANGUAGES, 3)
        self.own = self.languages[0]
        self.people = chance.choice([1, 2, 2, 3, 3, 4])
        self.organisations = min(self.people, chance.choice([1, 2, 3]))
        self.shape = chance.choice(words.SHAPES)
        self.first_person = chance.randrange(20)
        self.titles = {language: words.title(chance, language, own_words) for language in LANGUAGES}
        self.abstracts = {
            language: words.sentences(chance, language, chance.randint(3, 7), own_words)
            for language in LANGUAGES
        }
        self.kinds = chance.sample(range(_least(own_words, "organisations")), 5)
        self.places = chance.sample(range(_least(own_words, "places")), 5)
        self.keywords_in = {
            language: chance.sample(own_words["keywords"][language], 5) for language in LANGUAGES
        }
        self.numbers = [at % self.organisations + 1 for at in range(self.people)]
        self.truth = self._empty_truth()

    def _empty_truth(self) -> dict[str, Any]:
        authors = [
            {"order": at + 1, "name": dict.fromkeys(LANGUAGES), "affiliations": [],
             "corresponding": False, "email": None, "orcid": None}
            for at in range(self.people)
        ]  # fmt: skip
        return {
            "schema": "manuscript-truth/1", "case": "", "article_language": self.own,
            "title": dict.fromkeys(LANGUAGES), "abstract": dict.fromkeys(LANGUAGES),
            "keywords": {language: [] for language in LANGUAGES}, "authors": authors,
            "affiliations": [], "irsti": [], "udc": [], "doi": None,
            "dates": dict.fromkeys(("received", "revised", "accepted", "published")),
            "pages": None, "sections": [], "other_sections": [], "funding": None,
            "references": {"original": [], "romanized": []},
            "bios": {language: [] for language in LANGUAGES},
        }  # fmt: skip

    def title(self, language: str, capital: bool = False) -> str:
        text = self.titles[language].upper() if capital else self.titles[language]
        self.truth["title"][language] = text
        return text

    def name(self, language: str, at: int, shape: str = "", is_byline: bool = True) -> str:
        text = words.person(language, self.first_person + at, shape or self.shape, self.words)
        if is_byline:
            self.truth["authors"][at]["name"][language] = text
        return text

    def names(self, language: str, shape: str = "") -> Parts:
        return [self.name(language, at, shape) for at in range(self.people)]

    def signed(self, language: str, shape: str = "", pattern: str = "{}<sup>{}</sup>") -> str:
        """The byline, each name with the number of its organisation."""
        names = zip(self.names(language, shape), self.numbers, strict=True)
        return ", ".join(pattern.format(name, number) for name, number in names)

    def organisation(self, language: str, at: int, place: bool = True) -> str:
        """The organisation with its place; the authors have it from now on."""
        name = self.words["organisations"][language][self.kinds[at]]
        text = f"{name}, {self.words['places'][language][self.places[at]]}" if place else name
        self.record_organisation(language, at, text)
        return text

    def record_organisation(self, language: str, at: int, text: str) -> None:
        known = self.truth["affiliations"]
        while len(known) <= at:
            known.append({"id": len(known) + 1, "name": dict.fromkeys(LANGUAGES)})
        known[at]["name"][language] = text
        for author, number in zip(self.truth["authors"], self.numbers, strict=False):
            author["affiliations"] = [number] if number <= len(known) else author["affiliations"]

    def organisation_lines(self, language: str) -> Parts:
        return [self.organisation(language, at) for at in range(self.organisations)]

    def abstract(self, language: str) -> str:
        self.truth["abstract"][language] = self.abstracts[language]
        return self.abstracts[language]

    def keywords(self, language: str, sign: str = ", ") -> str:
        self.truth["keywords"][language] = self.keywords_in[language]
        return sign.join(self.keywords_in[language])

    def email(self, at: int, is_corresponding: bool = False) -> str:
        mail = f"{words.surname('en', self.first_person + at, self.words).lower()}@example.org"
        self.truth["authors"][at]["email"] = mail
        self.truth["authors"][at]["corresponding"] |= is_corresponding
        return mail

    def orcid(self, at: int) -> str:
        text = f"0000-0000-{2000 + 7 * self.first_person:04}-{100 + at:04}"
        self.truth["authors"][at]["orcid"] = text
        return text

    def star(self, at: int) -> str:
        self.truth["authors"][at]["corresponding"] = True
        return "*"

    def posts(self, language: str, at: int, count: int = 1) -> str:
        known = self.words["posts"][language]
        return ", ".join(known[(self.first_person + 3 * at + each) % len(known)].rstrip(".")
                         for each in range(count))  # fmt: skip

    def label(self, kind: str, language: str) -> str:
        return str(self.chance.choice(self.words[kind][language]))

    def codes(self, language: str) -> Parts:
        irsti, udc = self.words["codes"][language]
        self.truth["irsti"], self.truth["udc"] = ["20.15.05"], ["004.9:025.4"]
        return [irsti, udc]

    def body(self, with_headings: bool = True) -> list[tuple[str, str]]:
        """The text of the article as lines, each with its style."""
        lines: list[tuple[str, str]] = []
        for heading in self.words["headings"][self.own] if with_headings else [""]:
            texts = [words.sentences(self.chance, self.own, self.chance.randint(3, 6), self.words)
                     for _ in range(2)]  # fmt: skip
            self.truth["sections"].append({"heading": heading, "text": "\n\n".join(texts)})
            lines += [("heading", heading)] * bool(heading)
            lines += [("text", text) for text in texts]
        return lines

    def references(self, both: bool = True) -> list[tuple[str, str]]:
        """The reference lists as lines."""
        heading = self.label("references", self.own)
        lines = [("heading", heading)]
        lines += [("text", f"{at}. {each}") for at, each in enumerate(self.words["entries"], 1)]
        self.truth["references"]["original"] = self.words["entries"]
        if both and self.own != "en":
            lines += [("heading", "References")]
            lines += [
                ("text", f"{at}. {each}") for at, each in enumerate(self.words["romanized"], 1)
            ]
            self.truth["references"]["romanized"] = self.words["romanized"]
        else:
            self.truth["accept"] = {"references": "either"}
        return lines


def _least(own_words: words.Words, kind: str) -> int:
    return min(map(len, own_words[kind].values()))
