"""A film is really made: what was on the screen, in its order, with its time."""

from PIL import Image

from tests.browser.film import filmed, filming

PAGE = "data:text/html,<body style='background:red'>"


def test_a_film_shows_what_changed_and_when(page, tmp_path):
    page.goto(PAGE)
    path = tmp_path / "films" / "colours.webp"

    with filming(page, path):
        page.wait_for_timeout(400)
        page.evaluate("document.body.style.background = 'lime'")
        page.wait_for_timeout(400)

    with Image.open(path) as film:
        shown = []
        for number in range(film.n_frames):
            film.seek(number)
            shown.append(film.convert("RGB").getpixel((20, 200)))
    assert film.width == 960
    assert shown[0][0] > 200 > 60 > shown[0][1]
    assert shown[-1][1] > 200 > 60 > shown[-1][0]


def test_no_film_is_made_unasked(page, monkeypatch):
    monkeypatch.delenv("FILMS", raising=False)

    with filmed(page, "unasked") as film:
        page.goto(PAGE)

    assert film is None
