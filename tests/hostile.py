"""Hostile input for fields, searches and texts, for tests."""

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
# Texts that would make one rule or another slow.
REPEATED = [
    "а" * 20_000,
    "а-" * 5_000,
    "[1, " * 5_000,
    "«" * 20_000,
    "А. " * 8_000,
    "10.5555/" * 5_000,
    "1-2" * 8_000,
    "- " * 20_000,
    "a@" * 20_000,
    "https://" * 5_000,
    "Х" * 20_000,
    "ХІ " * 15_000,
    "қатынасын дағы " * 3_000,
    "С. 1-2%(a)s" * 5_000,
]
# The same for full texts: brackets, names with years, elements without an end.
CITING = [
    "[1] " * 10_000,
    "[1, 1], " * 10_000,
    "Автор (2000) " * 5_000,
    "(Автор, 2000; " * 5_000,
    "Автор " * 20_000 + "(2000)",
    "[" * 20_000 + "]" * 20_000,
    "<p>[1]</p>" * 5_000,
    "<math><mrow>" * 5_000,
    "<a href='#ref1'>" * 5_000,
    "<h2>1. а</h2>" * 2_000,
    "<table><tr><td>" * 200,
]
# Texts that would add something to a file if a writer let them in as they are.
IN_FIELDS = {
    "signs of markup": (
        """</script><script>alert("1")</script> ]]> <![CDATA[x]]> &amp; &xxe; --> <!--"""
        """ <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]> <?php 'q' {{x}} {% x %}"""
    ),
    "commands": "\\input{/etc/passwd} \\end{document} % # $x$ ^ ~ _ `w` @article{k, x = {",
    "a formula": '=HYPERLINK("http://a.example";1) +1 -1 @SUM(1)',
    "lines": "a\r\nTY  - BOOK\r\nER  - \n@book{x,\n}\r\n\r\nSet-Cookie: x=1\u2028b\u2029c\u0085d",
    "invisible signs": "\u202eabc\u2066def\u2069\u200f 😀\U0010fffde\u0301 \ufeff\u200b\u200d.",
    "an address": """https://example.org/</script> "x" ]]> &xxe; {}\\^`|""",
    "a long word": "ы" * 3_000,
}
