"""A pattern that any spelling of a word's beginning meets: a first sieve, in the database."""

from __future__ import annotations

import re

from articles.search.folding import fold

SURE = 4  # folded letters by which rows are sieved; the whole word is compared afterwards

# A folded letter: what may stand for it, in Kazakh and Russian letters and in Latin ones.
STANDS_FOR = """
    иа=я,ya,ia,ja,иа,йа,â иу=ю,yu,iu,ju,иу,йу,û
    а=а,ә,a,ä,á,ə б=б,b в=в,v,w г=г,ғ,g,gh,ğ,ǵ д=д,d е=е,ё,э,e,ye,yo,je,é ж=ж,zh,j,ž з=з,z
    и=и,й,і,ы,i,y,j,ı,í к=к,қ,k,q,c,x л=л,l м=м,m н=н,ң,n,ñ,ń о=о,ө,o,ö,ó п=п,p р=р,r с=с,s т=т,t
    у=у,ұ,ү,u,ü,ú,w ф=ф,f,ph х=х,һ,kh,h,x ц=ц,ts,tz,c ч=ч,ch,č ш=ш,щ,sh,shch,sch,ş,š
    ы=ы,і,и,y,i,ı
"""
CHOICES = {
    letter: f"(?:{'|'.join(signs.split(','))})"
    for letter, signs in (pair.split("=") for pair in STANDS_FOR.split())
}
SIGNS = re.compile("|".join(CHOICES) + "|.", re.DOTALL)


def sieve(word: str) -> str:
    """A regular expression for PostgreSQL, without regard to case."""
    letters = SIGNS.findall(fold(word))[:SURE]
    return "[ъьʼ'’-]*".join(CHOICES.get(one, re.escape(one)) for one in letters)
