// The article form: rows, counts, pasted text, completeness while typing. The scripts for autocomplete and
// for dropped files come after it, and use its form and its rows.
// Without scripts the server does all of this on a button's press.
"use strict";

const form = document.getElementById("article");

function start() {
  form.querySelectorAll(".rows").forEach(prepareRows);
  form.addEventListener("click", onClick);
  form.addEventListener("input", onInput);
  form.addEventListener("paste", onPaste);
  form.querySelectorAll(".pairs").forEach((pairs) => pairs.addEventListener("toggle", showPairs));
  showPastedAuthors();
  measurePanel();
  updateCounts();
  const errors = document.getElementById("errors");
  if (errors) errors.focus();
  else beginAtTitle();
}

// Tab leads from the top of the page into the form; the page stays where it is.
function beginAtTitle() {
  if (document.activeElement !== document.body || !["", "#top"].includes(location.hash)) return;
  document.getElementById("title").focus({ preventScroll: true });
}

// Rows: added, moved, deleted.

function rowCount(section) {
  return section.querySelector(`[name="${section.dataset.prefix}-TOTAL_FORMS"]`);
}

function addRow(section) {
  const count = rowCount(section);
  const holder = document.createElement("ol");
  holder.innerHTML = section.querySelector("template").innerHTML.replaceAll("__prefix__", count.value);
  const row = holder.firstElementChild;
  const list = section.querySelector(".row-list");
  list.append(row);
  count.value = Number(count.value) + 1;
  prepareRow(row);
  numberOf(row).value = list.children.length;
  changed();
  return row;
}

function numberOf(row) {
  return row.querySelector(".number input") || {};
}

function prepareRows(section) {
  section.querySelectorAll(".row").forEach(prepareRow);
}

function prepareRow(row) {
  const move = row.querySelector(".move");
  if (move) move.hidden = false;
  markDeleted(row);
}

function markDeleted(row) {
  row.classList.toggle("deleted", Boolean(row.querySelector(".delete input:checked")));
}

function moveRow(row, step) {
  const list = row.parentElement;
  const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  list.insertBefore(step < 0 ? row : other, step < 0 ? other : row);
  [...list.children].forEach((child, place) => { numberOf(child).value = place + 1; });
  changed();
}

function onClick(event) {
  const button = event.target.closest("button");
  if (button && button.name === "_rows") {
    event.preventDefault();
    const row = addRow(button.closest(".rows"));
    const first = row.querySelector(".names input") || row.querySelector("select, input:not([type=hidden])");
    if (first) first.focus();
  } else if (button && button.dataset.step) {
    moveRow(button.closest(".row"), Number(button.dataset.step));
    button.focus();
  }
}

// Counts of entries, and references paired by number.

const BOXES = ["references_original", "references_romanized"];

function box(name) {
  return form.querySelector(`[name="${name}"]`);
}

function entries(name) {
  return box(name).value.replace(/\s+$/, "").split("\n").filter((line, place, lines) => line.trim() || lines.length > 1);
}

function updateCounts() {
  form.querySelectorAll("output.count").forEach((output) => {
    const area = document.getElementById(output.htmlFor.value);
    const lines = area.value.split("\n").filter((line) => line.trim());
    const isOneLine = lines.length === 1 && !area.name.startsWith("references");
    output.value = isOneLine ? lines[0].split(lines[0].includes(";") ? ";" : ",").filter((term) => term.trim()).length : lines.length;
  });
  const [first, second] = BOXES.map((name) => entries(name).length);
  form.querySelectorAll(".pair .count").forEach((count) => count.classList.toggle("mismatch", second > 0 && first !== second));
  showPairs();
}

function showPairs() {
  const pairs = form.querySelector(".pairs");
  if (!pairs || !pairs.open) return;
  const [first, second] = BOXES.map(entries);
  const items = Array.from({ length: Math.max(first.length, second.length) }, (_, place) => {
    const item = document.createElement("li");
    const both = document.createElement("span");
    for (const list of [first, second]) {
      const side = document.createElement("span");
      side.textContent = list[place] || pairs.dataset.none;
      both.append(side);
    }
    item.classList.toggle("mismatch", !first[place] || (second.length > 0 && !second[place]));
    item.append(both);
    return item;
  });
  pairs.querySelector("ol").replaceChildren(...items);
}

// A numbered list pasted into a box of references is split into entries.

async function onPaste(event) {
  const area = event.target;
  const text = event.clipboardData.getData("text/plain");
  if (!BOXES.includes(area.name) || !/^\s*(\[?\d{1,3}[\].)])/m.test(text)) return;
  event.preventDefault();
  const [from, to] = [area.selectionStart, area.selectionEnd];
  const answer = await post(form.dataset.splitReferences, new URLSearchParams({ text }));
  const split = answer ? (await answer.json()).entries.join("\n") : text;
  area.setRangeText(split, from, to, "end");
  changed();
}

// Pasted authors: what is understood of them, shown while the box is filled.

function showPastedAuthors() {
  const area = document.getElementById("pasted_authors");
  const seen = document.getElementById("author-block-seen");
  if (!area) return;
  let timer = 0;
  let last = 0;
  const show = async () => {
    const request = ++last;
    const answer = await post(form.dataset.authorBlock, textData());
    if (answer && request === last) seen.innerHTML = await answer.text();
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 400);
  });
  area.addEventListener("paste", (event) => {
    const before = area.value.slice(0, area.selectionStart);
    if (!before || before.endsWith("\n")) return;
    event.preventDefault(); // another language begins on a line of its own
    const text = event.clipboardData.getData("text/plain");
    area.setRangeText(`\n${text}`, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  seen.addEventListener("change", (event) => {
    if (event.target.name.startsWith("pasted_language_")) show();
  });
}

function textData() {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
}

async function post(url, body) {
  const headers = { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value };
  try {
    const answer = await fetch(url, { method: "POST", headers, body });
    return answer.ok && !answer.redirected ? answer : null;
  } catch {
    return null;
  }
}

// The completeness panel, updated while typing.

let panelTimer = 0;
let lastRequest = 0;

function onInput(event) {
  if (event.target.matches(".delete input")) markDeleted(event.target.closest(".row"));
  changed();
}

function changed() {
  updateCounts();
  form.dispatchEvent(new Event("changed"));
  clearTimeout(panelTimer);
  panelTimer = setTimeout(updatePanel, 350);
}

// The names of the languages stay below the panel, which stays on top.
function measurePanel() {
  const panel = document.getElementById("matrix");
  const measure = () => form.style.setProperty("--matrix-height", `${panel.offsetHeight}px`);
  new ResizeObserver(measure).observe(panel);
}

async function updatePanel() {
  const request = ++lastRequest;
  const answer = await post(form.dataset.completeness, textData());
  if (answer && request === lastRequest) document.getElementById("matrix").innerHTML = await answer.text();
}

if (form) start();
