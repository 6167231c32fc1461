//! `khuyencong norm`: the rules of law, the ceiling of a case with its sum, a province's own file.

use crate::exit;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use kc_app::kernel::{Access, App, Clock, Done, Failure, Location};
use kc_app::norm::{self, check_file, explanation_json, norm_json, reference, refusal_json};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::kernel::typed::parse_money;
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{Book, Case, Explanation, Key, Norm, Open, Verdict, explain};
use kc_domain::place::{AreaPath, gazetteer};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;

/// Most establishments, models, clusters… that share one support.
const COUNT_MAX: i64 = 100_000;

/// Tra định mức, quy định khuyến công; giải thích mức hỗ trợ tối đa
///
/// Mã thoát: 0 được, hoặc chỉ tính mức tối đa (không ghi --support) · 1 lỗi ·
/// 2 sai cú pháp, không có loại hỗ trợ hoặc địa bàn đó, tệp không đọc được hoặc có lỗi ·
/// 3 không được, chưa kết luận được, hoặc không có quy định ngày đó.
#[derive(Debug, Args)]
pub(crate) struct NormArgs {
    #[command(subcommand)]
    command: NormCommand,
}

/// What is asked.
#[derive(Debug, Subcommand)]
enum NormCommand {
    /// Liệt kê các loại hỗ trợ và các quy định
    List(ListArgs),
    /// Giải thích mức hỗ trợ tối đa của một trường hợp
    ///
    /// Mã thoát: 0 được, hoặc chỉ tính mức tối đa (không ghi --support) · 1 lỗi ·
    /// 2 sai cú pháp, không có loại hỗ trợ hoặc địa bàn đó · 3 không được, chưa kết luận được,
    /// hoặc không có quy định ngày đó.
    Explain(ExplainArgs),
    /// Kiểm tra một tệp định mức của tỉnh trước khi áp dụng
    Check {
        /// Tệp định mức (TOML)
        file: PathBuf,
        /// Trả lời bằng JSON
        #[arg(long)]
        json: bool,
    },
}

/// What narrows the list.
#[derive(Debug, Args)]
struct ListArgs {
    /// Chỉ quy định có hiệu lực ngày này (2018-05-10 hoặc 10/5/2018)
    #[arg(long, value_parser = day, value_name = "NGÀY")]
    on: Option<NaiveDate>,
    /// Chỉ quy định của cả nước và của địa bàn này: VN/31 hoặc mã tỉnh 31
    #[arg(long, value_parser = area, value_name = "ĐỊA BÀN")]
    area: Option<AreaPath>,
    /// Chỉ quy định về loại hỗ trợ này
    #[arg(long)]
    kind: Option<String>,
    #[command(flatten)]
    common: Common,
}

/// A case.
#[derive(Debug, Args)]
struct ExplainArgs {
    /// Loại hỗ trợ, xem `khuyencong norm list`
    #[arg(long)]
    kind: String,
    /// Tổng chi phí (600000000 hoặc "600 triệu")
    #[arg(long, value_parser = money, value_name = "TIỀN", allow_negative_numbers = true)]
    cost: Option<Dong>,
    /// Mức hỗ trợ đề nghị; không ghi thì chỉ tính mức tối đa
    #[arg(long, value_parser = money, value_name = "TIỀN", allow_negative_numbers = true)]
    support: Option<Dong>,
    /// Ngày tính quy định; không ghi là hôm nay
    #[arg(long, value_parser = day, value_name = "NGÀY")]
    on: Option<NaiveDate>,
    /// Nguồn: national hoặc local; không ghi thì theo địa bàn
    #[arg(long, value_parser = level)]
    level: Option<Level>,
    /// Địa bàn: VN/31, VN/31/11506 hoặc mã tỉnh 31; không ghi là cả nước
    #[arg(long, value_parser = area, value_name = "ĐỊA BÀN")]
    area: Option<AreaPath>,
    /// Số cơ sở, mô hình, cụm… cùng nhận
    #[arg(long, default_value_t = 1, value_parser = count, value_name = "SỐ", allow_negative_numbers = true)]
    count: i64,
    #[command(flatten)]
    common: Common,
}

/// Where rules that provinces adopted are read from, and how to answer.
#[derive(Debug, Args)]
struct Common {
    /// Thư mục dữ liệu, để tính cả quy định tỉnh đã áp dụng
    #[arg(long, value_name = "THƯ MỤC")]
    data: Option<PathBuf>,
    /// Địa chỉ PostgreSQL, để tính cả quy định tỉnh đã áp dụng
    #[arg(long)]
    database: Option<String>,
    /// Trả lời bằng JSON
    #[arg(long)]
    json: bool,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "ghi ngày như 2018-05-10 hoặc 10/5/2018".to_owned())
}

fn area(text: &str) -> Result<AreaPath, String> {
    let read = AreaPath::parse(text).or_else(|_| AreaPath::of_province(text));
    let known =
        |area: &AreaPath| *area == AreaPath::nation() || gazetteer().unit_at(area).is_some();
    let found = read.ok().filter(known);
    found.ok_or_else(|| {
        "không có địa bàn này; ghi VN, VN/31, VN/31/11506 hoặc mã tỉnh 31 (tra bằng `khuyencong place`)".to_owned()
    })
}

fn count(text: &str) -> Result<i64, String> {
    let read = text
        .parse()
        .ok()
        .filter(|count| (1..=COUNT_MAX).contains(count));
    read.ok_or_else(|| format!("ghi số từ 1 đến {COUNT_MAX}"))
}

fn money(text: &str) -> Result<Dong, String> {
    parse_money(text).map_err(|refusal| refusal.say(Lang::Vi))
}

fn level(text: &str) -> Result<Level, String> {
    Level::from_code(text).ok_or_else(|| "ghi national hoặc local".to_owned())
}

/// Answers and returns the exit code.
pub(crate) fn run(args: &NormArgs, today: NaiveDate) -> u8 {
    let done = match &args.command {
        NormCommand::List(args) => list(args),
        NormCommand::Explain(args) => explained(args, today),
        NormCommand::Check { file, json } => Ok(check(file, *json)),
    };
    done.unwrap_or_else(|failure| exit::fail(&failure))
}

/// The rules of the program, with those adopted in the office that is named.
fn book(common: &Common) -> Done<Arc<Book>> {
    let location = match (&common.database, &common.data) {
        (Some(url), _) => Location::Postgres(url.clone()),
        (None, Some(folder)) => Location::Folder(folder.clone()),
        (None, None) => return Ok(Arc::new(reference().clone())),
    };
    let files = common.data.clone().unwrap_or_default().join("files");
    let app = App::open(&location, Access::ReadOnly, &files, Clock::System)?;
    norm::see(&app.console(Lang::Vi))
}

fn list(args: &ListArgs) -> Done<u8> {
    let book = book(&args.common)?;
    let kind = match &args.kind {
        Some(kind) => Some(book.expect_kind(kind)?),
        None => None,
    };
    let is_wanted = |norm: &&Norm| {
        args.on.is_none_or(|on| norm.is_in_force(on))
            && args.area.as_ref().is_none_or(|area| norm.holds_in(area))
            && kind.as_ref().is_none_or(|kind| norm.speaks_of(kind))
    };
    let norms: Vec<_> = book.norms.iter().filter(is_wanted).collect();
    if args.common.json {
        exit::say(format!("{:#}", list_json(&book, &norms)));
        return Ok(exit::OK);
    }
    exit::say("Loại hỗ trợ:");
    for kind in &book.kinds {
        exit::say(format!("  {:<32}{}", kind.key.as_str(), kind.name.vi));
    }
    exit::say("\nQuy định:");
    for norm in &norms {
        exit::say(line(norm));
    }
    Ok(exit::OK)
}

fn list_json(book: &Book, norms: &[&Norm]) -> Value {
    let kinds = book.kinds.iter();
    let kinds = kinds.map(|kind| json!({ "key": kind.key.as_str(), "name": kind.name.vi }));
    let rules = norms.iter().map(|norm| norm_json(norm));
    json!({ "kinds": kinds.collect::<Vec<_>>(), "rules": rules.collect::<Vec<_>>() })
}

fn line(norm: &Norm) -> String {
    let says = norm.content.say(Lang::Vi);
    format!(
        "  {:<40} {says}\n{:43}{}; {}; {}; {}",
        norm.path(),
        "",
        norm.citation.say(),
        norm.dates(Lang::Vi),
        norm.area,
        norm.standing.name(Lang::Vi),
    )
}

fn explained(args: &ExplainArgs, today: NaiveDate) -> Done<u8> {
    let book = book(&args.common)?;
    let kind = match book.expect_kind(&args.kind) {
        Ok(kind) => kind,
        Err(refusal) => {
            let asked = case(args, Key::any(), today);
            let mut said = refusal_json(&refusal, &asked);
            if let Some(kind) = said.get_mut("kind") {
                *kind = args.kind.clone().into();
            }
            refused(&refusal, &said, args.common.json);
            return Ok(exit::USAGE);
        }
    };
    let case = case(args, kind, today);
    match explain(&book, &case) {
        Ok(shown) if args.common.json => {
            exit::say(format!("{:#}", explanation_json(&shown)));
            Ok(code(&shown))
        }
        Ok(shown) => {
            print(&shown);
            Ok(code(&shown))
        }
        Err(refusal) => {
            refused(&refusal, &refusal_json(&refusal, &case), args.common.json);
            Ok(exit::NEEDS_ACTION)
        }
    }
}

fn case(args: &ExplainArgs, kind: Key, today: NaiveDate) -> Case {
    Case {
        kind,
        on: args.on.unwrap_or(today),
        level: args.level,
        area: args.area.clone().unwrap_or_else(AreaPath::nation),
        cost: args.cost,
        count: args.count,
        support: args.support,
    }
}

fn code(shown: &Explanation) -> u8 {
    match shown.verdict {
        Verdict::Accepted | Verdict::Open(Open::Support) => exit::OK,
        Verdict::Over { .. } | Verdict::Open(Open::Cost | Open::Figure) => exit::NEEDS_ACTION,
    }
}

fn refused(refusal: &Refusal, said: &Value, json: bool) {
    if json {
        exit::say(format!("{said:#}"));
    } else {
        exit::complain(refusal.say(Lang::Vi));
    }
}

fn print(shown: &Explanation) {
    exit::say(shown.say(Lang::Vi));
    exit::say(format!("Quy định: {}", line(&shown.norm).trim_start()));
    for step in &shown.steps {
        exit::say(format!("  {} = {}", step.text.vi, step.amount));
    }
    if let Some(limit) = shown.limit {
        exit::say(format!("  Mức tối đa = {limit}"));
    }
}

fn check(file: &PathBuf, json: bool) -> u8 {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            return exit::fail(&Failure::invalid(
                "file",
                error.to_string(),
                error.to_string(),
            ));
        }
    };
    let (mistakes, rules) = match check_file(&text, Some(1)) {
        Ok(parsed) => (Vec::new(), parsed.book.norms.len()),
        Err(mistakes) => (mistakes, 0),
    };
    if json {
        let said = mistakes.iter().map(|mistake| {
            json!({ "line": mistake.line, "key": mistake.key, "message": mistake.say(Lang::Vi) })
        });
        let said: Vec<_> = said.collect();
        exit::say(format!(
            "{:#}",
            json!({ "accepted": mistakes.is_empty(), "rules": rules, "mistakes": said })
        ));
    } else if mistakes.is_empty() {
        exit::say(format!("Tệp đọc được: {rules} quy định."));
    }
    if !json {
        for mistake in &mistakes {
            exit::complain(mistake.say(Lang::Vi));
        }
    }
    if mistakes.is_empty() {
        exit::OK
    } else {
        exit::USAGE
    }
}
