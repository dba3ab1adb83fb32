// The article form: rows, counts, completeness while typing, autocomplete, dropped files.
// Without scripts the server does all of this on a button's press.
"use strict";

const form = document.getElementById("article");

function start() {
  form.querySelectorAll(".rows").forEach(prepareRows);
  form.addEventListener("click", onClick);
  form.addEventListener("input", onInput);
  form.addEventListener("paste", onPaste);
  form.querySelectorAll(".pairs").forEach((pairs) => pairs.addEventListener("toggle", showPairs));
  acceptDroppedFiles();
  autocomplete();
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

// Autocomplete of people, organisations and related articles.

function autocomplete() {
  let list = null;
  let input = null;
  let suggestions = [];
  let selected = -1;
  let timer = 0;

  form.addEventListener("input", (event) => {
    if (event.isTrusted === false || !kindOf(event.target)) return;
    clearTimeout(timer);
    const target = event.target;
    showTitle(target, "");
    timer = setTimeout(() => search(target), 200);
  });
  form.addEventListener("focusout", () => setTimeout(close, 150));
  form.addEventListener("keydown", (event) => {
    if (!list) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      select(selected + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && selected >= 0) {
      event.preventDefault();
      choose(suggestions[selected]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });

  function kindOf(target) {
    const name = target.name || "";
    if (/^authorships-\d+-(family_name_\w\w|orcid)$/.test(name)) return "people";
    if (/^affiliations-\d+-(name_\w\w|ror)$/.test(name)) return "organisations";
    if (/^relations-\d+-target$/.test(name)) return "related";
    return "";
  }

  async function search(target) {
    const typed = target.value.trim();
    if (typed.length < 2 || document.activeElement !== target) return close();
    const url = new URL(form.dataset[kindOf(target)], location);
    url.searchParams.set("q", typed);
    try {
      const answer = await fetch(url);
      if (!answer.ok || answer.redirected || document.activeElement !== target) return;
      suggestions = (await answer.json()).suggestions;
    } catch {
      return;
    }
    open(target);
  }

  function open(target) {
    close();
    if (!suggestions.length) return;
    input = target;
    list = document.createElement("ul");
    list.className = "suggestions";
    list.id = "suggestions";
    list.setAttribute("role", "listbox");
    suggestions.forEach((suggestion, place) => {
      const item = document.createElement("li");
      item.id = `suggestion-${place}`;
      item.setAttribute("role", "option");
      item.textContent = suggestion.label;
      const note = document.createElement("small");
      note.textContent = suggestion.note;
      item.append(note);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(suggestion); });
      list.append(item);
    });
    target.parentElement.append(list);
    target.setAttribute("role", "combobox");
    target.setAttribute("aria-controls", list.id);
    target.setAttribute("aria-expanded", "true");
    target.autocomplete = "off";
  }

  function select(place) {
    selected = (place + suggestions.length) % suggestions.length;
    [...list.children].forEach((item, other) => item.setAttribute("aria-selected", String(other === selected)));
    list.children[selected].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `suggestion-${selected}`);
  }

  function close() {
    if (list) list.remove();
    if (input) {
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    list = input = null;
    selected = -1;
  }

  // The title of a related article, beside its DOI.
  function showTitle(target, title) {
    const output = target.closest(".row").querySelector(".target-title");
    if (output) output.value = title;
  }

  function choose(suggestion) {
    const prefix = input.name.replace(/[a-z_]+$/, "");
    for (const [column, value] of Object.entries(suggestion.fill)) {
      const field = form.querySelector(`[name="${prefix}${column}"]`);
      if (field) field.value = value ?? "";
    }
    showTitle(input, suggestion.label);
    close();
    changed();
  }
}

// Files dropped on the section of files become rows.

function acceptDroppedFiles() {
  const zone = form.querySelector(".drop");
  if (!zone) return;
  const section = zone.closest(".rows");
  for (const name of ["dragover", "dragleave", "drop"]) {
    section.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", name === "dragover");
      if (name === "drop") [...event.dataTransfer.files].forEach((file) => addFile(section, file));
    });
  }
}

function addFile(section, file) {
  const free = [...section.querySelectorAll(".row")].find((row) => {
    const input = row.querySelector("[type=file]");
    return !input.files.length && !row.querySelector("[name$='-id']").value;
  });
  const row = free || addRow(section);
  const carrier = new DataTransfer();
  carrier.items.add(file);
  row.querySelector("[type=file]").files = carrier.files;
  const kind = file.name.split(".").pop().toLowerCase();
  const kinds = row.querySelector("[name$='-kind']");
  const known = [...kinds.options].some((option) => option.value === kind);
  kinds.value = known ? kind : /^(png|jpe?g|gif|svg|webp)$/.test(kind) ? "image" : "supplement";
  const language = form.querySelector("[name=language]").value;
  const named = file.name.match(/[_.-](kk|kaz|ru|rus|en|eng)\.\w+$/i);
  row.querySelector("[name$='-language']").value = named ? named[1].toLowerCase().replace("kaz", "kk").slice(0, 2) : language;
  changed();
}

if (form) start();
