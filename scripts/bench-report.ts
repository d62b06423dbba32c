/** Gathers what the measurements print: every table as data, one page of all tables, and curves of growth. */

export interface FiguresTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface MeasureFigures {
  readonly measure: string;
  readonly title: string;
  readonly seconds: number;
  readonly tables: readonly FiguresTable[];
}

/** A line of points, in the units of the table it comes from. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Which columns of which measure make a curve. `by`: the column that tells the lines of one picture apart. */
export interface CurveOf {
  readonly file: string;
  readonly title: string;
  readonly measure: string;
  readonly x: string;
  readonly y: readonly string[];
  readonly by?: string;
}

/** The line under the column names of a table. */
const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

/** The Markdown tables of a text, in order: a line of names, a line of dashes, then rows. */
export function tablesOf(text: string): FiguresTable[] {
  const lines = text.split("\n").filter((line) => line.trim().startsWith("|") || line.trim() === "");
  const tables: { columns: string[]; rows: string[][] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    if (RULE.test(line.trim())) {
      tables.push({ columns: cellsOf(lines[index - 1] ?? ""), rows: [] });
      continue;
    }
    const isHeader = RULE.test((lines[index + 1] ?? "").trim());
    if (!isHeader) tables.at(-1)?.rows.push(cellsOf(line));
  }
  return tables;
}

/** The first number of a cell, its French comma and thousands understood; `null` when it holds none. */
export function numberOf(cell: string): number | null {
  const found = /-?\d[\d\u00a0\u202f ]*(?:[.,]\d+)?/.exec(cell)?.[0];
  return found === undefined ? null : Number(found.replace(/[\u00a0\u202f ]/g, "").replace(",", "."));
}

/** The lines of a curve found in the figures; none when the measure was not run or has other columns. */
export function curvesOf({ measure, x, y, by }: CurveOf, figures: readonly MeasureFigures[]): Curve[] {
  const lines = new Map<string, [number, number][]>();
  for (const { columns, rows } of figures.filter((one) => one.measure === measure).flatMap(({ tables }) => tables)) {
    const at = columns.indexOf(x);
    if (at === -1) continue;
    for (const name of y.filter((one) => columns.includes(one))) {
      for (const row of rows) {
        const [abscissa, ordinate] = [numberOf(row[at] ?? ""), numberOf(row[columns.indexOf(name)] ?? "")];
        if (abscissa === null || ordinate === null) continue;
        const key = by === undefined ? name : (row[columns.indexOf(by)] ?? name);
        lines.set(key, [...(lines.get(key) ?? []), [abscissa, ordinate]]);
      }
    }
  }
  return [...lines].map(([name, points]) => ({ name, points: points.sort(([a], [b]) => a - b) }));
}

const WIDTH = 640;
const HEIGHT = 360;
const MARGIN = { left: 64, right: 190, top: 44, bottom: 44 };
const COLOURS = ["#1b4b8f", "#c2571a", "#3b7d3b", "#7a3f8f"];

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const told = (value: number) => value.toLocaleString("fr-FR", { maximumFractionDigits: value < 10 ? 2 : 0 });

/** A picture of curves, readable in a light and in a dark page. Both scales are linear, from zero. */
export function svgOf(title: string, xName: string, curves: readonly Curve[]): string {
  const all = curves.flatMap(({ points }) => points);
  const [maxX, maxY] = [Math.max(1e-9, ...all.map(([x]) => x)), Math.max(1e-9, ...all.map(([, y]) => y))];
  const [right, bottom] = [WIDTH - MARGIN.right, HEIGHT - MARGIN.bottom];
  const across = (x: number) => (MARGIN.left + (x / maxX) * (right - MARGIN.left)).toFixed(1);
  const down = (y: number) => (bottom - (y / maxY) * (bottom - MARGIN.top)).toFixed(1);
  const lines = curves.map(({ name, points }, n) => {
    const colour = COLOURS[n % COLOURS.length];
    const dots = points.map(([x, y]) => `<circle cx="${across(x)}" cy="${down(y)}" r="3" fill="${colour}"/>`).join("");
    const path = `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([x, y]) => `${across(x)},${down(y)}`).join(" ")}"/>`;
    const legend = `<text x="${right + 14}" y="${MARGIN.top + 8 + n * 20}" fill="${colour}">${escaped(name)}</text>`;
    return path + dots + legend;
  });
  const marks = [0, 0.5, 1].map(
    (part) =>
      `<text x="${MARGIN.left - 8}" y="${Number(down(maxY * part)) + 4}" text-anchor="end">${told(maxY * part)}</text>` +
      `<text x="${across(maxX * part)}" y="${bottom + 18}" text-anchor="middle">${told(maxX * part)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${MARGIN.left}" y="24" font-size="15" font-weight="600">${escaped(title)}</text>
<path d="M${MARGIN.left} ${MARGIN.top}V${bottom}H${right}" fill="none" stroke="#888"/>
${marks.join("\n")}
<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(xName)}</text>
${lines.join("\n")}
</svg>
`;
}

/** Every table of every measure on one page. */
export function pageOf(machine: string, figures: readonly MeasureFigures[]): string {
  const table = ({ columns, rows }: FiguresTable) =>
    [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const parts = figures.map(
    ({ title, seconds, tables }) => `## ${title}\n\n${tables.map(table).join("\n\n")}\n\nMesuré en ${Math.round(seconds)} s.`,
  );
  return `# Mesures\n\n${machine}\n\n${parts.join("\n\n")}\n`;
}
