/** The local portal's key and certificate, made by this process, shared with nobody and stored nowhere. */
import { createHash, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
  /** The public key that Chromium is told to accept: its SHA-256 digest in base64. */
  readonly spki: string;
}

let made: Promise<Certificate> | undefined;

/** One certificate for the whole process: a browser must know it before it visits any portal. */
export function certificate(): Promise<Certificate> {
  made ??= make();
  return made;
}

async function make(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "portail.pli-pret.example" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "portail.pli-pret.example" }] }],
  });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { key, cert, spki: createHash("sha256").update(publicKey).digest("base64") };
}
