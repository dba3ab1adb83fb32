"""nginx as a proxy that buffers neither requests nor answers."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

PORT = 8392
CONFIGURATION = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{program};
            proxy_http_version 1.1;
            proxy_set_header Host 127.0.0.1;
            proxy_buffering off;
            proxy_request_buffering off;
        }}
    }}
}}
"""


@contextmanager
def unbuffered_proxy(program: int) -> Iterator[int]:
    """Its port."""
    with TemporaryDirectory() as folder:
        user = "user root;" if os.geteuid() == 0 else ""
        path = Path(folder) / "nginx.conf"
        path.write_text(CONFIGURATION.format(folder=folder, port=PORT, program=program, user=user))
        process = subprocess.Popen(["nginx", "-p", folder, "-c", str(path)])
        time.sleep(1)
        try:
            yield PORT
        finally:
            process.terminate()
            process.wait()
