// Comfort only: the page reads and links without it.
(() => {
  "use strict";
  const open = (element) => {
    for (let box = element; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  };
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    open(target);
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();
  addEventListener("beforeprint", () => document.querySelectorAll("details:not(.aside)").forEach((box) => (box.open = true)));
  const light = (event) => {
    const note = event.target.closest && event.target.closest("[data-mark]");
    document.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit"));
    const mark = note && document.getElementById(note.dataset.mark);
    if (mark) mark.classList.add("lit");
  };
  addEventListener("mouseover", light);
  addEventListener("focusin", light);
})();
