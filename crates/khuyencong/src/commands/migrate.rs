//! `khuyencong migrate`: brings the data up to this version of the program.

use crate::data::DataArgs;
use crate::exit;
use clap::Args;
use kc_app::kernel::Access;

/// Nâng cấp dữ liệu lên phiên bản chương trình này
#[derive(Debug, Args)]
pub(crate) struct MigrateArgs {
    #[command(flatten)]
    data: DataArgs,
}

/// Opens the data for writing, which climbs the schema, and closes it again.
pub(crate) fn run(args: &MigrateArgs) -> u8 {
    match args.data.open(Access::Exclusive) {
        Ok(_) => {
            exit::say("Dữ liệu đã ở phiên bản của chương trình này.");
            exit::OK
        }
        Err(failure) => exit::fail(&failure),
    }
}
