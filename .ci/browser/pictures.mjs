// Draws the pictures of docs/report.md anew: node .ci/browser/pictures.mjs
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { begin, missing, open, root, run, scratch } from "./browser.mjs";

const why = await missing();
if (why) throw new Error(why);
const conf = join(root, "conf/quickstart.yaml"), width = 1000;

/** The part of a page that begins at some element. */
async function picture(page, name, element) {
  await element.evaluate(each => { each.scrollIntoView(); scrollBy(0, -12); });
  const path = join(root, "docs", name);
  await page.screenshot({ path });
  console.log(`${path}: ${Math.round(statSync(path).size / 1000)} kB`);
}

await run("scan", conf, "--out", "catalogues/quickstart", "--set", "families.evaluations=0");
await run("report", "catalogues/quickstart", "--out", join(scratch, "report.html"), "--plane", "in_m_h2,in_m_A1");
for (const theme of ["light", "dark"]) {
  const context = await open(theme, { width, height: 770 }), page = await context.newPage();
  await page.goto(pathToFileURL(join(scratch, "report.html")).href);
  if (theme === "dark") await page.getByLabel("colour").selectOption("in_m_A2");
  await picture(page, `report-${theme}.png`, page.getByRole("heading", { name: "Planes" }));
  await context.close();
}

const context = await open("light", { width, height: 870 }), page = await context.newPage();
const scan = begin("scan", conf, "--threads", "1", "--out", "catalogues/live", "--ui");
await page.goto((await scan.said(/Watch the scan at (\S+)/))[1]);
await page.waitForFunction(() => Number(/([\d,]+) points tried/.exec(document.querySelector(".live").innerText)?.[1].replaceAll(",", "") ?? 0) > 20000, null, { timeout: 300_000 });
await picture(page, "live.png", page.locator("h1"));
scan.child.kill("SIGTERM");
await scan.ended;
await context.close();
