/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
const special = /[",\r\n]/;

/** A cell as it stands in a table; what a spreadsheet would take for a formula is made a text. */
function csvCell(text: string): string {
  const inert = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return special.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** A row of a table (RFC 4180), with its line end. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\n`;
