// Manuscripts: the queue is read on, and a field and its lines show each other.
(() => {
  "use strict";

  const queue = document.getElementById("queue");
  const waits = () => [...document.querySelectorAll("tr[data-waits]")].map((row) => row.id.slice(1));
  const readOn = async () => {
    const bar = queue.querySelector("progress");
    const said = queue.querySelector("[role=status]");
    let waiting = Number(queue.dataset.waiting);
    while (waiting > 0 || waits().length) {
      const body = new FormData(queue);
      body.append("keys", waits().join());
      const answer = await fetch(queue.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
      });
      if (!answer.ok) return;
      const told = await answer.json();
      if (told.page && String(told.key) === queue.dataset.open) location.assign(told.page);
      const row = told.key && document.getElementById(`m${told.key}`);
      if (row) row.outerHTML = told.row;
      if (!told.key) {
        if (!told.waiting) break;
        await new Promise((done) => setTimeout(done, 700));
      }
      waiting = told.waiting;
      bar.max = Math.max(bar.max, waiting);
      bar.value = bar.max - waiting;
      said.textContent = `${bar.value} / ${bar.max}`;
    }
    queue.querySelector("button").hidden = true;
  };
  if (queue) readOn();

  const lines = document.querySelector(".lines");
  if (!lines) return;
  const show = (field) => {
    lines.querySelectorAll(".shown").forEach((line) => line.classList.remove("shown"));
    const numbers = (field.dataset.lines || "").split(" ").filter(Boolean);
    const found = numbers.map((number) => document.getElementById(`l${number}`)).filter(Boolean);
    found.forEach((line) => line.classList.add("shown"));
    if (found.length) lines.scrollTop = found[0].offsetTop - lines.offsetTop - 40;
  };
  document.addEventListener("focusin", (event) => {
    if (event.target.dataset && event.target.dataset.lines) show(event.target);
  });
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".lines li");
    const whence = event.target.closest(".whence");
    if (whence) {
      event.preventDefault();
      show(whence.parentElement.querySelector("[data-lines]"));
    } else if (line) {
      const link = line.querySelector("a[href^='#c-']");
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      field.focus();
    }
  });
})();
