/** The fictitious people of the demonstration, and whom they work for. */

export interface DemoPerson {
  /** Subject given by the identity provider. */
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly siret: string;
  readonly role: string;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    subject: "claire",
    givenName: "Claire",
    familyName: "Fictive",
    email: "claire@example.org",
    siret: "99990000400014",
    role: "présidente de LUMIVERDE INGENIERIE",
  },
  {
    subject: "bruno",
    givenName: "Bruno",
    familyName: "Maquette",
    email: "bruno@example.org",
    siret: "99990100200009",
    role: "gérant de MACONNERIE DU VAL D'ESSAI",
  },
  {
    subject: "sacha",
    givenName: "Sacha",
    familyName: "Brouillon",
    email: "sacha@example.org",
    siret: "99990400600015",
    role: "président de BATI TREMPLIN",
  },
  {
    subject: "alix",
    givenName: "Alix",
    familyName: "Compte",
    email: "alix@example.org",
    siret: "99990900500004",
    role: "comptable, mandatée par BATI TREMPLIN",
  },
];

/** The accountant's mandate. */
export const DEMO_MANDATES = [{ holder: "999909005", company: "999904006", from: "2026-01-01", until: "2099-12-31" }];
