/**
 * Words of the legal categories that bidders have most often (INSEE, catégories juridiques, niveau III), for sources that give
 * the code alone. A category that is not here has no words: the code is enough to find it.
 */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["1000", "Entrepreneur individuel"],
  ["5202", "Société en nom collectif"],
  ["5306", "Société en commandite simple"],
  ["5308", "Société en commandite par actions"],
  ["5410", "SARL nationale"],
  ["5442", "SARL d'intérêt collectif agricole"],
  ["5443", "SARL coopérative ouvrière de production (SCOP)"],
  ["5458", "SARL coopérative de production (SCOP)"],
  ["5460", "Autre SARL coopérative"],
  ["5485", "Société d'exercice libéral à responsabilité limitée"],
  ["5498", "SARL unipersonnelle"],
  ["5499", "Société à responsabilité limitée (sans autre indication)"],
  ["5505", "SA à participation ouvrière à conseil d'administration"],
  ["5515", "SA d'économie mixte à conseil d'administration"],
  ["5558", "SA coopérative de production (SCOP) à conseil d'administration"],
  ["5560", "Autre SA coopérative à conseil d'administration"],
  ["5585", "Société d'exercice libéral à forme anonyme à conseil d'administration"],
  ["5599", "SA à conseil d'administration (s.a.i.)"],
  ["5615", "SA d'économie mixte à directoire"],
  ["5658", "SA coopérative de production (SCOP) à directoire"],
  ["5685", "Société d'exercice libéral à forme anonyme à directoire"],
  ["5699", "SA à directoire (s.a.i.)"],
  ["5710", "SAS, société par actions simplifiée"],
  ["5720", "Société par actions simplifiée à associé unique ou société par actions simplifiée unipersonnelle"],
  ["5785", "Société d'exercice libéral par action simplifiée"],
  ["6220", "Groupement d'intérêt économique (GIE)"],
  ["6316", "Coopérative d'utilisation de matériel agricole en commun (CUMA)"],
  ["6317", "Société coopérative agricole"],
  ["6540", "Société civile immobilière"],
  ["6561", "SCP d'avocats"],
  ["6589", "Société civile de moyens"],
  ["6599", "Autre société civile"],
  ["9210", "Association non déclarée"],
  ["9220", "Association déclarée"],
  ["9221", "Association déclarée d'insertion par l'économique"],
  ["9222", "Association intermédiaire"],
  ["9223", "Groupement d'employeurs"],
  ["9230", "Association déclarée, reconnue d'utilité publique"],
  ["9260", "Association de droit local (Bas-Rhin, Haut-Rhin et Moselle)"],
  ["9300", "Fondation"],
]);

/** "5710" → "SAS, société par actions simplifiée". */
export function categorieJuridique(code: string | null | undefined): string | undefined {
  return WORDS.get(code ?? "");
}
