// Names of people, races and outlets while one types in the search box: a combobox with a list.
// Without this file the box searches as it is, and the list of results offers the names as links.
const WAIT = 150;
const LEAST = 2;
const KINDS = { person: "person", race: "race", outlet: "outlet" };

function combobox(input) {
  const list = document.createElement("ul");
  const status = document.createElement("div");
  let options = [];
  let chosen = -1;
  let timer = 0;
  let asked = "";

  list.id = `${input.id}-names`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People, races and outlets");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.after(list, status);

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function show(suggestions) {
    options = suggestions.map(option);
    list.replaceChildren(...options);
    status.textContent = options.length ? `${options.length} names: use the arrow keys` : "";
    if (!options.length) return close();
    chosen = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
  }

  function option(suggestion, number) {
    const item = document.createElement("li");
    const kind = document.createElement("span");
    item.id = `${list.id}-${number}`;
    item.dataset.url = suggestion.url;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    kind.className = "suggestion-kind";
    kind.textContent = KINDS[suggestion.kind];
    item.append(`${suggestion.name} `, kind);
    return item;
  }

  function choose(number) {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    if (!options[chosen]) return input.removeAttribute("aria-activedescendant");
    options[chosen].setAttribute("aria-selected", "true");
    options[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  async function ask() {
    const typed = input.value.trim();
    asked = typed;
    if (typed.length < LEAST) return show([]);
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (!answer.ok) return;
      const { suggestions } = await answer.json();
      if (asked === typed && document.activeElement === input) show(suggestions);
    } catch {
      close(); // the box still searches
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });

  input.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown") ask();
      return;
    }
    const last = options.length - 1;
    if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") return close();
    else if (event.key === "Enter" && chosen >= 0) location.assign(options[chosen].dataset.url);
    else return;
    event.preventDefault();
  });

  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps its focus
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[data-url]");
    if (item) location.assign(item.dataset.url);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", () => clearTimeout(timer));
}

document.querySelectorAll("[data-suggest]").forEach(combobox);
