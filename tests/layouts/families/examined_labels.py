"""What journals print around the values of an article, as the examiner's families use it."""

ABSTRACT = {"kk": "Аңдатпа", "ru": "Аннотация", "en": "Abstract"}
KEYWORDS = {"kk": "Түйін сөздер", "ru": "Ключевые слова", "en": "Keywords"}
CITE = {"kk": "Дәйексөз үшін", "ru": "Для цитирования", "en": "For citation"}
JOURNAL = {"kk": "Сынақ хабаршысы", "ru": "Вестник Сынака", "en": "Bulletin of Synaq"}
NO_CONFLICT = {
    "kk": "Авторлар мүдделер қақтығысының жоқтығын мәлімдейді.",
    "ru": "Авторы заявляют об отсутствии конфликта интересов.",
    "en": "The authors declare that there is no conflict of interest.",
}
GRANT = {
    "kk": "Зерттеу Ойдан ғылым қорының қолдауымен орындалды (грант № AP00000001).",
    "ru": "Исследование выполнено при поддержке Ойданского фонда науки (грант № AP00000001).",
    "en": "The study was supported by the Oidan Science Fund (grant No. AP00000001).",
}
SENT = {"kk": "12.03.24 ж. баспаға түсті. 20.04.24 ж. түзетулерімен түсті. "
              "01.05.24 ж. басып шығаруға қабылданды.",
        "ru": "Поступило в редакцию 12.03.24. Поступило с исправлениями 20.04.24. "
              "Принято в печать 01.05.24.",
        "en": "Received 12.03.24. Received in revised form 20.04.24. Accepted for publication "
              "01.05.24."}  # fmt: skip
EQUAL = {"kk": "Авторлардың үлесі. Барлық авторлардың үлесі тең.",
         "ru": "Вклад авторов. Все авторы сделали эквивалентный вклад в подготовку публикации.",
         "en": "Authors' contribution. All authors contributed equally."}  # fmt: skip
HISTORY = {"kk": "<b>Мақала тарихы:</b> түсті 12.01.2023; қабылданды 15.03.2023.",
           "ru": "<b>История статьи:</b> поступила 12.01.2023; принята 15.03.2023.",
           "en": "<b>Article history:</b> received 12.01.2023; accepted 15.03.2023."}  # fmt: skip
MAIN = {"kk": "негізгі автор", "ru": "основной автор", "en": "the main author"}
ENDS = {"kk": "ТҮЙІН", "ru": "РЕЗЮМЕ", "en": "RESUME"}
WRITER = {"kk": "хат-хабарға жауапты автор", "ru": "автор для корреспонденции",
          "en": "corresponding author"}  # fmt: skip
DATES = {"kk": "Түсті: 12 қаңтар 2023 / Қабылданды: 15 наурыз 2023 / "
               "Онлайн жарияланды: 30 сәуір 2023",
         "ru": "Получена: 12 января 2023 / Принята: 15 марта 2023 / "
               "Опубликована online: 30 апреля 2023",
         "en": "Received: 12 January 2023 / Accepted: 15 March 2023 / "
               "Published online: 30 April 2023"}  # fmt: skip
SUMMARY = {"kk": "Түйіндеме", "ru": "Резюме", "en": "Abstract"}
POST = {"kk": "<b>Хат-хабарға жауапты автор:</b>", "ru": "<b>Контактная информация:</b>",
        "en": "<b>Corresponding author:</b>"}  # fmt: skip
SOURCE = {"kk": "<b>Дәйексөз:</b>", "ru": "<b>Библиографическая ссылка:</b>",
          "en": "<b>Citation:</b>"}  # fmt: skip
PAPER = {"kk": "Ғылыми мақала", "ru": "Оригинальная статья", "en": "Research paper"}
WRITER_LABEL = {
    "kk": "Корреспондент-автор",
    "ru": "Автор-корреспондент",
    "en": "Corresponding author",
}
CLAIM = {"kk": "МҮДДЕЛЕР ҚАҚТЫҒЫСЫ", "ru": "КОНФЛИКТ ИНТЕРЕСОВ", "en": "CONFLICT OF INTEREST"}
MONEY = {"kk": "ҚАРЖЫЛАНДЫРУ", "ru": "ФИНАНСИРОВАНИЕ", "en": "FINANCIAL SUPPORT"}
HISTORY_LINES = {
    "kk": ["Мақала тарихы:", "Алынды: 12 қаңтар 2023", "Қабылданды: 15 наурыз 2023"],
    "ru": ["История статьи:", "Получено 12 января 2023", "Принято 15 марта 2023"],
    "en": ["Article history:", "Received 12 January 2023", "Accepted 15 March 2023"],
}  # fmt: skip
BOXES = {"kk": ("М А Қ А Л А  Т У Р А Л Ы", "А Ң Д А Т П А"),
         "ru": ("О  С Т А Т Ь Е", "А Н Н О Т А Ц И Я"),
         "en": ("A R T I C L E  I N F O", "A B S T R A C T")}  # fmt: skip
PAGE = {"kk": "Б", "ru": "С", "en": "P"}
