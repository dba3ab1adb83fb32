// Rows change places by arrows, by keys on the grip, or by dragging it: articles on the make-up page,
// and rows of lists in the admin that have an order within a group or a journal.
// The order boxes get the new numbers; without this script they are typed.
"use strict";

{
  const list = document.querySelector(".d-leaves, #result_list tbody");
  const status = document.getElementById("order-status");
  const grip = document.getElementById("order-grip"); // a template, where rows have no grips yet
  const place = (row) => row.querySelector("[name^=position-], [name$=-order]");
  const number = (row) => Number(place(row).value) || 1e4;
  const within = (row) => // a group, with its journal, since two journals may have groups of one name
    [...row.querySelectorAll(".field-group, .field-journal")].map((cell) => cell.textContent).join("\n");
  const nameOf = (row) => row.querySelector("th")?.innerText ?? place(row).getAttribute("aria-label");
  const rows = () => [...list.children];

  if (grip) rows().forEach((row) => {
    const own = grip.content.firstElementChild.cloneNode(true);
    own.setAttribute("aria-label", `${own.getAttribute("aria-label")}: ${nameOf(row)}`);
    place(row).before(own);
  });
  list.querySelectorAll(".d-grip, .d-move").forEach((control) => { control.hidden = false; });
  list.querySelectorAll(".d-move button").forEach((button) => {
    button.addEventListener("click", () => step(button.closest("li, tr"), Number(button.dataset.step)));
  });
  list.querySelectorAll(".d-grip").forEach((grip) => {
    grip.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(grip.closest("li, tr"), by);
    });
    grip.addEventListener("pointerdown", (event) => {
      if (event.button === 0) drag(grip, event);
    });
  });

  // Orders the rows as their boxes say, which may have been typed or restored from a draft.
  function sortRows() {
    const groups = [...new Set(rows().map(within))];
    const group = (row) => groups.indexOf(within(row));
    const sorted = rows().sort((a, b) => group(a) - group(b) || number(a) - number(b));
    if (sorted.some((row, at) => row !== list.children[at])) list.append(...sorted);
  }

  // Moves the neighbour, so that the row keeps the focus.
  function swap(row, by) {
    const neighbour = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!neighbour || within(neighbour) !== within(row)) return null;
    by < 0 ? row.after(neighbour) : row.before(neighbour);
    return neighbour;
  }

  function step(row, by) {
    sortRows();
    if (swap(row, by)) renumber(row);
  }

  function renumber(moved) {
    const group = rows().filter((row) => within(row) === within(moved));
    group.forEach((row, at) => { place(row).value = at + 1; });
    list.dispatchEvent(new Event("input", { bubbles: true }));
    status.textContent = `${nameOf(moved)}: ${place(moved).value}`;
  }

  function drag(grip, start) {
    const row = grip.closest("li, tr");
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
