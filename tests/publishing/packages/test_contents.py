"""What the packages of a full issue hold, member by member, against golden files."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from articles.exports import stamp
from articles.publishing.packages import PACKAGES, MissingFiles, PackageBlocked
from tests.full_site import NOW, a_full_site, stop_the_clock
from tests.goldens import golden

pytestmark = pytest.mark.django_db


def contents(name: str, content: bytes) -> list[str]:
    if name.endswith(".xlsx"):
        return [
            f"{name} {sheet.title}: {[cell.value for cell in row]}"
            for sheet in openpyxl.load_workbook(BytesIO(content))
            for row in sheet.iter_rows()
        ]
    if name.endswith(".docx"):
        paragraphs = docx.Document(BytesIO(content)).paragraphs
        return [f"{name} {one.style.name}: {runs_of(one)}" for one in paragraphs]
    if content[:2] == b"PK":
        archive = ZipFile(BytesIO(content))
        return [
            line
            for member in archive.infolist()
            for line in contents(member.filename, archive.read(member))
        ]
    return [f"{name} {len(content)} {hashlib.sha256(content).hexdigest()[:16]}"]


def runs_of(paragraph) -> list[tuple]:
    return [
        (run.text, run.bold, run.italic, run.font.superscript, run.font.subscript)
        for run in paragraph.runs
    ]


def packed(package: str, issue) -> list[str]:
    try:
        content = b"".join(PACKAGES[package].write(issue, stamp(NOW, "package")))
    except (MissingFiles, PackageBlocked) as refusal:
        return [f"{type(refusal).__name__}: {refusal}"]
    return contents(f"package.{PACKAGES[package].extension}", content)


def test_packages_hold_what_they_held(monkeypatch):
    stop_the_clock(monkeypatch)
    site = a_full_site()
    changed = []
    for package in PACKAGES:
        for name in ("issue", "old"):
            written = "\n".join([*packed(package, site[name]), ""]).encode()
            if written != golden(f"packages/{package}-{name}.txt", written):
                changed.append(f"{package}-{name}")

    assert changed == []
