/**
 * The data of a « 2D-Doc » code, by the technical specifications of France Titres (v3.1.3: header of 22 to 26 characters, then fields, each
 * an identifier of two characters and its value). Its signature, after them, is not verified: that takes the trusted list of its
 * authorities. Pure.
 */
import { present } from "../../domain/present.ts";
import type { TwoDDoc } from "../../domain/seen-code.ts";
import { addDays } from "../../domain/time.ts";

const HEADER =
  /^DC0(?<version>[1-4])(?<authority>[A-Z0-9]{4})(?<certificate>[A-Z0-9]{4})(?<issued>[0-9A-F]{4})(?<signed>[0-9A-F]{4})(?<type>[A-Z0-9]{2})/;
/** Ends a field of variable length, or one cut short to fit into the code. */
const GROUP = "\x1d";
const RECORD = "\x1e";
/** Begins the signature. */
const UNIT = "\x1f";
/** Days are counted from it. */
const EPOCH = "2000-01-01";
/** Stands for a day that is not given. */
const NO_DAY = "FFFF";
/** The perimeter of ANTS: in other perimeters, fields have other meanings. */
const PERIMETER = "01";

/** Length of each fixed-length field, in characters. */
const FIXED: Readonly<Record<string, number>> = {
  ...{ "06": 4, "07": 6, "08": 4, "09": 4, "0A": 9, "0B": 9, "0D": 36, "1C": 8, "1G": 1, "1H": 1, "24": 5, "26": 2, "2B": 5, "2D": 2 },
  ...{ "34": 2, "36": 4, "37": 4, "40": 13, "44": 13, "45": 4, "47": 13, "49": 13, "4A": 8, "4B": 8, "4C": 8, "4F": 15, "4P": 5, "4S": 4 },
  ...{ "50": 14, "51": 6, "52": 7, "53": 4, "54": 4, "55": 8, "56": 8, "57": 8, "5H": 5, "5J": 2, "5N": 21, "5T": 1 },
};
/** Fields of variable length: bills, accounts, taxes, work. Any other field ends the reading, since its length is unknown. */
const VARIABLE = /^(?:0[1-5C]|1[0-9ABDEFI-P]|2[0-35789A-C]|3[0-35389]|4[12368DEG-OQRTU]|5[89A-GIK-MO-SU])$/;

/** The data of a code; `undefined` for a code of another sort. Fields that cannot be read are left out. */
export function twoDDocOf(text: string): TwoDDoc | undefined {
  const header = HEADER.exec(text)?.groups;
  if (header === undefined) return undefined;
  const { version = "", authority = "", certificate = "", issued = "", signed = "", type = "" } = header;
  const length = 22 + (version >= "3" ? 2 : 0) + (version >= "4" ? 2 : 0);
  const isOurs = version < "3" || text.slice(22, 24) === PERIMETER;
  const fields = isOurs ? fieldsOf(text.slice(length).split(UNIT)[0] ?? "") : new Map<string, string>();
  return {
    ...{ form: "2d-doc", authority, certificate, type },
    ...present({
      issuedOn: dayOf(issued),
      signedOn: dayOf(signed),
      expiresOn: dayOf(fields.get("08") ?? NO_DAY),
      holder: plain(fields.get("30") ?? fields.get("5M") ?? fields.get("10")),
      company: /^\d{9}(?:\d{5})?$/.exec(fields.get("5L") ?? fields.get("50") ?? "")?.[0],
      iban: fields.get("31"),
    }),
  };
}

function fieldsOf(message: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at + 2 <= message.length; ) {
    const id = message.slice(at, at + 2);
    at += 2;
    const fixed = FIXED[id];
    if (fixed === undefined && !VARIABLE.test(id)) break;
    const end = [GROUP, RECORD].map((mark) => message.indexOf(mark, at)).filter((found) => found !== -1);
    const stop = fixed === undefined ? Math.min(message.length, ...end) : at + fixed;
    // A value that was cut short cannot be compared.
    if (message[stop] !== RECORD || fixed !== undefined) fields.set(id, message.slice(at, stop));
    at = stop + (fixed === undefined || message[stop] === GROUP || message[stop] === RECORD ? 1 : 0);
  }
  return fields;
}

function dayOf(hex: string): string | undefined {
  return hex === NO_DAY || !/^[0-9A-F]{4}$/.test(hex) ? undefined : addDays(EPOCH, Number.parseInt(hex, 16));
}

/** Separates the words: the norm puts "/" between title, name and first name. */
const plain = (name: string | undefined): string | undefined => name?.replaceAll("/", " ").replace(/ +/g, " ").trim() || undefined;
