// The people of the demo, as it printed them, and how they come in.
import { readFileSync } from "node:fs";

/** Everybody the demo printed: sign-in name, role, name. */
export function people() {
  const printed = readFileSync(process.env.KC_E2E_SIGN_INS, "utf8");
  const found = [...printed.matchAll(/^ {2}(\S+) {2,}(\S.*?) {2,}(\S.*)$/gm)];
  if (found.length === 0) throw new Error("the demo printed no sign-ins");
  return found.map(([, signIn, role, name]) => ({ signIn, role, name }));
}

/** One person by sign-in name. */
export function person(signIn) {
  const found = people().find((each) => each.signIn === signIn);
  if (!found) throw new Error(`the demo has nobody called ${signIn}`);
  return found;
}

/** Types name and password, and waits for the first page. */
export async function signIn(page, who) {
  await page.goto("/sign-in");
  await page.fill("[name=sign_in]", who.signIn);
  await page.fill("[name=password]", process.env.KC_E2E_PASSWORD);
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
