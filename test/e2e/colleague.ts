/** A colleague's coffre, kept by the product's own code in Node: it takes a company's file from a browser, adds to it, and gives it back. */
import "fake-indexeddb/auto";
import { coffreOf } from "../../src/coffre/coffre.ts";
import { openCoffreDatabase } from "../../src/coffre/database.ts";
import { unlock } from "../../src/coffre/keyring.ts";
import { exportCoffre, type ImportOutcome, importCoffre } from "../../src/coffre/transfer.ts";
import { newPrivateFiles } from "../coffre/private-files.ts";

interface PassedOn {
  /** What came of the file that was given. */
  readonly came: ImportOutcome;
  /** The company's file with one document more. */
  readonly file: Uint8Array;
}

/** @param added a PDF that the file does not hold */
export async function passedOn(
  given: Uint8Array<ArrayBuffer>,
  passphrase: string,
  { siren, added }: { readonly siren: string; readonly added: Uint8Array<ArrayBuffer> },
): Promise<PassedOn> {
  newPrivateFiles();
  const db = await openCoffreDatabase();
  const opened = await unlock(db);
  if (opened.state !== "open") throw new Error(opened.state);
  const { key } = opened.unlocked;
  const came = await importCoffre(db, key, new Blob([given]), passphrase);
  const about = { siren, kind: "rcPro", title: "RC pro", fileName: "rc-du-collegue.pdf", type: "application/pdf" } as const;
  await coffreOf(db, key).keep(
    [{ bytes: added, about: { ...about, validUntil: "2099-12-31", validityBasis: "document", confirmed: true } }],
    new Date(),
  );
  const carried = came.state === "imported" && came.carried !== null ? { carried: came.carried } : {};
  const file = new Uint8Array(await (await exportCoffre(db, key, passphrase, { siren, ...carried })).arrayBuffer());
  db.close();
  return { came, file };
}
