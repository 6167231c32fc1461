// Money with two hands: one prepares, another approves; nobody spends what was not granted.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, pressTwice, problems, typed } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";
import { broken } from "../lib/rules.mjs";

const PROJECT = "Xuất bản Bản tin khuyến công Hải Phòng năm 2026";
const PURSE = "Ngân sách tỉnh, thành phố năm 2026";
const MOVE = { source: "local", effective_on: "2/3/2026" };

export default async function walk(browser) {
  for (const scripts of [true, false]) {
    const people = {};
    for (const name of ["canbo.tt", "ketoan", "duyetchi"]) {
      people[name] = await visitor(browser, { scripts });
      await signIn(people[name].page, person(name));
    }
    const { page: officer } = people["canbo.tt"];
    const { page: accountant } = people["ketoan"];
    const { page: approver } = people["duyetchi"];
    const project = await find(officer);

    await openMove(officer, project, { ...MOVE, kind: "contract", amount: "30 triệu" });
    expectSame(await press(officer, "Ghi"), 303, "contracting 30 million");

    await refused(accountant, project, scripts);
    await openMove(accountant, project, { ...MOVE, kind: "pay", amount: "10.000.000" });
    await pressTwice(accountant, "Ghi", new RegExp(`^${project}$`));
    await openMove(accountant, project, { ...MOVE, kind: "pay", amount: "5.000.000" });
    expectSame(await press(accountant, "Ghi"), 303, "preparing a second payment");

    await accountant.goto("/ledger/waiting");
    expectSame(await accountant.locator("main button").count(), 0, "buttons for the one who prepared");
    await decide(approver, scripts);
    await accountant.goto(`${project}?tab=money`);
    const rows = accountant.locator("main tbody tr", { hasText: "Thanh toán" });
    expectSame(await rows.count(), scripts ? 1 : 2, "payments in the ledger");
    for (const { context, troubles } of Object.values(people)) {
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
  const purse = page.locator("[name=purse] option", { hasText: PURSE });
  await fill(page, { ...values, purse: await purse.getAttribute("value") });
}

/** More than was contracted is refused at once, and the form keeps what was typed. */
async function refused(page, project, scripts) {
  const tooMuch = { ...MOVE, kind: "pay", amount: "999 tỷ" };
  await openMove(page, project, tooMuch);
  expectSame(await press(page, "Ghi"), 422, "paying more than was contracted");
  expectSame((await problems(page)).length, 1, "one reason");
  expectSame(await typed(page, Object.keys(tooMuch)), tooMuch, "everything typed is kept");
  if (scripts) expectNone(await broken(page));
}

/** Pressing twice prepared once: 10 million wait once. They are approved, the 5 are rejected. */
async function decide(page, scripts) {
  await page.goto("/ledger/waiting");
  const waiting = await page.textContent("main");
  expectSame(waiting.split("10.000.000").length - 1, 1, "payments of 10 million that wait");
  if (scripts) expectNone(await broken(page));
  const card = (amount) => page.locator("main dl", { hasText: amount });
  expectSame(await card("5.000.000").count(), 1, "payments of 5 million that wait");
  await press(page, "Duyệt chi");
  expect((await page.textContent("body")).includes("đã vào sổ"), "it is said what was done");
  await page.locator("main form[action$='/rejection'] [name=reason]").first().fill("Thiếu hóa đơn");
  await press(page, "Từ chối");
  expectSame(await page.locator("main form").count(), 0, "what still waits");
}
