"""Names of the countries that affiliations name most; any other is shown by its code."""

from __future__ import annotations

from articles.records.languages import Language

NAMES: dict[str, tuple[str, str, str]] = {
    "AE": ("БАӘ", "ОАЭ", "United Arab Emirates"),
    "AM": ("Армения", "Армения", "Armenia"),
    "AT": ("Аустрия", "Австрия", "Austria"),
    "AU": ("Аустралия", "Австралия", "Australia"),
    "AZ": ("Әзербайжан", "Азербайджан", "Azerbaijan"),
    "BY": ("Беларусь", "Беларусь", "Belarus"),
    "CA": ("Канада", "Канада", "Canada"),
    "CH": ("Швейцария", "Швейцария", "Switzerland"),
    "CN": ("Қытай", "Китай", "China"),
    "CZ": ("Чехия", "Чехия", "Czechia"),
    "DE": ("Германия", "Германия", "Germany"),
    "EG": ("Мысыр", "Египет", "Egypt"),
    "ES": ("Испания", "Испания", "Spain"),
    "FI": ("Финляндия", "Финляндия", "Finland"),
    "FR": ("Франция", "Франция", "France"),
    "GB": ("Ұлыбритания", "Великобритания", "United Kingdom"),
    "GE": ("Грузия", "Грузия", "Georgia"),
    "HU": ("Мажарстан", "Венгрия", "Hungary"),
    "IN": ("Үндістан", "Индия", "India"),
    "IR": ("Иран", "Иран", "Iran"),
    "IT": ("Италия", "Италия", "Italy"),
    "JP": ("Жапония", "Япония", "Japan"),
    "KG": ("Қырғызстан", "Кыргызстан", "Kyrgyzstan"),
    "KR": ("Корея Республикасы", "Республика Корея", "Republic of Korea"),
    "KZ": ("Қазақстан", "Казахстан", "Kazakhstan"),
    "LT": ("Литва", "Литва", "Lithuania"),
    "LV": ("Латвия", "Латвия", "Latvia"),
    "MN": ("Моңғолия", "Монголия", "Mongolia"),
    "MY": ("Малайзия", "Малайзия", "Malaysia"),
    "NL": ("Нидерланд", "Нидерланды", "Netherlands"),
    "PK": ("Пәкістан", "Пакистан", "Pakistan"),
    "PL": ("Польша", "Польша", "Poland"),
    "RU": ("Ресей", "Россия", "Russia"),
    "SE": ("Швеция", "Швеция", "Sweden"),
    "TJ": ("Тәжікстан", "Таджикистан", "Tajikistan"),
    "TM": ("Түрікменстан", "Туркменистан", "Turkmenistan"),
    "TR": ("Түркия", "Турция", "Türkiye"),
    "UA": ("Украина", "Украина", "Ukraine"),
    "US": ("АҚШ", "США", "USA"),
    "UZ": ("Өзбекстан", "Узбекистан", "Uzbekistan"),
}


def country(code: str, language: Language) -> str:
    names = NAMES.get(code)
    return dict(zip(("kk", "ru", "en"), names, strict=True))[language] if names else code
