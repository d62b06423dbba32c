/** What the words of a BODACC notice mean: the label of a judgment, a broken encoding, a day. */
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectOf } from "../../src/sources/bodacc/natures.ts";
import { judgedDay, plain, repaired } from "../../src/sources/bodacc/text.ts";
import { TODAY } from "./reading.ts";

describe("labels of BODACC's judgments", () => {
  test.each([
    ["Jugement d'ouverture de liquidation judiciaire", "open liquidation"],
    ["Jugement de conversion en liquidation judiciaire de la procédure de sauvegarde", "open liquidation"],
    ["Jugement de conversion en redressement judiciaire de la procédure de sauvegarde", "open redressement"],
    ["Jugement prononçant la résolution du plan de redressement et la liquidation judiciaire", "open liquidation"],
    ["Jugement prononçant la résolution du plan de sauvegarde et le redressement judiciaire", "open redressement"],
    ["Jugement prononçant la résolution du plan de redressement", "unknown"],
    ["Jugement de reprise de la procédure de liquidation judiciaire", "open liquidation"],
    ["Jugement d'ouverture d'une procédure de sauvegarde accélérée", "open sauvegarde"],
    ["Jugement mettant fin à la procédure de redressement judiciaire", "end"],
    ["Jugement de clôture pour insuffisance d'actif et autorisant la reprise des poursuites individuelles", "end"],
    ["JUGEMENT DE CLOTURE POUR EXTINCTION DU PASSIF", "end"],
    ["Jugement de cl\u00c3\u00b4ture pour insuffisance d\u2019actif", "end"],
    ["Jugement modifiant le plan de continuation", "plan"],
    ["Jugement de faillite personnelle", "sanction"],
    ["Liste des créances nées après le jugement d'ouverture d'une procédure de liquidation judiciaire", "none"],
    ["Jugement modifiant la date de cessation des paiements", "none"],
    ["Arrêt de la cour d'appel infirmant une décision soumise à publicité", "unknown"],
    ["Étiquette que personne ne connaît", "unknown"],
  ])("%s: %s", (nature, expected) => {
    const effect = effectOf(nature, "");
    expect(effect.kind === "open" ? `open ${effect.procedure}` : effect.kind).toBe(expected);
  });

  test.each([
    ["Clôture de la procédure de liquidation judiciaire pour insuffisance d'actif", "end"],
    ["Met fin à la procédure de redressement judiciaire", "end"],
    ["Arrête le plan de redressement pour une durée de huit ans", "plan"],
    ["Modifie le plan de sauvegarde", "plan"],
    ["Ouvre la procédure de redressement judiciaire et désigne un mandataire", "open redressement"],
    ["Prononce la liquidation judiciaire simplifiée", "open liquidation"],
    ["Rejette le plan et prononce la liquidation judiciaire", "unknown"],
    ["Remplacement du mandataire par Maître SPECIMEN", "none"],
    ["Prolonge la période d'observation du redressement judiciaire", "open redressement"],
    ["", "unknown"],
  ])("when a label says nothing, the judgment's text decides: %s: %s", (complement, expected) => {
    const effect = effectOf("Autre jugement et ordonnance", complement);
    expect(effect.kind === "open" ? `open ${effect.procedure}` : effect.kind).toBe(expected);
  });

  test.each([
    // A closing whose date is set, postponed or examined (code de commerce, L643-9) is only mentioned: the liquidation goes on.
    ["Ouvre les opérations de la liquidation judiciaire - Mandataire : Maître SPECIMEN", "open liquidation"],
    [
      "Ouvre les opérations de la liquidation judiciaire, fixe à deux ans le délai au terme duquel la clôture devra être examinée",
      "open liquidation",
    ],
    ["Jugement ouvrant une liquidation judiciaire, délai de clôture : 2 ans", "open liquidation"],
    ["Prorogeant jusqu'au 1er mars 2028 le délai au terme duquel la clôture de la procédure devra être examinée", "open liquidation"],
    ["Proroge le terme de la procédure, l'examen de la clôture étant fixé au 3 mai 2027", "open liquidation"],
    ["Liquidation judiciaire simplifiée, la clôture interviendra au plus tard le 3 mai 2027", "open liquidation"],
    ["Place la société en liquidation judiciaire", "open liquidation"],
    ["Convertit le redressement judiciaire en liquidation judiciaire", "open liquidation"],
    // Something other than the procedure ends.
    ["Mettant fin à la mission de l'administrateur", "none"],
    ["Met fin à la période d'observation et à l'activité", "none"],
    ["Prononce la clôture de la période d'observation", "unknown"],
    ["Prononce la clôture des débats", "unknown"],
    ["Dit n'y avoir lieu à clôture de la liquidation judiciaire", "unknown"],
    ["Rejetant le plan de redressement", "unknown"],
    ["Rejette la demande de clôture pour insuffisance d'actif", "unknown"],
    // Whole endings, whatever ends with them.
    ["Prononce la clôture de la liquidation judiciaire pour insuffisance d'actif, met fin à la mission du liquidateur", "end"],
    ["Clôture des opérations pour extinction du passif", "end"],
    ["Met fin à la sauvegarde", "end"],
    ["Constatant l'exécution du plan de redressement", "end"],
    ["Constatant l'inexécution du plan de redressement", "unknown"],
    // Undone, unchanged, unknown.
    ["Annulant le jugement d'ouverture de la liquidation judiciaire", "unknown"],
    ["Infirme le jugement ayant rejeté la demande d'ouverture d'un redressement judiciaire", "unknown"],
    ["Rectification d'erreur matérielle du jugement ayant prononcé la liquidation judiciaire", "none"],
    ["Prononçant la caducité du plan de sauvegarde", "unknown"],
    ["Prononce la résolution du plan de redressement", "unknown"],
    ["Prononce la résolution du plan de redressement et ouvre une procédure de liquidation judiciaire", "open liquidation"],
    ["Prononce la faillite personnelle du dirigeant pour cinq ans", "sanction"],
  ])("a text ends a procedure only by a whole phrase: %s: %s", (complement, expected) => {
    for (const nature of ["Autre jugement et ordonnance", "Autre jugement prononçant", ""]) {
      const effect = effectOf(nature, complement);
      expect(effect.kind === "open" ? `open ${effect.procedure}` : effect.kind).toBe(expected);
    }
  });

  test("when an opening's label does not name the procedure, its text does", () => {
    expect(effectOf("Jugement d'ouverture", "Ouverture d'une procédure de sauvegarde")).toEqual({ kind: "open", procedure: "sauvegarde" });
  });

  const labels = "../shared/contract/open-data/bodacc-natures.json";
  test.skipIf(!existsSync(labels))("every official label of the contract has its effect", () => {
    const procedures: Record<string, string> = {
      liquidation_judiciaire: "liquidation",
      redressement_judiciaire: "redressement",
      sauvegarde: "sauvegarde",
      sortie_de_crise: "sortieDeCrise",
    };
    const { natures } = JSON.parse(readFileSync(labels, "utf8")) as {
      natures: { nature: string; effect: string; statut_after: string | null }[];
    };
    expect(natures.length).toBeGreaterThan(50);
    for (const { nature, effect, statut_after } of natures) {
      const read = effectOf(nature, "");
      expect([nature, read.kind]).toEqual([nature, /overturn|by_complement/.test(effect) ? "unknown" : effect]);
      if (read.kind === "open") expect([nature, read.procedure]).toEqual([nature, procedures[statut_after ?? ""]]);
    }
  });
});

describe("texts of BODACC", () => {
  test("broken encodings are repaired and sound texts are left alone", () => {
    expect(repaired("cl\u00c3\u00b4ture")).toBe("clôture");
    expect(repaired("d\u00e2\u20ac\u2122actif")).toBe("d\u2019actif");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aéèêëàùçîôœ' -ABCÉÀ’".split("")) }), (text) => {
        expect(repaired(text)).toBe(text);
        const broken = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join("");
        expect(plain(broken)).toBe(plain(text));
      }),
    );
  });

  test("a day is read in three formats, and impossible days are dropped", () => {
    for (const text of ["2009-12-10", "10/12/2009", "10 décembre 2009", "10\u00a0décembre\u00a02009"])
      expect(judgedDay(text, TODAY)).toBe("2009-12-10");
    expect(judgedDay("1er janvier 2020", TODAY)).toBe("2020-01-01");
    for (const text of ["0009-12-10", "5025-01-01", "2026-11-25", "31/02/2020", "bientôt", "", null])
      expect(judgedDay(text, TODAY)).toBeUndefined();
  });
});
