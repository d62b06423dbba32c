/**
 * A company's response (ESPD-EDM v4.1.0): on its own, or to a buyer's request whose criteria and ids are kept. One response for
 * each company and lot. The same dossier gives the same bytes, except for the ids and the instant, which the caller gives.
 */
import { Document, type Element } from "slimdom";
import { GROUNDS, type SIZES } from "../domain/grounds.ts";
import type { Candidature, Membre } from "../formulaires/candidature.ts";
import { heldValue, known } from "../formulaires/known.ts";
import { answersOf, groupNameOf, type PersonAnswers, roleOf } from "./answers.ts";
import { criteriaOf } from "./questions.ts";
import type { BuyerRequest } from "./request.ts";
import { authority, CRITERION_ID, skeleton } from "./skeleton.ts";
import type { Answered, Role, Value } from "./values.ts";
import { at, childrenOf, EDM, type Maker, makerOf, NS, serialize, textAt } from "./xml.ts";

export interface ResponseRequest {
  readonly candidature: Candidature;
  readonly membre: Membre;
  readonly person: PersonAnswers;
  /** The buyer's request, when one was imported. */
  readonly request: BuyerRequest | null;
  /** Id of the lot in the buyer's request, or the number chosen; `null` when the market has none. */
  readonly lot: string | null;
  /** As the person typed it: INSEE's category only tells whether it is one of the three small sizes. */
  readonly taille?: (typeof SIZES)[number] | undefined;
  /** A new UUID (version 4). */
  readonly uuid: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

export type ResponseProblem = "noReference" | "noName" | "noCountry" | "noSize" | "sizeDisagrees" | "lotToChoose" | "unknownLot";

export type MadeResponse =
  | { readonly state: "made"; readonly xml: string; readonly document: Document; readonly answers: readonly Answered[] }
  | { readonly state: "refused"; readonly problem: ResponseProblem };

/** Makes the response, or says why none can be made. */
export function makeResponse(asked: ResponseRequest): MadeResponse {
  const problem = problemOf(asked);
  if (problem !== null) return { state: "refused", problem };
  const document = new Document();
  const root = document.createElementNS(NS.response, "QualificationApplicationResponse");
  root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:cac", NS.cac);
  root.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:cbc", NS.cbc);
  document.append(root);
  const maker = makerOf(document);
  const copied = (name: string) => childrenOf(asked.request?.root ?? root, name).map((element) => document.importNode(element, true));
  root.append(
    ...head(asked, maker, copied("ProcedureCode")),
    ...copied("AdditionalDocumentReference"),
    ...(asked.request === null ? [buyer(asked, maker)] : copied("ContractingParty")),
    operator(asked, maker),
    ...(asked.request === null ? [project(asked, maker)] : copied("ProcurementProject")),
    lot(asked, maker),
    ...(asked.request === null ? ownCriteria(asked, maker) : copied("TenderingCriterion")),
  );
  const answers = answersOf(criteriaOf(root), asked.candidature, asked.membre, asked.person);
  root.append(...answers.map((answer, rank) => answerElement(maker, answer, rank + 1)));
  return { state: "made", xml: serialize(document), document, answers };
}

function problemOf(asked: ResponseRequest): ResponseProblem | null {
  const { candidature, membre, request } = asked;
  if ((request?.reference ?? candidature.consultation.reference ?? "") === "") return "noReference";
  if (known(membre.dossier, "raisonSociale") === null) return "noName";
  if (countryOf(membre) === undefined) return "noCountry";
  return sizeProblem(asked) ?? lotProblem(asked);
}

function sizeProblem({ membre, taille }: ResponseRequest): ResponseProblem | null {
  const pme = heldValue(membre.dossier, "estPme");
  if (taille === undefined) return pme === undefined ? "noSize" : null;
  return pme === (taille === "large") ? "sizeDisagrees" : null;
}

function lotProblem({ request, lot }: ResponseRequest): ResponseProblem | null {
  const lots = request?.lots ?? [];
  if (lot === null) return lots.length > 1 ? "lotToChoose" : null;
  return lots.length > 0 && !lots.includes(lot) ? "unknownLot" : null;
}

/** Countries in the three letters of the standard (ISO 3166-1): Europe's, its neighbours', and those that French buyers meet most. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  (
    "AT:AUT BE:BEL BG:BGR CY:CYP CZ:CZE DE:DEU DK:DNK EE:EST ES:ESP FI:FIN FR:FRA GR:GRC HR:HRV HU:HUN IE:IRL " +
    "IT:ITA LT:LTU LU:LUX LV:LVA MT:MLT NL:NLD PL:POL PT:PRT RO:ROU SE:SWE SI:SVN SK:SVK IS:ISL LI:LIE NO:NOR " +
    "CH:CHE GB:GBR MC:MCO AD:AND SM:SMR CA:CAN DZ:DZA MA:MAR TN:TUN TR:TUR US:USA"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

function countryOf({ dossier }: Membre): string | undefined {
  const pays = heldValue(dossier, "pays") ?? (heldValue(dossier, "etabliEnFrance") === true ? "FR" : undefined);
  return pays === undefined ? undefined : COUNTRIES.get(pays);
}

const OURS = { schemeAgencyID: "PLI-PRET" };
const EDM_VERSION = { schemeAgencyID: "OP", schemeVersionID: EDM.version };

function head(asked: ResponseRequest, { cbc }: Maker, procedure: readonly Element[]): Element[] {
  const { candidature, membre, request, uuid, madeAt } = asked;
  const reference = request?.reference ?? candidature.consultation.reference ?? "";
  const instant = new Date(madeAt).toISOString();
  const agency = at(request?.root, "ContractFolderID")?.getAttribute("schemeAgencyID") ?? OURS.schemeAgencyID;
  return [
    cbc("UBLVersionID", "2.3", { schemeAgencyID: "OASIS-UBL-TC" }),
    cbc("ProfileExecutionID", EDM.profile, EDM_VERSION),
    cbc("ID", `${membre.dossier.siret}-${uuid.slice(0, 8)}`, OURS),
    cbc("CopyIndicator", "false"),
    cbc("UUID", uuid, { schemeID: "ISO/IEC 9834-8:2008 - 4UUID", ...OURS, schemeVersionID: EDM.version }),
    cbc("ContractFolderID", reference, { schemeAgencyID: agency }),
    cbc("IssueDate", instant.slice(0, 10)),
    cbc("IssueTime", `${instant.slice(11, 19)}Z`),
    ...(candidature.membres.length > 1 ? [cbc("EconomicOperatorGroupName", groupNameOf(candidature))] : []),
    cbc("VersionID", EDM.version, EDM_VERSION),
    ...procedure,
  ];
}

const COUNTRY = authority("country", "20250924-0");

function buyer({ candidature: { consultation } }: ResponseRequest, { cac, cbc }: Maker): Element {
  const { acheteurNom, acheteurSiret } = consultation;
  return cac(
    "ContractingParty",
    cac(
      "Party",
      acheteurSiret === undefined
        ? null
        : cac("PartyIdentification", cbc("ID", acheteurSiret, { schemeAgencyID: "INSEE", schemeID: "NATIONAL" })),
      acheteurNom === undefined ? null : cac("PartyName", cbc("Name", acheteurNom)),
    ),
  );
}

function operator({ candidature, membre, taille }: ResponseRequest, { cac, cbc }: Maker): Element {
  const { dossier } = membre;
  const size = taille ?? (heldValue(dossier, "estPme") === true ? "sme" : "large");
  const optional = (name: string, value: string | undefined) => (value === undefined ? null : cbc(name, value));
  const contact = [
    optional("Name", heldValue(dossier, "contactNomComplet")),
    optional("Telephone", heldValue(dossier, "contactTelephone")),
    optional("Telefax", heldValue(dossier, "contactFax")),
    optional("ElectronicMail", heldValue(dossier, "contactEmail")),
  ];
  return cac(
    "EconomicOperatorParty",
    cac("EconomicOperatorRole", cbc("RoleCode", roleOf(candidature, membre), authority("eo-role-type", "20211208-0"))),
    cac(
      "Party",
      optional("WebsiteURI", heldValue(dossier, "siteWeb")),
      cbc("IndustryClassificationCode", size, authority("economic-operator-size", "20250924-0")),
      cac("PartyIdentification", cbc("ID", dossier.siret, { schemeAgencyID: "INSEE", schemeID: "NATIONAL" })),
      cac("PartyName", cbc("Name", known(dossier, "raisonSociale")?.text ?? "")),
      cac(
        "PostalAddress",
        optional("StreetName", heldValue(dossier, "adresseLigne1")),
        optional("AdditionalStreetName", heldValue(dossier, "adresseComplement")),
        optional("CityName", heldValue(dossier, "commune")),
        optional("PostalZone", heldValue(dossier, "codePostal")),
        cac("Country", cbc("IdentificationCode", countryOf(membre) ?? "", COUNTRY)),
      ),
      contact.every((part) => part === null) ? null : cac("Contact", ...contact),
    ),
  );
}

function project({ candidature: { consultation } }: ResponseRequest, { cac, cbc }: Maker): Element {
  return cac("ProcurementProject", cbc("Description", consultation.objet ?? consultation.reference ?? ""));
}

/** One lot for each response (BR-LOT-10): LOT-0000 is the standard's id for a market without lots. */
function lot({ lot, request }: ResponseRequest, { cac, cbc }: Maker): Element {
  const [only] = request?.lots ?? [];
  return cac("ProcurementProjectLot", cbc("ID", lot ?? only ?? "LOT-0000", CRITERION_ID));
}

/** All grounds; other criteria only when they are answered. */
function ownCriteria(asked: ResponseRequest, maker: Maker): Element[] {
  const all = skeleton(maker, () => true);
  const holder = maker.cac("Holder", ...all);
  const criteria = criteriaOf(holder);
  const answered = new Set(answersOf(criteria, asked.candidature, asked.membre, asked.person).map(({ question }) => question));
  const grounds: readonly string[] = GROUNDS;
  const kept = new Set(
    criteria.filter(({ code, questions }) => grounds.includes(code) || questions.some(({ id }) => answered.has(id))).map(({ id }) => id),
  );
  return all.filter((element) => kept.has(textAt(element, "ID")));
}

function answerElement({ cac, cbc }: Maker, { question, value }: Answered, rank: number): Element {
  const number = String(rank).padStart(4, "0");
  const body =
    "until" in value ? period(value, { cac, cbc }) : cac("ResponseValue", cbc("ID", `RV${number}`, OURS), responseOf(value, { cac, cbc }));
  return cac(
    "TenderingCriterionResponse",
    cbc("ID", `R${number}`, OURS),
    cbc("ValidatedCriterionPropertyID", question, CRITERION_ID),
    body,
  );
}

function period({ from, until }: Extract<Value, { until: string }>, { cac, cbc }: Maker): Element {
  return cac("ApplicablePeriod", from === undefined ? null : cbc("StartDate", from), cbc("EndDate", until));
}

function responseOf(value: Exclude<Value, { until: string }>, { cbc }: Maker): Element {
  if ("indicator" in value) return cbc("ResponseIndicator", String(value.indicator));
  if ("amount" in value) return cbc("ResponseAmount", String(value.amount), { currencyID: "EUR" });
  if ("integer" in value) return cbc("ResponseQuantity", String(value.integer));
  if ("year" in value) return cbc("ResponseQuantity", String(value.year), { unitCode: "YEAR" });
  if ("date" in value) return cbc("ResponseDate", value.date);
  if ("role" in value) return cbc("ResponseCode", value.role satisfies Role, authority("eo-role-type", "20211208-0"));
  return cbc("Description", value.text);
}
