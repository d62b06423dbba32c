/** Finds faults that the standard's rules accept and a buyer would not. Reads the document itself, so that any file can be checked. */
import type { Document, Element } from "slimdom";
import { GROUNDS } from "../domain/grounds.ts";
import { criteriaOf, groundQuestion, type Question } from "./questions.ts";
import { allOf, at, childrenOf, textAt } from "./xml.ts";

export interface Finding {
  /**
   * `groundUnanswered` · `criterionUnanswered`: the buyer's selection criterion has no answer · `followUp`: a question that an answer opens
   * has none · `outOfTurn`: a question that an answer closes has one · `unknownQuestion` · `scheme`: an identifier of an unknown list ·
   * `role`: it contradicts the answer about the group · `lots`: not exactly one · `size`: missing.
   */
  readonly code:
    | "groundUnanswered"
    | "criterionUnanswered"
    | "followUp"
    | "outOfTurn"
    | "unknownQuestion"
    | "scheme"
    | "role"
    | "lots"
    | "size";
  /** What it is about: an id, a scheme, a role. */
  readonly about: string;
}

/** List EOIDType of ESPD-EDM v4.1.0. */
const SCHEMES = ["BRIS", "DUNS", "LEI", "NATIONAL", "VAT"];

/** Everything to settle before the response is complete; empty when it is. */
export function checkResponse(document: Document): Finding[] {
  const root = document.documentElement;
  if (root === null) return [];
  const responses = childrenOf(root, "TenderingCriterionResponse");
  const said = Map.groupBy(responses, (response) => textAt(response, "ValidatedCriterionPropertyID"));
  return [
    ...grounds(root, said),
    ...selection(root, said),
    ...turns(root, said),
    ...schemes(root),
    ...role(root, said),
    ...lots(root),
    ...size(root),
  ];
}

type Said = ReadonlyMap<string, readonly Element[]>;

function indicatorOf(said: Said, question: string): string {
  return textAt(said.get(question)?.[0], "ResponseValue", "ResponseIndicator");
}

function grounds(root: Element, said: Said): Finding[] {
  const criteria = new Map(criteriaOf(root).map((criterion) => [criterion.code, criterion]));
  return GROUNDS.filter((code) => {
    const criterion = criteria.get(code);
    const question = criterion === undefined ? undefined : groundQuestion(criterion);
    return question === undefined || indicatorOf(said, question.id) === "";
  }).map((code) => ({ code: "groundUnanswered", about: code }));
}

/** The selection criteria, by the standard's ids: "C39_SC_service-perform/…". */
function selection(root: Element, said: Said): Finding[] {
  return criteriaOf(root)
    .filter(({ questions }) => questions.some(({ id }) => /^C\d+_SC_/.test(id)) && questions.every(({ id }) => !said.has(id)))
    .map(({ code }) => ({ code: "criterionUnanswered", about: code }));
}

function turns(root: Element, said: Said): Finding[] {
  const questions = criteriaOf(root).flatMap((criterion) => criterion.questions);
  const ids = new Set(questions.map(({ id }) => id));
  const unknown = [...said.keys()].filter((id) => !ids.has(id)).map((about): Finding => ({ code: "unknownQuestion", about }));
  return [...unknown, ...questions.flatMap((question) => turnOf(question, said))];
}

function turnOf({ id, when }: Question, said: Said): Finding[] {
  if (when === null) return [];
  const above = when.of.map((one) => indicatorOf(said, one)).filter((text) => text !== "");
  const open = above.includes(String(when.is));
  if (open && !said.has(id)) return [{ code: "followUp", about: id }];
  return !open && said.has(id) ? [{ code: "outOfTurn", about: id }] : [];
}

function schemes(root: Element): Finding[] {
  return allOf(root, "PartyIdentification").flatMap((identification): Finding[] => {
    const scheme = at(identification, "ID")?.getAttribute("schemeID") ?? "";
    return SCHEMES.includes(scheme) ? [] : [{ code: "scheme", about: scheme }];
  });
}

/** The role and the answer about a group must agree; the lead names the group (a member may), a single bidder has none. */
function role(root: Element, said: Said): Finding[] {
  const code = textAt(root, "EconomicOperatorParty", "EconomicOperatorRole", "RoleCode");
  const inGroup = code === "group-lead" || code === "group-mem";
  const criterion = criteriaOf(root).find((one) => one.code === "eo-group");
  const [question] = criterion?.questions ?? [];
  const indicator = question === undefined ? "" : indicatorOf(said, question.id);
  const own =
    criterion?.questions.flatMap(({ id, dataType }) =>
      dataType === "CODE" ? [textAt(said.get(id)?.[0], "ResponseValue", "ResponseCode")] : [],
    ) ?? [];
  const isNamed = textAt(root, "EconomicOperatorGroupName") !== "";
  const isNamedRight = isNamed ? inGroup : code !== "group-lead";
  const agrees = (indicator === "" || (indicator === "true") === inGroup) && isNamedRight && own.every((one) => one === "" || one === code);
  return agrees ? [] : [{ code: "role", about: code }];
}

function lots(root: Element): Finding[] {
  const ids = childrenOf(root, "ProcurementProjectLot").map((lot) => textAt(lot, "ID"));
  return ids.length === 1 ? [] : [{ code: "lots", about: ids.join(", ") }];
}

function size(root: Element): Finding[] {
  return textAt(root, "EconomicOperatorParty", "Party", "IndustryClassificationCode") === "" ? [{ code: "size", about: "" }] : [];
}
