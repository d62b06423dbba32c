/** The catalogue's criteria as XML, for a response without an imported request. */
import type { Element } from "slimdom";
import { CRITERIA } from "./criteria.ts";
import { type Attributes, EDM, type Maker } from "./xml.ts";

/** Attributes that the standard asks for. */
export const CRITERION_ID: Attributes = { schemeID: "Criterion", schemeAgencyID: "OP", schemeVersionID: EDM.version };
const list = (listID: string): Attributes => ({ listID, listAgencyID: "OP", listVersionID: EDM.version });
export const authority = (name: string, version: string): Attributes => ({
  listID: `http://publications.europa.eu/resource/authority/${name}`,
  listAgencyID: "OP",
  listVersionID: version,
});

const GROUP_TYPES: Readonly<Record<string, string>> = { "*": "ON*", "+": "ONTRUE", "-": "ONFALSE" };

/** Labels of questions by type of answer: the criterion's name says the rest. */
const LABELS: Readonly<Record<string, string>> = {
  INDICATOR: "Réponse (oui ou non)",
  DESCRIPTION: "Précisions",
  DATE: "Date",
  PERIOD: "Période",
  AMOUNT: "Montant",
  CODE: "Rôle dans le groupement",
  CODE_COUNTRY: "Pays concerné",
  QUANTITY_YEAR: "Année",
  QUANTITY_INTEGER: "Nombre",
  EVIDENCE_IDENTIFIER: "Justificatif",
  ECONOMIC_OPERATOR_IDENTIFIER: "Identifiant de l'entité",
};
const REQUIREMENT = "Exigence de l'acheteur";
const CAPTION = "Précision de l'acheteur";

/** The criteria of the catalogue whose code is accepted. */
export function skeleton(maker: Maker, codes: (code: string) => boolean): Element[] {
  return CRITERIA.filter(([, , code]) => codes(code)).map(([prefix, id, code, name, groups]) =>
    maker.cac(
      "TenderingCriterion",
      maker.cbc("ID", id, CRITERION_ID),
      maker.cbc("CriterionTypeCode", code, authority("criterion", "20240612-0")),
      maker.cbc("Name", name),
      maker.cbc("Description", name),
      ...new Groups(groups, maker).read(prefix, "TenderingCriterionPropertyGroup"),
    ),
  );
}

/** Reads the notation of `criteria.ts`, from left to right. */
class Groups {
  readonly #text: string;
  readonly #maker: Maker;
  #at = 0;

  constructor(text: string, maker: Maker) {
    this.#text = text;
    this.#maker = maker;
  }

  /** The following groups, up to the closing parenthesis. */
  read(parent: string, element: string): Element[] {
    const groups: Element[] = [];
    for (let next = this.#next(); next !== null; next = this.#next()) groups.push(this.#item(next, parent, element));
    return groups;
  }

  /** `[name, sign, type]`: "QG1*(" or "Q1?DATE" or "CA1#". */
  #next(): readonly [name: string, sign: string, type: string] | null {
    const found = /^\s*(?:([\w/]+)([*+\-?!#])([A-Z_]*)\(?|\))/.exec(this.#text.slice(this.#at));
    if (found === null) return null;
    this.#at += found[0].length;
    const [, name, sign, type = ""] = found;
    return name === undefined || sign === undefined ? null : [name, sign, type];
  }

  #item([name, sign, type]: readonly [string, string, string], parent: string, element: string): Element {
    const id = `${parent}/${name}`;
    const { cac, cbc } = this.#maker;
    const groupType = GROUP_TYPES[sign];
    if (groupType === undefined) return this.#property(id, sign, type);
    const inner = this.read(id, "SubsidiaryTenderingCriterionPropertyGroup");
    return cac(element, cbc("ID", id, CRITERION_ID), cbc("PropertyGroupTypeCode", groupType, list("property-group-type")), ...inner);
  }

  #property(id: string, sign: string, type: string): Element {
    const { cac, cbc } = this.#maker;
    const kind = { "?": "QUESTION", "!": "REQUIREMENT" }[sign] ?? "CAPTION";
    const label = { QUESTION: LABELS[type] ?? type, REQUIREMENT, CAPTION }[kind] ?? "";
    return cac(
      "TenderingCriterionProperty",
      cbc("ID", id, CRITERION_ID),
      cbc("Description", label),
      cbc("TypeCode", kind, list("criterion-element-type")),
      cbc("ValueDataTypeCode", type || "NONE", list("response-data-type")),
    );
  }
}
