//! `khuyencong serve`: the server on this machine.

use crate::data::DataArgs;
use crate::exit;
use clap::Args;
use kc_app::kernel::{Access, App};
use std::net::SocketAddr;
use std::sync::Arc;

/// Chạy máy chủ trên máy này
#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Địa chỉ nghe.
    #[arg(long, default_value = "127.0.0.1:8686")]
    listen: SocketAddr,
    /// Máy chủ đứng sau HTTPS: chỉ gửi cookie qua HTTPS.
    #[arg(long)]
    https: bool,
}

/// Opens the data and serves until it is told to stop.
pub fn run(args: &ServeArgs) -> u8 {
    match args.data.open(Access::Exclusive) {
        Ok(app) => serve(app, args.listen, args.https),
        Err(failure) => exit::fail(&failure),
    }
}

/// Serves an open office until Ctrl+C or a request to end.
pub fn serve(app: App, listen: SocketAddr, https: bool) -> u8 {
    log_to_standard_error();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            exit::complain(error);
            return exit::FAILED;
        }
    };
    runtime.block_on(async move {
        let listener = match tokio::net::TcpListener::bind(listen).await {
            Ok(listener) => listener,
            Err(error) => {
                exit::complain(format!(
                    "không mở được {listen}: {error}. Chọn cổng khác bằng --listen."
                ));
                return exit::FAILED;
            }
        };
        exit::say(format!(
            "Khuyến công đang chạy tại http://{listen}  (Ctrl+C để dừng)"
        ));
        let site = kc_web::site(Arc::new(app), https);
        match kc_web::serve(listener, site, asked_to_stop()).await {
            Ok(()) => exit::OK,
            Err(error) => {
                exit::complain(error);
                exit::FAILED
            }
        }
    })
}

fn log_to_standard_error() {
    let filter = tracing_subscriber::EnvFilter::builder()
        .with_default_directive(tracing::Level::INFO.into())
        .from_env_lossy();
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if log.json().try_init().is_err() {
        exit::complain("nhật ký kỹ thuật đã được bật từ trước");
    }
}

/// Waits for Ctrl+C or for the service manager's request to end.
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return drop(tokio::signal::ctrl_c().await);
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
