// Every page that can be reached by links, as every role: rules, both widths, light and dark.
import { NARROW, WIDE, visitor } from "../lib/browser.mjs";
import { broken } from "../lib/rules.mjs";
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
    for (const path of await reachable(page, person)) {
      const thoroughly = !kinds.has(kind(path));
      kinds.add(kind(path));
      looked += 1;
      for (const what of await look(page, path, thoroughly)) complaints.add(what);
    }
    for (const trouble of troubles) complaints.add(trouble);
    await context.close();
  }
  if (complaints.size > 0) throw new Error(`\n  ${[...complaints].join("\n  ")}`);
  return `${looked} pages of ${kinds.size} kinds, as ${people().length} people`;
}

/** Follows links breadth first and answers the paths worth a look. */
async function reachable(page, person) {
  const seen = new Map();
  const queue = ["/"];
  const paths = [];
  while (queue.length > 0) {
    const path = queue.shift();
    const times = seen.get(kind(path)) ?? 0;
    if (times >= EACH_KIND_MAX || paths.includes(path)) continue;
    if (paths.length >= PAGES_MAX) throw new Error(`${person.role} finds no end of pages`);
    seen.set(kind(path), times + 1);
    const answer = await page.goto(path);
    if (answer.status() !== 200) throw new Error(`${person.role}: ${path} answers ${answer.status()}`);
    paths.push(path);
    queue.push(...(await links(page)));
  }
  return paths;
}

function links(page) {
  return page.$$eval("a[href]:not([download])", (anchors) =>
    anchors
      .map((anchor) => new URL(anchor.href))
      .filter((url) => url.origin === location.origin)
      .filter((url) => !/\.(xlsx|pdf|csv|json|md)$/.test(url.pathname))
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

async function look(page, path, thoroughly) {
  await page.setViewportSize(WIDE);
  await page.goto(path);
  const complaints = await broken(page);
  if (thoroughly) {
    await page.setViewportSize(NARROW);
    complaints.push(...(await broken(page)).map((what) => `narrow: ${what}`));
    await page.emulateMedia({ colorScheme: "dark" });
    complaints.push(...(await broken(page)).map((what) => `dark: ${what}`));
    await page.emulateMedia({ colorScheme: "light" });
  }
  return complaints;
}
