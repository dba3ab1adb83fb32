"""Colours as `#rrggbb`: mixed, and compared by the contrast of WCAG 2.2.

Contrast ratio and relative luminance: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

from collections.abc import Iterable

BLACK, WHITE = "#000000", "#ffffff"
STEPS = 100  # between a colour and black or white


def channels(colour: str) -> tuple[int, ...]:
    """Return red, green and blue, each from 0 to 255."""
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def mix(colour: str, other: str, part: float) -> str:
    """Return a colour of which `part` (0 to 1) is the other one."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


def linear(channel: int) -> float:
    """Return the linear value, 0 to 1, of a channel from 0 to 255."""
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


LINEAR = tuple(map(linear, range(256)))


def luminance(colour: str) -> float:
    """Return the relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (LINEAR[channel] for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio, from 1 for the same colour to 21 for black on white."""
    return ratio_of(luminance(colour), luminance(other))


def ratio_of(luminance: float, other: float) -> float:
    return (max(luminance, other) + 0.05) / (min(luminance, other) + 0.05)


def nearest_readable(colour: str, towards: str, grounds: Iterable[str], ratio: float) -> str:
    """Return the colour, mixed with as little of `towards` as gives this contrast on each ground.

    `towards` itself where no mixture gives it.
    """
    luminances = [luminance(ground) for ground in grounds]
    for step in range(STEPS):
        mixture = mix(colour, towards, step / STEPS)
        own = luminance(mixture)
        if all(ratio_of(own, other) >= ratio for other in luminances):
            return mixture
    return towards
