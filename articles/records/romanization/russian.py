"""Schemes for Russian."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.records.romanization.scheme import Scheme, letters

PLAIN = letters("а a б b в v г g д d е e з z и i к k л l м m н n о o п p р r с s т t у u ф f")

# Letters for English readers, which three schemes share.
HUSHING = letters("ж zh х kh ц ts ч ch ш sh щ shch ю yu я ya")

YE = letters("е ye ё yo")

BGN_PCGN = Scheme(
    label=_("BGN/PCGN"),
    letters=PLAIN | HUSHING | letters("ё ë й y ъ \" ы y ь ' э e"),
    opening=letters("е ye ё yë"),
)
# System B: plain ASCII, and the only one that can be reversed.
GOST_779 = Scheme(
    label=_("GOST 7.79-2000, system B"),
    letters=PLAIN | letters("ё yo ж zh й j х x ц cz ч ch ш sh щ shh ъ `` ы y` ь ` э e` ю yu я ya"),
    before={"це": "c", "ци": "c", "цы": "c", "цй": "c"},
)
# British Standard 2979 without diacritics, as journals print it.
BSI = Scheme(
    label=_("BSI (British Standard 2979)"),
    letters=PLAIN | HUSHING | letters("ё e й i ъ '' ы y ь ' э e"),
)
