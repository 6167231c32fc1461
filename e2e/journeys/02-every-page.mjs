// Every page that can be reached by links, as every role: rules, both widths, light and dark.
import { NARROW, WIDE, visitor } from "../lib/browser.mjs";
import { broken, misshapen } from "../lib/rules.mjs";
import { people, signIn } from "../lib/people.mjs";

/** Pages of one kind that one role looks at: the second shows what the first happens to lack. */
const EACH_KIND_MAX = 2;
/** A bound on one role's walk, so that links without end are noticed. */
const PAGES_MAX = 400;

export default async function walk(browser) {
  const complaints = new Set();
  const kinds = new Set();
  let looked = 0;
  for (const person of people()) {
    const { context, page, troubles } = await visitor(browser);
    await signIn(page, person);
    looked += await follow(page, person, kinds, complaints);
    for (const trouble of troubles) complaints.add(trouble);
    await context.close();
  }
  if (complaints.size > 0) throw new Error(`\n  ${[...complaints].join("\n  ")}`);
  return `${looked} pages of ${kinds.size} kinds, as ${people().length} people`;
}

/** Follows links breadth first, looks at each page, and answers how many there were. */
async function follow(page, person, kinds, complaints) {
  const times = new Map();
  const seen = new Set();
  const queue = ["/"];
  while (queue.length > 0) {
    const path = queue.shift();
    const already = times.get(kind(path)) ?? 0;
    if (already >= EACH_KIND_MAX || seen.has(path)) continue;
    if (seen.size >= PAGES_MAX) throw new Error(`${person.role} finds no end of pages`);
    times.set(kind(path), already + 1);
    seen.add(path);
    const answer = await open(page, path);
    if (answer === null) continue;
    if (answer.status() !== 200) {
      complaints.add(`${person.role}: a link leads to ${path}, which answers ${answer.status()}`);
      continue;
    }
    queue.push(...(await links(page)));
    const found = kinds.has(kind(path)) ? await misshapen(page) : await look(page);
    kinds.add(kind(path));
    for (const what of found) complaints.add(what);
  }
  return seen.size;
}

/** Opens a page; nothing where the address hands over a file. */
function open(page, path) {
  return page.goto(path).catch((error) => {
    if (error.message.includes("Download is starting")) return null;
    throw error;
  });
}

function links(page) {
  // The attribute, not the property: in a drawing the property is an object.
  return page.$$eval("a[href]:not([download])", (anchors) =>
    anchors
      .map((anchor) => new URL(anchor.getAttribute("href"), location))
      .filter((url) => url.origin === location.origin)
      .filter((url) => !/[./](xlsx|pdf|csv|json|md|docx|ics)$/.test(url.pathname))
      .filter((url) => !/format=(xlsx|pdf|csv|json|md)/.test(url.search))
      .map((url) => url.pathname + url.search),
  );
}

/** Two addresses are of one kind when they differ in identifiers and values only. */
function kind(path) {
  const [route, query = ""] = path.split("?");
  const plain = route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/\/[^/]*\d[^/]*/g, "/{n}");
  const names = [...new URLSearchParams(query).keys()].sort().join("&");
  return names ? `${plain}?${names}` : plain;
}

/** The first page of its kind: wide, narrow, light and dark. */
async function look(page) {
  const complaints = await broken(page);
  await page.setViewportSize(NARROW);
  complaints.push(...(await broken(page)).map((what) => `narrow: ${what}`));
  await page.emulateMedia({ colorScheme: "dark" });
  complaints.push(...(await broken(page)).map((what) => `dark: ${what}`));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(WIDE);
  return complaints;
}
