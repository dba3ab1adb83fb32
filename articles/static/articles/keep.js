// What is typed in the article form is kept in this browser until it is saved, and offered back
// after a closed tab, a lost session or a server that was away.
"use strict";

{
  const form = document.getElementById("article");
  const DAYS = 30;
  const DAY = 86400000;

  if (form) start();

  function start() {
    const token = form.elements.typing;
    const prefix = `desk:${form.dataset.key}:`;
    token.value = crypto.getRandomValues(new Uint32Array(4)).join("");
    forget(prefix);
    const mine = `${prefix}${form.dataset.version}`;
    const first = JSON.stringify(typedNow());
    let stored = newest(prefix);
    if (stored && JSON.stringify(stored.kept.typed) === first) {
      localStorage.removeItem(stored.key);
      stored = null;
    }
    if (stored && !("typed" in form.dataset)) offer(stored);
    if ("typed" in form.dataset) keep();

    let timer = 0;
    const soon = () => { clearTimeout(timer); timer = setTimeout(keep, 300); };
    form.addEventListener("input", soon);
    form.addEventListener("typed", soon);
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    form.addEventListener("submit", keep);

    function keep() {
      const typed = typedNow();
      if (JSON.stringify(typed) === first && !("typed" in form.dataset)) return;
      const base = form.elements.base_version ? form.elements.base_version.value : "";
      write(`${prefix}${base || form.dataset.version}`, { at: Date.now(), token: token.value, typed });
    }

    function offer({ key, kept }) {
      const box = document.getElementById("kept");
      const words = document.createElement("span");
      const when = new Date(kept.at).toLocaleString(document.documentElement.lang);
      words.textContent = `${box.dataset.text} ${when}.`;
      box.append(words, button(box.dataset.back, () => {
        restore(kept.typed);
        if (key !== mine) localStorage.removeItem(key);
        box.hidden = true;
      }), button(box.dataset.away, () => {
        localStorage.removeItem(key);
        box.hidden = true;
      }));
      box.hidden = false;
    }
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  // All that is typed, as pairs; never files, nor what each opening of the form gives anew.
  function typedNow() {
    const anew = new Set(["csrfmiddlewaretoken", "ticket", "typing"]);
    return [...new FormData(form)].filter(([name, value]) => !anew.has(name) && typeof value === "string");
  }

  function write(key, kept) {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      oldest().forEach((one) => localStorage.removeItem(one));
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* the browser keeps nothing */ }
    }
  }

  function ours() {
    return Object.keys(localStorage).filter((key) => key.startsWith("desk:"));
  }

  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }

  function oldest() {
    return ours().sort((a, b) => (read(a)?.at ?? 0) - (read(b)?.at ?? 0)).slice(0, 5);
  }

  function newest(prefix) {
    const found = ours().filter((key) => key.startsWith(prefix)).map((key) => ({ key, kept: read(key) }));
    return found.filter((one) => one.kept).sort((a, b) => b.kept.at - a.kept.at)[0] || null;
  }

  // What the server says to have saved, and what is too old to be wanted.
  function forget() {
    const cookie = document.cookie.split("; ").find((one) => one.startsWith("desk_saved="));
    const saved = new Set(cookie ? cookie.slice(11).split(".") : []);
    for (const key of ours()) {
      const kept = read(key);
      if (!kept || saved.has(kept.token) || Date.now() - kept.at > DAYS * DAY) localStorage.removeItem(key);
    }
  }

  // A file chosen before waits on the server; its row says so when it is taken back.
  function sayKept(ticket) {
    const row = ticket.closest(".row");
    if (!ticket.value || row.querySelector(".kept-file")) return;
    const said = document.createElement("span");
    said.className = "field kept-file";
    said.textContent = ticket.closest(".rows").dataset.kept;
    ticket.after(said);
  }

  function restore(typed) {
    const counts = typed.filter(([name]) => name.endsWith("-TOTAL_FORMS"));
    for (const [name, count] of counts) {
      const section = form.querySelector(`.rows[data-prefix="${name.replace("-TOTAL_FORMS", "")}"]`);
      while (section && Number(form.elements[name].value) < Number(count)) addRow(section);
    }
    const values = new Map();
    for (const [name, value] of typed) values.set(name, [...(values.get(name) || []), value]);
    for (const field of form.elements) {
      if (!field.name || field.type === "file" || ["csrfmiddlewaretoken", "ticket", "typing"].includes(field.name)) continue;
      const given = values.get(field.name);
      if (field.type === "checkbox" || field.type === "radio") field.checked = Boolean(given && given.includes(field.value));
      else if (given && !/-(INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(field.name)) field.value = given[0];
    }
    form.querySelectorAll(".row").forEach(markGoing);
    form.querySelectorAll("[name$='-kept']").forEach(sayKept);
    changed();
  }
}
