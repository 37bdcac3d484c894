// What htmx and the platform leave to do: dialogs by attribute, keyboard between mark fields, the truth about the server.
const refreshEvery = 10000;

document.addEventListener("click", (e) => {
  const opener = e.target.closest("[data-opens]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.opens);
    for (const [key, value] of Object.entries(opener.dataset)) {
      const slot = key.startsWith("fill") && dialog.querySelector(`[data-slot="${key.slice(4).toLowerCase()}"]`);
      if (slot) "value" in slot ? (slot.value = value) : (slot.textContent = value);
    }
    dialog.showModal();
    return;
  }
  if (e.target.closest("[data-closes]")) e.target.closest("dialog").close();
  if (e.target.closest("[data-prints]")) window.print();
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(e.target)) menu.open = false;
});

// A choice that leads elsewhere goes at once; with a keyboard it goes on Enter or blur, not on every arrow key.
document.addEventListener("change", (e) => {
  const select = e.target.closest("select[data-goes]");
  if (select && select.value) window.location.assign(select.value);
  const auto = e.target.closest("[data-submits]");
  if (auto) auto.form.requestSubmit();
});

// A file is chosen in the page's own words, whatever language the browser speaks; dropped on it, it is chosen too.
for (const input of document.querySelectorAll('input[type="file"].tin')) {
  const frame = document.createElement("div"), button = document.createElement("span"), name = document.createElement("span");
  frame.className = `filepick ${input.className}`;
  input.className = "";
  [button.className, button.textContent, name.className] = ["btn xs", "选择文件", "muted el"];
  const say = () => {
    const files = [...input.files];
    name.textContent = files.length === 0 ? "还没有选" : files.length === 1 ? files[0].name : `已选 ${files.length} 个文件`;
  };
  input.addEventListener("change", say);
  window.addEventListener("pageshow", say);
  say();
  input.replaceWith(frame);
  frame.append(input, button, name);
}

// Fields that only some kinds of aspect have.
function showFields(select) {
  for (const part of select.form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(select.value);
}
for (const select of document.querySelectorAll("select[data-kinds]")) {
  showFields(select);
  select.addEventListener("change", () => showFields(select));
}

// Marks: Enter and the down arrow go to the next row, the up arrow to the one before.
document.addEventListener("keydown", (e) => {
  const field = e.target.closest("[data-column]");
  if (!field || !["Enter", "ArrowDown", "ArrowUp"].includes(e.key)) return;
  e.preventDefault();
  const column = [...document.querySelectorAll(`[data-column="${field.dataset.column}"]:not(:disabled)`)];
  const next = column[column.indexOf(field) + (e.key === "ArrowUp" ? -1 : 1)];
  if (next) { next.focus(); next.select(); } else field.blur();
});

// What cannot be undone wants its word typed first.
document.addEventListener("input", (e) => {
  const word = e.target.closest("[data-word]");
  if (word) word.form.querySelector("[data-after-word]").disabled = word.value.trim() !== word.dataset.word;
});

function serverState(ok) {
  const chip = document.getElementById("server-state");
  if (!chip) return;
  chip.className = `chip ${ok ? "ok" : "bad"}`;
  for (const part of chip.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== (ok ? "ok" : "bad");
}

// The page stays as it is: what is typed in it goes through the sign-in when it is sent.
function sessionEnded() {
  serverState(true);
  if (document.getElementById("session-ended")) return;
  const note = document.createElement("div");
  note.id = "session-ended";
  note.className = "note wait noprint";
  note.setAttribute("role", "alert");
  note.textContent = "登录已过期，这一页不再更新。填好的不会丢：保存时会请您重新登录，再接着保存。";
  document.getElementById("content")?.prepend(note);
}

const clock = document.getElementById("clock");
async function tick() {
  try {
    const answer = await fetch("/console/clock", { cache: "no-store" });
    if (answer.status === 401) return sessionEnded();
    serverState(answer.ok);
    if (answer.ok) clock.textContent = await answer.text();
  } catch { serverState(false); }
}
if (clock) setInterval(tick, refreshEvery);

document.addEventListener("htmx:responseError", (e) => { if (e.detail.xhr.status === 401) sessionEnded(); });
document.addEventListener("htmx:sendError", () => serverState(false));

// The foot of every printed page says which state of the ledger it shows.
const foot = document.querySelector("[data-foot]");
if (foot) document.documentElement.style.setProperty("--foot", JSON.stringify(foot.dataset.foot));

// A double click is one click: what is on its way is not sent again until the answer is there or has had its time.
document.addEventListener("submit", (e) => {
  const form = e.target;
  if (form.method !== "post" || e.defaultPrevented) return;
  if (form.dataset.sent) { e.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 3000);
});
window.addEventListener("pageshow", () => { for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent; });

// A refused form has its words again, in its dialog if it stood in one; what the server now holds stands beside what differs.
function handlerOf(form) {
  return (new URL(form.action, window.location.href).searchParams.get("handler") ?? "").toLowerCase();
}
const typed = (field) => field.type !== "hidden" && field.type !== "file" && field.type !== "password";
function belongs(form, values) {
  return [...form.elements].every((f) => f.type !== "hidden" || f.dataset.slot || ["Entry", "Basis", "__RequestVerificationToken"].includes(f.name) || !values.has(f.name) || values.get(f.name).includes(f.value));
}
function fillIn(form, values) {
  const left = new Map([...values].map(([name, all]) => [name, [...all]]));
  for (const field of form.elements) {
    if (!field.name || (!typed(field) && !field.dataset.slot)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.get(field.name)?.includes(field.value) ?? false;
    else if (left.get(field.name)?.length) field.value = left.get(field.name).shift();
  }
  for (const field of form.querySelectorAll("select[data-kinds]")) showFields(field);
}
function reopen(dialog, values) {
  const opener = [...document.querySelectorAll(`[data-opens="${dialog.id}"]`)].find((o) => [...dialog.querySelectorAll("input[data-slot]")]
    .every((f) => !values.has(f.name) || values.get(f.name).includes(o.dataset[`fill${f.dataset.slot[0].toUpperCase()}${f.dataset.slot.slice(1)}`] ?? f.value)));
  if (opener) opener.click(); else dialog.showModal();
  const said = document.querySelector("main > .note.bad");
  if (said) dialog.querySelector("form").insertBefore(said.cloneNode(true), dialog.querySelector(".acts"));
}
const kept = document.getElementById("kept");
if (kept) {
  const values = new Map();
  for (const [name, value] of JSON.parse(kept.dataset.fields)) values.set(name, [...(values.get(name) ?? []), value]);
  const form = [...document.querySelectorAll('form[method="post"]')].find((f) => handlerOf(f) === kept.dataset.handler.toLowerCase() && belongs(f, values));
  if (form) {
    const dialog = form.closest("dialog");
    if (dialog) reopen(dialog, values);
    for (let part = form.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    fillIn(form, values);
  }
}
