//! Advance, payment, settlement (tạm ứng, thanh toán, quyết toán): when money may leave and for
//! how much. The ledger counts; these rules tie what it counts to contract, acceptance, vouchers.

mod bound;
pub mod refusal;
mod rules;
mod voucher;

pub use bound::{AdvanceRate, Bound, Ceiling, advance_bound, payment_bound};
pub use rules::{Asked, Facts, decide};
pub use voucher::{Voucher, VoucherKind, covered};

#[cfg(test)]
mod tests;
