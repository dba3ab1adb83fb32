"""Spellings of one author's name: author line, biography, English form, earlier articles."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import Levenshtein

from articles.records.findings import Finding, Level
from articles.records.languages import Language
from articles.records.record import Authorship
from articles.records.romanization import SCHEMES, romanize
from articles.records.scripts import KAZAKH_LETTERS, words

from .messages import LANGUAGE_NAMES, fill, spot_in
from .neighbours import EarlierName
from .subject import Subject

NAME_WORDS = 8  # a biography begins with the name
ALIKE = 0.7  # of Levenshtein's similarity: one person's name, misspelt
SLIPS = 2  # letters by which a misspelt name differs
LETTERS_AT_LEAST = 5

ASK = _("Ask the author which spelling they use themselves (ORCID, Scopus).")


def check_biographies(subject: Subject) -> Iterator[Finding]:
    """The biography begins with the family name as the author line spells it."""
    for place, author in enumerate(subject.record.authors, 1):
        for code, bio in author.bio.items():
            family = author.names[code].family if code in author.names else ""
            if written := _misspelt(family, bio):
                start = bio.index(written)
                yield Finding(
                    Level.WARNS,
                    f"authors[{place}].bio",
                    code,
                    fill(
                        _("The author line has “%(family)s”, the biography has “%(written)s”."),
                        family=family,
                        written=written,
                    ),
                    ASK,
                    spot=spot_in(bio, start, start + len(written)),
                )


def check_biography_languages(subject: Subject) -> Iterator[Finding]:
    """Biographies that are given in two languages or more, but not in all of the journal's."""
    authors = subject.record.authors
    languages = {code for author in authors for code in author.bio}
    missing = [code for code in subject.policy.languages if code not in languages]
    if len(languages) > 1:
        for code in missing:
            place = next(place for place, author in enumerate(authors, 1) if author.bio)
            yield Finding(
                Level.WARNS,
                f"authors[{place}].bio",
                code,
                fill(
                    _("Biographies (bios) in %(language)s [%(code)s] are missing."),
                    language=LANGUAGE_NAMES[code],
                    code=code,
                ),
                _("Other languages have them. Enter them here too, or remove all."),
            )


def check_romanized_names(subject: Subject) -> Iterator[Finding]:
    """An English family name that differs from every romanization scheme by one or two letters.

    A note, since it may be the person's own spelling. A name that differs more follows another
    tradition (Zhao, Hughes). One without a patronymic may be a foreign name in Cyrillic.
    """
    scheme: dict[Language, str] = {
        "kk": subject.policy.romanization_kk,
        "ru": subject.policy.romanization_ru,
    }
    for place, author in enumerate(subject.record.authors, 1):
        native = _native(author)
        if not native or "en" not in author.names or not author.names[native].patronymic:
            continue
        family, english = author.names[native].family, author.names["en"].family
        if _is_slip(english, _romanized(author)):
            yield Finding(
                Level.NOTES,
                f"authors[{place}].names",
                "en",
                fill(
                    _("“%(english)s”: by the journal's scheme it would be “%(romanized)s”."),
                    english=english,
                    romanized=romanize(family, native, scheme[native]),
                ),
                _("Keep it if the author spells it this way."),
            )


def check_swapped_names(subject: Subject) -> Iterator[Finding]:
    """An English given name that is the romanized family name."""
    for place, author in enumerate(subject.record.authors, 1):
        english = author.names.get("en")
        if not english or len(english.given) < LETTERS_AT_LEAST:
            continue
        forms = _romanized(author)
        if _nearest(english.given, forms) >= ALIKE > _nearest(english.family, forms):
            yield Finding(
                Level.WARNS,
                f"authors[{place}].names",
                "en",
                fill(_("“%(given)s” seems to be the family name."), given=english.given),
                _("Check whether the given name and family name are swapped."),
            )


def check_earlier_names(subject: Subject) -> Iterator[Finding]:
    """The family name is spelled as in earlier articles of the same person."""
    for place, author in enumerate(subject.record.authors, 1):
        earlier = [name for name in subject.neighbours.earlier_names if _is_same(author, name)]
        for code, name in author.names.items():
            titles = {name.names[code].family: name.title for name in earlier if code in name.names}
            if titles and name.family.casefold() not in map(str.casefold, titles):
                family, title = next(iter(titles.items()))
                is_alike = Levenshtein.distance(family.casefold(), name.family.casefold()) <= SLIPS
                yield Finding(
                    Level.WARNS if is_alike else Level.NOTES,
                    f"authors[{place}].names",
                    code,
                    fill(
                        _("“%(family)s” here, “%(earlier)s” in an earlier article: %(title)s."),
                        family=name.family,
                        earlier=family,
                        title=title,
                    ),
                    ASK,
                )


def _misspelt(family: str, bio: str) -> str:
    """The word at the start of the biography that is nearly the family name, else ''."""
    head = [word.text for word in words(bio)][:NAME_WORDS]
    mine = family.casefold()
    if len(mine) < LETTERS_AT_LEAST or any(word.casefold().startswith(mine) for word in head):
        return ""
    near = [(Levenshtein.normalized_similarity(mine, word.casefold()), word) for word in head]
    best, word = max(near, default=(0.0, ""))
    return word if best >= ALIKE and word[0].isupper() else ""


def _native(author: Authorship) -> Language | None:
    """The language that the family name is romanized from: Kazakh if it has Kazakh letters."""
    kazakh = author.names.get("kk")
    if kazakh and ("ru" not in author.names or not KAZAKH_LETTERS.isdisjoint(kazakh.family)):
        return "kk"
    return "ru" if "ru" in author.names else None


def _romanized(author: Authorship) -> set[str]:
    """The family name by each romanization scheme, from Kazakh and from Russian."""
    return {
        romanize(author.names[code].family, code, scheme).casefold()
        for code in SCHEMES
        if code in author.names
        for scheme in SCHEMES[code]
    }


def _is_slip(english: str, forms: set[str]) -> bool:
    if len(english) < LETTERS_AT_LEAST or not forms or english.casefold() in forms:
        return False
    return min(Levenshtein.distance(english.casefold(), form) for form in forms) <= SLIPS


def _nearest(name: str, forms: set[str]) -> float:
    similarity = Levenshtein.normalized_similarity
    return max((similarity(name.casefold(), form) for form in forms), default=0.0)


def _is_same(author: Authorship, earlier: EarlierName) -> bool:
    if author.orcid and earlier.orcid:
        return author.orcid == earlier.orcid
    return author.author_id is not None and author.author_id == earlier.author_id
