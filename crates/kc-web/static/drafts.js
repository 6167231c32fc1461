/*
 * What is typed into a form stays in this browser until the server has it: never passwords, files or
 * tokens; for the person signed in only; gone when they sign out, when somebody else comes, and after
 * some days. localStorage, because a phone closes pages by itself and a tab's own storage goes with it.
 */
"use strict";

(() => {
  const { say, all, make } = globalThis.kc;
  const PREFIX = "khuyencong.";
  const DRAFT = `${PREFIX}draft.`;
  /** Whose drafts this browser holds: a page left open by somebody who signed out keeps nothing. */
  const HOLDER = `${PREFIX}person`;
  /** What was sent after the session ended, for the way back to its form; goes with the tab. */
  const RESUME = `${PREFIX}resume`;
  const DAYS_KEPT = 3;
  const DAY_MS = 86_400_000;
  /** Forms begun and left: the oldest make room. */
  const DRAFTS_MAX = 20;
  const PAUSE_MS = 400;

  const person = document.documentElement.dataset.person;
  const keysOf = (store, prefix) => Object.keys(store).filter((key) => key.startsWith(prefix));
  const keyOf = (form) => `${DRAFT}${person}.${location.pathname}${location.search} ${form.getAttribute("action")}`;

  function read(store, key) {
    try {
      return JSON.parse(store.getItem(key));
    } catch {
      return null;
    }
  }

  /** Keeps a draft, and says whether the browser took it. */
  function write(store, key, draft) {
    try {
      store.setItem(key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  const isTyped = (box) => box.name && box.name !== "csrf" && !["password", "file", "submit", "button", "reset"].includes(box.type);
  const isChoice = (box) => box.type === "checkbox" || box.type === "radio";

  /** Names and values, with the identity the form carries, so that sending it again is the same form. */
  function answersOf(form) {
    const boxes = [...form.elements].filter((box) => isTyped(box) && (!isChoice(box) || box.checked));
    return boxes.map((box) => [box.name, box.value, box.type === "hidden"]);
  }

  const seen = (answers) => JSON.stringify(answers.filter(([, , hidden]) => !hidden));

  /** Values by the name of their field. */
  function byName(answers) {
    const values = new Map();
    for (const [name, value] of answers) values.set(name, [...(values.get(name) ?? []), value]);
    return values;
  }

  /**
   * Puts an earlier draft into the form. Where the record was changed meanwhile, only what this person
   * had changed goes over it; answers the names of fields that both have changed.
   */
  function restore(form, draft) {
    const values = byName(draft.answers);
    const now = byName(answersOf(form));
    const same = (one, other) => String(one ?? "") === String(other ?? "");
    const moved = !same(values.get("version"), now.get("version"));
    const before = byName(JSON.parse(draft.was ?? "[]"));
    const left = (name) => moved && (name === "version" || name === "once" || same(values.get(name), before.get(name)));
    const clash = (name) => moved && before.has(name) && !left(name) && !same(now.get(name), before.get(name));
    const clashing = [...values.keys()].filter(clash);
    for (const box of [...form.elements].filter((box) => isTyped(box) && !left(box.name))) {
      const kept = values.get(box.name) ?? [];
      if (isChoice(box)) box.checked = kept.includes(box.value);
      else if (kept.length) put(box, kept.shift());
      if (box.type !== "hidden") box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return { moved, clashing };
  }

  function put(box, value) {
    const known = box.type !== "select-one" || [...box.options].some((option) => option.value === value);
    if (known) box.value = value;
  }

  const nameless = (form) => !person || !("draft" in form.dataset);

  /** Keeps what stands in the form now. */
  function keep(form) {
    if (nameless(form) || localStorage.getItem(HOLDER) !== person) return false;
    const answers = answersOf(form);
    const key = keyOf(form);
    if (seen(answers) === form.draftless) return localStorage.removeItem(key) ?? true;
    makeRoom(key);
    return write(localStorage, key, { at: Date.now(), answers, was: form.draftless });
  }

  function makeRoom(key) {
    const others = keysOf(localStorage, DRAFT).filter((other) => other !== key);
    others.sort((one, two) => (read(localStorage, two)?.at ?? 0) - (read(localStorage, one)?.at ?? 0));
    others.slice(DRAFTS_MAX - 1).forEach((other) => localStorage.removeItem(other));
  }

  /** The server has it: nothing stays. */
  function forget(form) {
    clearTimeout(form.pause);
    form.taken = true;
    localStorage.removeItem(keyOf(form));
  }

  /** Signing in comes between: what was typed waits for the way back. */
  function setAside(form) {
    if (!nameless(form)) write(sessionStorage, RESUME, { key: keyOf(form), at: Date.now(), answers: answersOf(form), was: form.draftless });
  }

  /** Whoever signs out leaves nothing behind on a shared machine. */
  function clear() {
    for (const store of [localStorage, sessionStorage]) {
      keysOf(store, PREFIX).forEach((key) => store.removeItem(key));
    }
  }

  /** Drops what is old, and what somebody else left. */
  function tidy() {
    localStorage.setItem(HOLDER, person);
    for (const key of keysOf(localStorage, DRAFT)) {
      const at = read(localStorage, key)?.at ?? 0;
      const mine = key.startsWith(`${DRAFT}${person}.`);
      if (!mine || Date.now() - at > DAYS_KEPT * DAY_MS) localStorage.removeItem(key);
    }
    const aside = read(sessionStorage, RESUME);
    if (aside && !aside.key.startsWith(`${DRAFT}${person}.`)) sessionStorage.removeItem(RESUME);
  }

  /** When it was typed: the hour, and the day where it was another. */
  function moment(at) {
    const when = new Date(at);
    const two = (number) => String(number).padStart(2, "0");
    const hour = `${two(when.getHours())}:${two(when.getMinutes())}`;
    const today = when.toDateString() === new Date().toDateString();
    const day = `${when.getDate()}/${when.getMonth() + 1}`;
    return today ? hour : say(`${hour} ngày ${day}`, `${hour} on ${day}`);
  }

  const withFiles = (form) => form.querySelector("input[type=file]") !== null;
  const chooseAgain = (form) => (withFiles(form) ? say(" Tệp, ảnh phải chọn lại.", " Choose files and photos again.") : "");
  const focusFirst = (form) => [...form.elements].find((box) => box.type !== "hidden")?.focus();

  /** A line over the form, with what can be done. */
  function noteOver(form, text, ...buttons) {
    const words = make("p", { textContent: text });
    const note = make("div", { className: "notice notice-note draft-note", role: "status" }, words, ...buttons);
    form.before(note);
    return note;
  }

  const button = (textContent, click) => {
    const made = make("button", { type: "button", className: "btn btn-small", textContent });
    made.addEventListener("click", click);
    return made;
  };

  const labelOf = (form, name) => (form.elements[name]?.labels?.[0] ?? form.querySelector(`[name="${name}"]`)?.closest("fieldset")?.querySelector("legend"))?.firstChild?.textContent.trim() ?? name;

  /** What must be looked at because somebody else changed the record meanwhile. */
  function others(form, { moved, clashing }) {
    if (!moved) return "";
    const names = clashing.map((name) => `“${labelOf(form, name)}”`).join(", ");
    const both = say(` Cả hai cùng sửa ${names}: đang để phần của bạn, so lại trước khi gửi.`, ` You both changed ${names}: yours stands here, compare before you send.`);
    const changed = say(" Bản ghi đã được người khác sửa; các ô bạn không sửa là bản mới.", " Somebody changed the record; the fields you left alone show the new version.");
    return changed + (names ? both : "");
  }

  function bringBack(form, draft) {
    const met = restore(form, draft);
    const text = say(`Đã khôi phục nội dung nhập lúc ${moment(draft.at)}. Xem lại rồi gửi.`, `What you typed at ${moment(draft.at)} is back. Check it and send.`);
    const drop = button(say("Bỏ", "Discard"), () => { forget(form); location.reload(); });
    noteOver(form, text + others(form, met) + chooseAgain(form), drop);
  }

  function offer(form, draft) {
    const text = say(`Có nội dung đang nhập dở lúc ${moment(draft.at)}.`, `You were typing here at ${moment(draft.at)}.`);
    const take = button(say("Khôi phục", "Restore"), () => { note.remove(); bringBack(form, draft); focusFirst(form); });
    const drop = button(say("Bỏ", "Discard"), () => { note.remove(); localStorage.removeItem(keyOf(form)); focusFirst(form); });
    const note = noteOver(form, text + chooseAgain(form), take, drop);
  }

  /** Watches the forms of the page; `fresh` where it was just opened, not sent back. */
  function watch(fresh) {
    for (const form of all("main form[data-draft]").filter((form) => !nameless(form))) {
      const draft = read(localStorage, keyOf(form));
      const aside = read(sessionStorage, RESUME);
      if (fresh) form.draftless = seen(answersOf(form));
      if (aside?.key === keyOf(form)) {
        sessionStorage.removeItem(RESUME);
        bringBack(form, aside);
      } else if (fresh && draft && seen(draft.answers) !== form.draftless) offer(form, draft);
      form.addEventListener("input", () => {
        clearTimeout(form.pause);
        form.pause = setTimeout(() => keep(form), PAUSE_MS);
      });
    }
  }

  function flush() {
    const typing = all("main form[data-draft]").filter((form) => form.pause && !form.taken);
    typing.forEach(keep);
  }

  const back = document.querySelector('form[action="/sign-in"] [name=back]');
  if (back && !back.value) clear();
  if (person) tidy();
  watch(true);
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => document.hidden && flush());
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", clear);
  globalThis.kc.drafts = { keep, forget, setAside, watch };
})();
