/** Which documents go into the dossier, and in which order: the dossier's own until the person says otherwise. */
import { useEffect, useState } from "react";
import type { DossierPiece } from "../src/domain/dossier.ts";
import type { PageMemory } from "./useKeptText.ts";

export interface Arrangement {
  /** Every document that may go in, in the person's order. */
  readonly pieces: readonly DossierPiece[];
  readonly isPicked: (id: string) => boolean;
  readonly pick: (ids: readonly string[], picked: boolean) => void;
  /** Puts it at that place, from 0; answers the place it has now, from 1. */
  readonly place: (id: string, at: number) => number;
}

interface Choices {
  /** Ids in the person's order, once they moved something. */
  readonly order: readonly string[] | null;
  readonly picked: Readonly<Record<string, boolean>>;
}

const NOTHING: Choices = { order: null, picked: {} };

/** @param name under which the choices outlive a reload of the page */
export function useArrangement(memory: PageMemory, name: string, all: readonly DossierPiece[]): Arrangement {
  const [choices, setChoices] = useState<Choices>(() => recalled(memory.getItem(name)));
  const pieces = arranged(all.filter(canGoIn), choices.order);
  useEffect(() => memory.setItem(name, JSON.stringify(choices)), [memory, name, choices]);
  return {
    pieces,
    isPicked: (id) => choices.picked[id] ?? all.find((piece) => piece.id === id)?.chosen === true,
    pick: (ids, picked) =>
      setChoices((before) => ({ ...before, picked: { ...before.picked, ...Object.fromEntries(ids.map((id) => [id, picked])) } })),
    place: (id, at) => {
      const order = placed(
        pieces.map((piece) => piece.id),
        id,
        at,
      );
      setChoices((before) => ({ ...before, order }));
      return order.indexOf(id) + 1;
    },
  };
}

function canGoIn({ downloadable, barred }: DossierPiece): boolean {
  return downloadable && barred === undefined;
}

function recalled(kept: string | null): Choices {
  return kept === null ? NOTHING : (JSON.parse(kept) as Choices);
}

/** The pieces in that order. One that arrived since comes after the piece that it follows in the dossier. */
export function arranged<Piece extends { readonly id: string }>(pieces: readonly Piece[], order: readonly string[] | null): Piece[] {
  if (order === null) return [...pieces];
  const inOrder = order.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);
  for (const [index, piece] of pieces.entries()) {
    if (order.includes(piece.id)) continue;
    const before = pieces[index - 1];
    inOrder.splice(before === undefined ? 0 : inOrder.indexOf(before) + 1, 0, piece);
  }
  return inOrder;
}

/** Moves one id to that place, at most to either end; the others keep their order. */
export function placed(order: readonly string[], id: string, at: number): string[] {
  if (!order.includes(id)) return [...order];
  const others = order.filter((one) => one !== id);
  const to = Math.min(others.length, Math.max(0, at));
  return [...others.slice(0, to), id, ...others.slice(to)];
}
