"use strict";
// Sorts, chooses and searches the rows of a table by the text in their cells. Nothing of it is sent or kept.
for (const table of document.querySelectorAll("table.choosable")) {
  const bar = table.closest(".wide").previousElementSibling;
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const search = bar.querySelector("input");
  const choices = [...bar.querySelectorAll("select")];
  const told = bar.querySelector("output");
  const words = new Intl.Collator(table.closest("[lang]").lang, { numeric: true });
  const plain = text => text.normalize("NFKC").toLowerCase().trim();
  const cell = (row, at) => row.cells[at].textContent.trim();
  const number = text => {
    const found = /[+-]?[0-9][0-9,]*(\.[0-9]+)?/.exec(text);
    return found ? Number(found[0].replaceAll(",", "")) : NaN;
  };

  const choose = () => {
    const sought = plain(search.value);
    const chosen = choices.filter(one => one.selectedIndex > 0);
    for (const row of rows) {
      row.hidden = !plain(row.textContent).includes(sought)
        || chosen.some(one => cell(row, Number(one.dataset.column)) !== one.value);
    }
    const shown = rows.filter(row => !row.hidden).length;
    told.textContent = told.dataset.words.replace("#", shown).replace("#", rows.length);
  };

  const byNumber = (at, up) => (one, other) => {
    const [first, second] = [number(cell(one, at)), number(cell(other, at))];
    if (isNaN(first) || isNaN(second)) return isNaN(first) - isNaN(second);
    return up * (first - second);
  };
  const byWords = (at, up) => (one, other) => up * words.compare(cell(one, at), cell(other, at));

  const order = (head, sort) => {
    for (const one of heads) one.removeAttribute("aria-sort");
    if (sort) head.setAttribute("aria-sort", sort);
    const by = sort && (head.classList.contains("number") ? byNumber : byWords);
    const up = sort === "ascending" ? 1 : -1;
    table.tBodies[0].append(...(by ? [...rows].sort(by(heads.indexOf(head), up)) : rows));
  };
  const NEXT = { ascending: "descending", descending: "" };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => order(head, NEXT[head.getAttribute("aria-sort")] ?? "ascending"));
  }
  for (const one of choices) {
    const found = new Set(rows.map(row => cell(row, Number(one.dataset.column))));
    for (const text of found) one.append(new Option(text, text));
    one.addEventListener("change", choose);
  }
  search.addEventListener("input", choose);
  bar.querySelector("button").addEventListener("click", () => {
    search.value = "";
    for (const one of choices) one.selectedIndex = 0;
    order(heads[0], "");
    choose();
  });
  choose();
  bar.hidden = false;
}
