"""Tests of the colours of a journal's look."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.records.colours import contrast, mix, nearest_readable
from articles.records.look_colours import (
    DARK,
    LIGHT,
    LIGHT_TEXT,
    MAIN,
    SECOND,
    Colours,
    look_stylesheet,
    look_tokens,
    nearest_colours,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
PAIRS = st.builds(Colours, COLOURS, COLOURS)


def lowest_contrast(colours: Colours) -> float:
    """Return the lowest contrast of any text in the tokens with what lies under it."""
    tokens = look_tokens(colours)
    pairs = [
        pair
        for scheme, grounds in enumerate((LIGHT, DARK))
        for pair in text_pairs({name: both[scheme] for name, both in tokens.items()}, grounds)
    ]
    return min(contrast(*pair) for pair in pairs)


def text_pairs(tokens: dict[str, str], grounds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each colour of text with each ground that it stands on."""
    return [
        *((tokens["accent"], ground) for ground in (*grounds, tokens["tint"])),
        *((tokens["gold"], ground) for ground in grounds),
        (tokens["on"], tokens["deep"]),
        (tokens["on-2"], tokens["deep"]),
        (grounds[0], tokens["accent"]),  # a main button
    ]


@pytest.mark.parametrize(
    ("colour", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # the grey that just fails, known from WCAG's examples
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_contrast_is_the_ratio_of_wcag(colour, other, ratio):
    assert round(contrast(colour, other), 2) == ratio
    assert contrast(colour, other) == contrast(other, colour)


def test_a_mixture_lies_between_its_colours():
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#0b3d4d", "#ffffff", 0) == "#0b3d4d"
    assert mix("#0b3d4d", "#ffffff", 1) == "#ffffff"


def test_no_mixture_is_readable_on_black_and_white_together():
    assert nearest_readable("#808080", "#000000", ["#000000", "#ffffff"], 7) == "#000000"


@pytest.mark.parametrize(
    "colours",
    [
        Colours(MAIN, SECOND),
        Colours("#8a3b12", "#f0b95a"),
        Colours("#0d6b4f", "#f0b95a"),
        Colours("#000000", "#ffffff"),
    ],
)
def test_a_readable_pair_is_its_own_nearest(colours):
    assert nearest_colours(colours) == colours


@pytest.mark.parametrize(
    ("colours", "nearest"),
    [
        (Colours("#ffffff", "#ffffff"), Colours("#6b6b6b", "#ffffff")),
        (Colours("#ffff00", "#ff0000"), Colours("#707000", "#ffb0b0")),
        (Colours("#0d6b4f", "#e2553d"), Colours("#0d6b4f", "#ee9b8d")),
        (Colours("#0b3d4d", "#0b3d4d"), Colours("#0b3d4d", "#688791")),
    ],
)
def test_the_nearest_of_an_unreadable_pair(colours, nearest):
    assert nearest_colours(colours) == nearest


@given(PAIRS)
def test_what_is_proposed_is_readable(colours):
    main, second = nearest_colours(colours)

    assert nearest_colours(Colours(main, second)) == (main, second)
    assert contrast(main, LIGHT_TEXT) >= 4.5
    assert contrast(main, second) >= 3


@given(PAIRS)
def test_every_readable_pair_makes_readable_text_in_both_schemes(colours):
    assert lowest_contrast(nearest_colours(colours)) >= 4.5


def test_even_colours_that_would_be_refused_make_readable_text():
    steps = ("00", "88", "ff")
    colours = ["#" + "".join(parts) for parts in itertools.product(steps, repeat=3)]

    lowest = min(lowest_contrast(Colours(*pair)) for pair in itertools.product(colours, colours))

    assert lowest >= 4.5


@given(PAIRS)
def test_ornaments_stand_out_from_the_header(colours):
    tokens = look_tokens(nearest_colours(colours))

    for scheme in (0, 1):
        assert contrast(tokens["orn"][scheme], tokens["deep"][scheme]) >= 3


def test_the_stylesheet_sets_tokens_alone():
    assert look_stylesheet(Colours("#0d6b4f", "#f0b95a"), has_band=True) == (
        "@layer tokens{:root{"
        "--deep:light-dark(#0b5740,#073b2b);--accent:light-dark(#0d6b4f,#629f8d);"
        "--tint:light-dark(#e7f0ed,#162f2f);--gold:light-dark(#846632,#f0b95a);"
        "--on:#f4f1e8;--on-2:#bad0c2;--orn:#f0b95a;--tile:light-dark(#286b57,#204f40)}}\n"
    )


def test_a_look_without_the_band_takes_it_away():
    plain = look_stylesheet(Colours("#0d6b4f", "#f0b95a"), has_band=False)

    assert plain.endswith(";--band:0px}}\n")
    assert len(plain) < 300


def test_dark_grounds_are_those_of_the_stylesheet(settings):
    css = (settings.BASE_DIR / "articles" / "static" / "style.css").read_text()

    for ground in DARK:
        assert ground in css
