"""What somebody may type into a field of the search, and what no article is found by."""

NOTHING = ["", " ", "\t\n", "д", "-", "*", '"', '""', "«", '-"', "- -- & | ! ( ) <-> :* ' \\ \""]
LONG = ["ы" * 10_000, "сөз " * 2_500, "дала" * 60, "ата-ана-бала-шаға-" * 12, '"' * 10_000]
UNBALANCED = ['"дала', 'дала"', "«дала", "дала»", '-"дала', "(дала", "дала)) | ((", "[[дала"]
SQL = [
    "'; DROP TABLE articles_article; --", "' OR 1=1 --", "a:*B & !!", "\\'", "%s %(a)s", "$1",
    "10.5555/'\\''", "<script>alert(1)</script>", "{{ settings.SECRET_KEY }}", "../../etc/passwd",
]  # fmt: skip
SIGNS = [
    "\u202eдала\u200f", "\u2067дала\u2069", "да\u200bла", "\ufeffдала", "е\u0301" * 100,
    "😀 😀", "😀" * 300, "👩\u200d👩\u200d👧", "\U0010ffff", "ﷺ" * 50, "١٢٣", "日本語", "İ",
    "ŉ", "ß" * 200,
]  # fmt: skip
PRINTABLE = [*NOTHING, *LONG, *UNBALANCED, *SQL, *SIGNS]
WITH_NUL = ["дала\x00дала", "\x00"]
EVERYTHING = [*PRINTABLE, *WITH_NUL, "\ud800"]
