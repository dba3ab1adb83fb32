// The article form: autocomplete of people, organisations and related articles.
"use strict";

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

if (form) autocomplete();
