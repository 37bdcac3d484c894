// What each screen of the list shows now, as small pictures that live: each is the screen itself, looked at from here.
"use strict";
const most = 12; // a laptop draws no more beside its own work
const card = document.getElementById("mirrors"), place = card.querySelector(".mirrors");
const shown = new Map();

function mirror(name) {
  const figure = document.createElement("figure"), frame = document.createElement("iframe");
  const src = `/display/#/mirror/${encodeURIComponent(name)}`;
  Object.assign(frame, { src, title: `${name}的画面`, loading: "lazy", tabIndex: -1 });
  const glass = Object.assign(document.createElement("div"), { className: "glass" });
  glass.append(frame);
  figure.append(glass, Object.assign(document.createElement("figcaption"), { textContent: name }));
  return figure;
}

function follow() {
  const names = [...document.querySelectorAll("#screens [name=picked]")].map((pick) => pick.value).slice(0, most);
  for (const [name, figure] of shown) if (!names.includes(name)) { figure.remove(); shown.delete(name); }
  for (const name of names.filter((n) => !shown.has(n))) { // one that is moved would load anew
    shown.set(name, mirror(name));
    place.append(shown.get(name));
  }
  card.hidden = names.length === 0;
}

follow();
new MutationObserver(follow).observe(document.getElementById("screens"), { childList: true, subtree: true });
