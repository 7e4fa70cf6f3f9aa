"use strict";
/* One view: cards on hover, focus and click; filters. */
const claimxView = (root) => {
  const text = root.querySelector(".text");
  const form = root.querySelector(".filters");
  const groups = (elements, key) => {
    const found = new Map();
    for (const element of elements) {
      const id = key(element);
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(element);
    }
    return found;
  };
  const pieces = groups(text.querySelectorAll(".claim"), (piece) => piece.dataset.c);
  const rows = groups(root.querySelectorAll(".list a"), (link) => link.getAttribute("href").slice(1));
  const byId = (id) => document.getElementById(id);
  const cardOf = (id) => byId(`card-${id}`);
  const isOpen = (card) => card && card.matches(":popover-open");
  const narrow = matchMedia("(max-width:52rem)");
  let current = null;
  let pinned = false;
  let timer = 0;

  const mark = (id, on) => {
    for (const piece of pieces.get(id) || []) piece.classList.toggle("on", on);
    for (const row of rows.get(id) || []) row.classList.toggle("on", on);
  };
  const place = (card, id) => {
    card.style.left = card.style.top = "";
    const line = byId(id).getBoundingClientRect();
    if (narrow.matches) {
      const hidden = line.bottom + 12 - card.getBoundingClientRect().top;
      if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" });
      return;
    }
    const last = (pieces.get(id) || []).at(-1);
    const box = card.getBoundingClientRect();
    const room = innerHeight - box.height - 8;
    const below = Math.max(line.bottom, last ? last.getBoundingClientRect().bottom : 0) + 10;
    const above = line.top - box.height - 8;
    const top = below <= room || above < 8 ? Math.min(below, room) : above;
    card.style.left = `${Math.max(8, Math.min(line.left - 12, innerWidth - box.width - 12))}px`;
    card.style.top = `${Math.max(8, top)}px`;
  };
  const open = (id, { keep = false, focus = false } = {}) => {
    const card = cardOf(id);
    if (!card || !card.showPopover) return;
    clearTimeout(timer);
    if (!isOpen(card)) card.showPopover();
    if (current && current !== id) mark(current, false);
    mark((current = id), true);
    pinned = keep;
    place(card, id);
    if (focus) card.focus({ preventScroll: true });
  };
  const close = () => {
    clearTimeout(timer);
    const card = current && cardOf(current);
    if (isOpen(card)) card.hidePopover();
  };
  const visit = (id) => {
    const pin = byId(id);
    if (!pin || !pin.classList.contains("pin")) return false;
    pin.scrollIntoView({ block: narrow.matches ? "start" : "center", behavior: "instant" });
    open(id, { keep: true, focus: true });
    return true;
  };

  root.addEventListener(
    "toggle",
    (event) => {
      if (event.newState !== "closed" || event.target !== cardOf(current || "")) return;
      mark(current, false);
      current = null;
      pinned = false;
    },
    true
  );
  root.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || pinned) return;
    clearTimeout(timer);
    const claim = event.target.closest(".text .claim:not(.off)");
    const id = claim ? claim.dataset.c : event.target.closest(".pin") && event.target.closest(".pin").id;
    if (id) timer = setTimeout(open, 140, id);
    else if (current && !event.target.closest(".card")) timer = setTimeout(close, 260);
  });
  text.addEventListener("click", (event) => {
    const pin = event.target.closest(".pin");
    const claim = event.target.closest(".claim:not(.off)");
    const id = pin ? pin.id : claim && claim.dataset.c;
    if (id && !String(getSelection())) open(id, { keep: true, focus: Boolean(pin) });
  });
  text.addEventListener("focusin", (event) => {
    /* A card that is closed gives the focus back to its sign: that does not open it again. */
    const returned = event.relatedTarget && event.relatedTarget.closest(".card");
    const pin = event.target;
    if (returned || !pin.matches(".pin:focus-visible")) return;
    setTimeout(() => document.activeElement === pin && open(pin.id, { keep: true }));
  });
  text.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next && event.target.matches(".pin") && !next.closest(".card, .pin")) close();
  });
  root.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const id = link && decodeURIComponent(link.getAttribute("href").slice(1));
    if (!id || !visit(id)) return;
    event.preventDefault();
    try {
      history.pushState(null, "", `#${id}`);
    } catch {
      /* A frame without an address of its own. */
    }
  });
  const arrive = () => visit(decodeURIComponent(location.hash.slice(1)));
  addEventListener("hashchange", arrive);
  addEventListener("resize", () => current && isOpen(cardOf(current)) && place(cardOf(current), current));

  if (form) {
    const items = [...root.querySelectorAll(".list li")];
    const levels = [...root.querySelectorAll(".levels [data-level]")];
    const selects = [...form.querySelectorAll("select")];
    const count = root.querySelector("output");
    const filter = () => {
      const chosen = levels.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.level);
      const wanted = selects.filter((select) => select.value);
      let shown = 0;
      for (const item of items) {
        const fits =
          (!chosen.length || chosen.includes(item.dataset.level)) &&
          wanted.every((select) => {
            const key = select.dataset.filter;
            return item.dataset[key].split(key === "organizations" ? "|" : " ").includes(select.value);
          });
        const id = item.firstElementChild.getAttribute("href").slice(1);
        shown += fits;
        item.hidden = !fits;
        for (const piece of pieces.get(id) || []) piece.classList.toggle("off", !fits);
        byId(id)?.classList.toggle("off", !fits);
        cardOf(id)?.classList.toggle("off", !fits);
      }
      count.textContent = shown === items.length ? `${shown}` : `${shown} / ${items.length}`;
    };
    for (const button of levels) {
      button.disabled = !items.some((item) => item.dataset.level === button.dataset.level);
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        filter();
      });
    }
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      for (const button of levels) button.setAttribute("aria-pressed", "false");
      setTimeout(filter);
    });
    filter();
  }
  if (location.hash) arrive();
};
document.querySelectorAll(".claimx").forEach(claimxView);
