/** The portal's receipt compared with the pli: files by hash or name, the only possible instant, and nothing from a doubt. */
import { expect, test } from "vitest";
import type { CoffrePiece } from "../../src/domain/coffre.ts";
import { piecesOf } from "../../src/dossier/pieces.ts";
import { pliOf, receiptIn } from "../../src/dossier/receipt.ts";

const SHA = "ab".repeat(32);
const files = [
  { fileName: "dossier-candidature_900000019_2026-12-14.pdf", sha256: SHA },
  { fileName: "acte-engagement.pdf", sha256: "cd".repeat(32) },
];
const known = { files, reference: "2026-TRAVAUX-12", since: "2026-12-14T09:00:00.000Z", now: new Date("2026-12-14T11:00:00Z") };
const found = (text: string) => receiptIn(text, known)?.files.map((one) => one.found);

test("a receipt names the files, one by its digest, and has the instant of the deposit between their making and now", () => {
  const text = `Accusé de réception de votre dépôt
    Consultation 2026-TRAVAUX-12, date limite de remise : 15/12/2026 à 12:00
    Dépôt effectué le 14/12/2026 à 11:42
    Fichier : dossier.pdf SHA-256 ${SHA.toUpperCase().replace(/(.{32})/, "$1\n   ")}
    acte-enga-
    gement.pdf`;
  expect(receiptIn(text, known)).toEqual({
    depositedAt: "2026-12-14T10:42:00.000Z",
    namesReference: true,
    files: [
      { fileName: files[0]?.fileName, found: "hash" },
      { fileName: "acte-engagement.pdf", found: "name" },
    ],
  });
});

test.each([
  ["two instants that could each be it", "Pli reçu le 14/12/2026 à 11:42. Édité le 14/12/2026 à 11:45."],
  ["an instant on another clock", "Pli reçu le 14/12/2026 à 11:42 (heure de La Réunion)."],
  ["an instant before the files were made", "Pli reçu le 13/12/2026 à 11:42."],
  ["an instant to come", "Pli reçu. Date limite : 15/12/2026 à 12:00."],
  ["no instant", "Pli reçu."],
])("no time is taken from %s", (_, text) => {
  expect(receiptIn(text, known)).toMatchObject({ namesReference: false });
  expect(receiptIn(text, known)).not.toHaveProperty("depositedAt");
});

test("a file that is not named is told; a digest in base64 counts", () => {
  expect(found("Récépissé. Vos fichiers ont été reçus.")).toEqual(["absent", "absent"]);
  expect(found(`Empreinte ${Buffer.from(SHA, "hex").toString("base64")}`)).toEqual(["hash", "absent"]);
});

test.each([
  ["after its name", `Accusé de réception. acte-engagement.pdf, SHA-256 ${"ef".repeat(32)}`],
  ["before its name, on two lines", `Accusé de réception. SHA-256 ${"ef".repeat(16)}\n  ${"ef".repeat(16)} acte-engagement.pdf`],
  ["beside another that is right", `Accusé de réception. dossier.pdf ${SHA} acte-engagement.pdf ${"ef".repeat(32)}`],
])("a file named with another digest than its own is told apart: %s", (_, text) => {
  expect(found(text)?.[1]).toBe("otherHash");
});

test.each([
  ["one whose digest is far from its name", `Accusé de réception. acte-engagement.pdf ${"mot ".repeat(200)} jeton ${"ef".repeat(32)}`],
  ["one beside the digest of another file", `Accusé de réception. dossier.pdf ${SHA} acte-engagement.pdf`],
  ["one beside a longer digest", `Accusé de réception. acte-engagement.pdf SHA-512 ${"ef".repeat(64)}`],
])("nothing is said against %s", (_, text) => {
  expect(found(text)?.[1]).toBe("name");
});

const AT = "2026-12-14T10:42:13.000Z";
test.each([
  ["Votre réponse à la consultation\n2026-TRAVAUX-12 a bien été\nenregistrée le 14/12/2026 à 11:42:13 (heure de Paris).", AT],
  ["Messages\nVotre pli a été déposé le 14/12/2026 à 11:42:13\nMon compte", AT],
  ["Votre réponse a été envoyée avec succès. Date et heure de dépôt : 14/12/2026 11:42:13", AT],
  ["Le dépôt de votre pli a été effectué avec succès le lundi 14 décembre 2026 à 11h42m13s. N° de dépôt : 4512", AT],
  ["Nous accusons réception de votre pli. Horodatage : 2026-12-14T10:42:13Z", AT],
  ["Nous vous confirmons la bonne réception de votre pli électronique : 14/12/2026 à 11 h 42 min 13 s", AT],
  ["Bordereau de dépôt\nFin de transmission : 14/12/2026 - 11:42:13 GMT+1", AT],
  ["Certificat de dépôt\nPli n° 123 déposé le 14/12/2026 à 11h42 par M. Durand", "2026-12-14T10:42:00.000Z"],
  ["Votre offre a bien été déposée. Jeton d'horodatage : 14/12/2026 10:42:13 UTC", AT],
  ["Dépôt terminé. Votre dossier a été transmis au pouvoir adjudicateur. 2026-12-14T11:42:13.512+01:00", AT],
  ["Vos plis ont été déposés le 14/12/2026 à 14:42:13 UTC+4", AT],
  ["Pli reçu le 14/12/2026 à 11:42:13, soit 14/12/2026 10:42:13 UTC. Il annule et remplace votre dépôt précédent.", AT],
  ["Your bid has been successfully submitted. Received: 2026-12-14 11:42:13+01:00", AT],
])("a receipt in other words, and its time to the second: %s", (text, depositedAt) => {
  expect(receiptIn(text, known)).toMatchObject({ depositedAt });
});

test.each([
  "Le dépôt des plis donne lieu à un accusé de réception électronique.",
  "En cliquant sur Valider, votre pli sera transmis. Un accusé de réception vous sera envoyé.",
  "Les plis sont déposés sur le profil d'acheteur. Tout pli reçu hors délai est éliminé.",
  "Mes réponses. Aucune réponse déposée.",
  "Si plusieurs offres ont été transmises par un même candidat, seule la dernière est ouverte.",
  "Tout pli qui a été déposé après l'heure est éliminé.",
  "Lorsque votre pli a été déposé, vous pouvez le remplacer.",
  "Nous accusons réception de votre question sur la consultation.",
  "Accusé de réception de votre demande de renseignements",
  "Votre réponse à la question n° 3 a bien été enregistrée.",
  "Échec du dépôt : votre pli n'a pas été déposé. Veuillez recommencer.",
  "Votre dépôt est en cours : pli non transmis.",
  "Accusé de réception\nVotre dépôt a bien été retiré le 14/12/2026 à 11:42.",
  "Récépissé de retrait. Pli déposé le 14/12/2026 à 11:42.",
  `Votre pli n'a pas pu être enregistré. Empreinte du fichier : ${SHA}`,
])("what is to come, failed or was withdrawn is no receipt: %s", (text) => {
  expect(receiptIn(text, known)).toBeNull();
});

test("a longer reference, or a longer name, is another", () => {
  expect(receiptIn("Pli reçu. Consultation 2026-TRAVAUX-121, xacte-engagement.pdf", known)).toMatchObject({
    namesReference: false,
    files: [{}, { found: "absent" }],
  });
});

test.each([
  ["in pairs", "cd".repeat(32).replace(/..(?=.)/g, "$&:"), "hash"],
  ["in base64 for addresses", Buffer.from("cd".repeat(32), "hex").toString("base64url"), "hash"],
  ["of another file, in base64", Buffer.from("ef".repeat(32), "hex").toString("base64"), "otherHash"],
  ["of another kind", `SHA-1 ${"ef".repeat(20)}`, "name"],
])("a digest %s", (_, digest, told) => {
  expect(found(`Accusé de réception. acte-engagement.pdf ${digest}`)?.[1]).toBe(told);
});

test("another company's number alone is told; beside the bidder's, or the buyer's own, it is not", () => {
  const otherIn = (text: string) => receiptIn(`Pli reçu. ${text}`, { ...known, siren: "900000019", buyer: "21690123100011" })?.otherCompany;
  expect(otherIn("Déposant : 900 000 027 00012")).toBe("90000002700012");
  expect(otherIn("Mandataire : 900 000 027 00012, cotraitant : 900 000 019 00015")).toBeUndefined();
  expect(otherIn("Acheteur : 216 901 231 00011")).toBeUndefined();
});

test("a text without a receipt's words is no receipt, even if it names a file", () => {
  expect(receiptIn("Règlement de la consultation. Remettez acte-engagement.pdf au plus tard le 15/12/2026 à 12:00.", known)).toBeNull();
});

test("the pli holds what was last attached under each name, else what was prepared", () => {
  const line = (at: string, what: string, fileName: string, sha256: string) => ({ at, what, fileName, sha256 });
  const prepared = { at: "2026-12-14T08:00:00.000Z", files: [{ fileName: "dossier.pdf", sha256: "1" }] };
  expect(pliOf([], prepared)).toEqual({ files: prepared.files, since: prepared.at });
  expect(pliOf([], null)).toEqual({ files: [], since: null });
  const log = [
    line("2026-12-14T08:10:00.000Z", "attached", "a.pdf", "1"),
    line("2026-12-14T09:10:00.000Z", "attached", "b.pdf", "2"),
    line("2026-12-14T09:20:00.000Z", "refused", "c.pdf", "3"),
    line("2026-12-14T09:30:00.000Z", "attached", "a.pdf", "4"),
  ];
  expect(pliOf(log, prepared)).toEqual({
    files: [
      { fileName: "a.pdf", sha256: "4" },
      { fileName: "b.pdf", sha256: "2" },
    ],
    since: "2026-12-14T09:10:00.000Z",
  });
});

test("the receipt kept in the coffre goes into no dossier", () => {
  const kept = (kind: CoffrePiece["kind"]): CoffrePiece => ({
    id: kind,
    siren: "900000019",
    kind,
    title: kind,
    fileName: "a.pdf",
    type: "application/pdf",
    size: 1,
    sha256: kind,
    addedAt: "2026-12-14T10:00:00.000Z",
    validityBasis: "unknown",
    confirmed: true,
  });
  const pieces = piecesOf({ answers: [], coffre: [kept("accuseDepot"), kept("statuts")], on: "2026-12-15" });
  expect(pieces.map(({ kind }) => kind)).toEqual(["statuts"]);
});
