// The journal's form: the DOI that its pattern gives, shown while it is typed. The server checks it too.
"use strict";

const pattern = document.getElementById("id_doi_pattern");
const SAMPLE = { volume: "12", number: "1", through: "134", sequence: "3", first: "23", last: "30" };

function filled(name) {
  return document.getElementById(`id_${name}`)?.value.trim() || "";
}

function known() {
  const issn = filled("issn_print") || filled("issn_online") || "0000-0000";
  return { ...SAMPLE, issn, slug: filled("slug") || "journal", year: String(new Date().getFullYear()) };
}

function preview(shown) {
  const values = known();
  const suffix = pattern.value.replace(/\{(\w*)\}/g, (whole, name) => values[name] ?? `⟨${name}?⟩`);
  shown.textContent = suffix ? `https://doi.org/${filled("doi_prefix") || "10.…"}/${suffix}` : "";
}

if (pattern) {
  const shown = document.createElement("output");
  shown.className = "help";
  shown.htmlFor.add(pattern.id);
  pattern.after(shown);
  pattern.form.addEventListener("input", () => preview(shown));
  preview(shown);
}
