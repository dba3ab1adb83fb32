"""The secret key of a local site."""

from concurrent.futures import ThreadPoolExecutor

from journal.quickstart.secret import read_or_create_secret


def test_a_secret_is_created_once_and_only_its_owner_can_read_it(tmp_path):
    path = tmp_path / "var" / "secret"

    first = read_or_create_secret(path)

    assert read_or_create_secret(path) == first
    assert len(first) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_processes_that_start_at_once_get_the_same_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(read_or_create_secret, [tmp_path / "secret"] * 8))

    assert len(made) == 1
