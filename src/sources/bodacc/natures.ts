/**
 * What a judgment does to the state of a company, from the words of its label.
 * Where the words do not settle it the effect is `unknown`: it is for a person to read.
 */
import { plain } from "./text.ts";

export type Procedure = "liquidation" | "redressement" | "sauvegarde" | "sortieDeCrise";

export type Effect =
  /** A procedure is under way from now on. */
  | { readonly kind: "open"; readonly procedure: Procedure }
  /** A plan is being carried out. */
  | { readonly kind: "plan"; readonly words: string }
  | { readonly kind: "end" }
  /** Strikes a natural person, whatever the company becomes. */
  | { readonly kind: "sanction" }
  /** A formality: changes nothing. */
  | { readonly kind: "none" }
  /** Undoes an earlier decision, or says nothing that can be told. */
  | { readonly kind: "unknown" };

const FORMALITY =
  /\bdepot\b|\bliste des creances\b|designation des organes|date de cessation des paiements|delai pour deposer|^autre jugement de liquidation des biens$/;
const SANCTION = /interdiction de gerer|faillite personnelle/;
const CATCH_ALL = /^autre jugement (prononcant|d ouverture|et ordonnance)$/;
const APPEAL = /\bcour d appel\b/;
const RESOLUTION = /resolution du plan/;
const OPENS_AFTER = /(et (la|le) (liquidation|redressement) judiciaire|ouvrant une procedure de|conversion en|reprise de la procedure de)/;
const PLAN = /(arretant|modifiant|jugement de) (le |un )?plan\b/;
const OPENING = /\b(ouverture|extension|prononcant la liquidation|prononcant le redressement)\b/;
const NAMED = "(?:liquidation|redressement|sauvegarde|traitement de sortie de crise|retablissement)";

const PROCEDURES: readonly (readonly [RegExp, Procedure])[] = [
  [/liquidation judiciaire/, "liquidation"],
  [/redressement( judiciaire)?/, "redressement"],
  [/sauvegarde/, "sauvegarde"],
  [/sortie de crise/, "sortieDeCrise"],
];

function procedureIn(words: string): Effect {
  const found = PROCEDURES.find(([pattern]) => pattern.test(words));
  return found === undefined ? { kind: "unknown" } : { kind: "open", procedure: found[1] };
}

/** True when the judgment sanctions a natural person, whatever else it decides. */
export function isSanction(nature: string | null | undefined, complement: string | null | undefined): boolean {
  const label = plain(nature);
  if (label !== "" && !CATCH_ALL.test(label)) return SANCTION.test(label) && !UNDOES.test(label);
  const text = plain(complement);
  return SANCTION_SAID.test(text) && !UNDOES.test(text);
}

/** The effect of a judgment on the company, from its `nature` and, for the labels that say nothing, from its own text. */
export function effectOf(nature: string | null | undefined, complement: string | null | undefined): Effect {
  const label = plain(nature);
  const text = plain(complement);
  return label === "" || CATCH_ALL.test(label) ? effectOfText(text) : (effectOfLabel(label) ?? effectOfText(`${label} ${text}`.trim()));
}

/** What a label settles on its own; `null` when the text must be read. */
function effectOfLabel(label: string): Effect | null {
  if (SANCTION.test(label) && !new RegExp(`\\b${NAMED}`).test(label)) return { kind: "sanction" };
  if (FORMALITY.test(label)) return { kind: "none" };
  if (APPEAL.test(label)) return { kind: "unknown" };
  const isUndone = UNDOES.test(label);
  // What is opened is named last: "conversion en X de la procédure de Y", "résolution du plan de Y et X".
  const opens = OPENS_AFTER.exec(label);
  if (opens !== null && !isUndone) return procedureIn(label.slice(opens.index));
  if (RESOLUTION.test(label)) return { kind: "unknown" };
  if (isUndone) return null;
  if (ENDS_LABEL.test(label)) return { kind: "end" };
  if (PLAN.test(label)) return { kind: "plan", words: label };
  const opened = OPENING.test(label) && !TERM_OF_CLOSURE.test(label) ? procedureIn(label) : null;
  return opened?.kind === "unknown" ? null : opened;
}

/** « Autre jugement de clôture », « Jugement de clôture pour extinction du passif » */
const ENDS_LABEL = /\bjugement de cloture$|\bcloture (pour|de la liquidation des biens|de la procedure)\b|\bmettant fin a la procedure\b/;
/** Words that undo, refuse or postpone a decision: the text does not say what remains of it. */
const UNDOES =
  /\b(annul|infirm|retract|reform|cass(?:e|ant)\b|rejet|refus|debout|irrecevab|caduc|desist|sursis|suspen|inexecution|n y avoir lieu|n y a pas lieu|non lieu)/;
/** A corrected clerical error: the procedure goes on as before. */
const CLERICAL = /\brectifi\w+ (?:[a-z]+ ){0,4}?erreurs? materielles?\b|\berreurs? materielles?\b/;
/** Something other than the procedure ends: a mandate, a period, the business. */
const OTHER_END =
  /\b(?:met(?:tant|s)?|mis|mettre) fin (?:a |aux |au )(?:la |l |sa |ses |son |cette |leur )?(?:mission|fonction|periode|activite|poursuite|maintien|contrat|bail|exploitation)\w*/g;
/** The date for examining the closing: set when a liquidation opens, postponed later (code de commerce, L643-9). */
const TERM_OF_CLOSURE =
  /\b(?:delai|terme|date|examen|examine\w*|prorog\w+|prolong\w+)\b(?: [a-z0-9]+){0,16} cloture\b|\bcloture\b(?: [a-z0-9]+){0,10} (?:devra|sera|doit|pourra|examine\w*|examen|prorog\w+|au plus tard)\b/;
/** The whole phrase of an ending. */
const ENDS = new RegExp(
  [
    "\\bcloture (?:[a-z]+ ){0,8}?pour (?:extinction|insuffisance|absence)",
    `\\bcloture (?:de |d )(?:la |cette |sa |une )?(?:procedure|${NAMED})`,
    `\\bclotur(?:e|ee|ant|er) (?:la |cette )?(?:procedure|${NAMED})`,
    `\\b(?:met|mettant|mis) fin a (?:la |cette |une )?(?:procedure|${NAMED})`,
    "\\b(?:prononc\\w+|ordonn\\w+) (?:la |sa )?cloture(?! (?:de |des )(?:la |l )?(?:periode|debats|instruction|mission|poursuite|activite|comptes?))",
  ].join("|"),
);
/** A plan carried out to its end ends the procedure. */
const PLAN_DONE =
  /\bconstat\w+ (?:que )?(?:l |la )?(?:bonne |parfaite |complete |entiere |integrale )?execution (?:complete |integrale |parfaite )?du plan\b/;
const PLAN_WORDS = /\b(arret\w*|homologu\w*|adopt\w*|modifi\w*) (le |un |du )?plan\b/;
/** Earlier decisions that a text recalls. */
const RECALLED = new RegExp(
  `\\bayant [a-z]+ (?:l |la |le |une |son )?(?:[a-z]+ ){0,4}?${NAMED}(?: judiciaire)?|\\b(?:jugement|decision)s? (?:d ouverture|de conversion|d extension|de plan)(?: [a-z]+){0,4}? ${NAMED}(?: judiciaire)?`,
  "g",
);
/** An opening in so many words. */
const OPENING_WORDS = new RegExp(
  "\\b(?:prononc\\w+|ouvr\\w+|ouvert\\w*|convers\\w+|convert\\w+|etend\\w*|extension|place\\w*|mise?) " +
    "(?:(?:l |la |le |les |de |d |des |une |en |ouverture |procedure |operations |son |sa |redressement judiciaire en |sauvegarde en )*)" +
    "(liquidation judiciaire|redressement judiciaire|sauvegarde|traitement de sortie de crise)",
);
const SANCTION_SAID =
  /\b(?:prononc\w+|condamn\w+|frapp\w+)(?: [a-z0-9]+){0,15}? (?:faillite personnelle|interdiction de gerer)|^(?:faillite personnelle|interdiction de gerer)/;
/** Who conducts the procedure, for how long, at what cost: it goes on as before. */
const FORMALITY_WORDS = /\b(remplac\w+|designa\w+|design(e|ant)|nomm(e|ant)|nomina\w+|prorog\w+|prolong\w+|taxation|honoraires)\b/;

/** The effect of a judgment's own text, already plain. */
function effectOfText(whole: string): Effect {
  if (CLERICAL.test(whole)) return { kind: "none" };
  const text = whole.replace(OTHER_END, "");
  if (UNDOES.test(text)) return { kind: "unknown" };
  const opens = OPENING_WORDS.exec(text.replace(RECALLED, ""));
  const opened = opens === null ? null : procedureIn(opens[1] ?? "");
  if (TERM_OF_CLOSURE.test(text)) return ENDS_NOW.test(text) ? { kind: "unknown" } : (opened ?? { kind: "open", procedure: "liquidation" });
  if (ENDS.test(text) || PLAN_DONE.test(text)) return opened === null ? { kind: "end" } : { kind: "unknown" };
  return opened ?? effectOfRest(text, text !== whole);
}

/** The effect of a text in which no procedure begins or ends. */
function effectOfRest(text: string, somethingElseEnds: boolean): Effect {
  if (/\bclotur/.test(text) || RESOLUTION.test(text)) return { kind: "unknown" };
  if (PLAN_WORDS.test(text)) return { kind: "plan", words: text };
  if (somethingElseEnds) return { kind: "none" };
  const procedure = procedureIn(text);
  if (procedure.kind !== "unknown") return procedure;
  if (SANCTION_SAID.test(text)) return { kind: "sanction" };
  return FORMALITY_WORDS.test(text) ? { kind: "none" } : procedure;
}

/** An ending in a text that also sets a date for the closing: the two contradict each other. */
const ENDS_NOW = /\bcloture (?:[a-z]+ ){0,8}?pour (?:extinction|insuffisance)/;
