"""Messages of deposits: stored as a code with values, explained in the reader's language.

Each has what is wrong, what to do, the field to correct, and who can act.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models.deposits import Coded


class Actor(Enum):
    """Who can do something about it."""

    EDITOR = "editor"
    ADMINISTRATOR = "administrator"  # the login, the network
    WORKER = "worker"  # the file is sent or asked for again by itself


class Message(msgspec.Struct, frozen=True):
    """A message as it is stored; `text` is Crossref's own or a technical detail."""

    code: str = ""
    values: Mapping[str, str] = {}
    text: str = ""

    def store_in(self, row: Coded) -> None:
        """Sets the columns; the caller saves them."""
        row.message_code, row.message_values = self.code, dict(self.values)
        row.message = self.text

    def columns(self) -> dict[str, object]:
        return {
            "message": self.text,
            "message_code": self.code,
            "message_values": dict(self.values),
        }


NO_MESSAGE = Message()


class KnownMessage(msgspec.Struct, frozen=True):
    """One kind of message. `pattern` finds it in Crossref's words and in rows without a code."""

    code: str
    pattern: re.Pattern[str]
    actor: Actor
    field: str  # of the article or the journal
    message: str | Promise
    remedy: str | Promise


class Explanation(msgspec.Struct, frozen=True):
    """A message for a reader; `original` is what Crossref wrote, if it did."""

    known: KnownMessage
    message: str
    remedy: str
    original: str


def known(
    code: str,
    pattern: str,
    actor: Actor,
    field: str,
    message: str | Promise,
    remedy: str | Promise,
) -> KnownMessage:
    compiled = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return KnownMessage(code, compiled, actor, field, message, remedy)


AGAIN = _("It is sent again by itself. If this lasts for a day, the administrator has to look.")
OWN_MESSAGES = (  # of the way to Crossref and back
    known(
        "unreachable",
        r"^(?P<detail>ConnectError|ConnectTimeout|PoolTimeout)$",
        Actor.WORKER,
        "",
        _("Crossref could not be reached (%(detail)s)."),
        AGAIN,
    ),
    known(
        "busy",
        r"^(?P<detail>HTTP (?:429|503))$",
        Actor.WORKER,
        "",
        _("Crossref takes no files at the moment (%(detail)s)."),
        AGAIN,
    ),
    known(
        "login_refused",
        r"^(?P<detail>HTTP 40[13])$",
        Actor.ADMINISTRATOR,
        "",
        _("Crossref does not accept this site's login for the prefix (%(detail)s)."),
        _("The login and the password have to be corrected; then send the article again."),
    ),
    known(
        "no_login",
        r"(?P<login>CROSSREF_LOGIN_\w+), (?P<password>CROSSREF_PASSWORD_\w+)",
        Actor.ADMINISTRATOR,
        "",
        _("The site has no login for Crossref (%(login)s, %(password)s)."),
        _("The login has to be set; then send the article again."),
    ),
    known(
        "unclear",
        r"^(?P<detail>HTTP \d{3}|\w+(?:Timeout|Error)|The service answered without .*)$",
        Actor.WORKER,
        "",
        _("It is not clear whether the file has arrived (%(detail)s)."),
        _("Crossref is asked first; the file is sent again only if it did not arrive."),
    ),
    known(
        "file_unknown",
        r"^unknown_submission$",
        Actor.WORKER,
        "",
        _("Crossref does not know the file yet."),
        _("It is asked again, and then sent again by itself."),
    ),
    known(
        "doi_not_named",
        r"^Crossref's answer does not name (?P<doi>.+)\.$",
        Actor.EDITOR,
        "",
        _("Crossref's answer does not name %(doi)s."),
        _("Send it again."),
    ),
    known(
        "unreadable_answer",
        r"^<\w+ status=",
        Actor.WORKER,
        "",
        _("Crossref's answer could not be read."),
        _("Send it again if its state does not change within a day."),
    ),
)
CROSSREF_MESSAGES = (
    known(
        "newer_version",
        r"submitted version: \d+ is less or equal",
        Actor.EDITOR,
        "",
        _("Crossref has a newer version of this DOI."),
        _("Send it again: the next file will have a higher number."),
    ),
    known(
        "prefix_not_allowed",
        r"not allowed to add records for prefix",
        Actor.ADMINISTRATOR,
        "journal.doi_prefix",
        _("This login cannot register DOIs with the journal's prefix."),
        _("Check the journal's DOI prefix, or ask Crossref to enable the prefix for this login."),
    ),
    known(
        "several_prefixes",
        r"all prefixes in a submission must match",
        Actor.EDITOR,
        "doi",
        _("The file contains DOIs of several prefixes."),
        _("Send the articles of each prefix separately."),
    ),
    known(
        "issn",
        r"ISSN .*(?:already assigned|not match)|issn.*(?:invalid|belongs)",
        Actor.EDITOR,
        "journal.issn_print",
        _("The ISSN belongs to another title at Crossref."),
        _("Compare the journal's ISSNs with the title record at Crossref."),
    ),
    known(
        "title",
        r"title.*(?:not match|does not match|differs|is inconsistent|invalid)",
        Actor.EDITOR,
        "journal.crossref_title",
        _("The journal's title differs from the title registered at Crossref."),
        _("Enter the registered title, letter by letter, in “title registered at Crossref”."),
    ),
    known(
        "conflict",
        r"added with conflict",
        Actor.EDITOR,
        "doi",
        _("The DOI is registered, but Crossref already has this article under another DOI."),
        _("Compare the two; ask Crossref to resolve the conflict."),
    ),
    known(
        "name",
        r"cvc-[\w.-]*.*(?:surname|given_name|person_name)",
        Actor.EDITOR,
        "authors",
        _("Crossref rejected an author's name."),
        _("Check that every author has a family name without markup."),
    ),
    known(
        "file",
        r"cvc-|Error: .*Element|parse error|Premature end",
        Actor.EDITOR,
        "",
        _("Crossref rejected the file."),
        _("See the Crossref check results. The full message is below."),
    ),
)
MESSAGES = (*CROSSREF_MESSAGES, *OWN_MESSAGES)
BY_CODE = {message.code: message for message in MESSAGES}


def crossref_message(text: str) -> Message:
    """What Crossref said of a DOI, with the code of the first known message that matches."""
    found = next((one for one in CROSSREF_MESSAGES if one.pattern.search(text)), None)
    return Message(found.code if found else "", {}, text)


def explain(row: Coded) -> Explanation | None:
    """The stored message explained; None if there is none, or if only its text can be shown."""
    if one := BY_CODE.get(row.message_code):
        return explanation(one, row.message_values, row.message)
    for one in MESSAGES if row.message else ():
        if match := one.pattern.search(row.message):
            return explanation(one, match.groupdict(), row.message)
    return None


def explanation(one: KnownMessage, values: Mapping[str, str], text: str) -> Explanation:
    message = str(one.message) % values if values else str(one.message)
    return Explanation(one, message, str(one.remedy), "" if one in OWN_MESSAGES else text)
