"""Uploaded files in a bucket (S3_BUCKET): with time limits, and read in parts.

django-storages does the work. What is added: a bucket that is away raises Unavailable, after
seconds and not minutes, and a range of a file is read without keeping it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from threading import Lock
from types import SimpleNamespace
from typing import Any

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3File, S3Storage
from storages.utils import clean_name

from journal.breaker import Breaker

CONFIG = Config(
    connect_timeout=2,
    read_timeout=3,  # between two packets
    retries={"mode": "standard", "total_max_attempts": 2},
    max_pool_connections=32,
)
IN_THIS_THREAD = TransferConfig(use_threads=False)  # ten threads would hold 8 MB each
IN_MEMORY = 2**20  # bytes of an opened file; a larger one is a temporary file
ERRORS = (BotoCoreError, ClientError)
answering = Breaker("bucket", 5, *ERRORS).guard


class BucketFile(S3File):
    """A file of the bucket, downloaded when it is first read."""

    def _get_file(self) -> Any:
        with answering():
            return super()._get_file()

    file = property(_get_file, S3File._set_file)


class Bucket(S3Storage):
    """The storage; `read_range` is what other storages do not have."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        # One connection for all threads: each costs 15 MB and half a second. Its client is made
        # to be shared.
        self._connections = SimpleNamespace()
        self._first = Lock()

    @property
    def connection(self) -> Any:
        with self._first:
            return super().connection

    def get_default_settings(self) -> dict[str, Any]:
        return {
            **super().get_default_settings(),
            "client_config": CONFIG,
            "transfer_config": IN_THIS_THREAD,
            "max_memory_size": IN_MEMORY,
        }

    def read_range(self, name: str, wanted: range, part_bytes: int) -> Iterator[bytes]:
        """The bytes of the range as they arrive."""
        if not wanted:
            return
        place = {"Bucket": self.bucket_name, "Key": self._normalize_name(clean_name(name))}
        with answering():
            client = self.connection.meta.client
            answer = client.get_object(**place, Range=f"bytes={wanted.start}-{wanted.stop - 1}")
            with closing(answer["Body"]) as body:
                yield from body.iter_chunks(part_bytes)

    def _open(self, name: str, mode: str = "rb") -> BucketFile:
        path = self._normalize_name(clean_name(name))
        with answering():
            if "r" in mode and not super().exists(name):
                raise FileNotFoundError(f"There is no {name} in the bucket.")
            return BucketFile(path, mode, self)

    def _save(self, name: str, content: Any) -> str:
        with answering():
            return super()._save(name, content)

    def delete(self, name: str) -> None:
        with answering():
            super().delete(name)

    def exists(self, name: str) -> bool:
        with answering():
            return super().exists(name)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with answering():
            return super().listdir(name)

    def size(self, name: str) -> int:
        with answering():
            return super().size(name)
