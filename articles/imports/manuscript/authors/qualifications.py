"""`PhD, профессор, кафедра меңгерушісі`: which of it is degree, academic title, post."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

Field = Literal["degree", "academic_title", "post"]

# A post may hold the name of a degree or a title: they are asked in this order.
POST = re.compile(
    r"меңгеруші|оқытушы|мұғалім|қызметкер|докторант|магистрант|аспирант|студент|декан|ректор"
    r"|директор|инженер|маман|дәрігер|басшы|жетекші|заведующ|преподавател|учител|сотрудник|соискател"
    r"|начальник|специалист|руководител|\bврач|эксперт|\bhead\b|\bdean\b|director|lecturer|teacher"
    r"|researcher|fellow|student|engineer|specialist|physician|\bchair\b|manager"
    r"|(?:профессор|доцент)\w* (?:кафедры|отдела)|кафедрасының (?:профессор|доцент)"
    r"|professor (?:of|at) the (?:department|faculty|chair)",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"кандидат|доктор|магистр|бакалавр|ғылымдар|\bph\.?\s?d|\bd\.?sc|\bmd\b|\bm\.?sc\b|\bm\.?a\b"
    r"|\bdr\b|candidate of|doctor of|master of|bachelor of"
    r"|\b[кд]\.\s?[а-я]{1,4}\.(?:\s?[а-я]{1,4}\.)?\s?н\."
    r"|\b[а-яәғқңөұүһі]{1,4}\.\s?ғ\.\s?[кд]\.",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"профессор|доцент|академик|член-корреспондент|мүше-корреспондент|professor|docent|academician",
    re.IGNORECASE,
)
COMMA = re.compile(r"\s*[,;]\s+")


class Standing(msgspec.Struct, frozen=True):
    """Each as printed, '' where it is not."""

    degree: str = ""
    academic_title: str = ""
    post: str = ""


def standing_of(printed: str) -> Standing:
    """The pieces between commas; one that tells nothing of itself goes on from the one before."""
    found: dict[Field, list[str]] = {"degree": [], "academic_title": [], "post": []}
    field: Field = "degree"
    for piece in filter(None, COMMA.split(printed.strip(" ,;."))):
        field = field_of(piece) or field
        found[field].append(piece)
    return Standing(**{name: ", ".join(pieces) for name, pieces in found.items()})


def field_of(piece: str) -> Field | None:
    if POST.search(piece):
        return "post"
    if DEGREE.search(piece):
        return "degree"
    return "academic_title" if TITLE.search(piece) else None
