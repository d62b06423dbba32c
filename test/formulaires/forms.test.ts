/** DC1, DC2 and DC4: the dossier's values are printed, missing ones are left as fields, sworn statements are never ticked. */
import { PDFCheckBox, PDFDocument, PDFRadioGroup, PDFTextField } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { TYPEFACES } from "../../scripts/documents/typefaces.ts";
import { FIELD_KEYS } from "../../src/domain/fields.ts";
import type { ContractReference, Means } from "../../src/domain/means.ts";
import { formatSiret } from "../../src/domain/siret.ts";
import type { Candidature } from "../../src/formulaires/candidature.ts";
import { dc1Of } from "../../src/formulaires/dc1.ts";
import { dc2Of } from "../../src/formulaires/dc2.ts";
import { dc4Of } from "../../src/formulaires/dc4.ts";
import { drawForm } from "../../src/formulaires/draw.ts";
import { type Form, recordOf } from "../../src/formulaires/form.ts";
import { type MadeForm, makeForms } from "../../src/formulaires/make.ts";
import { recapOf } from "../../src/formulaires/recap.ts";
import { PROBLEMS } from "../../src/formulaires/words.ts";
import { attachedTo, faultsOf, missing, textOfPages } from "../documents/tools.ts";
import { COMPLETE, candidatureOf, dossierOf, ENTERED, MADE_AT, siretOf } from "./candidature-world.ts";

const ALONE = candidatureOf([{ dossier: dossierOf(1, { facts: COMPLETE, manual: ENTERED }) }]);
const subcontractor = { dossier: dossierOf(2, { facts: { raisonSociale: "Sous-traitance du Léman" } }), prestations: "Marquage au sol" };

const REFERENCE: ContractReference = {
  id: "r1",
  client: "Commune d'Œuvre-sur-Essai",
  objet: "Réfection de la toiture du groupe scolaire",
  amount: 402_500,
  maximum: true,
  from: "2024-03-01",
  until: "2025-06-30",
  contact: { name: "Noé Été", phone: "+33 1 99 00 00 00" },
  published: { provider: "DECP", ids: ["2024TRX007"], readOn: "2026-11-24" },
};
const MEANS: Means = {
  references: [REFERENCE, { id: "r2", client: "Syndicat d'Essai", objet: "Entretien", contact: {} }],
  team: [
    {
      id: "t1",
      lastName: "Noël",
      firstName: "Zoë",
      role: "Conductrice de travaux",
      qualifications: "CACES R482",
      experience: 12,
      leads: false,
    },
  ],
  equipment: [{ id: "e1", name: "Nacelle", count: 2, about: "18 m" }],
  headcounts: [{ id: "h1", year: 2025, average: 41, leaders: 5 }],
};

async function madeOf(candidature: Candidature): Promise<readonly MadeForm[]> {
  const made = await makeForms(candidature, MADE_AT, TYPEFACES);
  if (made.state === "refused") throw new Error(made.problem.code);
  return made.forms;
}

const squeezed = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ");
const textOf = ({ bytes }: MadeForm) => squeezed(textOfPages(bytes));

/** "label value" of each known line. */
function told(form: Form): string[] {
  return form.rubrics.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === "text" && line.known !== null ? [squeezed(`${line.label} ${line.known.text}`)] : [])),
  );
}

describe.skipIf(missing("pdftotext", "pdfdetach", "qpdf").length > 0)("the printed text", () => {
  test("is the dossier's, field by field, with accents and the euro sign", async () => {
    const candidature: Candidature = { ...ALONE, sousTraitants: [subcontractor], confirmed: ["caMoyen", "statutEss"] };
    const [membre] = candidature.membres;
    const forms = [dc1Of(candidature), dc2Of(candidature, membre, null), dc4Of(candidature, subcontractor)];
    const made = await madeOf(candidature);
    expect(made.map(({ code }) => code)).toEqual(["DC1", "DC2", "DC4"]);
    for (const [at, form] of forms.entries()) {
      const one = made[at] as MadeForm;
      expect(faultsOf(one.bytes)).toBe("");
      const text = textOf(one);
      for (const line of told(form)) expect(text).toContain(line);
    }
    const [dc1, dc2] = made.map(textOf);
    expect(dc1).toContain("Dénomination sociale Œuvres & Bâtiments d'Été « L'Étoile du Nord », société coopérative d'intérêt");
    expect(dc1).toContain("Adresse de l'établissement 12 bis rue de l'Œuf-à-la-Coque, Bâtiment Ç, 69001 Lyon");
    expect(dc1).toContain("F2. Renseignements pour y accéder Code : A€-123");
    expect(dc1).toContain("X pour tous les lots de la procédure");
    expect(dc2).toContain("Clos le 31/12/2025 31/12/2024 31/12/2023");
    expect(dc2).toContain("Chiffre d'affaires global HT 6 480 200,5 € 5 912 750 € 5 377 900 €");
    expect(dc2).toContain("Chiffre d'affaires moyen sur trois exercices : 5 923 617 €");
    expect(dc2).toContain("X Entreprise de l'économie sociale et solidaire");
    expect(dc2).toMatch(/2003\/361\/CE\) X Oui Non/);
    expect(dc2).toContain("Effectif moyen annuel N-1 42");
  });

  test("has its origin in the document's own record", async () => {
    const [dc1] = await madeOf(ALONE);
    const record = JSON.parse(new TextDecoder().decode(attachedTo(dc1?.bytes ?? new Uint8Array()).get("origine-des-renseignements.json")));
    expect(record.values).toEqual(JSON.parse(JSON.stringify(dc1?.record)));
    const from = (name: string) => record.values.find((one: { name: string }) => one.name === name).from;
    expect(from("D_raisonSociale")).toMatchObject({
      field: "raisonSociale",
      origin: { from: "source", provenance: { provider: "INSEE" } },
    });
    expect(from("D_contactEmail")).toMatchObject({ field: "contactEmail", origin: { from: "manual" } });
    expect(from("D_adresseComplete").origin.of).toContain("codePostal");
    expect(from("B_objet")).toEqual({ from: "consultation" });
  });

  test("of a group of forty companies with forty officers fills its pages, and each DC2 holds only its own company", async () => {
    const dirigeants = Array.from({ length: 40 }, (_, at) => ({ nom: `Dirigeant${at}`, prenom: "Zoé", qualite: "Gérant" }));
    const membres = Array.from({ length: 40 }, (_, at) => ({
      dossier: dossierOf(100 + at, { facts: { raisonSociale: `Société n° ${at} de l'Été` }, dirigeants }),
      prestations: `Prestation ${at}`,
    }));
    const [first, ...others] = membres;
    if (first === undefined) throw new Error("No member.");
    const group = candidatureOf([first, ...others], { mandataireSolidaire: true });
    const { bytes, pages } = await drawForm(dc1Of(group), { author: "Groupement", madeAt: MADE_AT }, TYPEFACES);
    expect(pages).toBe(3);
    expect(faultsOf(bytes)).toBe("");
    const dc1 = squeezed(textOfPages(bytes));
    membres.forEach((membre, at) => {
      expect(dc1).toContain(`Société n° ${at} de l'Été, ${formatSiret(siretOf(100 + at))} Prestation ${at}`);
      const own = JSON.stringify(dc2Of(group, membre, null));
      expect([...own.matchAll(/"Société n° (\d+) de l'Été"/g)].map(([, rank]) => Number(rank))).toEqual([at]);
    });
  });

  test("of a row taller than a page goes on over the next ones, to its last word", async () => {
    const [shown] = ALONE.membres;
    const objet = Array.from({ length: 900 }, (_, at) => `chantier${at}`).join(" ");
    const means = { ...MEANS, references: [{ ...REFERENCE, objet }] };
    const dc2 = (await madeOf({ ...ALONE, membres: [{ ...shown, means }] }))[1] as MadeForm;
    const text = textOf(dc2);
    expect(objet.split(" ").filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain("Conductrice de travaux");
  });

  test("holds the references, the people, the equipment and the headcounts that the member shows, each with its origin", async () => {
    const [shown] = ALONE.membres;
    const dc2 = (await madeOf({ ...ALONE, membres: [{ ...shown, means: MEANS }] }))[1] as MadeForm;
    const text = textOf(dc2);
    expect(text).toContain("Référence : objet Client, contact Montant Dates");
    expect(text).toMatch(/Réfection de la toiture .*402 500 € HT,/);
    expect(text).toMatch(/maximum de .*l'accord-cadre/);
    expect(text).toContain("Zoë Noël Conductrice de travaux CACES R482");
    expect(text).toContain("Nacelle 2 18 m");
    expect(text).toContain("2025 41 5");
    // The register's values give way to the means that the person shows.
    expect(text).not.toContain("Effectif moyen annuel N-1");
    const from = (name: string) => dc2.record.find((one) => one.name === name)?.from;
    expect(from("G1_reference_1_montant")).toEqual({ from: "published", provider: "DECP", on: "2026-11-24" });
    expect([from("G1_reference_1_dates"), from("G1_equipe_1_nom")]).toEqual([{ from: "means" }, { from: "means" }]);
    // A reference without amount leaves its cell to the person.
    expect(dc2.left.map(({ name }) => name)).toContain("G1_reference_2_montant");
    // The contact is the client's; the company's own stays in its rubric.
    expect(text.match(/marches@etoile\.example/g)).toHaveLength(1);
  });

  test("is never a mask, whatever its origin", async () => {
    const dossier = dossierOf(3, {
      facts: { raisonSociale: "Atelier" },
      manual: { contactEmail: "[ND]@example.org", nomCommercial: "[NON-DIFFUSIBLE]" },
    });
    const forms = await madeOf(candidatureOf([{ dossier }], { consultation: { acheteurNom: "[ND]" } }));
    for (const form of forms) {
      expect(textOf(form)).not.toMatch(/\[\s*N[DO]/);
      expect(JSON.stringify(form.record)).not.toMatch(/\[\s*N[DO]/);
    }
  });
});

describe("an unknown value", () => {
  test("is an empty field named after its line, which a screen reader can announce", async () => {
    const forms = await madeOf({
      ...candidatureOf([{ dossier: dossierOf(4, {}) }], { portee: null, forme: null }),
      sousTraitants: [subcontractor],
    });
    for (const { bytes, left } of forms) {
      const fields = (await PDFDocument.load(bytes)).getForm().getFields();
      expect(fields.map((field) => field.getName()).sort()).toEqual(left.map(({ name }) => name).sort());
      for (const field of fields) {
        if (field instanceof PDFTextField) expect(field.getText()).toBeUndefined();
        if (field instanceof PDFRadioGroup) expect(field.getSelected()).toBeUndefined();
        expect(field.isReadOnly()).toBe(false);
        expect(String(field.acroField.dict)).toContain("/TU");
      }
    }
  });

  test("can be filled in and saved, with accents and the euro sign", async () => {
    const [, dc2] = await madeOf(candidatureOf([{ dossier: dossierOf(4, {}) }]));
    const doc = await PDFDocument.load(dc2?.bytes ?? new Uint8Array());
    doc.getForm().getTextField("F1_chiffreAffairesN1").setText("1 250 000 € (clôturé à l'été)");
    doc.getForm().getRadioGroup("C1_estPme").select("oui");
    const again = (await PDFDocument.load(await doc.save())).getForm();
    expect(again.getTextField("F1_chiffreAffairesN1").getText()).toBe("1 250 000 € (clôturé à l'été)");
    expect(again.getRadioGroup("C1_estPme").getSelected()).toBe("oui");
  });

  test("is never guessed: a size that INSEE does not give, a share of turnover, a year that is missing", () => {
    const { categorieEntreprise: _, chiffreAffairesN2: __, ...facts } = COMPLETE;
    const form = dc2Of(ALONE, { dossier: dossierOf(5, { facts }) }, null);
    const printed = new Map(recordOf(form).map(({ name, text }) => [name, text]));
    expect(printed.has("C1_estPme")).toBe(false);
    expect(printed.has("F1_chiffreAffairesN2")).toBe(false);
    expect(printed.has("F1_partN1")).toBe(false);
    expect(printed.get("F1_dateCreation")).toBe("20/03/2009");
  });
});

test("a sworn statement is never ticked, whatever the dossier says", async () => {
  const dossier = dossierOf(6, { facts: COMPLETE, manual: { ...ENTERED, declarationHonneur: true } });
  const forms = await madeOf({ ...candidatureOf([{ dossier }], { confirmed: FIELD_KEYS }), sousTraitants: [subcontractor] });
  for (const { bytes, left } of forms) {
    const form = (await PDFDocument.load(bytes)).getForm();
    const sworn = left.filter((one) => one.sworn);
    expect(sworn).toHaveLength(1);
    for (const { name } of sworn) expect(form.getCheckBox(name).isChecked()).toBe(false);
    expect(form.getFields().filter((field) => field instanceof PDFCheckBox && field.isChecked())).toEqual([]);
  }
});

test("a value that only some markets ask for is printed once the person accepts it, and listed until then", async () => {
  const [, dc2] = await madeOf(ALONE);
  expect(dc2?.proposed).toEqual(["statutEss", "caMoyen"]);
  expect(dc2?.record.map(({ name }) => name)).not.toContain("C2_ess");
  const [, accepted] = await madeOf({ ...ALONE, confirmed: ["statutEss", "caMoyen"] });
  expect(accepted?.proposed).toEqual([]);
  expect(accepted?.record.map(({ name }) => name)).toContain("C2_ess");
});

test("each lot has its DC2 when the buyer's demands differ, for the members that bid for it", async () => {
  const lots = [{ numero: "1", intitule: "Voirie" }, { numero: "2" }];
  const membres = [{ dossier: dossierOf(7, { facts: COMPLETE }) }, { dossier: dossierOf(8, {}), lots: ["2"] }] as const;
  const asked = candidatureOf([...membres], { portee: { sur: "lots", lots } });
  expect((await madeOf(asked)).map(({ fileName }) => fileName)).toEqual(
    [7, 7, 8].map((rank, at) => `${at === 0 ? "dc1" : "dc2"}_${siretOf(rank)}.pdf`),
  );
  const bySiret = (await madeOf({ ...asked, besoinsParLot: true })).map(({ fileName }) => fileName);
  expect(bySiret.slice(1)).toEqual([`dc2_${siretOf(7)}_lot-1.pdf`, `dc2_${siretOf(7)}_lot-2.pdf`, `dc2_${siretOf(8)}_lot-2.pdf`]);
});

test("a form of one member names its own lots, never those of another", () => {
  const lots = [{ numero: "1", intitule: "Voirie" }, { numero: "2" }];
  const [lead, second] = [{ dossier: dossierOf(7, {}) }, { dossier: dossierOf(8, {}), lots: ["2"] }];
  const bySub = { ...subcontractor, pour: second.dossier.siret };
  const lotsIn = (form: Form) => recordOf(form).flatMap(({ name, text }) => (/_lots?$/.test(name) ? [text] : []));
  for (const [portee, all] of [
    [{ sur: "lots", lots }, "Lot 1 (Voirie), Lot 2"],
    [{ sur: "tousLots" }, "Tous les lots"],
  ] as const) {
    const asked = candidatureOf([lead, second], { portee });
    expect(lotsIn(dc2Of(asked, lead, null))).toEqual([all]);
    for (const form of [dc2Of(asked, second, null), recapOf(asked, second, []), dc4Of(asked, bySub)])
      expect(lotsIn(form)).toEqual(["Lot 2"]);
    expect(lotsIn(dc1Of(asked)).at(-1)).toBe("2");
  }
});

test("a subcontractor's capacities are relied on only once the person says so", () => {
  const [membre] = ALONE.membres;
  const relied = (invoque: boolean) => {
    const form = dc2Of({ ...ALONE, sousTraitants: [{ ...subcontractor, invoque }] }, membre, null);
    return recordOf(form).filter(({ rubric }) => rubric === "H");
  };
  expect(relied(false)).toEqual([]);
  expect(JSON.stringify(relied(true))).toContain("Sous-traitance du Léman");
});

describe("a subcontractor established outside France", () => {
  const etranger = { name: "Toitures de Meuse SRL", country: "Belgique", number: "BE 0123.456.749" };
  const abroad = { etranger, prestations: "Zinguerie", invoque: true };

  test("has its DC4 without a SIRET: its name, country and number as typed, all else left", async () => {
    const form = dc4Of(ALONE, abroad);
    expect(recordOf(form).flatMap(({ rubric, text, from }) => (rubric === "E" ? [[text, from]] : []))).toEqual(
      [etranger.name, etranger.country, etranger.number].map((text) => [text, { from: "choice" }]),
    );
    const made = (await madeOf({ ...ALONE, sousTraitants: [abroad, subcontractor] })).filter(({ code }) => code === "DC4");
    expect(made.map(({ siret, subject, fileName }) => [siret, subject, fileName])).toEqual([
      [null, etranger.name, "dc4_belgique-be0123456749.pdf"],
      [siretOf(2), "Sous-traitance du Léman", `dc4_${siretOf(2)}.pdf`],
    ]);
    const [first] = made;
    expect(textOf(first as MadeForm)).toMatch(/Toitures de Meuse SRL.*Belgique.*BE 0123\.456\.749/s);
    expect(first?.left.map(({ label }) => label)).not.toContain("SIRET");
  });

  test("is named in the DC2 when its capacities are relied on", () => {
    const [membre] = ALONE.membres;
    const relied = recordOf(dc2Of({ ...ALONE, sousTraitants: [abroad] }, membre, null)).filter(({ rubric }) => rubric === "H");
    expect(relied.map(({ text }) => text)).toEqual([etranger.name, etranger.country, etranger.number]);
  });

  test("is the same one however its number is written", async () => {
    const again = { etranger: { ...etranger, country: "BELGIQUE", number: "be0123456749" } };
    const made = await makeForms({ ...ALONE, sousTraitants: [abroad, again] }, MADE_AT, TYPEFACES);
    expect(made).toMatchObject({ state: "refused", problem: { code: "sameSubcontractor", detail: "be0123456749" } });
  });
});

test("the same candidature at the same instant gives the same bytes", async () => {
  const [one, other] = [await madeOf(ALONE), await madeOf(ALONE)];
  expect(one.map(({ sha256 }) => sha256)).toEqual(other.map(({ sha256 }) => sha256));
});

const first = { dossier: dossierOf(1, {}) };
const second = { dossier: dossierOf(2, {}) };
test.each<[string, Candidature]>([
  ["sameSiret", candidatureOf([first, first])],
  ["sameSubcontractor", { ...candidatureOf([first]), sousTraitants: [subcontractor, subcontractor] }],
  ["ownSubcontractor", { ...candidatureOf([first]), sousTraitants: [first] }],
  ["soloGroup", candidatureOf([first, second], { forme: "seul" })],
  ["loneGroup", candidatureOf([first], { forme: "solidaire" })],
  ["mandataireOfSolidaire", candidatureOf([first, second], { forme: "solidaire", mandataireSolidaire: true })],
  ["noLot", candidatureOf([first], { portee: { sur: "lots", lots: [] } })],
  ["sameLot", candidatureOf([first], { portee: { sur: "lots", lots: [{ numero: "1" }, { numero: "1" }] } })],
  ["memberLot", candidatureOf([{ ...first, lots: ["3"] }], { portee: { sur: "lots", lots: [{ numero: "1" }] } })],
])("%s: no form is made, and a sentence says what to do", async (code, candidature) => {
  const made = await makeForms(candidature, MADE_AT, TYPEFACES);
  expect(made).toMatchObject({ state: "refused", problem: { code } });
  if (made.state === "refused")
    expect(PROBLEMS[made.problem.code](made.problem.detail)).toMatch(/\. (Gardez|Retirez|Choisissez|Ajoutez|Donnez)/);
});
