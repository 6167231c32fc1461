// Coming in and going out, with scripts and without.
import { visitor } from "../lib/browser.mjs";
import { person, signIn } from "../lib/people.mjs";
import { broken } from "../lib/rules.mjs";

export default async function walk(browser) {
  const officer = person("canbo.tt");
  for (const scripts of [true, false]) {
    const { context, page, troubles } = await visitor(browser, { scripts });
    await page.goto("/programmes");
    expect(new URL(page.url()).pathname === "/sign-in", "a stranger is asked to sign in");
    if (scripts) expectNone(await broken(page));

    await page.fill("[name=sign_in]", officer.signIn);
    await page.fill("[name=password]", "không phải mật khẩu này");
    await page.press("[name=password]", "Enter");
    await page.waitForSelector("[role=alert], .error-summary");
    expect((await page.inputValue("[name=sign_in]")) === officer.signIn, "what was typed is kept");

    await signIn(page, officer);
    expect((await page.textContent("body")).includes(officer.name), "the page names who is in");
    const out = page.locator("form[action='/sign-out'] button").first();
    await out.evaluate((button) => button.closest("details")?.setAttribute("open", "")).catch(() => {});
    await out.click({ force: true });
    await page.goto("/programmes");
    expect(new URL(page.url()).pathname === "/sign-in", "after signing out the pages are closed");
    expectNone(troubles.filter((trouble) => !trouble.includes("422")));
    await context.close();
  }
  return "with scripts and without";
}

function expect(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

function expectNone(complaints) {
  if (complaints.length > 0) throw new Error(`\n  ${complaints.join("\n  ")}`);
}
