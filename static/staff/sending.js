// A form that hands in a file shows how much of it has arrived; without this script it is sent as any form.
"use strict";

(() => {
  const size = (bytes) => (bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);
  const made = (name, words = "") => Object.assign(document.createElement(name), { textContent: words });

  function shown(form) {
    const box = form.querySelector(".sending") || form.appendChild(Object.assign(made("div"), { className: "sending" }));
    const [bar, words] = [made("progress"), made("p")];
    words.setAttribute("role", "status");
    box.replaceChildren(bar, words);
    return { bar, words };
  }

  function send(form) {
    const { bar, words } = shown(form);
    const buttons = form.querySelectorAll("[type=submit]");
    const stopped = (lines) => {
      bar.hidden = true;
      words.replaceChildren(...lines.map((line) => Object.assign(made("span", line), { className: "errornote" })));
      buttons.forEach((each) => { each.disabled = false; });
    };
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => {
      if (!sent.lengthComputable) { return; }
      [bar.max, bar.value] = [sent.total, sent.loaded];
      words.textContent = `正在上传：${size(sent.loaded)}，共 ${size(sent.total)}`;
    });
    request.upload.addEventListener("load", () => { bar.removeAttribute("value"); words.textContent = "已传完，正在读取并核对…"; });
    request.addEventListener("load", () => {
      const isJson = (request.getResponseHeader("Content-Type") || "").includes("json");
      const told = isJson ? JSON.parse(request.responseText) : {};
      if (told.next) { window.budgetDeeds.go(told.next); return; }
      stopped(told.errors || [request.status === 413 ? "文件过大，服务器没有接收。" : "没有上传成功：登录可能已过期，或服务暂时不可用。请刷新页面后重试。"]);
    });
    request.addEventListener("error", () => stopped(["连不上服务器，没有上传。请检查网络后重试。"]));
    words.textContent = "正在上传…";
    request.open("POST", form.action || location.href);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.send(new FormData(form));
    buttons.forEach((each) => { each.disabled = true; });
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-sending]");
    if (!form) { return; }
    event.preventDefault();
    send(form);
  });
})();
