"""The parts of a personal name."""

from __future__ import annotations

import msgspec


class Name(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A name as printed; a single name is a family name, unknown parts are empty."""

    family: str = ""
    given: str = ""
    patronymic: str = ""
    suffix: str = ""  # Jr., III, мл.
