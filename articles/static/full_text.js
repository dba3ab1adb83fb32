// Extras for full texts only: every page works without this file.
const touch = matchMedia("(hover: none)");

// Contents: the section being read is marked; a choice closes the sheet of a phone.
const contents = document.querySelector(".contents");
if (contents) {
  const links = [...contents.querySelectorAll("ol a")]
    .map((a) => [document.getElementById(a.hash.slice(1)), a])
    .filter(([to]) => to);
  let due = 0;
  const mark = () => {
    due = 0;
    let now = links[0][1];
    for (const [to, a] of links) if (to.getBoundingClientRect().top < innerHeight / 3) now = a;
    if (now.ariaCurrent) return;
    for (const [, a] of links) a.ariaCurrent = null;
    now.ariaCurrent = "true";
    contents.scrollTop = now.offsetTop - contents.clientHeight / 2;
  };
  if (links.length) {
    addEventListener("scroll", () => { due ||= requestAnimationFrame(mark); }, { passive: true });
    mark();
  }
  contents.addEventListener("click", (e) => {
    if (e.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });
}

// The way back from a reference: of several, the place that the reader came from is marked.
document.addEventListener("click", (e) => {
  const from = e.target.closest("a.ref[id]");
  if (!from) return;
  for (const a of document.querySelectorAll(".back a")) {
    a.ariaCurrent = a.hash === `#${from.id}` ? "true" : null;
  }
});

// What a link in the text stands for, on hover, keyboard focus or touch; Escape hides it.
if (HTMLElement.prototype.showPopover && document.querySelector("a.ref")) {
  const peek = document.createElement("div");
  Object.assign(peek, { className: "peek", id: "peek", popover: "manual", role: "tooltip" });
  document.querySelector("main").append(peek);
  let from = null;
  let timer = 0;

  const hide = () => {
    peek.hidePopover();
    from?.removeAttribute("aria-describedby");
    from = null;
  };
  const fill = (to) => {
    const copy = to.cloneNode(true);
    copy.querySelectorAll(".back, .anchor, .noprint").forEach((x) => x.remove());
    if (copy.querySelector(".orig")) copy.querySelectorAll(".roman").forEach((x) => x.remove());
    copy.querySelectorAll("[id], [tabindex]").forEach((x) => {
      x.removeAttribute("id");
      x.removeAttribute("tabindex");
    });
    copy.querySelectorAll("a").forEach((x) => x.replaceWith(...x.childNodes));
    peek.replaceChildren(...copy.childNodes);
    peek.lang = to.closest("[lang]").lang;
  };
  const place = (a) => {
    if (touch.matches) return;
    const { left, top, bottom } = a.getBoundingClientRect();
    const fits = bottom + peek.offsetHeight + 12 < innerHeight;
    const x = Math.max(16, Math.min(left, innerWidth - peek.offsetWidth - 16));
    const y = fits ? bottom + 6 : Math.max(8, top - peek.offsetHeight - 6);
    Object.assign(peek.style, { left: `${scrollX + x}px`, top: `${scrollY + y}px` });
  };
  const show = (a) => {
    const to = document.getElementById(a.hash.slice(1));
    if (!to || a === from) return;
    if (from) hide();
    fill(to);
    from = a;
    a.setAttribute("aria-describedby", "peek");
    peek.showPopover();
    place(a);
  };
  const soon = (act, ms) => { clearTimeout(timer); timer = setTimeout(act, ms); };
  const at = (e) => e.target.closest?.("a.ref");

  document.addEventListener("pointerover", (e) => {
    if (e.pointerType === "touch") return;
    const a = at(e);
    if (a) soon(() => show(a), 150);
    else if (peek.contains(e.target)) clearTimeout(timer);
    else if (from) soon(hide, 250);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (e) => {
    if (at(e)?.matches(":focus-visible")) show(at(e));
    else if (from) hide();
  });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape" && from) hide(); });
  document.addEventListener("click", (e) => {
    const a = at(e);
    if (a && a !== from && touch.matches) { // the second touch goes there
      e.preventDefault();
      show(a);
    } else if (from && !peek.contains(e.target)) hide();
  });
}
