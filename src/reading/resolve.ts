/** From what each control asks by itself to a field of the catalogue: neighbours, titles, parties, persons, years. */
import { isFieldKey } from "../domain/fields.ts";
import type { ControlReading, Target } from "../domain/page-reading.ts";
import type { ControlEvidence } from "./evidence.ts";
import type { Guess } from "./guess.ts";
import { ADDRESS, BANK, DIRIGEANT, isYearly, NEVER, ofYear, PERSON } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { isGenericUpload } from "./pieces.ts";
import { type Split, splitsOf } from "./split.ts";
import { saidBy } from "./titles.ts";
import { CONTROL } from "./weights.ts";
import { wordsOf } from "./words.ts";
import type { Year } from "./years.ts";

export interface Resolved {
  readonly target: Target | null;
  readonly part?: ControlReading["part"];
  readonly of?: ControlReading["of"];
  /** Why nothing is to be written though something was recognised. */
  readonly leave?: "otherParty" | undefined;
  readonly why?: string | undefined;
}

const NOTHING: Resolved = { target: null };
/** Fields that are the company's own, whoever the block speaks of. */
const COMPANY: ReadonlySet<Concept> = new Set<Concept>([
  "siret",
  "siren",
  "nic",
  "raisonSociale",
  "tvaIntracommunautaire",
  "codeNaf",
  "formeJuridique",
] as const);
const PERSONS: ReadonlySet<Concept> = new Set<Concept>(["dirigeantNomComplet", "signataireHabilite"] as const);
export function resolve(guesses: readonly Guess[]): Map<Guess, Resolved> {
  const splits = splitsOf(guesses);
  const concepts = new Map(guesses.map((guess) => [guess, conceptWith(guess, splits.get(guess))]));
  const resolved = new Map<Guess, Resolved>();
  for (const [at, guess] of guesses.entries()) resolved.set(guess, one(guess, at));
  withoutRepeats(guesses, resolved);
  return resolved;

  function one(guess: Guess, at: number): Resolved {
    const { control, piece } = guess;
    if (control.type === "file" || control.type === "dropZone") {
      if (piece === null) return NOTHING;
      if (piece === "document.candidature" && isOneOfSeveral(guess))
        return { target: "document.autre", why: "several slots under one title" };
      // A DC4 speaks of a subcontractor and is the candidate's own piece.
      return guess.party === "autre" && piece !== "document.dc4" && isOtherCompany(guess)
        ? { target: null, leave: "otherParty" }
        : { target: piece };
    }
    const split = splits.get(guess);
    const concept = concepts.get(guess) ?? null;
    if (concept === null && isAccess(guess) && near(at, guess, 1).some((other) => concepts.get(other) === "siteWeb"))
      return { target: "preuvesAcces" };
    if (concept === null || (split === undefined && guess.confidence < CONTROL.least)) return NOTHING;
    if (!suits(concept, guess)) return { target: null, why: "kind of control" };
    if (concept === "password") return { target: "password" };
    if (NEVER.has(concept) || concept === "codePostalEtCommune" || concept === "nothing") return NOTHING;
    const elsewhere = elsewhereOf(guess, concept);
    if (elsewhere !== null) return { target: null, why: elsewhere };
    if (isYearly(concept) && isBare(guess) && !saysFigures(guess)) return NOTHING;
    if (guess.party === "autre" && !(BANK.has(concept) && isAboutBank(guess))) return { target: null, leave: "otherParty" };
    const base = fieldFor(concept, guess, at);
    return { ...base, ...(split?.part === undefined ? partBySense(concept, guess) : { part: split.part }) };
  }

  function fieldFor(concept: Concept, guess: Guess, at: number): Resolved {
    if (isYearly(concept)) return yearly(concept, guess);
    // Headcounts year by year are averages.
    if (
      concept === "effectif" &&
      guess.year !== null &&
      guess.control.type === "text" &&
      /\bmoyen/.test(wordsOf(guess.control.titles[0]?.text ?? "").join(" "))
    ) {
      return yearly("effectifMoyenN1", guess);
    }
    if (concept === "siretSiege" && guess.also.includes("siren")) return { target: "siren" };
    if (PERSON.has(concept)) return person(concept, guess, at);
    if (ADDRESS.has(concept)) return addressed(concept, guess, at);
    if (concept === "siteWeb") return near(at, guess, 1).some(isAccess) ? { target: "preuvesUrl" } : link(guess);
    if (concept === "siret" && guess.address === "autre") return { target: null, why: "another establishment" };
    if (concept === "siret" && guess.address === "siege") return { target: "siretSiege" };
    if (guess.role === "autre" && PERSONS.has(concept)) return { target: null, why: "another person of the company" };
    if (
      concept === "dirigeantNomComplet" &&
      near(at, guess, 4).some((other) => concepts.get(other) === "contactPrenom" && other.role === "dirigeant")
    )
      return { target: "dirigeantNom" };
    return isFieldKey(concept) ? { target: concept } : NOTHING;
  }

  /** What opens the proof at the address beside: "Code", "Référence". */
  function isAccess(guess: Guess): boolean {
    return concepts.get(guess) === "preuvesAcces" || /^(code|reference|emetteur|code d acces)$/.test(wordsOf(guess.label).join(" "));
  }

  /** "URL" alone is that of what the title above names. */
  function link(guess: Guess): Resolved {
    const isBare = wordsOf(guess.label).every((word) =>
      /^(url|lien|link|adresse|internet|web|http|https|vers|le|la|du|de|votre|certificat|certification|document)$/.test(word),
    );
    const title = wordsOf(guess.control.titles[0]?.text ?? "").join(" ");
    if (!isBare || title === "") return { target: "siteWeb" };
    if (/\bopqibi\b/.test(title)) return { target: "urlCertificatOpqibi" };
    if (/\bfrance competences?\b/.test(title)) return { target: "urlCertificatFranceCompetences" };
    return /\b(certificats?|certifications?|attestations?|preuves?|references?|documents?|pieces?|qualifications?|labels?)\b/.test(title)
      ? NOTHING
      : { target: "siteWeb" };
  }

  /** Turnover, headcount… of the year that a title, a row or the order of three says. */
  function yearly(concept: Concept, guess: Guess): Resolved {
    if (!isYearly(concept) || guess.year === "other") return NOTHING;
    if (concept === "exerciceAnneeN1" && guess.control.titles.slice(0, 1).some(({ text }) => isShare(text))) return NOTHING;
    const all = guesses.filter(
      (other) => concepts.get(other) === concept && other.party !== "autre" && other.confidence >= CONTROL.least && suits(concept, other),
    );
    const block = guess.control.titles[0]?.block;
    const same = all.filter((other) => other.control.titles[0]?.block === block);
    const year = guess.year ?? (same.length === 1 ? (all.length === 1 ? 1 : null) : pairedYear(guess, same));
    if (concept === "effectifMoyenN1" && year === 1) return { target: "effectif", of: "moyen" };
    if (year !== null) {
      const taken = same.filter((other) => other.year === year);
      if (
        taken.length > 1 &&
        taken[0] !== guess &&
        taken.some((other) => other !== guess && other.control.titles[0]?.block === guess.control.titles[0]?.block)
      )
        return NOTHING;
      return { target: ofYear(concept, year) };
    }
    // Three boxes without a year of their own: no order is sure.
    return NOTHING;
  }

  /** Boxes in rows, from the last year back, each with the year or the closing day beside: any order holds, since the rows say theirs. */
  function pairedYear(guess: Guess, same: readonly Guess[]): Year | null {
    if (same.length < 2 || same.length > 5 || same.some(({ year }) => year !== null)) return null;
    const block = guess.control.titles[0]?.block;
    const inBlock = guesses.filter((other) => other.control.titles[0]?.block === block);
    const row = same.indexOf(guess);
    const dated = ["exerciceAnneeN1", "exerciceFinN1"]
      .map((kind) => inBlock.filter((other) => concepts.get(other) === kind))
      .find((list) => list.length === same.length && list.every((one, at) => isBeside(one, same[at])));
    const said = dated?.[row]?.year;
    if (dated === undefined || said === "other") return null;
    if (said !== null && said !== undefined) return said;
    return dated.every(({ year }) => year === null) && (row === 0 || row === 1 || row === 2) ? ((row + 1) as Year) : null;
  }

  function person(concept: Concept, guess: Guess, at: number): Resolved {
    if (
      concept === "contactNom" &&
      /\b(usage|usuel)\b/.test(wordsOf(guess.label).join(" ")) &&
      !hasFirstName(guess, at) &&
      saysCompany(guess)
    )
      return { target: "nomCommercial" };
    if (guess.role === "autre") return { target: null, why: "another person of the company" };
    if (concept === "contactNom")
      return saysFullName(guess) && !hasFirstName(guess, at) && !saysCompany(guess) && (hasCompanyName() || !isAmongCompany(guess, at))
        ? { target: "contactNomComplet" }
        : nameOf(guess, at);
    if (concept === "contactEmail" && isConfirmation(guess)) return { target: "contactEmailConfirmation" };
    if (concept === "contactFonction" && guess.role !== "contact" && asksCapacity(guess, at)) return { target: "dirigeantQualite" };
    if (guess.role === "dirigeant") {
      const key = DIRIGEANT.get(concept);
      const isReachable = concept === "contactEmail" || concept === "contactTelephone";
      if (key !== undefined && !isReachable) return { target: key };
      // Beside a birth date or a home, a representative's e-mail and phone are private.
      const isOffice = guess.roleSaid || !isPrivate(at, guess);
      if (isOffice && concept === "contactEmail") return { target: "dirigeantEmail" };
      if (isOffice && concept === "contactTelephone") return { target: "dirigeantTelephone" };
      return { target: null, why: "the representative's own" };
    }
    if (guess.address === "autre" && concept !== "contactPrenom") return { target: null, why: "another address" };
    return isFieldKey(concept) ? { target: concept } : NOTHING;
  }

  /** "En qualité de", or "Qualité" beside a representative: that of who signs. */
  function asksCapacity(guess: Guess, at: number): boolean {
    const text = wordsOf(guess.label).join(" ");
    if (/\b(en qualite de|agissant en qualite|a quel titre)\b/.test(text)) return true;
    return (
      /\bqualite\b/.test(text) &&
      near(at, guess, 3).some((other) => concepts.get(other) === "dirigeantNomComplet" || other.role === "dirigeant")
    );
  }

  /** "Nom" alone: a person's beside a first name, the company's where no person is asked. */
  function nameOf(guess: Guess, at: number): Resolved {
    const around = near(at, guess, 5);
    if (hasFirstName(guess, at)) return { target: guess.role === "dirigeant" ? "dirigeantNom" : "contactNom" };
    if (guess.role === "dirigeant") return { target: "dirigeantNom" };
    if (/\b(famille|surname|last name|family name)\b/.test(wordsOf(guess.label).join(" "))) return { target: "contactNom" };
    if (guess.role === "contact" && !saysCompany(guess)) return { target: "contactNom" };
    if (hasCompanyName()) {
      const isPersonal = around.some((other) => PERSON.has(concepts.get(other) ?? "nothing") && other !== guess);
      return isPersonal ? { target: "contactNom" } : NOTHING;
    }
    return isAmongCompany(guess, at) || saysCompany(guess)
      ? { target: "raisonSociale" }
      : hasFirstNameAnywhere()
        ? { target: "contactNom" }
        : NOTHING;
  }

  function hasCompanyName(): boolean {
    return guesses.some((other) => concepts.get(other) === "raisonSociale" && other.party !== "autre");
  }

  function isAmongCompany(guess: Guess, at: number): boolean {
    return near(at, guess, 5).some((other) => COMPANY.has(concepts.get(other) ?? "nothing"));
  }

  function hasFirstName(guess: Guess, at: number): boolean {
    return near(at, guess, 5).some(
      (other) =>
        concepts.get(other) === "contactPrenom" && (other.role === guess.role || other.role === undefined || guess.role === undefined),
    );
  }

  /** Slots that only the title of the envelope names. */
  function isOneOfSeveral(guess: Guess): boolean {
    const block = guess.control.titles[0]?.block;
    return (
      block !== undefined &&
      guesses.filter(({ piece, control }) => piece !== null && control.titles[0]?.block === block).length > 1 &&
      isGenericUpload(guess.label)
    );
  }

  function hasFirstNameAnywhere(): boolean {
    return guesses.some((other) => concepts.get(other) === "contactPrenom");
  }

  function addressed(concept: Concept, guess: Guess, at: number): Resolved {
    if (guess.address === "autre" || guess.role === "autre") return { target: null, why: "another address" };
    if (guess.role === "dirigeant" && !guess.roleSaid && isPersonalBlock(guess, at)) return { target: null, why: "a person's own address" };
    if (guess.roleSaid && guess.role === "dirigeant") return { target: null, why: "a person's own address" };
    const of = guess.address === "siege" ? ("siege" as const) : undefined;
    if (concept === "adresseLigne1" && isWholeAddress(guess, at)) return { target: "adresseComplete", of };
    // Boxes stacked under one label: the second line, then others that we have nothing for.
    const rank = concept === "adresseLigne1" ? linesBefore(guess, at) : 0;
    if (rank > 0) return rank === 1 ? { target: "adresseComplement", of } : NOTHING;
    return isFieldKey(concept) ? { target: concept, of } : NOTHING;
  }

  /** How many boxes of the same label stand just before: lines of one address. */
  function linesBefore(guess: Guess, at: number): number {
    let rank = 0;
    while (rank < 3) {
      const other = guesses[at - rank - 1];
      if (other === undefined || other.label !== guess.label || concepts.get(other) !== "adresseLigne1" || formOf(other) !== formOf(guess))
        break;
      rank++;
    }
    return rank;
  }

  /** One box for the whole address: no box of its own for the town or the postcode near it. */
  function isWholeAddress(guess: Guess, at: number): boolean {
    const label = wordsOf(guess.label).join(" ");
    if (/\b(complete|full)\b/.test(label)) return true;
    if (/\b(rue|voie|street|ligne 1|line 1)\b/.test(label) && !/[\d,]/.test(guess.label.replace(/1$/, ""))) return false;
    if (guess.also.includes("codePostal") || guess.also.includes("commune") || guess.also.includes("codePostalEtCommune")) return true;
    return !near(at, guess, 8).some((other) => {
      const concept = concepts.get(other);
      return concept === "codePostal" || concept === "commune" || concept === "codePostalEtCommune";
    });
  }

  function isPrivate(at: number, guess: Guess): boolean {
    return near(at, guess, 12).some(
      (other) => concepts.get(other) === "dirigeantDateNaissance" || (concepts.get(other) === "codePostal" && other.role === "dirigeant"),
    );
  }

  function isPersonalBlock(guess: Guess, at: number): boolean {
    return near(at, guess, 12).some((other) => concepts.get(other) === "contactPrenom" && other.role === "dirigeant");
  }

  /** The controls around, in the same block where there are titles. */
  function near(at: number, guess: Guess, reach: number): Guess[] {
    const block = guess.control.titles[0]?.block;
    const form = formOf(guess);
    return guesses
      .slice(Math.max(0, at - reach), at + reach + 1)
      .filter(
        (other) =>
          other !== guess &&
          formOf(other) === form &&
          (other.control.titles[0]?.block === block || block === undefined || isSmall(guess, other)),
      );
  }
}

/** What the block is about, when it is not the company itself; banks are named where accounts are settled. */
function elsewhereOf(guess: Guess, concept: Concept): string | null {
  for (const { text } of guess.control.titles.slice(0, 2)) {
    const { topic, party } = saidBy(text);
    if (topic !== null && topic !== "qualification" && !(BANK.has(concept) && topic === "billing")) return `the block is about: ${topic}`;
    if (party === "candidat") return null;
  }
  return guess.rowTopic === null ? null : `the row is about: ${guess.rowTopic}`;
}

/** "Montant HT", "Année": of what, another text says. */
function isBare({ label }: Guess): boolean {
  return wordsOf(label).every((word) => BARE.test(word));
}

const BARE = /^(montants?|ht|ttc|eur|euros?|k|ke|en|annees?|exercices?|year|amount|fin|date|de|d|du|le|la|total|global|n|\d+)$/;
const FIGURES =
  /\b(chiffres? d? ?affaires?|ca|turnover|revenue|effectifs?|salaries|exercices?|bilans?|financ\w+|economiques?|comptes? annuels?|staff|manpower|headcount|resultats?|clos)\b/;

function saysFigures({ control, labels }: Guess): boolean {
  const texts = [...control.titles.map(({ text }) => text), ...labels.map(({ text }) => text), control.caption];
  return texts.some((text) => FIGURES.test(wordsOf(text).join(" ")));
}

/** "Chiffre d'affaires annuel spécifique": of the market's own field, which each consultation defines; its years too. */
function isShare(title: string): boolean {
  return /\b(specifique|dans le domaine|objet du marche|lie au marche)\b/.test(wordsOf(title).join(" "));
}

/** The e-mail asked a second time. */
function isConfirmation({ label, control }: Guess): boolean {
  const name = `${control.name} ${control.id}`;
  return (
    wordsOf(label).some((word) => /^(confirm|verif|ressais|retap|repet|repeat|again)/.test(word)) ||
    /confirm|verif|(mail|mel|courriel)_?2$/i.test(name)
  );
}

function isBeside(one: Guess, other: Guess | undefined): boolean {
  return other !== undefined && Math.abs(one.control.order - other.control.order) <= 3;
}

/** Only the bank is named beside the candidate, whose account it is. */
function isAboutBank({ labels, control }: Guess): boolean {
  const texts = [...labels.map(({ text }) => text), ...control.titles.slice(0, 3).map(({ text }) => text)].map((text) =>
    wordsOf(text).join(" "),
  );
  return (
    texts.some((text) => /\b(banque|bancaires?|domiciliation|compte)\b/.test(text)) &&
    !texts.some((text) => /\b(acheteur|sous traitant|cotraitant|co traitant|client|membre \d|beneficiaire)\b/.test(text))
  );
}

/** Neighbours in one row or one small group, whatever title stands above. */
function isSmall(one: Guess, other: Guess): boolean {
  return Math.abs(one.control.order - other.control.order) <= 2;
}

function formOf({ control: { form } }: Guess): number | null {
  return form;
}

/** In English, "Name" of a person is the whole of it. */
function saysFullName({ label }: Guess): boolean {
  return /^(your )?name$/.test(wordsOf(label).join(" "));
}

/** The heading or the name says that the block is the company's. */
function saysCompany({ control, labels }: Guess): boolean {
  const title = wordsOf([control.titles[0]?.text ?? "", ...labels.map(({ text }) => text)].join(" ")).join(" ");
  const name = wordsOf(`${control.name} ${control.id}`).join(" ");
  return (
    /\b(entreprise|societe|structure|etablissement|organisation|organisme|operateur economique|candidat|fournisseur|company|partenaire|denomination|tiers)\b/.test(
      title,
    ) || /\b(company|entreprise|societe|partenaire|structure|organisation|economicoperator)\b/.test(name)
  );
}

/** A slot under the title of a co-contractor, not one about clients or insurers, whose papers are the candidate's. */
function isOtherCompany({ control, labels }: Guess): boolean {
  const texts = [...labels.map(({ text }) => text), ...control.titles.slice(0, 2).map(({ text }) => text)].map((text) =>
    wordsOf(text).join(" "),
  );
  return texts.some(
    (text) =>
      /\b(sous ?traitants?|co ?traitants?|membre \d|autres? (membre|entreprise|operateur)s?|acheteurs?)\b/.test(text) &&
      !/\b(candidat|reference)/.test(text),
  );
}

/** The part of a date that a label wants: the year alone. */
function partBySense(concept: Concept, guess: Guess): Pick<Resolved, "part"> {
  const words = wordsOf(guess.label);
  const isPlainText = !/^(date|month|week|time|datetime-local|tel|email|url|search|range|color)$/.test(guess.control.input);
  if ((concept === "dateCreation" || concept === "exerciceFinN1") && isPlainText && (words.includes("annee") || words.includes("year")))
    return { part: { piece: "year" } };
  if (concept === "contactTelephone" && /indicatif|country code|prefix/.test(words.join(" "))) return { part: { piece: "countryCode" } };
  return {};
}

/** What a split says, and what the length of the box says against its label: SIREN, SIRET and NIC are told by their lengths. */
function conceptWith(guess: Guess, split: Split | undefined): Concept | null {
  if (split !== undefined) return split.concept;
  const { concept, also } = guess;
  if (concept !== "siret" && concept !== "siren") return concept;
  // "Nombre de SIRET concernés" counts them.
  if (wordsOf(guess.label).includes("nombre")) return null;
  const { maxLength } = guess.control;
  const both = also.includes("siret") || also.includes("siren");
  if (maxLength === 5 || maxLength === 6) return "nic";
  if (maxLength > 0 && maxLength < 9) return null;
  if (concept === "siret" && maxLength >= 9 && maxLength < 14) return "siren";
  if (concept === "siren" && both && (maxLength === 0 || maxLength >= 14)) return "siret";
  return concept;
}

const ANSWERS: { readonly [K in Concept]?: RegExp } = {
  categorieEntreprise: /\b(pme|eti|tpe|grande entreprise|moyenne|micro)\b/i,
  formeJuridique: /\b(sas|sasu|sarl|sa|eurl|association|societe|entreprise individuelle|[1-9]\d{3})\b/,
  effectif: /\d/,
};

/** The buttons of the group say answers that the field may have. */
function offersAnswers(concept: Concept, { answers: said }: ControlEvidence): boolean {
  const answers = ANSWERS[concept];
  return answers !== undefined && said.some((one) => answers.test(one));
}

/** A list that is loaded already offers answers that the field may have. */
function listsAnswers(concept: Concept, { options }: ControlEvidence): boolean {
  const answers = ANSWERS[concept];
  return (
    answers === undefined || options.length < 3 || options.some(({ text, value }) => answers.test(wordsOf(`${value} ${text}`).join(" ")))
  );
}

/** Whether that kind of control can ask that. */
function suits(concept: Concept, { control }: Guess): boolean {
  const { type, input } = control;
  if (concept === "nothing") return true;
  const boolean = concept === "estPme" || concept === "statutEss" || concept === "etabliEnFrance";
  if (boolean && type === "select") return control.options.some(({ text }) => /^(oui|non|yes|no)$/i.test(text.trim()));
  if (type === "checkbox") return boolean;
  if (type === "radio")
    return boolean || concept === "contactCivilite" || concept === "formeCandidature" || offersAnswers(concept, control);
  if (type === "select") {
    if (!listsAnswers(concept, control)) return false;
    return ![
      "siret",
      "siren",
      "nic",
      "contactNom",
      "contactPrenom",
      "contactNomComplet",
      "contactEmail",
      "contactFax",
      "adresseLigne1",
      "adresseComplement",
      "raisonSociale",
      "iban",
      "bic",
      "tvaIntracommunautaire",
      "siteWeb",
      "dirigeantNomComplet",
      "nomCommercial",
      "sigle",
      "capitalSocial",
    ].includes(concept);
  }
  if (boolean) return false;
  switch (input) {
    case "password":
      return concept === "password";
    case "email":
      return concept === "contactEmail" || concept === "contactEmailConfirmation";
    case "date":
    case "month":
      return ["dateCreation", "exerciceFinN1", "rneDateImmat", "dirigeantDateNaissance"].includes(concept);
    case "search":
    case "range":
    case "color":
    case "time":
    case "week":
    case "datetime-local":
      return false;
    case "url":
      return ["siteWeb", "urlCertificatOpqibi", "urlCertificatFranceCompetences", "preuvesUrl"].includes(concept);
    case "number":
      return !PERSON.has(concept) || concept === "contactTelephone";
    default:
      return true;
  }
}

/** The same thing asked in several rows of a table: members of a group, references. None is the candidate's for sure. */
function withoutRepeats(guesses: readonly Guess[], resolved: Map<Guess, Resolved>): void {
  const rows = new Map<string, Guess[]>();
  for (const guess of guesses) {
    const target = resolved.get(guess)?.target;
    const column = guess.labels.find(({ from }) => from === "table:column");
    const { row } = guess.control;
    if (target === null || target === undefined || column === undefined || row === null) continue;
    if (guess.control.type === "radio" || guess.year !== null || guess.control.type === "file") continue;
    const key = `${target}|${column.text}`;
    rows.set(key, [...(rows.get(key) ?? []), guess]);
  }
  for (const all of rows.values()) {
    // The candidate's own row says so.
    const group = all.filter(({ labels }) => !labels.some(({ from, text }) => from === "table:row" && saidBy(text).party === "candidat"));
    const distinct = new Set(all.map((guess) => guess.control.row));
    if (distinct.size > 1) for (const guess of group) resolved.set(guess, { target: null, leave: "otherParty" });
  }
}
