// Imports of files: uploads files in pieces, goes on after a break, and follows the worker.
(() => {
  "use strict";

  const TRIES = 5;
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  const form = document.getElementById("ojs-upload");
  const sendPiece = async (file, start) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    body.append("name", file.name);
    body.append("size", file.size);
    body.append("start", start);
    body.append("piece", file.slice(start, start + Number(form.dataset.bytes)), file.name);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(form.dataset.piece, { method: "POST", body });
        if (response.ok && !response.redirected) return await response.json();
        if (response.status < 500) {
          const text = response.headers.get("Content-Type") || "";
          const answer = text.startsWith("application/json") ? await response.json() : {};
          throw new Error(answer.message || `HTTP ${response.status}`);
        }
        if (attempt === TRIES) throw new Error(`HTTP ${response.status}`);
      } catch (error) {
        if (!(error instanceof TypeError) || attempt === TRIES) throw error; // a lost connection
      }
      await pause(1000 * attempt);
    }
  };
  const upload = async (event) => {
    const files = [...form.querySelector("[type=file]").files];
    if (!files.length) return;
    event.preventDefault();
    const line = form.querySelector("progress").parentElement;
    const [bar, status, button] = [line.querySelector("progress"), line.querySelector("[role=status]"), form.querySelector("button")];
    line.hidden = false;
    button.disabled = true;
    try {
      const response = await fetch(form.dataset.files, { headers: { Accept: "application/json" } });
      const server = response.ok ? (await response.json()).files : [];
      const total = files.reduce((sum, file) => sum + file.size, 0);
      let before = 0;
      for (const file of files) {
        const there = server.find((each) => each.name === file.name && each.size === file.size);
        let received = there ? there.received : 0;
        do {
          bar.value = (before + received) / Math.max(total, 1);
          status.textContent = `${file.name}: ${Math.floor((100 * received) / Math.max(file.size, 1))} %`;
          if (received < file.size || !file.size) ({ received } = await sendPiece(file, received));
        } while (received < file.size);
        before += file.size;
      }
      location.reload();
    } catch (error) {
      status.textContent = error.message;
      button.disabled = false;
    }
  };
  if (form) form.addEventListener("submit", upload);

  const progress = document.getElementById("progress");
  const follow = async () => {
    for (;;) {
      await pause(2000);
      const response = await fetch(progress.dataset.url).catch(() => null);
      if (!response || !response.ok || response.redirected) continue;
      const answer = await response.json();
      if (answer.state !== progress.dataset.state) return location.reload();
      const bar = progress.querySelector("progress");
      if (answer.total) [bar.max, bar.value] = [answer.total, answer.count];
      progress.querySelector("[role=status]").textContent = answer.text;
    }
  };
  if (progress) follow();
})();
