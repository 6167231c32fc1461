//! Writes pages with every part of the face, and the files they load, into a folder:
//! `cargo run -p kc-web --example gallery -- FOLDER`, then look at them through any file server.

mod form;
mod home;
mod list;
mod record;

use askama::Template;
use kc_domain::kernel::text::Lang;
// Templates name pictures by their place in the crate.
use kc_web::kernel;
use kc_web::kernel::icon::Icon;
use kc_web::kernel::shell::{Crumb, NavItem, Shell, Theme, UserBadge};
use std::path::Path;
use std::{env, fs, io};

/// The gallery is read by people who write Vietnamese pages.
const VI: Lang = Lang::Vi;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "gallery".to_owned());
    let folder = Path::new(&folder);
    for asset in kernel::assets::ALL {
        let address = kernel::assets::url(asset.name);
        let file = folder.join(address.trim_start_matches('/'));
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, asset.bytes)?;
    }
    for (suffix, theme) in [("", Theme::Light), ("-dark", Theme::Dark)] {
        for (name, html) in [
            ("list", list::page(theme).render()),
            ("record", record::page(theme).render()),
            ("form", form::page(theme).render()),
            ("home", home::page(theme).render()),
            ("sign-in", form::sign_in(theme).render()),
        ] {
            let file = folder.join(format!("{name}{suffix}.html"));
            fs::write(file, html.map_err(io::Error::other)?)?;
        }
    }
    Ok(())
}

/// The frame of a signed-in officer at one place of the navigation.
fn shell(title: &str, place: Icon, theme: Theme) -> Shell {
    let item = |(label, icon): (&str, Icon)| NavItem {
        label: label.to_owned(),
        url: "#".to_owned(),
        icon,
        current: icon == place,
        waiting: if icon == Icon::Tasks { 7 } else { 0 },
    };
    let crumb = |label: &str| Crumb {
        label: label.to_owned(),
        url: "#".to_owned(),
    };
    Shell {
        lang: VI,
        title: title.to_owned(),
        office: "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp Hải Phòng".to_owned(),
        nav: [
            ("Việc cần làm", Icon::Tasks),
            ("Chương trình", Icon::Programme),
            ("Kế hoạch", Icon::Plan),
            ("Đề án", Icon::Project),
            ("Cơ sở CNNT", Icon::Establishment),
            ("Kinh phí", Icon::Money),
            ("Giám sát", Icon::Monitoring),
            ("Hoạt động", Icon::Activity),
            ("Bình chọn", Icon::Award),
            ("Cụm CN", Icon::Cluster),
            ("Báo cáo", Icon::Report),
            ("Văn bản", Icon::Document),
            ("Quản trị", Icon::Settings),
        ]
        .map(item)
        .to_vec(),
        crumbs: vec![
            crumb("Chương trình"),
            crumb("Khuyến công Hải Phòng 2016–2020"),
        ],
        user: Some(UserBadge {
            key: "lan".into(),
            name: "Nguyễn Thị Phương Thảo".to_owned(),
            role: "Chuyên viên, Trung tâm Khuyến công".to_owned(),
        }),
        csrf: "token".to_owned(),
        theme: Some(theme),
        illustrative: true,
        path: "/de-an".to_owned(),
        ..Shell::default()
    }
}
