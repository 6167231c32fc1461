// One browser for all journeys, and visitors in it with the habits the offices have.
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Starts Chromium from the system's packages. */
export function launch() {
  return chromium.launch({ executablePath: needed("KC_E2E_CHROMIUM"), args: FLAGS });
}

/** Where the demo is served. */
export function address() {
  return needed("KC_E2E_ADDRESS");
}

/** A fresh visitor without cookies; everything that goes wrong in the page is kept in `troubles`. */
export async function visitor(browser, options = {}) {
  const site = options.site ?? address();
  const context = await browser.newContext({
    baseURL: site,
    viewport: options.viewport ?? WIDE,
    javaScriptEnabled: options.scripts ?? true,
    colorScheme: options.colours ?? "light",
    locale: "vi-VN",
    // A colour in the middle of a transition has no contrast worth measuring.
    reducedMotion: "reduce",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  const page = await context.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`script error on ${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    const ours = url.startsWith(site) || url.startsWith("data:") || url.startsWith("blob:");
    if (!ours) troubles.push(`${page.url()} loads ${url} from elsewhere`);
  });
  return { context, page, troubles };
}

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys by "cargo xtask test"`);
  return value;
}
