"""Files in a bucket, over HTTP: kept, read in parts, and soon given up if nobody answers."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.config import Config
from django.core.files.base import ContentFile

from journal import bucket as module
from journal.breaker import Breaker, Unavailable
from journal.bucket import Bucket
from tests.s3_server import s3_server, silent_server

BYTES = bytes(range(256)) * 1_000
PATH = "galleys/мақала a.pdf"


@pytest.fixture(autouse=True)
def _keys(monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


@pytest.fixture
def server():
    with s3_server() as server:
        yield server


def a_bucket(url):
    return Bucket(bucket_name="journal", endpoint_url=url, file_overwrite=False, default_acl=None)


def test_a_file_that_is_saved_is_there_until_it_is_deleted(server):
    bucket = a_bucket(server.url)

    name = bucket.save(PATH, ContentFile(BYTES))

    assert (name, bucket.exists(name), bucket.size(name)) == (PATH, True, len(BYTES))
    assert bucket.open(name).read() == BYTES
    assert bucket.listdir("galleys") == ([], ["мақала a.pdf"])
    bucket.delete(name)
    assert not bucket.exists(name)


def test_a_range_is_asked_of_the_bucket_and_comes_in_parts(server):
    bucket = a_bucket(server.url)
    bucket.save(PATH, ContentFile(BYTES))
    server.ranges.clear()

    parts = list(bucket.read_range(PATH, range(1_000, 201_000), 2**16))

    assert b"".join(parts) == BYTES[1_000:201_000]
    assert max(map(len, parts)) <= 2**16
    assert server.ranges == ["bytes=1000-200999"]


def test_all_threads_share_one_connection_also_at_first(server):
    bucket = a_bucket(server.url)

    with ThreadPoolExecutor(8) as pool:
        connections = set(pool.map(lambda _number: id(bucket.connection), range(8)))

    assert len(connections) == 1


def test_nothing_is_asked_for_an_empty_range(server):
    assert list(a_bucket(server.url).read_range(PATH, range(0), 2**16)) == []


@pytest.mark.parametrize("act", [lambda bucket: bucket.open(PATH), lambda b: b.size(PATH)])
def test_a_file_that_is_not_there_is_not_found(server, act):
    with pytest.raises(FileNotFoundError):
        act(a_bucket(server.url))


ACTS = {
    "exists": lambda bucket: bucket.exists(PATH),
    "size": lambda bucket: bucket.size(PATH),
    "open": lambda bucket: bucket.open(PATH),
    "save": lambda bucket: bucket._save(PATH, ContentFile(b"a")),
    "delete": lambda bucket: bucket.delete(PATH),
    "listdir": lambda bucket: bucket.listdir("galleys"),
    "read_range": lambda bucket: list(bucket.read_range(PATH, range(9), 9)),
}


@pytest.fixture
def _impatient(monkeypatch):
    """Each call is made, and has a tenth of a second."""
    limits = {"connect_timeout": 0.1, "read_timeout": 0.1, "retries": {"total_max_attempts": 1}}
    monkeypatch.setattr(module, "CONFIG", Config(**limits))
    breaker = Breaker("bucket", 0, *module.ERRORS)
    monkeypatch.setattr(module, "answering", breaker.guard)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("name", ACTS)
def test_a_bucket_that_accepts_and_is_silent_is_unavailable(name):
    with silent_server() as port, pytest.raises(Unavailable):
        ACTS[name](a_bucket(f"http://127.0.0.1:{port}"))


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("name", ACTS)
def test_a_bucket_that_is_away_is_unavailable(name):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    with pytest.raises(Unavailable):
        ACTS[name](a_bucket(f"http://127.0.0.1:{port}"))
