"""The Kazakh stemmer, rule by rule: what must share a key, and what must not."""

import pytest

from articles.search.kazakh import stem
from articles.search.kazakh.harmony import BACK, FRONT, harmonies
from articles.search.kazakh.phonology import realise
from articles.search.kazakh.roots import split_iotated
from articles.search.kazakh.slots import stems


@pytest.mark.parametrize(
    ("suffix", "last", "harmony", "written"),
    [
        ("LAр", "а", BACK, "лар"),  # балалар
        ("LAр", "з", FRONT, "дер"),  # сөздер
        ("LAр", "т", BACK, "тар"),  # аттар
        ("LAр", "б", BACK, "тар"),  # клубтар
        ("QIң", "м", BACK, "ның"),  # адамның
        ("QIң", "л", FRONT, "дің"),  # елдің
        ("NI", "м", BACK, "ды"),  # адамды
        ("NI", "а", BACK, "ны"),  # баланы
        ("BAн", "н", BACK, "нан"),  # заңнан
        ("BAн", "л", FRONT, "ден"),  # елден
        ("GA", "қ", BACK, "қа"),  # халыққа
        ("GA", "л", FRONT, "ге"),  # елге
        ("Mен", "з", BACK, "бен"),  # сөзбен
        ("Mен", "т", BACK, "пен"),  # атпен
        ("PA", "н", BACK, "ба"),  # қонба
        ("(I)м", "а", BACK, "м"),  # балам
        ("(I)м", "т", BACK, "ым"),  # атым
        ("(с)I", "а", BACK, "сы"),  # баласы
        ("(с)I", "у", BACK, "ы"),  # оқуы
    ],
)
def test_a_suffix_takes_the_sounds_that_its_stem_asks_for(suffix, last, harmony, written):
    assert realise(suffix, last, harmony) == written


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("бала", (BACK,)),
        ("ел", (FRONT,)),
        ("сайлау", (BACK,)),
        ("сөйлеу", (FRONT,)),
        ("министр", (BACK, FRONT)),
        ("факт", (BACK, FRONT)),
        ("сәтбаев", (FRONT,)),
        ("ресурс", (BACK, FRONT)),
    ],
)
def test_harmony_follows_the_last_vowel_and_is_open_after_и_and_soft_ends(word, expected):
    assert harmonies(word) == expected


def test_a_suffix_that_breaks_harmony_or_the_seam_is_not_cut():
    assert set(stems("елдер")) == {"елдер", "ел"}
    assert set(stems("елдар")) == {"елдар"}
    assert set(stems("елтер")) == {"елтер"}


@pytest.mark.parametrize(
    "forms",
    [
        # Case, and the -н of case after the third person.
        "дипломатия дипломатияның дипломатияны дипломатияға дипломатияда дипломатиядан",
        "дипломатия дипломатиясының дипломатиясын дипломатиясына дипломатиясындағы",
        "университет университеттер университеттің университетте университетінде университетіне",
        "мемлекет мемлекеттермен мемлекетіміз мемлекеттеріңізге мемлекеттердегі",
        "абырой абыроймен",
        "қозы қозыдай",
        # Possession, also after a vowel.
        "милиция милициям милициямыз милициялары",
        "бала балам балаң балама балаңа балаларымыз баласына",
        "сөмке сөмкемді сөмкесі",
        # Number after each kind of sound.
        "әдіс әдістер әдісі әдістері әдісін әдістердің",
        "заң заңдар заңдарымызға заңның",
        "клуб клубтар клубы клубқа",
        # Where it is, as an adjective, and what follows that.
        "өңір өңірлер өңірлердегі өңірдегілер өңірдегілердің",
        # Final devoicing.
        "кітап кітабы кітабымыз кітапты кітапқа кітаптардың",
        "азық азығы азығын азықтың",
        "көмек көмегі көмегімен көмекке",
        "шаңырақ шаңырағымыздың",
        # Vowels that fall.
        "халық халқы халқын халықтың халықтар",
        "ауыз аузы аузынан ауызда",
        "орын орны орнына орында",
        "мойын мойны мойындағы",
        # Roots that end as a suffix does.
        "есеп есебі есепке есептер",
        "мектеп мектептер мектебінде",
        "мәтін мәтіні мәтіндер мәтіннің",
        "көлем көлемі көлемінде",
        "жағдай жағдайды жағдайы жағдайлар",
        "қорытынды қорытындысы қорытындылар қорытындысымен",
        "күшті күштіден күштілер",
        "ғылым ғылымның ғылымының ғылымдарының",
        "кезең кезеңдер кезеңі кезеңге",
        "пікір пікірі пікірінше пікірлерінше",
        "мағына мағынаның мағынасын мағыналар",
        "қатынас қатынасы қатынастар қатынасқа",
        "жұмыс жұмысы жұмысын жұмыстың",
        "аудан ауданы ауданда аудандар",
        # Names and loans.
        "Қазақстан Қазақстанда Қазақстанның Қазақстандағы қазақстанға",
        "Ресей Ресейді Ресейде",
        "Лондон Лондонның Лондонда",
        "факт фактісі фактілер факты",
        "съезд съездің съезді съездер",
        "ресурс ресурсын ресурстар ресурстың",
        "әлеумет әлеуметтің әлеуметі әлеуметін",
        "бизнес бизнесі бизнесімен бизнестің",
        "стиль стильдер стильдің стилі",
        # Hyphens: a compound, and a suffix hung on an abbreviation.
        "ата-ана ата-анасы ата-аналар",
        "қарым-қатынас қарым-қатынастарды",
        "КСРО ксро-дағы КСРО-ның",
        "ФИФА фифа-ның",
    ],
)
def test_all_forms_of_a_noun_share_a_key(forms):
    assert {stem(form) for form in forms.split()} == {stem(forms.split()[0])}


@pytest.mark.parametrize(
    "forms",
    [
        "алу алды алады алған алып алса алмады алмайды алынды алынған алатын",
        "болу болды болған болып болады болмайды болса болсын болмаған",
        "ашу ашылды ашылады ашылған ашылмайтын ашқан ашпай",
        "қарау қарап қараған қарайды қаралған қаралуы қарауға",
        "бастау бастады басталды бастап басталғаннан басталуы",
        "зерттеу зерттейді зерттеген зерттелген зерттеуге зерттеулер зерттесе",
        "келу келген келді келіп келеді келгенде келмейді келейін келгендіктен",
        "деу деді деген дейді деп десе деймін дегенде",
        "оқу оқиды оқып оқыған оқитын оқуға оқушы",
        "даму дамыды дамып дамиды дамыған дамуының",
        "қою қойды қойған қоюға қойып",
        "тою тояды тойды",
        "көрсету көрсетілген көрсетеді көрсетпейтіндіктен көрсеткен көрсетіңіз",
        "белгілеу белгіленген белгілейді",
        "сөйлеу сөйлейсіз сөйледі сөйлегеннен",
        "айту айтылмады айтып айтқан айтарлықтай айтушы айтқысы",
    ],
)
def test_all_forms_of_a_verb_share_a_key(forms):
    assert {stem(form) for form in forms.split()} == {stem(forms.split()[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("бала", "балық"),
        ("сана", "сан"),
        ("экономика", "экономикалық"),
        ("ұлт", "ұлттық"),
        ("неке", "некесіз"),
        ("саясат", "саяси"),
        ("қала", "қалың"),
        ("қалыптасу", "қалу"),
        ("топырақ", "топ"),
        ("республика", "республикалық"),
    ],
)
def test_words_of_their_own_keep_keys_of_their_own(one, other):
    assert stem(one) != stem(other)


def test_what_is_not_kazakh_is_lower_cased_and_otherwise_whole():
    assert [stem(word) for word in ("", "Қ", "COVID", "2024", "X7", "Wi-Fi")] == [
        *("", "қ", "covid", "2024", "x7", "wi-fi")
    ]


def test_capitals_of_every_kazakh_letter_are_folded():
    assert stem("ӘҒҚҢӨҰҮҺІ") == stem("әғқңөұүһі")
    assert stem("ДИПЛОМАТИЯСЫНДАҒЫ") == stem("дипломатия")


def test_я_and_ю_after_a_vowel_are_split_iotated_and_elsewhere_stay():
    assert [split_iotated(word) for word in ("қою", "тояды", "қиюы", "Аля")] == [
        *("қойу", "тойады", "қийуы", "Аля")
    ]


@pytest.mark.parametrize("word", ["да" * 5000, "ы" * 10_000, "дағы" * 16, "лардың" * 10, "ын" * 32])
def test_a_word_without_end_has_a_stem(word):
    assert stem(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("ысы", ["ысы", "ыс"]), ("сы", ["сы"]), ("ыны", ["ыны", "ын"]), ("ында", ["ында", "ын"])],
)
def test_a_stem_has_at_least_two_letters(word, expected):
    assert list(stems(word)) == expected
