//! Forms: one that came back with mistakes, and signing in.

use crate::list::choices;
use crate::record::law;
use crate::{VI, shell};
use askama::Template;
use kc_web::kernel::components::{Choice, ErrorSummary, Field, Kind, Problem, attach};
use kc_web::kernel::icon::Icon;
use kc_web::kernel::shell::{Shell, Theme};

#[derive(Template)]
#[template(path = "gallery/form.html")]
pub(crate) struct FormPage {
    shell: Shell,
    summary: ErrorSummary,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "gallery/sign_in.html")]
pub(crate) struct SignInPage {
    shell: Shell,
    fields: Vec<Field>,
}

/// A form with two mistakes.
pub(crate) fn page(theme: Theme) -> FormPage {
    let problems = vec![
        Problem::at("title", "Nhập tên đề án"),
        Problem::at(
            "amount",
            "Kinh phí đề nghị 350.000.000 đồng vượt mức hỗ trợ tối đa 300.000.000 đồng",
        ),
    ];
    let levels = ["Quốc gia", "Địa phương"]
        .map(|l| Choice::new(l, l))
        .to_vec();
    let mut fields = vec![
        Field::text(VI, "title", "Tên đề án")
            .hint("Viết như trong quyết định, không viết tắt tên đơn vị."),
        Field::new(VI, Kind::Short, "code", "Mã đề án")
            .optional()
            .value("HP-2017-014"),
        Field::new(VI, Kind::Radio(levels), "level", "Cấp").value("Địa phương"),
        Field::new(
            VI,
            choices(&["Chọn nội dung", "Đào tạo nghề", "Ứng dụng máy móc"]),
            "group",
            "Nội dung hoạt động",
        ),
        Field::money(VI, "amount", "Kinh phí đề nghị")
            .example("1.250.000 hoặc 1,25 tỷ")
            .value("350 triệu")
            .law(law()),
        Field::date(VI, "from", "Ngày bắt đầu").example("5/3/2026"),
        Field::new(VI, Kind::Count, "workers", "Số lao động")
            .unit("người")
            .value("120"),
        Field::new(VI, Kind::Long, "why", "Sự cần thiết")
            .hint("Nêu hiện trạng máy móc và việc làm.")
            .optional(),
        Field::new(VI, Kind::File(".pdf,.docx"), "paper", "Tệp đính kèm"),
        Field::new(
            VI,
            Kind::Checkbox,
            "sure",
            "Cơ sở cam kết không nhận hỗ trợ trùng nội dung",
        ),
    ];
    attach(&mut fields, &problems);
    FormPage {
        shell: shell("Lập đề án", Icon::Project, theme),
        summary: ErrorSummary { lang: VI, problems },
        fields,
    }
}

/// The door.
pub(crate) fn sign_in(theme: Theme) -> SignInPage {
    SignInPage {
        shell: Shell {
            lang: VI,
            title: "Đăng nhập".to_owned(),
            theme: Some(theme),
            ..Shell::default()
        },
        fields: vec![
            Field::new(VI, Kind::Short, "login", "Tên đăng nhập").autocomplete("username"),
            Field::new(VI, Kind::Password, "password", "Mật khẩu").autocomplete("current-password"),
        ],
    }
}
