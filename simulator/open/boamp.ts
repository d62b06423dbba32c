/** The BOAMP on Opendatasoft: result notices with their whole eForms text as JSON in a string. */
import { Hono } from "hono";
import { DEMO_BUYER, type DemoCompany, demoCompanyOf } from "../companies.ts";
import type { World } from "../world.ts";

const organisation = (id: string, name: string, number: string) => ({
  "efac:Company": {
    "cac:PartyIdentification": { "cbc:ID": { "@schemeName": "organization", "#text": id } },
    "cac:PartyName": { "cbc:Name": { "@languageID": "FRA", "#text": name } },
    "cac:PartyLegalEntity": { "cbc:CompanyID": number },
  },
});

/** The award of a company's contract: the same ones as in the essential data. */
function record(world: World, { siret, name, marches }: DemoCompany, at: number) {
  const marche = marches[at];
  const [award] = marche?.states ?? [];
  if (marche === undefined || award === undefined) return [];
  const idweb = `25-${String(90_001 + at)}`;
  const extension = {
    "efac:NoticeResult": {
      "efac:LotResult": {
        "cbc:TenderResultCode": { "@listName": "winner-selection-status", "#text": "selec-w" },
        "efac:LotTender": { "cbc:ID": "TEN-0001" },
        "efac:SettledContract": { "cbc:ID": "CON-0001" },
        "efac:TenderLot": { "cbc:ID": "LOT-0001" },
      },
      "efac:LotTender": {
        "cbc:ID": { "@schemeName": "tender", "#text": "TEN-0001" },
        "cac:LegalMonetaryTotal": { "cbc:PayableAmount": { "@currencyID": "EUR", "#text": String(award.montant) } },
        "efac:TenderingParty": { "cbc:ID": "TPA-0001" },
        "efac:TenderLot": { "cbc:ID": "LOT-0001" },
      },
      "efac:SettledContract": {
        "cbc:ID": { "@schemeName": "contract", "#text": "CON-0001" },
        "cbc:IssueDate": `${world.day(award.on)}+02:00`,
        "efac:LotTender": { "cbc:ID": "TEN-0001" },
      },
      "efac:TenderingParty": {
        "cbc:ID": { "@schemeName": "tendering-party", "#text": "TPA-0001" },
        "efac:Tenderer": { "cbc:ID": "ORG-0002" },
      },
    },
    "efac:Organizations": {
      "efac:Organization": [organisation("ORG-0001", DEMO_BUYER.name, DEMO_BUYER.siret), organisation("ORG-0002", name, siret)],
    },
  };
  const notice = {
    "ext:UBLExtensions": { "ext:UBLExtension": { "ext:ExtensionContent": { "efext:EformsExtension": extension } } },
    "cac:ContractingParty": { "cac:Party": { "cac:PartyIdentification": { "cbc:ID": "ORG-0001" } } },
    "cac:ProcurementProject": {
      "cbc:Name": { "@languageID": "FRA", "#text": marche.objet },
      "cac:MainCommodityClassification": { "cbc:ItemClassificationCode": { "@listName": "cpv", "#text": marche.cpv } },
    },
    "cac:ProcurementProjectLot": { "cbc:ID": { "@schemeName": "Lot", "#text": "LOT-0001" } },
  };
  const donnees = JSON.stringify({ EFORMS: { ContractAwardNotice: notice } });
  return [{ idweb, nature: "ATTRIBUTION", etat: "INITIAL", annonce_lie: null, donnees }];
}

export function boamp(world: World): Hono {
  const app = new Hono();
  app.get("/api/explore/v2.1/catalog/datasets/boamp/records", (context) => {
    const siret = /search\(donnees, ?"(\d{14})"\)/.exec(context.req.query("where") ?? "")?.[1];
    if (siret === undefined) return context.json({ error_code: "ODSQLError", message: "where attendu" }, 400);
    const company = demoCompanyOf(siret);
    const results = company === undefined ? [] : company.marches.flatMap((_, at) => record(world, company, at));
    return context.json({ total_count: results.length, results });
  });
  return app;
}
