/** What a program sends, when it is one that no page's author wrote: ASP.NET's, JSF's, or the mere sending of a form. Pure. */

/** A form, by its name or identity, by its rank, or the one that holds the element. */
export type WhichForm = { readonly named: string } | { readonly at: number } | "own" | "aspNet";

export interface Sending {
  readonly form: WhichForm;
  /** Set before it is sent. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Where it is sent instead of its own address. */
  readonly action?: string;
}

const TEXT = String.raw`(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")`;
const program = (pattern: string) => new RegExp(`^${pattern.replaceAll("TEXT", TEXT)}$`);

const POSTBACK = program(String.raw`__doPostBack\(\s*TEXT\s*,\s*TEXT\s*\)`);
const POSTBACK_WITH_OPTIONS = program(
  String.raw`WebForm_DoPostBackWithOptions\(\s*new WebForm_PostBackOptions\(\s*TEXT\s*,\s*TEXT\s*,\s*(?:true|false)\s*,\s*TEXT\s*,\s*TEXT\s*,\s*(?:true|false)\s*,\s*(?:true|false)\s*\)\s*\)`,
);
const FACES_LINK = program(
  String.raw`(?:mojarra\.)?jsfcljs\(\s*document\.(?:getElementById\(\s*TEXT\s*\)|forms\[\s*TEXT\s*\])\s*,\s*\{([^{}]*)\}\s*,\s*TEXT\s*\)`,
);
const PRIME_FACES = program(String.raw`PrimeFaces\.addSubmitParam\(\s*TEXT\s*,\s*\{([^{}]*)\}\s*\)\.submit\(\s*TEXT\s*(?:,\s*TEXT\s*)?\)`);
const FACES_CHAIN = program(String.raw`(?:jsf|faces|mojarra)\.util\.chain\(\s*this\s*,\s*event\s*,\s*TEXT\s*,\s*TEXT\s*\)`);
/** It only shows that something is on its way. */
const FACES_WAITING = /^PrimeFaces\.monitorDownload\([\w\s,.()]*\)$/;
const SUBMIT = program(
  String.raw`(?:document\.getElementById\(\s*TEXT\s*\)|document\.forms\[\s*(?:TEXT|(\d+))\s*\]|document\.forms\.([\w$]+)|document\.([\w$]+)|this\.(form))\.submit\(\s*\)`,
);
const PAIR = new RegExp(`^\\s*${TEXT}\\s*:\\s*${TEXT}\\s*$`);
/** Around what is run, and without effect. */
const AROUND = /^javascript:|;?\s*return (?:false|true)\s*;?\s*$|;\s*$/gi;

/** `null` for any other program: what it does is not known. @param written all that a click runs */
export function sendingIn(written: string): Sending | null {
  const run = written.trim().replace(AROUND, "").trim().replace(AROUND, "").trim();
  return postback(run) ?? facesLink(run) ?? submitted(run);
}

function postback(run: string): Sending | null {
  const plain = textsOf(POSTBACK, run);
  const options = plain === null ? textsOf(POSTBACK_WITH_OPTIONS, run) : null;
  const [target, argument, , action = ""] = plain ?? options ?? [];
  if (target === undefined || argument === undefined) return null;
  const fields = [["__EVENTTARGET", target] as const, ["__EVENTARGUMENT", argument] as const];
  return { form: "aspNet", fields, ...(options !== null && action !== "" && { action }) };
}

function facesLink(run: string): Sending | null {
  const chained = textsOf(FACES_CHAIN, run);
  if (chained !== null) {
    const [first = "", then = ""] = chained.map((one) => one.replace(AROUND, "").trim());
    return FACES_WAITING.test(first) ? facesLink(then) : null;
  }
  const found = FACES_LINK.exec(run) ?? PRIME_FACES.exec(run);
  if (found === null) return null;
  const named = [found[1], found[2], found[3], found[4]].find((one) => one !== undefined);
  const pairs = pairsIn(/\{([^{}]*)\}/.exec(run)?.[1] ?? "");
  return named === undefined || pairs === null ? null : { form: { named: unescaped(named) }, fields: pairs };
}

function submitted(run: string): Sending | null {
  const found = SUBMIT.exec(run);
  if (found === null) return null;
  const [, byId, byOtherId, byName, byOtherName, rank, member, own, thisForm] = found;
  const named = byId ?? byOtherId ?? byName ?? byOtherName ?? member ?? own;
  if (thisForm !== undefined) return { form: "own", fields: [] };
  return { form: rank === undefined ? { named: unescaped(named ?? "") } : { at: Number(rank) }, fields: [] };
}

/** The texts that a program is given, in order; `null` when it is another program. */
function textsOf(pattern: RegExp, run: string): string[] | null {
  const found = pattern.exec(run);
  if (found === null) return null;
  const parts = found.slice(1);
  return Array.from({ length: parts.length / 2 }, (_, at) => unescaped(parts[2 * at] ?? parts[2 * at + 1] ?? ""));
}

/** "'a':'b','c':'d'"; `null` when anything else is there. */
function pairsIn(written: string): [string, string][] | null {
  const parts = written.match(new RegExp(`${TEXT}\\s*:\\s*${TEXT}`, "g")) ?? [];
  if (written.replace(/\s/g, "") !== parts.join(",").replace(/\s/g, "")) return null;
  return parts.map((part) => {
    const [, a, b, c, d] = PAIR.exec(part) ?? [];
    return [unescaped(a ?? b ?? ""), unescaped(c ?? d ?? "")];
  });
}

function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))/gi, (_, two?: string, four?: string, one = "") => {
    const code = two ?? four;
    return code === undefined ? one : String.fromCharCode(Number.parseInt(code, 16));
  });
}
