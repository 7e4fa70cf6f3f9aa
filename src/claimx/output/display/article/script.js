/* One view: signs, cards, and with `filters.js` the list and the filters, built from the data beside the text (view_data.py says its form). */
const claimxView = (root) => {
  const { words, levels, kinds, table, claims: rows } = JSON.parse(root.querySelector("script").textContent);
  const prefix = root.dataset.prefix;
  const text = root.querySelector(".text");
  /* Places count code points, strings in JavaScript UTF-16: the same where there is no surrogate. */
  const whole = text.lastElementChild.textContent;
  const letters = /[\ud800-\udfff]/.test(whole) && [...whole];
  const narrow = matchMedia("(max-width:52rem)");
  const french = { lang: "fr" };

  const make = (tag, attributes = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    element.append(...inside);
    return element;
  };
  const cut = (start, length) => {
    const end = start + length;
    const piece = letters ? letters.slice(start, end).join("") : whole.slice(start, end);
    return piece.replace(/[^\S\u00a0\u202f]+/g, " ").replace(/\p{Cf}/gu, "");
  };
  const shortened = (long, most) => (long.length > most ? `${long.slice(0, most).replace(/\s\S*$/, "")}…` : long);

  /* Claims, and what in the page belongs to each. */
  const claims = rows.map(
    ([id, start, length, level, negative, score, verb, verbLength, reasons = [], sources = [], names = [], amounts = [], dates = [], links = []]) => {
      const at = ([from, size]) => cut(start + from, size);
      return {
        id: prefix + id,
        short: id,
        level: levels[level][0],
        label: levels[level][2],
        polarity: negative ? "negative" : "positive",
        sign: levels[level][1] + (negative ? "✗" : ""),
        score,
        text: () => cut(start, length),
        parts: () => [cut(start, verb), at([verb, verbLength]), cut(start + verb + verbLength, length - verb - verbLength)],
        reasons: () => reasons.map((one) => ({ cue: at(one), rule: table[one[2]], effect: table[one[3]], change: one[4] })),
        sources: sources.map((one) => ({ cue: at(one), kind: kinds[one[2]], name: table[one[3]] ?? at(one) })),
        organizations: names.map((one) => table[one]),
        amounts: () => amounts.map((one) => ({ cue: at(one), value: table[one[2]] })),
        dates: () => dates.map((one) => ({ cue: at(one), days: table[one[2]] })),
        links: links.map(([label, number]) => ({ label: table[label], number })),
        pieces: [],
        fits: true,
      };
    }
  );
  for (const claim of claims) {
    const name = `${claim.label}, ${words[claim.polarity]}`;
    /* Not a button: lines may end beside one. */
    claim.pin = make("span", { role: "button", tabindex: 0, class: `pin ${claim.level}`, id: claim.id, "aria-label": name }, claim.sign);
  }
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const piece of text.querySelectorAll("u")) {
    const claim = byId.get(piece.id || piece.dataset.c);
    claim.pieces.push(piece);
    if (!piece.id) continue;
    /* The sign takes the place of the one that the style draws where there is no script. */
    piece.dataset.c = claim.id;
    piece.removeAttribute("id");
    piece.before(claim.pin);
  }

  /* The card of a claim: its level and why, who says so, and what is in it. */
  const line = (title, found) => (found.length ? [make("dt", {}, title), make("dd", {}, ...found.flatMap((one) => [make("br"), one]).slice(1))] : []);
  const quoted = (cue) => make("span", french, `«\u00a0${cue}\u00a0»`);
  const linked = ({ number }) => {
    const other = claims[number];
    return make("a", { href: `#${other.id}` }, `${other.sign} ${other.short} `, make("span", french, shortened(other.text(), 70)));
  };
  const answers = (claim) => [...new Set(claim.links.map(({ label }) => label))].map((label) => [label, claim.links.filter((link) => link.label === label)]);
  const step = ({ cue, rule, effect, change }) =>
    make("li", {}, make("q", french, cue), " ", make("span", {}, `${rule} → `, make("b", {}, effect), change ? ` (−${(change / 100).toFixed(2)})` : ""));
  const bar = (claim) => {
    if (claim.score === null) return "";
    const shown = (claim.score / 100).toFixed(2);
    const full = make("i");
    full.style.width = `${claim.score}%`;
    return make("span", { class: "score" }, make("span", { role: "img", "aria-label": `${words.score} ${shown}` }, full), make("span", { "aria-hidden": true }, shown));
  };
  const fill = (card, claim) => {
    const [before, verb, after] = claim.parts();
    const heading = `${claim.label}${claim.polarity === "negative" ? ` · ${words.negative}` : ""}`;
    const steps = claim.reasons().map(step);
    if (!steps.length) steps.push(make("li", {}, words["no-operator"]));
    const last = make("li", { class: "last" }, make("q", french, verb), " ", make("span", {}, words.predicate));
    const said = claim.sources.map(({ cue, kind, name }) => make("span", {}, name, " · ", kind, name === cue ? "" : " ", name === cue ? "" : quoted(cue)));
    card.className = `card ${claim.level}`;
    card.id = `card-${claim.id}`;
    card.setAttribute("aria-labelledby", `h-${claim.id}`);
    card.replaceChildren(
      make("h3", { id: `h-${claim.id}` }, make("span", { class: "sign", "aria-hidden": true }, claim.sign), ` ${heading} `, make("small", {}, claim.short), bar(claim)),
      make("p", { class: "words", ...french }, before, make("b", {}, verb), after),
      make("h4", {}, words.reasons),
      make("ol", { class: "reasons" }, ...steps, last),
      make(
        "dl",
        {},
        ...line(words.source, said.length ? said : [words.author]),
        ...line(words.organizations, claim.organizations.length ? [claim.organizations.join(", ")] : []),
        ...line(words.amounts, claim.amounts().map(({ cue, value }) => make("span", {}, make("b", {}, value), " ", quoted(cue)))),
        ...line(words.dates, claim.dates().map(({ cue, days }) => make("span", {}, make("span", french, cue), days ? ` · ${days}` : ""))),
        ...answers(claim).flatMap(([label, found]) => line(label, found.map(linked)))
      ),
      make("a", { class: "permalink", href: `#${claim.id}` }, words.permalink)
    );
    return card;
  };
  const newCard = () => make("div", { role: "dialog", tabindex: -1 });
  const card = newCard();
  card.popover = "auto";
  root.append(card);

  let current = null;
  let pinned = false;
  let timer = 0;
  const isOpen = () => card.matches(":popover-open");
  const mark = (claim, on) => {
    for (const one of claim ? [...claim.pieces, claim.row] : []) one.classList.toggle("on", on);
  };
  const place = () => {
    card.style.left = card.style.top = "";
    const line = current.pin.getBoundingClientRect();
    const box = card.getBoundingClientRect();
    if (narrow.matches) {
      if (line.bottom + 12 > box.top) scrollBy({ top: line.bottom + 12 - box.top, behavior: "instant" });
      return;
    }
    const room = innerHeight - box.height - 8;
    const last = current.pieces.at(-1) ?? current.pin;
    const below = Math.max(line.bottom, last.getBoundingClientRect().bottom) + 10;
    const above = line.top - box.height - 8;
    const top = below <= room || above < 8 ? Math.min(below, room) : above;
    card.style.left = `${Math.max(8, Math.min(line.left - 12, innerWidth - box.width - 12))}px`;
    card.style.top = `${Math.max(8, top)}px`;
  };
  const open = (claim, { keep = false, focus = false } = {}) => {
    clearTimeout(timer);
    if (current !== claim || !isOpen()) {
      mark(current, false);
      mark((current = claim), true);
      fill(card, claim).scrollTop = 0;
    }
    if (!isOpen()) card.showPopover({ source: claim.pin });
    pinned = keep;
    place();
    if (focus) card.focus({ preventScroll: true });
  };
  const close = () => isOpen() && card.hidePopover();
  const visit = (id) => {
    const claim = byId.get(id);
    if (!claim) return false;
    claim.pin.scrollIntoView({ behavior: "instant" });
    open(claim, { keep: true, focus: true });
    return true;
  };
  /* The claim whose sign or text an event is about. */
  const claimOf = (event) => {
    const found = event.target.closest(".text .pin, .text u:not(.off)");
    return found && byId.get(found.id || found.dataset.c);
  };

  card.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    clearTimeout(timer);
    mark(current, false);
    current = null;
    pinned = false;
  });
  /* Not when a claim comes under a pointer at rest, as the page scrolls or changes. */
  root.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || pinned) return;
    clearTimeout(timer);
    const claim = claimOf(event);
    if (claim) timer = setTimeout(open, 140, claim);
    else if (current && !card.contains(event.target)) timer = setTimeout(close, 260);
  });
  text.addEventListener("click", (event) => {
    const claim = claimOf(event);
    if (claim && !String(getSelection())) open(claim, { keep: true, focus: event.target === claim.pin });
  });
  text.addEventListener("keydown", (event) => {
    if (!event.target.matches(".pin") || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(byId.get(event.target.id), { keep: true, focus: true });
  });
  text.addEventListener("focusin", (event) => {
    /* A card that is closed gives the focus back to its sign: that does not open it again. */
    const pin = event.target;
    if (card.contains(event.relatedTarget) || !pin.matches(".pin:focus-visible")) return;
    setTimeout(() => document.activeElement === pin && open(byId.get(pin.id), { keep: true }));
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
  addEventListener("resize", () => current && isOpen() && place());

  /* On paper every card stands behind the text. */
  const cards = make("section", { class: "cards", "aria-label": words.reasons });
  const print = (on) => {
    for (const one of root.querySelectorAll("details")) one.open = on;
    cards.replaceChildren(...(on ? claims.filter((claim) => claim.fits).map((claim) => fill(newCard(), claim)) : []));
  };
  root.append(cards);
  /* The event comes before pages are counted, the query is for those who only look at the page as on paper. */
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  const paper = matchMedia("print");
  paper.addEventListener("change", () => print(paper.matches));

  if (claims.length) claimxFilters(root, { claims, byId, words, make, shortened });
  print(paper.matches);
  if (location.hash) arrive();
};
document.querySelectorAll(".claimx").forEach(claimxView);
