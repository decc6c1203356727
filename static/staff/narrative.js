// Sections of a narrative saved while one types: never over a newer save, and never lost.
"use strict";

(() => {
  const page = document.getElementById("narrative");
  if (!page) return;
  const pause = 1200;

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const section = (form) => {
    const field = form.elements.text;
    const stamp = form.elements.stamp;
    const status = form.closest("details").querySelector(".saving");
    const conflict = form.querySelector(".conflict");
    const keeping = window.budgetKeeping(page.dataset.revision, `section-${form.elements.number.value}`);
    let timer = 0;
    let busy = false;
    let saved = field.value;

    const say = (text, tone) => {
      status.textContent = text;
      status.className = `saving ${tone}`;
    };

    const differ = (answer) => {
      conflict.replaceChildren(element("p", answer.message));
      const table = document.createElement("table");
      for (const [who, text] of answer.difference) {
        const row = table.insertRow();
        row.append(element("th", who), element("td", text));
      }
      const mine = element("button", "用我的覆盖");
      const theirs = element("button", "改用对方的");
      mine.type = theirs.type = "button";
      mine.addEventListener("click", () => { stamp.value = answer.stamp; conflict.hidden = true; save(); });
      theirs.addEventListener("click", () => {
        stamp.value = answer.stamp;
        saved = field.value = answer.theirs;
        keeping.forget();
        conflict.hidden = true;
        say("已改用对方的文字", "is-good");
      });
      conflict.append(table, mine, theirs);
      conflict.hidden = false;
      say("没有保存：别人刚刚保存过", "is-bad");
    };

    const stored = (answer, sent) => {
      stamp.value = answer.stamp;
      saved = sent;
      if (field.value === sent) keeping.forget();
      const more = [answer.stale && `待改写 ${answer.stale} 句`, answer.open && `待填 ${answer.open} 处`].filter(Boolean);
      say(["已保存", ...more].join("，"), "is-good");
      if (!answer.whole) say("已保存；各部分的标题有变，请刷新页面", "is-bad");
      if (field.value !== sent) later();
    };

    async function save() {
      if (busy || field.value === saved) return;
      busy = true;
      const sent = field.value;
      say("保存中…", "");
      try {
        const answer = await fetch(location.pathname, {
          method: "POST", body: new URLSearchParams(new FormData(form)),
          headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual",
        });
        const isJson = (answer.headers.get("Content-Type") || "").includes("json");
        if (!isJson) say("登录已过期或服务暂时不可用；文字留在本机，重新登录后再打开本页即可恢复", "is-bad");
        else if (answer.status === 409) differ(await answer.json());
        else if (answer.ok) stored(await answer.json(), sent);
        else say((await answer.json()).message, "is-bad");
      } catch {
        say("连接不上，文字留在本机", "is-bad");
      } finally {
        busy = false;
      }
    }

    const later = () => { clearTimeout(timer); timer = setTimeout(save, pause); };

    field.addEventListener("input", () => {
      keeping.keep({ text: field.value, stamp: stamp.value });
      say("未保存", "");
      if (conflict.hidden) later();
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); save(); });

    const kept = keeping.kept();
    if (kept && kept.text !== field.value) {
      field.value = kept.text;
      stamp.value = kept.stamp;
      form.closest("details").open = true;
      say("已恢复本机没有存上的文字", "");
      later();
    }
  };

  // Last year's words come into a field when a person says so, and are seen to be last year's.
  const carry = (button) => {
    const field = document.getElementById(button.dataset.carry);
    const words = button.closest(".last-year").querySelector("q").textContent;
    button.hidden = false;
    button.addEventListener("click", () => { field.value = words; field.focus(); show(); });
    const show = () => field.classList.toggle("is-last-years", field.value === words);
    field.addEventListener("input", show);
    field.form.addEventListener("submit", (event) => {
      if (field.value === words && !window.confirm(`“${words.slice(0, 40)}”与上年一字不差，确认今年仍是如此？`)) { event.preventDefault(); field.focus(); }
    });
  };

  document.querySelectorAll(".section-form").forEach(section);
  document.querySelectorAll("[data-carry]").forEach(carry);
  if (location.hash.startsWith("#section-")) {
    const target = document.getElementById(location.hash.slice(1));
    if (target) target.open = true;
  }
})();
