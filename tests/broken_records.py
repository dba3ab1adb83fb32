"""Records with one thing wrong in each, for whatever judges records: the limits on both sides."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from articles.records.facts import Policy
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Funding, Record, Reference, Relation
from tests.factories import ISSUE, JOURNAL, a_public_record, an_affiliation, an_author


def in_journal(**changes: Any) -> Record:
    return a_public_record(journal=replace(JOURNAL, **changes))


def in_issue(**changes: Any) -> Record:
    return a_public_record(issue=replace(ISSUE, **changes))


def by(**changes: Any) -> Record:
    return a_public_record(authors=(an_author(**changes),))


def called(kk: Name, ru: Name, en: Name) -> Record:
    return by(names={"kk": kk, "ru": ru, "en": en})


def citing(*references: Reference, **changes: Any) -> Record:
    return a_public_record(references=references, **changes)


LONG_BODY = "<p>" + "Дала туралы сөз. " * 120 + "</p>"

RECORDS: dict[str, Record] = {
    "as it usually is": a_public_record(),
    "in order": a_public_record(irsti=("34.29.15",), body="<p>Дала.</p>"),
    "nothing but a language": Record(language="ru"),
    "a draft of nothing": Record(language="kk", status="draft", journal=JOURNAL, issue=ISSUE),
    # identifiers
    "no doi": a_public_record(doi=""),
    "a doi that is none": a_public_record(doi="11.5555/x"),
    "a doi of another prefix": a_public_record(doi="10.9999/x", status="ready"),
    "a doi that says another year, issn and pages": a_public_record(
        doi="10.5555/1234-5679-2019-134-1-23-30"
    ),
    "an orcid that is none": by(orcid="0000-0000-1423-0018"),
    "a spin that is none": by(codes={"spin": "12345"}),
    "a spin without its hyphen": by(codes={"spin": "12345678"}),
    "a ror that is none": a_public_record(
        affiliations=(an_affiliation(ror="https://ror.org/0zzzzzz00"),)
    ),
    "codes that are none": a_public_record(irsti=("34",), udc=("?",), edn="abc"),
    "issns that are none": in_journal(issn_print="1234-5678", issn_online="x"),
    "no issn": in_journal(issn_print=""),
    "only an electronic issn": in_journal(issn_print="", issn_online="0000-0000"),
    "one orcid twice": a_public_record(
        authors=(an_author(orcid="0000-0000-1423-0019"), an_author(orcid="0000-0000-1423-0019"))
    ),
    "one of two without orcid": a_public_record(
        authors=(an_author(orcid="0000-0000-1423-0019"), an_author())
    ),
    # journal and issue
    "no journal": a_public_record(journal=None),
    "no issue": a_public_record(issue=None),
    "no site": a_public_record(site=""),
    "a site without its scheme": a_public_record(site="journal.example.org"),
    "a journal without a name": in_journal(name={}),
    "a journal without a publisher": in_journal(publisher={}, registrant=""),
    "a journal of 255 characters": in_journal(crossref_title="a" * 255),
    "a journal of 256 characters": in_journal(crossref_title="a" * 256),
    "no number at elibrary": in_journal(elibrary_id=""),
    "a number at elibrary of ten digits": in_journal(elibrary_id="1234567890"),
    "no depositor": in_journal(depositor_name="", depositor_email="", registrant=""),
    "a depositor of 130 characters": in_journal(depositor_name="a" * 130, depositor_email="a@b.kz"),
    "a depositor of 131 characters": in_journal(depositor_name="a" * 131, depositor_email="a@b.k"),
    "an e-mail of 200 characters": in_journal(depositor_email="a" * 194 + "@a.org"),
    "an e-mail of 201 characters": in_journal(depositor_email="a" * 195 + "@a.org"),
    "a crossmark policy that is none": in_journal(crossmark_doi="x"),
    "a licence that is no address": in_journal(licence="CC BY"),
    "an own licence that is no address": a_public_record(licence="CC BY"),
    "a journal that sends to doaj": in_journal(issn_online="0000-0000", name={}),
    "an issue without numbers": in_issue(number="", through_number=""),
    "an issue with a through number alone": in_issue(number=""),
    "an issue with a volume alone": in_issue(number="", through_number="", volume="7"),
    "volume and part in letters": in_issue(volume="VII", part="B"),
    "a part of five digits": in_issue(part="12345"),
    "numbers of 32 characters": in_issue(volume="1" * 32, number="2" * 32, part="3" * 32),
    "numbers of 33 characters": in_issue(volume="1" * 33, number="2" * 33, part="3" * 33),
    "an issue of the year 0": in_issue(year=0),
    "an issue of 1399": in_issue(year=1399),
    "an issue of 1400": in_issue(year=1400),
    "an issue of 2200": in_issue(year=2200),
    "an issue of 2201": in_issue(year=2201),
    "an issue of 65536": in_issue(year=65536),
    "an issue two years away": in_issue(year=2022),
    "an issue of the year after": in_issue(year=2025),
    # dates
    "no date of publication": a_public_record(published_on=None, issue=None),
    "dates in disorder": a_public_record(
        received_on=date(2024, 3, 1), revised_on=date(2024, 2, 1), accepted_on=date(2024, 1, 1)
    ),
    "dates on one day": a_public_record(
        received_on=date(2024, 3, 29), revised_on=date(2024, 3, 29), accepted_on=date(2024, 3, 29)
    ),
    "received before printing was invented": a_public_record(received_on=date(1399, 1, 1)),
    "licensed after all": a_public_record(licence_from=date(2201, 1, 1)),
    # texts
    "no title": a_public_record(title={}),
    "a title of markup alone": a_public_record(title=text(kk="<i></i>", en=" ")),
    "a title in capitals": a_public_record(title=text("ДАЛА МЕН СУ", "О ЖЕ", "PLANTS OF KARKARA")),
    "no abstract, no keywords": a_public_record(abstract={}, keywords={}),
    "a control character": a_public_record(abstract=text(kk="Дала\x07 гүлі", ru="Степь\ufffe")),
    "control characters below": by(bio=text(kk="\x0b"), codes={"x": "a\x00b"}),
    "no text that machines can read": a_public_record(body="<figure></figure>"),
    "an editorial without an abstract": a_public_record(type="editorial", abstract={}),
    "demands of all kinds": in_journal(
        policy=Policy(
            languages=("kk", "en"),
            required=("title", "irsti", "udc", "doi", "references", "body", "edn", "published_on"),
        )
    ),
    # people
    "no author": a_public_record(authors=(), affiliations=()),
    "an author without names": by(names={}),
    "an author with a given name alone": by(names={"en": Name("", "Ulzhan")}),
    "an organisation without a name": a_public_record(authors=(Authorship(kind="organisation"),)),
    "an organisation of 511 characters": a_public_record(
        authors=(Authorship(kind="organisation", collective=text(en="a" * 511)),)
    ),
    "an organisation of 512 characters": a_public_record(
        authors=(Authorship(kind="organisation", collective=text(en="a" * 512)),)
    ),
    "names of 200 characters": by(names={"en": Name("a" * 200, "b" * 100, "c" * 99)}),
    "a family name of 201 characters": by(names={"en": Name("a" * 201)}),
    "given names of 201 characters": by(names={"ru": Name("а", "b" * 100, "c" * 100)}),
    "an institution of 1024 characters": a_public_record(
        affiliations=(Affiliation(name=text(en="a" * 1024)),)
    ),
    "an institution of 1025 characters": a_public_record(
        affiliations=(Affiliation(name=text(ru="а" * 1025)),)
    ),
    "a role that is none": by(roles=("cook",)),
    "a corresponding author without e-mail": by(corresponding=True),
    "e-mails that are none": by(email="a@", corresponding=True),
    "a mark without an affiliation": by(marks=(1, 3)),
    "no marks": by(marks=()),
    "an affiliation without anybody": a_public_record(
        affiliations=(an_affiliation(), an_affiliation())
    ),
    "an author without a mark among others": a_public_record(
        authors=(an_author(), an_author(marks=()))
    ),
    "an affiliation in one language": a_public_record(
        affiliations=(Affiliation(name=text(kk="Дала")),)
    ),
    "a patronymic in one language": called(
        Name("Төлегенова", "Ұлжан", "Сейітқызы"), Name("Тулегенова", ""), Name("Tolegenova", "U.")
    ),
    "one of three without a given name": a_public_record(
        authors=(an_author(), an_author(), by(names={"en": Name("Saryarqa")}).authors[0])
    ),
    "a family name in capitals": called(Name("ТӨЛЕГЕН"), Name("ТУЛ"), Name("TOLEGEN")),
    "a family name with a slip": called(
        Name("Төлегенова", "Ұлжан", "Сейтқызы"),
        Name("Тулегенова", "Улжан", "Сейтовна"),
        Name("Tolegenva", "Ulzhan"),
    ),
    "names swapped": called(
        Name("Төлегенова", "Ұлжан", "Сейтқызы"),
        Name("Тулегенова", "Улжан", "Сейтовна"),
        Name("Ulzhan", "Tolegenova"),
    ),
    "a biography with another spelling": by(bio=text(kk="Төлегенва Ұлжан – ғалым.", ru="Учёный.")),
    # pages
    "no pages": a_public_record(first_page="", last_page=""),
    "an article number": a_public_record(first_page="", last_page="", article_number="e12"),
    "a number of 33 characters": a_public_record(article_number="1" * 33),
    "pages turned round": a_public_record(first_page="14", last_page="5"),
    "a page alone": a_public_record(first_page="5", last_page=""),
    "a last page alone": a_public_record(first_page="", last_page="5"),
    "pages of letters": a_public_record(first_page="iv", last_page="x"),
    "pages of letters and digits": a_public_record(first_page="S5", last_page="S9"),
    # references, relations, funding
    "a reference with a doi that is none": citing(Reference(text="Дала.", doi="x")),
    "lists of other lengths": citing(
        Reference(text="Сәрсенов Қ. Дала кітабы. – 2019. – 120 б.", romanized="Sarsenov Q. Dala."),
        Reference(text="Ахметов А. Су. – 2020. – Б. 5-9."),
    ),
    "a day that is none": citing(
        Reference(text="Дала [Сайт]. URL: https://e.org (қаралған күні: 31.02.2024)."),
        Reference(text="Степь // e.org (дата обращения: 01.01.2099)."),
    ),
    "pages with hyphen and dash": citing(
        Reference(text="Дала // Ж. – 2019. – Б. 5-9."), Reference(text="Су // Ж. – 2019. – Б. 5–9.")
    ),
    "a citation out of the list": citing(
        Reference(text="Дала. – 2019."), body="<p>Дала [1], [3], [2].</p>"
    ),
    "relations that are left out": a_public_record(
        relations=(
            Relation(kind="corrects", doi="10.5555/other"),
            Relation(kind="translates", doi="10.5555/other"),
            Relation(kind="retracts", doi="x"),
        )
    ),
    "relations within crossmark": a_public_record(
        relations=(Relation(kind="corrects", doi="10.5555/other"),),
        journal=replace(JOURNAL, crossmark_doi="10.5555/policy"),
    ),
    "funding without a funder": a_public_record(funding=(Funding(award="АР1"),)),
    # letters and words
    "letters of two alphabets": a_public_record(
        title=text(kk="Дaла", ru="Cтепь", en="Рlants"), abstract=text(kk="ХХІ ғасыр", ru="ХХ век")
    ),
    "words split and glued": a_public_record(
        abstract=text(
            kk="Дала өсімдік терінің түрлері. Бала лардың ісі. Сөз-дің мәні. зерт- теу",
            ru="Степ- ные растения.Вода и земляПоле.",
        )
    ),
    "one text in two languages": a_public_record(title=text("Степь", "Степь", "Steppe")),
    "a keyword that the text has not": a_public_record(body=LONG_BODY),
}
