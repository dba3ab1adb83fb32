"""The secret of a local site."""

from concurrent.futures import ThreadPoolExecutor

from journal.secret import kept_secret


def test_a_secret_is_made_once_and_read_by_its_owner_alone(tmp_path):
    path = tmp_path / "var" / "secret"

    first = kept_secret(path)

    assert kept_secret(path) == first
    assert len(first) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_those_who_start_at_once_agree(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(kept_secret, [tmp_path / "secret"] * 8))

    assert len(made) == 1
