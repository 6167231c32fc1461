//! Each kind of work, done by the product, by a bare web layer and by the bare driver.

use crate::bare;
use crate::failure::Failure;
use crate::load::{self, Round};
use crate::nation::Nation;
use crate::process::processor_time;
use crate::server::Server;
use crate::table::{Measured, Work};
use crate::visits::{self, Reading};
use crate::web;
use kc_testkit::wire::{Connection, Visitor};

/// Callers at the same time: as many as two processors serve without a queue.
const CALLERS: usize = 2;

/// How often the same write is done.
const WRITES: usize = 400;

/// The three that are compared, and the data they share.
pub(crate) struct Contest {
    /// The product.
    pub(crate) product: Server,
    /// The bare web layer.
    pub(crate) web: Server,
    /// The data.
    pub(crate) nation: Nation,
}

impl Contest {
    /// Measures everything that is read, and then a write; shows each as it is known.
    pub(crate) fn hold(&self, show: fn(&Work)) -> Result<(), Failure> {
        let connection = rusqlite::Connection::open(&self.nation.file)?;
        let readings = visits::readings(&connection)?;
        drop(connection);
        for (number, reading) in readings.iter().enumerate() {
            show(&self.read(number, reading)?);
        }
        show(&self.write()?);
        Ok(())
    }

    fn read(&self, number: usize, reading: &Reading) -> Result<Work, Failure> {
        let reader = self.product.visitor(reading.who)?;
        let requests: Vec<Vec<u8>> = reading
            .paths
            .iter()
            .map(|path| reader.get_request(path))
            .collect();
        let bytes = page_bytes(&self.product, requests.first())?;
        let bare_reader = Visitor::new(self.web.address)?;
        let bare_requests: Vec<Vec<u8>> = (0..requests.len())
            .map(|call| bare_reader.get_request(&web::path(number, call, bytes)))
            .collect();
        Ok(Work {
            name: reading.name,
            product: asked(&self.product, &requests)?,
            web: asked(&self.web, &bare_requests)?,
            driver: measured(std::process::id(), || {
                bare::ask(&self.nation.file, reading.questions, &reading.values)
            })?,
        })
    }

    /// Programmes recorded one after another, beside bare commits of the same rows.
    fn write(&self) -> Result<Work, Failure> {
        let mut writer = self.product.visitor(crate::WRITER)?;
        let mut requests = Vec::with_capacity(WRITES);
        for number in 0..WRITES {
            let code = format!("BENCH-{number}");
            let typed = [
                ("code", code.as_str()),
                ("name", "Chương trình đo"),
                ("catalogue", "ND45-2012"),
                ("starts_on", "01/01/2026"),
                ("ends_on", "31/12/2026"),
            ];
            requests.push(writer.filled("/programmes/new", "/programmes", &typed)?);
        }
        let bare_writer = Visitor::new(self.web.address)?;
        let bare_requests = vec![bare_writer.post_request(web::WRITE, ""); WRITES];
        Ok(Work {
            name: "write, one transaction",
            product: posted(&self.product, &requests)?,
            web: posted(&self.web, &bare_requests)?,
            driver: measured(std::process::id(), || {
                bare::write(&self.nation.file, WRITES)
            })?,
        })
    }
}

/// The length of the product's page.
fn page_bytes(product: &Server, request: Option<&Vec<u8>>) -> Result<usize, Failure> {
    let request = request.ok_or_else(|| Failure::new("nothing to ask for"))?;
    let answer = Connection::open(product.address)?.ask(request)?;
    Ok(answer.body.len())
}

fn asked(server: &Server, requests: &[Vec<u8>]) -> Result<Measured, Failure> {
    // A first round fills caches and is thrown away.
    let few = requests.len().div_ceil(4);
    load::run(
        server.address,
        requests.get(..few).unwrap_or_default(),
        CALLERS,
        200,
    )?;
    measured(server.pid(), || {
        load::run(server.address, requests, CALLERS, 200)
    })
}

fn posted(server: &Server, requests: &[Vec<u8>]) -> Result<Measured, Failure> {
    measured(server.pid(), || load::run(server.address, requests, 1, 303))
}

fn measured(pid: u32, work: impl FnOnce() -> Result<Round, Failure>) -> Result<Measured, Failure> {
    let before = processor_time(pid);
    let round = work()?;
    let processor = processor_time(pid).saturating_sub(before);
    Ok(Measured { round, processor })
}
