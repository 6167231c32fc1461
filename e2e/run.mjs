// Walks every journey and prints one line for each; the first line says what went wrong.
import { readdirSync } from "node:fs";
import { launch } from "./lib/browser.mjs";

const folder = new URL("journeys/", import.meta.url);
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

const browser = await launch();
let failed = 0;
for (const name of names) {
  const { default: walk } = await import(new URL(name, folder));
  try {
    const seen = await walk(browser);
    console.log(`ok      ${name.replace(".mjs", "")}: ${seen}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name.replace(".mjs", "")}: ${process.env.KC_E2E_STACK ? error.stack : error.message}`);
  }
}
await browser.close();

if (names.length === 0) {
  console.log("e2e: there is no such journey");
  process.exit(1);
}
console.log(`e2e: ${names.length - failed} of ${names.length} journeys passed`);
process.exit(failed === 0 ? 0 : 1);
