"""backup: what it prints, and the reason when its file cannot be written."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.management.backups.tables import tables
from articles.management.commands import backup
from tests.factories import a_galley, a_public_article

pytestmark = pytest.mark.django_db(transaction=True)


def refusal(path):
    with pytest.raises(CommandError) as refused:
        call_command("backup", path)
    return str(refused.value)


def test_a_file_in_an_absent_folder_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "away" / "site.zip"

    assert refusal(path) == f"{path} cannot be written: No such file or directory."


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(28, "No space left on device", "/somewhere/.part"), "No space left on device"),
        (OSError("the disk is gone"), "the disk is gone"),
    ],
)
def test_the_reason_is_that_of_the_system_or_the_text_of_the_error(
    error, reason, tmp_path, monkeypatch
):
    def write(*_arguments):
        raise error

    monkeypatch.setattr(backup, "write", write)
    path = tmp_path / "site.zip"

    assert refusal(path) == f"{path} cannot be written: {reason}."


def test_a_backup_names_the_files_that_were_deleted_meanwhile(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    a_public_article(galleys=(a_galley(b"%PDF-1.4 steppe"),))
    (file,) = settings.MEDIA_ROOT.glob("galleys/**/*.pdf")
    out, err = io.StringIO(), DeletingTerminal(file)

    call_command("backup", tmp_path / "site.zip", stdout=out, stderr=err)

    name = file.relative_to(settings.MEDIA_ROOT)
    assert err.getvalue().splitlines()[-1] == (f"Deleted meanwhile, so not in the backup: {name}.")
    assert f"files 0, bytes {(tmp_path / 'site.zip').stat().st_size}." in out.getvalue()


class DeletingTerminal(io.StringIO):
    """A terminal to which a file is reported, and which deletes it then."""

    def __init__(self, file):
        super().__init__()
        self.file = file

    def isatty(self):
        return True

    def write(self, line):
        if self.file.name in line:
            self.file.unlink(missing_ok=True)
        return super().write(line)


def test_a_backup_reports_its_tables_files_and_bytes(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    a_public_article(galleys=(a_galley(b"%PDF-1.4 steppe"),))
    path, out, err = tmp_path / "site.zip", io.StringIO(), io.StringIO()

    call_command("backup", path, stdout=out, stderr=err)

    assert (out.getvalue(), err.getvalue()) == (
        f"Saved to {path}: tables {len(list(tables()))}, files 1, bytes {path.stat().st_size}.\n",
        "",
    )
