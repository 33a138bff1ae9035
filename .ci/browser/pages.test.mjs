// The page of `report` and that of a running scan in headless Chromium: node --test .ci/browser
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { begin, missing, open, root, run, scratch } from "./browser.mjs";

const skip = await missing();
const LIGHT = "rgb(255, 255, 255)", DARK = "rgb(20, 24, 29)";
const conf = join(root, "conf/quickstart.yaml");
const at = name => join(scratch, name);
const scan = (name, seed, families) => run("scan", conf, "--set", "stop.evaluations=6000", "--set", "seed=" + seed, "--set", "families.evaluations=" + families, "--out", at(name));

/** What axe-core objects to. */
async function objections(page) {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(() => axe.run());
  assert.ok(found.passes.length > 20);
  return found.violations.map(each => `${each.id}: ${each.nodes[0].html}`);
}

/** A page that is watched: what it logs, and what it asks for. */
async function show(context, url) {
  const page = await context.newPage(), seen = { errors: [], requests: [] };
  page.on("pageerror", error => seen.errors.push(error.stack));
  page.on("console", message => seen.errors.push(message.text()));
  page.on("request", request => seen.requests.push(request.url()));
  page.setDefaultTimeout(120_000); // machines may be busy
  await page.goto(url, { waitUntil: "load" });
  return { page, seen };
}

const big = page => page.getByRole("img", { name: "chosen plane" });
const panelText = page => page.locator("main").innerText();
/** Colours of a picture: what its pixels are, most frequent first. */
const pixels = canvas => canvas.evaluate(made => {
  const { data } = made.getContext("2d").getImageData(0, 0, made.width, made.height), times = new Map();
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) { const key = data.slice(i, i + 3).join(","); times.set(key, (times.get(key) ?? 0) + 1); }
  return [...times].sort((a, b) => b[1] - a[1]).map(([key]) => key);
});
async function drag(page, canvas, [x, y], [u, v]) {
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox(), to = (f, g) => [box.x + f * box.width, box.y + g * box.height];
  await page.mouse.move(...to(x, y));
  await page.mouse.down();
  await page.mouse.move(...to(u, v), { steps: 4 });
  await page.mouse.up();
}

describe("the page of a report", { skip }, () => {
  let contexts = {}, one, two;
  before(async () => {
    await Promise.all([scan("a", 1, 2000), scan("b", 2, 0)]);
    await Promise.all([
      run("report", at("a"), "--out", at("one.html"), "--plane", "in_m_h2,in_m_A1", "--columns", "obs_hb_limit_h2"),
      run("report", at("a"), at("b"), "--out", at("two.html")),
    ]);
    [one, two] = ["one.html", "two.html"].map(name => pathToFileURL(at(name)).href);
    for (const scheme of ["light", "dark"]) contexts[scheme] = await open(scheme);
  });
  after(() => Promise.all(Object.values(contexts).map(context => context.close())));

  for (const scheme of ["light", "dark"]) {
    test(`is ${scheme}, asks for nothing, and axe-core has no objections`, async () => {
      const { page, seen } = await show(contexts[scheme], one);
      const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor), [own, other] = scheme === "light" ? [LIGHT, DARK] : [DARK, LIGHT];
      assert.equal(await back(), own);
      for (const details of await page.locator("details").all()) await details.evaluate(each => each.open = true);
      await page.getByRole("button", { name: "BP1" }).click();
      assert.deepEqual(await objections(page), []);
      await page.getByRole("button", { name: "Light or dark" }).click();
      assert.equal(await back(), other);
      assert.deepEqual(seen, { errors: [], requests: [one] });
      assert.doesNotMatch(await page.content(), /(src|href)=|@import|url\(/);
    });
  }

  test("loads within three seconds", async () => {
    const { page } = await show(contexts.light, one);
    const [loaded, size] = [await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd), statSync(at("one.html")).size];
    console.log(`loaded in ${Math.round(loaded)} ms, ${(size / 1e6).toFixed(1)} MB`);
    assert.ok(loaded > 0 && loaded < 3000);
  });

  test("sets every label as a formula", async () => {
    const { page } = await show(contexts.light, one);
    assert.ok(await page.locator("math").count() > 40);
    assert.doesNotMatch(await panelText(page), /\\|\$/);
    const flat = await page.locator("math").evaluateAll(all => all.filter(each => each.getBoundingClientRect().height < 5).length);
    assert.equal(flat, 0);
    assert.equal(await page.evaluate(() => math("m_{H_1^\\pm}")), "<math><mrow><msub><mi>m</mi><mrow><mrow><msubsup><mi>H</mi><mrow><mn>1</mn></mrow><mrow><mo>±</mo></mrow></msubsup></mrow></mrow></msub></mrow></math>");
  });

  test("shows everything about a benchmark point, and its id is known", async () => {
    const { page } = await show(contexts.light, one);
    await page.getByRole("button", { name: "BP2" }).click();
    const values = page.getByRole("region", { name: /^Values of BP2/ }), verdicts = page.getByRole("region", { name: /^Constraints on BP2/ });
    const everything = JSON.parse(await run("models", "z3-3hdm", "--json"));
    assert.equal(await values.locator("tbody tr").count(), everything.parameters.length + everything.observables.length);
    assert.equal(await verdicts.locator("tbody tr").count(), 61);
    const id = /point ([0-9a-f]{16})/.exec(await panelText(page))[1];
    assert.match(await run("explain", at("a"), id), /: VALID, cost 0/);
  });

  test("chooses points by a rectangle, by numbers and along an axis, and a double click undoes it", async () => {
    const { page, seen } = await show(contexts.light, one);
    const chosen = async () => Number(/([\d,]+) chosen/.exec(await panelText(page))?.[1].replaceAll(",", "") ?? -1);
    const all = await page.evaluate(() => count);
    await drag(page, big(page), [.3, .3], [.7, .7]);
    const inside = await chosen();
    assert.ok(inside > 0 && inside < all, `${inside} of ${all}`);
    assert.equal(await page.getByTitle("Remove this choice").count(), 2);
    const [low, high] = await page.evaluate(() => filters.get("in_m_h2"));
    assert.equal(await page.evaluate(() => [...Array(count).keys()].filter(kept).every(i => { const v = byName.in_m_h2.values[i], [a, b] = filters.get("in_m_h2"); return a <= v && v <= b; })), true);
    await page.getByTitle("Remove this choice").first().click();
    assert.ok(await chosen() >= inside);
    await big(page).dblclick();
    assert.equal(await chosen(), -1);
    await page.getByLabel("keep points with").selectOption("in_m_h2");
    await page.getByRole("spinbutton", { name: "from" }).fill(String(low));
    await page.getByRole("spinbutton", { name: "to" }).fill(String(high));
    await page.getByRole("button", { name: "Keep" }).click();
    const byNumbers = await chosen();
    await drag(page, page.getByRole("img", { name: "parallel coordinates of the parameters" }), [.5 / 16, .2], [.5 / 16, .5]);
    assert.ok(await chosen() < byNumbers);
    assert.deepEqual(seen.errors, []);
  });

  test("shows the point that is clicked", async () => {
    const { page } = await show(contexts.light, one);
    const [x, y] = await page.evaluate(() => {
      const a = axis(byName.in_m_h2), b = axis(byName.in_m_A1), part = (ax, v) => (v - ax.limits[0]) / (ax.limits[1] - ax.limits[0]);
      return [(LEFT + part(a, byName.in_m_h2.values[0]) * (760 - LEFT - RIGHT)) / 760, (500 - BOTTOM - part(b, byName.in_m_A1.values[0]) * (500 - BOTTOM - TOP)) / 500];
    });
    await big(page).scrollIntoViewIfNeeded();
    const box = await big(page).boundingBox();
    await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    assert.match(await page.getByRole("region", { name: /^Values of The chosen point/ }).innerText(), /in_m_h2/);
    assert.match(await panelText(page), /thetascan explain \S+ [0-9a-f]{16}/);
  });

  test("colours by family, by a choice and by any number", async () => {
    const { page } = await show(contexts.dark, one);
    const key = page.locator(".key");
    await page.getByLabel("colour").selectOption("family");
    assert.match(await key.innerText(), /family 1/);
    const families = await pixels(big(page));
    await page.getByLabel("colour").selectOption("obs_hb_limit_h2");
    assert.match(await key.innerText(), /[A-Za-z]{3}/);
    await page.getByLabel("colour").selectOption("in_m_A2");
    assert.match(await key.innerText(), /GeV/);
    assert.ok((await pixels(big(page))).length > families.length + 20, "a ramp has many colours");
  });

  test("draws catalogues over one another", async () => {
    const { page, seen } = await show(contexts.light, two);
    const drawn = await pixels(big(page));
    for (const colour of ["0,114,178", "230,159,0"]) assert.ok(drawn.includes(colour), colour);
    assert.match(await panelText(page), /thetascan compare/);
    assert.deepEqual(await objections(page), []);
    assert.deepEqual(seen, { errors: [], requests: [two] });
  });

  /** G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, IEEE TVCG 15 (2009) 1291, severity 1. */
  test("has colours that are told apart by everybody, and stand out from the panel", async () => {
    const { page } = await show(contexts.light, one);
    const palettes = await page.evaluate(() => PALETTES);
    const see = {
      everybody: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
      protanopia: [[.152286, 1.052583, -.204868], [.114503, .786281, .099216], [-.003882, -.048116, 1.051998]],
      deuteranopia: [[.367322, .860646, -.227968], [.280085, .672501, .047413], [-.01182, .04294, .968881]],
      tritanopia: [[1.255528, -.076749, -.178779], [-.078411, .930809, .147602], [.004733, .691367, .3039]],
    };
    const linear = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16) / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    const lab = rgb => {
      const f = t => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116;
      const [x, y, z] = [[.4124, .3576, .1805, .9505], [.2126, .7152, .0722, 1], [.0193, .1192, .9505, 1.089]].map(([r, g, b, white]) => f((r * rgb[0] + g * rgb[1] + b * rgb[2]) / white));
      return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    };
    for (const [name, colours] of Object.entries(palettes)) for (const [who, matrix] of Object.entries(see)) {
      const seen = colours.slice(0, 4).map(hex => lab(matrix.map(row => row.reduce((sum, m, i) => sum + m * linear(hex)[i], 0))));
      for (let i = 0; i < seen.length; i++) for (let j = 0; j < i; j++) {
        const distance = Math.hypot(...seen[i].map((v, k) => v - seen[j][k]));
        assert.ok(distance > 12, `${name}, ${who}: ${colours[i]} and ${colours[j]} differ by ${distance.toFixed(1)}`);
      }
    }
    const luminance = hex => linear(hex).reduce((sum, c, i) => sum + [.2126, .7152, .0722][i] * c, 0);
    for (const [name, panel] of [["light", "#f6f8fa"], ["dark", "#1d232a"]]) {
      const [a, b] = [luminance(palettes[name][0]), luminance(panel)];
      assert.ok((Math.max(a, b) + .05) / (Math.min(a, b) + .05) > 3, name);
    }
  });

  test("prints light", async () => {
    const { page } = await show(contexts.dark, one);
    const back = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await back(), LIGHT);
    assert.ok((await pixels(big(page))).includes("0,114,178"));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await back(), DARK);
    assert.ok((await page.pdf()).length > 50_000);
  });
});

describe("the page of a running scan", { skip }, () => {
  test("follows the scan to its end, refuses whoever has no token, and stays", async () => {
    const context = await open("light");
    const running = begin("scan", "--ui", conf, "--threads", "1", "--set", "stop.evaluations=0", "--out", at("live"));
    const [, url] = await running.said(/Watch the scan at (\S+)/);
    const { page, seen } = await show(context, url);
    const tried = () => page.locator(".live").innerText().then(text => Number(/([\d,]+) points tried/.exec(text)?.[1].replaceAll(",", "") ?? 0));
    await page.waitForFunction(() => count > 200);
    const before = await tried();
    assert.match(await page.locator(".live").innerText(), /The scan is running/);
    await page.waitForFunction(least => Number(/([\d,]+) points tried/.exec(document.querySelector(".live").innerText)[1].replaceAll(",", "")) > least, before);
    await page.waitForFunction(() => scans[0].grids);
    assert.ok((await pixels(big(page))).includes("0,114,178"));
    await page.locator("select").first().selectOption("obs_kappa_V");
    const other = await context.newPage();
    assert.equal((await other.goto(url.replace(/token=.*/, "token=wrong"))).status(), 403);
    running.child.kill("SIGTERM");
    await page.waitForFunction(() => document.querySelector(".live").innerText.includes("The scan has ended"));
    assert.equal(await running.ended, 143, running.err);
    await page.waitForFunction(() => document.querySelector(".live").innerText.includes("thetascan report"));
    const text = await page.locator(".live").innerText();
    assert.match(text, /found: .* valid points among/);
    assert.deepEqual(await objections(page), []);
    assert.deepEqual(seen.errors, []);
    assert.ok(seen.requests.every(each => each.startsWith(new URL(url).origin)));
    await context.close();
  });
});
