"use strict";
/* The page: sends the texts, shows the views. Nothing is kept but in the page itself. */
(() => {
  const at = (id) => document.getElementById(id);
  const form = at("form");
  const say = (text, wrong = false) => {
    at("status").textContent = text;
    at("status").classList.toggle("wrong", wrong);
  };
  const language = document.documentElement.lang;
  const comparing = () => at("compare").checked;
  const common = () => ({ include: at("all").checked ? "all" : "anchored" });
  const item = (area) => {
    const published = at("published").value;
    return { text: area.value, ...(published && { published }) };
  };
  let number = 0;

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
    const [path, body] = comparing()
      ? ["/api/compare", { ...common(), texts: items }]
      : ["/api/view", { ...common(), ...items[0] }];
    try {
      const found = await (await send(`${path}?lang=${language}`, JSON.stringify(body))).json();
      if (mine === number) show(found);
    } catch (error) {
      if (mine === number) say(error.message, true);
    }
  };
  const show = (found) => {
    /* The server has escaped everything of the texts; the page's policy forbids scripts inside. */
    at("views").innerHTML = [found.html].flat().join("");
    at("comparison").innerHTML = found.comparison || "";
    at("views").classList.toggle("two", Array.isArray(found.html));
    at("copy").hidden = Array.isArray(found.html);
    at("output").hidden = false;
    form.classList.add("done");
    say(`${[found.claims].flat().join(" + ")} ${form.dataset.found}`);
    at("views").querySelectorAll(".claimx").forEach(claimxView);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) read();
  });
  at("text-a").addEventListener("paste", () => setTimeout(() => comparing() || read()));
  at("compare").addEventListener("change", () => (at("second").hidden = !comparing()));
  for (const id of ["all", "published"]) at(id).addEventListener("change", () => at("text-a").value && read());

  const take = async (file, area) => {
    say(form.dataset.working);
    try {
      const answer = await send(`/api/document?name=${encodeURIComponent(file.name)}`, file, {});
      const found = await answer.json();
      area.value = found.text;
      if (found.published) at("published").value = found.published;
      say(`${file.name} ${form.dataset.dropped}`);
      if (!comparing() || at("text-b").value) read();
    } catch (error) {
      say(error.message, true);
    }
  };
  at("file").addEventListener("change", () => {
    if (at("file").files[0]) take(at("file").files[0], comparing() && at("text-a").value ? at("text-b") : at("text-a"));
  });
  for (const entry of document.querySelectorAll(".entry")) {
    const area = entry.querySelector("textarea");
    entry.addEventListener("dragover", (event) => {
      event.preventDefault();
      entry.classList.add("over");
    });
    entry.addEventListener("dragleave", () => entry.classList.remove("over"));
    entry.addEventListener("drop", (event) => {
      event.preventDefault();
      entry.classList.remove("over");
      const [file] = event.dataTransfer.files;
      if (file) return take(file, area);
      area.value = event.dataTransfer.getData("text/plain");
      if (!comparing()) read();
    });
  }

  at("copy").addEventListener("click", async (event) => {
    const format = event.target.dataset.format;
    if (!format) return;
    try {
      const body = JSON.stringify({ ...common(), ...item(at("text-a")) });
      const text = await (await send(`/api/extract?format=${format}`, body)).text();
      await navigator.clipboard.writeText(text);
      say(form.dataset.copied);
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
})();
