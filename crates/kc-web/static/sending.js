/*
 * Sends the forms of a page and stays on it until the server has answered: without a connection
 * everything typed and chosen is still there, with a sentence and the same button. A form carries its
 * own identity, so that sending it again never makes a second record.
 */
"use strict";

(() => {
  const { say, all, make, enliven, drafts } = globalThis.kc;
  /** No page of the product takes this long; a photo over a weak connection may. */
  const PATIENCE_MS = 60_000;
  const PATIENCE_FILES_MS = 600_000;
  /** Nothing is said about what is done sooner. */
  const QUIET_MS = 400;

  /** As the server says: a scanned file of some hundred pages. */
  const FILE_BYTES_MAX = 25 * 1024 * 1024;

  const hasFile = (form) => all("input[type=file]", form).some((box) => box.files.length > 0);

  /** Says something beside the button of a form: at once, or when the reader is ready for it. */
  function tell(form, kind, text) {
    form.querySelector(".send-note")?.remove();
    if (!text) return;
    const role = kind === "note" ? "status" : "alert";
    const note = make("div", { className: `notice notice-${kind} send-note`, role }, make("p", { textContent: text }));
    const foot = form.querySelector(".form-foot");
    if (foot) foot.before(note);
    else form.append(note);
    note.scrollIntoView({ block: "nearest" });
  }

  function lost(form, kept) {
    const stay = say("Giữ trang này mở và bấm Gửi lại khi có mạng.", "Keep this page open and press Send again when you are online.");
    const there = say("Nội dung vẫn còn trên máy này; bấm Gửi lại khi có mạng.", "What you typed is still on this machine; press Send again when you are online.");
    const files = say(" Đừng đóng trang: tệp, ảnh đã chọn sẽ phải chọn lại.", " Do not close the page: chosen files and photos would have to be chosen again.");
    return `${say("Mất kết nối.", "The connection is lost.")} ${kept ? there : stay}${hasFile(form) ? files : ""}`;
  }

  /** Files that the server would refuse after a long way there. */
  function tooLarge(form) {
    const files = all("input[type=file]", form).flatMap((box) => [...box.files]);
    const megabytes = (file) => Math.ceil(file.size / (1024 * 1024));
    const names = files.filter((file) => file.size > FILE_BYTES_MAX).map((file) => `${file.name} (${megabytes(file)} MB)`);
    return names.length > 0 && say(`Tệp quá lớn, chưa gửi: ${names.join(", ")}. Mỗi tệp tối đa 25 MB.`, `Too large, not sent: ${names.join(", ")}. A file may have 25 MB.`);
  }

  /** The words of the button while there is something to send again. */
  function again(button, on) {
    if (!button) return;
    button.dataset.words ??= button.textContent;
    button.textContent = on ? say("Gửi lại", "Send again") : button.dataset.words;
  }

  function post(form, button) {
    const data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    const multipart = form.enctype === "multipart/form-data";
    const patience = hasFile(form) ? PATIENCE_FILES_MS : PATIENCE_MS;
    return fetch(button?.getAttribute("formaction") ?? form.getAttribute("action"), {
      method: "POST",
      headers: { "kc-script": "1" },
      body: multipart ? data : new URLSearchParams(data),
      signal: AbortSignal.timeout(patience),
    });
  }

  /** Goes where the server says; a form that was taken leaves the way back. */
  function leave(form, address) {
    const to = new URL(address, location.href);
    if (to.pathname + to.search === location.pathname + location.search) {
      history.replaceState(null, "", to);
      location.reload();
    } else if ("draft" in form.dataset) location.replace(to);
    else location.assign(to);
  }

  /** Shows the page that came back in place of this one: the address stays that of the form. */
  function show(form, html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    const main = next.querySelector("main");
    if (!main) return false;
    const same = all("form[data-draft]", main).some((other) => other.getAttribute("action") === form.getAttribute("action"));
    if (!same) drafts.forget(form);
    const untouched = form.draftless;
    document.title = next.title;
    document.querySelector("main").replaceWith(main);
    all("main form[data-draft]").forEach((other) => { other.draftless = untouched; });
    scrollTo(0, 0);
    enliven();
    drafts.watch(false);
    return true;
  }

  /** The token of the session that is open now, where it is still the same person's. */
  async function freshToken() {
    const page = await fetch(location.href).then((answer) => answer.text());
    const now = new DOMParser().parseFromString(page, "text/html");
    const same = now.documentElement.dataset.person === document.documentElement.dataset.person;
    return same ? now.querySelector("main [name=csrf], header [name=csrf]")?.value : undefined;
  }

  /** The form was opened before signing in again: the same person sends it with the new token. */
  async function renew(form) {
    const token = await freshToken();
    if (token) all("form [name=csrf]").forEach((box) => { box.value = token; });
    return Boolean(token);
  }

  function signInAgain(form) {
    drafts.setAside(form);
    location.assign(`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`);
  }

  /** What the server said, where it is neither a page nor another address. */
  async function problem(answer) {
    const said = await answer.json().catch(() => null);
    const silent = say(`Máy chủ chưa trả lời được (${answer.status}). Thử gửi lại sau ít phút.`, `The server could not answer (${answer.status}). Send again in some minutes.`);
    return { code: said?.code, text: said?.detail ?? silent };
  }

  /** Reads the answer; true when this page is left or exchanged. */
  async function settle(form, button, answer) {
    const address = answer.headers.get("kc-goes-to");
    if (address) {
      drafts.forget(form);
      leave(form, address);
      return true;
    }
    if (answer.status === 401) {
      signInAgain(form);
      return true;
    }
    const isPage = answer.headers.get("content-type")?.startsWith("text/html");
    if (isPage && show(form, await answer.text())) return true;
    const { code, text } = await problem(answer);
    if (code === "form.old" && !form.dataset.renewed && (await renew(form))) {
      form.dataset.renewed = "yes";
      return settle(form, button, await post(form, button));
    }
    tell(form, "refused", text);
    return false;
  }

  async function send(form, button) {
    const kept = drafts.keep(form);
    const refused = tooLarge(form);
    tell(form, "refused", refused);
    if (refused) {
      delete form.dataset.sent;
      return;
    }
    const slow = setTimeout(() => tell(form, "note", say("Đang gửi…", "Sending…")), QUIET_MS);
    try {
      const left = await settle(form, button, await post(form, button));
      again(button, false);
      if (left) return;
    } catch {
      tell(form, "warning", lost(form, kept));
      again(button, true);
      form.dataset.lost = "yes";
    } finally {
      clearTimeout(slow);
    }
    delete form.dataset.sent;
  }

  // A second press of a button that is already at work does nothing. Passwords are left to the browser.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    const isOurs = form.closest("main") && !form.querySelector("[type=password]");
    if (form.dataset.sent || isOurs) event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = "yes";
    delete form.dataset.lost;
    if (isOurs) send(form, event.submitter);
  });
  addEventListener("pageshow", (event) => event.persisted && all("form[data-sent]").forEach((form) => delete form.dataset.sent));

  addEventListener("online", () => {
    const back = say("Đã có mạng lại. Bấm Gửi lại.", "You are online again. Press Send again.");
    all("main form[data-lost]").forEach((form) => tell(form, "note", back));
  });
  addEventListener("offline", () => {
    const away = say("Đang mất kết nối. Cứ nhập tiếp, nội dung giữ trên máy này.", "You are offline. Go on typing; it is kept on this machine.");
    all("main form[data-draft]:not([data-sent])").forEach((form) => tell(form, "note", away));
  });
})();
