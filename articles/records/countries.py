"""Countries: their ISO 3166-1 alpha-2 codes, and their names in three languages."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue
from articles.records.languages import Language

# code: Kazakh, Russian, English
COUNTRIES: dict[str, tuple[str, str, str]] = {
    "AD": ("Андорра", "Андорра", "Andorra"),
    "AE": ("БАӘ", "ОАЭ", "United Arab Emirates"),
    "AF": ("Ауғанстан", "Афганистан", "Afghanistan"),
    "AG": ("Антигуа және Барбуда", "Антигуа и Барбуда", "Antigua and Barbuda"),
    "AI": ("Ангилья", "Ангилья", "Anguilla"),
    "AL": ("Албания", "Албания", "Albania"),
    "AM": ("Армения", "Армения", "Armenia"),
    "AO": ("Ангола", "Ангола", "Angola"),
    "AQ": ("Антарктида", "Антарктида", "Antarctica"),
    "AR": ("Аргентина", "Аргентина", "Argentina"),
    "AS": ("Америкалық Самоа", "Американское Самоа", "American Samoa"),
    "AT": ("Аустрия", "Австрия", "Austria"),
    "AU": ("Аустралия", "Австралия", "Australia"),
    "AW": ("Аруба", "Аруба", "Aruba"),
    "AX": ("Аланд аралдары", "Аландские острова", "Åland Islands"),
    "AZ": ("Әзербайжан", "Азербайджан", "Azerbaijan"),
    "BA": ("Босния және Герцеговина", "Босния и Герцеговина", "Bosnia and Herzegovina"),
    "BB": ("Барбадос", "Барбадос", "Barbados"),
    "BD": ("Бангладеш", "Бангладеш", "Bangladesh"),
    "BE": ("Бельгия", "Бельгия", "Belgium"),
    "BF": ("Буркина-Фасо", "Буркина-Фасо", "Burkina Faso"),
    "BG": ("Болгария", "Болгария", "Bulgaria"),
    "BH": ("Бахрейн", "Бахрейн", "Bahrain"),
    "BI": ("Бурунди", "Бурунди", "Burundi"),
    "BJ": ("Бенин", "Бенин", "Benin"),
    "BL": ("Сен-Бартелеми", "Сен-Бартелеми", "Saint Barthélemy"),
    "BM": ("Бермуд аралдары", "Бермудские острова", "Bermuda"),
    "BN": ("Бруней", "Бруней", "Brunei"),
    "BO": ("Боливия", "Боливия", "Bolivia"),
    "BQ": ("Кариб Нидерландысы", "Карибские Нидерланды", "Caribbean Netherlands"),
    "BR": ("Бразилия", "Бразилия", "Brazil"),
    "BS": ("Багам аралдары", "Багамские острова", "Bahamas"),
    "BT": ("Бутан", "Бутан", "Bhutan"),
    "BV": ("Буве аралы", "Остров Буве", "Bouvet Island"),
    "BW": ("Ботсвана", "Ботсвана", "Botswana"),
    "BY": ("Беларусь", "Беларусь", "Belarus"),
    "BZ": ("Белиз", "Белиз", "Belize"),
    "CA": ("Канада", "Канада", "Canada"),
    "CC": ("Кокос аралдары", "Кокосовые острова", "Cocos Islands"),
    "CD": (
        "Конго Демократиялық Республикасы",
        "Демократическая Республика Конго",
        "Democratic Republic of the Congo",
    ),
    "CF": (
        "Орталық Африка Республикасы",
        "Центральноафриканская Республика",
        "Central African Republic",
    ),
    "CG": ("Конго", "Конго", "Congo"),
    "CH": ("Швейцария", "Швейцария", "Switzerland"),
    "CI": ("Кот-д’Ивуар", "Кот-д’Ивуар", "Côte d’Ivoire"),
    "CK": ("Кук аралдары", "Острова Кука", "Cook Islands"),
    "CL": ("Чили", "Чили", "Chile"),
    "CM": ("Камерун", "Камерун", "Cameroon"),
    "CN": ("Қытай", "Китай", "China"),
    "CO": ("Колумбия", "Колумбия", "Colombia"),
    "CR": ("Коста-Рика", "Коста-Рика", "Costa Rica"),
    "CU": ("Куба", "Куба", "Cuba"),
    "CV": ("Кабо-Верде", "Кабо-Верде", "Cabo Verde"),
    "CW": ("Кюрасао", "Кюрасао", "Curaçao"),
    "CX": ("Рождество аралы", "Остров Рождества", "Christmas Island"),
    "CY": ("Кипр", "Кипр", "Cyprus"),
    "CZ": ("Чехия", "Чехия", "Czechia"),
    "DE": ("Германия", "Германия", "Germany"),
    "DJ": ("Джибути", "Джибути", "Djibouti"),
    "DK": ("Дания", "Дания", "Denmark"),
    "DM": ("Доминика", "Доминика", "Dominica"),
    "DO": ("Доминикан Республикасы", "Доминиканская Республика", "Dominican Republic"),
    "DZ": ("Алжир", "Алжир", "Algeria"),
    "EC": ("Эквадор", "Эквадор", "Ecuador"),
    "EE": ("Эстония", "Эстония", "Estonia"),
    "EG": ("Мысыр", "Египет", "Egypt"),
    "EH": ("Батыс Сахара", "Западная Сахара", "Western Sahara"),
    "ER": ("Эритрея", "Эритрея", "Eritrea"),
    "ES": ("Испания", "Испания", "Spain"),
    "ET": ("Эфиопия", "Эфиопия", "Ethiopia"),
    "FI": ("Финляндия", "Финляндия", "Finland"),
    "FJ": ("Фиджи", "Фиджи", "Fiji"),
    "FK": ("Фолкленд аралдары", "Фолклендские острова", "Falkland Islands"),
    "FM": ("Микронезия", "Микронезия", "Micronesia"),
    "FO": ("Фарер аралдары", "Фарерские острова", "Faroe Islands"),
    "FR": ("Франция", "Франция", "France"),
    "GA": ("Габон", "Габон", "Gabon"),
    "GB": ("Ұлыбритания", "Великобритания", "United Kingdom"),
    "GD": ("Гренада", "Гренада", "Grenada"),
    "GE": ("Грузия", "Грузия", "Georgia"),
    "GF": ("Француз Гвианасы", "Французская Гвиана", "French Guiana"),
    "GG": ("Гернси", "Гернси", "Guernsey"),
    "GH": ("Гана", "Гана", "Ghana"),
    "GI": ("Гибралтар", "Гибралтар", "Gibraltar"),
    "GL": ("Гренландия", "Гренландия", "Greenland"),
    "GM": ("Гамбия", "Гамбия", "Gambia"),
    "GN": ("Гвинея", "Гвинея", "Guinea"),
    "GP": ("Гваделупа", "Гваделупа", "Guadeloupe"),
    "GQ": ("Экваторлық Гвинея", "Экваториальная Гвинея", "Equatorial Guinea"),
    "GR": ("Грекия", "Греция", "Greece"),
    "GS": (
        "Оңтүстік Георгия және Оңтүстік Сандвич аралдары",
        "Южная Георгия и Южные Сандвичевы острова",
        "South Georgia and the South Sandwich Islands",
    ),
    "GT": ("Гватемала", "Гватемала", "Guatemala"),
    "GU": ("Гуам", "Гуам", "Guam"),
    "GW": ("Гвинея-Бисау", "Гвинея-Бисау", "Guinea-Bissau"),
    "GY": ("Гайана", "Гайана", "Guyana"),
    "HK": ("Гонконг", "Гонконг", "Hong Kong"),
    "HM": (
        "Херд аралы және Макдональд аралдары",
        "Остров Херд и острова Макдональд",
        "Heard Island and McDonald Islands",
    ),
    "HN": ("Гондурас", "Гондурас", "Honduras"),
    "HR": ("Хорватия", "Хорватия", "Croatia"),
    "HT": ("Гаити", "Гаити", "Haiti"),
    "HU": ("Мажарстан", "Венгрия", "Hungary"),
    "ID": ("Индонезия", "Индонезия", "Indonesia"),
    "IE": ("Ирландия", "Ирландия", "Ireland"),
    "IL": ("Израиль", "Израиль", "Israel"),
    "IM": ("Мэн аралы", "Остров Мэн", "Isle of Man"),
    "IN": ("Үндістан", "Индия", "India"),
    "IO": (
        "Үнді мұхитындағы Британ аумағы",
        "Британская территория в Индийском океане",
        "British Indian Ocean Territory",
    ),
    "IQ": ("Ирак", "Ирак", "Iraq"),
    "IR": ("Иран", "Иран", "Iran"),
    "IS": ("Исландия", "Исландия", "Iceland"),
    "IT": ("Италия", "Италия", "Italy"),
    "JE": ("Джерси", "Джерси", "Jersey"),
    "JM": ("Ямайка", "Ямайка", "Jamaica"),
    "JO": ("Иордания", "Иордания", "Jordan"),
    "JP": ("Жапония", "Япония", "Japan"),
    "KE": ("Кения", "Кения", "Kenya"),
    "KG": ("Қырғызстан", "Кыргызстан", "Kyrgyzstan"),
    "KH": ("Камбоджа", "Камбоджа", "Cambodia"),
    "KI": ("Кирибати", "Кирибати", "Kiribati"),
    "KM": ("Комор аралдары", "Коморские острова", "Comoros"),
    "KN": ("Сент-Китс және Невис", "Сент-Китс и Невис", "Saint Kitts and Nevis"),
    "KP": (
        "Корея Халық Демократиялық Республикасы",
        "Корейская Народно-Демократическая Республика",
        "Democratic People’s Republic of Korea",
    ),
    "KR": ("Корея Республикасы", "Республика Корея", "Republic of Korea"),
    "KW": ("Кувейт", "Кувейт", "Kuwait"),
    "KY": ("Кайман аралдары", "Острова Кайман", "Cayman Islands"),
    "KZ": ("Қазақстан", "Казахстан", "Kazakhstan"),
    "LA": ("Лаос", "Лаос", "Laos"),
    "LB": ("Ливан", "Ливан", "Lebanon"),
    "LC": ("Сент-Люсия", "Сент-Люсия", "Saint Lucia"),
    "LI": ("Лихтенштейн", "Лихтенштейн", "Liechtenstein"),
    "LK": ("Шри-Ланка", "Шри-Ланка", "Sri Lanka"),
    "LR": ("Либерия", "Либерия", "Liberia"),
    "LS": ("Лесото", "Лесото", "Lesotho"),
    "LT": ("Литва", "Литва", "Lithuania"),
    "LU": ("Люксембург", "Люксембург", "Luxembourg"),
    "LV": ("Латвия", "Латвия", "Latvia"),
    "LY": ("Ливия", "Ливия", "Libya"),
    "MA": ("Марокко", "Марокко", "Morocco"),
    "MC": ("Монако", "Монако", "Monaco"),
    "MD": ("Молдова", "Молдова", "Moldova"),
    "ME": ("Черногория", "Черногория", "Montenegro"),
    "MF": ("Сен-Мартен", "Сен-Мартен", "Saint Martin"),
    "MG": ("Мадагаскар", "Мадагаскар", "Madagascar"),
    "MH": ("Маршалл аралдары", "Маршалловы Острова", "Marshall Islands"),
    "MK": ("Солтүстік Македония", "Северная Македония", "North Macedonia"),
    "ML": ("Мали", "Мали", "Mali"),
    "MM": ("Мьянма", "Мьянма", "Myanmar"),
    "MN": ("Моңғолия", "Монголия", "Mongolia"),
    "MO": ("Макао", "Макао", "Macao"),
    "MP": ("Солтүстік Мариана аралдары", "Северные Марианские острова", "Northern Mariana Islands"),
    "MQ": ("Мартиника", "Мартиника", "Martinique"),
    "MR": ("Мавритания", "Мавритания", "Mauritania"),
    "MS": ("Монтсеррат", "Монтсеррат", "Montserrat"),
    "MT": ("Мальта", "Мальта", "Malta"),
    "MU": ("Маврикий", "Маврикий", "Mauritius"),
    "MV": ("Мальдив аралдары", "Мальдивы", "Maldives"),
    "MW": ("Малави", "Малави", "Malawi"),
    "MX": ("Мексика", "Мексика", "Mexico"),
    "MY": ("Малайзия", "Малайзия", "Malaysia"),
    "MZ": ("Мозамбик", "Мозамбик", "Mozambique"),
    "NA": ("Намибия", "Намибия", "Namibia"),
    "NC": ("Жаңа Каледония", "Новая Каледония", "New Caledonia"),
    "NE": ("Нигер", "Нигер", "Niger"),
    "NF": ("Норфолк аралы", "Остров Норфолк", "Norfolk Island"),
    "NG": ("Нигерия", "Нигерия", "Nigeria"),
    "NI": ("Никарагуа", "Никарагуа", "Nicaragua"),
    "NL": ("Нидерланд", "Нидерланды", "Netherlands"),
    "NO": ("Норвегия", "Норвегия", "Norway"),
    "NP": ("Непал", "Непал", "Nepal"),
    "NR": ("Науру", "Науру", "Nauru"),
    "NU": ("Ниуэ", "Ниуэ", "Niue"),
    "NZ": ("Жаңа Зеландия", "Новая Зеландия", "New Zealand"),
    "OM": ("Оман", "Оман", "Oman"),
    "PA": ("Панама", "Панама", "Panama"),
    "PE": ("Перу", "Перу", "Peru"),
    "PF": ("Француз Полинезиясы", "Французская Полинезия", "French Polynesia"),
    "PG": ("Папуа — Жаңа Гвинея", "Папуа — Новая Гвинея", "Papua New Guinea"),
    "PH": ("Филиппин", "Филиппины", "Philippines"),
    "PK": ("Пәкістан", "Пакистан", "Pakistan"),
    "PL": ("Польша", "Польша", "Poland"),
    "PM": ("Сен-Пьер және Микелон", "Сен-Пьер и Микелон", "Saint Pierre and Miquelon"),
    "PN": ("Питкэрн аралдары", "Острова Питкэрн", "Pitcairn"),
    "PR": ("Пуэрто-Рико", "Пуэрто-Рико", "Puerto Rico"),
    "PS": ("Палестина", "Палестина", "Palestine"),
    "PT": ("Португалия", "Португалия", "Portugal"),
    "PW": ("Палау", "Палау", "Palau"),
    "PY": ("Парагвай", "Парагвай", "Paraguay"),
    "QA": ("Катар", "Катар", "Qatar"),
    "RE": ("Реюньон", "Реюньон", "Réunion"),
    "RO": ("Румыния", "Румыния", "Romania"),
    "RS": ("Сербия", "Сербия", "Serbia"),
    "RU": ("Ресей", "Россия", "Russia"),
    "RW": ("Руанда", "Руанда", "Rwanda"),
    "SA": ("Сауд Арабиясы", "Саудовская Аравия", "Saudi Arabia"),
    "SB": ("Соломон аралдары", "Соломоновы Острова", "Solomon Islands"),
    "SC": ("Сейшел аралдары", "Сейшельские острова", "Seychelles"),
    "SD": ("Судан", "Судан", "Sudan"),
    "SE": ("Швеция", "Швеция", "Sweden"),
    "SG": ("Сингапур", "Сингапур", "Singapore"),
    "SH": ("Әулие Елена аралы", "Остров Святой Елены", "Saint Helena"),
    "SI": ("Словения", "Словения", "Slovenia"),
    "SJ": ("Шпицберген және Ян-Майен", "Шпицберген и Ян-Майен", "Svalbard and Jan Mayen"),
    "SK": ("Словакия", "Словакия", "Slovakia"),
    "SL": ("Сьерра-Леоне", "Сьерра-Леоне", "Sierra Leone"),
    "SM": ("Сан-Марино", "Сан-Марино", "San Marino"),
    "SN": ("Сенегал", "Сенегал", "Senegal"),
    "SO": ("Сомали", "Сомали", "Somalia"),
    "SR": ("Суринам", "Суринам", "Suriname"),
    "SS": ("Оңтүстік Судан", "Южный Судан", "South Sudan"),
    "ST": ("Сан-Томе және Принсипи", "Сан-Томе и Принсипи", "Sao Tome and Principe"),
    "SV": ("Сальвадор", "Сальвадор", "El Salvador"),
    "SX": ("Синт-Мартен", "Синт-Мартен", "Sint Maarten"),
    "SY": ("Сирия", "Сирия", "Syria"),
    "SZ": ("Эсватини", "Эсватини", "Eswatini"),
    "TC": ("Тёркс және Кайкос аралдары", "Острова Тёркс и Кайкос", "Turks and Caicos Islands"),
    "TD": ("Чад", "Чад", "Chad"),
    "TF": (
        "Францияның оңтүстік аумақтары",
        "Французские южные территории",
        "French Southern Territories",
    ),
    "TG": ("Того", "Того", "Togo"),
    "TH": ("Таиланд", "Таиланд", "Thailand"),
    "TJ": ("Тәжікстан", "Таджикистан", "Tajikistan"),
    "TK": ("Токелау", "Токелау", "Tokelau"),
    "TL": ("Шығыс Тимор", "Восточный Тимор", "Timor-Leste"),
    "TM": ("Түрікменстан", "Туркменистан", "Turkmenistan"),
    "TN": ("Тунис", "Тунис", "Tunisia"),
    "TO": ("Тонга", "Тонга", "Tonga"),
    "TR": ("Түркия", "Турция", "Türkiye"),
    "TT": ("Тринидад және Тобаго", "Тринидад и Тобаго", "Trinidad and Tobago"),
    "TV": ("Тувалу", "Тувалу", "Tuvalu"),
    "TW": ("Тайвань", "Тайвань", "Taiwan"),
    "TZ": ("Танзания", "Танзания", "Tanzania"),
    "UA": ("Украина", "Украина", "Ukraine"),
    "UG": ("Уганда", "Уганда", "Uganda"),
    "UM": (
        "АҚШ-тың шағын шеткі аралдары",
        "Внешние малые острова США",
        "United States Minor Outlying Islands",
    ),
    "US": ("АҚШ", "США", "United States"),
    "UY": ("Уругвай", "Уругвай", "Uruguay"),
    "UZ": ("Өзбекстан", "Узбекистан", "Uzbekistan"),
    "VA": ("Ватикан", "Ватикан", "Vatican"),
    "VC": (
        "Сент-Винсент және Гренадин",
        "Сент-Винсент и Гренадины",
        "Saint Vincent and the Grenadines",
    ),
    "VE": ("Венесуэла", "Венесуэла", "Venezuela"),
    "VG": (
        "Виргин аралдары (Ұлыбритания)",
        "Виргинские острова (Великобритания)",
        "Virgin Islands (British)",
    ),
    "VI": ("Виргин аралдары (АҚШ)", "Виргинские острова (США)", "Virgin Islands (U.S.)"),
    "VN": ("Вьетнам", "Вьетнам", "Viet Nam"),
    "VU": ("Вануату", "Вануату", "Vanuatu"),
    "WF": ("Уоллис және Футуна", "Уоллис и Футуна", "Wallis and Futuna"),
    "WS": ("Самоа", "Самоа", "Samoa"),
    "YE": ("Йемен", "Йемен", "Yemen"),
    "YT": ("Майотта", "Майотта", "Mayotte"),
    "ZA": ("ОАР", "ЮАР", "South Africa"),
    "ZM": ("Замбия", "Замбия", "Zambia"),
    "ZW": ("Зимбабве", "Зимбабве", "Zimbabwe"),
}
COLUMN: dict[Language, int] = {"kk": 0, "ru": 1, "en": 2}
# Other names that affiliations use; without “Republic” and its translations.
OTHER_NAMES = {
    "AE": ("Біріккен Араб Әмірліктері", "Объединённые Арабские Эмираты", "UAE"),
    "BY": ("Белоруссия",),
    "CN": ("ҚХР", "КНР", "Китайская Народная Республика", "People's Republic of China", "PRC"),
    "CZ": ("Чешская Республика", "Czech Republic"),
    "DE": ("ФРГ",),
    "GB": ("Англия", "Шотландия", "Great Britain", "England", "Scotland", "Wales", "UK"),
    "KG": ("Қырғыз Республикасы", "Киргизия", "Кыргызская Республика", "Kyrgyz Republic"),
    "KP": ("КХДР", "КНДР", "North Korea", "Северная Корея", "Солтүстік Корея"),
    "KR": ("Оңтүстік Корея", "Южная Корея", "South Korea", "Корея", "Korea"),
    "KZ": ("ҚР", "РК", "RK", "KAZ"),
    "MD": ("Молдавия",),
    "MK": ("Македония", "Macedonia"),
    "MM": ("Бирма", "Burma"),
    "NL": ("Голландия", "Holland", "The Netherlands"),
    "RU": ("РФ", "Ресей Федерациясы", "Российская Федерация", "Russian Federation", "RUS"),
    "SZ": ("Свазиленд", "Swaziland"),
    "TM": ("Туркмения",),
    "TR": ("Turkey",),
    "US": ("Америка Құрама Штаттары", "Соединённые Штаты Америки", "USA", "U.S.A.", "America"),
    "VN": ("Vietnam",),
    "ZA": ("Оңтүстік Африка", "Южно-Африканская Республика", "Республика Южная Африка"),
}
# What is proposed for a word that is no country.
LIKENESS = 0.75  # from 0 to 1, as difflib measures it
NEAREST_KEYS = 9  # compared names, of which several may belong to one country
NEAREST_NAMES = 3
LETTERS = re.compile(r"[^\W\d_]+")
REPUBLIC = {"республика", "республикасы", "republic", "of", "the"}


def country_name(code: str, language: Language) -> str:
    """Return the name of a country, or its code if it is not in the table."""
    names = COUNTRIES.get(code)
    return names[COLUMN[language]] if names else code


def country_code(value: str) -> str:
    """Return the code as it is; raises InvalidValue, which proposes the code for a name."""
    if value in COUNTRIES:
        return value
    if code := code_of_name(value):
        raise InvalidValue(
            _("“%(value)s” is not an ISO 3166-1 country code. Write %(code)s."),
            value=value,
            code=code,
        )
    raise InvalidValue(
        _("“%(value)s” is not an ISO 3166-1 country code. Enter two letters such as KZ."),
        value=value,
    )


def typed_country(value: str) -> str:
    """Return the code for what an editor typed, a name or a code; '' for nothing.

    Raises InvalidValue, with the nearest names of countries.
    """
    if not value.strip():
        return ""
    if code := code_of_name(value):
        return code
    if names := nearest_names(value):
        raise InvalidValue(
            _("“%(value)s” is not in the list of countries. Did you mean: %(names)s?"),
            value=value,
            names=", ".join(names),
        )
    raise InvalidValue(
        _(
            "“%(value)s” is not in the list of countries. Type its name in Kazakh, Russian or "
            "English, or its two-letter code, such as KZ."
        ),
        value=value,
    )


def code_of_name(value: str) -> str:
    """Return the code for a name in any of the languages, or for a code in small letters, or ''."""
    capitals = value.strip().upper()
    if capitals in COUNTRIES:
        return capitals
    code, _name = _names_by_key().get(_key(value), ("", ""))
    return code


def nearest_names(value: str) -> list[str]:
    """Return the names most like the value, best first, one for each country."""
    known = _names_by_key()
    keys = get_close_matches(_key(value), known, n=NEAREST_KEYS, cutoff=LIKENESS)
    by_code: dict[str, str] = {}
    for code, name in map(known.__getitem__, keys):
        by_code.setdefault(code, name)
    return list(by_code.values())[:NEAREST_NAMES]


@cache
def _names_by_key() -> dict[str, tuple[str, str]]:
    """The code and the name for the key of each name."""
    names = [(code, name) for code, names in COUNTRIES.items() for name in names]
    names += [(code, name) for code, names in OTHER_NAMES.items() for name in names]
    return {_key(name): (code, name) for code, name in names}


def _key(name: str) -> str:
    """The words of the name in small letters, with е for ё and without words for a republic."""
    words = LETTERS.findall(name.casefold().replace("ё", "е"))
    return " ".join(word for word in words if word not in REPUBLIC) or " ".join(words)
