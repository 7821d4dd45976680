// Asks the device to make or to use a passkey when the form is sent, and sends its answer along. What to ask
// stands in the form. Without this script the form says that another way is needed.

const form = document.querySelector("form[data-passkey]");

function toBytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readOptions(json) {
  const options = JSON.parse(json);
  options.challenge = toBytes(options.challenge);
  if (options.user) options.user.id = toBytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials]) {
    for (const credential of list ?? []) credential.id = toBytes(credential.id);
  }
  return options;
}

function writeAnswer(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature"]) {
    if (credential.response[part]) response[part] = toText(credential.response[part]);
  }
  return JSON.stringify({ id: credential.id, rawId: toText(credential.rawId), type: credential.type, response });
}

async function ask(event) {
  event.preventDefault();
  const publicKey = readOptions(form.dataset.options);
  try {
    const makes = form.dataset.passkey === "add";
    const credential = await navigator.credentials[makes ? "create" : "get"]({ publicKey });
    form.elements.answer.value = writeAnswer(credential);
  } catch {
    // Cancelled, or no passkey there: the page that comes back says so.
    form.elements.answer.value = "";
  }
  form.submit();
}

if (form && navigator.credentials) form.addEventListener("submit", ask);
