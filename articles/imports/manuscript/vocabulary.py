"""Words of organisations, places, degrees, posts and addresses, in three languages; data."""

from __future__ import annotations

import re

ORGANISATION = re.compile(
    r"университет|институт|академия|зертхана|лаборатор|орталы[ғқ]|\bцентр|колледж|кафедра"
    r"|факультет"
    r"|министрліг|министерств|мектеб|мектеп|\bшкол|лице[йя]|гимназия|кітапхана|библиотек|музе[йя]"
    r"|комитет|комиссия|департамент|басқарма|управлени|компания|корпорац|холдинг|\bқор[ыі]\b|\bфонд"
    r"|\bжшс\b|\b(?:тоо|ао|ақ|ооо|жм)\s[«\"“]|\bнао\b|\bкеақ\b|аурухана|больниц|клиник"
    r"|консерватор|мұражай|шеберхана|мастерск|поликлиник|емхана|диспансер|театр|галере|предприят"
    r"|кәсіпорын|шаруашылы|хозяйств|polyclinic|workshop|theat(?:re|er)|gallery|enterprise|farm\b"
    r"|бірлестіг|объединени|станция|агентств|обсерватор|ғылыми-|научно-|аспирантур|высш\w+ школ"
    r"|редакция|бюро|архив|журнал|спілк|ұйым|организаци|партия|прокуратур|\bсуд\b|заповедник|парк"
    r"|universit|institut|academy|laborator|\bcent(?:er|re)\b|college|department|faculty|school of"
    r"|ministry|\bschool\b|library|museum|hospital|clinic|committee|agency|corporation|company"
    r"|\bllp\b|\bltd\b|\bllc\b|\binc\b|\bjsc\b|\bgmbh\b|foundation|association|society|polytechnic"
    r"|conservator|observator|research group|\bgroup\b|bureau|archive|station|council|office",
    re.IGNORECASE,
)
# Words that only organisations have; the others also occur in titles of articles.
SURELY_ORGANISATION = re.compile(
    r"университеті|университет\b|институты|институт\b|академиясы|академия\b|кафедрасы|кафедра\b"
    r"|факультеті|факультет\b|колледжі|колледж\b|университета\b|universit|\binstitute\b|\bacademy\b"
    r"|\bdepartment of|\bfaculty of|\bcollege\b|зертханасы|\bлаборатория|\blaboratory\b|орталығы\b"
    r"|\bцентр\b|\bcent(?:er|re)\b|\bжшс\b|\bllp\b|министрлігі|министерство\b|ministry of",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"республик|republic|қазақстан|казахстан|kazakhstan|россия|ресей|russia|кыргызстан|қырғызстан|kyrgyzstan"
    r"|узбекистан"
    r"|өзбекстан|uzbekistan|\bсша\b|\bақш\b|\busa\b|\bu\.s\.a|united kingdom|великобритания"
    r"|ұлыбритания"
    r"|turkey|türkiye|түркия|турция|china|қытай|китай|germany|германия|belarus|беларусь|ukraine"
    r"|украина"
    r"|azerbaijan|азербайджан|әзербайжан|mongolia|монголия|моңғолия|tajikistan|таджикистан"
    r"|poland|польша"
    r"|япония|japan|корея|korea|france|франция|india|үндістан|индия|италия|italy|(?-i:\bг\.\s)"
    r"|(?-i:\bқ\.(?:,|$|\)))"
    r"|алматы|астана|almaty|astana|шымкент|shymkent|\b(?:қарағанды|караганда|karagand[ay]|ақтөбе"
    r"|актобе|aktobe|тараз|taraz|павлодар|pavlodar|өскемен|усть-каменогорск|oskemen|семей|semey"
    r"|қостанай|костанай|kostanay|қызылорда|кызылорда|kyzylorda|орал|уральск|uralsk|атырау|atyrau"
    r"|ақтау|актау|aktau|көкшетау|кокшетау|kokshetau|талдықорған|талдыкорган|taldykorgan|түркістан"
    r"|туркестан|turkistan|петропавл|петропавловск|petropavl|екібастұз|экибастуз|ekibastuz|бішкек"
    r"|бишкек|bishkek|ош|osh|ташкент|tashkent|самарканд|samarkand|душанбе|dushanbe|мәскеу|москва"
    r"|moscow|омск|omsk|новосибирск|novosibirsk|анкара|ankara|стамбул|istanbul)\b",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"кандидат|доктор|профессор|доцент|магистр|аспирант|докторант|студент|бакалавр|преподавател"
    r"|ғылымдар|\bғ\.\s?[кд]\b|\b\w\.\s?ғ\.\s?[кд]\b|\b[кд]\.\s?(?:[а-я]{1,4}\.\s?){1,2}н\b"
    r"|\bphd\b|ph\.\s?d|\bd\.sc|\bdsc\b|\bmd\b"
    r"|\bm\.?sc\b|\bма\b|\bdr\.?\b|\bprof\b|candidate of|doctor of|professor|lecturer|\bmaster"
    r"|postgraduate"
    r"|researcher|\bstudent\b|\bassistant\b|\bteacher\b|оқытушы|мұғалім|қауымдастырылған"
    r"|қызметкер|меңгеруші"
    r"|сотрудник|старший|ведущий|главный|заведующ|директор|director|\bhead of\b|\bаға\b"
    r"|\bbachelor|engineer"
    r"|инженер|член-корреспондент|академик\b|декан|ректор|начальник|\bdean\b|\bundergraduate\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\bул\.|улица|проспект|\bпр\.|көшесі|даңғылы|\bstreet\b|\bstr\b|avenue|\bave\b|\broad\b"
    r"|\b\d{6}\b|\bд\.\s?\d",
    re.IGNORECASE,
)
# Abbreviations whose full stop belongs to them at the end of an affiliation.
KEEPS_STOP = re.compile(r"(?:\b(?:қ|г|ж|обл|р|Ltd|Inc|U\.S\.A|т\.б|др|etc|Jr)\.)$")
