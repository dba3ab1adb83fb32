// Who else has the article open: one POST a minute from a visible tab.
"use strict";

{
  const MINUTE = 60000;
  const box = document.getElementById("presence");
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  let asked = 0;
  let timer = 0;

  if (box && token) {
    ask();
    timer = setInterval(ask, MINUTE);
    document.addEventListener("visibilitychange", ask);
  }

  async function ask() {
    if (document.hidden || Date.now() - asked < MINUTE - 1000) return;
    asked = Date.now();
    let html = "";
    try {
      const answer = await fetch(box.dataset.url, {
        method: "POST", headers: { "X-CSRFToken": token.value }, redirect: "manual",
      });
      if (answer.ok) html = await answer.text();
      else stop();
    } catch { /* the server is away: nobody is named until it answers */ }
    if (box.innerHTML.trim() !== html.trim()) box.innerHTML = html;
  }

  // The session has ended, or the article is no longer the editor's.
  function stop() {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ask);
  }
}
