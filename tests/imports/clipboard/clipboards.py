"""Clipboards as word processors fill them (`text/html`); the content is invented."""

WORD_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/Dana/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:14.0pt;}
 /* List Definitions */
@list l0 {mso-list-id:541946;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;}
@list l1:level1 {mso-level-tab-stop:none; text-indent:-18.0pt;}
-->
</style>
</head>
<body lang=RU style='tab-interval:35.4pt'>
<!--StartFragment-->
"""
WORD_END = "\n<!--EndFragment-->\n</body>\n</html>\n"


def word(fragment):
    """The clipboard of Word 365 for Windows with this fragment."""
    return f"{WORD_HEAD}{fragment}{WORD_END}"


WORD_SECTIONS = word("""
<h1 style='mso-list:l3 level1 lfo3'><![if !supportLists]><span lang=KK style='mso-fareast-font-family:
Arial'><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=KK>Әдістер<o:p></o:p></span></h1>

<p class=MsoNormal style='text-align:justify;text-indent:35.45pt'><span lang=KK
style='font-size:14.0pt;mso-ansi-language:KK'>Зерттеу <i style='mso-bidi-font-style:
normal'>Artemisia</i> <b>түрлерін</b> қамтыды: 10&nbsp;м<sup>2</sup>, СО<sub>2</sub>,
<span style='mso-spacerun:yes'>  </span>p &lt; 0,05 &amp; n = 7.<o:p></o:p></span></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<p class=MsoHeading7 style='mso-outline-level:2'><b>2.1. Учаскелер</b></p>

<p class=MsoNormal><b><span lang=RU>Отбор проб<o:p></o:p></span></b></p>

<p class=MsoNormal><span lang=RU>Подробнее на <a href="https://example.org/a?b=1&amp;c=2"><span
style='color:windowtext;text-decoration:none'>сайте</span></a> и в <a href="#_Toc1234">разделе 1</a>.</span></p>
""")

WORD_LISTS = word("""
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>су сынамалары;<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>он
күн сайын<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]>топырақ сынамалары.<o:p></o:p></p>

<p class=MsoNormal>Кезеңдер:</p>

<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3)<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>көктем</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4)<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>күз</p>

<p class=MsoListParagraph style='mso-list:l5 level1 lfo6'><![if !supportLists]><span style='mso-list:Ignore'>а)<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>әріппен</p>
""")

WORD_TABLE = word("""
<p class=MsoCaption style='page-break-after:avoid'><b>Таблица 1 – Содержание солей</b><o:p></o:p></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 width=624 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=208 rowspan=2 valign=top style='width:155.75pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=center style='text-align:center'><b>Участок<o:p></o:p></b></p>
  </td>
  <td width=416 colspan=2 valign=top style='width:311.5pt'>
  <p class=MsoNormal><b>Запас, т/га<o:p></o:p></b></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=208><p class=MsoNormal>весна</p></td>
  <td width=208><p class=MsoNormal>осень</p></td>
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>
  <td width=208><p class=MsoNormal>1</p></td>
  <td width=208><p class=MsoNormal>18,4</p><p class=MsoNormal>(± 0,2)</p></td>
  <td width=208><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>
 </tr>
 <![if !supportMisalignedColumns]>
 <tr height=0>
  <td width=208 style='border:none'></td>
  <td width=208 style='border:none'></td>
  <td width=208 style='border:none'></td>
 </tr>
 <![endif]>
</table>
""")

WORD_NOTES = word("""
<p class=MsoNormal>Қойнауы туралы<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"
title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span lang=KK style='font-size:14.0pt'>[1]</span></span><![endif]></span></span></a> және
тағы<a style='mso-footnote-id:ftn2' href="#_ftn2" name="_ftnref2" title=""><span
class=MsoFootnoteReference>[2]</span></a>.<o:p></o:p></p>

<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>

<hr align=left size=1 width="33%">

<![endif]>

<div style='mso-element:footnote' id=ftn1>

<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"
title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> Бірінші <i>ескертпе</i>.<o:p></o:p></p>

</div>

<div style='mso-element:footnote' id=ftn2>

<p class=MsoFootnoteText><a style='mso-footnote-id:ftn2' href="#_ftnref2" name="_ftn2"
title=""><span class=MsoFootnoteReference>[2]</span></a> Екінші.</p>
<p class=MsoFootnoteText>Жалғасы.</p>

</div>

</div>
""")

WORD_PICTURE = word("""
<p class=MsoNormal align=center><!--[if gte vml 1]><v:shapetype id="_x0000_t75"></v:shapetype><v:shape
 id="Рисунок_x0020_1" type="#_x0000_t75" style='width:210pt'><v:imagedata
 src="file:///C:/Users/Dana/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title=""/></v:shape><![endif]--><![if !vml]><img
width=280 height=180 src="file:///C:/Users/Dana/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png"
v:shapes="Рисунок_x0020_1"><![endif]><o:p></o:p></p>

<p class=MsoCaption>Рисунок 1 – Схема массива</p>

<p class=MsoNormal>Текст с примечанием<span class=MsoCommentReference><a style='mso-comment-reference:Д_1'
href="#_msocom_1"></a></span>.<del cite="mailto:Dana" datetime="2026-01-01T10:00">лишнее</del></p>

<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Проверить!</p></div></div>
""")

WORD_FORMULA = word("""
<p class=MsoNormal>мұнда <!--[if gte msEquation 12]><m:oMath><m:sSup><m:sSupPr><span
style='font-family:"Cambria Math",serif'><m:ctrlPr></m:ctrlPr></span></m:sSupPr><m:e><i style='mso-bidi-font-style:normal'><span
lang=KK style='font-family:"Cambria Math",serif'><m:r>x</m:r></span></i></m:e><m:sup><i><span
style='font-family:"Cambria Math",serif'><m:r>2</m:r></span></i></m:sup></m:sSup></m:oMath><![endif]--><![if !msEquation]><span
style='position:relative;top:3.0pt'><img width=12 height=20 src="file:///C:/clip_image003.png"></span><![endif]> – көлем.</p>
""")

# Word for Mac names its programme in another way, and writes real lists.
WORD_MAC = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15"></head><body lang=EN-US style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment--><h2><span lang=EN-US>Methods</span><span style='mso-ansi-language:EN-US'><o:p></o:p></span></h2><p class=MsoNormal><span lang=EN-US>First line<br>
second line</span></p><ol style='margin-top:0cm' start=1 type=1><li class=MsoNormal style='mso-list:l0 level1 lfo1'><span lang=EN-US>one</span></li><ol style='margin-top:0cm' start=1 type=a><li class=MsoNormal style='mso-list:l0 level2 lfo1'>inner</li></ol><li class=MsoNormal style='mso-list:l0 level1 lfo1'><span lang=EN-US>two<o:p></o:p></span></li></ol><!--EndFragment--></body></html>"""

LIBREOFFICE = """<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/>
<style type="text/css">p { margin-bottom: 0.25cm; line-height: 115% } a.sdfootnoteanc { font-size: 57% }</style>
</head><body lang="ru-RU" dir="ltr">
<h2 class="western"><a name="__RefHeading___1"></a>Методы</h2>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">Сведения<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
о <span style="font-style: normal"><b>почвах</b></span> H<sub>2</sub>O</font></font></p>
<ul><li><p style="margin-bottom: 0cm">первый</p></li>
<li><p>второй</p><ul><li><p>внутри</p></li></ul></li></ul>
<table width="643" cellpadding="4" cellspacing="0"><col width="312"/><col width="312"/>
<thead><tr valign="top"><th width="312"><p><b>Год</b></p></th><th width="312"><p>Число</p></th></tr></thead>
<tbody><tr valign="top"><td><p>2024</p></td><td><p>7</p></td></tr></tbody></table>
<p><img src="data:image/png;base64,iVBORw0KGgo=" name="Изображение1" alt="Карта участков" width="10" height="10" border="0"/></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Первая сноска.</p></div>
</body></html>"""

GOOGLE_DOCS = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff-1234"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span style="font-size:20pt;font-family:Arial;color:#000000;font-weight:400;font-style:normal;vertical-align:baseline;white-space:pre-wrap;">Methods</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;vertical-align:baseline;">Plots of 10 m</span><span style="font-size:0.6em;font-weight:400;vertical-align:super;">2</span><span style="font-size:11pt;font-weight:700;font-style:normal;vertical-align:baseline;"> were sampled</span><span style="font-weight:400;font-style:italic;"> twice</span><span style="font-weight:400;">.</span></p><br><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">water</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>inner</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>soil</span></p></li></ul><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301"><col width="301"></colgroup><tbody><tr style="height:0pt"><td style="vertical-align:top;"><p dir="ltr"><span style="font-weight:700;">Year</span></p></td><td><p dir="ltr"><span style="font-weight:700;">Number</span></p></td></tr><tr><td><p dir="ltr"><span>2024</span></p></td><td><p dir="ltr"><span>7</span></p></td></tr></tbody></table></div><p dir="ltr"><a href="https://example.org/" style="text-decoration:none;"><span style="font-weight:400;text-decoration:underline;">the site</span></a></p></b><br class="Apple-interchange-newline">"""

WEB_PAGE = """<meta charset='utf-8'><h1>Page</h1><h2 id="a" class="title">Part <a href="/x" onclick="y()">one</a></h2><div><p>A <code>b</code> <math><mi>x</mi></math></p>bare text<blockquote><p>Quoted</p></blockquote></div><script>alert(1)</script><dl><dt>Term</dt><dd>Meaning</dd></dl><figure><img src="https://example.org/i/map.png" alt=""><figcaption>Map</figcaption></figure><a href="javascript:alert(1)">bad</a>"""
