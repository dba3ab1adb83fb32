"""A full text in which every element stands in a wrong place, too deep, or twice."""

HOSTILE_BODY = """loose <h4>Deep</h4><h2 id="a b">Bad id</h2><h2 id="main">x</h2><h2></h2>
<p id="x">one <h3>in p</h3></p>
<ul><p>not li</p><li><h2>head in li</h2><table><tr><td>c</td></tr></table></li><li></li></ul>
<ul></ul>
<ol start="5"><li>a<ul><li>b</li></ul></li></ol><li>loose li</li>
<blockquote>quoted<footer>Who</footer><blockquote><p>in</p></blockquote></blockquote>
<footer>loose footer</footer>
<table><caption>Cap <a href="#x">x</a></caption><thead><tr><th scope="col" colspan="2">H</th>
<th scope="zzz">a</th></tr></thead><tr><td rowspan="9" id="x">1</td><td><p>p</p><ul><li>l</li>
</ul></td></tr><tr></tr></table>
<table></table><table><caption>only</caption></table>
<figure><img src="map.png"><figcaption>Fig <figure><img src="absent.png"></figure></figcaption>
<figcaption>two</figcaption></figure>
<figure id="ft"><table><tr><td>1</td></tr></table><figcaption>Tab</figcaption></figure><figure>
</figure><figure>only words</figure>
<figcaption>loose</figcaption><p>
<a href="http://exa mple.org/%zz">bad</a>
<a href="https://пример.kz/путь">idn</a>
<a href="mailto:a@b.kz">m</a>
<a href="/ru/articles/3">rel</a> <a href="#nowhere">no</a>
<a href="#x">yes</a> <a href="#ref1">r</a><a href="#ref99">r99</a>
<a>bare</a> <a id="anc"></a><a href="#anc">to anc</a>
<a href="https://example.org/?a=1&b=2"><img src="map.png" alt=""></a>
<a href="https://example.org/"></a></p>
<p><span lang="en-US">E</span><span lang="zz-abc-12345678" dir="rtl">z</span> <em>
<p>block in em</p></em> <sub><ul><li>x</li></ul></sub> &#1; &#xfffe; \u0008 &nbsp; &shy;</p>
<p dir="auto" lang="ru" title='a"b&lt;c'>d</p><section><h3>In section</h3><p>s</p>
<section id="footnotes"><h2>Notes</h2><ol><li id="fn1">n1 <a href="#fn2">see</a></li>
<li id="fn2"><p>a</p><p>b</p></li><li><p>c</p></li></ol></section></section>
<p>call<sup><a href="#fn1">1</a></sup> again<sup><a href="#fn1">1</a>
</sup> two<a href="#fn2">2</a></p>
<p><math display="block"><mfrac><mi>a</mi><mrow></mrow></mfrac></math>(2a)</p>
<p>x <math><mmultiscripts><mi>a</mi><mn>1</mn><mn>2</mn><mprescripts></mprescripts><mn>3</mn>
<none></none></mmultiscripts><mspace width="1em"></mspace><mtable columnalign="left right">
<mtr><mtd columnspan="2"><mi mathvariant="double-struck">R</mi></mtd></mtr></mtable>
<mover accent="true"><mi>x</mi><mo stretchy="true" lspace="0">¯</mo></mover><mphantom>
<mi>q</mi></mphantom><mpadded><mi>q</mi></mpadded><mstyle displaystyle="true" scriptlevel="+1">
<mi>w</mi></mstyle><ms>s</ms><menclose notation="box"><mi>z</mi></menclose>
<mfenced open="[" close="]"><mi>a</mi><mi>b</mi></mfenced><msqrt></msqrt><mroot><mi>a</mi>
<mi>b</mi></mroot><munderover accent="true">
<mo largeop="true" movablelimits="true" minsize="2em">∑</mo><mi>a</mi><mi>b</mi></munderover>
<mtext>words here</mtext><semantics><mi>a</mi><annotation>x</annotation></semantics></math></p>
<p id="e3"><math display="block" dir="rtl" alttext='a"b'><mi>x</mi></math> (3)</p><p>
<a href="#e3">(3)</a></p>
"""
HOSTILE_BODY += "<blockquote>" * 30 + "<ul><li>deep</li></ul>" + "</blockquote>" * 30
