"""Names of countries in three languages by their ISO 3166-1 codes."""

from __future__ import annotations

from articles.records.languages import Language

# code: Kazakh, Russian, English
COUNTRIES: dict[str, tuple[str, str, str]] = {
    "AE": ("БАӘ", "ОАЭ", "United Arab Emirates"),
    "AM": ("Армения", "Армения", "Armenia"),
    "AT": ("Аустрия", "Австрия", "Austria"),
    "AU": ("Аустралия", "Австралия", "Australia"),
    "AZ": ("Әзербайжан", "Азербайджан", "Azerbaijan"),
    "BE": ("Бельгия", "Бельгия", "Belgium"),
    "BG": ("Болгария", "Болгария", "Bulgaria"),
    "BR": ("Бразилия", "Бразилия", "Brazil"),
    "BY": ("Беларусь", "Беларусь", "Belarus"),
    "CA": ("Канада", "Канада", "Canada"),
    "CH": ("Швейцария", "Швейцария", "Switzerland"),
    "CN": ("Қытай", "Китай", "China"),
    "CZ": ("Чехия", "Чехия", "Czechia"),
    "DE": ("Германия", "Германия", "Germany"),
    "DK": ("Дания", "Дания", "Denmark"),
    "EE": ("Эстония", "Эстония", "Estonia"),
    "EG": ("Мысыр", "Египет", "Egypt"),
    "ES": ("Испания", "Испания", "Spain"),
    "FI": ("Финляндия", "Финляндия", "Finland"),
    "FR": ("Франция", "Франция", "France"),
    "GB": ("Ұлыбритания", "Великобритания", "United Kingdom"),
    "GE": ("Грузия", "Грузия", "Georgia"),
    "GR": ("Грекия", "Греция", "Greece"),
    "HU": ("Мажарстан", "Венгрия", "Hungary"),
    "ID": ("Индонезия", "Индонезия", "Indonesia"),
    "IL": ("Израиль", "Израиль", "Israel"),
    "IN": ("Үндістан", "Индия", "India"),
    "IR": ("Иран", "Иран", "Iran"),
    "IT": ("Италия", "Италия", "Italy"),
    "JP": ("Жапония", "Япония", "Japan"),
    "KG": ("Қырғызстан", "Кыргызстан", "Kyrgyzstan"),
    "KR": ("Корея Республикасы", "Республика Корея", "Republic of Korea"),
    "KZ": ("Қазақстан", "Казахстан", "Kazakhstan"),
    "LT": ("Литва", "Литва", "Lithuania"),
    "LV": ("Латвия", "Латвия", "Latvia"),
    "MD": ("Молдова", "Молдова", "Moldova"),
    "MN": ("Моңғолия", "Монголия", "Mongolia"),
    "MY": ("Малайзия", "Малайзия", "Malaysia"),
    "NL": ("Нидерланд", "Нидерланды", "Netherlands"),
    "NO": ("Норвегия", "Норвегия", "Norway"),
    "PK": ("Пәкістан", "Пакистан", "Pakistan"),
    "PL": ("Польша", "Польша", "Poland"),
    "PT": ("Португалия", "Португалия", "Portugal"),
    "RO": ("Румыния", "Румыния", "Romania"),
    "RS": ("Сербия", "Сербия", "Serbia"),
    "RU": ("Ресей", "Россия", "Russia"),
    "SA": ("Сауд Арабиясы", "Саудовская Аравия", "Saudi Arabia"),
    "SE": ("Швеция", "Швеция", "Sweden"),
    "SK": ("Словакия", "Словакия", "Slovakia"),
    "TJ": ("Тәжікстан", "Таджикистан", "Tajikistan"),
    "TM": ("Түрікменстан", "Туркменистан", "Turkmenistan"),
    "TR": ("Түркия", "Турция", "Türkiye"),
    "UA": ("Украина", "Украина", "Ukraine"),
    "US": ("АҚШ", "США", "United States"),
    "UZ": ("Өзбекстан", "Узбекистан", "Uzbekistan"),
}
COLUMN: dict[Language, int] = {"kk": 0, "ru": 1, "en": 2}


def country_name(code: str, language: Language) -> str:
    """Return the name of a country, or its code if it is not in the table."""
    names = COUNTRIES.get(code)
    return names[COLUMN[language]] if names else code
