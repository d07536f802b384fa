// Opens pages in a real browser, each at four widths, light and dark, and printed, and says what it saw, as JSON.
// Arguments: the folder of a new browser profile, then files.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [profile, ...files] = process.argv.slice(2);
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});
const seen = [];
for (const file of files) {
  const address = pathToFileURL(file).href;
  const sheets = await printed(address);
  for (const [colorScheme, widths] of [["light", [320, 400, 700, 1280]], ["dark", [400, 1280]]]) {
    for (const width of widths) {
      const page = await browser.newPage();
      const one = { file, colorScheme, width, pages: sheets, console: [], requests: [], dialogs: 0 };
      page.on("console", (message) => one.console.push(message.text()));
      page.on("pageerror", (error) => one.console.push(error.message));
      page.on("request", (request) => {
        if (request.url() !== address) one.requests.push(request.url());
      });
      page.on("dialog", (dialog) => { one.dialogs += 1; return dialog.dismiss(); });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      Object.assign(one, await page.evaluate(() => {
        const anchors = [...document.querySelectorAll('a[href^="#"]')];
        return {
          wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          anchors: anchors.length,
          broken: anchors.filter((a) => !document.querySelector(`[id="${a.hash.slice(1)}"]`)).map((a) => a.hash),
          sheets: document.styleSheets.length,
          paper: getComputedStyle(document.querySelector(".text") ?? document.body).backgroundColor,
        };
      }));
      one.focus = await firstFocus(page);
      one.inView = await reached(page);
      await page.evaluate(axe);
      one.violations = await page.evaluate(async () => {
        const { violations } = await axe.run(document, { resultTypes: ["violations"] });
        return violations.map((found) => `${found.id}: ${found.nodes[0].html.slice(0, 200)}`);
      });
      seen.push(one);
      await page.close();
    }
  }
}
await browser.close();
process.stdout.write(JSON.stringify(seen));

// How many pages of A4 the report takes on paper.
async function printed(address) {
  const page = await browser.newPage();
  await page.goto(address);
  const paper = await page.pdf({ format: "A4", margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" } });
  await page.close();
  return paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

// Clicks from the first mark to its card and back: are both in sight afterwards?
async function reached(page) {
  const mark = page.locator("a.ref[id]").first();
  if ((await mark.count()) === 0) return [];
  const card = page.locator(`[id="${(await mark.getAttribute("href")).slice(1)}"]`);
  await mark.click();
  const there = await inSight(card);
  const folded = card.locator("> summary");
  if ((await folded.count()) > 0) await folded.click();
  const back = card.locator(`a[href="#${await mark.getAttribute("id")}"]`);
  await back.click();
  return [there, await inSight(mark)];
}

function inSight(locator) {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

// Whether the first Tab reaches the skip link, and can be seen there.
async function firstFocus(page) {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const { className, outlineStyle } = { ...getComputedStyle(document.activeElement), className: document.activeElement.className };
    return [className, outlineStyle];
  });
}
