"""Which requests are answered from the replica, and what happens when it fails."""

import pytest
from django.db import OperationalError
from django.http import HttpResponse

from journal.replica import PRIMARY, REPLICA, middleware
from journal.replica.middleware import ReadFromReplica, may_use_replica
from journal.replica.router import ReplicaRouter, reads_from
from journal.replica.watch import Watch


@pytest.fixture(autouse=True)
def replica(monkeypatch):
    """A replica that is up to date. Harvesters are told apart by the second argument."""

    class UpToDate(Watch):
        def allows_replica(self, must_be_known=False):
            return True

    monkeypatch.setattr(middleware, "watch", UpToDate())
    yield
    reads_from.set(PRIMARY)


@pytest.mark.parametrize("path", ["/", "/kk/", "/ru/articles/1/", "/oai/", "/api/v1/articles"])
def test_anonymous_readers_are_answered_from_the_replica(rf, path):
    assert may_use_replica(rf.get(path))
    assert may_use_replica(rf.head(path))
    assert not may_use_replica(rf.post(path))


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/i18n/setlang/", "/kk/proof/abc/"])
def test_the_office_and_proofs_are_answered_from_the_primary(rf, path):
    assert not may_use_replica(rf.get(path))


def test_who_is_signed_in_reads_from_the_primary(rf, settings):
    request = rf.get("/kk/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "abc"

    assert not may_use_replica(request)
    assert not may_use_replica(rf.get("/api/v1/articles", HTTP_AUTHORIZATION="Bearer abc"))


def test_the_whole_request_reads_from_one_server_until_it_writes(rf):
    router = ReplicaRouter()
    seen = []

    def answer(request):
        seen.append(router.db_for_read(None))
        seen.append(router.db_for_write(None))
        seen.append(router.db_for_read(None))
        return HttpResponse()

    ReadFromReplica(answer)(rf.get("/kk/"))

    assert seen == [REPLICA, PRIMARY, PRIMARY]


def test_what_the_replica_gave_up_is_asked_of_the_primary(rf):
    seen = []

    def answer(request):
        seen.append(reads_from.get())
        if reads_from.get() == PRIMARY:
            return HttpResponse()
        layer.process_exception(request, OperationalError("conflict with recovery"))
        return HttpResponse(status=503)

    layer = ReadFromReplica(answer)

    assert layer(rf.get("/kk/")).status_code == 200
    assert seen == [REPLICA, PRIMARY]


def test_an_error_of_the_primary_is_not_asked_again(rf):
    seen = []

    def answer(request):
        seen.append(reads_from.get())
        layer.process_exception(request, OperationalError("away"))
        return HttpResponse(status=503)

    layer = ReadFromReplica(answer)

    assert layer(rf.get("/admin/")).status_code == 503
    assert seen == [PRIMARY]
