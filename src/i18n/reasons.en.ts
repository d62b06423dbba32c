/** What happened at the source, and what to do next, in English. */
import type { Messages } from "./fr.ts";

const retried = "It will be tried again by itself; the rest of the file goes on.";
const dropIt = "If you hold the document, drop it in your vault.";

export const reasonsEn: Messages["reasons"] = {
  "urssaf.refus": () => ({
    what: "URSSAF refuses to deliver the certificate: the company is not up to date with its obligations.",
    next: "Settle, or ask for a payment plan, in your account at urssaf.fr, then try again.",
  }),
  "urssaf.horsPerimetre": () => ({
    what: "The certificate is not given this way to this company (self-employed, TESE or CEA, no employee, or struck off). It may still be due from €5,000 excluding VAT.",
    next: "Ask for it in your account on urssaf.fr: as self-employed, or the certificate for a company without employees.",
  }),
  "urssaf.analyseManuelle": () => ({
    what: "URSSAF is examining the case by hand.",
    next: "Ask again in a few days, or write to URSSAF from your account.",
  }),
  "urssaf.traitementEnCours": () => ({ what: "URSSAF is preparing the certificate.", next: retried }),
  "dgfip.nonDelivrable": () => ({
    what: "The tax certificate cannot be delivered online for this company.",
    next: "Ask for it in your account at impots.gouv.fr, or at your tax office.",
  }),
  "dgfip.pasDeChiffreAffaires": () => ({
    what: "DGFIP has no declared turnover for this company.",
    next: "Enter it yourself: it will be remembered.",
  }),
  "comptes.nonPublies": () => ({
    what: "No published annual accounts for this company: they are confidential, or were not filed.",
    next: "Enter your turnover yourself: it will be kept for your next applications.",
  }),
  "cibtp.nonAJour": () => ({ what: "The CIBTP fund says that the company is not up to date.", next: "See your fund, then try again." }),
  "cibtp.nonAffilie": () => ({
    what: "The company belongs to no CIBTP fund.",
    next: "Nothing to attach if you are not in the building trade.",
  }),
  "cnetp.nonDelivrable": () => ({
    what: "CNETP delivers no certificate for this company.",
    next: "If you are a member, see your CNETP account.",
  }),
  "probtp.nonDelivrable": () => ({
    what: "PRO BTP delivers no certificate for this company.",
    next: "If you are a member, see your PRO BTP account.",
  }),
  "probtp.nonAJour": () => ({
    what: "PRO BTP says that the company is behind with its contributions.",
    next: "Settle in your PRO BTP account, then try again.",
  }),
  "probtp.indetermine": () => ({ what: "PRO BTP cannot tell.", next: "Ask for the certificate in your PRO BTP account." }),
  "msa.nonAJour": () => ({
    what: "MSA says that the company is behind with its contributions.",
    next: "See your MSA account, then try again.",
  }),
  "msa.enCours": () => ({ what: "MSA is examining the request.", next: retried }),
  "fntp.pasDeCarte": () => ({ what: "FNTP has no professional card for this company." }),
  "qualification.aucune": ({ provider }) => ({ what: `${provider} knows no qualification of this company.`, next: dropIt }),
  "registre.inconnu": ({ provider }) => ({ what: `The company is not in the register (${provider}).` }),
  "insee.inconnu": () => ({
    what: "INSEE does not know this SIRET.",
    next: "Check the number; a recent creation takes a few days to appear.",
  }),
  "insee.nonDiffusible": () => ({
    what: "The company asked that its data not be published.",
    next: "Enter yourself the fields that stay empty.",
  }),
  "liste.absent": ({ provider }) => ({ what: `The company is not in the list (${provider}).` }),
  "bodacc.aucuneAnnonce": () => ({
    what: "The BODACC publishes no insolvency proceedings, strike-off nor registration under this SIREN number.",
    next: "This proves nothing: some notices carry no number.",
  }),
  "decp.aucunMarche": () => ({
    what: "No contract awarded to this company is published in the essential data of public procurement.",
    next: "This proves nothing: contracts below €40,000 are not there. Add your references by hand, on the dossier's page.",
  }),
  "boamp.aucunMarche": () => ({
    what: "No award notice of the BOAMP names this company by its SIRET number.",
    next: "This proves nothing: many notices write the winner's name only. Add your references by hand, on the dossier's page.",
  }),
  "source.aucuneDonnee": ({ provider }) => ({
    what: `Nothing found at ${provider} for this company.`,
    next: "This does not prove any breach.",
  }),
  "provider.unavailable": ({ provider }) => ({ what: `No answer from ${provider}.`, next: retried }),
  "provider.timeout": ({ provider }) => ({ what: `Too long a wait for ${provider}.`, next: retried }),
  "provider.maintenance": ({ provider }) => ({ what: `Maintenance under way at ${provider}.`, next: retried }),
  "provider.rateLimited": ({ provider }) => ({ what: `Too many requests at ${provider} right now.`, next: retried }),
  "provider.badDocument": ({ provider }) => ({ what: `Unreadable document received from ${provider}.`, next: dropIt }),
  "network.refused": ({ provider }) => ({
    what: `No connection to ${provider}: the service is down, or takes no more calls from your network for a while.`,
    next: "Another try in five minutes. If it lasts, try later or from another network.",
  }),
  "network.offline": () => ({ what: "No internet connection.", next: "Check your connection, then try again." }),
  "network.dns": ({ provider }) => ({ what: `The address of ${provider} cannot be found on the network.`, next: retried }),
  "network.interrupted": ({ provider }) => ({ what: `The answer of ${provider} was cut off.`, next: retried }),
  "network.tooLarge": ({ provider }) => ({ what: `The answer of ${provider} is too large.` }),
  "quota.waiting": ({ provider }) => ({ what: `Too many requests to ${provider}: yours waits its turn.`, next: retried }),
  inFlight: ({ provider }) => ({ what: `The same request is already under way at ${provider}.`, next: retried }),
  "proxy.unreachable": () => ({
    what: "Your organisation's service did not answer.",
    next: "Check that it runs and that its address is right (Options).",
  }),
  "proxy.noRight": ({ provider }) => ({ what: `Your organisation's service has no right to ${provider}.`, next: dropIt }),
  "proxy.signInNeeded": () => ({ what: "This source only answers a person of the company.", next: "Sign in." }),
  "proxy.otherCompany": () => ({ what: "You are signed in for another company.", next: "Choose the company that you represent." }),
  "proxy.modeOpen": ({ provider }) => ({ what: `Only authorised bodies may ask ${provider}: this is not open data.`, next: dropIt }),
  "proxy.tokenRejected": ({ provider }) => ({
    what: `The authorisation of your organisation's service was rejected by ${provider}.`,
    next: "Tell your organisation.",
  }),
  "request.delegation": () => ({
    what: "The named buyer has no single delegation at API Entreprise.",
    next: "Tell your organisation: it must give this buyer's delegation.",
  }),
  "request.invalid": ({ provider }) => ({
    what: `The request was refused by ${provider}.`,
    next: "Report it to the Pli prêt team; the rest of the file goes on.",
  }),
  "shape.unexpected": ({ provider }) => ({
    what: `Unexpected form of the answer of ${provider}: nothing of it is used.`,
    next: "Report it to the Pli prêt team; the rest of the file goes on.",
  }),
  "shape.notJson": ({ provider }) => ({
    what: `Something other than data came from ${provider}: nothing of it is used.`,
    next: "Try again; if it lasts, report it to the Pli prêt team.",
  }),
  "link.expired": ({ provider }) => ({ what: `The link given by ${provider} has expired.`, next: "Try again to get another one." }),
};
