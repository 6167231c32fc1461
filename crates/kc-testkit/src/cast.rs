//! The people of the tests: one for each role, at the organisations of Hải Phòng.

use crate::TestOffice;
use kc_app::identity::invite::invite;
use kc_app::identity::organisation::{NewOrganisation, record};
use kc_app::kernel::Cx;
use kc_domain::identity::{Actor, Assignment, OrganisationKind, Role};
use kc_domain::kernel::id::{AssignmentId, OrganisationId, UserId};
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;

/// One of the cast.
#[derive(Debug, Clone)]
pub struct Member {
    /// The person with one role.
    pub actor: Actor,
}

/// Everybody.
pub struct Cast {
    /// The implementing centre of Hải Phòng.
    pub centre: OrganisationId,
    /// The Sở Công Thương of Hải Phòng.
    pub department: OrganisationId,
    /// A service organisation in Hải Phòng.
    pub service: OrganisationId,
    /// A firm in Hải Phòng.
    pub firm: OrganisationId,
    /// The centre of another province.
    pub foreign_centre: OrganisationId,
    people: Vec<(Role, UserId)>,
    neighbour: UserId,
    foreigner: UserId,
}

/// Hải Phòng before and after 01/7/2025 keeps the code 31.
pub const HAI_PHONG: &str = "VN/31";

/// The district Thủy Nguyên, until 30/06/2025.
pub const THUY_NGUYEN: &str = "VN/31/311";

/// The district Vĩnh Bảo, neighbour of Thủy Nguyên, until 30/06/2025.
pub const VINH_BAO: &str = "VN/31/316";

/// Hà Nội, the province nobody of the Hải Phòng cast may see.
pub const HA_NOI: &str = "VN/01";

impl Cast {
    /// Makes the organisations and the people of the cast. Nobody has a password: tests act as them.
    pub fn gather(office: &TestOffice) -> Self {
        let administrator = actor(
            UserId([0; 16]),
            Role::SystemAdministrator,
            OrganisationId([0xAA; 16]),
            "VN",
        );
        let cx = office.app.cx(administrator, Lang::Vi);
        let make = |name: &str, kind, area| {
            let new = NewOrganisation {
                name: name.to_owned(),
                short_name: None,
                kind,
                parent: None,
                area: area_of(area),
                illustrative: true,
            };
            record(&cx, new).expect("an organisation")
        };
        let person = |sign_in: &str, name: &str| {
            let (id, _) = invite(&cx, sign_in, name).expect("a person");
            id
        };
        Self {
            people: Role::ALL
                .map(|role| (role, person(role.code(), role.name(Lang::Vi))))
                .into(),
            neighbour: person("vinh-bao", "Cán bộ huyện Vĩnh Bảo"),
            foreigner: person("ha-noi", "Cán bộ Hà Nội"),
            centre: make(
                "Trung tâm Khuyến công Hải Phòng",
                OrganisationKind::Centre,
                HAI_PHONG,
            ),
            department: make(
                "Sở Công Thương Hải Phòng",
                OrganisationKind::Department,
                HAI_PHONG,
            ),
            service: make(
                "Công ty Tư vấn Cửa Biển",
                OrganisationKind::ServiceOrganisation,
                HAI_PHONG,
            ),
            firm: make("Cơ khí Hoàng Cường", OrganisationKind::Firm, THUY_NGUYEN),
            foreign_centre: make(
                "Trung tâm Khuyến công Hà Nội",
                OrganisationKind::Centre,
                HA_NOI,
            ),
        }
    }

    /// A person of Hải Phòng in a role, at the organisation where the role is held.
    pub fn person(&self, role: Role) -> Member {
        let (organisation, area) = match role {
            Role::DepartmentOfficer | Role::DepartmentHead => (self.department, HAI_PHONG),
            Role::CommuneOfficer => (self.department, THUY_NGUYEN),
            Role::ServiceOrganisation => (self.service, HAI_PHONG),
            Role::Firm => (self.firm, THUY_NGUYEN),
            Role::AgencyOfficer | Role::SystemAdministrator => (self.department, "VN"),
            _ => (self.centre, HAI_PHONG),
        };
        let found = self.people.iter().find(|(held, _)| *held == role);
        let (_, user) = found.expect("everybody is there");
        Member {
            actor: actor(*user, role, organisation, area),
        }
    }

    /// A person in the same role in the district Vĩnh Bảo.
    pub fn neighbour(&self, role: Role) -> Member {
        Member {
            actor: actor(self.neighbour, role, self.department, VINH_BAO),
        }
    }

    /// A person in the same role in another province.
    pub fn foreigner(&self, role: Role) -> Member {
        Member {
            actor: actor(self.foreigner, role, self.foreign_centre, HA_NOI),
        }
    }
}

impl Member {
    /// The context in which this person acts in an office.
    pub fn at<'a>(&self, office: &'a TestOffice) -> Cx<'a> {
        office.app.cx(self.actor.clone(), Lang::Vi)
    }
}

pub(crate) fn area_of(path: &str) -> AreaPath {
    AreaPath::parse(path).expect("an area")
}

fn actor(user: UserId, role: Role, organisation: OrganisationId, area: &str) -> Actor {
    let assignment = Assignment {
        id: AssignmentId(user.0),
        role,
        organisation,
        area: area_of(area),
        valid_from: chrono::NaiveDate::MIN,
        valid_to: None,
    };
    let name = role.name(Lang::Vi).to_owned();
    Actor {
        user,
        name,
        assignments: vec![assignment],
        stands_in: Vec::new(),
    }
}
