// The article form: files dropped on the section of files become rows.
"use strict";

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

if (form) acceptDroppedFiles();
