// Draft recovery: what is typed in a form of the office is stored in this browser until it is saved,
// and offered again after a closed tab, a lost session or an unreachable server. Leaving a form with
// unsaved text is asked about.
// The keys in storage ("desk:…") and the cookie "desk_saved" keep their names: drafts stored by an
// earlier version must be found.
"use strict";

{
  const DAYS = 30;
  const DAY = 86400000;
  // Inputs that each opening of the form gives anew.
  const TOKENS = ["csrfmiddlewaretoken", "editor_token", "typing"];

  document.querySelectorAll(".draft-offer").forEach(start);

  function start(box) {
    const form = box.closest("form");
    const token = form.elements.typing;
    const prefix = `desk:${box.dataset.draftKey}:`;
    token.value = crypto.getRandomValues(new Uint32Array(4)).join("");
    removeSavedDrafts();
    const opened = JSON.stringify(formValues(form));
    const isUnsaved = "unsaved" in box.dataset;
    let latest = latestDraft(prefix);
    if (latest && JSON.stringify(latest.draft.typed) === opened) {
      localStorage.removeItem(latest.key);
      latest = null;
    }
    if (latest && !isUnsaved) offer(latest);
    if (isUnsaved) storeDraft();

    let timer = 0;
    let isSent = false;
    const storeSoon = () => { clearTimeout(timer); timer = setTimeout(storeDraft, 300); };
    form.addEventListener("input", storeSoon);
    form.addEventListener("changed", storeSoon);
    addEventListener("pagehide", storeDraft);
    document.addEventListener("visibilitychange", storeDraft);
    form.addEventListener("submit", (event) => {
      storeDraft();
      isSent = !event.defaultPrevented && event.submitter?.formTarget !== "_blank";
    });
    addEventListener("pageshow", () => { isSent = false; });
    addEventListener("beforeunload", (event) => {
      if (!isSent && (isUnsaved || isChanged() || hasFiles(form))) event.preventDefault();
    });

    function isChanged() {
      return JSON.stringify(formValues(form)) !== opened;
    }

    function storeDraft() {
      if (!isUnsaved && !isChanged()) return;
      const base = form.elements.base_version ? form.elements.base_version.value : "";
      const draft = { at: Date.now(), token: token.value, typed: formValues(form) };
      write(`${prefix}${base || box.dataset.version}`, draft);
    }

    function offer({ key, draft }) {
      const message = document.createElement("span");
      const when = new Date(draft.at).toLocaleString(document.documentElement.lang);
      message.textContent = `${box.dataset.message} ${when}.`;
      box.append(message, button(box.dataset.restore, () => {
        isSent = true;
        restore(form, draft);
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

  // Names and values of all inputs but files, passwords and tokens. In Django's two boxes for
  // several choices, what stands in the second is chosen.
  function formValues(form) {
    const chosen = [...form.querySelectorAll("select.filtered[id$='_to']")];
    const left = [...TOKENS, ...chosen.flatMap((select) => [select.name, `${select.name}_old`])];
    for (const input of form.querySelectorAll("[type=password]")) left.push(input.name);
    const values = [...new FormData(form)].filter(([name, value]) => !left.includes(name) && typeof value === "string");
    return [...values, ...chosen.flatMap((select) => [...select.options].map((option) => [select.name, option.value]))];
  }

  function hasFiles(form) {
    return [...form.querySelectorAll("[type=file]")].some((input) => input.files.length);
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

  // Sends the draft to the server, which shows the form with it, unsaved.
  function restore(form, draft) {
    const sent = document.createElement("form");
    sent.method = "post";
    sent.hidden = true;
    const tokens = ["csrfmiddlewaretoken", "editor_token"].map((name) => [name, form.elements[name].value]);
    // Drafts of an earlier version name the token of a file "kept".
    const typed = draft.typed.map(([name, value]) => [name.replace(/-kept$/, "-token"), value]);
    for (const [name, value] of [...tokens, ["typing", draft.token], ["_recover", "1"], ...typed]) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      sent.append(field);
    }
    document.body.append(sent);
    sent.submit();
  }
}
