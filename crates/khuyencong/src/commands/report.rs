//! `khuyencong report`: a report as a file or on standard output.

use crate::data::DataArgs;
use crate::exit;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use kc_app::kernel::{Access, Done, Failure};
use kc_app::report::{About, Ask, Format, Recipient, write};
use kc_domain::kernel::date::{Instant, parse_date};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use std::path::PathBuf;

/// Lập báo cáo từ số liệu
#[derive(Debug, Args)]
pub struct ReportArgs {
    #[command(subcommand)]
    command: ReportCommand,
}

/// Which report.
#[derive(Debug, Subcommand)]
enum ReportCommand {
    /// Báo cáo một chương trình, tính đến một ngày, theo những gì đã biết ở một thời điểm.
    Programme {
        /// Mã chương trình.
        #[arg(long)]
        programme: String,
        #[command(flatten)]
        common: Common,
    },
    /// Báo cáo một kế hoạch khuyến công năm.
    Plan {
        /// Mã kế hoạch.
        #[arg(long)]
        plan: String,
        #[command(flatten)]
        common: Common,
    },
    /// Báo cáo mọi đề án, có thể chỉ một địa bàn, chỉ từ một ngày đăng ký.
    Everything {
        /// Chỉ đề án trong một địa bàn: VN/31 (tỉnh), VN/31/11506 (xã).
        #[arg(long, value_parser = place)]
        place: Option<AreaPath>,
        /// Chỉ đề án đăng ký từ ngày này.
        #[arg(long, value_parser = day)]
        from: Option<NaiveDate>,
        #[command(flatten)]
        common: Common,
    },
}

/// What every report is told.
#[derive(Debug, Args)]
struct Common {
    /// Tính đến hết ngày (2020-12-31 hoặc 31/12/2020); không ghi là hôm nay.
    #[arg(long, value_parser = day)]
    as_of: Option<NaiveDate>,
    /// Theo những gì đã ghi đến thời điểm (2026-11-22T00:00:00+07:00 hoặc một ngày); không ghi là bây giờ.
    #[arg(long, value_parser = moment)]
    known_at: Option<Instant>,
    /// Định dạng.
    #[arg(long, value_enum, default_value = "json")]
    format: FormatArg,
    /// Tệp ghi ra; json và md không ghi -o thì in ra màn hình.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Nơi nhận, ghi ở đầu báo cáo: ubnd, bct hoặc tên cơ quan.
    #[arg(long)]
    recipient: Option<String>,
    #[command(flatten)]
    data: DataArgs,
}

/// The formats.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatArg {
    Json,
    Xlsx,
    Pdf,
    Md,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "ghi ngày như 2020-12-31 hoặc 31/12/2020".to_owned())
}

fn moment(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| "ghi thời điểm như 2026-11-22T00:00:00+07:00".to_owned())
}

fn place(text: &str) -> Result<AreaPath, String> {
    AreaPath::parse(text).map_err(|error| error.to_string())
}

/// What is asked for, apart from the days.
fn asked(command: &ReportCommand) -> (Ask, &Common) {
    match command {
        ReportCommand::Programme { programme, common } => (Ask::programme(programme), common),
        ReportCommand::Plan { plan, common } => (Ask::about(About::Plan(plan.clone())), common),
        ReportCommand::Everything {
            place,
            from,
            common,
        } => {
            let ask = Ask {
                place: place.clone(),
                from: *from,
                ..Ask::about(About::Everything)
            };
            (ask, common)
        }
    }
}

/// Makes the report and puts it where it is wanted.
pub fn run(args: &ReportArgs) -> u8 {
    let (ask, common) = asked(&args.command);
    let ask = Ask {
        as_of: common.as_of,
        known_at: common.known_at,
        ..ask
    };
    let format = match common.format {
        FormatArg::Json => Format::Json,
        FormatArg::Xlsx => Format::Xlsx,
        FormatArg::Pdf => Format::Pdf,
        FormatArg::Md => Format::Markdown,
    };
    if common.output.is_none() && format.is_binary() {
        exit::complain("định dạng này cần tên tệp: thêm -o TỆP");
        return exit::USAGE;
    }
    match made(common, &ask, format) {
        Ok(bytes) => hand_over(common, &bytes),
        Err(failure) => exit::fail(&failure),
    }
}

fn made(common: &Common, ask: &Ask, format: Format) -> Done<Vec<u8>> {
    let app = common.data.open(Access::ReadOnly)?;
    let cx = app.console(Lang::Vi);
    let recipient = common.recipient.as_deref().and_then(Recipient::parse);
    let made = write(&cx, ask, format, recipient.as_ref())?;
    Ok(made.bytes)
}

fn hand_over(common: &Common, bytes: &[u8]) -> u8 {
    let Some(path) = &common.output else {
        exit::say(String::from_utf8_lossy(bytes).trim_end());
        return exit::OK;
    };
    match std::fs::write(path, bytes) {
        Ok(()) => exit::OK,
        Err(error) => exit::fail(&Failure::from(error)),
    }
}
