/** Encryption of what is kept (AES-256-GCM): answers and documents are never at rest in clear. */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Seal {
  /** `label` must be the same to open it: a value moved under another key does not open. */
  close(label: string, bytes: Buffer): string;
  /** `null` when it was not closed by this key under this label, or was changed. */
  open(label: string, sealed: string): Buffer | null;
}

/** A seal for one purpose, derived from the operator's key. */
export function createSeal(key: Buffer, purpose: string): Seal {
  // A key object rather than its bytes: Node checks bytes again at each use, which costs four times the encryption of an answer.
  const derived = createSecretKey(Buffer.from(hkdfSync("sha256", key, "", `pli-pret/${purpose}`, 32)));
  return {
    close: (label, bytes) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", derived, nonce).setAAD(Buffer.from(label));
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
    },
    open: (label, sealed) => {
      const bytes = Buffer.from(sealed, "base64");
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv("aes-256-gcm", derived, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(label))
          .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
