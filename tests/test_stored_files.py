"""Files as responses: ranges, ETags, and files that the web server in front sends."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.test import RequestFactory

from articles.stored_files import file_response

BYTES = bytes(range(256)) * 4
NAME = "мақала.bin"


@pytest.fixture
def path():
    return default_storage.save("galleys/a b.bin", ContentFile(BYTES))


def get(path, method="get", **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = getattr(RequestFactory(), method)("/", headers=headers)
    return file_response(request, path, NAME, "application/octet-stream")


def test_a_file_is_sent_whole_with_its_length_and_an_etag(path):
    response = get(path)

    assert response.getvalue() == BYTES
    assert response.streaming
    assert dict(response.headers) == {
        "Content-Length": "1024",
        "Content-Type": "application/octet-stream",
        "ETag": response["ETag"],
        "Accept-Ranges": "bytes",
        "Content-Disposition": "inline; filename*=utf-8''%D0%BC%D0%B0%D2%9B%D0%B0%D0%BB%D0%B0.bin",
        "X-Content-Type-Options": "nosniff",
    }


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=1000-", 1000, 1023),
        ("bytes=1000-5000", 1000, 1023),
        ("bytes=-24", 1000, 1023),
        ("bytes=-5000", 0, 1023),
    ],
)
def test_a_range_is_sent_alone(path, wanted, first, last):
    response = get(path, Range=wanted)

    assert (response.status_code, response.getvalue()) == (206, BYTES[first : last + 1])
    assert response["Content-Range"] == f"bytes {first}-{last}/1024"
    assert response["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize(
    "wanted",
    ["bytes=-", "bytes=9-1", "bytes=0-1,5-9", "lines=1-2", "bytes=a-b", "bytes=0-" + "9" * 40],
)
def test_what_is_no_single_range_gives_the_whole_file(path, wanted):
    response = get(path, Range=wanted)

    assert (response.status_code, response.getvalue()) == (200, BYTES)


@pytest.mark.parametrize("wanted", ["bytes=1024-", "bytes=5000-6000", "bytes=-0"])
def test_a_range_outside_the_file_is_refused_with_the_files_size(path, wanted):
    response = get(path, Range=wanted)

    assert (response.status_code, response["Content-Range"]) == (416, "bytes */1024")


def test_a_file_that_the_reader_has_is_not_sent_again(path):
    response = get(path, If_None_Match=get(path)["ETag"])

    assert (response.status_code, response.content) == (304, b"")


def test_a_download_goes_on_only_with_the_same_bytes(path):
    etag = get(path)["ETag"]
    other = default_storage.save("galleys/other.bin", ContentFile(BYTES))

    assert get(path, Range="bytes=5-", If_Range=etag).status_code == 206
    assert get(other, Range="bytes=5-", If_Range=etag).status_code == 200


def test_a_head_request_tells_the_size_of_the_whole_file(path):
    response = get(path, "head", Range="bytes=5-")

    assert (response.status_code, response["Content-Length"]) == (200, "1024")


def test_a_file_that_is_not_there_is_not_found():
    with pytest.raises(Http404):
        get("galleys/none.bin")


def test_the_web_server_is_told_the_file_and_sends_it_itself(path, settings):
    settings.FILES_BY_WEB_SERVER = "/protected-files/"

    response = get(path, Range="bytes=5-9")

    assert (response.status_code, response.content) == (200, b"")
    assert response["X-Accel-Redirect"] == f"/protected-files/{path.replace(' ', '%20')}"
    assert response["ETag"] == get(path)["ETag"]


def test_the_web_server_is_not_asked_for_what_the_reader_has(path, settings):
    settings.FILES_BY_WEB_SERVER = "/protected-files/"

    response = get(path, If_None_Match=get(path)["ETag"])

    assert (response.status_code, "X-Accel-Redirect" in response) == (304, False)
