/** What the local portal proves itself with: a key and a certificate of this process, which nobody else has and nothing keeps. */
import { createHash, X509Certificate } from "node:crypto";
import { generate } from "selfsigned";

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
  /** What Chromium is told to accept: the digest of the public key, SHA-256 in base64. */
  readonly spki: string;
}

let made: Promise<Certificate> | undefined;

/** The same for the whole process: a browser is told of it before it knows which portal it visits. */
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
