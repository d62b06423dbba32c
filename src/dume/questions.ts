/** The questions of a document's criteria, known to us or not, and when each is asked. */
import type { Element } from "slimdom";
import { allOf, childrenOf, textAt } from "./xml.ts";

export interface Question {
  readonly id: string;
  readonly criterion: string;
  /** "INDICATOR", "AMOUNT", "PERIOD"… (list `response-data-type`). */
  readonly dataType: string;
  readonly label: string;
  /** Asked when one of the questions `of` has the answer `is`; `null`: always asked. */
  readonly when: { readonly of: readonly string[]; readonly is: boolean } | null;
}

export interface Criterion {
  readonly id: string;
  /** "crime-org" (list `criterion`). */
  readonly code: string;
  readonly name: string;
  readonly questions: readonly Question[];
}

/** @param root of a request or a response */
export function criteriaOf(root: Element): Criterion[] {
  return childrenOf(root, "TenderingCriterion").map((element) => {
    const id = textAt(element, "ID");
    const questions = allOf(element, "TenderingCriterionProperty")
      .filter((property) => textAt(property, "TypeCode") === "QUESTION")
      .map((property) => questionOf(property, id));
    return { id, code: textAt(element, "CriterionTypeCode"), name: textAt(element, "Name"), questions };
  });
}

function questionOf(property: Element, criterion: string): Question {
  const group = property.parentElement;
  const type = group === null ? "" : textAt(group, "PropertyGroupTypeCode");
  const above = group?.parentElement ?? null;
  const of = above === null ? [] : childrenOf(above, "TenderingCriterionProperty").map((one) => textAt(one, "ID"));
  return {
    id: textAt(property, "ID"),
    criterion,
    dataType: textAt(property, "ValueDataTypeCode"),
    label: textAt(property, "Description"),
    when: type === "ONTRUE" || type === "ONFALSE" ? { of, is: type === "ONTRUE" } : null,
  };
}

/** The question of a ground that a person answers yes or no: the first that is always asked. */
export function groundQuestion({ questions }: Criterion): Question | undefined {
  // The evidence group comes last. For taxes and contributions the ground is inside the buyer's requirement.
  return questions.find(({ dataType, when }) => dataType === "INDICATOR" && when === null);
}
