"""A stand-in for Crossref's deposit service on this machine, for the quick start and for tests.

It answers as the service does (queued, then a verdict for each DOI). It refuses prefixes that are
not its own, timestamps that do not grow, and the DOIs in `refused`. Each request fails with the
next entry of `faults`, if there is one.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

LOGIN, PASSWORD = "stand-in", "stand-in"  # valid for this stand-in only
SUCCESS = (
    b"<html><head><title>SUCCESS</title></head>"
    b"<body>Your batch submission was successfully received.</body></html>"
)


class Fault(NamedTuple):
    """The answer to give instead. `swallow` accepts the file first; `hang` waits in seconds."""

    status: int = 200
    body: bytes = b""
    swallow: bool = False
    hang: float = 0.0


class Upload(NamedTuple):
    name: str
    xml: bytes
    verdicts: list[tuple[str, str, str]]  # status, doi, message


class StandIn(ThreadingHTTPServer):
    """`with StandIn() as service: service.address …`; received files are in `uploads`."""

    daemon_threads = True

    def __init__(self, port: int = 0, prefixes: frozenset[str] = frozenset({"10.5555"})) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.prefixes = prefixes
        self.refused: set[str] = set()
        self.uploads: list[Upload] = []
        self.numbers: dict[str, int] = {}
        self.pending: dict[
            str, int
        ] = {}  # how often to answer “in process” before the result, by file
        self.polls_pending = 1
        self.faults: list[Fault | None] = []
        self.lock = threading.Lock()
        self.ids = itertools.count(1_000_000_001)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> StandIn:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def next_fault(self) -> Fault | None:
        with self.lock:
            return self.faults.pop(0) if self.faults else None

    def accept(self, name: str, xml: bytes) -> None:
        with self.lock:
            self.uploads.append(Upload(name, xml, list(self.judge(xml))))
            self.pending.setdefault(name, self.polls_pending)

    def judge(self, xml: bytes) -> Iterator[tuple[str, str, str]]:
        try:
            root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            yield "Failure", "", f"Error: {error}"
            return
        number = int(root.findtext("{*}head/{*}timestamp") or 0)
        for doi in root.iterfind(".//{*}journal_article/{*}doi_data/{*}doi"):
            yield self.judge_doi(doi.text or "", number)

    def judge_doi(self, doi: str, number: int) -> tuple[str, str, str]:
        prefix = doi.partition("/")[0]
        if prefix not in self.prefixes:
            return "Failure", doi, f"User not allowed to add records for prefix: {prefix}"
        if doi.lower() in self.refused:
            return "Failure", doi, "The title of the journal does not match the title record"
        last = self.numbers.get(doi.lower())
        if last is not None and number <= last:
            message = f"Record not processed because submitted version: {number} is less or equal "
            return "Failure", doi, message + "to previously submitted version (DOI match)"
        self.numbers[doi.lower()] = number
        return "Success", doi, "Successfully updated" if last else "Successfully added"

    def answer(self, name: str) -> bytes:
        with self.lock:
            upload = next((sent for sent in self.uploads if sent.name == name), None)
            if upload is None:
                return diagnostic("unknown_submission", 0, [])
            self.pending[name] -= 1
            if self.pending[name] >= 0:
                return diagnostic("in_process", next(self.ids), [])
            return diagnostic("completed", next(self.ids), upload.verdicts)


def diagnostic(status: str, number: int, verdicts: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element("doi_batch_diagnostic", status=status, sp="stand-in")
    etree.SubElement(root, "submission_id").text = str(number)
    for verdict, doi, message in verdicts:
        record = etree.SubElement(root, "record_diagnostic", status=verdict)
        etree.SubElement(record, "doi").text = doi
        etree.SubElement(record, "msg").text = message
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def has_valid_login(form: dict[str, str]) -> bool:
    login = form.get("login_id") or form.get("usr")
    password = form.get("login_passwd") or form.get("pwd")
    return (login, password) == (LOGIN, PASSWORD)


class Handler(BaseHTTPRequestHandler):
    server: StandIn
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        form, file = self.read_form()
        path = urlsplit(self.path).path
        if fault := self.server.next_fault():
            self.fail(fault, file)
        elif not has_valid_login(form):
            self.reply(401, b"Unauthorized")
        elif path == "/servlet/deposit" and file:
            self.server.accept(*file)
            self.reply(200, SUCCESS)
        elif path == "/servlet/submissionDownload":
            self.reply(200, self.server.answer(form.get("file_name", "")))
        else:
            self.reply(404, b"not found")

    def fail(self, fault: Fault, file: tuple[str, bytes] | None) -> None:
        if fault.swallow and file:
            self.server.accept(*file)
        if fault.hang:
            threading.Event().wait(fault.hang)
            self.close_connection = True
            return
        self.reply(fault.status, fault.body)

    def read_form(self) -> tuple[dict[str, str], tuple[str, bytes] | None]:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        kind = self.headers.get("Content-Type", "")
        if not kind.startswith("multipart/form-data"):
            return dict(parse_qsl(raw.decode())), None
        message = BytesParser(policy=HTTP).parsebytes(
            b"Content-Type: " + kind.encode() + b"\r\n\r\n" + raw
        )
        form: dict[str, str] = {}
        file = None
        for part in message.iter_parts():
            content: bytes = part.get_payload(decode=True)  # type: ignore[assignment]  # not nested
            if name := part.get_filename():
                file = (name, content)
            else:
                form[str(part.get_param("name", header="content-disposition"))] = content.decode()
        return form, file

    def reply(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass
