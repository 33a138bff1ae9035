// Chromium, ThetaScan and what both tests and pictures do with them.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const scratch = mkdtempSync(join(tmpdir(), "thetascan-pages-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const chromium = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(path => path && existsSync(path));

/** Why pages cannot be tested here; false if they can. */
export async function missing() {
  if (!chromium) return "There is no Chromium here: install Debian's package chromium, or name one in CHROMIUM.";
  try {
    await import("playwright-core");
    return false;
  } catch {
    return "playwright-core is not here: npm ci --prefix .ci/browser.";
  }
}

/** A browser with an empty profile that connects to nobody by itself. */
export async function open(colorScheme, viewport = { width: 1240, height: 900 }) {
  const { chromium: driver } = await import("playwright-core");
  return driver.launchPersistentContext(mkdtempSync(join(scratch, "profile-")), {
    executablePath: chromium, headless: true, colorScheme, viewport,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

const launcher = (process.env.THETASCAN ?? join(root, "thetascan")).split(" ");

/** Begins a command of ThetaScan where nothing lies yet; `said` resolves once its output matches. */
export function begin(...words) {
  const child = spawn(launcher[0], [...launcher.slice(1), ...words], { cwd: scratch, stdio: ["ignore", "pipe", "pipe"] });
  const command = { child, out: "", err: "" };
  child.stderr.on("data", data => command.err += data);
  child.stdout.on("data", data => command.out += data);
  command.ended = new Promise(resolve => child.on("close", code => resolve(code)));
  command.said = pattern => new Promise((resolve, reject) => {
    const look = () => { const found = pattern.exec(command.out); if (found) resolve(found); };
    child.stdout.on("data", look);
    command.ended.then(() => { look(); reject(new Error(`${words.join(" ")}: never said ${pattern}\n${command.out}${command.err}`)); });
  });
  return command;
}

/** Runs a command of ThetaScan to its end. */
export async function run(...words) {
  const command = begin(...words), code = await command.ended;
  if (code !== 0) throw new Error(`${words.join(" ")}: exit code ${code}\n${command.out}${command.err}`);
  return command.out;
}
