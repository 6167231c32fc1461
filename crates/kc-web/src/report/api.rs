//! Reports for other programs, and the description of these addresses.

use super::address;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::visit::Visit;
use kc_app::kernel::Window;
use kc_app::report::{behind, behind_json, show, to_json};
use serde_json::{Value, json};

/// Rows of one answer; the next page is asked for with `page`.
const ROWS: i64 = 1_000;

/// `GET /api/v1/reports/programme`
pub fn report(visit: &Visit<'_>) -> Answer {
    let ask = address::ask(&visit.arrival.query)?;
    let opened = show(&visit.cx(), &ask)?;
    Ok(Reply::Json(to_json(&opened, visit.lang()).to_string()))
}

/// `GET /api/v1/reports/programme/entries`
pub fn entries(visit: &Visit<'_>) -> Answer {
    let ask = address::ask(&visit.arrival.query)?;
    let window = Window {
        offset: visit.page().saturating_sub(1).saturating_mul(ROWS),
        limit: ROWS,
    };
    let opened = behind::entries(&visit.cx(), &ask, address::cell(visit)?, window)?;
    let more = window.offset.saturating_add(ROWS) < opened.behind.count();
    let mut answer = behind_json(&opened, visit.lang());
    if let Value::Object(object) = &mut answer {
        let next = visit.page().saturating_add(1).to_string();
        let next = visit.arrival.query.with("page", &next);
        let next = more.then(|| next.behind(&visit.arrival.path));
        object.insert("next".to_owned(), Value::from(next));
    }
    Ok(Reply::Json(answer.to_string()))
}

/// `GET /api/openapi.json`
#[expect(
    clippy::unnecessary_wraps,
    reason = "every handler of the route table answers so"
)]
pub fn description(_: &Visit<'_>) -> Answer {
    let (common, of_cell) = parameters();
    let responses = json!({
        "200": {"description": "Tiền là đồng; chưa biết là null", "content": {"application/json": {
            "schema": {"type": "object"}}}},
        "4XX": {"description": "Vì sao không được", "content": {"application/problem+json": {
            "schema": {"type": "object"}}}},
    });
    let get = |id: &str, summary: &str, parameters: &[Value]| {
        json!({"get": {
            "operationId": id, "summary": summary, "parameters": parameters,
            "responses": responses, "security": [{"token": []}, {"session": []}],
        }})
    };
    let described = json!({
        "openapi": "3.1.0",
        "info": {"title": "Khuyến công", "version": env!("CARGO_PKG_VERSION")},
        "paths": {
            "/api/v1/reports/programme": get("report", "Báo cáo", &common),
            "/api/v1/reports/programme/entries":
                get("entries", "Bút toán hoặc đề án đứng sau một ô", &of_cell),
        },
        "components": {"securitySchemes": {
            "token": {"type": "http", "scheme": "bearer",
                "description": "Mã truy cập tạo ở trang Tài khoản, mang đúng quyền của người tạo"},
            "session": {"type": "apiKey", "in": "cookie", "name": crate::kernel::cookie::SESSION},
        }},
    });
    Ok(Reply::Json(described.to_string()))
}

/// What a report is asked by, and what more is asked of one of its cells.
fn parameters() -> (Vec<Value>, Vec<Value>) {
    let parameter = |name: &str, text: &str| {
        json!({
            "name": name, "in": "query", "required": false, "description": text,
            "schema": {"type": "string"},
        })
    };
    let common = [
        parameter("programme", "Mã chương trình"),
        parameter("plan", "Mã kế hoạch năm, khi không nêu chương trình"),
        parameter("place", "Đường dẫn địa bàn: VN/31"),
        parameter("from", "Ngày đăng ký đầu tiên được tính"),
        parameter("as_of", "Tính đến hết ngày; không ghi là hôm nay"),
        parameter(
            "known_at",
            "Theo những gì đã ghi đến thời điểm; không ghi là bây giờ",
        ),
    ];
    let of_cell = [
        parameter(
            "row",
            "total, group:1, level:local, status:…, source:…, stage:…",
        ),
        parameter(
            "cell",
            "projects, total, budget, counterpart, unstated, workers, turns",
        ),
        parameter("page", "Trang, từ 1; mỗi trang 1000 dòng"),
    ];
    let of_cell = [&common[..], &of_cell].concat();
    (common.into(), of_cell)
}
