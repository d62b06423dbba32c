/**
 * What a page of the extension remembers for its next load, in the browser's memory: browsers write `sessionStorage` to
 * disk.
 */
import { z } from "zod";
import type { Cells } from "./cells.ts";

/** The methods have the names of `Storage`. */
export interface PageMemory {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
}

const Texts = z.record(z.string(), z.string());

/**
 * @param session cells kept in memory only
 * @param key the page's own
 */
export async function openPageMemory(session: Cells, key: string): Promise<PageMemory> {
  const cell = session(key, Texts, {});
  const texts = new Map(Object.entries(await cell.read()));
  return {
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => {
      if (texts.get(name) === text) return;
      texts.set(name, text);
      void cell.update(() => Object.fromEntries(texts)).catch(reportError);
    },
  };
}
