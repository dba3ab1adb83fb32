// The list of articles: writes the number of findings on each row's link to its check.
(async () => {
  "use strict";

  const list = document.getElementById("finding-counts");
  const links = [...list.querySelectorAll("[data-article]")];
  const PART = 25; // articles of one request

  const countPart = async (part) => {
    const query = new URLSearchParams(part.map((link) => ["id", link.dataset.article]));
    const response = await fetch(`${list.dataset.address}?${query}`);
    if (!response.ok || response.redirected) return; // the links stay as they are
    const { counts } = await response.json();
    for (const link of part) {
      const found = counts[link.dataset.article];
      if (!found) continue;
      link.classList.add(found.mark);
      link.setAttribute("aria-label", `${link.textContent}: ${found.count}`);
      link.textContent = found.count;
    }
  };
  for (let start = 0; start < links.length; start += PART) {
    await countPart(links.slice(start, start + PART));
  }
})();
