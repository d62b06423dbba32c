/** The answers of the dossier and of the person, by question. Only a person answers the grounds for exclusion. */

import { type DumeAnswers, GROUNDS, type Ground, type GroundAnswer } from "../domain/grounds.ts";
import { NO_MEANS } from "../domain/means.ts";
import { present } from "../domain/present.ts";
import { formatDay } from "../domain/time.ts";
import type { Candidature, Membre } from "../formulaires/candidature.ts";
import { heldValue, known } from "../formulaires/known.ts";
import { meansParts } from "./means.ts";
import { type Criterion, groundQuestion, type Question } from "./questions.ts";
import type { Answered, AnswerPart, Role } from "./values.ts";

/** What only a person answers, for one company and one consultation. */
export interface PersonAnswers {
  /** By ground: whether it applies; absent when not answered yet. */
  readonly motifs: Readonly<Partial<Record<Ground, boolean>>>;
  /** For grounds that apply: why, and the measures taken, or why the contract can still be performed. */
  readonly accounts?: Readonly<Partial<Record<Ground, Pick<GroundAnswer, "explanation" | "measures">>>>;
  /** Whether it relies on other entities, whether it subcontracts. */
  readonly appuis?: boolean | undefined;
  readonly soustraitance?: boolean | undefined;
  /** Anything else, by question: measures taken, capacities, explanations. */
  readonly others: readonly Omit<Answered, "by">[];
}

/** The role of a member: the first of a group leads it. */
export function roleOf({ membres }: Candidature, membre: Membre): Role {
  if (membres.length === 1) return "sole-tenderer";
  return membres[0].dossier.siret === membre.dossier.siret ? "group-lead" : "group-mem";
}

/** All answers to the document's criteria, in order. */
export function answersOf(criteria: readonly Criterion[], candidature: Candidature, membre: Membre, person: PersonAnswers): Answered[] {
  const others = new Map(Map.groupBy(person.others, ({ question }) => question));
  return criteria.flatMap((criterion) => {
    const own = [
      ...groundAnswer(criterion, person),
      ...(AUTOMATIC[criterion.code]?.({ candidature, membre, person }) ?? []).map(toQuestion(criterion)),
      ...meansParts(criterion.code, membre.means ?? NO_MEANS).map(toQuestion(criterion)),
    ];
    return criterion.questions.flatMap(({ id }): Answered[] => {
      const said = others.get(id);
      if (said !== undefined) return said.map((one) => ({ ...one, by: "person" }));
      return own.filter(({ question }) => question === id);
    });
  });
}

/** The person's answers in the form that a response uses. */
export function personOf({ grounds, reliesOnOthers, subcontracts }: DumeAnswers): PersonAnswers {
  const answered = GROUNDS.flatMap((ground) => {
    const answer = grounds[ground];
    return answer === undefined ? [] : [[ground, answer] as const];
  });
  return {
    motifs: Object.fromEntries(answered.map(([ground, { applies }]) => [ground, applies])),
    accounts: Object.fromEntries(answered.filter(([, { applies }]) => applies)),
    appuis: reliesOnOthers ?? undefined,
    soustraitance: subcontracts ?? undefined,
    others: [],
  };
}

/** The questions that open when a ground applies: why, and the measures taken. Some grounds have only one of them, or none. */
export function accountQuestions(criterion: Criterion): {
  readonly why?: Question;
  readonly done?: Question;
  readonly measures?: Question;
} {
  const main = groundQuestion(criterion);
  if (main === undefined) return {};
  const isOpenedBy = (question: Question, by: Question) => question.when?.is === true && question.when.of.includes(by.id);
  const [why, second] = criterion.questions.filter((one) => one.dataType === "DESCRIPTION" && isOpenedBy(one, main));
  const inside = criterion.questions.filter(({ id }) => id.startsWith(`${main.id.slice(0, main.id.lastIndexOf("/"))}/QSG`));
  // The last question with a description is about measures: for taxes and contributions, others come before it.
  const done = inside.findLast((one) => one.dataType === "INDICATOR" && inside.some((other) => isOpenedBy(other, one)));
  if (done === undefined) return present({ why, measures: second });
  return present({ why, done, measures: inside.find((one) => one.dataType === "DESCRIPTION" && isOpenedBy(one, done)) });
}

function accountAnswers(
  criterion: Criterion,
  { explanation = "", measures = "" }: Pick<GroundAnswer, "explanation" | "measures">,
): Answered[] {
  const { why, done, measures: told } = accountQuestions(criterion);
  const text = (question: Question | undefined, said: string): Answered[] =>
    question === undefined || said === "" ? [] : [{ question: question.id, value: { text: said }, by: "person" }];
  const indicator: Answered[] =
    done === undefined || measures === "" ? [] : [{ question: done.id, value: { indicator: true }, by: "person" }];
  return [...text(why, explanation), ...indicator, ...text(told, measures)];
}

function groundAnswer(criterion: Criterion, { motifs, accounts = {} }: PersonAnswers): Answered[] {
  const ground = GROUNDS.find((code) => code === criterion.code);
  const indicator = ground === undefined ? undefined : motifs[ground];
  const question = groundQuestion(criterion);
  if (ground === undefined || indicator === undefined || question === undefined) return [];
  const account = indicator ? accountAnswers(criterion, accounts[ground] ?? {}) : [];
  return [{ question: question.id, value: { indicator }, by: "person" }, ...account];
}

interface Asked {
  readonly candidature: Candidature;
  readonly membre: Membre;
  readonly person: PersonAnswers;
}

function toQuestion({ questions }: Criterion): (part: AnswerPart) => Answered {
  const [prefix = ""] = questions[0]?.id.split("/") ?? [];
  return ([end, value, by = "dossier"]) => ({ question: `${prefix}/${end}`, value, by });
}

const YEARS = [1, 2, 3] as const;

/** By criterion, the answers that the dossier gives. A question that is not in the document is not answered. */
const AUTOMATIC: Readonly<Record<string, (asked: Asked) => readonly AnswerPart[]>> = {
  "trade-regist": ({ membre: { dossier } }) => {
    const entry = known(dossier, "inscriptionRegistre");
    // A number without its register's town may belong to another register (craft, associations).
    if (entry === null || known(dossier, "rcsVille") === null) return [];
    return [
      ["RG1/RSG1/QSG2/Q1", { indicator: true }],
      ["RG1/RSG1/QSG2/QSG1/Q1", { text: entry.text }],
    ];
  },
  "gen-year-to": ({ membre: { dossier } }) => {
    const years = YEARS.flatMap((year) => {
      const [until, amount] = [heldValue(dossier, `exerciceFinN${year}`), heldValue(dossier, `chiffreAffairesN${year}`)];
      return until === undefined || amount === undefined ? [] : [{ until, amount }];
    });
    const created = heldValue(dossier, "dateCreation");
    return [
      ...years.map(({ until }): AnswerPart => ["RG1/RSG1/QSG2/Q1", { until }]),
      ...years.map(({ amount }): AnswerPart => ["RG1/RSG1/QSG2/Q2", { amount }]),
      ...(years.length < YEARS.length && created !== undefined ? [["RG1/RSG1/QSG3/Q1", { date: created }] as const] : []),
    ];
  },
  "aver-year-to": ({ membre: { dossier } }) => {
    const [amount, until] = [heldValue(dossier, "caMoyen"), heldValue(dossier, "exerciceFinN1")];
    if (amount === undefined || until === undefined) return [];
    return [
      ["RG1/RSG1/QSG2/Q1", { amount }],
      ["RG1/RSG1/QSG2/Q2", { text: `Moyenne de trois exercices, le dernier clos le ${formatDay(until)}` }],
    ];
  },
  "year-manpower": ({ membre: { dossier, means = NO_MEANS } }) => {
    const entered = means.headcounts.flatMap(({ year, average }) => (average === undefined ? [] : [{ year, integer: average }]));
    const known = YEARS.flatMap((year) => {
      const [closed, integer] = [heldValue(dossier, `exerciceAnneeN${year}`), heldValue(dossier, `effectifMoyenN${year}`)];
      return closed === undefined || integer === undefined ? [] : [{ year: Number(closed), integer }];
    });
    // The means that the person chose, else the known values of the last years.
    const years = entered.length > 0 ? entered : known;
    return [
      ...years.map(({ year }): AnswerPart => ["RG1/RSG1/QSG2/Q1", { year }]),
      ...years.map(({ integer }): AnswerPart => ["RG1/RSG1/QSG2/Q2", { integer }]),
    ];
  },
  "eo-group": ({ candidature, membre }) => {
    const role = roleOf(candidature, membre);
    if (role === "sole-tenderer") return candidature.forme === "seul" ? [["QG1/Q1", { indicator: false }]] : [];
    const others = candidature.membres.filter(({ dossier }) => dossier.siret !== membre.dossier.siret);
    const told = ({ dossier, prestations }: Membre) =>
      prestations === undefined ? nameOf(dossier) : `${nameOf(dossier)}, prestations : ${prestations}`;
    return [
      ["QG1/Q1", { indicator: true }],
      ["QG1/QSG1/Q1", { role }],
      ["QG1/QSG1/Q2", { text: others.map(told).join(" ; ") }],
      ["QG1/QSG1/Q3", { text: groupNameOf(candidature) }],
    ];
  },
  relied: ({ person: { appuis } }) => (appuis === undefined ? [] : [["QG1/Q1", { indicator: appuis }, "person"]]),
  "subco-ent": ({ person: { soustraitance } }) => (soustraitance === undefined ? [] : [["QG1/Q1", { indicator: soustraitance }, "person"]]),
  sme: ({ membre: { dossier } }) => {
    const pme = heldValue(dossier, "estPme");
    if (pme === false) return [["QG1/Q1", { indicator: false }]];
    const [integer, amount] = [heldValue(dossier, "effectifMoyenN1"), heldValue(dossier, "chiffreAffairesN1")];
    // The standard accepts a yes only with both figures.
    if (pme !== true || integer === undefined || amount === undefined) return [];
    return [
      ["QG1/Q1", { indicator: true }],
      ["QG1/QSG1/Q1", { integer }],
      ["QG1/QSG1/Q2", { amount }],
    ];
  },
};

/** "Groupement A, B": the name that each member's response must share. */
export function groupNameOf({ membres }: Candidature): string {
  return `Groupement ${membres.map(({ dossier }) => known(dossier, "raisonSociale")?.text ?? dossier.siret).join(", ")}`;
}

function nameOf(dossier: Membre["dossier"]): string {
  return [known(dossier, "raisonSociale")?.text, `SIRET ${dossier.siret}`].filter((part) => part !== undefined).join(", ");
}
