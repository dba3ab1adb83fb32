"""What a browser showed during a test, as an animated picture: `FILMS=1 make test …`.

Playwright's own recorder needs a program that it downloads; this one needs Chromium and Pillow.
"""

import base64
import io
import os
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

FILMS = Path(__file__).parent.parent.parent / "var" / "films"
WIDTH = 960
STEP_SECONDS = 0.1  # of what changes faster the latest is kept
LAST_SECONDS = 2  # the end can be looked at


def filmed(page, name):
    """Keeps `var/films/NAME.webp` where films are asked for."""
    return filming(page, FILMS / f"{name}.webp") if os.environ.get("FILMS") else nullcontext()


@contextmanager
def filming(page, path):
    session = page.context.new_cdp_session(page)
    frames = []

    def keep(frame):
        session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})
        at, data = frame["metadata"]["timestamp"], base64.b64decode(frame["data"])
        if frames and at - frames[-1][0] < STEP_SECONDS:
            at = frames.pop()[0]
        frames.append((at, data))

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "jpeg", "quality": 70, "maxWidth": WIDTH})
    try:
        yield
    finally:
        page.wait_for_timeout(500)  # the last frame is on its way
        session.send("Page.stopScreencast")
        write(frames, path)


def write(frames, path):
    start = frames[0][0]
    lasting = [after - before for (before, _), (after, _) in pairwise(frames)]
    pictures = [clocked(data, at - start) for at, data in frames]
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures[0].save(
        path,
        save_all=True,
        append_images=pictures[1:],
        duration=[round(1_000 * seconds) for seconds in (*lasting, LAST_SECONDS)],
        quality=60,
        method=2,
    )


def clocked(data, seconds):
    """The frame with the time since the beginning in its corner."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    clock = f"{int(seconds) // 60:02}:{seconds % 60:04.1f}"
    corner = ImageDraw.Draw(picture)
    corner.rectangle((picture.width - 78, 0, picture.width, 22), fill="black")
    corner.text((picture.width - 70, 4), clock, fill="white", font_size=16)
    return picture
