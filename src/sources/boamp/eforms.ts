/**
 * A BOAMP result notice in the European format (eForms), as the open data give it: UBL's XML turned into JSON, one object where there is
 * one element, a list where there are several, "#text" beside "@" attributes. Only the chain that the notice writes names a winner:
 * result of a lot → tender → tendering party → tenderer → organisation and its number. A name is never compared.
 */
import type { PublishedContract } from "../../domain/answer.ts";
import { present } from "../../domain/present.ts";
import { isSiret } from "../../domain/siret.ts";
import { dayIn, euros, known, matching } from "../cleaning.ts";

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The elements of that name, under each of these. */
function all(under: unknown, ...path: readonly string[]): Node[] {
  const start: unknown[] = [under];
  const found = path.reduce<unknown[]>(
    (nodes, name) => nodes.flatMap((node) => (isNode(node) ? (isList(node[name]) ? [...node[name]] : [node[name]]) : [])),
    start,
  );
  return found.filter(isNode);
}

/** The first text at the end of a path. */
function textAt(under: unknown, ...path: readonly string[]): string | undefined {
  const name = path.at(-1) ?? "";
  for (const node of all(under, ...path.slice(0, -1))) {
    const [first] = isList(node[name]) ? node[name] : [node[name]];
    const text = isNode(first) ? first["#text"] : first;
    const tidy = typeof text === "string" || typeof text === "number" ? plainText(String(text)) : undefined;
    if (tidy !== undefined) return tidy;
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#039": "'", "#39": "'" };

/** The notices' texts hold entities of HTML: "d&#039;Essai". */
export function plainText(text: string | null | undefined): string | undefined {
  return known(text?.replace(/&(amp|lt|gt|quot|apos|#0?39);/g, (whole, name: string) => ENTITIES[name] ?? whole));
}

interface Organisation {
  readonly name: string | undefined;
  /** Only where its number is a SIRET: some notices write an internal number there. */
  readonly siret: string | undefined;
}

const EXTENSION = ["ext:UBLExtensions", "ext:UBLExtension", "ext:ExtensionContent", "efext:EformsExtension"] as const;

/**
 * The contracts of a notice that the company holds, alone or in a group.
 * @param donnees the notice's own JSON
 * @param idweb the notice's number
 */
export function awardsIn(donnees: string, idweb: string, siren: string): PublishedContract[] {
  const [notice] = all(parsed(donnees), "EFORMS", "ContractAwardNotice");
  if (notice === undefined) return [];
  const organisations = organisationsOf(notice);
  const results = all(notice, ...EXTENSION, "efac:NoticeResult");
  const byId = (name: string) => withIds(all(results[0], name));
  const [tenders, parties, contracts] = [byId("efac:LotTender"), byId("efac:TenderingParty"), [...byId("efac:SettledContract").values()]];
  const lots = withIds(all(notice, "cac:ProcurementProjectLot"));
  const own = (id: string | undefined) => id !== undefined && organisations.get(id)?.siret?.startsWith(siren) === true;
  // A lot without a winner, or not decided yet, has another code.
  const won = all(results[0], "efac:LotResult").filter((result) => textAt(result, "cbc:TenderResultCode") === "selec-w");
  return won.flatMap((result) =>
    all(result, "efac:LotTender").flatMap((reference): PublishedContract[] => {
      const id = textAt(reference, "cbc:ID") ?? "";
      const tender = tenders.get(id);
      const party = parties.get(textAt(tender, "efac:TenderingParty", "cbc:ID") ?? "");
      const tenderers = all(party, "efac:Tenderer").map((one) => textAt(one, "cbc:ID"));
      const contract = contracts.find((one) => all(one, "efac:LotTender").some((signed) => textAt(signed, "cbc:ID") === id));
      // Several tenders of a lot may be selected: only what was signed is a contract.
      if (tender === undefined || contract === undefined || !tenderers.some(own)) return [];
      const lotId = textAt(result, "efac:TenderLot", "cbc:ID") ?? "";
      const lot = lots.get(lotId);
      const objet = objetOf(notice, lots.size > 1 ? lot : undefined);
      if (objet === undefined) return [];
      return [
        {
          ids: [`${idweb} ${matching(lotId, /^LOT-\d{4}$/) ?? ""}`.trim()],
          objet,
          spoilt: false,
          shared: tenderers.length > 1,
          maximum: isFramework(contract, result, lot),
          ...present({ ...buyerOf(notice, organisations), ...figuresOf(tender, contract), ...termsOf(notice, lot) }),
        },
      ];
    }),
  );
}

/** What has no number is joined to nothing. */
function withIds(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(
    nodes.flatMap((node) => {
      const id = textAt(node, "cbc:ID");
      return id === undefined ? [] : [[id, node] as const];
    }),
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function organisationsOf(notice: Node): ReadonlyMap<string, Organisation> {
  const companies = all(notice, ...EXTENSION, "efac:Organizations", "efac:Organization", "efac:Company");
  return new Map(
    companies.flatMap((company) => {
      const id = textAt(company, "cac:PartyIdentification", "cbc:ID");
      const digits = textAt(company, "cac:PartyLegalEntity", "cbc:CompanyID")?.replace(/\s/g, "") ?? "";
      const siret = isSiret(digits) ? digits : undefined;
      return id === undefined ? [] : [[id, { name: textAt(company, "cac:PartyName", "cbc:Name"), siret }] as const];
    }),
  );
}

function buyerOf(notice: Node, organisations: ReadonlyMap<string, Organisation>) {
  const buyer = organisations.get(textAt(notice, "cac:ContractingParty", "cac:Party", "cac:PartyIdentification", "cbc:ID") ?? "");
  return { buyerName: buyer?.name, buyerSiret: buyer?.siret };
}

function objetOf(notice: Node, lot: Node | undefined): string | undefined {
  const [whole, part] = [notice, lot].map((one) => textAt(one, "cac:ProcurementProject", "cbc:Name"));
  return whole === undefined || part === undefined || part === whole ? (part ?? whole) : `${whole} – ${part}`;
}

function isFramework(contract: Node, result: Node, lot: Node | undefined): boolean {
  const systems = all(lot, "cac:TenderingProcess", "cac:ContractingSystem").map((one) => textAt(one, "cbc:ContractingSystemTypeCode"));
  return (
    textAt(contract, "efbc:ContractFrameworkIndicator") === "true" ||
    all(result, "efac:FrameworkAgreementValues").length > 0 ||
    systems.some((code) => code?.startsWith("fa-") === true)
  );
}

/** The day is that of the contract (BT-145), else of the decision (BT-1451); the notice's `AwardDate` outside of it is a filler. */
function figuresOf(tender: Node, contract: Node) {
  const [amount] = all(tender, "cac:LegalMonetaryTotal", "cbc:PayableAmount");
  const isEuros = amount?.["@currencyID"] === "EUR";
  const text = amount?.["#text"];
  const days = [textAt(contract, "cbc:IssueDate"), textAt(contract, "cbc:AwardDate")].map((day) => dayIn(day?.slice(0, 10)));
  return { amount: isEuros ? euros(Number(text)) : undefined, notifiedOn: days.find((day) => day !== undefined && day > "2001") };
}

function termsOf(notice: Node, lot: Node | undefined) {
  const cpv = [lot, notice]
    .map((one) => textAt(one, "cac:ProcurementProject", "cac:MainCommodityClassification", "cbc:ItemClassificationCode"))
    .find((code) => code !== undefined);
  const [period] = all(lot, "cac:ProcurementProject", "cac:PlannedPeriod", "cbc:DurationMeasure");
  const months = period?.["@unitCode"] === "MONTH" ? Number(period["#text"]) : Number.NaN;
  return {
    cpv: matching(cpv?.slice(0, 8), /^\d{8}$/),
    months: Number.isInteger(months) && months > 0 && months < 600 ? months : undefined,
  };
}
