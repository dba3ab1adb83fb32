"""What a check found, for people and for programs."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from django.utils.translation import gettext as _

from journal.monitoring.masking import mask


class Outcome(msgspec.Struct, frozen=True):
    """`text` and `remedy` are in the operator's language; `details` are names or lines."""

    check: str
    is_good: bool = msgspec.field(name="ok")
    text: str
    remedy: str = ""  # what to do if it is not good
    details: tuple[str, ...] = ()

    @classmethod
    def of_problem(cls, check: str, problem: str) -> Outcome:
        text = _("The check “%(check)s” failed: %(problem)s") % {
            "check": check,
            "problem": problem,
        }
        return cls(check, False, text)


def problem_of(function: Callable[[], object]) -> str:
    """What went wrong when the function was called, without secrets; '' if nothing did."""
    try:
        function()
    except TimeoutError:
        return _("no answer in time")
    except Exception as error:  # each partner raises its own
        lines = str(error).strip().splitlines() or [type(error).__name__]
        return mask(lines[0])
    return ""
