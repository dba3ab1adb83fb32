// The journal's form: the DOI that its pattern gives, shown while it is typed. The server checks it too.
"use strict";

const pattern = document.getElementById("id_doi_pattern");
const SAMPLE = {
  volume: "12", number: "1", part: "2", through: "134", sequence: "3",
  first: "23", last: "30", article_number: "e7", id: "157",
};

function inputValue(name) {
  return document.getElementById(`id_${name}`)?.value.trim() || "";
}

function sampleValues() {
  const issn = inputValue("issn_print") || inputValue("issn_online") || "0000-0000";
  return { ...SAMPLE, issn, slug: inputValue("slug") || "journal", year: String(new Date().getFullYear()) };
}

// {number} or, padded to two characters, {number:0>2}.
const FIELD = /\{(\w*)(?::(.)([<>])(\d{1,2}))?\}/g;

function padded(value, fill, side, width) {
  if (!width) return value;
  return side === ">" ? value.padStart(width, fill) : value.padEnd(width, fill);
}

function preview(output) {
  const values = sampleValues();
  const suffix = pattern.value.replace(FIELD, (whole, name, ...format) =>
    name in values ? padded(values[name], ...format) : `⟨${name}?⟩`);
  output.textContent = suffix ? `https://doi.org/${inputValue("doi_prefix") || "10.…"}/${suffix}` : "";
}

if (pattern) {
  const output = document.createElement("output");
  output.className = "help";
  output.htmlFor.add(pattern.id);
  pattern.after(output);
  pattern.form.addEventListener("input", () => preview(output));
  preview(output);
}
