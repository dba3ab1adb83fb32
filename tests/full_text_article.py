"""An article whose full text has everything: sections, citations, notes, figures, formulas."""

import io

from PIL import Image

from articles.models import Article
from articles.records.languages import text
from articles.records.record import Reference
from tests.factories import a_galley, a_public_article

REFERENCES = tuple(
    Reference(text=printed, romanized=romanized)
    for printed, romanized in (
        ("Үлгіев С.С. Тұзсу өзенінің төменгі ағысы // Үлгі хабаршысы. – 2014. – № 2. – Б. 15–27.",
         "Ulgiyev S.S. Tuzsu ozeninin tomengi agysy. Ulgi khabarshysy, 2014, no. 2, pp. 15–27."),
        ("Образцов П.П. Дренаж и вторичное засоление. – Ойдым: Примеры, 2009. – 214 с.",
         "Obraztsov P.P. Drenazh i vtorichnoye zasoleniye. Oidym: Primery, 2009. 214 p."),
        ("Placeholder D. Salt balances. – Nowhere: Sample Press, 2012. – 312 p.", ""),
        ("Мысалов Б.Б. Дренаж суларының сынамасын алу әдістемесі. – Ойдым, 2011. – 48 б.", ""),
        ("Specimen E. Infiltration: eighteen plots // Mock-ups. – 2019. – P. 4–18.", ""),
    )
)  # fmt: skip
FORMULA = (
    "<mi>SAR</mi><mo>=</mo><mfrac><msup><mi>Na</mi><mo>+</mo></msup><msqrt><mfrac>"
    '<mrow><mo stretchy="false">[</mo><msup><mi>Ca</mi><mrow><mn>2</mn><mo>+</mo></mrow></msup>'
    '<mo stretchy="false">]</mo></mrow><mn>2</mn></mfrac></msqrt></mfrac>'
)
WORDS = (
    "Суармалы жерлер 1970 жылдардан бері тұзданып келеді, жер асты суының деңгейі 2,5 м-ге дейін "
    "көтерілді, бұрын тамыр қабатынан төмен жатқан тұздар қайта шыға бастады. "
)
COLUMNS = ("Телім", "2013", "2015", "2017", "2019", "2021", "Шығарылған", "Қалғаны", "SAR")
ROWS = "".join(
    f"<tr><th>{number}</th>{f'<td>{number},4</td>' * (len(COLUMNS) - 1)}</tr>"
    for number in range(1, 5)
)
BODY = f"""<h2>1. Кіріспе</h2>
<p>{WORDS}Бұл жайлы бірнеше еңбек бар [1, 2]. {WORDS * 2}Тұз балансы жиі зерттелген [3–5],
әдістемесі белгілі [4, 12 б.]<sup><a href="#fn1">1</a></sup>.</p>
<h2>2. Әдістер</h2>
<h3>2.1. Телімдер</h3>
<p>{WORDS}Сызбасы <a href="#f1">1-суретте</a>.
Орысша аталуы: <span lang="ru">«Солевой баланс»</span>.</p>
<figure id="f1"><img src="map.png" alt="Өзен мен тоғыз телім"><figcaption>1-сурет. Ойдым
алқабы: каналдар мен бақылау телімдері</figcaption></figure>
<h3>2.2. Есептеу</h3>
<p>Натрий адсорбциялық қатынасы <math><mi>SAR</mi></math> мына формуламен табылады:</p>
<p id="e1"><math display="block">{FORMULA}</math> (1)</p>
<p>{WORDS}Барлық x ∈ [1, 2] үшін <a href="#e1">(1)</a> формуласы орынды.</p>
<h2>Нәтижелер</h2>
<p>{WORDS * 3}Үлгіевтің (2014) деректері де осыны көрсетеді [1].</p>
<table><caption>1-кесте. Иондардың қоры, т/га</caption><thead><tr>
{"".join(f"<th>{name}</th>" for name in COLUMNS)}</tr></thead><tbody>{ROWS}</tbody></table>
<ul><li>бірінші қорытынды;</li><li>екінші қорытынды [2].</li></ul>
<h2>Қорытынды</h2>
<p>{WORDS * 4}</p>
<section id="footnotes"><ol><li id="fn1">Аудан басқармасының мәліметі бойынша.</li></ol></section>
"""


def a_full_text_article() -> Article:
    made = io.BytesIO()
    Image.new("RGB", (760, 420), "#9db8a5").save(made, "PNG")
    return a_public_article(
        language="kk",
        title=text(
            "Ойдым алқабындағы тұз балансы: тоғыз маусымдағы сульфаттар мен хлоридтер",
            "Солевой баланс Ойдымского массива: сульфаты и хлориды за девять сезонов",
            "Salt balance of the Oidym scheme: sulfates and chlorides over nine seasons",
        ),
        body=BODY,
        references=REFERENCES,
        galleys=(a_galley(made.getvalue(), "map.png", kind="image"),),
    )
