/**
 * zod without `new Function`, which the extension's policy forbids. Every place that reads schemas imports this file first:
 * zod tries the forbidden call when the first schema is made, and the browser reports it.
 */
import { config } from "zod";

config({ jitless: true });
