/** What happened at the source, and what to do next: one entry a reason, none missing. */
import type { Reason } from "../domain/answer.ts";

export interface ReasonText {
  /** One sentence. */
  readonly what: string;
  /** What the person can do; absent when there is nothing to do. */
  readonly next?: string;
}

export interface ReasonContext {
  /** "URSSAF". */
  readonly provider: string;
}

const retried = "Nouvel essai automatique ; le reste du dossier continue.";
const dropIt = "Si vous avez le document, déposez-le dans votre coffre.";

export const reasonsFr: Record<Reason, (context: ReasonContext) => ReasonText> = {
  "urssaf.refus": () => ({
    what: "L'URSSAF refuse de délivrer l'attestation : l'entreprise n'est pas à jour de ses obligations.",
    next: "Régularisez, ou demandez un échéancier, dans votre espace sur urssaf.fr, puis réessayez.",
  }),
  "urssaf.horsPerimetre": () => ({
    what: "L'attestation n'est pas délivrée par cette voie à cette entreprise (indépendant, TESE ou CEA, sans salarié, ou radiée). Elle peut rester due à partir de 5 000 € HT.",
    next: "Demandez-la dans votre espace sur urssaf.fr : attestation d'indépendant, ou attestation sans salarié.",
  }),
  "urssaf.analyseManuelle": () => ({
    what: "L'URSSAF examine la situation à la main.",
    next: "Redemandez dans quelques jours, ou écrivez à l'URSSAF depuis votre espace.",
  }),
  "urssaf.traitementEnCours": () => ({ what: "L'URSSAF prépare l'attestation.", next: retried }),
  "dgfip.nonDelivrable": () => ({
    what: "L'attestation fiscale ne peut pas être délivrée en ligne pour cette entreprise.",
    next: "Demandez-la dans votre espace professionnel sur impots.gouv.fr, ou à votre service des impôts.",
  }),
  "dgfip.pasDeChiffreAffaires": () => ({
    what: "La DGFIP n'a pas de chiffre d'affaires déclaré pour cette entreprise.",
    next: "Saisissez-le vous-même : il sera retenu pour vos prochaines candidatures.",
  }),
  "comptes.nonPublies": () => ({
    what: "Aucun compte annuel publié pour cette entreprise : ils sont confidentiels, ou n'ont pas été déposés.",
    next: "Saisissez vos chiffres d'affaires : ils seront retenus pour vos prochaines candidatures.",
  }),
  "cibtp.nonAJour": () => ({
    what: "La caisse CIBTP indique que l'entreprise n'est pas à jour.",
    next: "Voyez avec votre caisse, puis réessayez.",
  }),
  "cibtp.nonAffilie": () => ({
    what: "L'entreprise n'est affiliée à aucune caisse CIBTP.",
    next: "Rien à joindre si vous n'êtes pas du bâtiment.",
  }),
  "cnetp.nonDelivrable": () => ({
    what: "La CNETP ne délivre pas de certificat pour cette entreprise.",
    next: "Si vous êtes adhérent, voyez votre espace CNETP.",
  }),
  "probtp.nonDelivrable": () => ({
    what: "PRO BTP ne délivre pas d'attestation pour cette entreprise.",
    next: "Si vous êtes adhérent, voyez votre espace PRO BTP.",
  }),
  "probtp.nonAJour": () => ({
    what: "PRO BTP indique que l'entreprise n'est pas à jour de ses cotisations.",
    next: "Régularisez dans votre espace PRO BTP, puis réessayez.",
  }),
  "probtp.indetermine": () => ({ what: "PRO BTP ne peut pas se prononcer.", next: "Demandez l'attestation dans votre espace PRO BTP." }),
  "msa.nonAJour": () => ({
    what: "La MSA indique que l'entreprise n'est pas à jour de ses cotisations.",
    next: "Voyez votre espace MSA, puis réessayez.",
  }),
  "msa.enCours": () => ({ what: "La MSA examine la demande.", next: retried }),
  "fntp.pasDeCarte": () => ({ what: "La FNTP n'a pas de carte professionnelle pour cette entreprise." }),
  "qualification.aucune": ({ provider }) => ({ what: `${provider} ne connaît pas de qualification à cette entreprise.`, next: dropIt }),
  "registre.inconnu": ({ provider }) => ({ what: `L'entreprise n'est pas inscrite au registre (${provider}).` }),
  "insee.inconnu": () => ({
    what: "L'INSEE ne connaît pas ce SIRET.",
    next: "Vérifiez le numéro ; une création récente met quelques jours à paraître.",
  }),
  "insee.nonDiffusible": () => ({
    what: "L'entreprise a demandé que ses données ne soient pas diffusées.",
    next: "Saisissez vous-même les champs qui restent vides.",
  }),
  "liste.absent": ({ provider }) => ({ what: `L'entreprise ne figure pas dans la liste (${provider}).` }),
  "bodacc.aucuneAnnonce": () => ({
    what: "Aucune procédure collective, radiation ni immatriculation n'est publiée au BODACC sous ce numéro SIREN.",
    next: "Ce n'est pas une preuve : certaines annonces ne portent pas de numéro.",
  }),
  "decp.aucunMarche": () => ({
    what: "Aucun marché attribué à cette entreprise n'est publié dans les données essentielles de la commande publique.",
    next: "Ce n'est pas une preuve : les marchés de moins de 40 000 € n'y sont pas. Ajoutez vos références à la main, dans la page du dossier.",
  }),
  "boamp.aucunMarche": () => ({
    what: "Aucun avis d'attribution du BOAMP ne désigne cette entreprise par son SIRET.",
    next: "Ce n'est pas une preuve : beaucoup d'avis n'écrivent que le nom du titulaire. Ajoutez vos références à la main, dans la page du dossier.",
  }),
  "source.aucuneDonnee": ({ provider }) => ({
    what: `${provider} n'a rien trouvé pour cette entreprise.`,
    next: "Ce n'est pas une preuve de non-conformité.",
  }),
  "provider.unavailable": ({ provider }) => ({ what: `${provider} ne répond pas.`, next: retried }),
  "provider.timeout": ({ provider }) => ({ what: `${provider} met trop de temps à répondre.`, next: retried }),
  "provider.maintenance": ({ provider }) => ({ what: `${provider} est en maintenance.`, next: retried }),
  "provider.rateLimited": ({ provider }) => ({ what: `${provider} reçoit trop de demandes en ce moment.`, next: retried }),
  "provider.badDocument": ({ provider }) => ({ what: `${provider} a envoyé un document illisible.`, next: dropIt }),
  "network.refused": ({ provider }) => ({
    what: `Aucune connexion avec ${provider} : le service est arrêté, ou n'accepte plus d'appels depuis votre réseau pour un temps.`,
    next: "Nouvel essai dans cinq minutes. Si cela dure, réessayez plus tard ou depuis un autre réseau.",
  }),
  "network.offline": () => ({ what: "Pas de connexion à internet.", next: "Vérifiez votre connexion, puis réessayez." }),
  "network.dns": ({ provider }) => ({ what: `L'adresse de ${provider} est introuvable sur le réseau.`, next: retried }),
  "network.interrupted": ({ provider }) => ({ what: `La réponse de ${provider} a été coupée.`, next: retried }),
  "network.tooLarge": ({ provider }) => ({ what: `La réponse de ${provider} est trop volumineuse.` }),
  "quota.waiting": ({ provider }) => ({ what: `Trop de demandes à ${provider} : la vôtre attend son tour.`, next: retried }),
  inFlight: ({ provider }) => ({ what: `La même demande est déjà en cours chez ${provider}.`, next: retried }),
  "proxy.unreachable": () => ({
    what: "Le service de votre organisme n'a pas répondu.",
    next: "Réessayez dans un instant ; s'il reste muet, prévenez votre organisme.",
  }),
  "proxy.noRight": ({ provider }) => ({ what: `Le service de votre organisme n'a pas de droit d'accès à ${provider}.`, next: dropIt }),
  "proxy.signInNeeded": () => ({ what: "Cette source ne répond qu'à une personne de l'entreprise.", next: "Connectez-vous." }),
  "proxy.otherCompany": () => ({
    what: "Vous êtes connecté pour une autre entreprise.",
    next: "Choisissez l'entreprise que vous représentez.",
  }),
  "proxy.modeOpen": ({ provider }) => ({
    what: `${provider} ne répond qu'aux organismes habilités : ce n'est pas une donnée ouverte.`,
    next: dropIt,
  }),
  "proxy.tokenRejected": ({ provider }) => ({
    what: `${provider} a refusé l'habilitation du service de votre organisme.`,
    next: "Prévenez votre organisme.",
  }),
  "request.delegation": () => ({
    what: "L'acheteur nommé n'a pas de délégation unique auprès d'API Entreprise.",
    next: "Prévenez votre organisme : il doit indiquer la délégation de cet acheteur.",
  }),
  "request.invalid": ({ provider }) => ({
    what: `${provider} a refusé la demande.`,
    next: "Signalez-le à l'équipe de Pli prêt ; le reste du dossier continue.",
  }),
  "shape.unexpected": ({ provider }) => ({
    what: `${provider} a répondu sous une forme inattendue : rien n'en est utilisé.`,
    next: "Signalez-le à l'équipe de Pli prêt ; le reste du dossier continue.",
  }),
  "shape.notJson": ({ provider }) => ({
    what: `${provider} a répondu autre chose que des données : rien n'en est utilisé.`,
    next: "Réessayez ; si cela dure, signalez-le à l'équipe de Pli prêt.",
  }),
  "link.expired": ({ provider }) => ({ what: `Le lien donné par ${provider} a expiré.`, next: "Réessayez pour en obtenir un autre." }),
};
