// Counterpart money: promised, never shown beyond the promise, reversed by another with a reason.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, pressTwice, problems, typed } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";
import { broken } from "../lib/rules.mjs";

const PROJECT = "Xuất bản Bản tin khuyến công Hải Phòng năm 2026";
const MOVE = { source: "counterpart", effective_on: "2/3/2026" };

export default async function walk(browser) {
  for (const scripts of [true, false]) {
    const accountant = await visitor(browser, { scripts });
    const approver = await visitor(browser, { scripts });
    await signIn(accountant.page, person("ketoan"));
    await signIn(approver.page, person("duyetchi"));
    const { page } = accountant;
    const project = await find(page);
    const promised = scripts ? "30.000.000" : "31.000.000";

    await openMove(page, project, { ...MOVE, kind: "commit", amount: promised });
    await pressTwice(page, "Ghi", new RegExp(`^${project}$`));
    const entries = page.locator("main tbody tr", { hasText: "Cam kết đối ứng" });
    expectSame(await entries.count(), scripts ? 1 : 2, "promises after pressing twice");
    await refused(page, project, scripts);
    await reverse(approver.page, project, promised);
    for (const { context, troubles } of [accountant, approver]) {
      expectNone(troubles);
      await context.close();
    }
  }
  return "with scripts and without";
}

async function find(page) {
  await page.goto(`/projects?q=${encodeURIComponent(PROJECT)}`);
  return page.locator("main tbody tr", { hasText: PROJECT }).locator("a").first().getAttribute("href");
}

async function openMove(page, project, values) {
  await page.goto(`${project}/moves/new`);
  await fill(page, values);
}

/** More than was promised is refused at once, and the form keeps what was typed. */
async function refused(page, project, scripts) {
  const tooMuch = { ...MOVE, kind: "evidence", amount: "999 tỷ", reason: "hóa đơn số 7" };
  await openMove(page, project, tooMuch);
  expectSame(await press(page, "Ghi"), 422, "showing more than was promised");
  expectSame((await problems(page)).length, 1, "one reason");
  expectSame(await typed(page, Object.keys(tooMuch)), tooMuch, "everything typed is kept");
  if (scripts) expectNone(await broken(page));
}

/** The whole promise is reversed; without a reason it is not, and both entries stay. */
async function reverse(page, project, amount) {
  await page.goto(`/ledger/entries?project=${project.split("/").pop()}`);
  const shown = amount.replace(/\.000\.000$/, "");
  const row = page.locator("main tbody tr", { hasText: "Cam kết đối ứng" }).filter({ hasText: shown });
  await page.goto(await row.first().locator("a").first().getAttribute("href"));
  await fill(page, { amount, effective_on: "3/3/2026" });
  expectSame(await press(page, "Ghi bút toán đảo"), 422, "a reversal without a reason");
  await fill(page, { reason: "ghi nhầm đề án" });
  expectSame(await press(page, "Ghi bút toán đảo"), 303, "with a reason");
  expect((await page.textContent("main")).includes("ghi nhầm đề án"), "the reason is kept");
  await page.goto(`/ledger/entries?project=${project.split("/").pop()}`);
  expect((await row.count()) > 0, "the entry that was reversed is still there");
}
