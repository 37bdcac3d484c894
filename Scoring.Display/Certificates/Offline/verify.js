"use strict";
// What docs/certificates.md says of the QR, checked without a server: base 41 → bytes → ECDSA P-256 over SHA-256. Nothing is fetched.
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.";
const signatureLength = 64;

function decode(text) {
  const payload = text.trim().replace(/^.*\//s, "").toUpperCase();
  if (payload.length === 0 || payload.length % 3 === 1) return null;
  const bytes = [];
  for (let i = 0; i < payload.length; i += 3) {
    const group = payload.slice(i, i + 3);
    let value = 0;
    for (let d = group.length - 1; d >= 0; d--) {
      const digit = alphabet.indexOf(group[d]);
      if (digit < 0) return null;
      value = value * 41 + digit;
    }
    if (value > (group.length === 3 ? 0xffff : 0xff)) return null;
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

function read(bytes) {
  const body = bytes.subarray(0, bytes.length - signatureLength);
  if (bytes.length <= signatureLength || body.length < 9 || (body[0] !== 1 && body[0] !== 2)) return null;
  const text = new TextDecoder("gb18030", { fatal: true });
  let at = 9;
  const take = () => {
    const length = body[at];
    if (length === undefined || at + 1 + length > body.length) throw new RangeError("cut");
    const part = text.decode(body.subarray(at + 1, at + 1 + length));
    at += 1 + length;
    return part;
  };
  try {
    const facts = { keyId: hex(body.subarray(1, 5)), year: (body[5] << 8) | body[6], month: body[7], day: body[8] };
    [facts.number, facts.name, facts.award, facts.trade, facts.competition] = [take(), take(), take(), take(), take()];
    facts.organization = body[0] === 2 ? take() : "";
    const issuers = body[at++];
    facts.issuers = Array.from({ length: issuers }, take);
    return at === body.length ? { facts, body, signature: bytes.subarray(bytes.length - signatureLength) } : null;
  } catch { return null; }
}

const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
const number = (bytes) => BigInt("0x" + (hex(bytes) || "0"));

// Browsers keep crypto.subtle for https and local files; a page opened otherwise computes the same itself. Only public figures are involved.
async function genuine(spki, body, signature) {
  if (globalThis.crypto?.subtle) {
    const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, body);
  }
  return curve.verify(spki, sha256(body), signature);
}

const curve = (() => {
  const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
  const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
  const g = [0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n, 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n];
  const mod = (a, m) => ((a % m) + m) % m;
  const inverse = (a, m) => {
    let [r, s, x, y] = [mod(a, m), m, 1n, 0n];
    while (s) { const q = r / s; [r, s, x, y] = [s, r - q * s, y, x - q * y]; }
    return mod(x, m);
  };
  const add = (a, c) => {
    if (!a) return c;
    if (!c) return a;
    if (a[0] === c[0] && a[1] !== c[1]) return null;
    const slope = mod(a[0] === c[0] ? (3n * a[0] * a[0] - 3n) * inverse(2n * a[1], p) : (c[1] - a[1]) * inverse(c[0] - a[0], p), p);
    const x = mod(slope * slope - a[0] - c[0], p);
    return [x, mod(slope * (a[0] - x) - a[1], p)];
  };
  const times = (k, point) => {
    let sum = null;
    for (; k; k >>= 1n, point = add(point, point)) if (k & 1n) sum = add(sum, point);
    return sum;
  };
  return {
    verify(spki, digest, signature) {
      const q = [number(spki.subarray(-64, -32)), number(spki.subarray(-32))];
      if (mod(q[1] * q[1] - (q[0] ** 3n - 3n * q[0] + b), p) !== 0n) return false;
      const [r, s] = [number(signature.subarray(0, 32)), number(signature.subarray(32))];
      if (r <= 0n || r >= n || s <= 0n || s >= n) return false;
      const w = inverse(s, n);
      const point = add(times(mod(number(digest) * w, n), g), times(mod(r * w, n), q));
      return point !== null && mod(point[0], n) === r;
    },
  };
})();

function sha256(bytes) {
  const primes = [];
  for (let c = 2; primes.length < 64; c++) if (primes.every((q) => c % q)) primes.push(c);
  const fraction = (x) => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;
  const k = primes.map((q) => fraction(Math.cbrt(q)));
  const h = primes.slice(0, 8).map((q) => fraction(Math.sqrt(q)));
  const padded = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, bytes.length * 8);
  const rotate = (x, by) => (x >>> by) | (x << (32 - by));
  for (let block = 0; block < padded.length; block += 64) {
    const w = new Int32Array(64);
    for (let i = 0; i < 16; i++) w[i] = new DataView(padded.buffer).getInt32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15], w[i - 2]];
      w[i] = (w[i - 16] + (rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)) + w[i - 7] + (rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, z] = h;
    for (let i = 0; i < 64; i++) {
      const first = (z + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0;
      const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, z] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, z].forEach((value, i) => { h[i] = (h[i] + value) | 0; });
  }
  const digest = new Uint8Array(32);
  h.forEach((value, i) => new DataView(digest.buffer).setInt32(i * 4, value));
  return digest;
}

const keys = JSON.parse(document.getElementById("keys").textContent);
const answer = document.getElementById("answer");

function show(good, headline, advice, facts) {
  answer.hidden = false;
  answer.className = good ? "good" : "";
  answer.querySelector("h2").textContent = headline;
  answer.querySelector(".advice").textContent = advice;
  const list = answer.querySelector("dl");
  list.replaceChildren();
  for (const [word, value] of Object.entries(facts ?? {})) {
    if (!value) continue;
    for (const [tag, text] of [["dt", word], ["dd", value]]) list.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
  }
}

async function verify(text) {
  const bytes = decode(text);
  const certificate = bytes && read(bytes);
  if (!certificate) return show(false, "读不出内容", "二维码不完整或不是证书的二维码，请把整段文字粘贴进来再试。");
  const { facts, body, signature } = certificate;
  const key = keys[facts.keyId];
  if (!key) return show(false, "不是这里签发的", "这个文件里没有签发它的颁发单位的公钥，请到颁发单位的网址核验。");
  if (!await genuine(Uint8Array.from(atob(key), (c) => c.charCodeAt(0)), body, signature))
    return show(false, "核验不通过", "签名不符：内容被改动过，或不是颁发单位签发的。不能作为获奖凭证。");
  show(true, "签名真实", "内容和签发时一样。请逐项与纸质证书比对；是否已撤销要联网查。", {
    获奖人: facts.name, 单位: facts.organization, 奖项: facts.award, 参赛项目: facts.trade, 竞赛: facts.competition, 编号: facts.number, 颁发单位: facts.issuers.join("、"), 日期: `${facts.year}年${facts.month}月${facts.day}日`,
  });
}

document.getElementById("ask").addEventListener("submit", (e) => {
  e.preventDefault();
  verify(document.getElementById("text").value);
});

function found(codes) {
  if (codes.length === 0) return false;
  document.getElementById("text").value = codes[0].rawValue;
  verify(codes[0].rawValue);
  return true;
}

if ("BarcodeDetector" in globalThis) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const photo = document.getElementById("photo");
  photo.hidden = false;
  photo.querySelector("input").addEventListener("change", async (e) => {
    const [file] = e.target.files;
    if (file && !found(await detector.detect(await createImageBitmap(file)))) show(false, "照片里没有二维码", "请靠近一些，把整个二维码拍清楚。");
  });
  const camera = document.getElementById("camera");
  camera.hidden = !navigator.mediaDevices;
  camera.addEventListener("click", async () => {
    const view = document.getElementById("view");
    try { view.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }); } catch { return show(false, "打不开摄像头", "请允许使用摄像头，或粘贴扫一扫得到的文字。"); }
    view.hidden = false;
    await view.play();
    const look = async () => {
      if (!view.srcObject) return;
      if (found(await detector.detect(view))) {
        view.srcObject.getTracks().forEach((track) => track.stop());
        view.srcObject = null;
        view.hidden = true;
      } else requestAnimationFrame(look);
    };
    look();
  });
}
