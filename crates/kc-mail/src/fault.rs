//! Why a letter did not leave. Nothing here holds an address with a password.

use std::fmt;

/// Why a letter did not leave.
#[derive(Debug)]
pub enum Fault {
    /// The address of the server cannot be read.
    Server,
    /// The address holds a password that would travel in the clear.
    PasswordInTheClear,
    /// The address of the sender cannot be read.
    Sender,
    /// The address of the receiver cannot be read.
    Receiver,
    /// The letter cannot be put together.
    Letter,
    /// The server is absent or refused.
    Refused(lettre::transport::smtp::Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server => write!(
                f,
                "địa chỉ máy chủ thư không đúng dạng smtp://máy:cổng hoặc smtps://tên:mật-khẩu@máy"
            ),
            Self::PasswordInTheClear => write!(
                f,
                "địa chỉ máy chủ thư có mật khẩu nhưng không mã hóa: dùng smtps:// hoặc thêm ?tls=required"
            ),
            Self::Sender => write!(f, "địa chỉ người gửi không đúng dạng ten@don-vi.vn"),
            Self::Receiver => write!(f, "địa chỉ người nhận không đúng dạng ten@don-vi.vn"),
            Self::Letter => write!(f, "không soạn được thư"),
            Self::Refused(error) => write!(f, "máy chủ thư không nhận: {error}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<lettre::transport::smtp::Error> for Fault {
    fn from(error: lettre::transport::smtp::Error) -> Self {
        Self::Refused(error)
    }
}
