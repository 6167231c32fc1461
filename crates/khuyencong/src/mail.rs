//! The way letters leave: `--smtp-url`, `--mail-from`, `--base-url`.

use clap::Args;
use kc_app::task::remind::Letter;
use kc_mail::{Mail, Post};

/// Where letters are handed over, from whom they come, and where their links lead.
#[derive(Args, Debug, Clone)]
pub struct MailArgs {
    /// Máy chủ thư: smtp://máy:25, smtps://tên:mật-khẩu@máy hoặc smtp://…:587?tls=required
    #[arg(long, env = "KHUYENCONG_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// Người gửi của thư, như "Khuyến công Hải Phòng <khuyencong@haiphong.gov.vn>"
    #[arg(long, env = "KHUYENCONG_MAIL_FROM")]
    mail_from: Option<String>,
    /// Địa chỉ mà người dùng mở chương trình, để đặt liên kết trong thư và trong lịch
    #[arg(long, env = "KHUYENCONG_BASE_URL", value_parser = read_site)]
    base_url: Option<String>,
}

/// Where links of letters lead while the office names no address: the machine itself.
const THIS_MACHINE: &str = "http://127.0.0.1:8686";

/// Reads the address under which people open the program.
fn read_site(text: &str) -> Result<String, String> {
    let site = text.trim().trim_end_matches('/');
    let machine = site
        .strip_prefix("https://")
        .or_else(|| site.strip_prefix("http://"));
    let is_plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(c);
    if machine.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_plain)) {
        return Ok(site.to_owned());
    }
    Err(
        "địa chỉ phải bắt đầu bằng https:// hoặc http://, như https://khuyencong.haiphong.gov.vn"
            .to_owned(),
    )
}

/// An open way for letters.
pub struct Way {
    post: Post,
    /// The address under which people open the program, without a slash at the end.
    pub site: String,
}

impl MailArgs {
    /// The address the office named for links.
    pub fn named_site(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// The address for the links of letters.
    pub fn site(&self) -> &str {
        self.named_site().unwrap_or(THIS_MACHINE)
    }

    /// The way for letters; nothing where no mail server is named. Says what is wrong otherwise.
    pub fn way(&self) -> Result<Option<Way>, String> {
        let Some(url) = &self.smtp_url else {
            return Ok(None);
        };
        let from = self.mail_from.as_ref().ok_or_else(|| {
            "thiếu người gửi: thêm --mail-from \"Khuyến công <khuyencong@don-vi.vn>\"".to_owned()
        })?;
        let post = Post::new(url, from).map_err(|fault| fault.to_string())?;
        let site = self.site().to_owned();
        Ok(Some(Way { post, site }))
    }
}

impl Way {
    /// Hands one letter to the mail server.
    pub fn deliver(&self, letter: &Letter) -> Result<(), String> {
        let mail = Mail {
            id: &letter.id.to_string(),
            to: &letter.address,
            name: &letter.name,
            subject: &letter.subject,
            text: &letter.text,
            html: &letter.html,
        };
        self.post.deliver(&mail).map_err(|fault| fault.to_string())
    }
}
