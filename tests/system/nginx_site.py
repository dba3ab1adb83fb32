"""nginx with the files of deploy/nginx, in a folder of a test and on ports of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "deploy" / "nginx"
DOMAIN = "journal.example.org"
HOST = "localhost"  # a name, as a certificate needs, which the program accepts
SECONDS_TO_START = 10
# The rest of nginx.conf, as Debian has it.
MAIN = """
daemon off;
{user}
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types {{ text/html html; text/css css; application/octet-stream bin; }}
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/journal.conf;
}}
"""


class NginxSite:
    """A context manager: within it, https://localhost:{port} answers from the program's port."""

    def __init__(self, folder: Path, program_port: int) -> None:
        self.folder = folder
        self.static = folder / "static"
        self.port, self.http_port = free_port(), free_port()
        self.url = f"https://{HOST}:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None
        self.write_files(program_port)

    def write_files(self, program_port: int) -> None:
        for name in ("static", "certificate", "snippets", "files", "log"):
            (self.folder / name).mkdir(parents=True)
        self.folder.chmod(0o755)
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user=user))
        for snippet in FILES.glob("journal-*.conf"):
            (self.folder / "snippets" / snippet.name).write_text(snippet.read_text())
        site = for_this_nginx((FILES / "journal.conf").read_text())
        (self.folder / "journal.conf").write_text(self.moved(site, program_port))
        make_certificate(self.folder / "certificate")

    def moved(self, text: str, program_port: int) -> str:
        """The configuration with the paths and ports of this folder."""
        replacements = {
            rf"/etc/letsencrypt/live/{DOMAIN}/": f"{self.folder}/certificate/",
            "/var/log/nginx/journal/": f"{self.folder}/log/",
            "/var/cache/nginx/journal": f"{self.folder}/cache",
            "/srv/journal/static/": f"{self.static}/",
            "/srv/journal/files/": f"{self.folder}/files/",
            "/srv/journal/current/": f"{ROOT}/",
            "include snippets/": f"include {self.folder}/snippets/",
            "127.0.0.1:8001": f"127.0.0.1:{program_port}",
            "127.0.0.1:8002": f"127.0.0.1:{program_port}",
            f"server_name {DOMAIN};": f"server_name {HOST};",
        }
        for old, new in replacements.items():
            assert old in text or old == "/srv/journal/files/", old
            text = text.replace(old, new)
        text = re.sub(r"\b443( ssl)", rf"{self.port}\1", text)
        return re.sub(r"(listen |\]:)80\b", rf"\g<1>{self.http_port}", text)

    def check(self) -> str:
        """What `nginx -t` says."""
        command = ["nginx", "-t", "-q", "-p", str(self.folder), "-c", "nginx.conf"]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        return answer.stdout + answer.stderr

    def __enter__(self) -> NginxSite:
        command = ["nginx", "-p", str(self.folder), "-c", "nginx.conf"]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.listens():
            assert self.process.poll() is None, (self.folder / "error.log").read_text()
            assert time.monotonic() < deadline, "nginx does not answer"
            time.sleep(0.05)
        return self

    def listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def __exit__(self, *error: object) -> None:
        assert self.process
        self.process.terminate()
        self.process.wait()


def for_this_nginx(text: str) -> str:
    """For nginx before 1.25.1 (Debian 12) changed by the command of docs/deploy.md."""
    version = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
    numbers = [int(number) for number in re.findall(r"\d+", version)[:3]]
    if numbers >= [1, 25, 1]:
        return text
    (command,) = re.findall(r"sed (-i -e .*http2.*) /etc/", (ROOT / "docs/deploy.md").read_text())
    expressions = re.findall(r"-e '([^']*)'", command)
    arguments = [part for expression in expressions for part in ("-e", expression)]
    return subprocess.run(
        ["sed", *arguments], input=text, capture_output=True, text=True, check=True
    ).stdout


def make_certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    command = [*command, "-nodes", "-days", "30", *names, *files]
    subprocess.run(command, capture_output=True, check=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
