// Registering a project: bad input comes back whole, twice is once, an old form changes nothing.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, pressTwice, problems, typed } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";
import { broken } from "../lib/rules.mjs";

const GOOD = {
  title: "Hỗ trợ máy cắt laser “CNC” & <khuôn> của xưởng",
  kind: "single",
  place_written: "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng",
  starts_on: "1/3/2026",
  cost_estimated: "1,25 tỷ",
  support_asked: "300.000.000",
  workers: "1.250",
};
const BAD = { starts_on: "31/2/2026", cost_estimated: "12 quả", workers: "nhiều" };

export default async function walk(browser) {
  for (const scripts of [true, false]) {
    const { context, page, troubles } = await visitor(browser, { scripts });
    await signIn(page, person("canbo.tt"));
    const code = `HT-${scripts ? "co" : "khong"}-script`;

    await page.goto("/projects/new");
    const wrong = { ...GOOD, ...BAD, code };
    await fill(page, wrong);
    expectSame(await press(page, "Đăng ký"), 422, "a form with mistakes");
    expectSame((await problems(page)).length >= 3, true, "every mistake is named");
    expectSame(await typed(page, Object.keys(wrong)), wrong, "everything typed is kept");
    if (scripts) expectNone(await broken(page));

    await fill(page, GOOD);
    await placed(page);
    await pressTwice(page, "Đăng ký", /^\/projects\/[0-9a-f-]{36}$/);
    expectSame((await page.textContent("h1")).trim(), GOOD.title, "the title as it was typed");
    const project = new URL(page.url()).pathname;
    expect((await page.textContent("main")).includes("1.250.000.000"), "1,25 tỷ is read in full");

    await once(page, code);
    await stale(page, context, project);
    expectNone(troubles);
    await context.close();
  }
  return "with scripts and without";
}

/** Chooses among several places the address may name, where the form asks. */
async function placed(page) {
  if ((await page.locator("[name=area][type=radio]").count()) === 0) return;
  await page.locator("[name=area][type=radio]").first().check();
}

/** However often the button was pressed, the list holds the project once. */
async function once(page, code) {
  await page.goto(`/projects?q=${encodeURIComponent(code)}`);
  const rows = await page.locator("main tbody tr", { hasText: code }).count();
  expectSame(rows, 1, "rows in the list after pressing twice");
}

/** Two windows on one record: the later one is told, keeps what it typed and changes nothing. */
async function stale(page, context, project) {
  const other = await context.newPage();
  await page.goto(`${project}/edit`);
  await other.goto(`${project}/edit`);
  await fill(page, { note: "ghi ở cửa sổ thứ nhất" });
  expectSame(await press(page, "Lưu"), 303, "the first window");
  await fill(other, { note: "ghi ở cửa sổ thứ hai" });
  expectSame(await press(other, "Lưu"), 422, "the second window");
  expect((await problems(other)).join().includes("người khác sửa"), "it is told why");
  expectSame(await typed(other, ["note"]), { note: "ghi ở cửa sổ thứ hai" }, "it keeps the note");
  await page.goto(project);
  expect((await page.textContent("main")).includes("cửa sổ thứ nhất"), "the first note stands");
  await other.close();
}
