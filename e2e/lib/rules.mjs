// What must hold on every page, whoever looks at it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const GRAVE = ["serious", "critical"];

/** Names every rule of shape and of accessibility that the page breaks. */
export async function broken(page) {
  return [...(await misshapen(page)), ...(await inaccessible(page))];
}

/** Names every rule of shape that the page breaks: quick. */
export async function misshapen(page) {
  return (await shape(page)).map((complaint) => `${page.url()}: ${complaint}`);
}

async function inaccessible(page) {
  return (await accessibility(page)).map((complaint) => `${page.url()}: ${complaint}`);
}

async function shape(page) {
  return page.evaluate(() => {
    const complaints = [];
    const headings = [...document.querySelectorAll("h1")];
    if (headings.length !== 1) complaints.push(`${headings.length} headings h1`);
    if (!document.documentElement.lang) complaints.push("no language");
    if (!document.title.trim()) complaints.push("no title");
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length) complaints.push(`id used twice: ${[...new Set(twice)].join(", ")}`);
    if (document.querySelector("style, script:not([src]):not([type='application/json'])")) {
      complaints.push("a style or a script stands in the page");
    }
    const over = document.scrollingElement.scrollWidth - window.innerWidth;
    if (over > 1) complaints.push(`${over} pixels wider than the window`);
    return complaints;
  });
}

async function accessibility(page) {
  // The pages forbid foreign scripts, so axe comes in through the debugger, not through a tag.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations
    .filter((violation) => GRAVE.includes(violation.impact))
    .map((violation) => {
      const places = violation.nodes.slice(0, 3).map((node) => node.target.join(" "));
      return `${violation.id} (${violation.impact}): ${violation.help} at ${places.join(" | ")}`;
    });
}
