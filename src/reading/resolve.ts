/** From what each control asks by itself to a field of the catalogue: neighbours, titles, parties, persons, years. */
import type { ControlReading } from "../domain/page-reading.ts";
import type { Steps } from "../page/slices.ts";
import type { Guess } from "./guess.ts";
import { ADDRESS, BANK, isYearly, NEVER, ofYear, PERSON } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { blockOf, Neighbourhood } from "./neighbourhood.ts";
import { withOnlyOnes } from "./only-one.ts";
import { isGenericUpload } from "./pieces.ts";
import { asField, OTHERS, type Resolved, refused } from "./resolved.ts";
import { suits } from "./suits.ts";
import { isOurColumn } from "./tables.ts";
import { saidBy } from "./titles.ts";
import { CONTROL } from "./weights.ts";
import { addressed } from "./which-address.ts";
import { withoutSecondCompany } from "./which-company.ts";
import { ANOTHER_PERSON, hasOfficersFirstName, person } from "./which-person.ts";
import { closesYear, isMeanHeadcount, isUnnamedFigure, ofYearAlone, yearly } from "./which-year.ts";
import { wordsOf } from "./words.ts";
import type { Year } from "./years.ts";

const PERSONS: ReadonlySet<Concept> = new Set<Concept>(["dirigeantNomComplet", "signataireHabilite"] as const);
const ACCOUNT: ReadonlySet<Concept> = new Set<Concept>(["iban", "bic"] as const);
const FIRST_NAME: ReadonlySet<Concept> = new Set<Concept>(["contactPrenom"] as const);
const SITE: ReadonlySet<Concept> = new Set<Concept>(["siteWeb"] as const);

export function* resolve(guesses: readonly Guess[]): Steps<Map<Guess, Resolved>> {
  const around = new Neighbourhood(guesses);
  const resolved = new Map<Guess, Resolved>();
  for (const guess of guesses) {
    resolved.set(guess, resolvedOne(guess, around));
    yield;
  }
  withoutRepeats(guesses, resolved);
  withoutSecondCompany(guesses, resolved);
  withOnlyOnes(guesses, resolved, (all) => {
    const near = new Neighbourhood(all);
    return new Map(all.map((guess) => [guess, resolvedOne(guess, near)]));
  });
  return resolved;
}

function resolvedOne(guess: Guess, around: Neighbourhood): Resolved {
  const { type } = guess.control;
  if (type === "file" || type === "dropZone") return slotFor(guess, around);
  const split = around.splitOf(guess);
  const concept = around.conceptOf(guess);
  const gone = ofYearAlone(concept, guess, around);
  if (gone !== null) return guess.party === "autre" ? OTHERS : gone;
  if (concept === null && closesYear(guess, around)) return { target: ofYear("exerciceFinN1", guess.year as Year) };
  if (concept === null)
    return isAccess(guess, around) && around.isNear(guess, 1, SITE) ? { target: "preuvesAcces" } : refused("nothing known is asked");
  if (split === undefined && guess.confidence < CONTROL.least) return { ...refused("said too weakly"), asked: concept };
  const left = leftAlone(concept, guess, split !== undefined);
  if (left !== null) return { ...left, asked: concept };
  const part: Pick<ControlReading, "part"> = split?.part === undefined ? partBySense(concept, guess) : { part: split.part };
  return { ...fieldFor(concept, guess, around), ...part, asked: concept };
}

/** The piece of a slot, by its words, unless it is another company's slot. */
function slotFor(guess: Guess, around: Neighbourhood): Resolved {
  const { piece } = guess;
  if (piece === null) return refused("no piece is named");
  if (piece === "document.candidature" && isOneOfSeveral(guess, around))
    return { target: "document.autre", why: "several slots under one title" };
  // A DC4 speaks of a subcontractor and is the candidate's own piece.
  return guess.party === "autre" && piece !== "document.dc4" && isOtherCompany(guess) ? OTHERS : { target: piece };
}

/** Slots that only the title of the envelope names. */
function isOneOfSeveral(guess: Guess, around: Neighbourhood): boolean {
  const block = blockOf(guess);
  const ofSlot = (other: Guess) => (other.piece === null ? null : String(blockOf(other)));
  return block !== undefined && around.alike("slot", ofSlot, String(block)).length > 1 && isGenericUpload(guess.label);
}

/** Why what is asked gets no field of the catalogue; `null` when it may get one. */
function leftAlone(concept: Concept, guess: Guess, isPart: boolean): Resolved | null {
  if (!suits(concept, guess)) return refused("kind of control");
  if (concept === "password") return { target: "password" };
  if (NEVER.has(concept) || concept === "codePostalEtCommune" || concept === "nothing") return refused("never filled");
  const elsewhere = elsewhereOf(guess, concept);
  if (elsewhere !== null) return refused(elsewhere);
  if (!isPart && isYearly(concept) && isUnnamedFigure(guess)) return refused("a figure of what is not said");
  if (concept === "resultatNet" && guess.year !== null && guess.year !== 1) return refused("another year");
  return guess.party === "autre" && !(BANK.has(concept) && isAboutBank(guess)) ? OTHERS : null;
}

function fieldFor(concept: Concept, guess: Guess, around: Neighbourhood): Resolved {
  if (isYearly(concept)) return yearly(concept, guess, around);
  if (isMeanHeadcount(concept, guess)) return yearly("effectifMoyenN1", guess, around);
  if (concept === "siretSiege" && guess.also.includes("siren")) return { target: "siren" };
  if (PERSON.has(concept)) return person(concept, guess, around);
  if (ADDRESS.has(concept)) return addressed(concept, guess, around);
  if (concept === "siteWeb") return hasAccessBeside(guess, around) ? { target: "preuvesUrl" } : link(guess);
  if (concept === "siret") return establishment(guess, around);
  if (concept === "ribTitulaire" && isBareHolder(guess, around)) return { target: "raisonSociale" };
  if (guess.role === "autre" && PERSONS.has(concept)) return ANOTHER_PERSON;
  if (isLastNameAlone(concept, guess, around)) return { target: "dirigeantNom" };
  return asField(concept);
}

/** "Nom du signataire", then "Prénom" in a box of its own. */
function isLastNameAlone(concept: Concept, guess: Guess, around: Neighbourhood): boolean {
  if (concept === "dirigeantNomComplet") return hasOfficersFirstName(guess, around, 4);
  const words = wordsOf(guess.label);
  return concept === "signataireHabilite" && words[0] === "nom" && !words.includes("prenom") && around.isNear(guess, 1, FIRST_NAME);
}

/** "Titulaire" away from any account: of the market. */
function isBareHolder(guess: Guess, around: Neighbourhood): boolean {
  return wordsOf(guess.label).join(" ") === "titulaire" && !isAboutBank(guess) && !around.isNear(guess, 5, ACCOUNT);
}

/** The SIRET of the candidate's own establishment, or of its head office. */
function establishment({ address, label, control: { titles } }: Guess, around: Neighbourhood): Resolved {
  const performs = [label, titles[0]?.text ?? ""].some((text) => PERFORMS.test(wordsOf(text).join(" ")));
  const own = around.alike("own siret", (other) => (around.conceptOf(other) === "siret" && other.address !== "autre" ? "" : null), "");
  if (address === "autre" && (!performs || own.length > 0)) return refused("another establishment");
  return { target: address === "siege" ? "siretSiege" : "siret" };
}

/** "SIRET de l'établissement qui exécutera": the only one asked is that of whoever answers. */
const PERFORMS = /\betablissement (qui (executera|realisera|fournira|interviendra)|executant)\b/;

/** True for the code that opens the proof at the address beside: "Code", "Référence". */
function isAccess(guess: Guess, around: Neighbourhood): boolean {
  return around.conceptOf(guess) === "preuvesAcces" || /^(code|reference|emetteur|code d acces)$/.test(wordsOf(guess.label).join(" "));
}

function hasAccessBeside(guess: Guess, around: Neighbourhood): boolean {
  return around.near(guess, 1).some((other) => isAccess(other, around));
}

/** "URL" alone is the address of the thing that the title above names. */
function link(guess: Guess): Resolved {
  const isBare = wordsOf(guess.label).every((word) =>
    /^(url|lien|link|adresse|internet|web|http|https|vers|le|la|du|de|votre|certificat|certification|document)$/.test(word),
  );
  const title = wordsOf(guess.control.titles[0]?.text ?? "").join(" ");
  if (!isBare || title === "") return { target: "siteWeb" };
  if (/\bopqibi\b/.test(title)) return { target: "urlCertificatOpqibi" };
  if (/\bfrance competences?\b/.test(title)) return { target: "urlCertificatFranceCompetences" };
  return /\b(certificats?|certifications?|attestations?|preuves?|references?|documents?|pieces?|qualifications?|labels?)\b/.test(title)
    ? refused("the link of something else")
    : { target: "siteWeb" };
}

/** What the block is about, when it is not the company itself; banks are named where accounts are settled. */
function elsewhereOf(guess: Guess, concept: Concept): string | null {
  for (const { topic, party, text } of guess.over.slice(0, 2)) {
    if ((topic === "team" || topic === "insurance") && isOfWholeCompany(concept, guess, text)) continue;
    // "Composition de l'équipe", in the column "Vous-même (mandataire)".
    if (topic === "team" && !PERSON.has(concept) && guess.labels.some((label) => label.from === "table:column" && isOurColumn(label.text)))
      continue;
    if (topic !== null && topic !== "qualification" && !(BANK.has(concept) && topic === "billing")) return `the block is about: ${topic}`;
    if (party === "candidat") return null;
  }
  return guess.rowTopic === null ? null : `the row is about: ${guess.rowTopic}`;
}

/** What no person and no policy has: the turnover under « Vos garanties », the company's headcount under « Moyens humains ». */
function isOfWholeCompany(concept: Concept, { label }: Guess, title: string): boolean {
  const words = wordsOf(`${title} ${label}`);
  if (concept === "effectif") return !words.some((word) => /^(affectee?s?|dediee?s?|proposee?s?|mobilisee?s?|assuree?s?)$/.test(word));
  return (
    concept === "effectifMoyenN1" || concept === "chiffreAffairesN1" || concept === "capitalSocial" || concept === "activitePrincipale"
  );
}

/** Only the bank is named beside the candidate, whose account it is. */
function isAboutBank({ labels, control, signs }: Guess): boolean {
  // "bank[iban]": the account's name, and nobody else's.
  const sign = signs.find(({ about, decides }) => about === "party" && decides);
  if (sign?.from === "name" && /\b(bank|banque)\b/.test(sign.text)) return true;
  const texts = [...labels.map(({ text }) => text), ...control.titles.slice(0, 3).map(({ text }) => text)].map((text) =>
    wordsOf(text).join(" "),
  );
  return (
    texts.some((text) => /\b(banque|bancaires?|domiciliation|compte)\b/.test(text)) &&
    !texts.some((text) => /\b(acheteur|sous trait(ant|ees?)|cotraitant|co traitant|client|membre \d|beneficiaire)\b/.test(text))
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

/** The part of a date that a label asks: the year alone. */
function partBySense(concept: Concept, guess: Guess): Pick<Resolved, "part"> {
  // "Exercice clos en": of a column too.
  const words = wordsOf(`${guess.label} ${guess.by?.text ?? ""}`);
  const isPlainText = !/^(date|month|week|time|datetime-local|tel|email|url|search|range|color)$/.test(guess.control.input);
  if (
    (concept === "dateCreation" || concept === "exerciceFinN1") &&
    isPlainText &&
    words.some((word, at) => word === "annee" || word === "year" || (word === "en" && at === words.length - 1))
  )
    return { part: { piece: "year" } };
  if (concept === "contactTelephone" && /indicatif|country code|prefix/.test(words.join(" "))) return { part: { piece: "countryCode" } };
  return {};
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
    const group = all.filter(
      ({ labels, isOwnRow }) => !isOwnRow && !labels.some(({ from, text }) => from === "table:row" && saidBy(text).party === "candidat"),
    );
    const distinct = new Set(all.map((guess) => guess.control.row));
    if (distinct.size > 1) for (const guess of group) resolved.set(guess, { ...OTHERS, why: "the same column in several rows" });
  }
}
