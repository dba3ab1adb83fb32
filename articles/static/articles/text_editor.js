// The text editor: its toolbar, what is pasted, the preview after a pause. Without this script
// the text area and the buttons "Update" and "Save" do all.
"use strict";

{
  const form = document.getElementById("text-form");
  const area = form.elements.body;
  const message = document.getElementById("editor-message");
  const PAUSE = 900; // milliseconds after the last key
  const MOST = 4000000; // characters of a clipboard
  const TAGS = /<\/?(?:p|h[2-4]|ul|ol|li|table|tr|td|figure|math|em|strong|sub|sup|blockquote|section|a href)\b/;
  const LINE_TAGS = /^\s*<(p|h[2-4])>([\s\S]*)<\/\1>\s*$/;
  const ACTIONS = { block, inline, list, quotation, citation, link, note, formula, figure, table };

  document.querySelector(".d-bar").hidden = false;
  document.querySelector(".d-bar").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) press(button);
  });
  area.addEventListener("keydown", (event) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const key = isShortcut && `Control+${event.key.toUpperCase()}`;
    const latin = isShortcut && event.code.startsWith("Key") && `Control+${event.code.slice(3)}`;
    const button = isShortcut && [...document.querySelectorAll("[aria-keyshortcuts]")]
      .find(({ ariaKeyShortcuts, attributes }) => [key, latin].includes(ariaKeyShortcuts ?? attributes["aria-keyshortcuts"].value));
    if (!button) return;
    event.preventDefault();
    press(button);
  });
  area.addEventListener("paste", onPaste);
  form.addEventListener("input", updateSoon);
  document.getElementById("findings").addEventListener("click", showPlace);

  function press(button) {
    message.textContent = "";
    area.focus();
    ACTIONS[button.dataset.action](button.dataset.tag);
  }

  // Puts text in the place of the selection, so that the browser can undo it. `from` and `to` are
  // what is selected afterwards, counted in the new text.
  function put(text, from = text.length, to = from) {
    const start = area.selectionStart;
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    area.setSelectionRange(start + from, start + to);
  }

  function selected() {
    return area.value.slice(area.selectionStart, area.selectionEnd);
  }

  function selectLines() {
    const { value } = area;
    const start = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const end = value.indexOf("\n", Math.max(area.selectionEnd - 1, start));
    area.setSelectionRange(start, end < 0 ? value.length : end);
    return selected();
  }

  function bare(line) {
    const match = line.match(LINE_TAGS);
    return (match ? match[2] : line).trim();
  }

  // The paragraphs of the selected lines: in one paragraph for a heading, one a line otherwise.
  function paragraphs(text) {
    return text.split(/\n+/).map(bare).filter(Boolean);
  }

  function block(tag) {
    const text = selectLines();
    const own = text.match(LINE_TAGS);
    const inner = own ? own[2] : text.trim();
    put(`<${tag}>${inner}</${tag}>`, tag.length + 2, tag.length + 2 + inner.length);
  }

  function inline(tag) {
    const text = selected();
    const [open, close] = [`<${tag}>`, `</${tag}>`];
    if (text.startsWith(open) && text.endsWith(close)) {
      const inner = text.slice(open.length, -close.length);
      put(inner, 0, inner.length);
    } else {
      put(open + text + close, open.length, open.length + text.length);
    }
  }

  function list(tag) {
    const items = paragraphs(selectLines());
    const text = `<${tag}>\n${(items.length ? items : [""]).map((item) => `<li>${item}</li>`).join("\n")}\n</${tag}>`;
    put(text, tag.length + 7, items.length ? text.length : tag.length + 7);
  }

  function quotation() {
    const texts = paragraphs(selectLines());
    const text = `<blockquote>\n${(texts.length ? texts : [""]).map((each) => `<p>${each}</p>`).join("\n")}\n</blockquote>`;
    put(text, 16, texts.length ? text.length : 16);
  }

  function citation() {
    const text = selected();
    put(`[${text}]`, 1, 1 + text.length);
  }

  function link() {
    const text = selected();
    const isAddress = /^(?:https?:\/\/|mailto:)\S+$/.test(text.trim());
    const address = isAddress ? text.trim() : "https://";
    put(`<a href="${address}">${text}</a>`, 9, 9 + address.length);
  }

  // The mark of a note at the cursor, and the note at the end of the text.
  function note() {
    const numbers = [...area.value.matchAll(/id="fn(\d+)"/g)].map((match) => Number(match[1]));
    const number = Math.max(0, ...numbers) + 1;
    const words = selected();
    const mark = `<sup><a href="#fn${number}">${number}</a></sup>`;
    const at = area.selectionStart;
    const before = area.value.slice(0, at) + mark;
    const rest = area.value.slice(area.selectionEnd);
    const own = `<li id="fn${number}">${words}</li>`;
    const end = /<\/ol>\s*<\/section>\s*$/;
    const whole = before + rest;
    const text = end.test(whole) ? whole.replace(end, (match) => own + match) : `${whole.trimEnd()}\n<section id="footnotes"><ol>${own}</ol></section>`;
    replaceAll(text);
    const place = text.lastIndexOf(own) + own.length - "</li>".length;
    area.setSelectionRange(place, place);
    area.scrollTop = area.scrollHeight;
  }

  function formula() {
    const tokens = selected().match(/\p{L}|\d+(?:[.,]\d+)?|[^\s\p{L}\d]/gu) || [];
    const parts = tokens.map((token) => {
      const kind = /\p{L}/u.test(token) ? "mi" : /\d/.test(token) ? "mn" : "mo";
      return `<${kind}>${token.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")}</${kind}>`;
    });
    const inner = parts.join("") || "<mi>x</mi>";
    put(`<math>${inner}</math>`, 6, 6 + inner.length);
  }

  function figure() {
    const names = form.dataset.pictures ? form.dataset.pictures.split("/") : [];
    const name = names.find((each) => !area.value.includes(`src="${each}"`));
    if (!name) {
      message.textContent = form.dataset.noPicture;
      return;
    }
    const text = selected();
    const start = `<figure>\n<img src="${name}" alt="`;
    put(`${start}">\n<figcaption>${text}</figcaption>\n</figure>`, start.length);
  }

  function table() {
    const lines = selected() ? selectLines().split("\n").filter((line) => line.trim()) : [];
    const rows = lines.length ? lines.map((line) => bare(line).split("\t")) : [["", ""], ["", ""]];
    const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell.trim()}</${tag}>`).join("")}</tr>`;
    const [head, ...others] = rows;
    const start = "<table>\n<caption>";
    put(`${start}</caption>\n<thead>${row(head, "th")}</thead>\n<tbody>\n${others.map((cells) => row(cells, "td")).join("\n")}\n</tbody>\n</table>`, start.length);
  }

  function replaceAll(text) {
    area.focus();
    area.setSelectionRange(0, area.value.length);
    put(text);
  }

  // What is pasted. Plain text, and markup of ours, need nothing.

  async function onPaste(event) {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    if (!html || TAGS.test(plain)) return;
    event.preventDefault();
    const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
    const whole = area.value;
    area.readOnly = true;
    const answer = await pasted(html, before, after);
    area.readOnly = false;
    area.focus();
    if (!answer || area.value !== whole) {
      put(plain);
      message.textContent = form.dataset.plain;
      return;
    }
    replaceAll(answer.before + answer.after);
    area.setSelectionRange(answer.before.length, answer.before.length);
    message.textContent = answer.message;
  }

  async function pasted(html, before, after) {
    // A picture inside of the text is only named, so its bytes need not travel.
    const source = html.replace(/src\s*=\s*"data:[^"]*"/gi, 'src="data:"');
    if (source.length > MOST) return null;
    const answer = await send({ _paste: "1", pasted: source, before, after });
    return answer && answer.json();
  }

  // The preview, made by the server from the text as it stands.

  let timer = 0;
  let latest = 0;

  function updateSoon() {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  }

  async function update() {
    const own = ++latest;
    const answer = await send({ _preview: "1", ...Object.fromEntries(new FormData(form)) });
    if (!answer || own !== latest) return;
    const holder = document.createElement("div");
    holder.innerHTML = await answer.text();
    if (own !== latest) return;
    for (const part of holder.querySelectorAll("template")) {
      document.getElementById(part.dataset.into).replaceChildren(part.content);
    }
  }

  async function send(values) {
    const token = form.elements.csrfmiddlewaretoken.value;
    try {
      const answer = await fetch(location.pathname, {
        method: "POST", headers: { "X-CSRFToken": token }, body: new URLSearchParams(values),
      });
      return answer.ok && !answer.redirected ? answer : null;
    } catch {
      return null;
    }
  }

  // From a finding to its words in the text, whatever markup stands between them.

  function showPlace(event) {
    const { excerpt } = event.target.dataset || {};
    if (!excerpt) return;
    event.preventDefault();
    const words = excerpt.replaceAll("…", " ").trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const match = area.value.match(new RegExp(words.join("(?:\\s|&nbsp;|<[^>]*>)+"))) || area.value.match(new RegExp(words.slice(0, 3).join("(?:\\s|&nbsp;|<[^>]*>)+")));
    area.focus();
    if (!match) return;
    area.setSelectionRange(match.index, match.index);
    const lines = area.value.slice(0, match.index).length / Math.max(1, area.value.length);
    area.scrollTop = Math.max(0, lines * area.scrollHeight - area.clientHeight / 2);
    area.setSelectionRange(match.index, match.index + match[0].length);
  }
}
