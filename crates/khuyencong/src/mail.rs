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
    /// Địa chỉ mà người dùng mở chương trình, để đặt liên kết trong thư
    #[arg(
        long,
        env = "KHUYENCONG_BASE_URL",
        default_value = "http://127.0.0.1:8686"
    )]
    base_url: String,
}

/// An open way for letters.
pub struct Way {
    post: Post,
    /// The address under which people open the program, without a slash at the end.
    pub site: String,
}

impl MailArgs {
    /// The address for links.
    pub fn site(&self) -> &str {
        self.base_url.trim_end_matches('/')
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
