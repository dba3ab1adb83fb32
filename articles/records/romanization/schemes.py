"""The schemes of each language; the first one is the default of a new journal."""

from __future__ import annotations

from collections.abc import Mapping

from articles.records.languages import Language
from articles.records.romanization import kazakh, russian
from articles.records.romanization.scheme import Scheme

SCHEMES: Mapping[Language, Mapping[str, Scheme]] = {
    "kk": {
        "bgn_pcgn": kazakh.BGN_PCGN,
        "kazakh_2021": kazakh.KAZAKH_2021,
        "gost_779": kazakh.ISO_9,  # system B has no Kazakh letters
        "iso_9": kazakh.ISO_9,
        "passport": kazakh.PASSPORT,
    },
    "ru": {
        "bgn_pcgn": russian.BGN_PCGN,
        "bsi": russian.BSI,
        "gost_779": russian.GOST_779,
        "iso_9": kazakh.ISO_9,
        "passport": kazakh.PASSPORT,
    },
}
