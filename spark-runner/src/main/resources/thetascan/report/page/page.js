"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const page = document.getElementById("page");
// M. Okabe and K. Ito, Color Universal Design (2008), those first that stand out from the panel; grey for the rest
const PALETTES = { light: ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#B8A000"], dark: ["#56B4E9", "#E69F00", "#009E73", "#F0E442", "#CC79A7", "#D55E00", "#0072B2"] };
const OTHERS = "#808080";
// from blue over grey to yellow, also for those who cannot tell red from green; both ends stand out from the panel
const RAMPS = { light: [[0, 34, 78], [124, 123, 120], [222, 170, 0]], dark: [[72, 120, 205], [150, 150, 148], [254, 232, 56]] };
const SIGNS = { alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ϵ", varepsilon: "ε", zeta: "ζ", eta: "η", theta: "θ", kappa: "κ", lambda: "λ", mu: "μ", nu: "ν", xi: "ξ", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", varphi: "φ", chi: "χ", psi: "ψ", omega: "ω", Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Xi: "Ξ", Pi: "Π", Sigma: "Σ", Phi: "Φ", Psi: "Ψ", Omega: "Ω", ell: "ℓ" };
const OPERATORS = { pm: "±", mp: "∓", to: "→", times: "×", cdot: "·", leq: "≤", geq: "≥", infty: "∞", langle: "⟨", rangle: "⟩", prime: "′", dagger: "†", sum: "∑", quad: " ", left: "", right: "" };
const ACCENTS = { bar: "¯", overline: "¯", tilde: "~", hat: "^", vec: "→" };
const escape = text => String(text).replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

/** LaTeX as MathML, which browsers set themselves; what is not known stays as its name. */
function math(latex) {
  let at = 0;
  const upright = text => `<mi mathvariant="normal">${escape(text)}</mi>`;
  function group() {
    while (latex[at] === " ") at++;
    if (latex[at] !== "{") return atom();
    at++;
    const inside = run("}");
    at++;
    return inside;
  }
  /** The letters of a text as they stand. */
  function text() {
    if (latex[at] !== "{") return latex[at++] ?? "";
    let depth = 0, out = "";
    for (; at < latex.length; at++) {
      const c = latex[at];
      if (c === "{" && depth++ === 0) continue;
      if (c === "}" && --depth === 0) { at++; break; }
      if (c !== "\\") { out += c; continue; }
      const word = /^[A-Za-z]+/.exec(latex.slice(at + 1));
      out += word ? SIGNS[word[0]] ?? OPERATORS[word[0]] ?? word[0] : latex[at + 1] ?? "";
      at += word ? word[0].length : 1;
    }
    return out;
  }
  function atom() {
    const c = latex[at++];
    if (c === undefined) return "<mrow></mrow>";
    if (c === "{") { at--; return group(); }
    if (/[0-9.]/.test(c)) {
      let number = c;
      while (/[0-9.]/.test(latex[at] ?? "")) number += latex[at++];
      return `<mn>${number}</mn>`;
    }
    if (/[A-Za-z]/.test(c)) return `<mi>${c}</mi>`;
    if (c !== "\\") return `<mo stretchy="false">${escape(c === "-" ? "−" : c)}</mo>`;
    const word = /^[A-Za-z]+/.exec(latex.slice(at))?.[0];
    if (!word) { const d = latex[at++] ?? ""; return /[,;:! ]/.test(d) ? '<mspace width=".2em"></mspace>' : `<mo>${escape(d)}</mo>`; }
    at += word.length;
    while (latex[at] === " ") at++;
    if (["mathrm", "text", "mathbf", "operatorname", "mathcal"].includes(word)) return upright(text());
    if (word in ACCENTS) return `<mover accent="true">${group()}<mo>${ACCENTS[word]}</mo></mover>`;
    if (word === "sqrt") return `<msqrt>${group()}</msqrt>`;
    if (word === "frac") return `<mfrac>${group()}${group()}</mfrac>`;
    if (word in SIGNS) return /[A-Z]/.test(word) ? upright(SIGNS[word]) : `<mi>${SIGNS[word]}</mi>`;
    return word in OPERATORS ? `<mo>${OPERATORS[word]}</mo>` : upright(word);
  }
  function run(end) {
    let out = "";
    while (at < latex.length && latex[at] !== end) {
      if (latex[at] === " ") { at++; continue; }
      const base = /[_^]/.test(latex[at]) ? "<mrow></mrow>" : atom();
      let below = "", above = "";
      while (/[_^]/.test(latex[at] ?? "")) { if (latex[at++] === "_") below += group(); else above += group(); }
      if (below && above) out += `<msubsup>${base}<mrow>${below}</mrow><mrow>${above}</mrow></msubsup>`;
      else if (below) out += `<msub>${base}<mrow>${below}</mrow></msub>`;
      else if (above) out += `<msup>${base}<mrow>${above}</mrow></msup>`;
      else out += base;
    }
    return `<mrow>${out}</mrow>`;
  }
  return `<math>${run("")}</math>`;
}
/** GeV, cm^2, 10^-24 cm^2: powers raised. */
const unit = text => escape(text).replace(/\^\{?([−-]?\d+)\}?/g, (_, power) => `<sup>${power.replace("-", "−")}</sup>`);

// ---- the points
function bytes(text) {
  const raw = atob(text), out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
  return out;
}
const floats = text => new Float32Array(bytes(text).buffer);
const columns = data.columns.map(column => ({ ...column, values: floats(column.values) }));
const byName = Object.fromEntries(columns.map(column => [column.name, column]));
columns.forEach((column, i) => column.index = i);
const scans = data.catalogues;
for (const scan of scans) if (scan.cells !== undefined) scan.cells = bytes(scan.cells);
let count = columns[0].values.length;
const thousands = n => n === null || n === undefined ? "–" : Number(n).toLocaleString("en-US");
const short = (v, digits = 5) => v === null || !Number.isFinite(v) ? "–" : v !== 0 && (Math.abs(v) < 1e-3 || Math.abs(v) >= 1e5) ? v.toExponential(digits - 2).replace(/\.?0+e/, "e").replace("e+", "e") : String(Number(v.toPrecision(digits)));
const shown = (column, v) => column.legend ? escape(column.legend[v] ?? "–") : short(v);
const label = c => math(c.latex) + (c.unit === "1" ? "" : " [" + unit(c.unit) + "]");
const bounds = k => escape(k.bounds.replaceAll(">=", "≥").replaceAll("<=", "≤"));
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const theme = () => css("--back") === "#14181d" ? "dark" : "light";
const colourOf = i => PALETTES[theme()][i % PALETTES.light.length];

// ---- elements
function add(parent, tag, html = "", attributes = {}) {
  const element = document.createElement(tag);
  element.innerHTML = html;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.appendChild(element);
  return element;
}
let tables = 0;
/** Names are said to those who cannot see a formula that stands above a column. */
function table(parent, title, header, rows, numbers = [], names = []) {
  const wide = add(parent, "div", "", { class: "wide", tabindex: "0", role: "region", "aria-label": `${title}, table ${++tables}` });
  const made = add(wide, "table");
  add(add(made, "thead"), "tr", header.map((h, i) => `<th scope="col"${numbers.includes(i) ? ' class="n"' : ""}>${h}${h.endsWith("</math>") && names[i] ? `<span class="spoken">${escape(names[i])}</span>` : ""}</th>`).join(""));
  const body = add(made, "tbody");
  fill(body, rows, numbers);
  return body;
}
function fill(body, rows, numbers = []) {
  body.innerHTML = "";
  for (const row of rows) add(body, "tr", row.map((cell, i) => `<td${numbers.includes(i) ? ' class="n"' : ""}>${cell}</td>`).join(""));
}
/** A canvas with sharp pixels, and where the names of its axes stand. */
function plot(parent, width, height, title) {
  const box = add(parent, "div", "", { class: "plot" });
  const y = add(add(box, "div", "", { class: "y" }), "span");
  const c = canvas(box, width, height, title);
  return { ...c, y, x: add(box, "div", "", { class: "x" }) };
}
function canvas(parent, width, height, title) {
  const made = add(parent, "canvas", "", { role: "img", "aria-label": title });
  const scale = window.devicePixelRatio || 1;
  made.width = width * scale; made.height = height * scale;
  made.style.width = width + "px"; made.style.height = "auto"; made.style.aspectRatio = width + "/" + height;
  const pen = made.getContext("2d");
  pen.scale(scale, scale);
  return { made, pen, width, height };
}
/** Where a pointer is, in units of the canvas. */
function where(c, event) {
  const box = c.made.getBoundingClientRect(), f = c.width / box.width;
  return [(event.clientX - box.left) * f, (event.clientY - box.top) * f];
}

// ---- axes
function widened(low, high) {
  if (!(low <= high)) return [0, 1];
  const space = low === high ? Math.max(1e-12, Math.abs(low) * .05) : (high - low) * .03;
  return [low - space, high + space];
}
function range(values, n = values.length) {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < n; i++) if (Number.isFinite(values[i])) { low = Math.min(low, values[i]); high = Math.max(high, values[i]); }
  return widened(low, high);
}
/** How a column is drawn: of all points where the program looked at all, else of those on the page. */
function axis(column) {
  const grids = scans.filter(scan => scan.grids && scan.grids[column.index]).map(scan => scan.grids[column.index]);
  const log = grids.length > 0 && grids[0].log, f = log ? Math.log10 : v => v;
  const ends = grids.flatMap(grid => grid.range);
  const limits = ends.length ? widened(Math.min(...ends), Math.max(...ends)) : range(Array.from(column.values.subarray(0, count), f));
  return { log, f, limits };
}
function ticks([low, high], n, log) {
  const raw = (high - low) / n, power = 10 ** Math.floor(Math.log10(raw));
  let step = [1, 2, 5, 10].map(m => m * power).find(s => s >= raw * .999);
  if (log && high - low >= 2) step = Math.max(1, Math.round(step));
  const out = [];
  for (let t = Math.ceil(low / step) * step; t <= high + step * 1e-9; t += step) out.push(Math.abs(t) < step * 1e-9 ? 0 : t);
  return out;
}
const raised = n => "10" + String(n).replace(/./g, c => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c] ?? "⁻");
const LEFT = 58, BOTTOM = 26, TOP = 8, RIGHT = 10;
/** Draws axes; logarithmic ones take logarithms to base 10. */
function axes(c, xs, ys, logX = false, logY = false) {
  const { pen, width, height } = c;
  const X = v => LEFT + (v - xs[0]) / (xs[1] - xs[0]) * (width - LEFT - RIGHT), Y = v => height - BOTTOM - (v - ys[0]) / (ys[1] - ys[0]) * (height - BOTTOM - TOP);
  pen.clearRect(0, 0, width, height);
  pen.strokeStyle = css("--line"); pen.fillStyle = css("--soft"); pen.font = "12px system-ui, sans-serif"; pen.lineWidth = 1;
  const text = (v, log) => log ? (Number.isInteger(v) ? raised(v) : short(10 ** v, 3)) : short(Number(v.toPrecision(6)));
  pen.textAlign = "center"; pen.textBaseline = "top";
  for (const t of ticks(xs, width / 110, logX)) { pen.beginPath(); pen.moveTo(X(t), TOP); pen.lineTo(X(t), height - BOTTOM); pen.stroke(); pen.fillText(text(t, logX), X(t), height - BOTTOM + 6); }
  pen.textAlign = "right"; pen.textBaseline = "middle";
  for (const t of ticks(ys, height / 60, logY)) { pen.beginPath(); pen.moveTo(LEFT, Y(t)); pen.lineTo(width - RIGHT, Y(t)); pen.stroke(); pen.fillText(text(t, logY), LEFT - 6, Y(t)); }
  return { X, Y };
}
function line(c, place, xs, ys, colour) {
  c.pen.strokeStyle = colour; c.pen.lineWidth = 2; c.pen.beginPath();
  xs.forEach((x, i) => i ? c.pen.lineTo(place.X(x), place.Y(ys[i])) : c.pen.moveTo(place.X(x), place.Y(ys[i])));
  c.pen.stroke();
}

// ---- what is drawn when points or colours change
const drawings = [];
const redraw = () => drawings.forEach(draw => draw());
document.getElementById("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
  redraw();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
let onScreen; // the theme while the page is printed, which is always done on white
addEventListener("beforeprint", () => { onScreen = document.documentElement.dataset.theme; document.documentElement.dataset.theme = "light"; redraw(); });
addEventListener("afterprint", () => { if (onScreen) document.documentElement.dataset.theme = onScreen; else delete document.documentElement.dataset.theme; redraw(); });

// ---- head
document.title = data.title + " – ThetaScan";
add(page, "h1", escape(data.title));
add(page, "p", data.summary.map(escape).join("<br>"));
const head = add(page, "div");
add(page, "p", "Points are valid one by one. Their density follows the search and has no statistical meaning: look at which cells are filled, not at how densely.", { class: "soft" });

add(page, "h2", "What was tried and found");
const dot = i => `<i style="display:inline-block;width:.8em;height:.8em;border-radius:50%;background:${colourOf(i)}"></i> `;
const counts = table(page, "What was tried and found", ["catalogue", "tried", "valid", "first valid after", "stored", "ended"], [], [1, 2, 3, 4]);
drawings.push(() => fill(counts, scans.map((c, i) =>
  [dot(i) + escape(c.name), thousands(c.evaluated), thousands(c.valid) + (c.evaluated ? ` (${Number((100 * c.valid / c.evaluated).toPrecision(3))} %)` : ""), thousands(c.first_valid), thousands(c.stored), escape(c.status.toLowerCase().replaceAll("_", " "))]), [1, 2, 3, 4]));
if (scans.length > 1) add(page, "p", `Whether the catalogues agree: <code>thetascan compare ${scans.map(c => escape(c.name)).join(" ")}</code>`);

add(page, "h2", "How the map grew");
add(page, "p", "Cells of all planes of two parameters (20 × 20 each) that hold a valid point, against points tried. A curve that still rises means that there is more to find.");
const outlook = add(page, "p");
{
  const c = plot(add(page, "figure"), 560, 280, "reached cells against points tried");
  c.x.textContent = "points tried";
  c.y.textContent = "reached cells";
  drawings.push(() => {
    const all = scans.flatMap(k => k.history);
    if (!all.length) return;
    const place = axes(c, range(all.map(m => Math.log10(Math.max(1, m[0])))), [0, Math.max(1, ...all.map(m => m[1])) * 1.05], true);
    scans.forEach((k, i) => line(c, place, k.history.map(m => Math.log10(Math.max(1, m[0]))), k.history.map(m => m[1]), colourOf(i)));
  });
}

add(page, "h2", "Which constraints bite");
add(page, "p", "Share of the invalid points that violate a constraint (of the first catalogue). One point may violate many.");
{
  const header = ["constraint", "violated by", "share", "on", "bounds", "source"], first = 10;
  const row = k =>
    [escape(k.name) + (k.mode === "apply" ? "" : ` <span class="soft">(${escape(k.mode)})</span>`), k.share === null ? "–" : Number((100 * k.share).toPrecision(2)) + " %", `<span class="bar" style="width:${k.share === null ? 0 : Math.round(90 * k.share)}px"></span>`, escape(k.on), bounds(k), escape(k.source)];
  const hardest = table(page, "Constraints that bite most", header, [], [1]);
  const rest = data.constraints.length > first && table(add(page, "details", `<summary>and ${data.constraints.length - first} more</summary>`), "Other constraints", header, [], [1]);
  drawings.push(() => {
    const sorted = [...data.constraints].sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
    fill(hardest, sorted.slice(0, first).map(row), [1]);
    if (rest) fill(rest, sorted.slice(first).map(row), [1]);
  });
}

add(page, "h2", "What was scanned");
table(page, "What was scanned", ["parameter", "name", "range", "meaning"], data.parameters.map(p => [math(p.latex), escape(p.name), unit(p.range), escape(p.description)]));

// ---- which points are kept
const filters = new Map();
const kept = i => { for (const [name, [low, high]] of filters) { const v = byName[name].values[i]; if (!(v >= low && v <= high)) return false; } return true; };
function everyPoint(visit) {
  const step = count % 7919 === 0 ? 7907 : 7919; // prime: in an order that hides no catalogue behind another
  for (let k = 0; k < count; k++) { const i = k * step % count; if (kept(i)) visit(i); }
}

// ---- colours
function paint(column) {
  if (column.legend || column.whole) {
    const times = new Map();
    for (let i = 0; i < count; i++) times.set(column.values[i], (times.get(column.values[i]) ?? 0) + 1);
    const codes = column.name === "catalogue" ? scans.map((_, i) => i)
      : [...times.keys()].filter(v => Number.isFinite(v)).sort((a, b) => times.get(b) - times.get(a));
    const colour = new Map(codes.map((code, i) => [code, i < PALETTES.light.length || column.name === "catalogue" ? colourOf(i) : OTHERS]));
    const name = code => column.legend ? column.legend[code] ?? "–" : code === 0 ? "no family" : column.name + " " + code;
    const named = codes.slice(0, column.name === "catalogue" ? 12 : PALETTES.light.length);
    return {
      of: i => colour.get(column.values[i]) ?? OTHERS,
      key: named.map(code => `<span><i style="background:${colour.get(code)}"></i>${escape(name(code))}</span>`).join("") + (codes.length > named.length ? `<span><i style="background:${OTHERS}"></i>others</span>` : ""),
    };
  }
  const stops = RAMPS[theme()], { f } = axis(column), sorted = Float32Array.from(column.values.subarray(0, count), f).filter(Number.isFinite).sort();
  // a few values far away do not make all others look alike
  const [low, high] = [.02, .98].map(part => sorted[Math.round(part * (sorted.length - 1))]), limits = low < high ? [low, high] : widened(low, high);
  const rgb = t => { const k = t < .5 ? 0 : 1, part = t * 2 - k; return `rgb(${stops[k].map((s, j) => Math.round(s + part * (stops[k + 1][j] - s))).join(",")})`; };
  const back = v => short(f === Math.log10 ? 10 ** v : v, 4);
  return {
    of: i => { const v = f(column.values[i]); return Number.isFinite(v) ? rgb(Math.max(0, Math.min(1, (v - limits[0]) / (limits[1] - limits[0])))) : OTHERS; },
    key: `<span>${label(column)}: ≤ ${back(limits[0])}<i class="ramp" style="background:linear-gradient(to right, ${rgb(0)}, ${rgb(.5)}, ${rgb(1)})"></i>≥ ${back(limits[1])}</span>`,
  };
}

// ---- planes
/** The cells of a plane that hold a point of a scan, as [x, y, width, height] in units of the axes. */
function reached(s, a, b, xAxis, yAxis) {
  const scan = scans[s], out = [], side = data.side;
  const gx = scan.grids?.[a.index], gy = scan.grids?.[b.index];
  const stored = gx && gy && a !== b && !filters.size && planeCells(scan, a, b);
  if (stored) {
    const swapped = a.index > b.index;
    for (let j = 0; j < side; j++) for (let i = 0; i < side; i++) {
      if (stored[j * side / 8 + (i >> 3)] >> (i & 7) & 1) { const [x, y] = swapped ? [j, i] : [i, j]; out.push([x, y]); }
    }
    return { cells: out, x: gx, y: gy };
  }
  const grid = ax => ({ from: ax.limits[0], width: (ax.limits[1] - ax.limits[0]) / 40 });
  const x = gx?.width ? gx : grid(xAxis), y = gy?.width ? gy : grid(yAxis), seen = new Set();
  for (let i = 0; i < count; i++) {
    if (byName.catalogue.values[i] !== s || !kept(i)) continue;
    const u = Math.floor((xAxis.f(a.values[i]) - x.from) / x.width), v = Math.floor((yAxis.f(b.values[i]) - y.from) / y.width);
    if (Number.isFinite(u) && Number.isFinite(v) && !seen.has(u + "," + v)) { seen.add(u + "," + v); out.push([u, v]); }
  }
  return { cells: out, x, y };
}
let planeCells = (scan, a, b) => {
  const [low, high] = a.index < b.index ? [a.index, b.index] : [b.index, a.index], size = data.side * data.side / 8;
  return scan.cells.subarray((high * (high - 1) / 2 + low) * size, (high * (high - 1) / 2 + low + 1) * size);
};
/** Points, the cells they and all others reach, and the boundary of these. */
function drawPlane(c, xn, yn, colour, size) {
  const a = byName[xn], b = byName[yn], xAxis = axis(a), yAxis = axis(b);
  c.x.innerHTML = label(a);
  c.y.innerHTML = label(b);
  const place = axes(c, xAxis.limits, yAxis.limits, xAxis.log, yAxis.log), { pen } = c;
  scans.forEach((_, s) => {
    const { cells, x, y } = reached(s, a, b, xAxis, yAxis);
    const X = i => place.X(x.from + i * x.width), Y = j => place.Y(y.from + j * y.width);
    const has = new Set(cells.map(([i, j]) => i + "," + j));
    pen.fillStyle = css("--cell");
    for (const [i, j] of cells) pen.fillRect(X(i), Y(j + 1), Math.max(2, X(i + 1) - X(i) + .5), Math.max(2, Y(j) - Y(j + 1) + .5));
    pen.strokeStyle = scans.length > 1 ? colourOf(s) : css("--soft");
    pen.lineWidth = 1; pen.beginPath();
    for (const [i, j] of cells) {
      if (!has.has(i - 1 + "," + j)) { pen.moveTo(X(i), Y(j)); pen.lineTo(X(i), Y(j + 1)); }
      if (!has.has(i + 1 + "," + j)) { pen.moveTo(X(i + 1), Y(j)); pen.lineTo(X(i + 1), Y(j + 1)); }
      if (!has.has(i + "," + (j - 1))) { pen.moveTo(X(i), Y(j)); pen.lineTo(X(i + 1), Y(j)); }
      if (!has.has(i + "," + (j + 1))) { pen.moveTo(X(i), Y(j + 1)); pen.lineTo(X(i + 1), Y(j + 1)); }
    }
    pen.stroke();
  });
  everyPoint(i => {
    const u = xAxis.f(a.values[i]), v = yAxis.f(b.values[i]);
    if (!Number.isFinite(u) || !Number.isFinite(v)) return;
    pen.fillStyle = colour.of(i);
    pen.fillRect(place.X(u) - size / 2, place.Y(v) - size / 2, size, size);
  });
  return { a, b, xAxis, yAxis, place };
}

/** Everything that the page knows of a point. */
function describe(parent, title, i, known) {
  parent.innerHTML = `<h3>${escape(title)}</h3>`;
  const scan = scans[byName.catalogue.values[i]];
  add(parent, "p", `point <code>${escape(data.ids[i] ?? "")}</code>` + (byName.family ? `, family ${shown(byName.family, byName.family.values[i])}` : "") + ` of ${escape(scan.name)}; computed anew by <code>thetascan explain ${escape(scan.name)} ${escape(data.ids[i] ?? "")}</code>`);
  const rows = known ? data.benchmarks.columns.map((k, j) => [k, known.values[j]]) : columns.filter(k => k.name !== "catalogue" && k.name !== "family").map(k => [k, k.values[i]]);
  table(parent, `Values of ${title}`, ["quantity", "column", "value", "meaning"], rows.map(([k, v]) => [label(k), escape(k.name), shown(k, v), escape(k.description)]), [2]);
  if (!known?.verdicts) return;
  add(parent, "h3", `What the constraints make of ${escape(title)}`);
  table(parent, `Constraints on ${title}`, ["constraint", "verdict", "value", "bounds", "source"], known.verdicts.map(k => [escape(k.name), escape(k.status), short(k.value), bounds(k), escape(k.source)]), [2]);
}

if (count || data.live) {
  add(page, "h2", "Planes");
  const about = add(page, "p");
  const controls = add(page, "div", "", { class: "row" });
  const options = (chosen, from = columns) => from.map(c => `<option value="${escape(c.name)}"${c.name === chosen ? " selected" : ""}>${escape(c.name)}</option>`).join("");
  const pick = (parent, title, chosen, extra = "") => add(add(parent, "label", escape(title) + " "), "select", extra + options(chosen));
  const x = pick(controls, "x", data.planes[0][0]), y = pick(controls, "y", data.planes[0][1]);
  const colour = add(add(controls, "label", "colour "), "select", options("catalogue", [byName.catalogue, ...columns.filter(c => c.name !== "catalogue")]));
  const figure = add(page, "figure"), c = plot(figure, 760, 500, "chosen plane"), key = add(figure, "div", "", { class: "key" });
  // ranges by hand, for those who do not drag
  const by = add(page, "div", "", { class: "row" });
  const of = pick(by, "keep points with", data.planes[0][0]);
  const from = add(add(by, "label", "from "), "input", "", { type: "number", step: "any" }), to = add(add(by, "label", "to "), "input", "", { type: "number", step: "any" });
  add(by, "button", "Keep", { type: "button" }).addEventListener("click", () => keep([[of.value, from.value === "" ? -Infinity : Number(from.value), to.value === "" ? Infinity : Number(to.value)]]));
  const chips = add(page, "div", "", { class: "row" });
  function keep(ranges) {
    for (const [name, low, high] of ranges) filters.set(name, [low, high]);
    redraw();
  }
  const point = add(page, "div", "", { "aria-live": "polite" });
  let last;
  drawings.push(() => {
    const painted = paint(byName[colour.value]);
    last = drawPlane(c, x.value, y.value, painted, 2.5);
    key.innerHTML = painted.key;
    let left = 0;
    for (let i = 0; i < count; i++) if (kept(i)) left++;
    about.innerHTML = `${thousands(count)} of the valid points, an even sample. Shaded and outlined: cells with a valid point${scans.every(s => s.grids) ? ", of all points that were found" : ""}. Drag a rectangle to choose points, click one to see its values; a double click undoes the choice.` + (filters.size ? ` <b>${thousands(left)} chosen.</b>` : "");
    chips.innerHTML = "";
    for (const [name, [low, high]] of filters) {
      add(chips, "button", `${escape(name)} from ${short(low) === "–" ? "any" : short(low)} to ${short(high) === "–" ? "any" : short(high)} <span aria-hidden="true">✕</span>`, { type: "button", title: "Remove this choice" })
        .addEventListener("click", () => { filters.delete(name); redraw(); });
    }
  });
  [x, y, colour].forEach(s => s.addEventListener("change", redraw));
  let begun = null;
  const valueAt = (ax, t) => { const v = ax.limits[0] + t * (ax.limits[1] - ax.limits[0]); return ax.log ? 10 ** v : v; };
  const inside = (px, py) => [(px - LEFT) / (c.width - LEFT - RIGHT), (c.height - BOTTOM - py) / (c.height - BOTTOM - TOP)].map(t => Math.max(0, Math.min(1, t)));
  c.made.addEventListener("pointerdown", e => { begun = where(c, e); c.made.setPointerCapture(e.pointerId); });
  c.made.addEventListener("pointermove", e => {
    if (!begun) return;
    const [px, py] = where(c, e);
    if (Math.abs(px - begun[0]) < 4 && Math.abs(py - begun[1]) < 4) return;
    drawPlane(c, x.value, y.value, paint(byName[colour.value]), 2.5);
    c.pen.strokeStyle = css("--accent"); c.pen.lineWidth = 1.5; c.pen.strokeRect(begun[0], begun[1], px - begun[0], py - begun[1]);
  });
  c.made.addEventListener("pointerup", e => {
    if (!begun) return;
    const [px, py] = where(c, e), [qx, qy] = begun;
    begun = null;
    if (Math.abs(px - qx) < 4 && Math.abs(py - qy) < 4) return choose(px, py);
    const [u, v] = inside(Math.min(px, qx), Math.max(py, qy)), [u2, v2] = inside(Math.max(px, qx), Math.min(py, qy));
    keep([[last.a.name, valueAt(last.xAxis, u), valueAt(last.xAxis, u2)], [last.b.name, valueAt(last.yAxis, v), valueAt(last.yAxis, v2)]]);
  });
  c.made.addEventListener("dblclick", () => { filters.clear(); point.innerHTML = ""; redraw(); });
  function choose(px, py) {
    let nearest = -1, least = 100;
    everyPoint(i => {
      const d = (last.place.X(last.xAxis.f(last.a.values[i])) - px) ** 2 + (last.place.Y(last.yAxis.f(last.b.values[i])) - py) ** 2;
      if (d < least) { least = d; nearest = i; }
    });
    if (nearest >= 0) describe(point, "The chosen point", nearest);
  }
  const small = add(page, "div", "", { class: "planes" });
  for (const [xn, yn] of data.planes.slice(1)) {
    const mini = plot(add(small, "figure"), 325, 240, `${yn} against ${xn}`);
    drawings.push(() => drawPlane(mini, xn, yn, paint(byName[colour.value]), 1.5));
  }

  // ---- limit curves
  if (data.curves.length) {
    add(page, "h2", "Limit curves");
    add(page, "p", "Both axes logarithmic; allowed below the line.");
    const grid = add(page, "div", "", { class: "planes" });
    for (const curve of data.curves) {
      const figure = add(grid, "figure"), lc = plot(figure, 325, 260, curve.name), a = byName[curve.x_column], b = byName[curve.on_column];
      lc.x.innerHTML = a ? label(a) : escape(curve.x);
      lc.y.innerHTML = b ? label(b) : escape(curve.on);
      add(figure, "figcaption", escape(curve.name));
      const lx = curve.points.map(p => Math.log10(p[0])), ly = curve.points.map(p => Math.log10(p[1]));
      drawings.push(() => {
        const px = a && b ? Array.from(a.values.subarray(0, count), Math.log10) : [], py = a && b ? Array.from(b.values.subarray(0, count), Math.log10) : [];
        const place = axes(lc, range(lx.concat(px)), range(ly.concat(py)), true, true);
        const painted = paint(byName[colour.value]);
        if (px.length) everyPoint(i => {
          if (!Number.isFinite(px[i]) || !Number.isFinite(py[i])) return;
          lc.pen.fillStyle = painted.of(i);
          lc.pen.fillRect(place.X(px[i]) - 1, place.Y(py[i]) - 1, 2, 2);
        });
        line(lc, place, lx, ly, css("--text"));
      });
    }
  }

  // ---- parallel coordinates
  add(page, "h2", "Parallel coordinates");
  add(page, "p", "One line a point, at most 1,000. Drag along an axis to keep the points in between; a double click undoes it.");
  const free = columns.filter(k => data.parallel.includes(k.name));
  const wide = add(page, "div", "", { class: "wide", tabindex: "0", role: "region", "aria-label": "Parallel coordinates" });
  const p = canvas(wide, Math.max(720, free.length * 74), 320, "parallel coordinates of the parameters");
  p.made.style.maxWidth = "none";
  const names = add(wide, "div", "", { style: `display:flex;width:${p.width}px` });
  free.forEach(k => add(names, "span", label(k), { style: "flex:1;text-align:center;font-size:.85rem" }));
  let spans = [];
  const axisX = i => (i + .5) * p.width / free.length;
  const axisY = (j, v) => 300 - (spans[j].f(v) - spans[j].limits[0]) / (spans[j].limits[1] - spans[j].limits[0]) * 280;
  drawings.push(() => {
    spans = free.map(axis);
    p.pen.clearRect(0, 0, p.width, p.height);
    const painted = paint(byName[colour.value]);
    let drawn = 0;
    p.pen.lineWidth = 1; p.pen.globalAlpha = .35;
    everyPoint(i => {
      if (drawn++ >= 1000) return;
      p.pen.strokeStyle = painted.of(i);
      p.pen.beginPath();
      free.forEach((k, j) => j ? p.pen.lineTo(axisX(j), axisY(j, k.values[i])) : p.pen.moveTo(axisX(0), axisY(0, k.values[i])));
      p.pen.stroke();
    });
    p.pen.globalAlpha = 1; p.pen.font = "11px system-ui, sans-serif"; p.pen.textAlign = "center";
    free.forEach((k, j) => {
      const end = t => short(spans[j].log ? 10 ** spans[j].limits[t] : spans[j].limits[t], 4);
      p.pen.strokeStyle = p.pen.fillStyle = css("--soft");
      p.pen.beginPath(); p.pen.moveTo(axisX(j), 20); p.pen.lineTo(axisX(j), 300); p.pen.stroke();
      p.pen.fillText(end(1), axisX(j), 13); p.pen.fillText(end(0), axisX(j), 314);
      const filter = filters.get(k.name);
      if (!filter) return;
      const [low, high] = filter.map(v => Math.max(20, Math.min(300, axisY(j, v))));
      p.pen.fillStyle = css("--accent"); p.pen.fillRect(axisX(j) - 4, high, 8, low - high);
    });
  });
  let start = null;
  const along = (j, py) => valueAt(spans[j], (300 - Math.max(20, Math.min(300, py))) / 280);
  p.made.addEventListener("pointerdown", e => { const [px, py] = where(p, e); start = [Math.max(0, Math.min(free.length - 1, Math.floor(px / p.width * free.length))), py]; p.made.setPointerCapture(e.pointerId); });
  p.made.addEventListener("pointerup", e => {
    if (!start) return;
    const [, py] = where(p, e), [j, first] = start;
    start = null;
    if (Math.abs(py - first) < 4) return;
    const a = along(j, first), b = along(j, py);
    keep([[free[j].name, Math.min(a, b), Math.max(a, b)]]);
  });
  p.made.addEventListener("dblclick", () => { filters.clear(); redraw(); });

  // ---- benchmarks
  if (data.benchmarks) {
    add(page, "h2", "Points far from each other");
    add(page, "p", "Each is the valid point farthest from those before it. Choose one to see everything about it.");
    const points = data.benchmarks.points;
    const body = table(page, "Points far from each other", ["point", ...free.map(k => label(k))], points.map((each, b) => [`<button type="button">BP${b + 1}</button>`, ...free.map(k => short(k.values[each.row]))]), free.map((k, i) => i + 1), ["point", ...free.map(k => k.name)]);
    const details = add(page, "div", "", { "aria-live": "polite" });
    [...body.children].forEach((row, b) => row.addEventListener("click", () => {
      [...body.children].forEach(other => other.classList.toggle("chosen", other === row));
      describe(details, "BP" + (b + 1), points[b].row, points[b].values ? points[b] : undefined);
    }));
  }
} else {
  add(page, "p", "No valid point was found, so there are no planes to draw.");
}

add(page, "h2", "Where it comes from");
const origin = Object.entries(data.provenance ?? {}).filter(([, v]) => v.length !== 0);
if (origin.length) table(page, "Where it comes from", ["what", "value"], origin.map(([k, v]) => [escape(k.replaceAll("_", " ")), escape(Array.isArray(v) ? v.map(j => j.name ?? j).join(", ") : v)]));
add(page, "p", (data.references ?? []).map(r => escape(r.text) + (r.id ? " [" + escape(r.id) + "]" : "")).join("<br>"), { class: "soft" });
redraw();
