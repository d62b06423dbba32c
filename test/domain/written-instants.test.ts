import { describe, expect, test } from "vitest";
import { clocksIn, overseasIn } from "../../src/domain/clocks.ts";
import { instantsIn as writtenIn } from "../../src/domain/written-instants.ts";

const instantsIn = (text: string) => writtenIn(text).map(({ instant }) => instant);

describe("instants as pages write them", () => {
  test.each([
    ["15/12/2026 12:00", "2026-12-15T12:00:00+01:00"],
    ["15/12/2026 à 12h00", "2026-12-15T12:00:00+01:00"],
    ["15-12-2026 12:00:00", "2026-12-15T12:00:00+01:00"],
    ["15.12.2026, 12 h", "2026-12-15T12:00:00+01:00"],
    ["mardi 15 décembre 2026 12:00", "2026-12-15T12:00:00+01:00"],
    ["Mardi 15 décembre 2026 à 12 heures 30", "2026-12-15T12:30:00+01:00"],
    ["15 déc. 2026 - 12 h 00", "2026-12-15T12:00:00+01:00"],
    ["1er juillet 2026 à midi", "2026-07-01T12:00:00+02:00"],
    ["5 août 2026 – 9h", "2026-08-05T09:00:00+02:00"],
    ["2026-12-15 12:00", "2026-12-15T12:00:00+01:00"],
    ["2026-12-15T12:00", "2026-12-15T12:00:00+01:00"],
    ["15/12/2026 12:00 (heure de Paris)", "2026-12-15T12:00:00+01:00"],
    ["31/12/2026 à 24:00", "2027-01-01T00:00:00+01:00"],
    ["28/03/2026 24h00", "2026-03-29T00:00:00+01:00"],
    ["15/12/2026 avant 23h59", "2026-12-15T23:59:00+01:00"],
  ])("%s", (text, instant) => expect(instantsIn(text)).toEqual([instant]));

  test.each([
    "12/15/2026 12:00",
    "31/02/2026 12:00",
    "15/12/2026",
    "lundi 15 décembre 2026 12:00",
    "15/12/2026 25:00",
    "15/12/2026 24:30",
    "15/12/2026 12:60",
    "15/12/2026 12:00 PM",
    "15/12/2026 12:00 (heure locale)",
    "15/12/2026 12:00 (heure de Fort-de-France)",
    "2026-12-15T12:00:00Z",
    "15 brumaire 2026 12:00",
    "29/03/2026 02:30",
    "25/10/2026 02:30",
  ])("no certain instant is read in: %s", (text) => expect(instantsIn(text)).toEqual([null]));

  test.each(["", "12:00", "15/12", "référence 2026-12", "dans 20 jours", "115/12/2026 12:00"])("no date is read in: %s", (text) =>
    expect(instantsIn(text)).toEqual([]),
  );

  test("two dates in one text give two instants", () => {
    expect(instantsIn("Du 01/12/2026 09:00 au 15/12/2026 12:00")).toEqual(["2026-12-01T09:00:00+01:00", "2026-12-15T12:00:00+01:00"]);
  });
});

describe("an hour in another time zone gives no instant, and the words that say so are kept", () => {
  test.each([
    ["15/12/2026 12:00, heure locale", "heure locale"],
    ["15/12/2026 12:00 - Heure de La Réunion", "Heure de La Réunion"],
    ["15/12/2026 12:00 (heure Réunion)", "heure Réunion"],
    ["15/12/2026 à 12h00 (heures locales)", "heures locales"],
    ["15/12/2026 12:00 [heure de Cayenne]", "heure de Cayenne"],
    ["15/12/2026 12:00 – horaire local", "horaire local"],
    ["15/12/2026 12 heures locales", "heures locales"],
    ["15/12/2026 12h00 (local)", "local"],
    ["Heure locale : 15/12/2026 12:00", "Heure locale"],
    ["(heure de Nouméa) 15/12/2026 12:00", "heure de Nouméa"],
    ["Papeete, 15 décembre 2026 à 12h00", "Papeete"],
    ["15/12/2026 12:00 La Réunion", "La Réunion"],
    ["15/12/2026 12:00 UTC+4", "UTC+4"],
    ["15/12/2026 12:00 (GMT -03:00)", "GMT -03:00"],
    ["15/12/2026 12:00 America/Martinique", "America/Martinique"],
    ["15/12/2026 12:00 Indian/Reunion", "Indian/Reunion"],
    ["15/12/2026 12:00 AST", "AST"],
    ["15/12/2026 12:00+04:00", "+04:00"],
    ["15/12/2026 12:00, heure de Saint-Denis", "heure de Saint-Denis"],
    ["15/12/2026 12:00 (Paris - 5 heures)", "Paris - 5 heures"],
    ["15/12/2026 12:00, soit 4 heures de moins qu'à Paris", "4 heures de moins qu'à Paris"],
    ["15/12/2026 12:00 (et non heure de Paris)", "non heure de Paris"],
    ["15/12/2026 12:00, heure de l’acheteur", "heure de l’acheteur"],
    ["15/12/2026 12:00 (fuseau horaire de la Guadeloupe)", "fuseau horaire de la Guadeloupe"],
    ["Les plis sont reçus, heure de Mayotte, jusqu'au mardi 15 décembre 2026 à 12h00 dernier délai", "heure de Mayotte"],
  ])("%s", (text, said) => {
    expect(writtenIn(text)).toMatchObject([
      { instant: null, day: "2026-12-15", clock: expect.objectContaining({ of: "elsewhere", said }) },
    ]);
  });

  test.each([
    "15/12/2026 12:00 (heure de Paris)",
    "15/12/2026 12:00 (heure locale de Paris)",
    "15/12/2026 12:00, heure de Paris et non heure locale",
    "15/12/2026 12:00 (heure de métropole)",
    "15/12/2026 12:00, heure française",
    "15/12/2026 12:00 (Europe/Paris)",
    "15/12/2026 12:00 (UTC+01:00) Bruxelles, Copenhague, Madrid, Paris",
    "Heure de Paris : 15/12/2026 12:00",
    "15/12/2026 12:00 heure de Paris, soit 8h00 heure de Fort-de-France",
    "HEURE LIMITE : 15/12/2026 12H00 (HEURE DE PARIS)",
  ])("the time zone is that of Paris: %s", (text) => {
    expect(writtenIn(text)).toMatchObject([
      { instant: "2026-12-15T12:00:00+01:00", day: "2026-12-15", clock: expect.objectContaining({ of: "paris" }) },
    ]);
  });

  test("each hour has its own clock", () => {
    expect(
      writtenIn("15/12/2026 à 08h00 (heure locale), soit le 15/12/2026 à 12h00 (heure de Paris)").map(({ instant }) => instant),
    ).toEqual([null, "2026-12-15T12:00:00+01:00"]);
  });
});

test.each([
  ["14/12/2026 10:42:13 UTC", "2026-12-14T10:42:00.000Z", 13],
  ["14/12/2026 à 14h42m13s (UTC+4)", "2026-12-14T10:42:00.000Z", 13],
  ["14/12/2026 07:42 GMT -03:00", "2026-12-14T10:42:00.000Z", 0],
  ["2026-12-14T11:42:13.512+01:00", "2026-12-14T10:42:00.000Z", 13],
  ["2026-12-14T10:42:13Z", "2026-12-14T10:42:00.000Z", 13],
  ["25/10/2026 02:30+01:00", "2026-10-25T01:30:00.000Z", 0],
  ["14/12/2026 à 11 h 42 min 13 s", null, 13],
  ["14/12/2026 11:42 - 3 fichiers", null, 0],
  ["14/12/2026 11:42 (Paris - 5 heures)", null, 0],
  ["14/12/2026 11:42 - 12 heures de visite", null, 0],
])("an offset beside the hour gives its instant, apart from the time of Paris: %s", (text, exact, seconds) => {
  expect(writtenIn(text)).toMatchObject([{ exact, seconds }]);
});

describe("clocks in a page's sentences", () => {
  const clocks = (text: string) => clocksIn(text, false).map(({ of, said }) => [of, said]);

  test.each([
    ["Les heures indiquées sont celles de La Réunion.", "elsewhere"],
    ["Toutes les heures sont exprimées en heure locale.", "elsewhere"],
    ["Les horaires sont ceux de la Guyane (UTC-3).", "elsewhere"],
    ["Les dates sont affichées dans votre fuseau horaire.", "elsewhere"],
    ["Fuseau horaire : America/Cayenne", "elsewhere"],
    ["Les heures ne sont pas celles de Paris.", "elsewhere"],
    ["Les heures indiquées sont celles de Paris.", "paris"],
    ["Les dates et heures sont exprimées à l'heure de Paris.", "paris"],
    ["Fuseau horaire : Europe/Paris", "paris"],
  ])("%s", (text, of) => expect(clocks(text)[0]?.[0]).toBe(of));

  test.each([
    "L'heure de la plateforme fait foi, et non l'heure locale de votre poste.",
    "Date et heure de la réunion d'information",
    "DATE ET HEURE DE CLÔTURE",
    "Date et Heure de Remise des Offres",
    "Travaux de voirie à Paris",
    "Le local technique est ouvert à cette heure.",
    "24 heures sur 24",
    "Horaires du service des marchés",
    "Consultation est ouverte, cet avis est publié",
  ])("no clock is read in: %s", (text) => expect(clocks(text)).toEqual([]));
});

describe("words that show that a buyer is overseas", () => {
  test.each([
    ["Région Guadeloupe", "Guadeloupe"],
    ["Collectivité territoriale de Martinique", "Martinique"],
    ["12 rue du Bois, 97460 Saint-Paul", "97460 Saint-Paul"],
    ["97 300 Cayenne", "97 300 Cayenne"],
    ["98800 Nouméa", "98800 Nouméa"],
    ["Département de La Réunion", "La Réunion"],
    ["CHU DE LA RÉUNION", "LA RÉUNION"],
    ["Mairie de Mamoudzou", "Mamoudzou"],
  ])("%s", (text, said) => expect(overseasIn(text)).toBe(said));

  test.each(["Ville de Brécourt, 75012 Paris", "98000 Monaco", "Réf. 2026-97411-A", "97400,50 €", "salle de réunion", "Saint-Denis"])(
    "nothing shows it in: %s",
    (text) => expect(overseasIn(text)).toBe(null),
  );
});
