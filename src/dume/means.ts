/**
 * References, people, equipment and headcounts as answers. Repeated answers match by rank only: a question is answered for every entry,
 * or for none, and then the description holds the values.
 */
import type { ContractReference, Means, Nature, TeamMember } from "../domain/means.ts";
import { amountText, clientText, datesText } from "../formulaires/means.ts";
import type { AnswerPart, Value } from "./values.ts";

/** The criterion of each kind of contract. */
const PERFORMANCES: Readonly<Record<string, Nature>> = {
  "work-perform": "works",
  "supply-perform": "supplies",
  "service-perform": "services",
};

/** The answers that the shown means give to a criterion. */
export function meansParts(criterion: string, means: Means): AnswerPart[] {
  const nature = PERFORMANCES[criterion];
  if (nature !== undefined) return referenceParts(means.references.filter((one) => one.nature === nature));
  if (criterion === "tech-equip") return equipmentParts(means);
  if (criterion === "manage-staff") return leaderParts(means);
  return criterion === "work-tech" ? teamParts(means.team) : [];
}

/** One part for each entry, when all have the value. */
function forAll<Entry>(end: string, entries: readonly Entry[], told: (entry: Entry) => Value | undefined): AnswerPart[] {
  const values = entries.flatMap((entry) => told(entry) ?? []);
  return values.length < entries.length ? [] : values.map((value): AnswerPart => [end, value, "person"]);
}

const text = (told: string | undefined): Value | undefined => (told === undefined || told === "" ? undefined : { text: told });

function referenceParts(references: readonly ContractReference[]): AnswerPart[] {
  const group = "RG1/RSG1/QSG2/QSG1";
  return [
    ...forAll(`${group}/Q1`, references, (one) =>
      text([one.objet, clientText(one), amountText(one), datesText(one)].filter((part) => part !== null).join(" ; ")),
    ),
    // A maximum or a whole group's amount is not the amount performed.
    ...forAll(`${group}/Q2`, references, ({ amount, shared, maximum }) =>
      amount === undefined || shared === true || maximum === true ? undefined : { amount },
    ),
    ...forAll(`${group}/Q5`, references, ({ from, until }) => (from === undefined || until === undefined ? undefined : { from, until })),
    ...forAll(`${group}/QSG1/Q1`, references, ({ client }) => text(client)),
    ...forAll(`${group}/QSG1/Q2`, references, ({ contact }) => text(contact.name)),
    ...forAll(`${group}/QSG1/Q3`, references, ({ contact }) => text(contact.email)),
    ...forAll(`${group}/QSG1/Q4`, references, ({ contact }) => text(contact.phone)),
  ];
}

function equipmentParts({ equipment }: Means): AnswerPart[] {
  const told = equipment.map(({ name, count, about }) =>
    [count === undefined ? name : `${name} (${count})`, about].filter((part) => part !== undefined && part !== "").join(", "),
  );
  return told.length === 0 ? [] : [["RG1/RSG1/RSG1/QSG2/Q1", { text: told.join(" ; ") }, "person"]];
}

function leaderParts({ headcounts }: Means): AnswerPart[] {
  const known = headcounts.flatMap(({ year, leaders }) => (leaders === undefined ? [] : [{ year, leaders }]));
  return [
    ...known.map(({ year }): AnswerPart => ["RG1/RSG1/QSG2/Q1", { year }, "person"]),
    ...known.map(({ leaders }): AnswerPart => ["RG1/RSG1/QSG2/Q2", { integer: leaders }, "person"]),
  ];
}

function teamParts(team: readonly TeamMember[]): AnswerPart[] {
  const group = "RG1/RSG1/RSG1/QSG2/QSG1";
  return [
    ...forAll(`${group}/Q1`, team, ({ firstName }) => text(firstName)),
    ...forAll(`${group}/Q2`, team, ({ lastName }) => text(lastName)),
    ...forAll(`${group}/Q3`, team, ({ role }) => text(role)),
    ...forAll(`${group}/Q4`, team, ({ experience }) => (experience === undefined ? undefined : { text: `${experience} ans` })),
    ...forAll(`${group}/Q5`, team, ({ qualifications }) => text(qualifications)),
  ];
}
