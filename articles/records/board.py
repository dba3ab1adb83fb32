"""The board, the contacts and the databases of a journal as values: for pages and packages."""

from __future__ import annotations

from .base import Value
from .languages import Text


class Member(Value, frozen=True, kw_only=True):
    """A member of the board. `is_person`: the row is linked to the person of that ORCID."""

    name: Text
    degree: Text = {}
    post: Text = {}
    affiliation: Text = {}
    city: Text = {}
    country: str = ""
    orcid: str = ""
    email: str = ""
    duties: Text = {}
    picture: str = ""  # its path in storage; in a package its place
    is_person: bool = False


class Group(Value, frozen=True, kw_only=True):
    """A group of the board, in the order of the journal."""

    title: Text = {}
    note: Text = {}
    members: tuple[Member, ...] = ()


class Contacts(Value, frozen=True, kw_only=True):
    """How the office is reached; `phones` are separated by commas."""

    address: Text = {}
    hours: Text = {}
    phones: str = ""
    email: str = ""
    map_url: str = ""

    @property
    def phone_numbers(self) -> list[str]:
        return [number.strip() for number in self.phones.split(",") if number.strip()]


class IndexedIn(Value, frozen=True, kw_only=True):
    """A database that indexes the journal."""

    name: Text = {}
    url: str = ""
    logo: str = ""  # its path in storage; in a package its place


def dialled(number: str) -> str:
    """Return a telephone number for `tel:`, without signs for the eye: `+77270000000`."""
    return "".join(sign for sign in number if sign.isascii() and (sign.isdigit() or sign == "+"))
