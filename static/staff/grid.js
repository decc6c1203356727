// The grid of one table: typed over, kept in the browser at once, saved to the draft when one pauses.
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("grid-data").textContent);
  const byId = (id) => document.getElementById(id);
  const keeping = window.budgetKeeping(data.revision, data.table);
  const leaves = [];
  const PAUSE = 700;
  const BLANK_LINES = 3;
  const MOST_UNDONE = 100;
  const TONES = { error: "bad", warning: "warn" };
  let stamp = data.stamp;
  let ids = 0;
  let marks = new Map();
  let timer = null;
  let isSaving = false;
  let isDirty = false;
  let isQuiet = false;
  let wait = 2000;
  const undone = [];
  const redone = [];
  let now = "";

  const say = (text, tone = "") => { byId("saving").textContent = text; byId("saving").className = tone; };

  const columns = (parts) => parts.map((part) => {
    if (part.columns) { return { title: part.title, columns: columns(part.columns), headerHozAlign: "center" }; }
    leaves.push(part);
    return {
      title: part.title, field: part.field, headerTooltip: part.tooltip || part.title, headerSort: false,
      editor: data.may_type ? "input" : false,
      hozAlign: part.number ? "right" : "left", minWidth: part.money ? 110 : 150, widthGrow: part.money ? 1 : 2, formatter: drawn,
    };
  });

  function drawn(cell) {
    const told = marks.get(`${cell.getData().id}/${cell.getField()}`);
    const element = cell.getElement();
    element.classList.toggle("is-unread", Boolean(told && told.isUnread));
    element.classList.toggle("is-found", Boolean(told && !told.isUnread));
    element.title = told ? told.message : "";
    return document.createTextNode(cell.getValue() || "");
  }

  const row = (texts, source) => {
    ids += 1;
    const made = { id: ids, source };
    leaves.forEach((leaf, at) => { made[leaf.field] = texts[at] || ""; });
    return made;
  };
  const rows = (lines) => {
    const made = lines.map((line) => row(line.texts, line.source));
    for (let blank = 0; data.may_type && blank < BLANK_LINES; blank += 1) { made.push(row([], null)); }
    return made;
  };

  const header = columns(data.columns);
  const table = new Tabulator("#grid", {
    data: rows(data.lines), columns: header, layout: "fitColumns", maxHeight: "70vh", columnHeaderVertAlign: "middle",
    selectableRange: 1, selectableRangeColumns: false, selectableRangeRows: true, selectableRangeClearCells: data.may_type,
    selectableRangeClearCellsValue: "", editTriggerEvent: "dblclick",
    rowHeader: { formatter: "rownum", width: 44, frozen: true, hozAlign: "center", resizable: false, headerSort: false, cssClass: "grid-number" },
  });

  const texts = (line) => leaves.map((leaf) => String(line[leaf.field] ?? "").trim());
  const isBlank = (line) => texts(line).every((text) => text === "");
  const typedRows = () => table.getData().filter((line) => !isBlank(line));
  const state = () => ({
    unit: byId("unit").value, statement: byId("statement").value, headings: data.headings,
    lines: typedRows().map((line) => ({ source: line.source, texts: texts(line) })),
  });

  // What a person can see of a state: not where its lines came from.
  const seen = (text) => text && JSON.stringify({ ...JSON.parse(text), lines: JSON.parse(text).lines.map((line) => line.texts) });

  // Several changes of ours that are one to a person.
  async function quietly(deed) {
    isQuiet = true;
    try { await deed(); } finally { isQuiet = false; }
  }

  function touched() {
    if (isQuiet) { return; }
    const before = now;
    now = JSON.stringify(state());
    if (seen(before) === seen(now)) { return; }
    undone.push(before);
    if (undone.length > MOST_UNDONE) { undone.shift(); }
    redone.length = 0;
    toSave();
  }

  function toSave() {
    isDirty = true;
    const isKept = keeping.keep({ ...state(), stamp });
    say(isKept ? "正在填写，已存在本机" : "正在填写（本机无法暂存，请勿关闭页面）", isKept ? "" : "is-bad");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  async function restore(kept) {
    byId("unit").value = kept.unit;
    byId("statement").value = kept.statement;
    await quietly(() => table.replaceData(rows(kept.lines)));
    now = JSON.stringify(state());
  }

  async function step(from, to) {
    if (!from.length) { return; }
    to.push(now);
    await restore(JSON.parse(from.pop()));
    toSave();
  }

  async function save() {
    if (isSaving) { return; }
    isSaving = true;
    isDirty = false;
    say("正在保存…");
    const sent = typedRows();
    let answer = null;
    try {
      answer = await fetch(location.href, {
        method: "POST", body: JSON.stringify({ ...state(), stamp }), credentials: "same-origin", redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value },
      });
    } catch {
      isDirty = true;
      say("连不上服务器。内容已存在本机，稍后自动再试。", "is-bad");
      timer = setTimeout(save, wait);
      wait = Math.min(wait * 2, 60000);
    }
    if (answer) { await heard(answer, sent); }
    isSaving = false;
    if (isDirty && !timer) { timer = setTimeout(save, PAUSE); }
  }

  async function heard(answer, sent) {
    timer = null;
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    if (!isJson) {
      say("登录已过期或服务暂时不可用。内容已存在本机，请重新登录后回到本页。", "is-bad");
      const link = document.createElement("a");
      link.href = `${data.login}?next=${encodeURIComponent(location.pathname)}`;
      link.textContent = "重新登录";
      byId("saving").append(" ", link);
      return;
    }
    const told = await answer.json();
    wait = 2000;
    if (answer.status === 409) { differ(told); return; }
    if (!answer.ok) { say(told.message, "is-bad"); return; }
    stamp = told.stamp;
    report(told, sent);
    byId("stale").hidden = !told.stale;
    byId("stale-count").textContent = told.stale;
    if (!told.stored) { say(`有 ${told.problems.length} 处没有读懂，尚未存入草稿；内容已存在本机。`, "is-bad"); return; }
    if (!isDirty) { keeping.forget(); }
    let line = 0;
    for (const each of sent) { each.source = told.sources.length === sent.length ? told.sources[line] : null; line += 1; }
    const there = sent.filter((each) => table.getRow(each.id)).map((each) => ({ id: each.id, source: each.source }));
    if (there.length) { await quietly(() => table.updateData(there)); }
    say("已存入草稿", "is-good");
  }

  function report(told, sent) {
    marks = new Map();
    const mark = (line, column, message, isUnread) => {
      if (sent[line] && leaves[column]) { marks.set(`${sent[line].id}/${leaves[column].field}`, { message, isUnread }); }
    };
    for (const each of told.findings.filter((one) => one.here)) {
      for (const [line, column] of each.cells) { mark(line, column, `${each.rule} ${each.message}`, false); }
    }
    for (const each of told.problems) { mark(each.line, each.column, each.message, true); }
    table.getRows().forEach((each) => each.reformat());
    const problems = told.problems.filter((each) => each.severity === "error");
    list("problems", problems, (each) => [`${place(sent, each.line)}${each.message}`, () => show(sent, each.line, each.column)]);
    const said = (each) => [`${each.rule}　${each.message}`, each.cells.length ? () => show(sent, ...each.cells[0]) : null, each];
    list("findings", told.findings.filter((each) => each.here), said);
    list("others", told.findings.filter((each) => !each.here), said);
    const sums = leaves.filter((leaf) => told.sums[leaf.column]).map((leaf) => `${leaf.title} ${told.sums[leaf.column]}`);
    byId("sums").textContent = sums.length ? `明细合计（${byId("unit").value}）：${sums.join("，")}` : "";
  }

  // The number that stands beside the line a problem is in.
  function place(sent, line) {
    const found = sent[line] && table.getRow(sent[line].id);
    return found ? `第 ${found.getPosition()} 行　` : "";
  }

  function list(id, items, said) {
    byId(id).hidden = !items.length;
    byId(id).querySelector("ul").replaceChildren(...items.map((item) => {
      const [text, go, finding] = said(item);
      const entry = Object.assign(document.createElement("li"), { className: `desk-finding ${finding ? finding.severity : "error"}` });
      if (finding) { entry.append(Object.assign(document.createElement("span"), { className: `chip ${TONES[finding.severity] || ""}`, textContent: finding.label }), " "); }
      if (go) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "grid-link", textContent: text });
        button.addEventListener("click", go);
        entry.append(button);
      } else { entry.append(text); }
      return entry;
    }));
  }

  async function show(sent, line, column) {
    const found = sent[line] && table.getRow(sent[line].id);
    if (!found || !leaves[column]) { return; }
    await table.scrollToRow(found, "center", false);
    const cell = found.getCell(leaves[column].field);
    table.getRanges()[0].setBounds(cell, cell);
    cell.getElement().focus();
  }

  function notice(id, text, entries) {
    const box = byId(id);
    const words = document.createElement("p");
    words.textContent = text;
    box.replaceChildren(words, ...entries);
    box.hidden = false;
  }

  function choice(text, deed, id) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => { byId(id).hidden = true; deed(); });
    return button;
  }

  function differ(told) {
    say("没有保存：别人刚刚保存过。", "is-bad");
    const shown = document.createElement("table");
    const head = shown.createTHead().insertRow();
    for (const title of ["行", "列", "草稿现在", "您的"]) { head.append(Object.assign(document.createElement("th"), { textContent: title })); }
    const body = shown.createTBody();
    for (const line of told.change) { const made = body.insertRow(); for (const text of line) { made.insertCell().textContent = text || "—"; } }
    notice("conflict", told.message, [
      shown,
      choice("用我的覆盖", () => { stamp = told.stamp; forgetSources(); toSave(); }, "conflict"),
      choice("放弃我的，用草稿现在的", async () => { stamp = told.stamp; await restore({ ...told, unit: byId("unit").value }); keeping.forget(); say("已换成草稿现在的内容", "is-good"); }, "conflict"),
    ]);
  }

  function forgetSources() { table.updateData(table.getData().map((line) => ({ id: line.id, source: null }))); }

  function active() {
    const range = table.getRanges()[0];
    const cells = range ? range.getCells().flat() : [];
    return cells.length ? cells[0] : null;
  }

  async function paste(event) {
    if (document.activeElement && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) { return; }
    const start = active();
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!start || !text) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    const lines = window.budgetClipboard.parse(text);
    const left = leaves.findIndex((leaf) => leaf.field === start.getField());
    const top = table.getRows().findIndex((each) => each === start.getRow() || each.getData().id === start.getData().id);
    const missing = top + lines.length - table.getRows().length;
    const extra = Array.from({ length: Math.max(missing, 0) + BLANK_LINES }, () => row([], null));
    await quietly(async () => {
      await table.addData(extra);
      const all = table.getRows();
      await table.updateData(lines.map((cells, down) => {
        const made = { id: all[top + down].getData().id };
        cells.forEach((cell, right) => { if (leaves[left + right]) { made[leaves[left + right].field] = cell.trim(); } });
        return made;
      }));
    });
    touched();
  }

  function keyed(event) {
    const isTyping = document.activeElement && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if ((event.ctrlKey || event.metaKey) && !isTyping) {
      if (event.key.toLowerCase() === "z" && !event.shiftKey) { event.preventDefault(); step(undone, redone); }
      if (event.key.toLowerCase() === "y" || (event.key.toLowerCase() === "z" && event.shiftKey)) { event.preventDefault(); step(redone, undone); }
      return;
    }
    // Tab brings one to the header first; Enter there opens the cell one stands on.
    if (event.key === "Enter" && document.activeElement?.classList.contains("tabulator-header")) { active()?.edit(true); event.preventDefault(); return; }
    // 229: an input method begins, and must find a field to write into.
    const isComposed = event.key === "Process" || event.keyCode === 229;
    if (isTyping || event.altKey || (event.key.length !== 1 && !isComposed)) { return; }
    const cell = byId("grid").contains(document.activeElement) ? active() : null;
    if (!cell) { return; }
    cell.edit(true);
    const input = cell.getElement().querySelector("input");
    if (!input) { return; }
    input.value = isComposed ? "" : event.key;
    input.setSelectionRange(1, 1);
    if (!isComposed) { event.preventDefault(); }
  }

  // Whoever stands beside the grid learns which cell one is on.
  function moved() {
    const cell = active();
    const line = cell ? cell.getData().source : null;
    const leaf = cell ? leaves.findIndex((each) => each.field === cell.getField()) : -1;
    if (line === null || line === undefined || leaf < 0) { return; }
    document.dispatchEvent(new CustomEvent("budget:cell", { detail: `${data.place}?line=${line}&leaf=${leaf}` }));
  }

  async function begin() {
    byId("unit").value = data.unit;
    byId("statement").value = data.statement;
    now = JSON.stringify(state());
    report({ ...data, problems: [] }, typedRows());
    if (data.focus) { await show(typedRows(), ...data.focus); }
    table.on("rangeChanged", moved);
    if (!data.may_type) { say("只读"); return; }
    const kept = keeping.kept();
    const isOther = kept && JSON.stringify({ ...kept, stamp: 0, at: 0 }) !== JSON.stringify({ ...JSON.parse(now), stamp: 0, at: 0 });
    say("与草稿一致", "is-good");
    if (!isOther) { keeping.forget(); return; }
    const when = new Date(kept.at).toLocaleString("zh-CN");
    const take = async () => { await restore(kept); toSave(); };
    if (kept.stamp === stamp) {
      await take();
      notice("kept", `已恢复 ${when} 在本机填写、尚未存入草稿的内容。`, []);
      return;
    }
    notice("kept", `本机有 ${when} 填写、尚未存入草稿的内容，但草稿后来有了变化。`, [
      choice("恢复本机的内容（保存前会显示差异）", async () => { await restore(kept); stamp = kept.stamp; toSave(); }, "kept"),
      choice("放弃本机的内容", () => keeping.forget(), "kept"),
    ]);
  }

  // The source may be put away, so that a wide table has the whole window; the browser remembers.
  function sourced() {
    const button = byId("alone");
    const beside = document.querySelector(".beside");
    if (!button || !beside) { return; }
    const show = (isAlone) => {
      beside.classList.toggle("alone", isAlone);
      button.textContent = isAlone ? "显示原文" : "收起原文";
      try { localStorage.setItem("budget-source", isAlone ? "away" : "beside"); } catch { /* asked again */ }
      table.redraw(true);
    };
    let isAway = false;
    try { isAway = localStorage.getItem("budget-source") === "away"; } catch { isAway = false; }
    button.addEventListener("click", () => show(!beside.classList.contains("alone")));
    if (isAway) { show(true); }
  }

  table.on("tableBuilt", begin);
  table.on("tableBuilt", sourced);
  table.on("cellEdited", touched);
  table.on("dataChanged", touched);
  if (!data.may_type) { return; }
  byId("unit").addEventListener("change", touched);
  byId("statement").addEventListener("input", touched);
  byId("undo").addEventListener("click", () => step(undone, redone));
  byId("redo").addEventListener("click", () => step(redone, undone));
  byId("add-line").addEventListener("click", async () => {
    const cell = active();
    await table.addRow(row([], null), false, cell ? cell.getRow() : undefined);
    touched();
  });
  byId("drop-line").addEventListener("click", async () => {
    const range = table.getRanges()[0];
    if (!range) { return; }
    await table.deleteRow(range.getRows().map((each) => each.getData().id));
    touched();
  });
  document.addEventListener("paste", paste, true);
  document.addEventListener("keydown", keyed, true);
})();
