/** Where the collections of answers are kept, one for each inquiry. */
import { z } from "zod";
import type { Cell, Cells, Store } from "../store/cells.ts";
import { Collection, emptyCollection, KEYS, keyOf } from "./collection.ts";
import type { Inquiry } from "./service.ts";

export interface Collections {
  of(inquiry: Inquiry): Cell<Collection>;
  /** Every collection that can be read, or those of one establishment. */
  all(siret?: string): Promise<Collection[]>;
  forget(): Promise<void>;
}

export function collectionsOf(cells: Cells, store: Store): Collections {
  return {
    of: (inquiry) => cells(keyOf(inquiry), Collection, emptyCollection(inquiry)),
    all: async (siret) => {
      const keys = await store.keys(siret === undefined ? KEYS : `${KEYS}${siret}/`);
      const parsed = await Promise.all(keys.map(async (key) => Collection.safeParse(await store.get(key))));
      return parsed.flatMap(({ data }) => data ?? []);
    },
    forget: async () => {
      for (const key of await store.keys(KEYS)) await cells(key, z.unknown(), null).clear();
    },
  };
}
