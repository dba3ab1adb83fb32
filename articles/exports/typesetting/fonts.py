"""The fonts of typeset pages: Typst's own, and free ones that are kept here with their licences.

Each has every letter of Kazakh, Russian and English. What one lacks (Greek in PT Serif, signs of
mathematics) is taken from Typst's own fonts.
"""

from __future__ import annotations

from pathlib import Path

from articles.records.pdf_layout import Font

FOLDER = Path(__file__).with_name("font_files")
FAMILIES: dict[Font, str] = {
    "libertinus_serif": "Libertinus Serif",
    "liberation_serif": "Liberation Serif",
    "pt_serif": "PT Serif",
}


def font_folder(font: Font) -> Path | None:
    """Return the folder of a font that is kept here, None for one of Typst's own."""
    folder = FOLDER / font
    return folder if folder.is_dir() else None
