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
const CLOSING = /\bcloture\b|\b(mettant|met|mis) fin\b/;
const PLAN = /(arretant|modifiant|jugement de) (le |un )?plan\b/;
const OPENING = /\b(ouverture|extension|prononcant la liquidation|prononcant le redressement)\b/;

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

/** The effect of a judgment, from its `nature` and, for the labels that say nothing, from its own text. */
export function effectOf(nature: string | null | undefined, complement: string | null | undefined): Effect {
  const label = plain(nature);
  if (label === "" || CATCH_ALL.test(label)) return effectOfText(plain(complement));
  if (SANCTION.test(label)) return { kind: "sanction" };
  if (FORMALITY.test(label)) return { kind: "none" };
  if (APPEAL.test(label)) return { kind: "unknown" };
  // What is opened is named last: "conversion en X de la procédure de Y", "résolution du plan de Y et X".
  const opens = OPENS_AFTER.exec(label);
  if (opens !== null) return procedureIn(label.slice(opens.index));
  if (RESOLUTION.test(label)) return { kind: "unknown" };
  if (CLOSING.test(label)) return { kind: "end" };
  if (PLAN.test(label)) return { kind: "plan", words: label };
  if (OPENING.test(label)) return procedureIn(label);
  return effectOfText(plain(complement));
}

const ENDING_WORDS = /\bcloture|\bclotur|\b(mettant|met|mis) fin\b|\brejet|\brejette|\binfirm|\bretract/;
const PLAN_WORDS = /\b(arret\w*|homologu\w*|adopt\w*|modifi\w*) (le |un |du )?plan\b/;
/** An opening said outright, whatever else the text says. */
const OPENING_WORDS =
  /\b(prononc\w+|ouvr\w+|ouverture|convers\w+ en|convert\w+ en) ((d |de )?une procedure de |(d |de )?(la |le |l )|en |de )*(liquidation judiciaire|redressement judiciaire|sauvegarde)/;
/** Who conducts the procedure, for how long, at what cost: it goes on as before. */
const FORMALITY_WORDS = /\b(remplac\w+|designa\w+|design(e|ant)|nomm(e|ant)|nomina\w+|prorog\w+|prolong\w+|taxation|honoraires)\b/;

/** The effect of a judgment's own text, already plain. */
function effectOfText(text: string): Effect {
  const ends = ENDING_WORDS.test(text);
  const opens = OPENING_WORDS.test(text);
  if (ends && opens) return { kind: "unknown" };
  if (ends) return { kind: "end" };
  if (opens) return procedureIn(OPENING_WORDS.exec(text)?.[0] ?? "");
  if (PLAN_WORDS.test(text)) return { kind: "plan", words: text };
  const procedure = procedureIn(text);
  return procedure.kind === "unknown" && FORMALITY_WORDS.test(text) ? { kind: "none" } : procedure;
}
