"use strict";
/* The list of claims, and the filters above it; `script.js` calls it for a view that has claims. */
const claimxFilters = (root, { claims, byId, words, make, shortened }) => {
  const panel = root.querySelector("aside");
  const french = { lang: "fr" };

  const item = (claim) => {
    const answer = claim.links.slice(0, 1).map(({ label, number }) => `${label} «\u00a0${shortened(claims[number].text(), 36)}\u00a0»`);
    const details = [...new Set([...claim.sources.map(({ name }) => name), ...claim.amounts().map(({ value }) => value)]), ...answer].join(" · ");
    const sign = make("span", { class: `sign ${claim.level}`, role: "img", "aria-label": claim.pin.getAttribute("aria-label") }, claim.sign);
    const shown = make("span", french, shortened(claim.text(), 90));
    claim.row = make("li", {}, make("a", { href: `#${claim.id}` }, sign, shown, details ? make("small", {}, details) : ""));
    return claim.row;
  };
  panel.append(make("ol", { class: "list" }, ...claims.map(item)));

  const filters = [];
  const chooser = (title, values, name = (value) => value) => {
    const counts = new Map();
    for (const value of claims.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const options = [...counts.keys()].sort((a, b) => a.localeCompare(b)).map((value) => make("option", { value }, `${name(value)} (${counts.get(value)})`));
    const select = make("select", {}, make("option", { value: "" }, words.all), ...options);
    filters.push({ test: (claim) => !select.value || values(claim).includes(select.value), chosen: () => select.value && name(select.value) });
    return make("label", {}, `${title} `, select);
  };
  const form = make(
    "form",
    { class: "filters" },
    chooser(words.organizations, (claim) => [...new Set(claim.organizations)]),
    chooser(words["source-kind"], (claim) => (claim.sources.length ? [...new Set(claim.sources.map(({ kind }) => kind))] : [words.author])),
    chooser(words.polarity, (claim) => [claim.polarity], (value) => words[value]),
    make("button", { type: "reset" }, words.reset)
  );
  const buttons = [...root.querySelectorAll("[data-level]")];
  const told = make("p", { class: "told", role: "status" });
  const drawn = [...panel.querySelectorAll("figure a")].map((row) => [row, byId.get(row.getAttribute("href").slice(1))]).reverse();
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const filter = () => {
    const pressed = buttons.filter(isPressed);
    const chosen = pressed.map((button) => button.dataset.level);
    let shown = 0;
    for (const claim of claims) {
      const fits = (!chosen.length || chosen.includes(claim.level)) && filters.every(({ test }) => test(claim));
      shown += fits;
      if (claim.fits === fits) continue;
      claim.fits = fits;
      claim.row.hidden = !fits;
      for (const one of [...claim.pieces, claim.pin]) one.classList.toggle("off", !fits);
    }
    /* Rows below one with a name are of that name too. */
    let named = false;
    for (const [row, claim] of drawn) {
      row.classList.toggle("off", !claim.fits);
      named ||= claim.fits;
      const name = row.querySelector(".name");
      name?.classList.toggle("on", named);
      named &&= !name;
    }
    const count = shown === claims.length ? `${shown}` : `${shown} / ${claims.length}`;
    const asked = [pressed.map((button) => button.querySelector("u").textContent).join(", "), ...filters.map(({ chosen }) => chosen())].filter(Boolean);
    root.querySelector("output").textContent = count;
    told.textContent = asked.length ? `${words.shown} ${count} · ${asked.join(" · ")}` : "";
  };
  for (const button of buttons) {
    button.disabled = !claims.some((claim) => claim.level === button.dataset.level);
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!isPressed(button)));
      filter();
    });
  }
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    setTimeout(filter);
  });
  /* Beside the text where there is room, else above it: a phone's reader filters before reading. */
  const header = root.querySelector("header");
  header.append(told);
  let wide = null;
  new ResizeObserver(() => {
    const beside = getComputedStyle(panel.parentElement).display === "grid";
    if (wide === beside) return;
    wide = beside;
    if (wide) panel.prepend(form);
    else header.append(form);
  }).observe(root);
  filter();
};
