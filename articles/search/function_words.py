"""Function words (conjunctions, prepositions), which a query may contain but need not match.

They are indexed for phrases. Outside quotation marks they are ignored, so that a Russian query
with "в" also finds a Kazakh article.
"""

KAZAKH = """
    және мен бен пен үшін туралы бойынша арқылы ретінде да де та те бір бұл осы сол ол
    не немесе ма ме ба бе па пе дейін кейін қарай сияқты
"""
RUSSIAN = """
    и в во на с со к ко о об обо по за из от до для при про над под у а но или не ни как
    что это его ее их из-за между через
"""
ENGLISH = "a an the of in on at to for from by with and or as is are its into about"

FUNCTION_WORDS = frozenset(f"{KAZAKH} {RUSSIAN} {ENGLISH}".split())
