/** What a page is for, on evidence made by hand: clear, perhaps, or nobody's form. */
import { describe, expect, test } from "vitest";
import { type Asked, evidenceOf, read } from "./evidence.ts";

const COMPANY: readonly Asked[] = [{ label: "SIRET" }, { label: "Raison sociale" }];

describe("a page", () => {
  test("a page that adds an entry to a list in the site's menu is a record that the site keeps; one's own candidature is not", () => {
    const kept = (title: string, menu: string[]) =>
      read(evidenceOf(title, [...COMPANY, { label: "Ville" }, { label: "Code NAF" }], { menu }))[0];
    expect(kept("Nouvel intervenant – Zingueries", ["Immeubles", "Intervenants"])).toBe("-");
    expect(kept("Ajouter un zingueur", ["Zingueurs"])).toBe("-");
    expect(kept("Nouvelle candidature au lot 2", ["Candidatures"])).toBe("siret");
    expect(kept("Créer une entreprise", ["Entreprise", "Aide"])).toBe("siret?");
  });

  test.each([
    "Fournisseurs › Zinguerie Lys › Modifier",
    "Tiers | Nouveau",
    "Saisir une offre reçue – Consultations internes",
    "Agent › Saisir l'attribution du marché 26-12",
    "Candidater à un apprentissage",
    "Consultation 26-04 : fournisseurs consultés",
  ])("« %s » is a buyer's own tool, or takes somebody on", (title) => expect(read(evidenceOf(title, COMPANY))).toEqual(["-", "-"]));

  test.each([
    "Candidature au prix des entreprises",
    "Candidature pour le label zingueur",
    "Votre réponse à l'enquête annuelle",
    "Inscription à la formation : répondre aux marchés publics",
    "Caution de soumission : demande",
    "Consultation juridique : votre demande",
    "Attributaire du marché",
    "Votre essai de la veille marchés publics",
    "Financez vos factures de marchés publics",
    "Ne manquez plus un appel d'offres",
    "Zingage : demande de consultation à domicile",
    "Demande d'audit de certification : entreprise candidate",
    "Garanties sur marchés de travaux : demande de garantie de retenue",
    "Département de la Lys – Rejoindre le label",
    "Groupement d'achat d'énergie : inscrire mon entreprise",
    "Évaluer un titulaire – Marchés – Ville de Lys",
    "Candidature pour une place au marché couvert – Ville de Lys",
    "Avance sur marché public : titulaire",
  ])("« %s » is never clear", (title) => {
    const told = read(evidenceOf(title, [...COMPANY, { label: "Code NAF" }, { label: "Ville" }]));
    expect(told.every((one) => one === "-" || one.endsWith("?"))).toBe(true);
  });
  test.each([
    "Candidature au marché public de zinguerie",
    "Candidature au marché de travaux",
    "Candidature à la consultation 26-04",
    "Procédure adaptée : votre réponse",
    "Remise des candidatures et des offres",
    "Lettre de candidature DC1 en ligne",
    "Candidature – Lot 2",
    "Suivi du marché 26Z0147 : votre interlocuteur",
    "Attributaire du marché : vos attestations",
    "Consultation : travaux de raccordement au réseau",
    "Appel d'offres – Enquêtes de satisfaction et médiation sociale",
    "Inscription fournisseur",
    "Référencement des traiteurs – Département de la Lys",
    "Supplier registration",
    "Inscription de votre société",
    "Zinguia – Créer un compte entreprise",
  ])("« %s » is clear", (title) => expect(read(evidenceOf(title, COMPANY))).toEqual(["siret", "raisonSociale"]));

  test.each([
    "Candidature",
    "Dossier de candidature",
    "Candidature au marché de Noël – Ville de Lys",
    "Demande d'enregistrement en tant qu'opérateur économique",
    "Demande de qualification",
    "Appel à projets : dépôt du dossier",
    "Inscription vendeur professionnel | Galerie zingueuse",
    "Adhésion d'un metteur en marché",
    "Demande de vérification du droit de consultation",
    "Étude de marché : votre société",
    "Déclaration de sous-traitance (DC4)",
    "Déclarer l'activité d'un prestataire de zingage",
  ])("« %s » may be for anybody, and writes nothing by one click", (title) => {
    const told = read(evidenceOf(title, [...COMPANY, { label: "Code NAF" }, { label: "Ville" }]));
    expect(told.every((one) => one === "-" || one.endsWith("?"))).toBe(true);
  });

  test("a registration is plain when each of its titles is, and it asks hardly more than who the company is", () => {
    const title = "Zinguia – Inscription de votre société";
    const asked = [...COMPANY, { label: "Code NAF" }, { label: "Forme juridique" }];
    expect(read(evidenceOf(title, asked))[0]).toBe("siret");
    const main = ["Inscription de votre société"];
    expect(read(evidenceOf(title, asked, { main, headings: [...main, "Zinguia et vous"] }))[0]).toBe("siret");
    expect(read(evidenceOf(title, asked, { main, headings: [...main, "Vos zingages"] }))[0]).toBe("siret?");
    const own = ["Puissance zinguée", "Emplacement souhaité"].map((label) => ({ label }));
    expect(read(evidenceOf(title, [...asked, ...own]))[0]).toBe("siret?");
    expect(read(evidenceOf(title, [...asked, { label: "IBAN" }, { label: "BIC" }]))[0]).toBe("siret?");
  });

  test("whose pieces speak of employment is no job offer; one that asks persons alone is nobody's", () => {
    const under = ["Emploi des travailleurs handicapés"];
    const pieces: Asked[] = ["Attestation de vigilance", "RIB"].map((label) => ({ label, type: "file", input: "file", under }));
    expect(read(evidenceOf("Pièces de l'attributaire", pieces))[0]).toMatch(/^document.attestationVigilance/);
    const persons: Asked[] = ["Nom", "Prénom", "E-mail", "Téléphone"].map((label) => ({ label, under: ["Contact métier"] }));
    expect(read(evidenceOf("Les personnes impliquées", persons))).toEqual(["-", "-", "-", "-"]);
  });

  test("a financial capacity alone is no buyer's: carriers prove theirs; who swears presents their own company", () => {
    const carrier: Asked[] = [...COMPANY, { label: "Attestation de capacité financière", type: "file", input: "file" }];
    expect(read(evidenceOf("Registre : demande d'inscription", carrier)).slice(0, 2)).toEqual(["siret?", "raisonSociale?"]);
    const oath: Asked = { label: "J'atteste sur l'honneur l'exactitude de ces zingages", type: "checkbox", input: "checkbox" };
    const title = "Centre hospitalier de Lys – Registre des fournisseurs";
    expect(read(evidenceOf(title, COMPANY))).toEqual(["siret?", "raisonSociale?"]);
    expect(read(evidenceOf(title, [...COMPANY, oath])).slice(0, 2)).toEqual(["siret", "raisonSociale"]);
  });

  test("the account of whoever answers markets is known by its menu; a job site's, where one applies too, is not", () => {
    const account = (menu: string[]) => read(evidenceOf("Mon compte", [{ label: "Adresse" }, ...COMPANY, { label: "Code NAF" }], { menu }));
    expect(account(["Toutes les consultations", "Mes dépôts", "Mon compte"])[1]).toBe("siret");
    expect(account(["Mes retraits", "Mes plis"])[1]).toBe("siret");
    expect(account(["Mes candidatures", "Mes offres", "Mon compte"])[1]).toBe("siret?");
    expect(account(["Consultations", "Registre des dépôts"])[1]).not.toBe("siret");
  });

  test("suppliers and buyers named by a block or a label are those of whoever answers", () => {
    const page = (under: string) => evidenceOf("Département de la Lys : le candidat", [...COMPANY, { label: "Zingueurs", under: [under] }]);
    expect(read(page("Fournisseurs principaux"))[0]).toBe("siret?");
    expect(read(page("Échanges avec l'acheteur"))[0]).toBe("siret");
  });

  test("who answers for something under « Représentants légaux » is no legal representative; a control named by a search is one", () => {
    const person = (under: string[]): Asked[] => [
      { label: "Nom", under },
      { label: "Prénom", under },
    ];
    const asked = (under: string[]) => read(evidenceOf("Candidature à la consultation", [...COMPANY, ...person(under)]))[2];
    expect(asked(["Gérant", "Représentants légaux"])).toMatch(/^dirigeantNom/);
    expect(asked(["Responsable du zingage", "Représentants légaux"])).toMatch(/^contactNom/);
    const named = (name: string) => read(evidenceOf("Candidature à la consultation", [...COMPANY, { label: "Code NAF", name }]))[2];
    expect(named("ctl0$AdvancedSearch$naf")).toBe("-");
    expect(named("ctl0$Entreprise$naf")).toBe("codeNaf");
  });

  test("the candidate who presents itself to the buyers is no buyer", () => {
    expect(read(evidenceOf("Présentez-vous à nos acheteurs : votre entreprise", COMPANY))[0]).toMatch(/^siret/);
    expect(
      read(
        evidenceOf(
          "Candidature au marché",
          COMPANY.map((one) => ({ ...one, under: ["Acheteurs"] })),
        ),
      ),
    ).toEqual(["-", "-"]);
  });

  test("where a company leaves a shop for the delivery is a shop's", () => {
    const forms = [{ searches: false, subscribes: false, texts: 2, buttons: ["Continuer vers la livraison"], action: "" }];
    expect(read(evidenceOf("Compte professionnel", COMPANY, { forms }))).toEqual(["-", "-"]);
  });

  test("where a pli is handed in is no offer's rebate", () => {
    expect(read(evidenceOf("Remise du pli électronique", COMPANY))).toEqual(["siret", "raisonSociale"]);
    const rebate: Asked[] = [{ label: "Ville", under: ["Remises consenties"] }];
    expect(read(evidenceOf("Candidature à la consultation", [...COMPANY, ...rebate]))[2]).toBe("-");
  });
});
