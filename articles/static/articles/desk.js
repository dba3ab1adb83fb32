// The article form, made quicker: rows, counts, the matrix while typing, suggestions, dropped files.
// Everything here is also done by the server when there are no scripts.
"use strict";

const form = document.getElementById("article");

function start() {
  form.querySelectorAll(".rows").forEach(prepareRows);
  form.addEventListener("click", onClick);
  form.addEventListener("input", onInput);
  form.addEventListener("paste", onPaste);
  form.querySelectorAll(".pairs").forEach((one) => one.addEventListener("toggle", pairUp));
  prepareDrop();
  suggestions();
  countAll();
  const errors = document.getElementById("errors");
  if (errors) errors.focus();
}

// Rows: one more, one up or down, one crossed out.

function total(section) {
  return section.querySelector(`[name="${section.dataset.prefix}-TOTAL_FORMS"]`);
}

function addRow(section) {
  const count = total(section);
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
  const place = row.querySelector(".move");
  if (place && !place.children.length) {
    for (const [step, sign] of [[-1, "↑"], [1, "↓"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.step = step;
      button.textContent = sign;
      button.setAttribute("aria-label", sign);
      place.append(button);
    }
  }
  markGoing(row);
}

function markGoing(row) {
  row.classList.toggle("going", Boolean(row.querySelector(".delete input:checked")));
}

function moveRow(row, step) {
  const list = row.parentElement;
  const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  list.insertBefore(step < 0 ? row : other, step < 0 ? other : row);
  [...list.children].forEach((one, at) => { numberOf(one).value = at + 1; });
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
  return box(name).value.replace(/\s+$/, "").split("\n").filter((line, at, all) => line.trim() || all.length > 1);
}

function countAll() {
  form.querySelectorAll("output.count").forEach((output) => {
    const area = document.getElementById(output.htmlFor.value);
    const lines = area.value.split("\n").filter((line) => line.trim());
    const onOne = lines.length === 1 && !area.name.startsWith("references");
    output.value = onOne ? lines[0].split(lines[0].includes(";") ? ";" : ",").filter((one) => one.trim()).length : lines.length;
  });
  const [first, second] = BOXES.map((name) => entries(name).length);
  form.querySelectorAll(".pair .count").forEach((one) => one.classList.toggle("odd", second > 0 && first !== second));
  pairUp();
}

function pairUp() {
  const pairs = form.querySelector(".pairs");
  if (!pairs || !pairs.open) return;
  const [first, second] = BOXES.map(entries);
  const items = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => {
    const item = document.createElement("li");
    const both = document.createElement("span");
    for (const list of [first, second]) {
      const side = document.createElement("span");
      side.textContent = list[at] || pairs.dataset.none;
      both.append(side);
    }
    item.classList.toggle("odd", !first[at] || (second.length > 0 && !second[at]));
    item.append(both);
    return item;
  });
  pairs.querySelector("ol").replaceChildren(...items);
}

// A numbered list pasted into a box of references arrives as entries.

async function onPaste(event) {
  const area = event.target;
  const text = event.clipboardData.getData("text/plain");
  if (!BOXES.includes(area.name) || !/^\s*(\[?\d{1,3}[\].)])/m.test(text)) return;
  event.preventDefault();
  const [from, to] = [area.selectionStart, area.selectionEnd];
  const answer = await post(form.dataset.split, new URLSearchParams({ text }));
  const split = answer ? (await answer.json()).entries.join("\n") : text;
  area.setRangeText(split, from, to, "end");
  changed();
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

// The matrix of completeness, while typing.

let waiting = 0;
let asked = 0;

function onInput(event) {
  if (event.target.matches(".delete input")) markGoing(event.target.closest(".row"));
  changed();
}

function changed() {
  countAll();
  form.dispatchEvent(new Event("typed"));
  clearTimeout(waiting);
  waiting = setTimeout(showMatrix, 350);
}

async function showMatrix() {
  const mine = ++asked;
  const typed = new FormData(form);
  for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
  const answer = await post(form.dataset.live, typed);
  if (answer && mine === asked) document.getElementById("matrix").innerHTML = await answer.text();
}

// People and organisations, by any spelling, while a name is typed.

function suggestions() {
  let list = null;
  let input = null;
  let found = [];
  let at = -1;
  let timer = 0;

  form.addEventListener("input", (event) => {
    if (event.isTrusted === false || !kindOf(event.target)) return;
    clearTimeout(timer);
    const target = event.target;
    sayTarget(target, "");
    timer = setTimeout(() => ask(target), 200);
  });
  form.addEventListener("focusout", () => setTimeout(close, 150));
  form.addEventListener("keydown", (event) => {
    if (!list) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      choose(found[at]);
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

  async function ask(target) {
    const typed = target.value.trim();
    if (typed.length < 2 || document.activeElement !== target) return close();
    const url = new URL(form.dataset[kindOf(target)], location);
    url.searchParams.set("q", typed);
    try {
      const answer = await fetch(url);
      if (!answer.ok || answer.redirected || document.activeElement !== target) return;
      found = (await answer.json()).found;
    } catch {
      return;
    }
    open(target);
  }

  function open(target) {
    close();
    if (!found.length) return;
    input = target;
    list = document.createElement("ul");
    list.className = "suggestions";
    list.id = "suggestions";
    list.setAttribute("role", "listbox");
    found.forEach((one, place) => {
      const item = document.createElement("li");
      item.id = `suggestion-${place}`;
      item.setAttribute("role", "option");
      item.textContent = one.label;
      const note = document.createElement("small");
      note.textContent = one.note;
      item.append(note);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(one); });
      list.append(item);
    });
    target.parentElement.append(list);
    target.setAttribute("role", "combobox");
    target.setAttribute("aria-controls", list.id);
    target.setAttribute("aria-expanded", "true");
    target.autocomplete = "off";
  }

  function mark(place) {
    at = (place + found.length) % found.length;
    [...list.children].forEach((item, one) => item.setAttribute("aria-selected", String(one === at)));
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `suggestion-${at}`);
  }

  function close() {
    if (list) list.remove();
    if (input) {
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    list = input = null;
    at = -1;
  }

  // The title of a related article, beside its DOI.
  function sayTarget(target, title) {
    const said = target.closest(".row").querySelector(".target-title");
    if (said) said.value = title;
  }

  function choose(one) {
    const prefix = input.name.replace(/[a-z_]+$/, "");
    for (const [column, value] of Object.entries(one.fill)) {
      const field = form.querySelector(`[name="${prefix}${column}"]`);
      if (field) field.value = value ?? "";
    }
    sayTarget(input, one.label);
    close();
    changed();
  }
}

// Files dropped anywhere on their part of the form become rows.

function prepareDrop() {
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
