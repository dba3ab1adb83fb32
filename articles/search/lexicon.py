"""Words that say nothing of a subject: a question may hold them, but they need not be found.

They are indexed all the same, for phrases; outside quotation marks they only keep a Russian
question from finding an article whose Kazakh text has no "в".
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
