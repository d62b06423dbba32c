/**
 * The text of markup, without a browser: HTML, the XML of Word and of OpenDocument. A tag opens or closes a block, or is ignored;
 * nothing is executed or fetched. Pure.
 */

/** How a format treats its tags, whose names are in lower case. */
export interface Markup {
  /** Their content is on its own lines. */
  readonly blocks: ReadonlySet<string>;
  /** Their content is not text of the document. */
  readonly left: ReadonlySet<string>;
  /** They stand for a space. */
  readonly spaces: ReadonlySet<string>;
  /** When given, only what these hold is text. */
  readonly only?: ReadonlySet<string>;
}

const NAMES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  ocirc: "ô",
  icirc: "î",
  iuml: "ï",
  ucirc: "û",
  ugrave: "ù",
  uuml: "ü",
  oelig: "œ",
  Eacute: "É",
  Egrave: "È",
  Ecirc: "Ê",
  Agrave: "À",
  Ccedil: "Ç",
  deg: "°",
  euro: "€",
  laquo: "«",
  raquo: "»",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  bull: "•",
  middot: "·",
  hellip: "…",
  sup2: "²",
  times: "×",
  ordm: "º",
};

/** Comments, declarations and CDATA; else a tag with its attributes; else text. */
const PART =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*>|<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/g;

/** The lines of a markup, in order, spaces made single; empty ones are left out. */
export function linesOfMarkup(source: string, markup: Markup): string[] {
  const { blocks, spaces, only } = markup;
  const lines: string[] = [];
  let line = "";
  let inside = 0;
  const end = () => {
    const text = line.replace(/[ \t\r\n\f]+/g, " ").trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  for (const { name, step, text } of partsOf(source, markup)) {
    if (only?.has(name)) inside += step;
    if (name === "") line += only === undefined || inside > 0 ? text : "";
    else if (spaces.has(name)) line += " ";
    else if (blocks.has(name)) end();
  }
  end();
  return lines;
}

/** A tag, or a text, whose name is empty. */
interface Part {
  readonly name: string;
  /** 1: it opens · -1: it closes · 0: it is empty, or a text. */
  readonly step: 1 | -1 | 0;
  readonly text: string;
}

/** The parts of a markup, without those that hold no text of the document. */
function* partsOf(source: string, { left }: Markup): Generator<Part> {
  let leaving: string | null = null;
  let depth = 0;
  for (const [, cdata, slash, tag = "", attributes = "", text = ""] of source.matchAll(PART)) {
    const name = tag.toLowerCase();
    const step = name === "" || attributes.endsWith("/") ? 0 : slash === "/" ? -1 : 1;
    if (leaving === null && step === 1 && left.has(name)) leaving = name;
    if (leaving === null) yield { name, step, text: cdata ?? decoded(text) };
    else if (name === leaving) {
      depth += step;
      if (depth <= 0) leaving = null;
    }
  }
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,8}));/gi, (whole, decimal, hexadecimal, name: string | undefined) => {
    if (name !== undefined) return NAMES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const set = (words: string) => new Set(words.split(" "));

export const HTML: Markup = {
  blocks: set(
    "address article blockquote br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul title",
  ),
  left: set("script style template noscript svg object iframe"),
  spaces: set("wbr"),
};
/** WordprocessingML: text is in `w:t` alone; field codes (`w:instrText`) and what was struck out (`w:delText`) are not in it. */
export const WORD: Markup = { blocks: set("w:p w:br w:cr w:tr"), left: set("mc:fallback"), spaces: set("w:tab"), only: set("w:t") };
export const OPEN_DOCUMENT: Markup = {
  blocks: set("text:p text:h text:line-break table:table-row"),
  left: set("office:annotation text:tracked-changes office:scripts office:font-face-decls office:automatic-styles"),
  spaces: set("text:tab text:s"),
};
