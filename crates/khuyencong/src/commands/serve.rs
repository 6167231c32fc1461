//! `khuyencong serve`: the server on this machine.

use crate::data::DataArgs;
use crate::exit;
use crate::mail::{MailArgs, Way};
use clap::Args;
use kc_app::kernel::{Access, App};
use kc_app::task::remind::{Haste, Round, remind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

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
    #[command(flatten)]
    mail: MailArgs,
}

/// How often the server looks whether somebody must be reminded.
const ROUND_EVERY: Duration = Duration::from_mins(10);

/// Opens the data and serves until it is told to stop.
pub fn run(args: &ServeArgs) -> u8 {
    let way = match args.mail.way() {
        Ok(way) => way,
        Err(fault) => {
            exit::complain(fault);
            return exit::USAGE;
        }
    };
    match args.data.open(Access::Exclusive) {
        Ok(app) => serve(app, args.listen, args.https, way),
        Err(failure) => exit::fail(&failure),
    }
}

/// Serves an open office until Ctrl+C or a request to end; reminds people where letters have a way.
pub fn serve(app: App, listen: SocketAddr, https: bool, way: Option<Way>) -> u8 {
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
        // Port 0 asks the machine for any free port.
        let listen = listener.local_addr().unwrap_or(listen);
        exit::say(format!(
            "Khuyến công đang chạy tại http://{listen}  (Ctrl+C để dừng)"
        ));
        let app = Arc::new(app);
        if let Some(way) = way {
            tokio::spawn(remind_in_time(Arc::clone(&app), Arc::new(way)));
        }
        let site = kc_web::site(app, https);
        match kc_web::serve(listener, site, asked_to_stop()).await {
            Ok(()) => exit::OK,
            Err(error) => {
                exit::complain(error);
                exit::FAILED
            }
        }
    })
}

/// Reminds people for as long as the server runs.
async fn remind_in_time(app: Arc<App>, way: Arc<Way>) {
    let mut rounds = tokio::time::interval(ROUND_EVERY);
    rounds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        rounds.tick().await;
        let (app, way) = (Arc::clone(&app), Arc::clone(&way));
        let round = tokio::task::spawn_blocking(move || {
            remind(&app, &way.site, Haste::InTime, |letter| way.deliver(letter))
        });
        match round.await {
            Ok(Ok(round)) if round == Round::default() => {}
            Ok(Ok(round)) => tracing::info!(
                round.written,
                round.sent,
                round.failed,
                "Reminded people: {round:?}"
            ),
            Ok(Err(failure)) => tracing::error!("Could not remind people: {failure:?}"),
            Err(error) => tracing::error!("Reminding people ended early: {error}"),
        }
    }
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
