/** Imports a buyer's request: nothing in it is lost, including criteria that we do not know. */
import type { Element } from "slimdom";
import type { Undecoded } from "./encoding.ts";
import { criteriaOf } from "./questions.ts";
import { childrenOf, EDM, NS, readXml, textAt, type Unreadable } from "./xml.ts";

export interface BuyerRequest {
  readonly root: Element;
  readonly reference: string;
  readonly lots: readonly string[];
}

export interface RequestProblem {
  readonly code: Unreadable | Undecoded | "notARequest" | "unknownVersion" | "noCriterion";
  /** The version found, for `unknownVersion`. */
  readonly detail: string;
}

export type Imported =
  | { readonly state: "read"; readonly request: BuyerRequest }
  | { readonly state: "refused"; readonly problem: RequestProblem };

/** Reads a request of ESPD-EDM v4.1.0; any other version is refused and named. */
export function importRequest(xml: string): Imported {
  const document = readXml(xml);
  if (typeof document === "string") return refused(document);
  const root = document.documentElement;
  if (root === null || !/^(QualificationApplication|ESPD)Request$/.test(root.localName))
    return refused("notARequest", root?.localName ?? "");
  const profile = textAt(root, "ProfileExecutionID");
  if (root.namespaceURI !== NS.request || profile !== EDM.profile) return refused("unknownVersion", versionOf(root, profile));
  if (criteriaOf(root).length === 0) return refused("noCriterion");
  const lots = childrenOf(root, "ProcurementProjectLot").map((lot) => textAt(lot, "ID"));
  return { state: "read", request: { root, reference: textAt(root, "ContractFolderID"), lots } };
}

function versionOf(root: Element, profile: string): string {
  return profile || textAt(root, "VersionID") || textAt(root, "CustomizationID") || root.namespaceURI || "";
}

function refused(code: RequestProblem["code"], detail = ""): Imported {
  return { state: "refused", problem: { code, detail } };
}
