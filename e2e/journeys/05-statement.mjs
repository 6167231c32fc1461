// Entering published figures: wrong lines come back with their numbers, a trial keeps nothing.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems, typed } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";
import { broken } from "../lib/rules.mjs";

const FIGURES = `total (Tổng kinh phí) = 41.306,53 triệu đồng
budget (Ngân sách) = 10.096,53 triệu đồng
counterpart (Đối ứng) = trên 31.000 triệu đồng
projects (Số đề án) = 65 đề án`;
const CHECKS = `tổng (Theo nguồn): total = budget + counterpart
đếm: projects liệt kê 64 đủ`;

export default async function walk(browser) {
  for (const scripts of [true, false]) {
    const { context, page, troubles } = await visitor(browser, { scripts });
    await signIn(page, person("canbo.tt"));
    const title = `Số liệu thử ${scripts ? "có" : "không có"} kịch bản`;

    await page.goto("/statements/new");
    const wrong = { title, figures: `${FIGURES}\nthiếu dấu bằng`, checks: CHECKS };
    await fill(page, wrong);
    expectSame(await press(page, "Lưu"), 422, "a line that is no figure");
    expect((await problems(page)).join().includes("5"), "the wrong line is named by its number");
    expectSame(await typed(page, Object.keys(wrong)), wrong, "everything typed is kept");

    await fill(page, { figures: FIGURES });
    expectSame(await press(page, "Đối chiếu"), 200, "a trial");
    expect((await page.textContent("main")).includes("chưa lưu"), "a trial says it keeps nothing");
    expectSame((await typed(page, ["title"])).title, title, "the trial keeps what was typed");
    if (scripts) expectNone(await broken(page));
    await page.goto(`/statements?q=${encodeURIComponent(title)}`);
    expectSame(await page.locator("main tbody tr", { hasText: title }).count(), 0, "kept by a trial");

    await page.goto("/statements/new");
    await fill(page, { title, figures: FIGURES, checks: CHECKS });
    expectSame(await press(page, "Lưu"), 303, "keeping it");
    const shown = await page.textContent("main");
    expect(shown.includes("41.306,53") && shown.includes("64"), "figures and verdicts are shown");
    expectNone(troubles);
    await context.close();
  }
  return "with scripts and without";
}
