/** The project's data of this package, and the key by which those issued after it are known. */
import { type IssuedData, UNSET_KEY } from "./issued-data.ts";

/** A release that takes in what was issued since the last one bears its version: what is older gives way to it. */
export const PACKAGED_DATA: IssuedData = { version: 1, issuedOn: "2026-11-29", forms: [] };

/**
 * ECDSA P-256, as a JSON Web Key. Whoever publishes the extension draws a pair (`npm run sign-data -- --new`, CONTRIBUTING.md) and
 * puts its public half here, in place of `UNSET_KEY`. Until then every signed file is refused.
 */
export const DATA_KEY: JsonWebKey = UNSET_KEY;
