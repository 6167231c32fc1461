//! Where the data is: `--data DIR` or `--database URL`.

use clap::Args;
use kc_app::kernel::{Access, App, Clock, Done, Location};
use std::path::PathBuf;

/// Where the data is.
#[derive(Args, Debug, Clone)]
pub struct DataArgs {
    /// Thư mục dữ liệu (SQLite và tệp đính kèm).
    #[arg(long, env = "KHUYENCONG_DATA", default_value = "khuyencong-data")]
    pub data: PathBuf,
    /// Địa chỉ PostgreSQL, thay cho SQLite: postgres://người-dùng:mật-khẩu@máy/cơ-sở-dữ-liệu
    #[arg(long, env = "KHUYENCONG_DATABASE")]
    pub database: Option<String>,
}

impl DataArgs {
    /// Opens the office.
    pub fn open(&self, access: Access) -> Done<App> {
        self.open_with(access, Clock::System)
    }

    /// Opens the office with a clock.
    pub fn open_with(&self, access: Access, clock: Clock) -> Done<App> {
        let folder = || Location::Folder(self.data.clone());
        let location = self
            .database
            .clone()
            .map_or_else(folder, Location::Postgres);
        App::open(&location, access, &self.data.join("files"), clock)
    }
}
