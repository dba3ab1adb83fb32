"""The parts of the real article as an editor copies them from ../shared/manuscripts/seed.md."""

import re
from pathlib import Path

SEED = Path(__file__).parents[2].parent / "shared" / "manuscripts" / "seed.md"


def seed_parts():
    """Each part that is copied at once, by what it is; without the marks of Markdown."""
    text = plain(SEED.read_text())
    kazakh, _mark, rest = text.partition("Кіріспе")
    body, _mark, rest = rest.partition("Әдебиеттер тізімі")
    references, _mark, rest = rest.partition("К.Б. Мубашева, Ж.О. Есеркепова")
    russian, _mark, rest = f"К.Б. Мубашева, Ж.О. Есеркепова{rest}".partition("K.B. Mubasheva")
    english, _mark, rest = f"K.B. Mubasheva{rest}".partition("References")
    romanized = rest.partition("Авторлар туралы мәлімет")[0]
    headers = {"kk": kazakh, "ru": russian, "en": english}
    titles = {"kk": "Қазіргі Қазақстан", "ru": "Роль информационно", "en": "The role of"}
    parts = {"body": f"Кіріспе{body}", "original": references, "romanized": romanized}
    for code, header in headers.items():
        block, title, texts = partition(header, titles[code])
        title, _gap, texts = f"{title}{texts}".partition("\n")
        abstract, keywords = re.search(
            r"(?:Аңдатпа|Аннотация|Abstract)\.\s(.+)\n\s*"
            r"(?:Түйін сөздер|Ключевые слова|Key words):\s(.+)",
            texts,
        ).groups()
        parts |= {
            f"authors_{code}": block,
            f"title_{code}": title,
            f"abstract_{code}": abstract,
            f"keywords_{code}": keywords,
        }
    return {name: part.strip() for name, part in parts.items()}


def partition(text, mark):
    before, mark, after = text.partition(mark)
    assert mark, "the seed has changed"
    return before, mark, after


def plain(markdown):
    """As the manuscript shows it: without emphasis, marks of headings, escapes and links."""
    text = re.sub(r"\[([^\]\n]+)\]\(<?https?:[^)\n]+\)|<(https?:[^>\n]+)>", r"\1\2", markdown)
    text = re.sub(r"^#+\s+", "", text, flags=re.MULTILINE)
    text = re.sub(r"\\([*_])", "\0\\1", text)
    text = re.sub(r"(?<!\0)\*+", "", text)
    return re.sub(r"[ \t]+$", "", text.replace("\0", ""), flags=re.MULTILINE)
