// Beside the grid or the narrative: the source of the cell one stands on, and where a remark is pinned.
"use strict";

(() => {
  const PAUSE = 150;
  const form = document.getElementById("remark-form");
  const pane = document.getElementById("source");
  const field = (name) => form && form.elements.namedItem(name);
  let timer = null;
  let asked = 0;

  const towards = (box, mark) => {
    if (!box || !mark) { return; }
    const shift = mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    box.scrollTop += shift;
    box.scrollLeft += mark.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 3;
  };
  const toMark = () => {
    document.querySelectorAll(".source-words, .source-page").forEach((box) => towards(box, box.querySelector("mark, .marked")));
  };

  function pin(cell) {
    if (!form) { return; }
    field("row").value = cell.row === "" ? "" : Number(cell.row) + 1;
    field("column").value = cell.column;
    field("quote").value = cell.printed;
    document.getElementById("pinned").textContent = cell.label;
  }

  async function look(url) {
    asked += 1;
    const mine = asked;
    let answer = null;
    try { answer = await fetch(url, { credentials: "same-origin", redirect: "manual" }); } catch { return; }
    if (!answer.ok || mine !== asked) { return; }
    const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".source-cell");
    if (!made || mine !== asked) { return; }
    pin(made.dataset);
    if (pane) { pane.replaceChildren(...made.childNodes); toMark(); }
  }

  document.addEventListener("budget:cell", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => look(event.detail), PAUSE);
  });

  document.addEventListener("click", (event) => {
    const sentence = event.target.closest("a.sentence");
    if (!sentence || !form || !field("quote") || field("row")) { return; }
    event.preventDefault();
    document.querySelectorAll(".sentence.is-marked").forEach((each) => each.classList.remove("is-marked"));
    sentence.classList.add("is-marked");
    field("quote").value = sentence.textContent;
    field("place").value = `section:${sentence.dataset.section}`;
    document.getElementById("pinned").textContent = sentence.textContent;
    document.getElementById("text").focus();
  });

  toMark();
})();
