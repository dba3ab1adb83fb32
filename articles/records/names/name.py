"""The parts of a name."""

from __future__ import annotations

import msgspec


class Name(msgspec.Struct, frozen=True, omit_defaults=True):
    """As printed: a mononym is a family name, and whatever is unknown is empty."""

    family: str = ""
    given: str = ""
    patronymic: str = ""
