/** The project's data of this package, and the key by which those issued after it are known. */
import type { IssuedData } from "./issued-data.ts";

/** A release that takes in what was issued since the last one bears its version: what is older gives way to it. */
export const PACKAGED_DATA: IssuedData = { version: 1, issuedOn: "2026-11-29", forms: [] };

/**
 * ECDSA P-256, as a JSON Web Key. Nobody holds the private half of this one: whoever publishes the extension draws a pair
 * (`npm run sign-data -- --new`, CONTRIBUTING.md) and puts its public half here.
 */
export const DATA_KEY: JsonWebKey = {
  kty: "EC",
  crv: "P-256",
  x: "OYQVtd2ct5I48Vk5Ak0gn2XAhdC9JVKmk4GBVrKPCu4",
  y: "wfrjKg_Nrmig0-xtnV725IPYAcrV5BX-VoLFi5IHqNE",
};
