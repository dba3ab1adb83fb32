"""Degree, academic title and post in one printed line: `PhD, профессор, кафедра меңгерушісі`."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

Field = Literal["degree", "academic_title", "post"]

# A post may hold the name of a degree or a title, so posts are tried first.
POST = re.compile(
    r"меңгеруші|оқытушы|мұғалім|қызметкер|докторант|магистрант|аспирант|студент|декан|ректор"
    r"|директор|инженер|маман|дәрігер|басшы|жетекші|заведующ|преподавател|учител|сотрудник|соискател"
    r"|начальник|специалист|руководител|\bврач|эксперт|\bhead\b|\bdean\b|director|lecturer|teacher"
    r"|әдіскер|методист|methodologist|ассистент|assistant|ізденуші|аналитик|analyst|\bм\.\s?а\."
    r"|\bsenior\b|\bacting\b|\bchief\b|и\.\s?о\.|researcher|fellow|student|engineer|specialist|physician|\bchair\b|manager"
    r"|(?:профессор|доцент)\w* (?:кафедры|отдела)|кафедрасының (?:профессор|доцент)"
    r"|professor (?:of|at) the (?:department|faculty|chair)",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"кандидат|доктор|магистр|бакалавр|ғылымдар|\bph\.?\s?d|\bd\.?sc|\bmd\b|\bm\.?sc\b|\bm\.?a\b"
    r"|\bdr\b|candidate of|doctor of|master of|bachelor of"
    r"|\bcand\.|\bsc\.|\bdoctor\b|\b[кд]\.\s?[а-я]{1,4}\.(?:\s?[а-я]{1,4}\.)?\s?н\b"
    r"|\b[а-яәғқңөұүһі]{1,4}\.\s?ғ\.\s?[кд]\b",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"профессор|доцент|академик|член-корреспондент|мүше-корреспондент|professor|docent|academician"
    r"|\bprof\b|\bпроф\b|\bдоц\b",
    re.IGNORECASE,
)
COMMA = re.compile(r"\s*[,;]\s+")


class Qualifications(msgspec.Struct, frozen=True):
    """Each as printed, '' if it is not printed."""

    degree: str = ""
    academic_title: str = ""
    post: str = ""


def parse_qualifications(printed: str) -> Qualifications:
    """Sort the pieces between commas; a piece of no known kind continues the one before it."""
    pieces_by_field: dict[Field, list[str]] = {"degree": [], "academic_title": [], "post": []}
    field: Field = "degree"
    for piece in filter(None, COMMA.split(printed.strip(" ,;."))):
        field = qualification_field(piece) or field
        pieces_by_field[field].append(piece)
    return Qualifications(**{name: ", ".join(pieces) for name, pieces in pieces_by_field.items()})


def qualification_field(piece: str) -> Field | None:
    """Return what a piece names, or None if it is no known word."""
    if POST.search(piece):
        return "post"
    if DEGREE.search(piece):
        return "degree"
    return "academic_title" if TITLE.search(piece) else None
