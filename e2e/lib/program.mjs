// An office of one's own: the program started on an empty folder, and ended with the journey.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The built program. */
function program() {
  const path = process.env.KC_E2E_PROGRAM;
  if (!path) throw new Error('KC_E2E_PROGRAM is not set: run the journeys by "cargo xtask test"');
  return path;
}

/** An empty office, served until it is closed. */
export class OwnOffice {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "khuyencong-own-"));
  }

  /** Runs a command of the program on this office; fails where it fails. */
  run(...words) {
    return execFileSync(program(), [...words, "--data", this.folder], { encoding: "utf8" });
  }

  /** Serves the office on a free port; answers the address it prints. */
  async serve() {
    const words = ["serve", "--listen", "127.0.0.1:0", "--data", this.folder];
    this.server = spawn(program(), words, { stdio: ["ignore", "pipe", "ignore"] });
    for await (const said of this.server.stdout) {
      const found = String(said).match(/http:\/\/\S+/);
      if (found) return found[0];
    }
    throw new Error("the program ended without serving");
  }

  /** Ends the server as an operator would, and waits until it has. */
  async close() {
    if (this.server && this.server.exitCode === null) {
      const ended = new Promise((done) => this.server.once("exit", done));
      this.server.kill("SIGTERM");
      await ended;
    }
  }

  /** Clears the folder away. */
  remove() {
    rmSync(this.folder, { recursive: true });
  }
}
