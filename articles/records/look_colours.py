"""The two colours of a journal's look: whether they can be read, and the stylesheet made of them.

The stylesheet sets tokens of `style.css`. Every text in them has a contrast of 4.5 or more, every
ornament 3 or more, in the light scheme and in the dark one (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from typing import NamedTuple

from .colours import BLACK, WHITE, contrast, mix, nearest_readable

COLOUR_FORM = r"^#[0-9a-f]{6}$"
MAIN, SECOND = "#0b3d4d", "#e9c46a"  # of `style.css` itself
TEXT, ORNAMENT = 4.5, 3.0  # the lowest contrast
LIGHT_TEXT = "#f4f1e8"  # on the main colour, in the header
PAPER, SURFACE, SUNKEN = "#fbfaf6", "#ffffff", "#f2efe7"  # grounds of the light scheme
DARK_PAPER, DARK_SURFACE, DARK_SUNKEN = "#11161a", "#182027", "#0c1013"
LIGHT = (PAPER, SURFACE, SUNKEN)
DARK = (DARK_PAPER, DARK_SURFACE, DARK_SUNKEN)
MAIN_GROUNDS = (LIGHT_TEXT, *LIGHT)  # of links; the first is text, with the main colour behind it
MARGIN = 0.1  # above the lowest contrast, for what a browser rounds


class Colours(NamedTuple):
    """The colours that an editor chose: of the header, buttons and links; and of ornaments."""

    main: str = MAIN
    second: str = SECOND


def nearest_colours(colours: Colours) -> Colours:
    """Return the same colours if they can be read, else the nearest ones that can.

    The main colour carries light text and is the colour of links on light grounds. The second one
    lies on the main colour: in ornaments, the line below the current menu item, the focus.
    """
    main = nearest_readable(colours.main, BLACK, MAIN_GROUNDS, TEXT)
    return Colours(main, nearest_readable(colours.second, WHITE, (main,), ORNAMENT))


def main_contrast(main: str) -> float:
    """Return the lowest contrast of the main colour with text on it and with what is under it."""
    return min(contrast(main, ground) for ground in MAIN_GROUNDS)


def second_contrast(colours: Colours) -> float:
    return contrast(*colours)


def look_tokens(colours: Colours) -> dict[str, tuple[str, str]]:
    """Return the tokens by name, each in the light and in the dark scheme."""
    main, second = colours
    deep = nearest_readable(main, BLACK, [LIGHT_TEXT], 7.5)
    dark_deep = nearest_readable(mix(main, BLACK, 0.45), BLACK, [LIGHT_TEXT], 10)
    deeps, text, ornament = (deep, dark_deep), TEXT + MARGIN, ORNAMENT + MARGIN
    on_2 = nearest_readable(mix(LIGHT_TEXT, main, 0.25), WHITE, deeps, text)
    orn = nearest_readable(second, WHITE, deeps, ornament)
    tint, dark_tint = mix(WHITE, main, 0.1), mix(DARK_SURFACE, main, 0.2)
    lighter_main = mix(main, WHITE, 0.35)
    return {
        "deep": deeps,
        "accent": (
            nearest_readable(main, BLACK, (*LIGHT, tint), text),
            nearest_readable(lighter_main, WHITE, (*DARK, dark_tint), text),
        ),
        "tint": (tint, dark_tint),
        "gold": (
            nearest_readable(second, BLACK, LIGHT, text),
            nearest_readable(second, WHITE, DARK, text),
        ),
        "on": (LIGHT_TEXT, LIGHT_TEXT),
        "on-2": (on_2, on_2),
        "orn": (orn, orn),
        "tile": (mix(deep, WHITE, 0.12), mix(dark_deep, WHITE, 0.1)),
    }


def look_stylesheet(colours: Colours, has_band: bool) -> str:
    """Return the stylesheet, which follows `style.css`; without the band below the header."""
    values = [
        f"--{name}:{light}" if light == dark else f"--{name}:light-dark({light},{dark})"
        for name, (light, dark) in look_tokens(colours).items()
    ]
    if not has_band:
        values.append("--band:0px")
    return "@layer tokens{:root{" + ";".join(values) + "}}\n"
