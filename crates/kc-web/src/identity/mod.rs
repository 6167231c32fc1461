//! Coming in and going out: sign-in, one-time links, the account.

mod account;
pub mod organisation;
pub mod people;
mod sign_in;
mod tokens;

use crate::kernel::route::{Access, Route, get, post};

/// Sign-in and account.
pub const ROUTES: &[Route] = &[
    get("/sign-in", Access::Open, sign_in::show),
    post("/sign-in", Access::Open, sign_in::create),
    post("/sign-out", Access::SignedIn, sign_in::delete),
    get(
        "/invitations/{token}",
        Access::Open,
        sign_in::show_invitation,
    ),
    post(
        "/invitations/{token}",
        Access::Open,
        sign_in::accept_invitation,
    ),
    get("/account", Access::SignedIn, account::show),
    post(
        "/account/password",
        Access::SignedIn,
        account::change_password,
    ),
    post(
        "/account/sign-out-everywhere",
        Access::SignedIn,
        account::sign_out_everywhere,
    ),
    post("/account/tokens", Access::SignedIn, tokens::create),
    post(
        "/account/tokens/{api_token}/revocation",
        Access::SignedIn,
        tokens::revoke,
    ),
];
