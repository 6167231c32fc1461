//! `khuyencong process`: the processes of projects, and the check of a province's own file.

use clap::{Args, Subcommand, ValueEnum};
use kc_app::process::{diagram, file, shipped};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaLevel;
use kc_domain::process::{Fault, Process};
use serde_json::{Value, json};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All is well.
const FINE: u8 = 0;
/// The file cannot be read, or there is no such process.
const UNREADABLE: u8 = 2;
/// The file has faults.
const NEEDS_ACTION: u8 = 3;

/// Quy trình đề án: xem, vẽ sơ đồ, kiểm tra tệp quy trình của tỉnh
#[derive(Debug, Args)]
pub(crate) struct ProcessArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Liệt kê quy trình có sẵn trong chương trình
    List {
        /// Trả lời bằng JSON
        #[arg(long)]
        json: bool,
    },
    /// Vẽ sơ đồ và bảng của một quy trình
    Show {
        /// Tên quy trình (national/2014) hoặc tệp quy trình
        process: String,
        /// Cách trình bày
        #[arg(long, value_enum, default_value = "md")]
        format: Format,
    },
    /// Kiểm tra tệp quy trình trước khi áp dụng
    ///
    /// Mã thoát: 0 dùng được · 2 không đọc được tệp · 3 có lỗi phải sửa.
    Check {
        /// Tệp quy trình (TOML)
        file: PathBuf,
        /// Trả lời bằng JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Trang Markdown có sơ đồ
    Md,
    /// Chỉ sơ đồ Mermaid
    Mermaid,
}

/// Runs the command and answers the exit status.
///
/// # Errors
/// When the answer cannot be written.
pub(crate) fn run(args: &ProcessArgs, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    match &args.action {
        Action::List { json } => list(*json, out),
        Action::Show { process, format } => show(process, *format, out, err),
        Action::Check { file, json } => check(file, *json, out, err),
    }
}

fn list(as_json: bool, out: &mut dyn Write) -> io::Result<u8> {
    if as_json {
        let all: Vec<Value> = shipped().iter().map(|held| brief(held)).collect();
        writeln!(out, "{:#}", json!({ "processes": all }))?;
        return Ok(FINE);
    }
    for process in shipped() {
        let (name, from) = (process.name.say(Lang::Vi), show_date(process.from));
        writeln!(out, "{}  {name}  (đăng ký từ {from})", process.reference())?;
    }
    Ok(FINE)
}

fn brief(process: &Process) -> Value {
    json!({
        "process": process.reference(),
        "name": process.name.say(Lang::Vi),
        "level": process.level.code(),
        "area": process.area.as_str(),
        "from": process.from.to_string(),
        "to": process.to.map(|to| to.to_string()),
        "basis": process.basis,
        "states": process.states.len(),
        "steps": process.steps.len(),
    })
}

fn show(wanted: &str, format: Format, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let held = shipped().iter().find(|held| held.reference() == wanted);
    let read = if let Some(process) = held {
        Ok(Arc::clone(process))
    } else if let Ok(text) = fs::read_to_string(wanted) {
        file::read(&text).map(Arc::new)
    } else {
        let hint = "Chạy `khuyencong process list`.";
        writeln!(err, "Không có quy trình hoặc tệp {wanted}. {hint}")?;
        return Ok(UNREADABLE);
    };
    match read {
        Err(faults) => tell(&faults, out),
        Ok(process) => {
            let text = match format {
                Format::Md => diagram::markdown(&process, Lang::Vi),
                Format::Mermaid => diagram::mermaid(&process, Lang::Vi),
            };
            write!(out, "{text}")?;
            Ok(FINE)
        }
    }
}

fn check(path: &Path, as_json: bool, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Ok(text) = fs::read_to_string(path) else {
        let shown = path.display();
        writeln!(
            err,
            "Không đọc được tệp {shown}: kiểm tra đường dẫn; tệp phải là văn bản UTF-8."
        )?;
        return Ok(UNREADABLE);
    };
    match (file::read(&text), as_json) {
        (Ok(process), true) => {
            writeln!(
                out,
                "{:#}",
                json!({
                    "usable": true,
                    "adoptable": is_provincial(&process),
                    "process": brief(&process),
                    "faults": [],
                })
            )?;
            Ok(FINE)
        }
        (Ok(process), false) => {
            let (states, steps) = (process.states.len(), process.steps.len());
            let reference = process.reference();
            writeln!(
                out,
                "{reference}: dùng được, {states} trạng thái, {steps} bước."
            )?;
            if !is_provincial(&process) {
                writeln!(out, "{OF_THE_NATION}")?;
            }
            Ok(FINE)
        }
        (Err(faults), true) => {
            let all: Vec<Value> = faults.iter().map(fault).collect();
            writeln!(out, "{:#}", json!({ "usable": false, "faults": all }))?;
            Ok(NEEDS_ACTION)
        }
        (Err(faults), false) => tell(&faults, out),
    }
}

/// Said of a sound file that no province can put into force.
const OF_THE_NATION: &str = "Lưu ý: tỉnh chỉ áp dụng được quy trình có level = \"local\" và area của tỉnh, như VN/31; \
     quy trình quốc gia và của cả nước nằm trong chương trình.";

fn is_provincial(process: &Process) -> bool {
    process.level == Level::Local && process.area.level() != AreaLevel::Nation
}

fn fault(fault: &Fault) -> Value {
    json!({ "line": fault.line, "at": fault.at, "message": fault.text.say(Lang::Vi) })
}

fn tell(faults: &[Fault], out: &mut dyn Write) -> io::Result<u8> {
    for fault in faults {
        writeln!(out, "{}", fault.say(Lang::Vi))?;
    }
    writeln!(out, "{} lỗi phải sửa.", faults.len())?;
    Ok(NEEDS_ACTION)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(text: &str, as_json: bool) -> (u8, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("quy-trinh.toml");
        fs::write(&path, text).expect("written");
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = check(&path, as_json, &mut out, &mut err).expect("answered");
        (code, String::from_utf8(out).expect("text"))
    }

    const OWN: &str = include_str!("../../../../demo/process-hai-phong.toml");

    #[test]
    fn a_sound_file_can_be_used_and_a_faulty_one_names_each_fault() {
        assert_eq!(check_text(OWN, false).0, FINE);
        let faulty = OWN.replacen("to = \"L3\"", "to = \"L99\"", 1);
        let (code, said) = check_text(&faulty, false);
        assert_eq!(code, NEEDS_ACTION);
        assert!(
            said.contains("submission: không có trạng thái L99"),
            "{said}"
        );
        let (code, said) = check_text(&faulty, true);
        assert_eq!(code, NEEDS_ACTION);
        let answer: Value = serde_json::from_str(&said).expect("JSON");
        assert_eq!(answer["usable"], json!(false));
        let faults = answer["faults"].as_array().expect("faults");
        assert!(faults.iter().any(|fault| fault["at"] == "submission"));
    }

    #[test]
    fn what_cannot_be_read_is_told_apart() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let nowhere = Path::new("khong-co.toml");
        let code = check(nowhere, false, &mut out, &mut err).expect("answered");
        assert_eq!((code, out.len()), (UNREADABLE, 0));
        let code = show("local/1999", Format::Md, &mut out, &mut err).expect("answered");
        assert_eq!(code, UNREADABLE);
        let (code, said) = check_text("key = ", false);
        assert_eq!(code, NEEDS_ACTION);
        assert!(said.contains("dòng 1"), "{said}");
    }
}
