"""The files of deploy/: systemd, nginx and logrotate accept them without a word."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.db.migrations.loader import MigrationLoader

from .nginx_site import NginxSite

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
DOCUMENTATION = (ROOT / "docs" / "deploy.md").read_text()
UNITS = sorted((DEPLOY / "systemd").iterdir())


def needs(program):
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@needs("systemd-analyze")
def test_systemd_finds_nothing_to_say(tmp_path):
    for folder in ("systemd", "systemd-common"):
        shutil.copytree(DEPLOY / folder, tmp_path, dirs_exist_ok=True)
    units = [str(tmp_path / unit.name) for unit in UNITS]

    assert output("systemd-analyze", "verify", "--man=no", *units) == ""


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_units_name_commands_that_exist(unit):
    for command in re.findall(r"manage\.py (\w+)", unit.read_text()):
        assert (ROOT / "articles/management/commands" / f"{command}.py").exists() or (
            command == "clearsessions"
        )


def test_containers_count_usage_from_the_logs_that_nginx_writes():
    compose = (DEPLOY / "container" / "compose.yaml").read_text()
    container = (DEPLOY / "container" / "Containerfile").read_text()
    commands = set(re.findall(r"manage\.py,? (\w+)", compose))
    mounts = re.findall(r"\blogs:(/[\w/]+)", compose)

    assert "count_usage" in commands
    assert all((ROOT / f"articles/management/commands/{one}.py").exists() for one in commands)
    assert mounts == ["/srv/journal/logs", "/var/log/nginx/journal/days"]
    assert [one in container for one in mounts] == [True, True]


def test_each_timer_has_its_service_and_the_target_names_what_it_starts():
    names = {unit.name for unit in UNITS}
    target = (DEPLOY / "systemd" / "journal.target").read_text()
    wanted = re.sub(r"@\d+", "@", " ".join(re.findall(r"^Wants=(.*)", target, re.M))).split()

    assert {name.replace(".timer", ".service") for name in names} <= names
    assert set(wanted) <= names
    started_by_timers = {name.replace(".timer", ".service") for name in names if ".timer" in name}
    own = {name for name in names if name.startswith("journal-")}
    assert own == set(wanted) | (started_by_timers & own)


@needs("nginx")
@needs("openssl")
def test_nginx_finds_nothing_to_say(tmp_path):
    assert NginxSite(tmp_path / "site", program_port=8001).check() == ""


@needs("logrotate")
def test_logrotate_understands_its_file(tmp_path):
    state = tmp_path / "state"
    command = ["logrotate", "--debug", "--state", str(state), str(DEPLOY / "logrotate/journal")]

    assert "error" not in output(*command)


@pytest.mark.parametrize("script", sorted((DEPLOY / "bin").iterdir()), ids=lambda file: file.name)
def test_scripts_are_sound(script):
    assert script.stat().st_mode & 0o111
    assert output("sh", "-n", str(script)) == ""
    assert output("sh", str(script)).startswith("usage:") or script.name == "journal-manage"


def test_the_settings_are_those_that_the_program_reads():
    names = re.compile(r"^#?([A-Z][A-Z_0-9]+)=", re.M)
    known = set(names.findall((ROOT / ".env.example").read_text()))

    assert set(names.findall((DEPLOY / "journal.env").read_text())) <= known


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("*")), ids=lambda path: path.name)
def test_the_documentation_uses_each_part(path):
    assert f"deploy/{path.name}" in DOCUMENTATION


def test_every_migration_can_be_undone_as_the_way_back_needs():
    migrations = MigrationLoader(None).disk_migrations

    assert [
        f"{name} {operation}"
        for (app, name), migration in migrations.items()
        for operation in migration.operations
        if app == "articles" and not operation.reversible
    ] == []
