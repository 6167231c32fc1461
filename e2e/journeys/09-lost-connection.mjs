// The connection, the page or the session goes while a form is being typed: a sentence, and one record.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems, typed } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";

const ABOUT = {
  title: "Hỗ trợ máy phay ghi lúc mất mạng",
  kind: "single",
  place_written: "phường Lê Ích Mộc, Hải Phòng",
  starts_on: "1/3/2026",
  cost_estimated: "1,25 tỷ",
  need: "Máy cũ sai số lớn;\nđã khảo sát tháng trước.",
};
/** What the browser writes by itself when a request fails or is refused. */
const EXPECTED = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 40[19]|status of 422/;

export default async function walk(browser) {
  const { context, page, troubles } = await visitor(browser);
  page.setDefaultTimeout(10_000);
  await signIn(page, person("canbo.tt"));
  await offline(page, context, "MM-1");
  await answerLost(page, "MM-2");
  await pageLost(page, context, "MM-3");
  await signedOutElsewhere(page, context, "MM-4");
  await tokenOfBefore(page, context, "MM-5");
  await changedMeanwhile(page, context, "MM-5");
  await nothingStays(page, context);
  expectNone(troubles.filter((trouble) => !EXPECTED.test(trouble)));
  await context.close();
  await withoutScripts(browser);
  return "offline, answer lost, page lost, session lost, changed meanwhile; nothing stays behind";
}

/** Opens the form and types into it. */
async function begin(page, code) {
  await page.goto("/projects/new");
  await fill(page, { ...ABOUT, code });
}

/** The form holds what was typed. */
async function expectTyped(page, code) {
  const wanted = { ...ABOUT, code };
  expectSame(await typed(page, Object.keys(wanted)), wanted, "everything typed is there");
}

/** The form is taken, and the list holds the project once. */
async function sendOnce(page, words, code) {
  expectSame([await press(page, words), await problems(page)], [303, []], `${code} is taken`);
  await once(page, code);
}

async function once(page, code) {
  await page.goto(`/projects?q=${encodeURIComponent(code)}`);
  expectSame(await page.locator("main tbody tr", { hasText: code }).count(), 1, `rows of ${code}`);
  expectSame(await kept(page), [], "a form that was taken leaves no draft");
}

/** The drafts in this browser. */
async function kept(page) {
  return page.evaluate(() =>
    [...Object.values(localStorage), ...Object.values(sessionStorage)].filter((text) => text.startsWith("{")),
  );
}

async function said(page, words) {
  await page.locator("main [role=alert], main [role=status]", { hasText: words }).first().waitFor();
}

async function offline(page, context, code) {
  await begin(page, code);
  await context.setOffline(true);
  await said(page, "Cứ nhập tiếp");
  await page.locator("main button", { hasText: "Đăng ký" }).first().click();
  await said(page, "Nội dung vẫn còn trên máy này; bấm Gửi lại khi có mạng");
  await expectTyped(page, code);
  await context.setOffline(false);
  await said(page, "Đã có mạng lại");
  await sendOnce(page, "Gửi lại", code);
}

/** The server took the form, but its answer never came: sent again it is the same record. */
async function answerLost(page, code) {
  await begin(page, code);
  await page.route("**/projects", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.locator("main button", { hasText: "Đăng ký" }).first().click();
  await said(page, "Mất kết nối");
  await page.unroute("**/projects");
  await sendOnce(page, "Gửi lại", code);
}

/** The window closes in the midst: the next one offers what was typed. */
async function pageLost(page, context, code) {
  const closed = await context.newPage();
  await begin(closed, code);
  await closed.close({ runBeforeUnload: true });
  await page.goto("/projects/new");
  await said(page, "Có nội dung đang nhập dở lúc");
  expectSame(await typed(page, ["title"]), { title: "" }, "nothing is put in unasked");
  await page.locator("button", { hasText: "Khôi phục" }).click();
  await expectTyped(page, code);
  await sendOnce(page, "Đăng ký", code);
}

/** Somebody ended the session: sign in again, and the form is as it was. */
async function signedOutElsewhere(page, context, code) {
  await begin(page, code);
  const other = await context.newPage();
  await other.goto("/");
  await signOut(other);
  await page.locator("main button", { hasText: "Đăng ký" }).first().click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
  await comeIn(page);
  await page.waitForURL((url) => url.pathname === "/projects/new");
  await said(page, "Đã khôi phục nội dung nhập lúc");
  await expectTyped(page, code);
  await sendOnce(page, "Đăng ký", code);
  await other.close();
}

/** Signed out and in again in another window: the token of this one is old, and nobody notices. */
async function tokenOfBefore(page, context, code) {
  await begin(page, code);
  const other = await context.newPage();
  await other.goto("/");
  await signOut(other);
  await signIn(other, person("canbo.tt"));
  await page.locator("main button", { hasText: "Đăng ký" }).first().click();
  await page.waitForURL((url) => /^\/projects\/[0-9a-f-]{36}$/.test(url.pathname));
  await once(page, code);
  await other.close();
}

/** Two people change one record: the later one is told, opens it again and loses nothing of either. */
async function changedMeanwhile(page, context, code) {
  await page.goto(`/projects?q=${code}`);
  await page.locator("main tbody a").first().click();
  await page.waitForURL((url) => /^\/projects\/[0-9a-f-]{36}$/.test(url.pathname));
  const edit = `${new URL(page.url()).pathname}/edit`;
  const other = await context.newPage();
  await Promise.all([page.goto(edit), other.goto(edit)]);
  await fill(other, { workers: "35", note: "ghi trước" });
  expectSame(await press(other, "Lưu"), 303, "the first of two");
  await fill(page, { need: "Đã khảo sát lại.", note: "ghi sau" });
  expectSame(await press(page, "Lưu"), 422, "the second of two");
  expect((await problems(page)).join().includes("người khác sửa"), "the second is told why");
  await page.reload();
  await page.locator("button", { hasText: "Khôi phục" }).click();
  await said(page, "Cả hai cùng sửa “Ghi chú”");
  const wanted = { workers: "35", need: "Đã khảo sát lại.", note: "ghi sau" };
  expectSame(await typed(page, Object.keys(wanted)), wanted, "what each of them changed");
  expectSame(await press(page, "Lưu"), 303, "the second, after looking");
  await other.close();
}

/** A shared machine: after signing out nothing typed is left, not even by a window left open. */
async function nothingStays(page, context) {
  await begin(page, "MM-6");
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes("MM-6")));
  const other = await context.newPage();
  await other.goto("/");
  await signOut(other);
  await fill(page, { title: "Gõ tiếp sau khi đăng xuất" });
  await page.goto("/sign-in");
  const left = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  expectSame(left, [[], []], "what is left in the browser");
  await other.close();
}

/** Without scripts: a clear sentence, and the way back to the form. */
async function withoutScripts(browser) {
  const { context, page } = await visitor(browser, { scripts: false });
  await signIn(page, person("canbo.tt"));
  await begin(page, "MM-7");
  await context.clearCookies();
  expectSame(await press(page, "Đăng ký"), 303, "without a session");
  await said(page, "Phiên làm việc đã hết nên biểu mẫu chưa được ghi");
  await comeIn(page);
  expect(new URL(page.url()).pathname === "/projects/new", "signing in leads back to the form");
  await context.close();
}

async function comeIn(page) {
  await page.fill("[name=sign_in]", person("canbo.tt").signIn);
  await page.fill("[name=password]", process.env.KC_E2E_PASSWORD);
  await page.locator("main form button").first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function signOut(page) {
  await page.locator("details[data-menu] summary").click();
  await page.locator("form[action='/sign-out'] button").click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
}
