//! One's own tokens of the interface: the table, making one, revoking one.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Fact, Facts, Field, Head, Offer, PostButton};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Part, RecordPage, SmallForm, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use chrono::Days;
use kc_app::identity::api_token;
use kc_app::kernel::Done;
use kc_domain::identity::api_token::ApiToken;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ApiTokenId;
use kc_domain::kernel::text::Lang;

/// Where tokens are made.
const PATH: &str = "/account/tokens";

/// Days a token is good for unless another day is typed.
const DAYS_OFFERED: u64 = 90;

/// The side of the account about tokens.
pub(super) fn parts(visit: &Visit<'_>) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let held = api_token::list(&visit.cx())?;
    let heading = lang.t(
        "Mã truy cập cho chương trình khác",
        "Tokens for other programs",
    );
    let text = lang.t(
        "Một bảng tính hay chương trình của bạn gửi mã này trong Authorization: Bearer … để đọc /api/v1 với đúng quyền của bạn, không cần mật khẩu. Danh mục: /api/openapi.json.",
        "A spreadsheet or program of yours sends the token as Authorization: Bearer … and reads /api/v1 with your own rights, without your password. Description: /api/openapi.json.",
    );
    let mut parts = vec![
        Part::Heading(heading.to_owned()),
        Part::Text(text.to_owned()),
    ];
    if !held.is_empty() {
        parts.push(Part::Table(table(lang, &held)));
        parts.push(Part::Offers(
            held.iter().map(|held| revocation(visit, held)).collect(),
        ));
    }
    parts.push(Part::Form(SmallForm {
        fields: fields(visit, &Query::default()),
        button: PostButton::new(PATH, visit.csrf(), lang.t("Tạo mã", "Make a token")),
        with_files: false,
    }));
    Ok(parts)
}

fn table(lang: Lang, held: &[ApiToken]) -> Table {
    let columns = vec![
        Column::text(lang.t("Dùng cho", "For")),
        Column::text(lang.t("Tạo lúc", "Made")),
        Column::text(lang.t("Dùng đến hết ngày", "Good until")),
    ];
    let row = |token: &ApiToken| {
        let cells = vec![
            Cell::text(&token.name),
            Cell::text(token.created_at.show()),
            Cell::text(show_date(token.expires_on)),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: lang.t("Mã đang giữ", "Tokens held").to_owned(),
        head: Head { columns },
        rows: held.iter().map(row).collect(),
        note: String::new(),
    }
}

fn revocation(visit: &Visit<'_>, held: &ApiToken) -> Offer {
    let lang = visit.lang();
    let label = format!("{}: {}", lang.t("Thu hồi", "Revoke"), held.name);
    let button = PostButton::new(
        format!("{PATH}/{}/revocation", held.id),
        visit.csrf(),
        &label,
    );
    Offer::post(button.dangerous().confirm(label))
}

fn fields(visit: &Visit<'_>, form: &Query) -> Vec<Field> {
    let lang = visit.lang();
    let offered = visit.cx().today().checked_add_days(Days::new(DAYS_OFFERED));
    let until = match form.get("expires_on") {
        "" => offered.map(show_date).unwrap_or_default(),
        typed => typed.to_owned(),
    };
    vec![
        Field::text(lang, "name", lang.t("Dùng cho việc gì", "What it is for"))
            .example(lang.t("Bảng tính giao ban hằng tuần", "Weekly spreadsheet"))
            .value(form.get("name")),
        Field::date(
            lang,
            "expires_on",
            lang.t("Dùng đến hết ngày", "Good until"),
        )
        .value(until),
    ]
}

/// `POST /account/tokens`: answers the page with the token; it is shown this once.
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let form = &visit.arrival.form;
    let mut reader = FormReader::new(form);
    let typed = (reader.text("name"), reader.date("expires_on"));
    let made = reader
        .finish(typed)
        .and_then(|(name, until)| api_token::issue(&visit.cx(), &name, until));
    match made {
        Ok(secret) => show_once(visit, &secret),
        Err(failure) => {
            let lang = visit.lang();
            let shell = shell(visit, lang.t("Tạo mã truy cập", "Make a token"));
            FormPage::new(shell, PATH, fields(visit, form))
                .buttons(lang.t("Tạo mã", "Make a token"), "/account")
                .come_back(failure)
        }
    }
}

fn show_once(visit: &Visit<'_>, secret: &str) -> Answer {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Mã truy cập mới", "The new token"));
    shell.crumbs = vec![crumb(lang.t("Tài khoản", "Account"), "/account")];
    let text = lang.t(
        "Chép mã này ngay vào chương trình sẽ dùng nó. Rời trang này là không xem lại được.",
        "Copy the token into the program that will use it. It cannot be shown again.",
    );
    let facts = vec![
        Fact::text(lang.t("Mã", "Token"), secret),
        Fact::text(
            lang.t("Cách gửi", "How it is sent"),
            format!("Authorization: Bearer {secret}"),
        ),
    ];
    let back = lang.t("Đã chép, về tài khoản", "Copied, back to the account");
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: vec![
            Part::Text(text.to_owned()),
            Part::Facts(Facts { lang, facts }),
            Part::Offers(vec![Offer::open(back, "/account")]),
        ],
    })
}

/// `POST /account/tokens/{api_token}/revocation`
pub(super) fn revoke(visit: &Visit<'_>) -> Answer {
    api_token::revoke(&visit.cx(), visit.id("api_token", ApiTokenId::parse)?)?;
    let notice = visit
        .lang()
        .t("Đã thu hồi mã truy cập.", "The token is revoked.");
    Reply::see_other("/account", notice)
}
