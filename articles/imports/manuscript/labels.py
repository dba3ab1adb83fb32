"""The words by which a manuscript names its parts, in every language; data, no rules.

`other` is a language that the journal does not print: its parts are seen, and belong to no field.
"""

from __future__ import annotations

from typing import Literal

Element = Literal[
    "abstract", "keywords", "irsti", "udc", "doi", "other_code", "article_type", "correspondence",
    "email", "orcid", "received", "revised", "accepted", "published", "citation", "pages",
    "references", "romanized", "bios", "contributions", "funding", "thanks", "conflict",
    "statement", "imprint", "title", "authors", "organisation",
]  # fmt: skip
LabelLanguage = Literal["kk", "ru", "en", "other", ""]

LABELS: dict[Element, dict[LabelLanguage, tuple[str, ...]]] = {
    "abstract": {
        "kk": ("аңдатпа", "андатпа", "түйіндеме", "түйін", "абстракт", "мақаланың түйіндемесі",
               "қазақша аңдатпа", "аңдатпа қазақ тілінде", "қысқаша мазмұны"),
        "ru": ("аннотация", "резюме", "реферат", "краткая аннотация", "аннотация на русском",
               "аннотация на русском языке", "орысша аңдатпа"),
        "en": ("abstract", "summary", "annotation", "resume", "résumé", "abstract in english",
               "ағылшынша аңдатпа", "аннотация на английском"),
        "other": ("özet", "öz", "annotatsiya", "корутунду", "кыскача мазмуну"),
    },
    "keywords": {
        "kk": ("түйін сөздер", "түйінді сөздер", "түйін сөз", "кілт сөздер", "кілтті сөздер",
               "кілттік сөздер", "тірек сөздер", "тірек сөз", "негізгі сөздер", "кілт сөз"),
        "ru": ("ключевые слова", "ключевые слова и словосочетания", "ключевые слова и фразы",
               "опорные слова"),
        "en": ("keywords", "key words", "key words and phrases", "keywords and phrases",
               "index terms", "keyword"),
        "other": ("негизги сөздөр", "негизги сөздөр жана сөз айкаштары", "ачкыч сөздөр",
                  "түйүндүү сөздөр", "kalit so'zlar", "kalit so‘zlar", "kalit soʻzlar",
                  "калит сўзлар", "anahtar kelimeler", "anahtar sözcükler", "tayanch so'zlar"),
    },
    "irsti": {
        "kk": ("хғтар", "ғтамр", "ғтахр", "мғтар", "ғтар", "фтамр", "фтахр", "мгтар", "хгтар"),
        "ru": ("мрнти", "грнти"),
        "en": ("irsti", "mrnti", "mrsti", "scsti", "grnti", "srsti", "istir", "isrti"),
    },
    "udc": {
        "kk": ("әож", "әөж"),
        "ru": ("удк",),
        "en": ("udc", "udk"),
        "other": ("uo'k", "uo‘k", "uoʻk"),
    },
    "doi": {"": ("doi",)},
    "other_code": {
        "": ("jel", "jel classification", "jel codes", "jel classification codes", "ббк", "кбж",
             "edn", "вак", "spin", "spin-код", "code jel", "классификация jel", "jel кодтары",
             "msc", "pacs", "oecd", "шифр специальности", "код jel"),
    },
    "article_type": {
        "kk": ("ғылыми мақала", "шолу", "шолу мақаласы", "шолу мақала", "түпнұсқа мақала",
               "бастапқы мақала", "мақала"),
        "ru": ("научная статья", "обзор", "обзорная статья", "оригинальная статья",
               "краткое сообщение", "рецензия", "original article", "научный обзор", "статья"),
        "en": ("article", "original article", "review", "review article", "research article",
               "scientific article", "original research", "short communication", "original paper",
               "case report", "brief report", "research paper"),
    },
    "correspondence": {
        "kk": ("корреспонденция үшін автор", "хат-хабар үшін автор", "байланыс үшін автор",
               "корреспонденция авторы", "корреспондент автор", "автор-корреспондент",
               "хат алмасу үшін автор", "байланыс авторы", "байланыс үшін", "хат-хабар"),
        "ru": ("автор для корреспонденции", "автор-корреспондент", "корреспондирующий автор",
               "автор для переписки", "автор, ответственный за переписку", "корреспонденция",
               "ответственный автор", "для корреспонденции", "для переписки", "контактное лицо",
               "контактный автор", "адрес для переписки"),
        "en": ("correspondence", "corresponding author", "correspondence to", "corresponding",
               "author for correspondence", "corresponding author's email",
               "corresponding author e-mail", "correspondent author", "corresponding author's e-mail",
               "correspondence author", "contact author", "address for correspondence"),
    },
    "email": {
        "": ("e-mail", "email", "e-mails", "emails", "эл. пошта", "электрондық пошта",
             "электронная почта", "эл. почта", "эл.почта", "эл.пошта", "электронный адрес",
             "электрондық мекенжай", "е-mail", "mail", "e-mail авторов", "e-mail автора",
             "адрес электронной почты", "авторлардың e-mail"),
    },
    "orcid": {"": ("orcid", "orcid id", "orcid ids")},
    "received": {
        "kk": ("келіп түсті", "редакцияға түсті", "редакцияға келіп түсті", "түскен күні",
               "редакцияға түскен күні", "мақала келді", "мақала түсті", "түсті", "келіп түскен күні",
               "мақала келіп түсті", "қабылданған күні редакцияға", "алынды"),
        "ru": ("поступила в редакцию", "поступила", "поступило", "поступил", "получено", "получена",
               "поступило в редакцию", "дата поступления", "статья поступила в редакцию",
               "дата поступления в редакцию", "поступление", "дата получения", "представлена"),
        "en": ("received", "submitted", "submission date", "date of receipt", "received date",
               "date received", "date submitted", "manuscript received", "was submitted",
               "was received"),
    },
    "revised": {
        "kk": ("түзетілді", "өңделді", "өңдеуден кейін", "түзетілген күні", "түзетулер енгізілді",
               "қайта қаралды", "рецензиядан өтті", "түзетілген нұсқасы", "рецензиялаудан кейін",
               "өңдеуден кейін түсті", "өңдеуден өтті", "рецензиялаудан кейін мақұлданды"),
        "ru": ("принята в доработанном виде", "после доработки", "доработана", "исправлена",
               "поступила после рецензирования и доработки", "поступила после доработки",
               "поступила в доработанном виде", "пересмотрена", "переработана", "дата доработки",
               "поступила после переработки", "одобрена после рецензирования", "рецензирована",
               "получена после доработки", "прошла рецензирование"),
        "en": ("revised", "received in revised form", "in revised form", "revision received",
               "revised version", "approved after reviewing", "revision", "date revised",
               "revised date", "reviewed", "approved after review"),
    },
    "accepted": {
        "kk": ("қабылданды", "жариялауға қабылданды", "басуға қабылданды", "мақұлданды",
               "жарияланымға рұқсат етілді", "басылымға қабылданды", "баспаға қабылданды",
               "қабылданған күні", "жариялауға рұқсат етілді", "басуға рұқсат етілді",
               "жариялауға мақұлданды", "жарияланымға қабылданды", "басып шығаруға қабылданды"),
        "ru": ("принята к публикации", "принята к печати", "принята в печать", "принято",
               "одобрена для публикации", "принята", "дата принятия", "одобрена к публикации",
               "принято к публикации", "принято в печать", "дата принятия к публикации",
               "подписана в печать", "одобрена к печати", "рекомендована к публикации"),
        "en": ("accepted", "accepted for publication", "approved for publication", "date accepted",
               "acceptance date", "date of acceptance", "accepted date", "was accepted"),
    },
    "published": {
        "kk": ("жарияланды", "жарияланған күні", "онлайн қолжетімді", "онлайн жарияланды",
               "басылып шықты", "сайтта жарияланды"),
        "ru": ("опубликована", "опубликовано", "доступно онлайн", "дата публикации",
               "опубликована онлайн", "доступна онлайн", "размещена на сайте"),
        "en": ("published", "available online", "published online", "publication date",
               "date of publication", "date published"),
    },
    "citation": {
        "kk": ("дәйексөз", "дәйексөз үшін", "дәйексөз келтіру үшін", "сілтеме жасау үшін",
               "сілтеме жасау", "сілтеме үшін", "дәйектеу үшін"),
        "ru": ("для цитирования", "цитирование", "цитировать", "ссылка для цитирования",
               "образец цитирования", "ссылка на статью", "как цитировать"),
        "en": ("citation", "for citation", "cite this article as", "to cite this article", "cite as",
               "how to cite", "for citations", "suggested citation", "how to cite this article",
               "please cite this article as", "cite this article"),
    },
    "pages": {
        "kk": ("беттер", "бет", "беттері"),
        "ru": ("страницы", "стр", "страница"),
        "en": ("pages", "page range"),
    },
    "references": {
        "kk": ("әдебиеттер тізімі", "әдебиеттер", "әдебиет", "әдебиет тізімі",
               "пайдаланылған әдебиеттер", "пайдаланылған әдебиеттер тізімі",
               "пайдаланған әдебиеттер", "пайдаланған әдебиеттер тізімі", "пайдаланылған әдебиет",
               "қолданылған әдебиеттер", "қолданылған әдебиеттер тізімі", "дереккөздер тізімі",
               "пайдаланылған дереккөздер", "пайдаланылған дереккөздер тізімі", "библиография",
               "пайдаланылған әдебиет тізімі", "дереккөздер"),
        "ru": ("список литературы", "список использованной литературы", "литература",
               "список использованных источников", "список источников", "источники и литература",
               "список источников и литературы", "использованная литература",
               "список использованных источников и литературы", "библиографический список",
               "использованные источники", "источники", "библиография", "список цитируемой литературы"),
        "en": ("sources and literature", "bibliography", "literature", "list of references",
               "literature cited", "list of literature", "reference list", "works cited"),
        "other": ("пайдаланылган адабияттар", "колдонулган адабияттар", "адабияттар",
                  "foydalanilgan adabiyotlar", "foydalanilgan adabiyotlar ro'yxati",
                  "foydalanilgan adabiyotlar ro‘yxati", "адабияттар тизмеси", "kaynaklar", "kaynakça",
                  "фойдаланилган адабиётлар", "фойдаланилган адабиётлар рўйхати",
                  "колдонулган адабияттардын тизмеси", "пайдаланылган адабияттардын тизмеси"),
    },
    "romanized": {
        "kk": ("транслитерация", "транслитерациясы", "романизацияланған әдебиеттер тізімі",
               "әдебиеттер транслитерациясы", "латын графикасындағы әдебиеттер тізімі"),
        "ru": ("транслитерация", "транслитерация списка литературы", "романизированный список литературы",
               "романизированный список", "список литературы в транслитерации"),
        "en": ("references", "reference", "transliteration", "references in latin script",
               "references (transliteration)", "romanized references", "transliterated references",
               "references (translit)"),
    },
    "bios": {
        "kk": ("авторлар туралы мәлімет", "авторлар туралы мәліметтер", "авторлар туралы ақпарат",
               "авторлар туралы", "автор туралы мәлімет", "автор туралы ақпарат", "автор туралы",
               "автор туралы мәліметтер", "авторлар жайлы мәлімет", "авторлар жайында мәлімет"),
        "ru": ("сведения об авторах", "сведения об авторе", "информация об авторах", "об авторах",
               "информация об авторе", "об авторе", "данные об авторах", "сведения об авторe"),
        "en": ("information about authors", "information about the authors", "about the authors",
               "information about the author", "information about author", "author information",
               "authors information", "author's information", "authors' information", "bionotes",
               "about the author", "about authors", "authors' bios", "biographies", "bionote",
               "information on authors", "authors’ information", "data about authors",
               "author biographies"),
        "other": ("муаллифлар ҳақида маълумот", "mualliflar haqida ma'lumot", "авторлор жөнүндө",
                  "авторлор жөнүндө маалымат"),
    },
    "contributions": {
        "kk": ("авторлардың үлесі", "авторлар үлесі", "авторлардың қосқан үлесі", "автордың үлесі",
               "авторлардың салымы"),
        "ru": ("вклад авторов", "вклад автора", "авторский вклад"),
        "en": ("author contributions", "authors' contributions", "authors contributions",
               "author contribution", "authors’ contributions", "contribution of the authors",
               "contributions of authors", "author's contribution", "contribution of authors",
               "credit author statement"),
    },
    "funding": {
        "kk": ("қаржыландыру", "қаржыландыру туралы ақпарат", "қаржылық қолдау", "қаржыландыру көзі",
               "қаржыландыру көздері", "қаржыландыру туралы мәлімет"),
        "ru": ("финансирование", "информация о финансировании", "источник финансирования",
               "источники финансирования", "финансовая поддержка", "сведения о финансировании"),
        "en": ("funding", "source of financing", "funding information", "financing", "sources of funding",
               "financial support", "source of funding", "funding statement", "source of finance",
               "information about funding", "funding sources"),
    },
    "thanks": {
        "kk": ("алғыс", "алғыс айту", "алғыс білдіру", "ризашылық", "алғыстар"),
        "ru": ("благодарность", "благодарности", "признательность", "выражение признательности"),
        "en": ("acknowledgments", "acknowledgements", "acknowledgement", "acknowledgment",
               "gratitude", "thanks"),
    },
    "conflict": {
        "kk": ("мүдделер қақтығысы", "мүдделер қайшылығы", "мүдделер қақтығысы туралы мәлімдеме"),
        "ru": ("конфликт интересов", "конфликты интересов", "заявление о конфликте интересов"),
        "en": ("conflicts of interest", "conflict of interest", "conflict of interests",
               "competing interests", "declaration of interest", "declaration of competing interest"),
    },
    "statement": {
        "kk": ("деректердің қолжетімділігі", "этикалық мәлімдеме", "қосымша материалдар",
               "жасанды интеллектіні пайдалану", "қосымша"),
        "ru": ("доступность данных", "этическое заявление", "соблюдение этических норм",
               "дополнительные материалы", "использование искусственного интеллекта", "приложение"),
        "en": ("data availability", "data availability statement", "ethics statement",
               "ethical approval", "supplementary materials", "institutional review board statement",
               "informed consent statement", "use of artificial intelligence", "ethics approval",
               "abbreviations", "appendix", "declaration of generative ai"),
    },
    "imprint": {
        "kk": ("авторлық құқық", "академиялық редактор", "жауапты редактор", "телефон", "тел",
               "мекенжайы", "мекенжай", "байланыс телефоны"),
        "ru": ("авторские права", "академический редактор", "редактор", "научный руководитель",
               "рецензент", "рецензенты", "телефон", "адрес", "тел", "моб", "контактный телефон",
               "научный редактор"),
        "en": ("copyright", "academic editor", "editor", "publisher's note", "license", "licence",
               "phone", "tel", "address", "scientific supervisor", "handling editor", "issn"),
    },
    "title": {
        "kk": ("қазақша атауы", "мақаланың атауы", "мақала атауы", "мақаланың тақырыбы", "тақырыбы",
               "атауы"),
        "ru": ("название на русском", "название на русском языке", "название статьи", "название",
               "орысша атауы", "тема статьи", "заглавие"),
        "en": ("title in english", "title", "ағылшынша атауы", "article title", "paper title",
               "название на английском", "название на английском языке"),
    },
    "authors": {
        "kk": ("авторлар", "автор", "авторлары"),
        "ru": ("авторы", "автор статьи", "ф.и.о. автора", "ф.и.о", "фио", "фио автора"),
        "en": ("authors", "author"),
    },
    "organisation": {
        "kk": ("ұйым", "жұмыс орны", "мекеме"),
        "ru": ("организация", "место работы", "аффилиация", "учреждение"),
        "en": ("affiliation", "affiliations", "organization", "organisation", "workplace",
               "place of work"),
    },
}  # fmt: skip

# Stems of the words of which headings inside an article are made.
HEADING_STEMS = frozenset(
    """
    кіріспе материал әдіс әдіснама әдістеме нәтиже талқыла қорытынды зерттеу негізгі бөлім ұғым
    шолу әдебиет теория практика тәжірибе эксперимент талда ереже ұсыныс тұжырым пікірталас бағыт
    және мен пен бен алғышарт мақсат міндет мәселе өзектілік гипотеза деректер
    введение вступление материал метод методология методика методолог результат исследован
    обсужден заключ вывод основн положен обзор литератур часть теоретич практич эксперимент анализ
    дискуссия постановка задач проблем цел актуальност рекомендац и их по данн введен объект
    гипотез литературн
    introduction material method methods methodology result discussion conclusion literature review
    research experimental main part section background theoretical framework finding analysis
    concluding remark summary study data and of the their provision basic recommendation limitation
    objective aim problem statement related work implication area hypothes design
    """.split()
)
