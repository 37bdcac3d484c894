// Reads the QR codes of a tablet: a hand scanner types them into the field, a camera finds them by itself. Codes of one sheet are kept until all are there.
const form = document.querySelector("form[data-scan]"), field = form.querySelector("[data-scan-field]"), state = form.querySelector("[data-scan-state]");
const video = document.querySelector("[data-scan-video]"), button = form.querySelector("[data-scan-camera]");
const shape = /^SC1\/([0-9A-F]{8})\/(\d+)\/(\d+):/i;
const parts = new Map();
let sent = "";

/** Takes one code. Sends the sheet when its last code is there. */
function take(text) {
  const found = shape.exec(text.trim());
  if (!found) return false;
  const [, sheet, number, all] = found;
  if (!parts.has(sheet)) { parts.clear(); parts.set(sheet, new Map()); }
  const own = parts.get(sheet);
  own.set(Number(number), text.trim());
  state.textContent = Number(all) > 1 ? `已扫 ${own.size} / ${all} 个码` : "";
  if (own.size < Number(all) || sent === sheet) return true;
  sent = sheet;
  field.value = [...own.values()].join(" ");
  if (form.requestSubmit) form.requestSubmit(); else form.querySelector("button").click();
  return true;
}

// A hand scanner ends with Enter. What is part of a sheet waits for the rest.
form.addEventListener("submit", (e) => {
  const texts = field.value.trim().split(/\s+/);
  if (texts.length === 1 && shape.test(texts[0])) {
    const [, sheet, , all] = shape.exec(texts[0]);
    if (Number(all) > 1) {
      e.preventDefault();
      e.stopPropagation();
      if (sent === sheet) sent = "";
      field.value = "";
      take(texts[0]);
    }
  }
}, true);
document.body.addEventListener("htmx:afterSwap", (e) => {
  if (e.target.id !== "scanned") return;
  const done = document.querySelector("#scanned [data-scan-done]");
  if (done) { parts.clear(); state.textContent = ""; }
  field.value = "";
  field.focus();
});

async function detector() {
  if ("BarcodeDetector" in window && (await window.BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
    const own = new window.BarcodeDetector({ formats: ["qr_code"] });
    return async (picture) => (await own.detect(picture)).map((c) => c.rawValue);
  }
  const { default: decode } = await import("/assets/decode.js");
  const canvas = document.createElement("canvas"), context = canvas.getContext("2d", { willReadFrequently: true });
  return async (picture) => {
    [canvas.width, canvas.height] = [picture.videoWidth, picture.videoHeight];
    context.drawImage(picture, 0, 0);
    try { return [decode(context.getImageData(0, 0, canvas.width, canvas.height))]; } catch { return []; }
  };
}

let stream = null;
button.addEventListener("click", async () => {
  if (stream) { for (const track of stream.getTracks()) track.stop(); stream = null; video.hidden = true; button.lastChild.textContent = "打开摄像头"; return; }
  if (!navigator.mediaDevices) { state.textContent = "这个地址不能用摄像头：请在服务器本机打开控制台（localhost），或用扫码枪。"; return; }
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 960 } } });
  } catch { state.textContent = "打不开摄像头：请允许使用，或用扫码枪。"; return; }
  button.lastChild.textContent = "关摄像头";
  video.hidden = false;
  video.srcObject = stream;
  await video.play();
  const read = await detector();
  while (stream) {
    if (video.videoWidth) for (const text of await read(video)) take(text);
    await new Promise((next) => setTimeout(next, 120));
  }
});
