// The make-up page: articles change places by arrows, by keys on the grip, or by dragging it.
// The order boxes get the new numbers; without this script they are typed.
"use strict";

{
  const list = document.querySelector(".d-leaves");
  const status = document.getElementById("makeup-status");
  const place = (row) => row.querySelector("[name^=position-]");
  const rows = () => [...list.children];

  list.querySelectorAll(".d-grip, .d-move").forEach((control) => { control.hidden = false; });
  list.querySelectorAll(".d-move button").forEach((button) => {
    button.addEventListener("click", () => step(button.closest("li"), Number(button.dataset.step)));
  });
  list.querySelectorAll(".d-grip").forEach((grip) => {
    grip.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(grip.closest("li"), by);
    });
    grip.addEventListener("pointerdown", (event) => drag(grip, event));
  });

  // Orders the rows as their boxes say, which may have been typed or restored from a draft.
  function sortRows() {
    const sorted = rows().sort((a, b) => (Number(place(a).value) || 1e4) - (Number(place(b).value) || 1e4));
    if (sorted.some((row, at) => row !== list.children[at])) list.append(...sorted);
  }

  // Moves the neighbour, so that the row keeps the focus.
  function swap(row, by) {
    const neighbour = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (neighbour) by < 0 ? row.after(neighbour) : row.before(neighbour);
    return neighbour;
  }

  function step(row, by) {
    sortRows();
    if (swap(row, by)) renumber(row);
  }

  function renumber(moved) {
    rows().forEach((row, at) => { place(row).value = at + 1; });
    list.dispatchEvent(new Event("input", { bubbles: true }));
    status.textContent = `${place(moved).getAttribute("aria-label")}: ${place(moved).value}`;
  }

  function drag(grip, start) {
    const row = grip.closest("li");
    let hasMoved = false;
    start.preventDefault();
    grip.focus();
    sortRows();
    grip.setPointerCapture(start.pointerId);
    row.classList.add("over");
    grip.onpointermove = (event) => {
      const box = row.getBoundingClientRect();
      const by = event.clientY < box.top ? -1 : Number(event.clientY > box.bottom);
      hasMoved = Boolean(by && swap(row, by)) || hasMoved;
    };
    grip.onlostpointercapture = () => {
      grip.onpointermove = null;
      row.classList.remove("over");
      if (hasMoved) renumber(row);
    };
  }
}
