// Views and downloads of an article, fetched when their place comes into view. Without this file
// there is a link to their page.
const place = document.querySelector("[data-usage]");

const show = async () => {
  try {
    const answer = await fetch(place.querySelector("a").href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const figures = page.querySelector("[data-usage-figures]");
    if (figures) place.before(document.importNode(figures, true));
  } catch { /* the link is there */ }
};

if (place) {
  const watch = new IntersectionObserver(([entry]) => {
    if (!entry.isIntersecting) return;
    watch.disconnect();
    show();
  });
  watch.observe(place);
}
