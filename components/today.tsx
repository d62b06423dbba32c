/** The day it is, for words that tell what is over from what will be. */
import { createContext, useContext } from "react";
import { parisDay } from "../src/domain/time.ts";

const Clock = createContext(() => new Date());

/** Fixes the clock for every component below. */
export const ClockProvider = Clock.Provider;

/** "2026-12-04", Europe/Paris. */
export function useToday(): string {
  return parisDay(useContext(Clock)());
}
