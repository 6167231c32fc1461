//! `khuyencong serve`: the server on this machine.

use crate::data::DataArgs;
use crate::exit;
use crate::mail::{MailArgs, Way};
use clap::Args;
use kc_app::kernel::{Access, App};
use kc_app::task::remind::{Haste, Round, remind_while};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
        Ok(app) => {
            let app = app.at_site(args.mail.named_site());
            serve(app, args.listen, args.https, way)
        }
        Err(failure) => exit::fail(&failure),
    }
}

/// Serves an open office until Ctrl+C or a request to end; reminds people where letters have a way.
pub fn serve(app: App, listen: SocketAddr, https: bool, way: Option<Way>) -> u8 {
    log_to_standard_error();
    // Held here to the end: the connections of PostgreSQL close only outside the runtime.
    let app = Arc::new(app);
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            exit::complain(error);
            return exit::FAILED;
        }
    };
    let shared = Arc::clone(&app);
    let code = runtime.block_on(serve_until_asked(shared, listen, https, way));
    // A letter in hand is handed over and written down first: leaving the runtime waits for work
    // that may block.
    drop(runtime);
    code
}

/// Opens the door and serves until Ctrl+C or a request to end.
async fn serve_until_asked(app: Arc<App>, listen: SocketAddr, https: bool, way: Option<Way>) -> u8 {
    let listener = match tokio::net::TcpListener::bind(listen).await {
        Ok(listener) => listener,
        Err(error) => {
            exit::complain(format!(
                "không mở được {listen}: {error}. Chọn cổng khác bằng --listen."
            ));
            return exit::FAILED;
        }
    };
    let asked = asked_to_stop();
    // Port 0 asks the machine for any free port.
    let listen = listener.local_addr().unwrap_or(listen);
    exit::say(format!(
        "Khuyến công đang chạy tại http://{listen}  (Ctrl+C để dừng)"
    ));
    let ends = Arc::new(AtomicBool::new(false));
    if let Some(way) = way {
        let rounds = remind_in_time(Arc::clone(&app), Arc::new(way), Arc::clone(&ends));
        tokio::spawn(rounds);
    }
    let site = kc_web::site(app, https);
    let stop = async move {
        asked.await;
        ends.store(true, Ordering::SeqCst);
    };
    match kc_web::serve(listener, site, stop).await {
        Ok(()) => exit::OK,
        Err(error) => {
            exit::complain(error);
            exit::FAILED
        }
    }
}

/// Reminds people for as long as the server runs.
async fn remind_in_time(app: Arc<App>, way: Arc<Way>, ends: Arc<AtomicBool>) {
    let mut rounds = tokio::time::interval(ROUND_EVERY);
    rounds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        rounds.tick().await;
        let (app, way, ends) = (Arc::clone(&app), Arc::clone(&way), Arc::clone(&ends));
        let round = tokio::task::spawn_blocking(move || {
            let deliver = |letter: &_| way.deliver(letter);
            let goes_on = || !ends.load(Ordering::SeqCst);
            remind_while(&app, &way.site, Haste::InTime, deliver, goes_on)
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

/// Waits for Ctrl+C or for the service manager's request to end. It listens from the call on, not
/// only once it is waited for: a request that comes early is heard as well.
fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let terminate = signal(SignalKind::terminate());
    let interrupt = signal(SignalKind::interrupt());
    async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = (terminate, interrupt) else {
            return drop(tokio::signal::ctrl_c().await);
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}
