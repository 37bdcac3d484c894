// The template editor: JSON is the truth, every change is drawn by the server's own painter, so that the screen shows what prints.
const form = document.getElementById("template"), source = document.getElementById("json"), sheet = document.getElementById("sheet");
const chooser = document.getElementById("element"), numbers = document.getElementById("numbers"), wrong = document.getElementById("wrong");
let template = JSON.parse(source.value);
const snap = 0.5;
let chosen = template.elements.find((e) => e.type === "text")?.id ?? template.elements[0].id;

// Path in the element → words; those that move with it across and down.
const fieldsOf = {
  text: [["box.x", "左"], ["box.y", "上"], ["box.width", "宽"], ["box.height", "高"], ["baseline", "基线"], ["lineHeight", "行高"], ["spans.0.size", "字号"], ["spans.0.spacing", "字距"], ["oneLineTo", "缩到几成再折行"], ["align", "对齐", ["left", "centre", "right", "justify"], ["居左", "居中", "居右", "两端"]], ["spans.0.font", "字体"], ["spans.0.colour", "颜色"], ["spans.0.text", "内容"]],
  issuers: [["box.x", "左"], ["box.width", "宽"], ["baseline", "名称基线"], ["size", "字号"], ["dateBaseline", "日期基线"], ["dateSize", "日期字号"], ["sealY", "印章中心"], ["seal", "印章直径"]],
  qr: [["x", "左"], ["y", "上"], ["size", "边长"]],
  image: [["box.x", "左"], ["box.y", "上"], ["box.width", "宽"], ["box.height", "高"], ["electronic", "用在", ["false", "true"], ["纸上和电子版", "只在电子版"]]],
  line: [["x1", "起点左"], ["y1", "起点上"], ["x2", "终点左"], ["y2", "终点上"], ["stroke", "粗"], ["colour", "颜色"]],
  guilloche: [["x", "中心左"], ["y", "中心上"], ["scale", "大小"]],
  frame: [["style", "样式", ["festive", "plain"], ["红金花纹", "刻度线"]]],
};
const across = ["box.x", "x", "x1", "x2"], down = ["box.y", "y", "y1", "y2", "baseline", "dateBaseline", "sealY"];
const names = { title: "标题", name: "姓名", body: "正文", prize: "奖项", closing: "结语", qr: "二维码", verify: "扫码说明", label: "编号说明", number: "编号", issuers: "颁发单位和日期", frame: "边框", rose: "底纹", quotes: "引号", ink: "正文", accent: "标题和奖项", seal: "印章圈", sealLabel: "印章说明" };

// People read 〔姓名〕 where the file says {name}.
const holes = {
  title: "标题", name: "姓名", othername: "外文名", salutation: "称呼", affiliation: "单位附注", organization: "单位", trade: "工种", award: "奖项等级", prize: "奖项",
  competition: "比赛", body: "正文", closing: "结语", number: "编号", date: "日期",
};
const inWords = (text) => text.replace(/\{([a-z]+)\}/g, (all, key) => (holes[key] ? `〔${holes[key]}〕` : all));
const fromWords = (text) => text.replace(/〔([^〕]+)〕/g, (all, words) => {
  const key = Object.keys(holes).find((k) => holes[k] === words);
  return key ? `{${key}}` : all;
});

const get = (target, path) => path.split(".").reduce((at, key) => at?.[key], target);
const set = (target, path, value) => { const keys = path.split("."), last = keys.pop(); keys.reduce((at, key) => at[key], target)[last] = value; };
const current = () => template.elements.find((e) => e.id === chosen);
const round = (mm) => Math.round(mm * 100) / 100;

function field(words, control) {
  const label = document.createElement("label");
  label.className = "field";
  label.append(Object.assign(document.createElement("span"), { textContent: words }), control);
  return label;
}

function input(value, change, options, optionWords) {
  const control = document.createElement(options ? "select" : "input");
  control.className = "tin";
  if (options) control.append(...options.map((o, i) => Object.assign(document.createElement("option"), { value: o, textContent: optionWords?.[i] ?? o })));
  else if (typeof value === "number") control.inputMode = "decimal";
  control.value = typeof value === "string" && !options ? inWords(value) : value ?? "";
  control.addEventListener("change", () => {
    const read = typeof value === "number" ? Number(control.value.normalize("NFKC").replace("−", "-")) : options ? (control.value === "true" || (control.value === "false" ? false : control.value)) : fromWords(control.value);
    if (typeof value === "number" && !Number.isFinite(read)) { control.setAttribute("aria-invalid", "true"); return; }
    control.removeAttribute("aria-invalid");
    change(read);
    draw();
  });
  return control;
}

function showFields() {
  chooser.replaceChildren(...template.elements.map((e) => Object.assign(document.createElement("option"), { value: e.id, textContent: names[e.id] ?? e.id, selected: e.id === chosen })));
  const element = current();
  numbers.replaceChildren(...(fieldsOf[element.type] ?? []).map(([path, words, options, optionWords]) => {
    const fallback = path === "oneLineTo" ? 1 : path === "align" ? "left" : path === "spans.0.font" ? "body" : path.endsWith("colour") ? "ink" : path === "spans.0.text" ? "" : path === "scale" ? 1 : path === "seal" ? 40 : path === "electronic" ? false : 0;
    const choices = path === "spans.0.font" ? Object.keys(template.fonts) : path.endsWith("colour") ? Object.keys(template.colours) : options;
    return field(words, input(get(element, path) ?? fallback, (value) => set(element, path, value), choices, choices === options ? optionWords : choices?.map((c) => names[c] ?? c)));
  }));
  mark();
}

function showStyles() {
  const kind = document.getElementById("wording").dataset.kind;
  const wording = template.wordings[kind] ?? (template.wordings[kind] = { ...template.wordings.award });
  document.getElementById("wording").replaceChildren(...[["salutation", "称呼"], ["affiliation", "单位"], ["body", "正文"], ["award", "奖项"], ["closing", "结语"]]
    .map(([key, words]) => field(words, input(wording[key], (value) => { wording[key] = value; }))));
  const fonts = Object.entries(template.fonts).map(([key, font]) => {
    const control = input(font.families[0], (value) => { font.families = [value, ...font.families.filter((f) => f !== value)]; });
    control.setAttribute("list", "families");
    return field(`${names[key] ?? key}字体`, control);
  });
  const colours = Object.entries(template.colours).map(([key, colour]) => {
    const control = input(colour, (value) => { template.colours[key] = value; });
    control.type = "color";
    return field(names[key] ?? key, control);
  });
  document.getElementById("styles").replaceChildren(...fonts, ...colours);
}

const groups = () => [...sheet.querySelectorAll("g[data-element]")].filter((g) => g.dataset.element === chosen);

function mark() {
  sheet.querySelector("#mark")?.remove();
  const svg = sheet.querySelector("svg"), boxes = groups().map((g) => g.getBBox()).filter((b) => b.width || b.height);
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map((b) => b.x)), top = Math.min(...boxes.map((b) => b.y));
  const rect = document.createElementNS(svg.namespaceURI, "rect");
  for (const [key, value] of Object.entries({
    id: "mark", x: left - 1, y: top - 1, width: Math.max(...boxes.map((b) => b.x + b.width)) - left + 2, height: Math.max(...boxes.map((b) => b.y + b.height)) - top + 2,
    fill: "none", stroke: "#0f5fd7", "stroke-width": 0.4, "stroke-dasharray": "1.5 1", "pointer-events": "none",
  })) rect.setAttribute(key, value);
  svg.append(rect);
}

// Every change is a step that can be taken back; what one drag or one field does is one step.
const undoButton = document.getElementById("undo"), redoButton = document.getElementById("redo");
const before = [], after = [];
let now = "";

function keep() {
  const changed = JSON.stringify(template);
  if (changed === now) return;
  before.push(now);
  after.length = 0;
  now = changed;
}

function step(from, to) {
  if (from.length === 0) return;
  to.push(now);
  now = from.pop();
  template = JSON.parse(now);
  if (!current()) chosen = template.elements[0].id;
  showFields();
  showStyles();
  draw();
}

const samples = document.getElementById("sample"), findings = document.getElementById("findings");
const called = (id) => `“${names[id] ?? id}”`;
const inFinding = {
  Overlap: (f) => `${called(f.element)}和${called(f.other)}叠在一起`,
  BeyondThePaper: (f) => `${called(f.element)}超出纸边`,
  DoesNotFit: (f) => `${called(f.element)}缩到最小也放不下`,
};

function showFindings(found) {
  findings.hidden = found.length === 0;
  findings.querySelector("ul").replaceChildren(...found.map((f) =>
    Object.assign(document.createElement("li"), { textContent: `${f.sample ? `样张是${f.sample}时，` : ""}${inFinding[f.fault](f)}` })));
}

let asked = 0;
async function draw() {
  keep();
  undoButton.disabled = before.length === 0;
  redoButton.disabled = after.length === 0;
  source.value = JSON.stringify(template);
  const turn = ++asked;
  const answer = await fetch(document.getElementById("editor").dataset.preview, { method: "POST", body: new FormData(form) });
  const said = answer.ok ? await answer.json() : await answer.text();
  if (turn !== asked) return; // a newer one is on its way
  wrong.hidden = answer.ok;
  wrong.textContent = answer.ok ? "" : said;
  if (!answer.ok) return;
  sheet.replaceChildren(document.importNode(new DOMParser().parseFromString(said.svg, "image/svg+xml").documentElement, true));
  showFindings(said.findings);
  mark();
}

function move(dx, dy) {
  const element = current();
  for (const path of fieldsOf[element.type].map(([p]) => p).concat(element.type === "issuers" ? ["box.y"] : [])) {
    const by = across.includes(path) ? dx : down.includes(path) ? dy : 0;
    if (by) set(element, path, round(get(element, path) + by));
  }
  showFields();
  draw();
}

const ground = new Set(["frame", "guilloche"]);
function at(e) {
  const point = new DOMPoint(e.clientX, e.clientY).matrixTransform(sheet.querySelector("svg").getScreenCTM().inverse());
  return [point.x, point.y];
}

function under([x, y]) {
  const inside = (g) => { const b = g.getBBox(); return x >= b.x - 1 && x <= b.x + b.width + 1 && y >= b.y - 1 && y <= b.y + b.height + 1; };
  const typeOf = (id) => template.elements.find((e) => e.id === id)?.type;
  return [...sheet.querySelectorAll("g[data-element]")].filter((g) => !ground.has(typeOf(g.dataset.element)) && inside(g)).at(-1)?.dataset.element;
}

let drag = null;
sheet.addEventListener("pointerdown", (e) => {
  const id = under(at(e));
  if (!id) return;
  chosen = id;
  showFields();
  drag = { from: at(e), by: [0, 0] };
  sheet.setPointerCapture(e.pointerId);
});
sheet.addEventListener("pointermove", (e) => {
  if (!drag) return;
  const [x, y] = at(e);
  drag.by = [x - drag.from[0], y - drag.from[1]].map((mm) => Math.round(mm / snap) * snap);
  for (const g of [...groups(), sheet.querySelector("#mark")]) g?.setAttribute("transform", `translate(${drag.by[0]} ${drag.by[1]})`);
});
sheet.addEventListener("pointerup", () => {
  const by = drag?.by;
  drag = null;
  if (by && (by[0] || by[1])) move(...by);
});
sheet.addEventListener("keydown", (e) => {
  const step = e.shiftKey ? 5 : snap;
  const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key];
  if (!by) return;
  e.preventDefault();
  move(...by);
});
samples.addEventListener("change", draw);
undoButton.addEventListener("click", () => step(before, after));
redoButton.addEventListener("click", () => step(after, before));
document.addEventListener("keydown", (e) => {
  // In a field that is being typed in, the browser takes back what was typed.
  if (!(e.ctrlKey || e.metaKey) || e.altKey || e.target.matches?.("input, textarea")) return;
  const key = e.key.toLowerCase(), again = key === "y" || (key === "z" && e.shiftKey);
  if (key !== "z" && !again) return;
  e.preventDefault();
  if (again) step(after, before); else step(before, after);
});
chooser.addEventListener("change", () => { chosen = chooser.value; showFields(); });

function add(element, first) {
  template.elements.splice(first ? 0 : template.elements.length, 0, element);
  chosen = element.id;
  showFields();
  draw();
}
const free = (stem) => { let n = 1; while (template.elements.some((e) => e.id === `${stem}-${n}`)) n++; return `${stem}-${n}`; };
document.addEventListener("click", (e) => {
  const kind = e.target.closest("[data-add]")?.dataset.add;
  if (kind === "text") add({ type: "text", id: free("text"), box: { x: 108, y: 150, width: 80, height: 10 }, baseline: 157, lineHeight: 10, align: "centre", spans: [{ text: "新的文字", size: 6 }] });
  if (kind === "line") add({ type: "line", id: free("line"), x1: 108, y1: 150, x2: 188, y2: 150, stroke: 0.3, colour: "ink" });
});
document.getElementById("drop").addEventListener("click", () => {
  if (template.elements.length < 2) return;
  template.elements = template.elements.filter((e) => e.id !== chosen);
  chosen = template.elements.at(-1).id;
  showFields();
  draw();
});

// 300 dots an inch are enough for paper; the file stays small. A seal keeps what one sees through.
async function take(input, place) {
  const [file] = input.files;
  if (!file) return;
  try {
    const bitmap = await createImageBitmap(file), { most, ground, type, element } = place;
    const shrink = Math.min(1, most / Math.max(bitmap.width, bitmap.height * 1.414));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(bitmap.width * shrink), height: Math.round(bitmap.height * shrink) });
    const pen = canvas.getContext("2d");
    if (ground) { pen.fillStyle = ground; pen.fillRect(0, 0, canvas.width, canvas.height); }
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const made = { ...element(canvas.width / canvas.height), picture: canvas.toDataURL(type, 0.85).split(",")[1] };
    add(made, !made.electronic);
  } catch { wrong.hidden = false; wrong.textContent = "图片读不出来，请用 PNG 或 JPEG。"; }
  input.value = "";
}
document.getElementById("picture").addEventListener("change", (e) => take(e.target, {
  most: 3508, ground: "#fff", type: "image/jpeg",
  element: () => ({ type: "image", id: free("picture"), box: { x: 0, y: 0, width: template.width, height: template.height } }),
}));
document.getElementById("seal").addEventListener("change", (e) => take(e.target, {
  most: 700, ground: null, type: "image/png",
  element: (wide) => {
    const issuers = template.elements.find((x) => x.type === "issuers"), size = 42;
    const middle = issuers ? [issuers.box.x + issuers.box.width - 32, issuers.sealY] : [230, 165];
    return { type: "image", id: free("seal"), electronic: true, box: { x: round(middle[0] - size * wide / 2), y: middle[1] - size / 2, width: round(size * wide), height: size } };
  },
}));

showFields();
showStyles();
now = JSON.stringify(template);
draw(); // says what does not fit; and where it was refused, what was made is back
