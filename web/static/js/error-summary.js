// Moves focus to the error summary, and from its links to the field with its label in view.
// Without this script the links still work: they lead to the field by its id.

const summary = document.getElementById("error-summary");

function labelOf(control) {
  const legend = control.closest("fieldset")?.querySelector("legend");
  return control.labels?.[0]?.closest(".choice") || !control.labels?.length ? legend : control.labels[0];
}

function focusField(event) {
  const link = event.target.closest("a[href^='#']");
  const control = link && document.getElementById(link.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  (labelOf(control) ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}

if (summary) {
  summary.focus();
  summary.addEventListener("click", focusField);
}
