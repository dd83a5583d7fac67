// Reads CSV as a spreadsheet does (SheetJS): a list of texts on standard input, the cells of each on standard output.
// Each text is read twice: as it is typed in, and with everything taken for what it looks like.

const XLSX = require(process.argv[2]);

function cells(text, settings) {
  const marked = text.startsWith("\ufeff");
  const data = marked ? Buffer.from(text, "utf8") : text;
  const book = XLSX.read(data, {type: marked ? "buffer" : "string", cellFormula: true, ...settings});
  const sheet = book.Sheets[book.SheetNames[0]];
  const last = XLSX.utils.decode_range(sheet["!ref"] || "A1").e;
  const rows = [];
  for (let r = 0; r <= last.r; r++) {
    const row = [];
    for (let c = 0; c <= last.c; c++) {
      const {t, v, f} = sheet[XLSX.utils.encode_cell({r, c})] || {t: "z", v: ""};
      row.push({type: t, value: v, formula: f === undefined ? null : f});
    }
    rows.push(row);
  }
  return rows;
}

let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (part) => { input += part; });
process.stdin.on("end", () => {
  const read = JSON.parse(input).map((text) => ({plain: cells(text, {raw: true}), typed: cells(text, {})}));
  process.stdout.write(JSON.stringify(read));
});
