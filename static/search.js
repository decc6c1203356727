// Suggestions while typing: an ARIA combobox over the plain search form, which works without it.
// The list is announced, the arrows walk through it, Enter opens, Escape closes.
const WAIT = 180; // milliseconds after a key before the server is asked

for (const [number, place] of document.querySelectorAll(".suggesting").entries()) {
  const input = place.querySelector("input");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let asking = null;
  let waiting = 0;
  let chosen = -1;

  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", place.dataset.label);
  list.hidden = true;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  place.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  const options = () => [...list.children];

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(index) {
    chosen = index;
    options().forEach((each, at) => each.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function part(name, text) {
    const made = document.createElement("span");
    made.className = name;
    made.textContent = text;
    return made;
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map((each, at) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${at}`;
      option.setAttribute("role", "option");
      option.dataset.url = each.url;
      option.append(part("tag", each.kind), part("said", each.text), part("by", each.note));
      return option;
    }));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = list.hidden ? place.dataset.none : `${suggestions.length} ${place.dataset.some}`;
    choose(-1);
  }

  async function ask() {
    const words = input.value.trim();
    asking?.abort();
    if (!words) return close();
    asking = new AbortController();
    try {
      const url = `${place.dataset.suggestions}?q=${encodeURIComponent(words)}`;
      const answer = await fetch(url, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).suggestions);
      else close();
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function askSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  }

  input.addEventListener("input", (event) => { if (!event.isComposing) askSoon(); });
  input.addEventListener("compositionend", askSoon);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === "ArrowDown" && count) choose((chosen + 1) % count);
    else if (event.key === "ArrowUp" && count) choose((chosen < 0 ? count : chosen) - 1);
    else if (event.key === "Escape" && count) close();
    else if (event.key === "Enter" && chosen >= 0) location.assign(options()[chosen].dataset.url);
    else return;
    event.preventDefault();
  });
  // Before the input loses the focus, and the list with it.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}
