"""Lines of access logs, written as nginx and the program write them."""

import json
from datetime import datetime, timedelta

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36"
)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
ALMATY = timedelta(hours=5)


def combined(
    clock,
    path,
    *,
    day="2026-11-20",
    status=200,
    agent=CHROME,
    address="203.0.113.7",
    method="GET",
    referrer="-",
):
    """A line in nginx's combined format; the clock is Almaty's."""
    moment = datetime.fromisoformat(f"{day}T{clock}")
    return (
        f"{address} - - [{moment:%d/%b/%Y:%H:%M:%S} +0500] "
        f'"{method} {path} HTTP/1.1" {status} 512 "{referrer}" "{agent}"\n'
    )


def nginx_json(clock, path, *, day="2026-11-20", **changes):
    """A line as deploy/nginx/journal.conf writes it."""
    fields = {
        "time": f"{day}T{clock}+05:00",
        "address": "203.0.113.7",
        "method": "GET",
        "host": "journal.example.org",
        "uri": path,
        "status": 200,
        "bytes": 512,
        "referer": "",
        "agent": CHROME,
        "range": "",
        "signed_in": "",
    }
    return json.dumps({**fields, **changes}) + "\n"


def own_json(clock, path, *, day="2026-11-20", **changes):
    """A line of the program's own log with LOG_READERS; its clock is UTC's."""
    moment = datetime.fromisoformat(f"{day}T{clock}") - ALMATY
    fields = {
        "time": f"{moment.isoformat()}.125Z",
        "level": "INFO",
        "logger": "journal.requests",
        "message": f"GET {path} 200",
        "method": "GET",
        "path": path,
        "status": 200,
        "address": "203.0.113.7",
        "agent": CHROME,
    }
    return json.dumps({**fields, **changes}) + "\n"
