// What htmx and the platform leave to do: dialogs by attribute, keyboard between mark fields, the truth about the server.
const refreshEvery = 10_000;

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

const clock = document.getElementById("clock");
async function tick() {
  try {
    const answer = await fetch("/console/clock", { cache: "no-store" });
    if (answer.status === 401) window.location.reload();
    serverState(answer.ok);
    if (answer.ok) clock.textContent = await answer.text();
  } catch { serverState(false); }
}
if (clock) setInterval(tick, refreshEvery);

document.addEventListener("htmx:responseError", (e) => { if (e.detail.xhr.status === 401) window.location.reload(); });
document.addEventListener("htmx:sendError", () => serverState(false));

// The foot of every printed page says which state of the ledger it shows.
const foot = document.querySelector("[data-foot]");
if (foot) document.documentElement.style.setProperty("--foot", JSON.stringify(foot.dataset.foot));
