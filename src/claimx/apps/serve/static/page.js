"use strict";
/* The page: sends the texts, shows the views. The server keeps nothing, the tab its articles until it is closed. */
(() => {
  const at = (id) => document.getElementById(id);
  const form = at("form");
  const say = (text, wrong = false) => {
    at("status").textContent = text;
    at("status").classList.toggle("wrong", wrong);
  };
  const language = document.documentElement.lang;
  const comparing = () => at("compare").checked;
  const item = (area) => {
    const published = at("published").value;
    return { text: area.value, ...(published && { published }) };
  };
  let number = 0;
  /* What was sent for the view that is shown: the boxes may say something else by now. */
  let shown = {};

  const send = async (path, body, headers = { "Content-Type": "application/json" }) => {
    let answer;
    try {
      answer = await fetch(path, { method: "POST", headers, body });
    } catch {
      throw new Error(form.dataset.offline);
    }
    if (answer.ok) return answer;
    const { errors } = await answer.json().catch(() => ({ errors: [{ message: answer.statusText }] }));
    throw new Error(errors.map((error) => error.message).join(" "));
  };

  const read = async () => {
    const areas = [at("text-a"), ...(comparing() ? [at("text-b")] : [])];
    if (areas.some((area) => !area.value.trim())) return say(form.dataset.empty, true);
    const mine = (number += 1);
    say(form.dataset.working);
    const items = areas.map(item);
    const common = { include: at("all").checked ? "all" : "anchored" };
    const [path, body] = comparing()
      ? ["/api/compare", { ...common, texts: items }]
      : ["/api/view", { ...common, ...items[0] }];
    try {
      const found = await (await send(`${path}?lang=${language}`, JSON.stringify(body))).json();
      if (mine !== number) return;
      shown = { ...common, ...items[0] };
      show(found);
    } catch (error) {
      if (mine === number) say(error.message, true);
    }
  };
  const counted = (number) => `${number} ${number === 1 ? form.dataset.foundOne : form.dataset.found}`;
  const told = ({ claims, french, all }) => {
    const count = Array.isArray(claims) ? `${claims.join(" + ")} ${form.dataset.found}` : counted(claims);
    const hint = french === false ? form.dataset.foreign : all ? form.dataset.bare.replace("#", all) : "";
    return [count, hint].filter(Boolean).join(" ");
  };
  const show = (found) => {
    /* The server has escaped everything of the texts; the page's policy forbids scripts inside. */
    at("views").innerHTML = [found.html].flat().join("");
    at("comparison").innerHTML = found.comparison || "";
    at("views").classList.toggle("two", Array.isArray(found.html));
    at("copy").hidden = Array.isArray(found.html);
    at("output").hidden = false;
    form.classList.add("done");
    say(told(found), found.french === false);
    at("views").querySelectorAll(".claimx").forEach(claimxView);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) read();
  });
  at("example").addEventListener("click", () => {
    at("text-a").value = form.dataset.example.replace(" ¶ ", "\n\n");
    read();
  });
  at("text-a").addEventListener("paste", () => setTimeout(() => comparing() || read()));
  at("compare").addEventListener("change", () => (at("second").hidden = !comparing()));
  for (const id of ["all", "published"]) at(id).addEventListener("change", () => at("text-a").value && read());

  const take = async (file, area) => {
    say(form.dataset.working);
    try {
      const answer = await send(`/api/document?name=${encodeURIComponent(file.name)}`, file, {});
      const found = await answer.json();
      if (!found.text.trim()) return say(`${file.name} ${form.dataset.hollow}`, true);
      area.value = found.text;
      if (found.published) at("published").value = found.published;
      say(`${file.name} ${form.dataset.dropped}`);
      if (!comparing() || at("text-b").value) read();
    } catch (error) {
      say(error.message, true);
    }
  };
  const free = () => (comparing() && at("text-a").value ? at("text-b") : at("text-a"));
  at("file").addEventListener("change", () => {
    if (at("file").files[0]) take(at("file").files[0], free());
    at("file").value = "";
  });
  /* A file that misses the box would replace the page. */
  const entryOf = (event) => event.target.closest?.(".entry") ?? free().parentElement;
  const over = (entry) => {
    for (const one of document.querySelectorAll(".entry")) one.classList.toggle("over", one === entry);
  };
  addEventListener("dragover", (event) => {
    event.preventDefault();
    over(entryOf(event));
  });
  addEventListener("dragleave", (event) => event.relatedTarget || over(null));
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(null);
    const area = entryOf(event).querySelector("textarea");
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (file) return take(file, area);
    if (!text) return;
    area.value = text;
    if (!comparing()) read();
  });

  /* What is copied is what the filters show. */
  const rows = () => [...at("views").querySelectorAll(".list li")];
  const chosen = () => rows().filter((row) => !row.hidden).map((row) => row.querySelector("a").hash.slice(1));
  const headline = () => shown.text.trim().split("\n")[0].replace(/^date \S+ /, "").slice(0, 120) || "article";
  const copy = async (format, name) => {
    const ids = chosen();
    const part = ids.length === rows().length ? {} : { claims: ids };
    const text = await (await send(`/api/extract?format=${format}`, JSON.stringify({ ...shown, ...part, id: headline() }))).text();
    await navigator.clipboard.writeText(text);
    const count = ids.length === rows().length ? counted(ids.length) : `${ids.length} / ${rows().length}`;
    say(`${form.dataset.copied} ${name} · ${count}`);
  };
  const save = async () => {
    const page = await (await send(`/api/page?lang=${language}`, JSON.stringify(shown))).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(page);
    link.download = `${headline().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  at("copy").addEventListener("click", async (event) => {
    const { format } = event.target.dataset;
    try {
      if (event.target.id === "save") await save();
      else if (format) await copy(format, event.target.dataset.name);
    } catch (error) {
      say(error.message, true);
    }
  });
  at("comparison").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const target = link && at(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: "center" });
    target.focus();
  });

  /* Over a reload, or a change of language, the tab keeps its articles. */
  const KEY = "claimx";
  const boxes = ["text-a", "text-b", "published"];
  const ticks = ["all", "compare"];
  addEventListener("pagehide", () => {
    if (!at("text-a").value) return;
    const state = Object.fromEntries([...boxes.map((id) => [id, at(id).value]), ...ticks.map((id) => [id, at(id).checked])]);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch {
      /* Too long to keep, or not allowed. */
    }
  });
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  if (kept) {
    for (const id of boxes) at(id).value = kept[id];
    for (const id of ticks) at(id).checked = kept[id];
    at("second").hidden = !comparing();
    read();
  } else if (location.hash) say(form.dataset.linked);
})();
