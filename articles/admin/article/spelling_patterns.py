"""Patterns for PostgreSQL that match the beginning of a name in any of its spellings."""

from __future__ import annotations

import re

from articles.search.folding import fold

LETTERS = 4  # of the folded word; the caller compares the whole word afterwards

# Folded letters and how each may be written, in Kazakh, Russian and Latin letters.
SPELLINGS = """
    иа=я,ya,ia,ja,иа,йа,â иу=ю,yu,iu,ju,иу,йу,û
    а=а,ә,a,ä,á,ə б=б,b в=в,v,w г=г,ғ,g,gh,ğ,ǵ д=д,d е=е,ё,э,e,ye,yo,je,é ж=ж,zh,j,ž з=з,z
    и=и,й,і,ы,i,y,j,ı,í к=к,қ,k,q,c,x л=л,l м=м,m н=н,ң,n,ñ,ń о=о,ө,o,ö,ó п=п,p р=р,r с=с,s т=т,t
    у=у,ұ,ү,u,ü,ú,w ф=ф,f,ph х=х,һ,kh,h,x ц=ц,ts,tz,c ч=ч,ch,č ш=ш,щ,sh,shch,sch,ş,š
    ы=ы,і,и,y,i,ı
"""
CHOICES = {
    letter: f"(?:{'|'.join(signs.split(','))})"
    for letter, signs in (pair.split("=") for pair in SPELLINGS.split())
}
SIGNS = re.compile("|".join(CHOICES) + "|.", re.DOTALL)


def spelling_pattern(word: str) -> str:
    """To be used with `iregex`; soft signs and apostrophes between letters are skipped."""
    letters = SIGNS.findall(fold(word))[:LETTERS]
    return "[ъьʼ'’-]*".join(CHOICES.get(letter, re.escape(letter)) for letter in letters)
