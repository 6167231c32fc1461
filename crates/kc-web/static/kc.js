/*
 * Khuyến công: what makes the pages quicker. Everything works without it.
 * No inline code, nothing from outside, no markup built from text of others.
 */
"use strict";

(() => {
  const english = document.documentElement.lang === "en";
  const say = (vi, en) => (english ? en : vi);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /** Makes an element: properties, then children. Text stays text. */
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element) element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  // The error summary takes the focus, so that nobody has to look for it.
  function focusErrors() {
    const summary = document.querySelector("[data-focus]");
    if (!summary) return;
    summary.focus();
    document.title = `${say("Lỗi", "Error")}: ${document.title}`;
  }

  // Light and dark change at once; the server keeps the choice.
  function switchTheme() {
    const form = document.querySelector("[data-theme-switch]");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      const data = new URLSearchParams(new FormData(form));
      const theme = event.submitter?.value ?? "light";
      data.set("theme", theme);
      document.documentElement.dataset.theme = theme;
      fetch(form.action, { method: "POST", body: data, redirect: "manual" }).catch(() => {});
    });
  }

  // Open menus close by Escape and by a click elsewhere.
  function closeMenus() {
    const close = (event) => {
      for (const menu of all("details[data-menu][open]")) {
        if (event.type === "click" && menu.contains(event.target)) continue;
        menu.open = false;
        if (event.type === "keydown") menu.querySelector("summary").focus();
      }
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", (event) => event.key === "Escape" && close(event));
  }

  // A row opens its record wherever it is clicked; its link stays the way for the keyboard.
  function openRows() {
    for (const row of all("tr")) {
      const link = row.querySelector("a.row-link");
      if (!link) continue;
      row.dataset.row = "";
      row.addEventListener("click", (event) => {
        if (event.target.closest("a, button, input, label, summary")) return;
        if (String(getSelection()) !== "") return;
        if (event.ctrlKey || event.metaKey) window.open(link.href, "_blank", "noopener");
        else link.click();
      });
    }
  }

  // On a phone a list becomes cards, each value with the name of its column.
  function labelCells() {
    for (const table of all("table.grid.list")) {
      const names = all("thead th", table).map((head) => {
        const unit = head.querySelector("small")?.textContent ?? "";
        const name = head.textContent.trim();
        return unit ? `${name.slice(0, name.length - unit.length)} (${unit})` : name;
      });
      for (const row of all("tbody tr, tfoot tr", table)) {
        let column = 0;
        for (const cell of row.cells) {
          if (cell.colSpan === 1 && !cell.querySelector(".row-link")) cell.dataset.label = names[column] ?? "";
          column += cell.colSpan;
        }
      }
      table.classList.add("stack");
    }
  }

  // Asks before a step that cannot be undone.
  function askBefore() {
    document.addEventListener("click", (event) => {
      const button = event.target.closest?.("[data-confirm]");
      if (!button || button.dataset.agreed) return;
      event.preventDefault();
      const agree = make("button", { className: button.className, textContent: button.textContent });
      const cancel = make("button", { className: "btn", textContent: say("Quay lại", "Go back") });
      const question = make("p", { textContent: button.dataset.confirm, id: "ask-question" });
      const foot = make("div", { className: "form-foot" }, cancel, agree);
      const dialog = make("dialog", { className: "ask-dialog", "aria-labelledby": "ask-question" }, question, foot);
      cancel.addEventListener("click", () => dialog.close());
      agree.addEventListener("click", () => {
        dialog.close();
        button.dataset.agreed = "yes";
        button.click();
        delete button.dataset.agreed;
      });
      dialog.addEventListener("close", () => { dialog.remove(); button.focus(); });
      document.body.append(dialog);
      dialog.showModal();
      cancel.focus();
    });
  }

  // Money, read as people type it: "1.250.000", "735,5 triệu", "1,25 tỷ".
  const UNITS = [[/^(tỷ|tỉ|ty|ti)( đồng)?$/, 1_000_000_000n], [/^(triệu|trieu|tr)( đồng)?$/, 1_000_000n], [/^(nghìn|ngàn|nghin|ngan|k)( đồng)?$/, 1_000n], [/^(đồng|dong|đ|d|vnđ|vnd)?$/, 1n]];

  function readMoney(text) {
    const plain = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
    const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,9}))? ?(\D*)$/.exec(plain);
    if (!match) return null;
    const unit = UNITS.find(([pattern]) => pattern.test(match[3].trim()))?.[1];
    if (!unit) return null;
    const decimals = match[2] ?? "";
    const scaled = BigInt(match[1].replaceAll(".", "") + decimals) * unit;
    const scale = 10n ** BigInt(decimals.length);
    return scaled % scale === 0n && scaled / scale < 10n ** 18n ? scaled / scale : null;
  }

  const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

  /** Three digits in words; `whole` says the hundreds even when there are none. */
  function threeInWords(number, whole) {
    const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
    const words = [];
    if (hundreds || whole) words.push(DIGITS[hundreds], "trăm");
    if (tens > 1) words.push(DIGITS[tens], "mươi");
    else if (tens === 1) words.push("mười");
    else if (ones && words.length) words.push("linh");
    if (ones === 1 && tens > 1) words.push("mốt");
    else if (ones === 5 && tens > 0) words.push("lăm");
    else if (ones) words.push(DIGITS[ones]);
    return words.join(" ");
  }

  function inWords(amount) {
    if (amount === 0n) return "không đồng";
    const billion = 1_000_000_000n;
    const below = (number, led) => {
      const parts = [[1_000_000n, "triệu"], [1_000n, "nghìn"], [1n, ""]];
      const words = [];
      for (const [size, name] of parts) {
        const group = Number((number / size) % 1000n);
        if (group) words.push(`${threeInWords(group, led || words.length > 0)} ${name}`.trim());
      }
      return words.join(" ");
    };
    const words = [];
    if (amount >= billion) words.push(below(amount / billion, false), "tỷ");
    if (amount % billion) words.push(below(amount % billion, words.length > 0));
    return `${words.join(" ")} đồng`;
  }

  function readBackMoney() {
    for (const input of all("input[data-money]")) {
      const output = input.parentElement.querySelector("output");
      const show = () => {
        const amount = readMoney(input.value);
        const grouped = amount === null ? "" : amount.toString().replace(/\B(?=(\d{3})+$)/g, ".");
        output.textContent = amount === null ? "" : say(`${grouped} đồng – ${inWords(amount)}`, `${grouped.replaceAll(".", ",")} VND`);
      };
      input.addEventListener("input", show);
      show();
    }
  }

  // Ctrl+K: search with suggestions. Without script the box in the top bar does the same.
  function searchDialog() {
    const form = document.querySelector("form[data-search]");
    if (!form) return;
    const source = form.querySelector("input");
    const list = make("ul", { role: "listbox", id: "search-hits", "aria-label": source.getAttribute("aria-label") });
    const input = make("input", { type: "search", role: "combobox", placeholder: source.placeholder, autocomplete: "off", "aria-label": source.getAttribute("aria-label"), "aria-controls": "search-hits", "aria-expanded": "false", "aria-autocomplete": "list" });
    const status = make("p", { className: "search-say", role: "status" });
    const dialog = make("dialog", { className: "search-dialog", "aria-label": say("Tìm kiếm", "Search") }, input, list, status);
    document.body.append(dialog);
    let asked = 0;
    let timer;

    const options = () => all('[role="option"]', list);
    const chosen = () => list.querySelector('[aria-selected="true"]');

    function choose(option) {
      chosen()?.setAttribute("aria-selected", "false");
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
    }

    function show(hits) {
      list.replaceChildren(...hits.map((hit, index) => {
        const option = make("li", { id: `search-hit-${index}`, role: "option", "aria-selected": "false" },
          make("span", { textContent: hit.title }), make("span", { className: "hit-kind", textContent: hit.kind }));
        if (hit.note) option.append(make("span", { className: "hit-note", textContent: hit.note }));
        option.dataset.url = hit.url;
        option.addEventListener("click", () => location.assign(hit.url));
        return option;
      }));
      input.setAttribute("aria-expanded", String(hits.length > 0));
      choose(options()[0]);
      status.textContent = hits.length
        ? say("Enter mở · ↑ ↓ chọn · Esc đóng", "Enter opens · ↑ ↓ choose · Esc closes")
        : input.value.trim() ? say("Không tìm thấy. Thử ít chữ hơn, không cần dấu.", "Nothing found. Try fewer letters; accents are not needed.") : say("Gõ tên, mã số hay số quyết định; không cần dấu.", "Type a name, a code or a decision number; accents are not needed.");
    }

    async function ask() {
      const turn = (asked += 1);
      const words = input.value.trim();
      if (!words) return show([]);
      const answer = await fetch(`/search.json?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } }).catch(() => null);
      const hits = answer?.ok ? await answer.json() : [];
      if (turn === asked) show(hits);
    }

    function open(letters) {
      if (dialog.open) return;
      input.value = letters;
      dialog.showModal();
      input.focus();
      ask();
    }

    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("keydown", (event) => {
      const hits = options();
      const at = hits.indexOf(chosen());
      if (event.key === "ArrowDown") choose(hits[(at + 1) % hits.length]);
      else if (event.key === "ArrowUp") choose(hits[(at - 1 + hits.length) % hits.length]);
      else if (event.key === "Enter" && chosen()) location.assign(chosen().dataset.url);
      else if (event.key === "Enter") location.assign(`/search?q=${encodeURIComponent(input.value)}`);
      else return;
      event.preventDefault();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    source.addEventListener("mousedown", (event) => { event.preventDefault(); open(source.value); });
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      open("");
    });
  }

  // Ctrl+Enter sends the form one is typing in.
  function sendByKey() {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.target.closest?.("main form")?.requestSubmit();
    });
  }

  /** Makes what is on the page quicker; again where the main part was exchanged. */
  const enliven = () => [focusErrors, openRows, labelCells, readBackMoney].forEach((start) => start());

  enliven();
  [switchTheme, closeMenus, askBefore, searchDialog, sendByKey].forEach((start) => start());
  globalThis.kc = { say, all, make, enliven };
})();
