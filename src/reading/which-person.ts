/** Which person a name, an e-mail or a phone is asked of: the contact, who represents the company, somebody else; or the company itself. */
import { isCivility } from "./answers.ts";
import type { Guess } from "./guess.ts";
import { DIRIGEANT, PERSON } from "./kinds.ts";
import type { Concept } from "./lexicon.ts";
import { blockOf, type Neighbourhood } from "./neighbourhood.ts";
import { asField, type Resolved, refused } from "./resolved.ts";
import { wordsOf } from "./words.ts";

const OFFICER: ReadonlySet<Concept> = new Set<Concept>(["dirigeantNomComplet"] as const);
const LEGAL_NAME: ReadonlySet<Concept> = new Set<Concept>(["raisonSociale"] as const);
const FIRST_NAME: ReadonlySet<Concept> = new Set<Concept>(["contactPrenom"] as const);
const BIRTH: ReadonlySet<Concept> = new Set<Concept>(["dirigeantDateNaissance"] as const);
/** How far the parts of one person's block stand from one another, in controls. */
const BLOCK = 12;

export const ANOTHER_PERSON = refused("another person of the company");
const UNSAID = refused("whose name is not said");
export const ANOTHER_ADDRESS = refused("another address");

export function person(asked: Concept, guess: Guess, around: Neighbourhood): Resolved {
  const concept = inParts(asked, guess, around);
  if (guess.role !== "autre" && goesOnWithOfficer(guess, around))
    return officer(concept, { ...guess, role: "dirigeant", roleSaid: true }, around);
  if (concept === "contactNom" && isTradeName(guess, around)) return { target: "nomCommercial" };
  if (guess.role === "autre") return ANOTHER_PERSON;
  if (concept === "contactNom") return nameOf(guess, around);
  if (concept === "contactEmail" && isConfirmation(guess)) return { target: "contactEmailConfirmation" };
  if (concept === "contactFonction" && guess.role !== "contact" && asksCapacity(guess, around)) return { target: "dirigeantQualite" };
  if (guess.role === "dirigeant") return officer(concept, guess, around);
  return guess.address === "autre" && concept !== "contactPrenom" ? ANOTHER_ADDRESS : asField(concept);
}

/** "Nom du représentant légal", then "Son prénom", "Sa fonction". */
function goesOnWithOfficer(guess: Guess, around: Neighbourhood): boolean {
  const [word = ""] = wordsOf(guess.label);
  const name = around.before(guess, 1);
  // "Nom du gérant", then "Prénom" alone.
  const isBesideName =
    guess.role === undefined &&
    around.conceptOf(guess) === "contactPrenom" &&
    name?.roleSaid === true &&
    around.conceptOf(name) === "contactNom";
  if (!isBesideName && !/^(son|sa|ses|their|his|her)$/.test(word)) return false;
  for (let distance = 1; distance <= 5; distance++) {
    const before = around.before(guess, distance);
    if (before === undefined || blockOf(before) !== blockOf(guess)) return false;
    if (before.roleSaid) return before.role === "dirigeant";
  }
  return false;
}

/** "Nom de votre commercial", then "Son prénom" in a box of its own: the last name alone. */
function inParts(concept: Concept, guess: Guess, around: Neighbourhood): Concept {
  const isWhole = concept === "contactNomComplet" && guess.also.length === 0 && !wordsOf(guess.label).includes("prenom");
  return isWhole && around.isNear(guess, 1, FIRST_NAME) ? "contactNom" : concept;
}

/** Who represents the company: what is asked of them as such, not what is their own. */
function officer(concept: Concept, guess: Guess, around: Neighbourhood): Resolved {
  const key = concept === "contactCivilite" && isTitle(guess) ? "dirigeantQualite" : DIRIGEANT.get(concept);
  const isReachable = concept === "contactEmail" || concept === "contactTelephone";
  if (key !== undefined && !isReachable) return { target: key };
  const isOffice = guess.roleSaid || !isPrivate(guess, around);
  if (isOffice && concept === "contactEmail") return { target: "dirigeantEmail" };
  if (isOffice && concept === "contactTelephone") return { target: "dirigeantTelephone" };
  return refused("the representative's own");
}

/** "Titre", "À quel titre ?" of who represents the company: the capacity, unless its answers are "Madame", "Monsieur". */
function isTitle({ label, control }: Guess): boolean {
  const said = [...control.options.map(({ text }) => text), ...control.answers];
  return /\b(titre|title)\b/.test(wordsOf(label).join(" ")) && !said.some((answer) => isCivility(wordsOf(answer).join(" ")));
}

/** Beside a birth date or a home, a representative's e-mail and phone are private. */
function isPrivate(guess: Guess, around: Neighbourhood): boolean {
  return (
    around.isNear(guess, BLOCK, BIRTH) ||
    around.near(guess, BLOCK).some((other) => around.conceptOf(other) === "codePostal" && other.role === "dirigeant")
  );
}

/** True in the block of a representative's own identity. */
export function isPersonalBlock(guess: Guess, around: Neighbourhood): boolean {
  return hasOfficersFirstName(guess, around, BLOCK);
}

/** The first name of who represents the company, `reach` controls away at most. */
export function hasOfficersFirstName(guess: Guess, around: Neighbourhood, reach: number): boolean {
  return around.near(guess, reach).some((other) => around.conceptOf(other) === "contactPrenom" && other.role === "dirigeant");
}

/** "Nom d'usage" of a company. */
function isTradeName(guess: Guess, around: Neighbourhood): boolean {
  return (
    /\b(usage|usuel)\b/.test(wordsOf(guess.label).join(" ")) &&
    !around.hasFirstName(guess) &&
    (saysCompany(guess) || around.isNear(guess, 1, LEGAL_NAME))
  );
}

/** In English, "Name" of a person is the whole of it. */
function isFullName(guess: Guess, around: Neighbourhood): boolean {
  if (!/^(your )?name( of .+)?$/.test(wordsOf(guess.label).join(" ")) || around.hasFirstName(guess)) return false;
  if (guess.role === "dirigeant") return true;
  return !saysCompany(guess) && (around.hasCompanyName() || !around.isAmongCompany(guess));
}

/** "En qualité de", or "Qualité" beside a representative: that of who signs. */
function asksCapacity(guess: Guess, around: Neighbourhood): boolean {
  const text = wordsOf(guess.label).join(" ");
  if (/\b(en (sa )?qualite de|agissant en tant que|agissant en qualite|en quelle qualite|a quel titre)\b/.test(text)) return true;
  return /\bqualite\b/.test(text) && (around.isNear(guess, 3, OFFICER) || around.near(guess, 3).some(({ role }) => role === "dirigeant"));
}

/** "Nom" under "Structure": the company's, where no first name goes with it and no block asks a legal name. */
function isOfCompanyBlock(guess: Guess, around: Neighbourhood): boolean {
  if (guess.role !== undefined || around.hasCompanyName()) return false;
  const isBeside = (other: Guess) => around.conceptOf(other) === "contactPrenom" && blockOf(other) === blockOf(guess);
  return saysCompany(guess) && wordsOf(guess.label).length === 1 && !around.near(guess, 5).some(isBeside);
}

/** "Nom" alone: a person's beside a first name, the company's where no person is asked. */
function nameOf(guess: Guess, around: Neighbourhood): Resolved {
  if (isFullName(guess, around))
    return guess.role === "dirigeant" ? officer("contactNomComplet", guess, around) : { target: "contactNomComplet" };
  if (isOfCompanyBlock(guess, around)) return { target: "raisonSociale" };
  if (around.hasFirstName(guess)) return { target: guess.role === "dirigeant" ? "dirigeantNom" : "contactNom" };
  if (guess.role === "dirigeant") return { target: "dirigeantNom" };
  if (/\b(famille|surname|last name|family name)\b/.test(wordsOf(guess.label).join(" "))) return { target: "contactNom" };
  if (guess.role === "contact" && !saysCompany(guess)) return { target: "contactNom" };
  if (around.hasCompanyName()) {
    const isPersonal = around.near(guess, 5).some((other) => PERSON.has(around.conceptOf(other) ?? "nothing"));
    return isPersonal ? { target: "contactNom" } : UNSAID;
  }
  if (around.isAmongCompany(guess) || saysCompany(guess)) return { target: "raisonSociale" };
  return around.hasFirstNameAnywhere() ? { target: "contactNom" } : UNSAID;
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

/** The e-mail asked a second time. */
function isConfirmation({ label, control }: Guess): boolean {
  const name = `${control.name} ${control.id}`;
  return (
    wordsOf(label).some((word) => /^(confirm|verif|ress?ais|retap|repet|repeat|again)/.test(word)) ||
    /\b(a|de) nouveau\b/.test(wordsOf(label).join(" ")) ||
    /confirm|verif|(mail|mel|courriel)_?2$/i.test(name)
  );
}
