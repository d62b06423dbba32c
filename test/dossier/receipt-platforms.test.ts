/** Receipts as other platforms word them, pli that replace one another, and what is no receipt. Fictitious, on the plan of real ones. */
import { describe, expect, test } from "vitest";
import { receiptIn } from "../../src/dossier/receipt.ts";

const files = [{ fileName: "dossier-candidature.pdf", sha256: "ab".repeat(32) }];
const known = { files, reference: "2026-TRAVAUX-12", since: "2026-12-14T09:00:00.000Z", now: new Date("2026-12-14T11:00:00Z") };
const AT = "2026-12-14T10:42:13.000Z";
const MINUTE = "2026-12-14T10:42:00.000Z";

test.each<[string, string, string | undefined]>([
  ["a number of deposit", "Votre dépôt n° 45123 a été réceptionné le 14/12/2026 à 11:42:13.", AT],
  ["a short month", "Récépissé de dépôt de pli\nDate de réception : 14 déc. 2026 11:42:13", AT],
  ["dashes in the day", "Confirmation de dépôt\nle 14-12-2026 à 11h42", MINUTE],
  ["an offset from Greenwich", "Preuve de dépôt\nHorodatage du dépôt : 14/12/2026 11:42:13 (UTC+01:00)", AT],
  ["a long title", "Accusé de réception électronique d'une réponse à un appel d'offres dématérialisé\nReçue le 14/12/2026 à 11:42:13", AT],
  ["an attestation", "Attestation de dépôt d'un pli\nDéposé par Mme Martin, le 14/12/2026 à 11:42:13", AT],
  ["in English", "Submission receipt\nYour tender has been successfully submitted on 14/12/2026 11:42:13", AT],
  ["the year first", "Votre réponse électronique a bien été déposée.\nDépôt : 2026/12/14 11:42:13", AT],
  ["a comma between", "Nous accusons réception de votre offre, déposée le 14/12/2026, 11:42:13.", AT],
  ["hours in words", "Votre candidature a été reçue le lundi 14 décembre 2026 à 11 heures 42 minutes et 13 secondes.", AT],
  ["a reserved line", "Votre pli est arrivé le 14/12/2026 à 11:42:13 sur la plateforme.", AT],
  ["a good end", "Dépôt réussi ! Votre pli chiffré a été transmis le 14/12/2026 à 11:42:13.", AT],
  ["initials", "A.R. de dépôt\nPli n° 7, reçu le 14/12/2026 à 11:42:13", AT],
  ["« le 14.12.2026 »", "Votre dossier a bien été remis le 14.12.2026 à 11:42:13", AT],
  ["two lots, two instants", "Lot 1 : pli déposé le 14/12/2026 à 11:42:13\nLot 2 : pli déposé le 14/12/2026 à 11:44:02", undefined],
  ["an earlier pli, of the day before", "Votre nouveau pli, reçu le 14/12/2026 à 11:42:13, remplace celui du 13/12/2026 à 09:00.", AT],
  [
    "an earlier pli, of the same morning",
    "Pli reçu le 14/12/2026 à 11:42:13. Il annule et remplace celui du 14/12/2026 à 10:30.",
    undefined,
  ],
])("%s", (_, text, depositedAt) => {
  const receipt = receiptIn(text, known);
  expect(receipt).not.toBeNull();
  expect(receipt?.depositedAt).toBe(depositedAt);
});

describe("no receipt of a bid", () => {
  test.each([
    "Brouillon enregistré le 14/12/2026 à 11:42:13",
    "Votre question a été transmise à l'acheteur le 14/12/2026 à 11:42",
    "Votre inscription a été enregistrée le 14/12/2026",
    "Votre dépôt n'a pas abouti. Recommencez.",
    "Le dépôt de votre pli a échoué le 14/12/2026 à 11:42:13.",
    "Votre pli a été retiré le 14/12/2026 à 11:42:13, à votre demande.",
    "Vous n'avez pas encore déposé de pli pour cette consultation.",
    "Les plis reçus après la date limite seront éliminés.",
    "Votre demande de retrait du dossier de consultation a été enregistrée le 14/12/2026.",
    "Votre pli est arrivé hors délai, le 14/12/2026 à 11:42:13.",
    "Votre offre a été déposée hors délai.",
    "Your submission has not been received.",
    "Votre pli est en cours de transmission. Ne fermez pas cette fenêtre.",
  ])("« %s »", (text) => {
    expect(receiptIn(text, known)).toBeNull();
  });
});
