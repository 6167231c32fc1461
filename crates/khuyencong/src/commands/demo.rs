//! `khuyencong demo`: the sample office, built through the use cases, then served.

use crate::data::DataArgs;
use crate::exit;
use clap::Args;
use kc_app::demo::{SignIn, build};
use kc_app::kernel::{Access, Clock, Done, Failure, token};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::text::Lang;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The file in which a sample office keeps its sign-ins; its presence marks a sample office.
const SIGN_INS: &str = "dang-nhap-mau.txt";

/// Dựng văn phòng mẫu rồi phục vụ tại http://127.0.0.1:8686
#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    /// Thư mục dữ liệu của văn phòng mẫu
    #[arg(long, default_value = "khuyencong-demo")]
    data: PathBuf,
    /// Dựng trong một cơ sở dữ liệu PostgreSQL trống, thay cho SQLite
    #[arg(long)]
    database: Option<String>,
    /// Địa chỉ nghe
    #[arg(long, default_value = "127.0.0.1:8686")]
    listen: SocketAddr,
    /// Chỉ dựng, không phục vụ
    #[arg(long)]
    no_serve: bool,
    /// Mật khẩu chung của văn phòng mẫu; bỏ trống thì sinh ngẫu nhiên
    #[arg(long)]
    password: Option<String>,
}

/// Builds the sample office where there is none yet, prints the sign-ins and serves.
pub(crate) fn run(args: &DemoArgs) -> u8 {
    let data = DataArgs {
        data: args.data.clone(),
        database: args.database.clone(),
    };
    match sign_ins(args, &data) {
        Ok(text) => exit::say(text),
        Err(failure) => return exit::fail(&failure),
    }
    if args.no_serve {
        return exit::OK;
    }
    match data.open(Access::Exclusive) {
        Ok(app) => super::serve::serve(app, args.listen, false, None),
        Err(failure) => exit::fail(&failure),
    }
}

/// The sign-ins of the sample office in this folder; builds it when the folder is empty.
fn sign_ins(args: &DemoArgs, data: &DataArgs) -> Done<String> {
    let kept = args.data.join(SIGN_INS);
    if kept.exists() {
        return Ok(std::fs::read_to_string(kept)?);
    }
    if args
        .data
        .read_dir()
        .is_ok_and(|mut files| files.next().is_some())
    {
        return Err(Failure::invalid(
            "data",
            format!(
                "Thư mục {} đã có dữ liệu khác. Chọn thư mục trống bằng --data.",
                args.data.display()
            ),
            "The folder holds other data. Name an empty one with --data.",
        ));
    }
    let password = match &args.password {
        Some(password) => password.clone(),
        None => format!(
            "mau-{}",
            token::secret()?.chars().take(12).collect::<String>()
        ),
    };
    let opened = Clock::standing_at(Instant(0));
    let people = build(&data.open_with(Access::Exclusive, opened)?, &password)?;
    let text = table(&people, &password);
    std::fs::create_dir_all(&args.data)?;
    std::fs::write(kept, &text)?;
    Ok(text)
}

fn table(people: &[SignIn], password: &str) -> String {
    let head = format!("Văn phòng mẫu (số liệu minh họa). Mật khẩu chung: {password}\n");
    let line = |person: &SignIn| {
        let role = person.role.name(Lang::Vi);
        format!("  {:<16} {role:<34} {}", person.sign_in, person.full_name)
    };
    let lines = people.iter().map(line);
    std::iter::once(head)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
        + "\n"
}
