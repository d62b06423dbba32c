/** The files of a deposit: formats, sizes, names, signature, copy, language. Nothing is concluded from silence. Pure. */
import type { Quote, Segment } from "../segments.ts";
import { bareQuote, firstQuote, plainQuote, rule } from "../words.ts";

export interface Formats extends Quote {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}
export interface Size extends Quote {
  readonly bytes: number;
  /** One file, or the whole deposit. */
  readonly of: "file" | "deposit";
}
export interface Signature extends Quote {
  readonly state: "required" | "notRequired" | "atAward";
}
export interface CopieSauvegarde extends Quote {
  readonly status: "possible" | "recommandee" | "obligatoire" | "interdite";
  readonly supports: readonly string[];
}

const EXTENSION = /\b(pdf|docx?|xlsx?|rtf|odt|ods|odp|odg|pptx?|dwg|dxf|zip|jpe?g|png|gif|bmp|txt|tiff?)\b/g;
const REFUSED_EXTENSION = /\b(exe|com|bat|cmd|scr|vbs|macros?|activex|applets?|scripts?|rar|7z)\b/g;

/** The accepted and refused file formats. */
export function formatsOf(segments: readonly Segment[]): Formats | null {
  const about = segments.filter(({ plain }) => /formats?\b/.test(plain) && !/format (?:a[34]|papier|paysage)/.test(plain));
  const said = firstQuote(
    about,
    rule(
      "formats?[^.;]{0,140}(?:accepte|autorise|recommande|preconise|compatible|largement disponible|suivant|exploitable|\\.pdf|\\bpdf\\b)|(?:au|aux|les|des|en) formats? [^.;]{0,60}(?:pdf|word|excel)",
    ),
    rule("extrait pdf|format officiel|avis"),
  );
  if (said === null) return null;
  const at = segments.findIndex(({ text }) => text.includes(said.quote));
  const near = segments.slice(Math.max(0, at), at + 8);
  const refused = new Set<string>();
  const accepted = new Set<string>();
  for (const clause of near.flatMap(({ plain }) => plain.split(/;|\.(?=\s|$)/))) {
    for (const [, extension = ""] of clause.matchAll(REFUSED_EXTENSION)) refused.add(extension.replace(/s$/, ""));
    if (!/ne pas utiliser|proscri|interdi|exclu|refus/.test(clause))
      for (const [, extension = ""] of clause.matchAll(EXTENSION)) accepted.add(extension);
  }
  return { accepted: [...accepted], refused: [...refused], quote: said.quote, page: said.page };
}

/** The largest size of a file or of the deposit. */
export function maxSizeOf(segments: readonly Segment[]): Size | null {
  const said = firstQuote(
    segments,
    rule(
      "(?:taille|poids|volume|depass\\w+|exced\\w+|limit\\w+|maxim\\w+)[^.;]{0,100}?\\b(\\d{1,4}(?:[.,]\\d)?) ?(mo|go|ko|megaoctets?|gigaoctets?|mb|gb)\\b",
    ),
  );
  if (said === null) return null;
  const [, figure = "", unit = ""] = said.found;
  const bytes = Math.round(Number(figure.replace(",", ".")) * (unit.startsWith("k") ? 1e3 : unit.startsWith("g") ? 1e9 : 1e6));
  return {
    bytes,
    of: /\bpli\b|\bdossier\b|\bréponse\b|depot|dépôt|\benvoi\b|ensemble|totale?\b|enveloppe/.test(said.quote.toLowerCase())
      ? "deposit"
      : "file",
    quote: said.quote,
    page: said.page,
  };
}

/** How files are named. */
export function fileNamesOf(segments: readonly Segment[]): Quote | null {
  return plainQuote(
    firstQuote(
      segments,
      rule(
        "(?:nom\\w*|intitul\\w+) (?:des |les |de |du |chaque )?(?:fichiers?|documents? electroniques?)|fichiers?[^.;]{0,40}portent? (?:un|le) nom|fichiers?[^.;]{0,60}(?:nommes?|nommer|nommage|intitules?)|(?:convention|regle)s? de nommage",
      ),
      rule("nom des fichiers joints au dce"),
    ),
  );
}

/** Whether the deposit must be signed. The negative is read first: its sentence often contains the positive's words. */
export function signatureOf(segments: readonly Segment[]): Signature | null {
  const free = firstQuote(
    segments,
    rule(
      "signature[^.;]{0,80}(?:n'est (?:pas|plus) (?:exigee|requise|obligatoire|demandee|imposee)|est facultative)|aucune signature|(?:n'ont pas a etre|n'a pas a etre|ne (?:sont|est) pas (?:a )?|sans etre) signe|pas (?:tenus? de|obligat\\w+ de) signer",
    ),
  );
  if (free !== null) return { state: "notRequired", ...bareQuote(free) };
  const award = firstQuote(
    segments,
    rule(
      "(?:attributaire|candidat retenu|a l'issue de la procedure|lors de l'attribution|au stade de l'attribution)[^.;]{0,120}sign(?:e|er|ature|ee)\\b|sign(?:e|ee|er|ature)\\b[^.;]{0,60}(?:par l'attributaire|a l'attribution|au stade de l'attribution|par le seul)",
    ),
    rule("avant la signature et la notification|signature du marche par|pour permettre la signature"),
  );
  if (award !== null) return { state: "atAward", ...bareQuote(award) };
  const required = firstQuote(
    segments,
    rule(
      "signature[^.;]{0,60}(?:est (?:exigee|requise|obligatoire|imposee))|(?:doi\\w+|devr\\w+|obligatoirement)[^.;]{0,60}\\bsigne(?:s|e|es|r)?\\b|(?:date|complete|rempli|paraphe)e?s?,? (?:et )?(?:date\\w* et )?signe",
    ),
    rule("attributaire|delegation de pouvoir signee|sur l'honneur|attestation d'assurance|certificat de visite"),
  );
  return required === null ? null : { state: "required", ...bareQuote(required) };
}

/** The copy kept for a failed deposit. */
export function copieSauvegardeOf(segments: readonly Segment[]): CopieSauvegarde | null {
  const said =
    firstQuote(
      segments,
      rule(
        "copie de sauvegarde[^.;]{0,140}(?:support|pli|possib|peut|peuvent|pourr|facult|adress|transm|obligatoire|recommand|interdit|autoris)|(?:peu\\w+|possib\\w+|faculte|pourr\\w+|recommand\\w+)[^.;]{0,140}copie de sauvegarde",
      ),
    ) ?? null;
  if (said === null) return null;
  const all = segments
    .filter(({ plain }) => /copie de sauvegarde|support physique/.test(plain))
    .map(({ plain }) => plain)
    .join(" ");
  const supports = (
    [
      ["CD-ROM", /cd-?rom/],
      ["DVD-ROM", /dvd/],
      ["clé USB", /cles? usb/],
      ["papier", /support papier|sur papier/],
    ] as const
  ).flatMap(([name, pattern]) => (pattern.test(all) ? [name] : []));
  const words = said.quote.toLowerCase();
  const status = /interdit|pas autoris|n.est pas (?:accept|admis)/.test(words)
    ? "interdite"
    : /recommand|conseill/.test(words)
      ? "recommandee"
      : /copie de sauvegarde est obligatoire|obligatoirement une copie/.test(words)
        ? "obligatoire"
        : "possible";
  return { status, supports, ...bareQuote(said) };
}

/** The languages of the answer. */
export function languesOf(segments: readonly Segment[]): Quote | null {
  return plainQuote(firstQuote(segments, rule("(?:redig\\w+|langue)[^.;]{0,40}(?:langue )?francais")));
}
