// Filling forms as people do, and saying what must hold.

/** Types or chooses each value; a field is named as the form names it. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kind = await field.evaluate((element) => element.type);
    if (kind === "radio") await page.check(`main [name="${name}"][value="${value}"]`);
    else if (kind === "select-one") await field.selectOption(value);
    else await field.fill(value);
  }
}

/** What stands in the fields, by name. */
export async function typed(page, names) {
  const values = {};
  for (const name of names) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field.first().evaluate((element) => element.type);
    const chosen = kind === "radio" ? page.locator(`main [name="${name}"]:checked`) : field;
    values[name] = await chosen.first().inputValue();
  }
  return values;
}

/** Presses a button by its words and waits for the page that answers; gives its status. */
export async function press(page, words, place = "main") {
  const button = page.locator(`${place} button`, { hasText: words }).first();
  const isAnswer = (request) => request.method() === "POST" || request.isNavigationRequest();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isAnswer(response.request())),
    button.click(),
  ]);
  await page.waitForLoadState();
  if (answer.request().isNavigationRequest()) return answer.status();
  return settled(page, answer);
}

/** The page's own script sent the form: waits until it has gone on or shows what came back. */
async function settled(page, answer) {
  await page.waitForFunction(() => !document.querySelector("form[data-sent]"));
  await page.waitForLoadState();
  return "kc-goes-to" in answer.headers() ? 303 : answer.status();
}

/** Presses a button twice in a row, as impatient people do, and waits for the page it leads to. */
export async function pressTwice(page, words, path) {
  await page.locator("main button", { hasText: words }).first().dblclick();
  await page.waitForURL((url) => path.test(url.pathname), { timeout: 10_000 });
}

/** The problems named on top of a form, each with the field it leads to; all must lead somewhere. */
export async function problems(page) {
  const links = await page.$$eval(".error-summary li", (items) =>
    items.map((item) => ({
      text: item.textContent.trim(),
      field: item.querySelector("a")?.getAttribute("href") ?? "",
    })),
  );
  for (const { text, field } of links.filter((link) => link.field)) {
    expect(await page.locator(`[id="${field.slice(1)}"]`).count(), `“${text}” leads to its field`);
  }
  return links.map((link) => link.text);
}

/** Fails with what should have held. */
export function expect(holds, what) {
  if (!holds) throw new Error(`not so: ${what}`);
}

/** Fails where two values differ, with both. */
export function expectSame(found, wanted, what) {
  const [here, there] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (here !== there) throw new Error(`${what}: ${here}, not ${there}`);
}

/** Fails with every complaint; a form sent back is no trouble. */
export function expectNone(complaints) {
  const grave = complaints.filter((complaint) => !/status of (422|409)/.test(complaint));
  if (grave.length > 0) throw new Error(`\n  ${grave.join("\n  ")}`);
}
