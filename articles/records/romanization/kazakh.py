"""Schemes for Kazakh, and those with one table for Kazakh and Russian."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.records.romanization.russian import HUSHING, PLAIN, YE
from articles.records.romanization.scheme import Scheme, letters

BGN_PCGN = Scheme(
    label=_("BGN/PCGN"),
    letters=PLAIN
    | HUSHING
    | letters("ә ä ғ gh ё yo и ī й y қ q ң ng ө ö у ū ұ u ү ü һ h ъ \" ы y і i ь ' э ė"),
)
# The alphabet presented in 2021; ц ч щ ё ю я have no letter of their own and are spelled out.
KAZAKH_2021 = Scheme(
    label=_("Kazakh Latin alphabet, draft of 2021"),
    letters=PLAIN
    | letters("ә ä ғ ğ ё io ж j й i қ q ң ñ ө ö ұ ū ү ü х h һ h ц ts ч tş ш ş щ şş")
    | letters("ъ ы y і ı ь э e ю iu я ia"),
    capitals={"i": "İ", "ı": "I"},
)
# GOST 7.79-2000, system A, is the same table: one Latin letter for each Cyrillic one.
ISO_9 = Scheme(
    label=_("ISO 9 (GOST 7.79-2000, system A)"),
    letters=PLAIN
    | letters("ё ë ж ž й j х h ц c ч č ш š щ ŝ ъ ʺ ы y ь ʹ э è ю û я â")
    | letters("ә a̋ ғ ġ қ ķ ң ņ ө ô ұ u̇ ү ù һ ḥ і ì"),
)
PASSPORT = Scheme(
    label=_("As in passports"),
    letters=PLAIN | HUSHING | letters("ә a ғ g ё yo й y қ k ң n ө o ұ u ү u һ h ъ ы y і i ь э e"),
    opening=YE,
)
