// The certificate on the phone's glass becomes a PNG, which every phone keeps by a long press; where that fails the drawing stays.
"use strict";
const paper = document.querySelector("[data-picture]"), save = document.querySelector("[data-save]");

function settle() {
  const canvas = document.createElement("canvas");
  canvas.width = paper.naturalWidth;
  canvas.height = paper.naturalHeight;
  const ink = canvas.getContext("2d");
  ink.fillStyle = "#fff";
  ink.fillRect(0, 0, canvas.width, canvas.height);
  try {
    ink.drawImage(paper, 0, 0, canvas.width, canvas.height);
    save.href = paper.src = canvas.toDataURL("image/png");
    save.hidden = false;
  } catch { /* a browser that lets no drawing out: the drawing itself can be kept too */ }
}

if (paper.complete && paper.naturalWidth) settle(); else paper.addEventListener("load", settle, { once: true });
