// A paper and its file: what is not what its name says is refused, what is kept comes back whole.
import { readFileSync } from "node:fs";
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems } from "../lib/forms.mjs";
import { person, signIn } from "../lib/people.mjs";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

export default async function walk(browser) {
  for (const scripts of [true, false]) {
    const { context, page, troubles } = await visitor(browser, { scripts });
    await signIn(page, person("canbo.tt"));
    await page.goto("/documents/new");
    await fill(page, { kind: "letter", issuer: "Trung tâm", issued_on: "30/2/2026" });
    expectSame(await press(page, "Ghi văn bản"), 422, "a day that never was, and no summary");
    expectSame((await problems(page)).length, 2, "both are named");
    await fill(page, { issued_on: "27/2/2026", summary: "Công văn thử có tệp" });
    expectSame(await press(page, "Ghi văn bản"), 303, "the corrected form");
    const paper = new URL(page.url()).pathname;

    await upload(page, "gia.pdf", Buffer.from("đây không phải tệp PDF"), 422);
    expectSame((await problems(page)).length, 1, "a file that is not what its name says");
    await page.goto(paper);
    await upload(page, "công văn số 1.pdf", PDF, 303);
    const link = page.locator("main a[href*='/files/']").first();
    expect((await link.textContent()).includes("công văn số 1.pdf"), "the file keeps its name");
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(readFileSync(await download.path()).equals(PDF), "the file comes back byte by byte");
    expectNone(troubles);
    await context.close();
  }
  return "with scripts and without";
}

async function upload(page, name, buffer, wanted) {
  await page.setInputFiles("main [name=file]", { name, mimeType: "application/pdf", buffer });
  expectSame(await press(page, "Tải lên"), wanted, `uploading ${name}`);
}
