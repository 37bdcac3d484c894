// Certificates as PNG: the server's drawing is painted by this browser; all of them go into one ZIP.
"use strict";
const busy = document.getElementById("busy"), all = document.getElementById("all");
const nameOf = (button) => `${button.dataset.number}_${button.dataset.name}.png`.replace(/[\\/:*?"<>|]/g, "-");

function say(words) {
  busy.hidden = !words;
  busy.querySelector("span").textContent = words;
}

async function paint(button) {
  const drawing = new Image();
  drawing.src = button.dataset.drawing;
  await drawing.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: drawing.naturalWidth, height: drawing.naturalHeight });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawing, 0, 0);
  return new Promise((done, fail) => { canvas.toBlob((png) => (png ? done(png) : fail(new Error("no picture"))), "image/png"); });
}

function hand(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function one(button) {
  try { hand(await paint(button), nameOf(button)); say(""); } catch { say(`${button.dataset.number} 没有生成，请刷新后再试。`); }
}

async function every() {
  const buttons = [...document.querySelectorAll("[data-number]")], files = {};
  all.disabled = true;
  try {
    for (const [n, button] of buttons.entries()) {
      say(`正在生成图片：${n + 1} / ${buttons.length}`);
      files[nameOf(button)] = new Uint8Array(await (await paint(button)).arrayBuffer());
    }
    hand(new Blob([fflate.zipSync(files, { level: 0 })], { type: "application/zip" }), all.dataset.file);
    say(`${buttons.length} 张图片已存成一个 ZIP。`);
  } catch { say("有一张没有生成，什么都没有存。请刷新后再试。"); }
  all.disabled = false;
}

document.addEventListener("click", (e) => {
  const button = e.target.closest("[data-number]");
  if (button) void one(button);
  else if (e.target.closest("#all")) void every();
});
