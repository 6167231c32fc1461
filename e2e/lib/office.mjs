// Acting as several people of one office, each in a window of their own, and taking a project's steps.
import { visitor } from "./browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems } from "./forms.mjs";
import { person, signIn } from "./people.mjs";

/** Opens a window for each person when first asked for. */
export class Office {
  constructor(browser) {
    this.browser = browser;
    this.windows = {};
  }

  /** The window of a person. */
  async as(name) {
    if (!this.windows[name]) {
      this.windows[name] = await visitor(this.browser);
      this.windows[name].page.setDefaultTimeout(10_000);
      await signIn(this.windows[name].page, person(name));
    }
    return this.windows[name].page;
  }

  /** Opens a form, fills it, sends it; it must be taken. Answers the address it led to. */
  async send(name, address, values, button) {
    const page = await this.as(name);
    const opened = await page.goto(address);
    expectSame(opened.status(), 200, `${name} opens ${address}`);
    await fill(page, values);
    const status = await press(page, button);
    expectSame([status, await problems(page)], [303, []], `${name} sends ${address}`);
    return new URL(page.url()).pathname;
  }

  /** Opens a form, fills it, sends it; it must come back with a sentence that holds the words. */
  async refused(name, address, values, button, words) {
    const page = await this.as(name);
    await page.goto(address);
    await fill(page, values);
    expectSame(await press(page, button), 422, `${name} must not get through at ${address}`);
    const said = (await problems(page)).join(" ");
    expect(said.includes(words), `“${words}” in “${said}”`);
  }

  /** Presses a button on a page. */
  async press(name, address, button) {
    const page = await this.as(name);
    await page.goto(address);
    expectSame(await press(page, button), 303, `${name} presses “${button}” at ${address}`);
  }

  /** What the main part of a page says. */
  async reads(name, address) {
    const page = await this.as(name);
    await page.goto(address);
    return (await page.textContent("main")).replace(/\s+/g, " ");
  }

  /** Closes the windows; nothing may have gone wrong in them. */
  async close() {
    for (const { context, troubles } of Object.values(this.windows)) {
      expectNone(troubles);
      await context.close();
    }
  }
}
