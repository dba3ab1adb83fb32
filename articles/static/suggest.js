// What a reader may be about to type, under the field of the search; the page works without it.
const WAIT = 150; // ms after the last letter

for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("div");
  list.className = "suggest";
  list.id = `${field.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestLabel);
  list.hidden = true;
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.autocomplete = "off";
  let timer, asked;

  const close = () => {
    clearTimeout(timer);
    asked?.abort(); // an answer on its way must not open the list again
    list.hidden = true;
    choose(-1);
  };
  const choose = (at) => {
    const options = [...list.children];
    options.forEach((one, place) => one.setAttribute("aria-selected", place === at));
    field.setAttribute("aria-expanded", !list.hidden);
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  };
  const current = () => [...list.children].findIndex((one) => one.ariaSelected === "true");

  const show = (found) => {
    list.replaceChildren(...found.map((one, place) => {
      const option = document.createElement("a"); // to be opened in another tab, too
      const label = document.createElement("span");
      const kind = document.createElement("small");
      Object.assign(option, { id: `${list.id}-${place}`, href: one.url, tabIndex: -1 });
      option.setAttribute("role", "option");
      Object.assign(label, { textContent: one.label, lang: one.language });
      kind.textContent = one.kind;
      option.append(label, " ", kind);
      return option;
    }));
    list.hidden = !found.length;
    choose(-1);
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const address = `${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`;
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch { /* a later letter is being asked for, or the line is down */ }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim()) timer = setTimeout(ask, WAIT);
    else close();
  });
  field.addEventListener("keydown", (e) => {
    if (list.hidden || e.isComposing) return;
    const at = current(), count = list.children.length;
    if (e.key === "Escape") { close(); e.preventDefault(); }
    if (e.key === "ArrowDown") { choose((at + 1) % count); e.preventDefault(); }
    if (e.key === "ArrowUp") { choose(at > 0 ? at - 1 : count - 1); e.preventDefault(); }
    if (e.key === "Enter" && at >= 0) { list.children[at].click(); e.preventDefault(); }
  });
  field.addEventListener("blur", () => setTimeout(close, 200)); // a click on a suggestion comes first
}
