"use strict";
(() => {
  const text = document.querySelector(".text");
  const cards = [...document.querySelectorAll(".card")];
  const form = document.querySelector(".filters");
  const pieces = (id) => text.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`);
  const mark = (id, on) => pieces(id).forEach((piece) => piece.classList.toggle("on", on));
  let current = "";
  const choose = (id, focus) => {
    const card = document.getElementById(`card-${id}`);
    if (!card) return;
    if (current) mark(current, false);
    mark((current = id), true);
    card.scrollIntoView({ block: "nearest" });
    if (focus) card.focus({ preventScroll: true });
  };
  text.addEventListener("mouseover", (event) => {
    const claim = event.target.closest(".claim");
    if (claim) choose(claim.dataset.claim, false);
  });
  text.addEventListener("click", (event) => {
    const claim = event.target.closest(".claim");
    if (claim && !event.target.closest("a")) choose(claim.dataset.claim, true);
  });
  text.addEventListener("focusin", (event) => {
    const pin = event.target.closest(".pin");
    if (pin) choose(pin.id, false);
  });
  const opened = () => location.hash.startsWith("#card-") && choose(location.hash.slice(6), true);
  addEventListener("hashchange", opened);
  opened();
  const filter = () => {
    const wanted = [...form.querySelectorAll("select")].filter((select) => select.value);
    let shown = 0;
    for (const card of cards) {
      const fits = wanted.every((select) => {
        const key = select.dataset.filter;
        const values = card.dataset[key].split(key === "organizations" ? "|" : " ");
        return values.includes(select.value);
      });
      const id = card.id.slice(5);
      shown += fits;
      card.classList.toggle("off", !fits);
      pieces(id).forEach((piece) => piece.classList.toggle("off", !fits));
      document.getElementById(id).classList.toggle("off", !fits);
    }
    form.querySelector("output").textContent = `${shown} / ${cards.length}`;
  };
  if (cards.length) {
    form.hidden = false;
    form.addEventListener("change", filter);
    filter();
  }
})();
