// Manuscripts: shows the progress of reading; links a field to its lines and a line to its field.
(() => {
  "use strict";

  const queue = document.getElementById("queue");
  const waitingKeys = () => [...document.querySelectorAll("tr[data-waits]")].map((row) => row.id.slice(1));
  const followQueue = async () => {
    const bar = queue.querySelector("progress");
    const status = queue.querySelector("[role=status]");
    let waiting = Number(queue.dataset.waiting);
    while (waiting > 0 || waitingKeys().length) {
      const body = new FormData(queue);
      body.append("keys", waitingKeys().join());
      const response = await fetch(queue.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
      });
      if (!response.ok) return;
      const next = await response.json();
      if (next.page && String(next.key) === queue.dataset.open) location.assign(next.page);
      const row = next.key && document.getElementById(`m${next.key}`);
      if (row) row.outerHTML = next.row;
      if (!next.key) {
        if (!next.waiting) break;
        await new Promise((done) => setTimeout(done, 700));
      }
      waiting = next.waiting;
      bar.max = Math.max(bar.max, waiting);
      bar.value = bar.max - waiting;
      status.textContent = `${bar.value} / ${bar.max}`;
    }
    queue.querySelector("button").hidden = true;
  };
  if (queue) followQueue();

  const lines = document.querySelector(".lines");
  if (!lines) return;
  const highlightLines = (field) => {
    lines.querySelectorAll(".shown").forEach((line) => line.classList.remove("shown"));
    const numbers = (field.dataset.lines || "").split(" ").filter(Boolean);
    const shown = numbers.map((number) => document.getElementById(`l${number}`)).filter(Boolean);
    shown.forEach((line) => line.classList.add("shown"));
    if (shown.length) lines.scrollTop = shown[0].offsetTop - lines.offsetTop - 40;
  };
  document.addEventListener("focusin", (event) => {
    if (event.target.dataset && event.target.dataset.lines) highlightLines(event.target);
  });
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".lines li");
    const lineLink = event.target.closest(".source-line");
    if (lineLink) {
      event.preventDefault();
      highlightLines(lineLink.parentElement.querySelector("[data-lines]"));
    } else if (line) {
      const link = line.querySelector("a[href^='#c-']");
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      field.focus();
    }
  });
})();
