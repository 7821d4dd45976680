// Suggests codes while somebody types. The suggestions are read from the page that the form would open, so they
// are the same, with the same permissions, as without this script; choosing one opens that page with it chosen.
// Keys and roles: the editable combobox with list autocomplete of the ARIA Authoring Practices Guide.

const PAUSE = 180; // milliseconds without a key
const SHORTEST = 2; // letters
const KEEP_WORDS = "none";

function make(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

class Combobox {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[name=words]");
    this.options = [];
    this.active = -1;
    this.words = ""; // What the rows answer, while the field may have gone on.
    this.build();
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
  }

  build() {
    const { input } = this;
    const id = `${input.id}-suggestions`;
    this.list = make("ul", { id, role: "listbox", class: "combobox-list", "aria-label": this.form.dataset.list, hidden: "" });
    this.status = make("p", { role: "status", class: "visually-hidden" });
    const frame = make("div", { class: "combobox" });
    input.replaceWith(frame);
    frame.append(input, this.list, this.status);
    const role = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocomplete: "off" };
    for (const [name, value] of Object.entries(role)) input.setAttribute(name, value);
  }

  wait() {
    this.activate(-1);
    clearTimeout(this.timer);
    this.asking?.abort();
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const words = this.input.value.trim();
    if (words.length < SHORTEST) return this.close();
    this.asking = new AbortController();
    try {
      const answer = await fetch(this.address({ words }), { signal: this.asking.signal });
      if (answer.ok) this.show(words, new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (error) {
      // Overtaken by the next key, which asks again; or away, and the button still works.
      if (error.name !== "AbortError") this.close();
    }
  }

  address(answers) {
    return `${location.pathname}?${new URLSearchParams(answers)}`;
  }

  show(words, page) {
    const rows = [...page.querySelectorAll(".suggestions .choice")].map((row) => ({
      code: row.querySelector("input").value,
      name: row.querySelector("label").textContent.trim(),
      hint: row.querySelector(".hint")?.textContent.trim(),
    }));
    this.words = words;
    this.options = rows.filter((row) => row.code !== KEEP_WORDS);
    this.list.replaceChildren(...this.options.map((option, position) => this.row(option, position)));
    this.status.textContent = this.form.dataset.count.replace("{number}", this.options.length);
    this.activate(-1);
    this.open();
  }

  row({ name, hint }, position) {
    const row = make("li", { id: `${this.list.id}-${position}`, role: "option", class: "combobox-option", "aria-selected": "false" });
    row.append(make("span", { class: "combobox-name" }));
    row.firstChild.textContent = name;
    if (hint) {
      row.append(make("span", { class: "hint" }));
      row.lastChild.textContent = hint;
    }
    row.addEventListener("mousedown", (event) => event.preventDefault()); // The field keeps the focus.
    row.addEventListener("click", () => this.choose(position));
    return row;
  }

  open() {
    const some = this.options.length > 0 && document.activeElement === this.input;
    this.list.hidden = !some;
    this.input.setAttribute("aria-expanded", some);
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.activate(-1);
  }

  activate(position) {
    this.active = position;
    [...this.list.children].forEach((row, i) => row.setAttribute("aria-selected", i === position));
    if (position < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", this.list.children[position].id);
    this.list.children[position]?.scrollIntoView({ block: "nearest" });
  }

  // From the field to the first row, from the last row back to the field.
  step(by) {
    if (this.list.hidden) return this.options.length ? this.open() : this.ask();
    const places = this.options.length + 1;
    this.activate(((this.active + 1 + by + places) % places) - 1);
  }

  press(event) {
    if (event.isComposing) return;
    const acts = {
      ArrowDown: () => this.step(1),
      ArrowUp: () => this.step(-1),
      Escape: () => this.close(),
      Enter: () => this.choose(this.active),
    };
    const open = !this.list.hidden;
    const act = acts[event.key];
    if (!act || (event.key === "Enter" && this.active < 0) || (event.key === "Escape" && !open)) return;
    event.preventDefault();
    act();
  }

  choose(position) {
    const { words } = this;
    history.replaceState(null, "", this.address({ words })); // The way back finds the words.
    location.assign(this.address({ words, choice: this.options[position].code }));
  }
}

for (const form of document.querySelectorAll("form[data-combobox]")) new Combobox(form);
