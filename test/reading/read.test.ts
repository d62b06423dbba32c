/** The reader in a real Chromium, one rule at a time. Whole labelled pages: `evaluate.e2e.ts`. */
import { describe, expect, test } from "vitest";
import { comparedIn } from "../../src/domain/account.ts";
import { readerStage } from "./stage.ts";

const { page: pageOfFile, readPage, readHtml, targetsOf } = readerStage();

describe("in a page", () => {
  describe("a list of references or of people", () => {
    const CANDIDATE = "<h2>Candidat</h2><label>Raison sociale <input></label><label>SIRET <input></label>";
    const cellsOf = async (html: string) =>
      (await readHtml(`<h1>Candidature</h1>${CANDIDATE}${html}`)).controls
        .slice(2)
        .map(({ target, cell }) => [target, cell && `${cell.at} ${cell.column}`]);
    const row = (count: number) => `<tr>${"<td><input></td>".repeat(count)}</tr>`;

    test("is read cell by cell under a title that says what is listed, and none of it is the company's", async () => {
      const heads = ["Client", "Objet", "Montant HT", "Année", "Contact", "Téléphone", "Lieu"].map((head) => `<th>${head}</th>`).join("");
      const cells = await cellsOf(`<h2>Références des trois dernières années</h2><table><tr>${heads}</tr>${row(7)}${row(7)}</table>`);
      const columns = ["client", "objet", "amount", "year", "contactName", "contactPhone"];
      expect(cells).toEqual([0, 1].flatMap((at) => [...columns.map((column) => [null, `${at} ${column}`]), [null, undefined]]));
    });

    test("is also read from numbered blocks", async () => {
      const block = (n: number) =>
        `<h3>Référence n° ${n}</h3><label>Maître d'ouvrage <input></label><label>Nature des travaux <textarea></textarea></label><label>Email <input></label>`;
      expect(await cellsOf(`${block(1)}${block(2)}`)).toEqual(
        [0, 1].flatMap((at) => ["client", "objet", "contactEmail"].map((column) => [null, `${at} ${column}`])),
      );
    });

    test("of people holds their names, roles and titles", async () => {
      const heads = "<th>Nom</th><th>Prénom</th><th>Fonction</th><th>Diplômes</th>";
      const cells = await cellsOf(`<h2>Équipe dédiée</h2><table><tr>${heads}</tr>${row(4)}</table>`);
      expect(cells.map(([, cell]) => cell)).toEqual(["0 lastName", "0 firstName", "0 role", "0 qualifications"]);
    });

    test.each([
      ["no title says what is listed", "<h2>Tableau</h2><table><tr><th>Objet</th><th>Montant</th></tr>ROW</table>"],
      ["it is the offer", "<h2>Offre financière, prix</h2><table><tr><th>Prestations</th><th>Montant HT</th></tr>ROW</table>"],
      ["neither a client nor an object is asked", "<h2>Références</h2><table><tr><th>Montant</th><th>Année</th></tr>ROW</table>"],
      ["one column stands twice", "<h2>Références</h2><table><tr><th>Client</th><th>Client</th></tr>ROW</table>"],
    ])("is not told where %s", async (_, html) => {
      expect((await cellsOf(html.replace("ROW", row(2)))).map(([, cell]) => cell)).toEqual([undefined, undefined]);
    });
  });

  describe("the companies of a group, and the lots", () => {
    const CANDIDATE = "<h2>Candidat</h2><label>Raison sociale <input></label><label>SIRET <input></label>";
    const read = async (html: string) =>
      (await readHtml(`<h1>Candidature</h1>${CANDIDATE}${html}`)).controls
        .slice(2)
        .map(({ target, cell, holds }) => [target ?? (cell && `${cell.list} ${cell.at} ${cell.column}`) ?? "-", cell?.said, holds ?? ""]);
    const head = "<tr><th>Rôle</th><th>Raison sociale</th><th>N° SIRET</th><th>Adresse</th><th>Ville</th><th>Part HT</th></tr>";
    const row = (said: string, siret = "") =>
      `<tr><td>${said}</td><td><input></td><td><input value="${siret}"></td>${"<td><input></td>".repeat(3)}</tr>`;

    test("the mandataire's row is the candidate's, those of the others are cells with what the page calls them", async () => {
      const group = "<h2>Composition du groupement</h2><table>HEAD</table>";
      const cells = await read(group.replace("HEAD", `${head}${row("Mandataire (vous)")}${row("Cotraitant 1", "356 000 000 00048")}`));
      expect(cells.slice(0, 2).map(([asked]) => asked)).toEqual(["raisonSociale", "siret"]);
      expect(cells.slice(5)).toEqual([
        ["members 1 name", "Cotraitant 1", ""],
        ["members 1 siret", "Cotraitant 1", "356 000 000 00048"],
        ["members 1 street", "Cotraitant 1", ""],
        ["members 1 city", "Cotraitant 1", ""],
        ["-", undefined, ""],
      ]);
    });

    test("a block of a member is read too, and its references are not the company's", async () => {
      const block = "<h2>Cotraitant n° 1</h2><label>Raison sociale <input></label><label>SIRET <input></label>";
      const references =
        "<h3>Références</h3><table><tr><th>Client</th><th>Objet</th></tr><tr><td><input></td><td><input></td></tr></table>";
      expect((await read(`${block}${references}`)).map(([asked, said]) => [asked, said])).toEqual([
        ["members 0 name", "Cotraitant n° 1"],
        ["members 0 siret", "Cotraitant n° 1"],
        ["-", undefined],
        ["-", undefined],
      ]);
    });

    test("subcontractors are not members of the group", async () => {
      const table = `<h2>Sous-traitants des membres du groupement</h2><table>${head}${row("Sous-traitant 1")}</table>`;
      expect((await read(table)).map(([asked]) => asked)).toEqual(Array(5).fill("-"));
    });

    test("boxes, buttons and lists of lots are read with their words", async () => {
      const box = (text: string) => `<label><input type="checkbox"> ${text}</label>`;
      const list =
        "<h3>Lot concerné</h3><select><option value=''>Choisir</option><option>Lot 1 : nord</option><option>Lot 2 : sud</option></select>";
      const html = `<fieldset><legend>Lots auxquels vous répondez</legend>${["Sélectionner tous les lots", "Lot 1 – Gros œuvre", "B – Écoles"].map(box).join("")}</fieldset>${list}`;
      expect((await read(html)).map(([asked, said]) => [asked, said])).toEqual([
        ["-", undefined],
        ["lots 0 lot", "Lot 1 – Gros œuvre"],
        ["lots 1 lot", "B – Écoles"],
        ["lots 2 lot", expect.any(String)],
      ]);
    });

    test.each([
      [
        "download",
        "<fieldset><legend>Dossier de consultation à télécharger</legend><label><input type=checkbox> Lot 1 – Voirie</label></fieldset>",
      ],
      ["swear", "<label><input type=checkbox> Lot 1 : je certifie avoir visité le site</label>"],
      ["are alerts", "<fieldset><legend>Recevoir des alertes</legend><label><input type=checkbox> Lot 1</label></fieldset>"],
    ])("boxes that %s are no lots of the bid", async (_, html) => {
      expect((await read(html)).map(([asked]) => asked)).not.toContainEqual(expect.stringContaining("lots"));
    });
  });

  describe("a form that sends elsewhere", () => {
    const HOST = "https://depot.portail.example/";
    const read = async (form: string) => {
      const page = pageOfFile();
      const body = `<!DOCTYPE html><html lang="fr"><body><h1>Candidature</h1>${form}</body></html>`;
      await page.route(`${HOST}**`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
      await page.goto(HOST);
      await page.unroute(`${HOST}**`);
      const { controls } = await readPage();
      return controls.map(({ tier, doubts }) => [tier, doubts.find(({ about }) => about === "elsewhere")?.text]);
    };
    const fields = `<h2>Candidat</h2><label>Raison sociale <input></label><label>SIRET <input></label><label>Code postal <input></label>
      <p>Attestation de vigilance <input type="file"></p>`;

    test.each([
      ["its action", `<form action="https://collecte.example/x" method="post">${fields}</form>`],
      ["its button", `<form action="/depot" method="post">${fields}<button formaction="http://collecte.example/">Valider</button></form>`],
    ])("by %s, says where; nothing of it is sure", async (_way, form) => {
      expect(await read(form)).toEqual(Array(4).fill(["proposed", "collecte.example"]));
    });

    test.each(["/depot", "", "https://www.portail.example/depot", "javascript:void(0)", "mailto:greffe@portail.example"])(
      "%s is the page's own site, or none",
      async (action) => {
        expect(await read(`<form action="${action}" method="post">${fields}</form>`)).toEqual(Array(4).fill(["sure", undefined]));
      },
    );
  });

  test("SIREN and NIC under one label are told apart by their lengths", async () => {
    expect(await targetsOf(`<label for=a>SIREN / SIRET</label><input id=a maxlength=9><input name=siret title=SIRET maxlength=5>`)).toEqual(
      ["siren", "nic"],
    );
  });

  test("the button that opens a part is its title, and a column that explains is not the question", async () => {
    const part = (title: string) => `<div><button type=button class="v-expansion-panel-title">${title}</button>
      <div><label>Dénomination <input></label><label>SIRET <input></label></div></div>`;
    expect(await targetsOf(`<h1>Candidature</h1>${part("Mandataire : votre société")}${part("Deuxième membre")}`)).toEqual([
      "raisonSociale",
      "siret",
      null,
      null,
    ]);
    const row = (question: string, help: string) => `<tr><td>1.1</td><td>${question}</td><td>${help}</td><td><input></td></tr>`;
    const table = (rows: string) => `<table><tr><th>N°</th><th>Question</th><th>Description</th><th>Réponse</th></tr>${rows}</table>`;
    expect(await targetsOf(table(`${row("SIRET", "Établissement concerné")}${row("", "Raison sociale")}`))).toEqual([
      "siret",
      "raisonSociale",
    ]);
  });

  test("a sentence after a question explains it", async () => {
    const asked = (question: string, help: string) => `<li><p>${question}</p><p>${help}</p><input></li>`;
    const list = [asked("Votre SIRET ?", "Il est écrit sur votre avis."), asked("Vos coordonnées :", "Raison sociale")].join("");
    expect(await targetsOf(`<h1>Candidature</h1><ol>${list}</ol>`)).toEqual(["siret", "raisonSociale"]);
  });

  test("a part's title before a control's own name is its title; a legend is the question before the name of the part around it", async () => {
    const chain = (own: string) => `<span id="n-${own}">${own}</span><input aria-labelledby="t n-${own}">`;
    const pme = "<fieldset><legend>Êtes-vous une PME ?</legend><label><input type=radio name=p> Oui</label></fieldset>";
    expect(await targetsOf(`<h1>Candidature</h1><h2 id="t">Adresse du siège</h2>${chain("Commune")}${chain("SIRET")}`)).toEqual([
      "commune",
      "siretSiege",
    ]);
    const part = `<section aria-labelledby="a"><h2 id="a">A : Informations sur l'opérateur économique</h2><label>SIRET <input></label>${pme}</section>`;
    expect(await targetsOf(`<h1>Candidature</h1>${part}`)).toEqual(["siret", "estPme"]);
  });

  test("a control in a column's head filters its rows; the caption that a component gives its group is a title", async () => {
    const head = (marks: string) => `<table><thead><tr><th>Nom <input class="${marks}"></th></tr></thead><tr><td>Aucun</td></tr></table>`;
    const own = "<h1>Candidature</h1><label>SIRET <input></label><label>Prénom <input></label>";
    expect((await readHtml(own + head("column-filter"))).controls.at(-1)?.leave).toBe("search");
    expect((await readHtml(own + head("box"))).controls.at(-1)?.leave).toBeUndefined();
    const caption = '<div><span class="form-group-caption">Sous-traitant</span><div><label>Ville <input></label></div></div>';
    expect((await targetsOf(own + caption)).at(-1)).toBeNull();
  });

  test("a phone and a fax under one label take a box each", async () => {
    const row = "<table><tr><td>Numéros de téléphone et de télécopie</td><td><input> / <input></td></tr></table>";
    expect(await targetsOf(`<h1>Candidature</h1><label>SIRET <input></label>${row}`)).toEqual(["siret", "contactTelephone", "contactFax"]);
  });

  test("a phone, a date and an IBAN are split over boxes", async () => {
    const { controls } = await readHtml(`<form><h2>Votre entreprise</h2>
      <p>Téléphone <input maxlength=2><input maxlength=2><input maxlength=2><input maxlength=2><input maxlength=2></p>
      <p>Date de création <input maxlength=2>/<input maxlength=2>/<input maxlength=4></p>
      <p>IBAN ${'<input size="4">'.repeat(6)}<input size="3"></p></form>`);
    expect(controls.slice(0, 2).map(({ target, part }) => [target, part])).toEqual([
      ["contactTelephone", { from: 0, to: 2 }],
      ["contactTelephone", { from: 2, to: 4 }],
    ]);
    expect(controls.slice(5, 8).map(({ part }) => part)).toEqual([{ piece: "day" }, { piece: "month" }, { piece: "year" }]);
    expect(controls.at(-1)).toMatchObject({ target: "iban", part: { from: 24, to: 27 } });
  });

  test("the buyer's, a member's and a subcontractor's fields are not the candidate's", async () => {
    const { controls } = await readHtml(`<h1>Candidature</h1>
      <fieldset><legend>Candidat</legend><label>SIRET <input></label><label>Raison sociale <input></label></fieldset>
      <fieldset><legend>Pouvoir adjudicateur</legend><label>SIRET <input></label></fieldset>
      <fieldset><legend>Cotraitant n° 2</legend><label>SIRET <input></label></fieldset>
      <fieldset><legend>Sous-traitant</legend><label>Raison sociale <input></label></fieldset>`);
    expect(controls.map(({ target, leave }) => [target, leave])).toEqual([
      ["siret", undefined],
      ["raisonSociale", undefined],
      [null, "otherParty"],
      [null, "otherParty"],
      [null, "otherParty"],
    ]);
  });

  test('a slot that only says "Parcourir" is named by its card or its row', async () => {
    expect(
      await targetsOf(`<h1>Pièces de la candidature</h1>
        <ul><li><div><b>Attestation de vigilance</b><br>moins de six mois</div><form><input type=file aria-label="Parcourir"></form></li>
        <li><div><b>Régularité fiscale</b><br>impôt et TVA</div><form><input type=file aria-label="Parcourir"></form></li></ul>
        <div><p class=title>Bilans</p><p class=subtitle>Trois derniers exercices</p><div><label for=b>Choisir un fichier</label><input id=b type=file></div></div>
        <table><tr><td>Autre document : <input></td><td><input type=file></td></tr></table>`),
    ).toEqual(["document.attestationVigilance", "document.attestationFiscale", "document.bilans", null, "document.autre"]);
  });

  test("formats and sizes written beside a slot are read; its attribute comes first", async () => {
    const { controls } = await readHtml(`<h1>Pièces de la candidature</h1>
      <div><label for=v>Attestation de vigilance <small class=hint>PDF, JPG uniquement. Taille maximale : 10 Mo</small></label><input id=v type=file></div>
      <div><label for=f>Attestation fiscale</label><input id=f type=file aria-describedby=fh><p id=fh>Formats acceptés : PDF</p></div>
      <div><label for=b>Bilans (format PDF accepté)</label><input id=b type=file accept=".zip"></div>`);
    expect(controls.map(({ accept, maxSize }) => [accept, maxSize?.bytes])).toEqual([
      [".jpeg,.jpg,.pdf", 10_000_000],
      [".pdf", undefined],
      [".zip", undefined],
    ]);
  });

  test("an abbreviated label is believed when the name or the tip says it in full", async () => {
    expect(
      await targetsOf(`<h1>Candidature</h1><label>SIRET <input></label>
        <p>RS <input name=rs title="Raison sociale"></p><p>Adr. 1 <input name=adr1></p><p>CP <input name=cp></p><p>Ville <input name=ville></p>
        <label>Enseigne (si différente de la raison sociale) <input></label><p>RS <input name=remise></p>`),
    ).toEqual(["siret", "raisonSociale", "adresseLigne1", "codePostal", "commune", "nomCommercial", null]);
  });

  test("a login by SIRET and a contact form are not ours", async () => {
    const login = await readHtml(
      `<h1>Connectez-vous</h1><form><label>SIRET <input></label><label>Nom <input></label><label>Prénom <input></label></form>`,
    );
    const contact = await readHtml(`<h1>Parlons de vous</h1><form><label>Nom complet <input></label><label>E-mail <input type=email></label>
      <label>Société <input></label><label>Taille <select><option>TPE<option>PME<option>ETI</select></label><textarea></textarea></form>`);
    expect([login.detected, contact.detected]).toEqual([false, false]);
  });

  test("somebody else's company is not ours: a supplier that a buyer adds, a taxpayer, a list that is filtered", async () => {
    const fields = `<label>Raison sociale <input></label><label>SIRET <input></label><label>Email <input type=email></label>`;
    const isOurs = async (html: string) => (await readHtml(html)).detected;
    expect(await isOurs(`<h1>Référencement des prestataires de la collectivité</h1><form>${fields}</form>`)).toBe(true);
    expect(await isOurs(`<h1>Ajouter un prestataire</h1><form>${fields}<button>Enregistrer</button></form>`)).toBe(false);
    expect(await isOurs(`<h1>Inscription Sous-Traitant</h1><form>${fields}</form>`)).toBe(true);
    expect(await isOurs(`<h1>Gestion des entreprises</h1><form>${fields}</form>`)).toBe(false);
    expect(await isOurs(`<nav><a>Candidatures</a> <a>Utilisateurs</a></nav><h1>Modifier la candidature</h1><form>${fields}</form>`)).toBe(
      false,
    );
    expect(await isOurs(`<nav><a>Mes candidatures</a> <a>Mon compte</a></nav><h1>Modifier la candidature</h1><form>${fields}</form>`)).toBe(
      true,
    );
    expect(await isOurs(`<h2>Fiche redevable</h2><form>${fields}</form>`)).toBe(false);
    expect(await isOurs(`<h1>Établissements</h1><div class="search-dialog">${fields}<button>Rechercher</button></div>`)).toBe(false);
    expect(
      await isOurs(`<h1>Contact</h1><form><p>Aide sur les marchés publics</p><label>Email <input type=email></label>
      <label>Message <textarea></textarea></label><label>Pièce jointe <input type=file></label></form>`),
    ).toBe(false);
  });

  test("a newsletter's box at the foot of the page and a menu's search are left", async () => {
    const { controls } = await readHtml(`<h1>Inscription fournisseur</h1>
      <div class=menu>Sociétés <form method=post><input type=hidden name=mode value=search><input name=socname><input type=submit value=Go></form></div>
      <form><label>SIRET <input></label><label>Raison sociale <input></label></form>
      <footer><form class=block_newsletter><input name=email placeholder="Votre adresse e-mail"><input type=submit value="S'abonner"></form></footer>`);
    expect(controls.map(({ target, leave }) => (leave === undefined ? target : leave))).toEqual([
      "search",
      "siret",
      "raisonSociale",
      "search",
    ]);
  });

  test("boxes stacked under one label are the lines of one address; a count of SIRETs is not a SIRET", async () => {
    expect(
      await targetsOf(`<h1>Inscription fournisseur</h1><label>SIRET <input></label><label>Nombre de SIRET concernés <input></label>
        <table><tr><td rowspan=3>Adresse</td><td><input name=a></td></tr><tr><td><input name=b></td></tr><tr><td><input name=c></td></tr>
        <tr><td>Code postal</td><td><input></td></tr><tr><td>Ville</td><td><input></td></tr></table>`),
    ).toEqual(["siret", null, "adresseLigne1", "adresseComplement", null, "codePostal", "commune"]);
  });

  test("the first words of a label that explains itself in a paragraph are the label", async () => {
    const { controls } = await readHtml(`<h1>Candidature</h1><label for=u><span>Attestation URSSAF</span><div><p>Exemples : attestation de
      vigilance, attestation fiscale.</p></div></label><input type=file id=u>`);
    expect(controls[0]?.target).toBe("document.attestationVigilance");
  });

  test("amounts and headcounts under a title are each of the year beside; those of the market's own field are left", async () => {
    const row = (name: string, quantity: string, at: number) =>
      `<div><label>Année</label><select name="${name}.year${at}"><option>2025</select><label>${quantity}</label><textarea name="${name}.x${at}"></textarea></div>`;
    const block = (title: string, name: string, quantity: string) =>
      `<fieldset><legend>${title}</legend>${[1, 2, 3].map((at) => row(name, quantity, at)).join("")}</fieldset>`;
    const asked = await targetsOf(`<h1>DUME</h1>${block("Chiffre d'affaires annuel général", "general", "Montant concerné")}
      ${block("Effectifs moyens annuels", "manpower", "Numéro")}${block("Chiffre d'affaires annuel spécifique", "specific", "Montant concerné")}`);
    expect(asked.filter((_, at) => at % 2 === 1)).toEqual([
      ...["chiffreAffairesN1", "chiffreAffairesN2", "chiffreAffairesN3"],
      ...["effectif", "effectifMoyenN2", "effectifMoyenN3"],
      ...[null, null, null],
    ]);
    expect(asked.slice(12).filter((target) => target !== null)).toEqual([]);
  });

  test("an oath is recognised as one, and left", async () => {
    const { controls } = await readHtml(
      `<h1>Candidature</h1><label><input type=checkbox> J'atteste sur l'honneur que tout est exact</label>`,
    );
    expect(controls[0]).toMatchObject({ target: "declarationHonneur", leave: "sworn" });
  });

  test("the head office's address is marked as such, an average headcount too", async () => {
    const { controls } = await readHtml(`<h1>Candidature</h1><label>SIRET <input></label><label>Adresse du siège social <input></label>
      <table><tr><th>Année</th><th>Effectif moyen</th><th>Chiffre d'affaires</th></tr><tr><td>N-1</td><td><input></td><td><input></td></tr></table>`);
    expect(controls[1]).toMatchObject({ target: "adresseComplete", of: "siege" });
    expect(controls[2]).toMatchObject({ target: "effectif", of: "moyen" });
    expect(controls[3]).toMatchObject({ target: "chiffreAffairesN1" });
  });

  test("among SIRETs of the page, the buyer's is told from the candidate's, and numbers with a wrong key are left out", async () => {
    const { sirets } = await readHtml(`<p>Acheteur : Ville de Lorve, SIRET 219 900 115 00011</p><p>N° 123 456 789 01234</p>
      <fieldset><legend>Candidat</legend><label>SIRET <input value="732 829 320 00074"></label></fieldset>`);
    expect(sirets).toEqual([
      { siret: "73282932000074", where: "input", party: "candidat" },
      { siret: "21990011500011", where: "text", party: "acheteur" },
    ]);
  });

  test("an account's own page holds fields that are compared, whether or not any may be filled; what is the bank's, a colleague's or a buyer's", async () => {
    const field = (label: string, value: string, more = "") => `<p><label>${label} <input value="${value}" ${more}></label></p>`;
    const account = `<h1>Paramètres du compte</h1>
      <form><fieldset><legend>Mon entreprise</legend>
      ${field("SIRET", "900 000 019 00019", "readonly")}${field("Raison sociale", "Atelier")}${field("Adresse", "4 rue des Forges")}
      ${field("Code postal", "69003")}${field("Ville", "Lyon")}</fieldset>
      <fieldset><legend>Représentant légal</legend>${field("Nom", "Durand")}${field("Prénom", "Marie")}</fieldset>
      <fieldset><legend>Coordonnées bancaires</legend>${field("IBAN", "FR76")}${field("BIC", "AGRIFRPP")}</fieldset>
      <fieldset><legend>Sous-traitant</legend>${field("SIRET", "90000002700012")}${field("Raison sociale", "Autre")}</fieldset>
      <button>Enregistrer</button></form>`;
    const { controls } = await readHtml(account);
    expect(controls.map(comparedIn)).toEqual([
      ...["siret", "raisonSociale", "adresseLigne1", "codePostal", "commune"],
      ...["dirigeantNom", "dirigeantPrenom", "iban", "bic", null, null],
    ]);
  });

  test("every decision says why", async () => {
    const { controls } = await readHtml(`<h1>Candidature</h1><label>SIRET <input name=siret></label>`);
    expect(controls[0]?.clues).toContainEqual(expect.objectContaining({ from: "label:for", text: "SIRET", target: "siret" }));
  });

  test("hundreds of controls are all read", async () => {
    const many = Array.from({ length: 400 }, (_, i) => `<p><label for=c${i}>Divers ${i}</label><input id=c${i}></p>`).join("");
    const { controls } = await readHtml(`<h1>Candidature</h1>${many}<label>SIRET <input></label>`);
    expect(controls).toHaveLength(401);
    expect(controls.at(-1)?.target).toBe("siret");
  });
});
