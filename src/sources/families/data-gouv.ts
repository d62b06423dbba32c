/** data.gouv.fr's tabular service: one address for the rows of each file that it lists. */
import { openFamily } from "./family.ts";

export const dataGouvFamily = openFamily("dataGouv", "data.gouv.fr", "https://tabular-api.data.gouv.fr", 60);
