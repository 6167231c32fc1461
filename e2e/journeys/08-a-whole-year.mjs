// A whole year of one office, from the plan to the follow-up, with one return, one change and one stop.
import { expect, expectSame, press } from "../lib/forms.mjs";
import { Office } from "../lib/office.mjs";

// The day in Vietnam, seven hours ahead of the world's clock.
const NOW = new Date(Date.now() + 7 * 3600 * 1000);
const YEAR = NOW.getUTCFullYear();
const TODAY = `${NOW.getUTCDate()}/${NOW.getUTCMonth() + 1}/${YEAR}`;
const PLAN = `Kế hoạch khuyến công bổ sung năm ${YEAR}`;

export default async function walk(browser) {
  const office = new Office(browser);
  await openRound(office);
  const projects = await register(office);
  await returned(office, projects.machine);
  for (const project of Object.values(projects)) await appraise(office, project);
  await approve(office, projects);
  await carryOut(office, projects);
  await extend(office, projects.machine);
  await stop(office, projects.model);
  await accept(office, projects.machine);
  await settle(office, projects.machine);
  await followUp(office);
  await office.close();
  return "a return, a change, a stop; settled and followed up";
}

/** The officer of the Sở opens a round and money for it. */
async function openRound(office) {
  await office.send(
    "chuyenvien.sct",
    "/plans/new",
    {
      code: `HP-${YEAR}-BS`,
      name: PLAN,
      year: `${YEAR}`,
      starts_on: `1/1/${YEAR}`,
      ends_on: `31/12/${YEAR}`,
      opens_on: `1/1/${YEAR}`,
      opens_at: "8h00",
      closes_on: `31/12/${YEAR}`,
      closes_at: "17:00",
    },
    "Ghi kế hoạch",
  );
  const purse = await office.send(
    "chuyenvien.sct",
    "/ledger/purses/new",
    {
      code: `HP-${YEAR}-BS`,
      name: `Ngân sách thành phố bổ sung ${YEAR}`,
      source: "local",
      level: "local",
      budget_year: `${YEAR}`,
    },
    "Mở nguồn kinh phí",
  );
  const budget = { kind: "assign", amount: "1 tỷ", effective_on: `2/1/${YEAR}` };
  await office.send("chuyenvien.sct", purse, budget, "Ghi bút toán");
}

/** A firm, a commune and the centre each register a proposal and hand it in. */
async function register(office) {
  const proposal = (title, place) => ({
    title,
    kind: "single",
    plan: PLAN,
    level: "local",
    content_group: "3",
    place_written: place,
    trade: "cơ khí",
    need: "Khảo sát tháng trước: máy cũ sai số lớn, tốn vật tư.",
    starts_on: `1/1/${YEAR}`,
    ends_on: `30/12/${YEAR}`,
    cost_estimated: "800 triệu",
    support_asked: "200 triệu",
  });
  const machine = await office.send(
    "hoangcuong",
    "/projects/new",
    proposal("Hỗ trợ máy tiện CNC cho xưởng cơ khí", "phường Lê Ích Mộc, Hải Phòng"),
    "Đăng ký",
  );
  const model = await office.send(
    "kienthuy",
    "/projects/new",
    proposal("Mô hình trình diễn sấy lúa tuần hoàn", "xã Kiến Thụy, Hải Phòng"),
    "Đăng ký",
  );
  await office.send(
    "canbo.tt",
    `${machine}/equipment/new`,
    { name: "Máy tiện CNC", model: "TC-500", quantity: "1", price: "700 triệu" },
    "Thêm thiết bị",
  );
  for (const project of [machine, model]) {
    await office.send("canbo.tt", `${project}/norm`, { kind: "machinery" }, "Ghi");
  }
  await office.press("hoangcuong", machine, "Trình đề án");
  await office.press("kienthuy", model, "Trình đề án");
  return { machine, model };
}

/** The centre gives a proposal back; its author completes it and hands it in again. */
async function returned(office, project) {
  const back = `${project}/steps/return`;
  await office.refused("giamdoc.tt", back, { reason: "" }, "Trả lại", "lý do");
  await office.send("giamdoc.tt", back, { reason: "Thiếu báo giá của máy." }, "Trả lại");
  const seen = await office.reads("hoangcuong", project);
  expect(seen.includes("Thiếu báo giá của máy."), "the firm reads why it came back");
  await office.send("hoangcuong", `${project}/edit`, { note: "Đã bổ sung báo giá." }, "Lưu");
  await office.press("hoangcuong", project, "Trình đề án");
}

/** The dossier is completed, the Sở appraises. Without its papers the project does not move. */
async function appraise(office, project) {
  const early = await office.reads("canbo.tt", project);
  expect(early.includes("hồ sơ còn thiếu “Đơn đề nghị hỗ trợ"), "the missing papers are named");
  const paper = { received_on: TODAY, copies: "1", holder: "Trung tâm Khuyến công" };
  await office.send("canbo.tt", `${project}/papers/request`, paper, "Ghi nhận");
  await office.send("canbo.tt", `${project}/papers/draft`, paper, "Ghi nhận");
  await office.press("canbo.tt", project, "Gửi Sở thẩm định");
  await office.send("chuyenvien.sct", `${project}/papers/appraisal`, paper, "Ghi nhận");
  await office.press("chuyenvien.sct", project, "Đạt thẩm định");
  const seen = await office.reads("hoangcuong", "/");
  expect(!seen.includes("Lỗi"), "the first page opens");
}

/** Drafted by one hand, issued by another; the projects and their money move with it. */
async function approve(office, projects) {
  const decision = await office.send(
    "chuyenvien.sct",
    "/decisions/new",
    {
      kind: "approve",
      plan: PLAN,
      title: "Về việc phê duyệt kế hoạch bổ sung",
      batch: "I",
      issuer: "Ủy ban nhân dân thành phố Hải Phòng",
      signer_post: "PHÓ CHỦ TỊCH",
      signer_name: "Lê Anh Minh Họa",
    },
    "Lập dự thảo",
  );
  const draft = await office.reads("chuyenvien.sct", decision);
  expect(draft.includes("Hỗ trợ máy tiện CNC"), "the draft lists what awaits approval");
  const own = await office.reads("chuyenvien.sct", decision);
  expect(own.includes("Người soạn dự thảo không tự ghi ban hành"), "nobody issues an own draft");
  const signed = { number: `601/QĐ-UBND`, dated: TODAY };
  await office.send("lanhdao.sct", `${decision}/issue`, signed, "Ghi ban hành");
  for (const project of Object.values(projects)) {
    const seen = await office.reads("canbo.tt", project);
    expect(seen.includes("Đã phê duyệt, giao kế hoạch"), "the decision moved its projects");
  }
}

/** Contract, partners' money, an advance by two hands, a month of progress, an inspection. */
async function carryOut(office, projects) {
  let number = 20;
  for (const project of Object.values(projects)) {
    number += 1;
    const taker = "Cơ sở thụ hưởng của đề án";
    const contract = { number: `${number}/HĐ-TTKC`, on: TODAY, taker };
    await office.send("canbo.tt", `${project}/contract`, contract, "Ghi hợp đồng");
    await pay(office, project, { kind: "advance", amount: "60 triệu" });
  }
  const project = projects.machine;
  const own = { kind: "commit", source: "counterpart", amount: "600 triệu", effective_on: TODAY };
  await office.send("canbo.tt", `${project}/moves/new`, own, "Ghi");
  await office.send("canbo.tt", `${project}/inspections/new`, {
    kind: "planned",
    progress: "Máy đã về xưởng, đang lắp đặt.",
    money: "Đã dùng tạm ứng đúng mục đích.",
    machine: "Đúng loại trong đề án.",
    conclusion: "Đúng tiến độ.",
    people_beneficiary: "Ngô Văn Cường – Giám đốc",
  }, "Ghi biên bản");
}

/** The accountant prepares, the approver approves. */
async function pay(office, project, move) {
  const given = { ...move, effective_on: TODAY };
  await office.send("ketoan", `${project}/payments/new`, given, "Lập, chuyển duyệt");
  const page = await office.as("duyetchi");
  await page.goto("/ledger/waiting");
  const card = `main dl:has(a[href="${project}"]) ~ .offers`;
  expectSame(await press(page, "Duyệt chi", card), 303, `${move.kind} is approved`);
}

/** The centre asks for more time; the head of the Sở decides; the project carries it by itself. */
async function extend(office, project) {
  const change = await office.send("canbo.tt", `${project}/changes/new?kind=extend`, {
    ends_on: `31/12/${YEAR}`,
    reason: "Chờ điện ba pha về xưởng.",
  }, "Gửi đề nghị");
  const granted = { outcome: "granted", on: TODAY, number: "77/SCT-QLCN" };
  await office.send("lanhdao.sct", `${change}/decision`, granted, "Ghi quyết định");
  const seen = await office.reads("canbo.tt", project);
  expect(seen.includes(`31/12/${YEAR}`), "the decision changed the project by itself");
}

/** A stopped project owes its advance until it has come back. */
async function stop(office, project) {
  const stop = `${project}/steps/stop`;
  const reason = "Cơ sở chuyển địa điểm sản xuất ra ngoài thành phố.";
  await office.send("lanhdao.sct", stop, { reason }, "Dừng đề án");
  const owed = await office.reads("ketoan", `${project}?tab=money`);
  expect(owed.includes("60"), `the advance is still there: ${owed}`);
  await pay(office, project, { kind: "recover-advance", amount: "60 triệu", reason });
  const after = await office.reads("canbo.tt", project);
  expect(after.includes(reason), "the page says why it was stopped");
}

/** Nothing is paid before acceptance; the machine as installed stands beside the machine approved. */
async function accept(office, project) {
  const early = { kind: "pay", amount: "140 triệu", effective_on: TODAY };
  const form = `${project}/payments/new`;
  await office.refused("ketoan", form, early, "Lập, chuyển duyệt", "nghiệm thu");
  const evidence = { kind: "evidence", source: "counterpart", amount: "600 triệu", effective_on: TODAY };
  await office.send("canbo.tt", `${project}/moves/new`, evidence, "Ghi");
  const page = await office.as("canbo.tt");
  await page.goto(`${project}/acceptance`);
  const name = await page.locator('main [name^="serial_"]').getAttribute("name");
  const machine = name.replace("serial_", "");
  await office.send("canbo.tt", `${project}/acceptance`, {
    [`name_${machine}`]: "Máy tiện CNC",
    [`model_${machine}`]: "TC-500A",
    [`serial_${machine}`]: "2611-0042",
    [`origin_${machine}`]: "Việt Nam",
    [`price_${machine}`]: "700.000.000",
    [`invoice_number_${machine}`]: "0000451",
    [`invoiced_on_${machine}`]: TODAY,
    volume: "Lắp đặt, chạy thử đạt 72 giờ.",
    cost: "800.000.000",
    support: "200.000.000",
    counterpart: "600.000.000",
    people_department: "Phạm Thu Hà – Chuyên viên",
    people_beneficiary: "Ngô Văn Cường – Giám đốc",
    verdict: "passed",
    conclusion: "Đạt; ký hiệu máy khác phê duyệt do nhà sản xuất đổi phiên bản.",
  }, "Ghi nghiệm thu");
  const seen = await office.reads("canbo.tt", project);
  expect(seen.includes("Đã nghiệm thu"), "the acceptance moved the project");
}

/** Paid, the advance cleared, settled with vouchers, closed. */
async function settle(office, project) {
  await pay(office, project, { kind: "pay", amount: "140 triệu" });
  const early = await office.as("canbo.tt");
  await early.goto(project);
  expectSame(await press(early, "Ghi đã giải ngân xong"), 422, "an advance is not cleared yet");
  await pay(office, project, { kind: "clear-advance", amount: "60 triệu" });
  await office.press("canbo.tt", project, "Ghi đã giải ngân xong");
  const vouchers = `Hóa đơn; 0000451; ${TODAY}; 200.000.000; Trung tâm Khuyến công`;
  await pay(office, project, { kind: "settle", amount: "200 triệu", vouchers });
  await office.press("canbo.tt", project, "Ghi quyết toán");
  await office.press("canbo.tt", project, "Đóng hồ sơ");
  const after = await office.reads("canbo.tt", `${project}?tab=after`);
  expect(after.includes("Năm thứ 1 sau nghiệm thu"), "the years of follow-up are laid down");
}

/** A range stays a range, what was not answered stays unknown. */
async function followUp(office) {
  const page = await office.as("canbo.tt");
  await page.goto("/followups");
  const due = await page.locator('main a[href$="?tab=after"]').first().getAttribute("href");
  await page.goto(due);
  const round = await page.locator('main a[href^="/followups/"][href$="/answers"]').first().getAttribute("href");
  await office.send("canbo.tt", round, {
    machine: "in-use",
    output: "3.000 - 3.500 tấn/năm",
    revenue: "",
    jobs: "18 lao động",
    energy: "",
    on: TODAY,
    by: "Ngô Văn Cường – Giám đốc",
  }, "Ghi câu trả lời");
  const seen = await office.reads("canbo.tt", due);
  expect(seen.includes("3.000 – 3.500 tấn/năm"), `the range as it was said: ${seen}`);
  expect(seen.includes("chưa có số liệu"), "what was not answered is not nought");
}
