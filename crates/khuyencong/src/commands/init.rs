//! `khuyencong init`: the first run.

use crate::data::DataArgs;
use crate::exit;
use clap::Args;
use kc_app::identity::initialise::initialise;
use kc_app::kernel::{Access, Done};

/// Lần chạy đầu: tạo dữ liệu, in liên kết một lần cho quản trị đầu tiên
#[derive(Debug, Args)]
pub struct InitArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Tên cơ quan vận hành.
    #[arg(long, default_value = "Cơ quan vận hành")]
    office: String,
    /// Địa chỉ mà máy chủ sẽ phục vụ, để in liên kết.
    #[arg(long, default_value = "http://127.0.0.1:8686")]
    address: String,
}

/// Makes the data and prints the one-time link of the first administrator.
pub fn run(args: &InitArgs) -> u8 {
    match first_link(args) {
        Ok(link) => {
            exit::say(
                "Đã tạo dữ liệu. Chạy `khuyencong serve`, rồi mở liên kết này (một lần, trong 3 ngày)",
            );
            exit::say("để đặt mật khẩu cho quản trị hệ thống, tên đăng nhập `quantri`:");
            exit::say(link);
            exit::OK
        }
        Err(failure) => exit::fail(&failure),
    }
}

fn first_link(args: &InitArgs) -> Done<String> {
    let app = args.data.open(Access::Exclusive)?;
    let secret = initialise(&app, &args.office)?;
    Ok(format!(
        "{}/invitations/{secret}",
        args.address.trim_end_matches('/')
    ))
}
