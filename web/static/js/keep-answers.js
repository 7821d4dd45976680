// Keeps what is typed while the reader switches the language: in this tab alone, and only until the same page
// is open again. Passwords, files and hidden fields are never kept. Without this script the page comes empty.

const place = `answers:${location.pathname}`;
const form = document.querySelector("main form[method=post]");
const passing = new Set(["hidden", "password", "file", "submit", "button"]);

function controls() {
  return [...form.elements].filter((control) => control.name && !passing.has(control.type));
}

function isChoice(control) {
  return control.type === "checkbox" || control.type === "radio";
}

function keep() {
  const answers = controls().map((control) => (isChoice(control) ? control.checked : control.value));
  sessionStorage.setItem(place, JSON.stringify(answers));
}

function bringBack() {
  const answers = JSON.parse(sessionStorage.getItem(place) ?? "[]");
  sessionStorage.removeItem(place);
  // Another number of fields is another form: nothing is put where it does not belong.
  if (answers.length !== controls().length) return;
  controls().forEach((control, position) => {
    control[isChoice(control) ? "checked" : "value"] = answers[position];
  });
}

if (form) {
  bringBack();
  for (const link of document.querySelectorAll(".languages a")) link.addEventListener("click", keep);
}
