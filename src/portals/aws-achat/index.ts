/** AWS-Achat, behind marches-publics.info and its white labels: ColdFusion, one dispatcher named `fuseaction`. */
import { ownAddresses } from "../own-addresses.ts";
import type { Portal } from "../portal.ts";

export const awsAchat: Portal = {
  id: "aws-achat",
  label: "AWS-Achat (marches-publics.info)",
  hosts: {
    "*.marches-publics.info": "medium",
    "*.aws-achat.info": "medium",
    "marchespublics.grandest.fr": "medium",
    "*.marchespublicsmanche.fr": "medium",
  },
  recognises: (page) => ownAddresses(page).some((address) => /\/mpiaws\/|\bfuseaction=(dematEnt|marchesP|pub)\./i.test(address)),
  exceptions: [],
  limits: {},
};
