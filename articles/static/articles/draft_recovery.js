// Draft recovery: what is typed in the article form is stored in this browser until it is saved, and
// offered again after a closed tab, a lost session or an unreachable server.
// The keys in storage ("desk:…") and the cookie "desk_saved" keep their names: drafts stored by an
// earlier version must be found.
"use strict";

{
  const form = document.getElementById("article");
  const DAYS = 30;
  const DAY = 86400000;
  // Inputs that each opening of the form gives anew.
  const TOKENS = ["csrfmiddlewaretoken", "editor_token", "typing"];

  if (form) start();

  function start() {
    const token = form.elements.typing;
    const prefix = `desk:${form.dataset.draftKey}:`;
    token.value = crypto.getRandomValues(new Uint32Array(4)).join("");
    removeSavedDrafts();
    const ownKey = `${prefix}${form.dataset.version}`;
    const opened = JSON.stringify(formValues());
    const isUnsaved = "unsaved" in form.dataset;
    let latest = latestDraft(prefix);
    if (latest && JSON.stringify(latest.draft.typed) === opened) {
      localStorage.removeItem(latest.key);
      latest = null;
    }
    if (latest && !isUnsaved) offer(latest);
    if (isUnsaved) storeDraft();

    let timer = 0;
    const storeSoon = () => { clearTimeout(timer); timer = setTimeout(storeDraft, 300); };
    form.addEventListener("input", storeSoon);
    form.addEventListener("changed", storeSoon);
    addEventListener("pagehide", storeDraft);
    document.addEventListener("visibilitychange", storeDraft);
    form.addEventListener("submit", storeDraft);

    function storeDraft() {
      const typed = formValues();
      if (JSON.stringify(typed) === opened && !isUnsaved) return;
      const base = form.elements.base_version ? form.elements.base_version.value : "";
      write(`${prefix}${base || form.dataset.version}`, { at: Date.now(), token: token.value, typed });
    }

    function offer({ key, draft }) {
      const box = document.getElementById("draft-offer");
      const message = document.createElement("span");
      const when = new Date(draft.at).toLocaleString(document.documentElement.lang);
      message.textContent = `${box.dataset.message} ${when}.`;
      box.append(message, button(box.dataset.restore, () => {
        restore(draft.typed);
        if (key !== ownKey) localStorage.removeItem(key);
        box.hidden = true;
      }), button(box.dataset.discard, () => {
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

  // Names and values of all inputs but files and tokens.
  function formValues() {
    return [...new FormData(form)].filter(([name, value]) => !TOKENS.includes(name) && typeof value === "string");
  }

  // Where the storage is full, the oldest drafts make room.
  function write(key, draft) {
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      oldestKeys().forEach((oldest) => localStorage.removeItem(oldest));
      try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* the browser stores nothing */ }
    }
  }

  function draftKeys() {
    return Object.keys(localStorage).filter((key) => key.startsWith("desk:"));
  }

  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }

  function oldestKeys() {
    return draftKeys().sort((a, b) => (read(a)?.at ?? 0) - (read(b)?.at ?? 0)).slice(0, 5);
  }

  function latestDraft(prefix) {
    const drafts = draftKeys().filter((key) => key.startsWith(prefix)).map((key) => ({ key, draft: read(key) }));
    return drafts.filter((entry) => entry.draft).sort((a, b) => b.draft.at - a.draft.at)[0] || null;
  }

  // The cookie names the tokens of forms that the server has saved.
  function removeSavedDrafts() {
    const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("desk_saved="));
    const saved = new Set(cookie ? cookie.slice(11).split(".") : []);
    for (const key of draftKeys()) {
      const draft = read(key);
      if (!draft || saved.has(draft.token) || Date.now() - draft.at > DAYS * DAY) localStorage.removeItem(key);
    }
  }

  // Says in the row of a file that it was uploaded before and is stored on the server.
  function showStoredFile(token) {
    const row = token.closest(".row");
    if (!token.value || row.querySelector(".stored-file")) return;
    const note = document.createElement("span");
    note.className = "field stored-file";
    note.textContent = token.closest(".rows").dataset.storedFile;
    token.after(note);
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
      if (!field.name || field.type === "file" || TOKENS.includes(field.name)) continue;
      // Drafts of an earlier version name the token of a file "kept".
      const given = values.get(field.name) || values.get(field.name.replace(/-token$/, "-kept"));
      if (field.type === "checkbox" || field.type === "radio") field.checked = Boolean(given && given.includes(field.value));
      else if (given && !/-(INITIAL|MIN_NUM|MAX_NUM)_FORMS$/.test(field.name)) field.value = given[0];
    }
    form.querySelectorAll(".row").forEach(markDeleted);
    form.querySelectorAll("[name$='-token']").forEach(showStoredFile);
    changed();
  }
}
