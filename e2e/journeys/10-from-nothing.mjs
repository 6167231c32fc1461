// The first day of a new office: from an empty folder to the first proposal, with nothing of the demo.
import { visitor } from "../lib/browser.mjs";
import { expect, expectNone, expectSame, fill, press, problems } from "../lib/forms.mjs";
import { OwnOffice } from "../lib/program.mjs";

const PASSWORD = "một câu dài dễ nhớ của ngày đầu";
const PROVINCE = "tỉnh Quảng Trị";
const COMMUNE = "xã Triệu Phong, tỉnh Quảng Trị";

const ORGANISATIONS = [
  { name: "Sở Công Thương tỉnh Quảng Trị", kind: "department", place: PROVINCE },
  { name: "Trung tâm Khuyến công Quảng Trị", kind: "centre", place: PROVINCE },
  { name: "UBND xã Triệu Phong", kind: "local-committee", place: COMMUNE },
];
const PEOPLE = [
  { name: "Lê Thị Sở", role: "Chuyên viên Sở Công Thương", at: 0, place: PROVINCE },
  { name: "Võ Văn Tâm", role: "Cán bộ Trung tâm Khuyến công", at: 1, place: PROVINCE },
  { name: "Trần Văn Xã", role: "Cán bộ xã, phường (huyện)", at: 2, place: COMMUNE },
];

export default async function walk(browser) {
  const office = new OwnOffice();
  try {
    const [link] = office.run("init", "--office", "Trung tâm Tin học Quảng Trị").match(/\/invitations\/\w+/);
    const site = await office.serve();
    const come = async (invitation) => firstVisit(await visitor(browser, { site }), invitation);
    const administrator = await come(link);
    await steps(administrator, ["Thêm các tổ chức: trung tâm, Sở, UBND xã", "Mời người dùng và giao vai trò"]);
    await organisations(administrator.page);
    const [department, centre, commune] = await everybody(administrator.page, come);
    await steps(administrator, []);
    await frame(centre, department);
    await firstProposal(commune.page, centre.page);
    for (const { context, troubles } of [administrator, department, centre, commune]) {
      expectNone(troubles);
      await context.close();
    }
    await office.close();
    expect(office.run("audit", "verify").includes("khớp"), "the audit of the first day holds");
  } finally {
    await office.close();
    office.remove();
  }
  return "organisations, people, programme, plan, budget and the first proposal";
}

/** Opens a one-time link and chooses a password. */
async function firstVisit(visit, invitation) {
  const { page } = visit;
  page.setDefaultTimeout(10_000);
  await page.goto(invitation);
  await send(page, { password: PASSWORD, password_again: PASSWORD }, "Đặt mật khẩu");
  return visit;
}

async function send(page, values, button) {
  await fill(page, values);
  expectSame([await press(page, button), await problems(page)], [303, []], `${button} at ${page.url()}`);
}

/** The first steps the home page offers. */
async function steps({ page }, wanted) {
  await page.goto("/");
  const found = await page.locator("main .offers a").allInnerTexts();
  expectSame(found.map((words) => words.trim()), wanted, "first steps on the home page");
}

async function organisations(page) {
  for (const organisation of ORGANISATIONS) {
    await page.goto("/organisations/new");
    await send(page, organisation, "Thêm tổ chức");
  }
}

/** Invites everybody, lets each choose a password, and gives each a role. */
async function everybody(page, come) {
  const visits = [];
  for (const [at, person] of PEOPLE.entries()) {
    await page.goto("/people/new");
    await fill(page, { full_name: person.name, sign_in: `nguoi.${at}` });
    await press(page, "Tạo liên kết mời");
    const link = await page.locator("main a[href*='/invitations/']").getAttribute("href");
    expect(link.startsWith("http"), `${link} can be handed over as it is`);
    visits.push(await come(link));
    await page.goto("/people");
    await page.locator("main a", { hasText: person.name }).click();
    await page.locator("main [name=role]").selectOption({ label: person.role });
    await page.locator("main [name=organisation]").selectOption({ label: ORGANISATIONS[person.at].name });
    await send(page, { place: person.place }, "Giao vai trò");
  }
  return visits;
}

/** A programme, a plan of this year and its budget; each step leaves the home page once taken. */
async function frame(centre, department) {
  const year = new Date().getFullYear();
  const days = { starts_on: `01/01/${year}`, ends_on: `31/12/${year}` };
  await steps(centre, ["Ghi chương trình khuyến công đang thực hiện", "Ghi kế hoạch năm"]);
  await centre.page.goto("/programmes/new");
  const programme = { code: "QT-A", name: "Chương trình khuyến công tỉnh Quảng Trị", ...days };
  await send(centre.page, programme, "Ghi chương trình");
  await centre.page.goto("/plans/new");
  const plan = { code: `QT-${year}`, name: `Kế hoạch khuyến công năm ${year}`, year: String(year), ...days };
  await send(centre.page, plan, "Ghi kế hoạch");
  await steps(centre, []);

  await steps(department, ["Ghi dự toán được giao"]);
  await department.page.goto("/ledger/purses/new");
  const purse = { code: "QT-NS", name: "Ngân sách tỉnh", source: "local", level: "local", budget_year: String(year) };
  await send(department.page, purse, "Mở nguồn kinh phí");
  await steps(department, []);
}

/** The commune proposes, and the centre finds it. */
async function firstProposal(commune, centre) {
  await commune.goto("/projects/new");
  const title = "Hỗ trợ máy sấy nông sản";
  const proposal = { title, kind: "single", level: "local", place_written: COMMUNE, support_asked: "150.000.000" };
  await send(commune, proposal, "Đăng ký");
  await centre.goto("/projects");
  expect((await centre.textContent("main")).includes(title), "the centre sees the commune's proposal");
}
