"""The label before a list of keywords, in three languages."""

from __future__ import annotations

import re

KEYWORDS_LABEL = re.compile(
    r"^(?:ключевые слова(?: и фразы)?|(?:түйін|түйінді|кілт|тірек) сөздер"
    r"|key\s?words(?: and phrases)?)\s*[:.–—-]\s*",
    re.IGNORECASE,
)
