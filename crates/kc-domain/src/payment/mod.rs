//! Advance, payment, settlement (tạm ứng, thanh toán, quyết toán): when money may leave and for
//! how much. The ledger counts; these rules tie what it counts to contract, acceptance, vouchers.

mod bound;
pub mod refusal;
mod rules;
mod voucher;

pub use bound::{AdvanceRate, Bound, Ceiling, advance_bound, payment_bound};
pub use rules::{Asked, Facts, decide};
pub use voucher::{Voucher, VoucherKind, covered};

/// The place of this money in the State's budget index: loại 280, khoản 309 "hoạt động khuyến
/// công". Thông tư 28/2018/TT-BTC.
pub const BUDGET_LINE: &str = "280-309";

#[cfg(test)]
mod tests;
