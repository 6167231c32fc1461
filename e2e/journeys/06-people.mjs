// Inviting somebody, giving a role and ending it: each is felt at the next page.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";

const SECRET = "một câu dài chỉ mình tôi biết";

export default async function walk(browser) {
  for (const scripts of [true, false]) {
    const admin = await visitor(browser, { scripts });
    await signIn(admin.page, person("quantri"));
    const name = scripts ? "nguoi.moi" : "nguoi.moi.2";

    await admin.page.goto("/people/new");
    await fill(admin.page, { full_name: "Người Mới", sign_in: "có dấu cách" });
    expectSame(await press(admin.page, "Tạo liên kết"), 422, "a name with accents and blanks");
    expectSame((await problems(admin.page)).length, 1, "one reason");
    await fill(admin.page, { sign_in: name });
    expectSame(await press(admin.page, "Tạo liên kết"), 200, "the page with the link");
    const link = await admin.page.locator("main a[href*='/invitations/']").getAttribute("href");
    const them = await admin.page.locator("main a[href^='/people/']").last().getAttribute("href");

    const guest = await visitor(browser, { scripts });
    await guest.page.goto(link);
    const boxes = guest.page.locator("main input[type=password]");
    for (let each = 0; each < (await boxes.count()); each += 1) await boxes.nth(each).fill(SECRET);
    await guest.page.locator("main form button").first().click();
    await guest.page.waitForURL((url) => !url.pathname.startsWith("/invitations"));
    expectSame(await status(guest.page, "/projects"), 403, "projects without a role");
    expectSame(await status(await fresh(browser, scripts), link), 422, "the link a second time");

    await give(admin.page, them);
    expectSame(await status(guest.page, "/projects"), 200, "projects with the role");
    expectSame(await status(guest.page, "/people"), 403, "the list of people, with this role");
    await admin.page.goto(them);
    if (scripts) await admin.page.click("main form[action$='/end'] button");
    const asked = scripts ? "dialog[open]" : "main form[action$='/end']";
    expectSame(await press(admin.page, "Kết thúc", asked), 303, "ending the role");
    expect((await admin.page.textContent("body")).includes("Đã kết thúc"), "the role is ended");
    await guest.page.goto("/projects");
    expectSame(new URL(guest.page.url()).pathname, "/sign-in", "where the person is led then");
    for (const { context, troubles } of [admin, guest]) {
      expectNone(troubles.filter((trouble) => !/status of 403/.test(trouble)));
      await context.close();
    }
  }
  return "with scripts and without";
}

async function fresh(browser, scripts) {
  return (await visitor(browser, { scripts })).page;
}

async function status(page, path) {
  return (await page.goto(path)).status();
}

async function give(page, them) {
  await page.goto(them);
  const centre = page.locator("[name=organisation] option", { hasText: "Trung tâm Khuyến công" });
  await fill(page, {
    role: "centre-officer",
    organisation: await centre.first().getAttribute("value"),
    place: "thành phố Hải Phòng",
    valid_from: "1/1/2026",
  });
  expectSame(await press(page, "Giao vai trò"), 303, "giving a role");
}
