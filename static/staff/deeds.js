// Small deeds without a new page: the form is sent as it is, and the parts of the page that the
// answer has too are put in their place. Without this script, or when the answer is another page,
// the browser goes there as ever.
"use strict";

window.budgetDeeds = (() => {
  const parts = (page) => new Map([...page.querySelectorAll("[data-swap]")].map((each) => [each.dataset.swap, each]));
  const scripts = (page) => [...page.querySelectorAll("script[src]")].map((each) => each.getAttribute("src"));

  // Show an answer in this page; false when it is a page of another kind.
  function shown(text, url) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const [old, made] = [parts(document), parts(page)];
    const known = new Set(scripts(document));
    const isSame = new URL(url).pathname === location.pathname && made.size > 1 && [...made.keys()].every((key) => old.has(key)) && scripts(page).every((each) => known.has(each));
    if (!isSame) { return false; }
    made.forEach((each, key) => old.get(key).replaceWith(each));
    document.title = page.title;
    if (url !== location.href) { history.pushState({}, "", url); }
    return true;
  }

  async function go(url) {
    let answer = null;
    try { answer = await fetch(url, { credentials: "same-origin" }); } catch { location.assign(url); return; }
    if (!answer.ok || !shown(await answer.text(), answer.url)) { location.assign(answer.url); }
  }

  async function send(form, button) {
    const body = new FormData(form);
    button.disabled = true;
    let answer = null;
    try { answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" }); } catch { form.submit(); return; }
    const text = await answer.text();
    if (answer.ok && !shown(text, answer.url)) { location.assign(answer.url); return; }
    if (!answer.ok) { form.submit(); return; }
    document.querySelector(".messagelist")?.scrollIntoView({ block: "nearest" });
    button.disabled = false;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-deed]");
    if (!form || event.defaultPrevented) { return; }
    event.preventDefault();
    send(form, event.submitter || form.querySelector("[type=submit]"));
  });
  window.addEventListener("popstate", () => location.reload());
  return { go };
})();
