// Buttons that choose files, in the language of the interface: the browser's own have its language.
// The input stays, hidden from view, and gets the focus; its label is the button.
"use strict";

{
  const words = document.getElementById("file-button");
  if (words) {
    document.querySelectorAll("[type=file]").forEach(addButton);
    // Rows that are added later.
    new MutationObserver((changes) => {
      for (const change of changes) for (const node of change.addedNodes) {
        if (node.querySelectorAll) node.querySelectorAll("[type=file]").forEach(addButton);
      }
    }).observe(document.body, { childList: true, subtree: true });
    // A file that a script has put there tells nobody; the change of a form does.
    document.addEventListener("change", showAll);
    document.addEventListener("drop", () => setTimeout(showAll));
  }

  function addButton(input) {
    if (!input.id || input.classList.contains("file-input") || input.hidden || input.closest("template")) return;
    input.classList.add("file-input");
    const button = document.createElement("label");
    button.className = "file-button";
    button.htmlFor = input.id;
    button.textContent = input.multiple ? words.dataset.several : words.dataset.one;
    const names = document.createElement("output");
    names.className = "file-names";
    input.after(button, names);
    show(input);
  }

  function show(input) {
    const names = [...input.files].map((file) => file.name).join(", ");
    input.nextElementSibling.nextElementSibling.value = names || words.dataset.none;
  }

  function showAll() {
    document.querySelectorAll(".file-input").forEach(show);
  }
}
