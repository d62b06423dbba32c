/** CARIF-OREF: training bodies, Qualiopi, and France compétences' authorisations. */
import { type Call, type Endpoint, found, notFound, type Provider, type Reply } from "./endpoint.ts";

const CARIF_OREF: Provider = { code: "33", name: "CARIF-OREF" };

function formation({ world, company, establishment }: Call): Reply {
  const body = company.formation;
  if (body === null) return notFound(CARIF_OREF);
  const lastYear = Number(world.today().slice(0, 4)) - 1;
  const specialite = (index: number) => body.specialites[index] ?? { code: null, libelle: null };
  return found({
    siret: establishment.siret,
    code_uai: null,
    unite_legale_avec_plusieurs_nda: false,
    declarations_activites_etablissement: [
      {
        numero_de_declaration: body.nda,
        actif: true,
        date_derniere_declaration: world.day({ months: -6 }),
        date_debut_exercice: `${lastYear}-01-01`,
        date_fin_exercice: `${lastYear}-12-31`,
        certification_qualiopi: {
          action_formation: body.actions.includes("action_formation"),
          bilan_competences: body.actions.includes("bilan_competences"),
          validation_acquis_experience: body.actions.includes("validation_acquis_experience"),
          apprentissage: body.actions.includes("apprentissage"),
          obtention_via_unite_legale: null,
        },
        specialites: { specialite_1: specialite(0), specialite_2: specialite(1), specialite_3: specialite(2) },
      },
    ],
    habilitations_france_competence: body.habilitations.map(({ code }) => ({
      code,
      actif: true,
      date_actif: world.day({ months: -20 }),
      date_fin_enregistrement: world.day({ months: 28 }),
      date_decision: world.day({ months: -21 }),
      habilitation_pour_former: true,
      habilitation_pour_organiser_l_evaluation: true,
      sirets_organismes_certificateurs: [establishment.siret],
    })),
  });
}

export const formationEndpoints: readonly Endpoint[] = [
  {
    path: "/v3/carif_oref/etablissements/:siret/certifications_qualiopi_france_competences",
    scopes: ["certifications_qualiopi_france_competences"],
    quota: "json",
    provider: CARIF_OREF,
    respond: formation,
  },
];
