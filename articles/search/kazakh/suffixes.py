"""The suffixes of Kazakh and their order, as data, read from the end of the word.

A slot names its suffixes (in the notation of phonology.py) and the slots that may stand
before it, nearer the root. `bare` says whether it may stand on the root itself: the н of
баласын cannot, since it follows possession. `least` is the fewest letters that it leaves.
"""

from typing import NamedTuple


class Slot(NamedTuple):
    suffixes: tuple[str, ...]
    before: tuple[str, ...] = ()
    bare: bool = True
    least: int = 2


# What noun inflection can be added to: кітап-тар, бар-ған-ым, үст-індегі-лер, тап-сыр-ма-лар.
NOUN = ("plural", "participle", "attribute", "attribute_of_3", "action_noun")
VERB = ("negation", "passive", "passive_n")

SLOTS = {
    # Case: баланың, баланы, балаға, балада, баладан, баламен; likeness баладай, whose: баланікі.
    "case": Slot(
        ("QIң", "NI", "GA", "DA", "BAн", "Mен", "Mенен", "DAй", "Qікі"),
        ("possession", "possession_plural", *NOUN),
    ),
    # After м and ң of possession the dative is -A: атым-а, балаң-а.
    "case_of_possession": Slot(("A",), ("possession",), bare=False),
    # After the third person case begins with н: баласы-н, -на, -ның, -нда, -нан; пікірі-нше.
    "case_of_3": Slot(
        ("н", "нA", "нIң", "нDA", "нAн", "нDAй", "ншA", "Mен", "Mенен"), ("third",), bare=False
    ),
    # Place as an adjective: қаладағы, үстіндегі; case and number may follow it.
    "attribute": Slot(("DAYI",), ("possession", "possession_plural", *NOUN)),
    "attribute_of_3": Slot(("нDAYI",), ("third",), bare=False),
    # Possession: атым, атың; атымыз, атыңыз; аты, баласы.
    "possession": Slot(("(I)м", "(I)ң"), NOUN),
    "possession_plural": Slot(("(I)мIз", "(I)ңIз"), NOUN),
    "third": Slot(("(с)I",), (*NOUN, "habitual")),
    "plural": Slot(
        ("LAр",), ("participle", "habitual", "attribute", "attribute_of_3", "action_noun")
    ),
    # Comparative: анығырақ. Four letters are left, so that топырақ and шаңырақ stay whole.
    "comparative": Slot(("IрAK",), least=4),
    # A thing done, and its homonym "do not": тапсырма, бөлме; берме.
    "action_noun": Slot(("PA",)),
    # Verbs that inflect as nouns: барған, бару, барушы, барғандық, барарлық, баратындық.
    "participle": Slot(
        (
            *("GAн", "у", "ушI", "йтIн"),
            *("GAндIK", "ушIлIK", "AрлIK", "йтIндIK", "AтIндIK", "итIндIK"),
        ),
        VERB,
    ),
    # Habit: баратын, дамитын. After т it is a noun's own end (халифатын), so no case follows it
    # directly.
    "habitual": Slot(("AтIн", "итIн"), VERB),
    # Present: барамын, барады; дейсіз, оқиды. -сIз only after й and и: некесіз is "without".
    "person": Slot(
        ("мIн", "сIң", "мIз", "сIңдAр", "DI"), ("present", "participle", "habitual"), bare=False
    ),
    "person_polite": Slot(
        ("сIз", "сIздAр"), ("present_glide", "participle", "habitual"), bare=False
    ),
    "present": Slot(("A", "й", "и"), VERB),
    "present_glide": Slot(("й", "и"), VERB),
    # Past: барды, бардым, бардыңыз. Left out are -DIK ("we"), which is банкроттық's -лық too,
    # and -DIң ("thou"), which is the genitive of every noun after д or т.
    "past": Slot(("DI", "DIм", "DIңIз", "DIңдAр", "DIңIздAр"), VERB),
    "conditional": Slot(("сA", "сAм", "сAң", "сAңIз", "сAK", "сAңдAр", "сAңIздAр"), VERB),
    # Converbs and moods: барып, барыпты, барғалы, барғанша; барсын, барайын, барайық, барыңыз;
    # барғысы, барғым (келеді).
    "converb": Slot(("(I)п", "(I)птI", "GAлI", "GAншA"), VERB),
    "mood": Slot(
        (
            *("AйIн", "йIн", "AйIK", "йIK", "(I)ңIз", "(I)ңIздAр"),
            *("GIсI", "GIм"),
        ),
        VERB,
    ),
    # Let him: барсын; not жұмыс-ын.
    "wish": Slot(("сIн",), VERB),
    # Negation: бармай, бармас, бармастан; барма-ды.
    "negative_converb": Slot(("PAй", "PAс", "PAстAн"), ("passive", "passive_n")),
    "negation": Slot(("PA",), ("passive", "passive_n")),
    # Voice that the dictionary does not list apart: аш-ыл-ды, қара-л-ған; after л: ал-ын-ды.
    "passive": Slot(("(I)л",)),
    "passive_n": Slot(("(I)н",)),
}
# What may end a word; bare present stems (ала, қарай) are left whole.
FIRST = tuple(
    name for name in SLOTS if name not in ("present", "present_glide", "passive", "passive_n")
)
VERBAL = frozenset(
    {
        *("participle", "habitual", "present", "present_glide", "past", "conditional"),
        *("converb", "mood", "wish", "negative_converb", "negation"),
    }
)
