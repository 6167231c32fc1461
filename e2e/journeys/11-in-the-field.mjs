// Field work on a phone: an inspection with findings and a photo, while the connection comes and goes.
import { NARROW, visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems, typed } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";
import { broken } from "../lib/rules.mjs";

const FINDINGS = {
  on: "20/11/2026",
  place_written: "xưởng 2, phường Lê Ích Mộc",
  progress: "Máy đã đặt lên móng,\nđang đấu điện.",
  machine: "Số máy TC-500/11, lắp đúng tên máy được duyệt.",
  request_1: "Nộp hóa đơn và biên bản giao máy",
  due_1: "15/12/2026",
};
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==",
  "base64",
);
const EXPECTED = /ERR_INTERNET_DISCONNECTED/;

export default async function walk(browser) {
  const { context, page, troubles } = await visitor(browser, { viewport: NARROW });
  page.setDefaultTimeout(10_000);
  await signIn(page, person("canbo.tt"));
  const project = await projectUnderWay(page);
  const before = await inspections(page, project);
  const visit = await inspect(page, context, project);
  expectSame(await inspections(page, project), before + 1, "inspections of the project");
  await photograph(page, context, visit);
  expectNone(troubles.filter((trouble) => !EXPECTED.test(trouble)));
  await context.close();
  return "findings and a photo, sent once each after the connection was lost";
}

/** A project that was inspected before. */
async function projectUnderWay(page) {
  await page.goto("/visits?kind=planned");
  await page.locator("main tbody a.row-link").first().click();
  await page.waitForURL((url) => /^\/visits\/[0-9a-f-]{36}$/.test(url.pathname));
  return page.locator("main .facts a[href^='/projects/']").first().getAttribute("href");
}

async function inspections(page, project) {
  await page.goto(`${project}?tab=field`);
  return page.locator("main a[href^='/visits/']:not([href*='new'])").count();
}

/** Types the findings, loses the network and then the page, and sends them from the next one. */
async function inspect(page, context, project) {
  await page.goto(`${project}/inspections/new`);
  await fill(page, FINDINGS);
  await context.setOffline(true);
  await page.locator("main button", { hasText: "Ghi biên bản" }).click();
  await said(page, "Nội dung vẫn còn trên máy này");
  expectNone(await broken(page));
  await context.setOffline(false);
  await page.goto("/");
  await page.goto(`${project}/inspections/new`);
  await page.locator("button", { hasText: "Khôi phục" }).click();
  expectSame(await typed(page, Object.keys(FINDINGS)), FINDINGS, "the findings are back");
  expectNone(await broken(page));
  expectSame([await press(page, "Ghi biên bản"), await problems(page)], [303, []], "the inspection");
  return new URL(page.url()).pathname;
}

/** The photo stays chosen while the page stays open, and is sent when the network is back. */
async function photograph(page, context, visit) {
  await page.goto(`${visit}/photos/new`);
  await page.setInputFiles("main [name=photo]", { name: "may.png", mimeType: "image/png", buffer: PNG });
  await fill(page, { caption: "Máy trên móng", taken_at: "20/11/2026 08:30" });
  await context.setOffline(true);
  await page.locator("main button", { hasText: "Thêm ảnh" }).click();
  await said(page, "Đừng đóng trang");
  await context.setOffline(false);
  await said(page, "Đã có mạng lại");
  expectSame([await press(page, "Gửi lại"), await problems(page)], [303, []], "the photo");
  expectSame(await page.locator("main ul.photos li").count(), 1, "photos of the visit");
  expect((await page.textContent("main")).includes("Máy trên móng"), "with its words");
}

async function said(page, words) {
  await page.locator("main [role=alert], main [role=status]", { hasText: words }).first().waitFor();
}
